// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackclient.h"

#include <QDir>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

// It is written in Python and takes its time to start.
const int longestClientRunMs = 120'000;

QString clientProgram()
{
    return QStandardPaths::findExecutable(u"openstack"_s);
}

} // namespace

QJsonDocument OpenStackClient::Outcome::json() const
{
    return QJsonDocument::fromJson(output.toUtf8());
}

bool OpenStackClient::isInstalled()
{
    return !clientProgram().isEmpty();
}

OpenStackClient::OpenStackClient(const QUrl &authUrl, const QString &id, const QString &secret)
    : m_authUrl(authUrl)
    , m_id(id)
    , m_secret(secret)
{
}

OpenStackClient::Outcome OpenStackClient::run(const QStringList &arguments) const
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"HOME"_s, QDir::tempPath());
    // A file that does not exist, so that nobody's own settings are read.
    environment.insert(u"OS_CLIENT_CONFIG_FILE"_s, QDir::temp().filePath(u"no-such-clouds.yaml"_s));
    environment.insert(u"OS_AUTH_TYPE"_s, u"v3applicationcredential"_s);
    environment.insert(u"OS_AUTH_URL"_s, m_authUrl.toString());
    environment.insert(u"OS_APPLICATION_CREDENTIAL_ID"_s, m_id);
    environment.insert(u"OS_APPLICATION_CREDENTIAL_SECRET"_s, m_secret);
    environment.insert(u"OS_REGION_NAME"_s, u"fra"_s);
    environment.insert(u"OS_VOLUME_API_VERSION"_s, u"3.59"_s);
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(clientProgram(), arguments);
    if (!process.waitForFinished(longestClientRunMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, u"openstack did not end"_s};
    }
    Outcome outcome;
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

} // namespace Support
