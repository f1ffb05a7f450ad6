// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QStringList>
#include <QUrl>

#include <chrono>

namespace Support {

// Runs Hetzner's own command line client against a server of ours: a judge that we did not write.
class HcloudClient
{
public:
    struct Outcome
    {
        int exitCode = -1;
        QString output;
        QString errors;

        [[nodiscard]] bool isGood() const { return exitCode == 0; }
        // Of a command that was asked for "-o json".
        [[nodiscard]] QJsonArray json() const;
    };

    [[nodiscard]] static bool isInstalled();

    HcloudClient(const QUrl &base, const QString &token);

    // Waits for the end. The token travels in the environment.
    [[nodiscard]] Outcome run(const QStringList &arguments) const;

private:
    QUrl m_base;
    QString m_token;
};

} // namespace Support
