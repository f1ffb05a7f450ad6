// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/credential.h"

#include "demo/openstack/words.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const int secretLength = 64;

Credential::Method methodOf(const QString &method)
{
    if (method == "password"_L1) {
        return Credential::Method::Password;
    }
    return method == "application_credential_name"_L1
        ? Credential::Method::ApplicationCredentialName
        : Credential::Method::ApplicationCredential;
}

} // namespace

QString Credential::usual()
{
    const QString secret = u"demo-secret-openstack-"_s.leftJustified(secretLength, u'0');
    const QJsonObject object{{u"v"_s, 1},
                             {u"method"_s, u"application_credential"_s},
                             {u"id"_s, usualCredentialId()},
                             {u"secret"_s, secret}};
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Credential Credential::from(const QString &text, const QString &fallback)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    if (object.isEmpty()) {
        return {Method::ApplicationCredential, fallback, {}, {}, text};
    }
    const Method method = methodOf(object.value(u"method"_s).toString());
    const QString key = method == Method::Password ? u"password"_s : u"secret"_s;
    return {method, object.value(u"id"_s).toString(fallback), object.value(u"name"_s).toString(),
            object.value(u"user"_s).toString(), object.value(key).toString()};
}

QString usualCredentialId()
{
    return hexIdOf(u"credential"_s, u"snapdeck"_s);
}

QString readersCredentialId()
{
    return hexIdOf(u"credential"_s, u"reader"_s);
}

} // namespace Demo::OpenStack
