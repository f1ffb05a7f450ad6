// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "report.h"

#include <QCoreApplication>

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace Bench {

namespace {

void write(const QString &text)
{
    std::puts(qPrintable(text));
    std::fflush(stdout);
}

} // namespace

bool isMet(const Line &line)
{
    return line.sense == Line::Sense::AtMost ? line.ratio <= line.goal : line.ratio >= line.goal;
}

void print(const QString &title, const QList<Line> &lines)
{
    write(u'\n' + title);
    for (const Line &line : lines) {
        const QString goal = line.sense == Line::Sense::AtMost ? u"at most"_s : u"at least"_s;
        write(u"  %1  %2  ratio %3, goal %4 %5: %6"_s.arg(line.what, -46)
                  .arg(line.measured, -34)
                  .arg(line.ratio, 0, 'f', 2)
                  .arg(goal)
                  .arg(line.goal, 0, 'f', 2)
                  .arg(isMet(line) ? u"met"_s : u"NOT MET"_s));
    }
}

void note(const QString &text)
{
    write(u"  "_s + text);
}

double median(QList<double> values)
{
    std::ranges::sort(values);
    return values.at(values.size() / 2);
}

double medianMs(int times, const std::function<void()> &call)
{
    QList<double> values;
    for (int i = 0; i < times; ++i) {
        QElapsedTimer timer;
        timer.start();
        call();
        values.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    return median(values);
}

void waitFor(const std::function<bool()> &condition, const QString &what)
{
    QElapsedTimer timer;
    timer.start();
    while (!condition()) {
        if (timer.elapsed() > 60'000) {
            write(u"gave up waiting for %1"_s.arg(what));
            std::exit(1);
        }
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 20);
    }
}

} // namespace Bench
