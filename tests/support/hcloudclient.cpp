// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hcloudclient.h"

#include <QDir>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Support {

namespace {

const int longestCallMs = 60'000;

QString program()
{
    return QStandardPaths::findExecutable(u"hcloud"_s);
}

} // namespace

QJsonArray HcloudClient::Outcome::json() const
{
    return QJsonDocument::fromJson(output.toUtf8()).array();
}

bool HcloudClient::isInstalled()
{
    return !program().isEmpty();
}

HcloudClient::HcloudClient(const QUrl &base, const QString &token)
    : m_base(base)
    , m_token(token)
{
}

HcloudClient::Outcome HcloudClient::run(const QStringList &arguments) const
{
    QProcessEnvironment environment;
    environment.insert(u"HCLOUD_ENDPOINT"_s, m_base.toString());
    environment.insert(u"HCLOUD_TOKEN"_s, m_token);
    // A file that does not exist, so that nobody's own settings are read.
    environment.insert(u"HCLOUD_CONFIG"_s, QDir::temp().filePath(u"no-such-hcloud.toml"_s));
    environment.insert(u"HOME"_s, QDir::tempPath());
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(program(), arguments);
    if (!process.waitForFinished(longestCallMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, {}, u"hcloud did not end"_s};
    }
    Outcome outcome;
    outcome.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    outcome.output = QString::fromUtf8(process.readAllStandardOutput());
    outcome.errors = QString::fromUtf8(process.readAllStandardError());
    return outcome;
}

} // namespace Support
