// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace App {

/// How the program was started.
struct CommandLine
{
    bool isDemo = false; ///< simulated clouds, temporary folders, no keychain
    QString tourFolder; ///< not empty: drive the window through the main job, save pictures there
    /// The tour goes to the real cloud of this account instead: an entry of a file of accounts.
    QString tourFile;
    QString tourEntry;
    QString appearance; ///< "light", "dark", "high-contrast-light", "high-contrast-dark"; empty:
                        ///< the system's
    QString
        demoUrl; ///< an already running simulated cloud instead of the built-in one; loopback only
    bool endsWhenShown =
        false; ///< for measuring the start: prints one line when the window is shown, then ends
};

/// What main() does instead of starting: text to print and an exit code.
struct CommandLineAnswer
{
    QString text;
    int exitCode = 0;
};

/// Fills the answer for --help, --version and mistakes.
[[nodiscard]] CommandLine parseCommandLine(const QStringList &arguments,
                                           std::optional<CommandLineAnswer> &answer);

} // namespace App
