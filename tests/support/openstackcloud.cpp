// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"

#include <QJsonDocument>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Support {

namespace {

// Longer than anything lasts that the tests look at.
const auto restfulTime = 4min;
// What is new is looked at closely; it seldom changes after a while.
const auto glance = 1s;
const auto whileNew = 30s;
const auto lateGlance = 10s;

QJsonObject ourDomain()
{
    return {{u"name"_s, u"Default"_s}};
}

} // namespace

Demo::CloudOptions OpenStackCloud::options(const QStringList &variants)
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"openstack"_s);
    options.startTime = QDateTime(QDate(2026, 11, 20), QTime(14, 2, 11), QTimeZone::UTC);
    options.variants = variants;
    return options;
}

QJsonObject OpenStackCloud::passwordAuth(const QString &project, const QString &user)
{
    const QString password =
        user == "demo"_L1 ? u"demo-secret-password"_s : u"demo-secret-auditor"_s;
    const QJsonObject who{{u"name"_s, user}, {u"domain"_s, ourDomain()}, {u"password"_s, password}};
    QJsonObject auth{{u"identity"_s,
                      QJsonObject{{u"methods"_s, QJsonArray{u"password"_s}},
                                  {u"password"_s, QJsonObject{{u"user"_s, who}}}}}};
    if (project == "unscoped"_L1) {
        auth.insert(u"scope"_s, project);
    } else if (!project.isEmpty()) {
        const QJsonObject where{{u"name"_s, project}, {u"domain"_s, ourDomain()}};
        auth.insert(u"scope"_s, QJsonObject{{u"project"_s, where}});
    }
    return auth;
}

QJsonObject OpenStackCloud::credentialAuth()
{
    const QByteArray token = options().token.toUtf8();
    const QJsonObject known = QJsonDocument::fromJson(token).object();
    const QJsonObject credential{{u"id"_s, known.value(u"id"_s)},
                                 {u"secret"_s, known.value(u"secret"_s)}};
    return {{u"identity"_s,
             QJsonObject{{u"methods"_s, QJsonArray{u"application_credential"_s}},
                         {u"application_credential"_s, credential}}}};
}

OpenStackCloud::OpenStackCloud(const Demo::CloudOptions &options, const QString &project)
    : m_cloud(options)
{
    const std::expected<QUrl, QString> url = m_cloud.start();
    if (!url) {
        qFatal("%s", qUtf8Printable(url.error()));
    }
    m_identity = std::make_unique<RawHttp>(*url, QString());
    const RawAnswer answer = logIn(passwordAuth(project));
    m_project = answer.object(u"token"_s).value(u"project"_s)[u"id"_s].toString();
    m_user = answer.object(u"token"_s).value(u"user"_s)[u"id"_s].toString();
    const QString base = root().toString();
    m_volume = std::make_unique<RawHttp>(QUrl(base + u"/volume/v3/"_s + m_project), QString());
    m_compute = std::make_unique<RawHttp>(QUrl(base + u"/compute/v2.1"_s), QString());
    m_image = std::make_unique<RawHttp>(QUrl(base + u"/image/v2"_s), QString());
    use(answer.header("X-Subject-Token"));
}

QUrl OpenStackCloud::root() const
{
    return m_cloud.baseUrl().adjusted(QUrl::RemovePath);
}

RawAnswer OpenStackCloud::logIn(const QJsonObject &auth)
{
    return m_identity->post(u"/auth/tokens"_s, {{u"auth"_s, auth}});
}

void OpenStackCloud::use(const QByteArray &token)
{
    m_token = token;
    for (RawHttp *http : {m_identity.get(), m_volume.get(), m_compute.get(), m_image.get()}) {
        http->setHeader("X-Auth-Token", token);
    }
}

RawHttp &OpenStackCloud::volume(const QByteArray &version)
{
    m_volume->setHeader("OpenStack-API-Version",
                        version.isEmpty() ? QByteArray() : "volume " + version);
    return *m_volume;
}

RawHttp &OpenStackCloud::compute(const QByteArray &version)
{
    m_compute->setHeader("OpenStack-API-Version",
                         version.isEmpty() ? QByteArray() : "compute " + version);
    return *m_compute;
}

QString OpenStackCloud::flavorId() const
{
    return m_compute->get(u"/flavors"_s).array(u"flavors"_s).at(0)[u"id"_s].toString();
}

RawHttp &OpenStackCloud::serviceOf(const QString &list)
{
    if (list == "images"_L1) {
        return image();
    }
    return list == "servers"_L1 ? compute() : volume();
}

QJsonArray OpenStackCloud::all(const QString &list)
{
    const QString query = list == "images"_L1 ? u"?limit=1000"_s : u"/detail"_s;
    return serviceOf(list).get(u'/' + list + query).array(list);
}

QJsonObject OpenStackCloud::named(const QString &list, const QString &name)
{
    const QJsonArray entries = all(list);
    for (const QJsonValueConstRef entry : entries) {
        if (entry[u"name"_s] == name) {
            return entry.toObject();
        }
    }
    return {};
}

QString OpenStackCloud::id(const QString &list, const QString &name)
{
    return named(list, name).value(u"id"_s).toString();
}

QString OpenStackCloud::path(const QString &list, const QString &name)
{
    return u"/%1/%2"_s.arg(list, id(list, name));
}

QString OpenStackCloud::status(const QString &list, const QString &name)
{
    const QJsonObject entry = named(list, name);
    const QString task = entry.value(u"OS-EXT-STS:task_state"_s).toString();
    const QString status = entry.value(u"status"_s).toString(u"-"_s);
    return task.isEmpty() ? status : status + u'/' + task;
}

QString OpenStackCloud::statuses(const QString &list, const QString &name)
{
    QStringList statuses;
    auto unchanged = 0s;
    while (unchanged < restfulTime) {
        const QString now = status(list, name);
        if (statuses.isEmpty() || statuses.constLast() != now) {
            statuses.append(now);
            unchanged = 0s;
        }
        const auto pause = unchanged < whileNew ? glance : lateGlance;
        m_cloud.skipTime(pause);
        unchanged += pause;
    }
    return statuses.join(u' ');
}

void OpenStackCloud::settle()
{
    m_cloud.skipTime(restfulTime);
}

} // namespace Support
