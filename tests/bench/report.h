// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QList>
#include <QString>

#include <functional>

namespace Bench {

/// One line of the report: a ratio measured in this run, beside its goal.
struct Line
{
    QString what;
    QString measured; ///< both figures, for the reader
    double ratio = 0;
    double goal = 0;
    enum class Sense { AtMost, AtLeast } sense = Sense::AtMost;
};

[[nodiscard]] bool isMet(const Line &line);
void print(const QString &title, const QList<Line> &lines);
void note(const QString &text);

/// Milliseconds that the call takes; the median of several calls.
[[nodiscard]] double medianMs(int times, const std::function<void()> &call);
[[nodiscard]] double median(QList<double> values);

/// Turns the event loop until the condition holds; ends the program with a sentence after a minute.
void waitFor(const std::function<bool()> &condition, const QString &what);

} // namespace Bench
