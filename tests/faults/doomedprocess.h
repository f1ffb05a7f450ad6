// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QProcess>

#include <chrono>
#include <functional>

namespace Faults {

using namespace Qt::StringLiterals;

struct DoomedEnd
{
    bool wasKilled = false;
    int exitCode = -1;
};

/// Runs one of the programs that may kill themselves, to its end. `hear` gets what it tells, the
/// first word of a line and the rest; `skip` lets the clouds' time go on.
inline DoomedEnd runDoomed(const QString &program, const QStringList &arguments,
                           const std::function<void(const QString &, const QString &)> &hear,
                           const std::function<void(std::chrono::milliseconds)> &skip)
{
    constexpr int longestSilence = 60'000;
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QStringLiteral(TEST_PROGRAMS "/faults_") + program, arguments);
    while (process.state() != QProcess::NotRunning || process.canReadLine()) {
        if (!process.canReadLine() && !process.waitForReadyRead(longestSilence)) {
            break;
        }
        while (process.canReadLine()) {
            const QString line = QString::fromUtf8(process.readLine()).trimmed();
            const QString word = line.section(u' ', 0, 0);
            const QString rest = line.section(u' ', 1);
            if (word == "skip"_L1) {
                skip(std::chrono::milliseconds(rest.toLongLong()));
                process.write("\n");
            } else {
                hear(word, rest);
            }
        }
    }
    process.waitForFinished(longestSilence);
    return {process.exitStatus() == QProcess::CrashExit, process.exitCode()};
}

} // namespace Faults
