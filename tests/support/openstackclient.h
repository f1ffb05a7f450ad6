// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QStringList>
#include <QUrl>

namespace Support {

// Runs the OpenStack project's own command line client against a server of ours: a judge that we
// did not write.
class OpenStackClient
{
public:
    struct Outcome
    {
        int exitCode = -1;
        QString output;
        QString errors;

        [[nodiscard]] bool isGood() const { return exitCode == 0; }
        // Of a command that was asked for "-f json".
        [[nodiscard]] QJsonDocument json() const;
    };

    [[nodiscard]] static bool isInstalled();

    // Logs in at the address by an application credential.
    OpenStackClient(const QUrl &authUrl, const QString &id, const QString &secret);

    // Waits for the end. What proves an identity travels in the environment.
    [[nodiscard]] Outcome run(const QStringList &arguments) const;

private:
    QUrl m_authUrl;
    QString m_id;
    QString m_secret;
};

} // namespace Support
