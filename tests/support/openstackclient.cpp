// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackclient.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QProcessEnvironment>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

const int longestClientRunMs = 120'000;

QString clientProgram()
{
    return QStandardPaths::findExecutable(u"openstack"_s);
}

// The Python that the client is installed for: its first line names it.
QString clientPython()
{
    QFile program(clientProgram());
    const bool isOpen = program.open(QIODevice::ReadOnly);
    const QByteArray first = isOpen ? program.readLine().trimmed() : QByteArray();
    const bool isNamed = first.startsWith("#!") && !first.contains("/env ");
    return isNamed ? QString::fromUtf8(first.sliced(2).trimmed()) : u"python3"_s;
}

QProcessEnvironment environmentFor(const QUrl &authUrl, const QString &id, const QString &secret)
{
    QProcessEnvironment environment;
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"HOME"_s, QDir::tempPath());
    // A file that does not exist, so that nobody's own settings are read.
    environment.insert(u"OS_CLIENT_CONFIG_FILE"_s, QDir::temp().filePath(u"no-such-clouds.yaml"_s));
    environment.insert(u"OS_AUTH_TYPE"_s, u"v3applicationcredential"_s);
    environment.insert(u"OS_AUTH_URL"_s, authUrl.toString());
    environment.insert(u"OS_APPLICATION_CREDENTIAL_ID"_s, id);
    environment.insert(u"OS_APPLICATION_CREDENTIAL_SECRET"_s, secret);
    environment.insert(u"OS_REGION_NAME"_s, u"fra"_s);
    environment.insert(u"OS_VOLUME_API_VERSION"_s, u"3.59"_s);
    return environment;
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

OpenStackClient::OpenStackClient(const QProcessEnvironment &environment)
{
    QProcessEnvironment completed = environment;
    completed.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    completed.insert(u"PYTHONUNBUFFERED"_s, u"1"_s);
    m_client.setProcessEnvironment(completed);
}

OpenStackClient::OpenStackClient(const QUrl &authUrl, const QString &id, const QString &secret)
    : OpenStackClient(environmentFor(authUrl, id, secret))
{
}

OpenStackClient::~OpenStackClient()
{
    m_client.closeWriteChannel();
    if (!m_client.waitForFinished(longestClientRunMs)) {
        m_client.kill();
        m_client.waitForFinished();
    }
}

OpenStackClient::Outcome OpenStackClient::run(const QStringList &arguments)
{
    if (m_client.state() == QProcess::NotRunning) {
        m_client.start(clientPython(),
                       {QStringLiteral(SOURCE_ROOT "/tests/support/openstackloop.py")});
    }
    const QJsonArray command = QJsonArray::fromStringList(arguments);
    m_client.write(QJsonDocument(command).toJson(QJsonDocument::Compact) + '\n');
    const QDeadlineTimer end(longestClientRunMs);
    while (!m_client.canReadLine()) {
        if (!m_client.waitForReadyRead(static_cast<int>(end.remainingTime()))) {
            const QString said = QString::fromUtf8(m_client.readAllStandardError());
            m_client.kill();
            m_client.waitForFinished();
            return {-1, {}, u"openstack did not answer: "_s + said};
        }
    }
    const QJsonObject answer = QJsonDocument::fromJson(m_client.readLine()).object();
    return {answer[u"code"].toInt(-1), answer[u"output"].toString(), answer[u"errors"].toString()};
}

} // namespace Support
