// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonDocument>
#include <QProcess>
#include <QStringList>
#include <QUrl>

namespace Support {

// The OpenStack project's own command line client, a judge that we did not write. It is started
// with the first command and kept until the end: most of what a command takes is its start.
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

    // Logs in as the environment says, by the variables OS_*.
    explicit OpenStackClient(const QProcessEnvironment &environment);
    // Logs in at the address by an application credential.
    OpenStackClient(const QUrl &authUrl, const QString &id, const QString &secret);
    ~OpenStackClient();
    Q_DISABLE_COPY_MOVE(OpenStackClient)

    // Waits for the end. What proves an identity travels in the environment.
    [[nodiscard]] Outcome run(const QStringList &arguments);

private:
    QProcess m_client;
};

} // namespace Support
