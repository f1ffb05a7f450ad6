// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "benches.h"

#include "cloudprocess.h"
#include "report.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

struct Start
{
    double shownMs = 0;
    double residentMb = 0;
};

double residentMbOf(qint64 processId)
{
    QFile status(u"/proc/%1/status"_s.arg(processId));
    if (!status.open(QIODevice::ReadOnly)) {
        return 0;
    }
    static const QRegularExpression line(u"VmRSS:\\s*(\\d+) kB"_s);
    return line.match(QString::fromLatin1(status.readAll())).captured(1).toDouble() / 1024;
}

/// A process from its start to the line that says its window is shown.
Start start(const QString &program, const QStringList &arguments, const QString &home)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_CONFIG_HOME"_s, home + u"/config"_s);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    process.setProcessEnvironment(environment);
    QElapsedTimer timer;
    timer.start();
    process.start(program, arguments);
    waitFor([&] { return process.canReadLine(); }, program + u" to be shown"_s);
    Start result;
    result.shownMs = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    result.residentMb = residentMbOf(process.processId());
    process.waitForFinished(10'000);
    return result;
}

struct Medians
{
    double shownMs = 0;
    double residentMb = 0;
};

Medians mediansOf(const QString &program, const QStringList &arguments, const QString &home)
{
    QList<double> times;
    QList<double> sizes;
    (void)start(program, arguments, home); // warms the disk cache
    for (int i = 0; i < 15; ++i) {
        const Start one = start(program, arguments, home);
        times.append(one.shownMs);
        sizes.append(one.residentMb);
    }
    return {median(times), median(sizes)};
}

} // namespace

void benchStart()
{
    const QTemporaryDir home;
    const Medians empty =
        mediansOf(QStringLiteral(PROGRAMS "/snapdeck-empty-window"), {}, home.path());
    const Medians ours =
        mediansOf(QStringLiteral(PROGRAMS "/snapdeck"), {u"--end-when-shown"_s}, home.path());
    const auto pair = [](double a, double b, const QString &unit) {
        return u"%1 %3 / %2 %3"_s.arg(a, 0, 'f', 1).arg(b, 0, 'f', 1).arg(unit);
    };
    print(u"Start to the first exposure, against an empty window with a table (median of 15)"_s,
          {
              {u"time, aim"_s, pair(ours.shownMs, empty.shownMs, u"ms"_s),
               ours.shownMs / empty.shownMs, 1.5, Line::Sense::AtMost},
              {u"time, at least"_s, pair(ours.shownMs, empty.shownMs, u"ms"_s),
               ours.shownMs / empty.shownMs, 2.0, Line::Sense::AtMost},
              {u"resident memory when shown"_s, pair(ours.residentMb, empty.residentMb, u"MB"_s),
               ours.residentMb / empty.residentMb, 1.75, Line::Sense::AtMost},
          });
}

} // namespace Bench
