// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/commandline.h"
#include "demo/simulatedcloud.h"
#include "demo/stopsignal.h"

#include <QCoreApplication>
#include <QTextStream>

#include <cstdio>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

const int badCommandLine = 2;

int serve(const QList<Demo::CloudOptions> &wanted)
{
    Demo::StopSignal stopSignal;
    QTextStream out(stdout);
    QTextStream err(stderr);
    std::vector<std::unique_ptr<Demo::SimulatedCloud>> clouds;
    for (const Demo::CloudOptions &options : wanted) {
        auto cloud = std::make_unique<Demo::SimulatedCloud>(options);
        const std::expected<QUrl, QString> url = cloud->start();
        if (!url) {
            err << url.error() << Qt::endl;
            return EXIT_FAILURE;
        }
        const QString name = wanted.size() > 1 ? options.vendor + u' ' : QString();
        out << name << "listening on " << url->toString() << Qt::endl;
        clouds.push_back(std::move(cloud));
    }
    stopSignal.wait();
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const auto line = Demo::CommandLine::parse(QCoreApplication::arguments());
    switch (line.wish) {
    case Demo::CommandLine::Wish::Help:
        QTextStream(stdout) << line.text;
        return EXIT_SUCCESS;
    case Demo::CommandLine::Wish::Refuse:
        QTextStream(stderr) << line.text << Qt::endl;
        return badCommandLine;
    case Demo::CommandLine::Wish::Serve:
        break;
    }
    return serve(line.clouds);
}
