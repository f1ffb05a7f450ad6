// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/tokenroutes.h"

#include "demo/openstack/authentication.h"
#include "demo/openstack/catalog.h"
#include "demo/openstack/endpoint.h"
#include "demo/openstack/words.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QJsonObject defaultDomain()
{
    return {{u"id"_s, u"default"_s}, {u"name"_s, u"Default"_s}};
}

void addScope(QJsonObject &object, const Cloud &cloud, const Token &token)
{
    object.insert(u"project"_s,
                  QJsonObject{{u"id"_s, token.project},
                              {u"name"_s, cloud.findProject(token.project)->name},
                              {u"domain"_s, defaultDomain()}});
    object.insert(u"is_domain"_s, false);
    QJsonArray roles;
    const QStringList names = roleNames(token.role);
    for (const QString &name : names) {
        roles.append(QJsonObject{{u"id"_s, roleId(name)}, {u"name"_s, name}});
    }
    object.insert(u"roles"_s, roles);
}

void addCredential(QJsonObject &object, const Cloud &cloud, const Token &token)
{
    const auto *credential = cloud.directory.findCredential(token.applicationCredential);
    if (credential) {
        object.insert(u"application_credential"_s,
                      QJsonObject{{u"id"_s, credential->id},
                                  {u"name"_s, credential->name},
                                  {u"restricted"_s, true}});
    }
}

// The token itself travels in a header, never in the body.
QJsonObject tokenJson(const Cloud &cloud, const Token &token, const Call &call)
{
    const User &user = *cloud.directory.findUser(token.user);
    QJsonObject object{{u"methods"_s, QJsonArray::fromStringList(token.methods)},
                       {u"user"_s,
                        QJsonObject{{u"id"_s, user.id},
                                    {u"name"_s, user.name},
                                    {u"domain"_s, defaultDomain()},
                                    {u"password_expires_at"_s, QJsonValue::Null}}},
                       {u"audit_ids"_s, QJsonArray::fromStringList(token.auditIds)},
                       {u"issued_at"_s, QString(timeText(token.issued) + u'Z')},
                       {u"expires_at"_s, QString(timeText(token.expires) + u'Z')}};
    addCredential(object, cloud, token);
    if (token.project.isEmpty()) {
        return object;
    }
    addScope(object, cloud, token);
    if (call.request.queryValues(u"nocatalog").isEmpty()) {
        object.insert(u"catalog"_s, catalog(cloud, token.project, call.host));
    }
    return object;
}

Answer answerToken(int status, const Cloud &cloud, const Token &token, const Call &call)
{
    Answer answer = answerWith(status, {{u"token"_s, tokenJson(cloud, token, call)}});
    answer.headers.append({"X-Subject-Token"_ba, token.id.toLatin1()});
    return answer;
}

Answer logIn(const Call &call, Cloud &cloud)
{
    const auto wanted = authenticate(cloud, call.request.body, call.host);
    if (!wanted) {
        return wanted.error();
    }
    return answerToken(201, cloud, cloud.directory.issue(*wanted, cloud.now()), call);
}

QString subjectOf(const Call &call)
{
    return QString::fromLatin1(call.request.header("X-Subject-Token"));
}

Answer validate(const Call &call, const Cloud &cloud)
{
    const QString subject = subjectOf(call);
    if (cloud.directory.standing(subject, cloud.now()) != Directory::Standing::Good) {
        return refuseIdentity(404, u"Could not recognize Fernet token"_s);
    }
    return answerToken(200, cloud, *cloud.directory.findToken(subject), call);
}

Answer revoke(const Call &call, Cloud &cloud)
{
    const QString subject = subjectOf(call);
    if (!cloud.directory.findToken(subject)) {
        return refuseIdentity(404, u"Could not recognize Fernet token"_s);
    }
    cloud.directory.revoke(subject);
    return answerEmpty(204);
}

Answer showCatalog(const Call &call, const Cloud &cloud)
{
    if (call.token.project.isEmpty()) {
        return refuseIdentity(403, u"You are not authorized to perform the requested action."_s);
    }
    return answerWith(
        200,
        {{u"catalog"_s, catalog(cloud, call.token.project, call.host)},
         {u"links"_s, QJsonObject{{u"self"_s, QString(call.base + u"/v3/auth/catalog"_s)}}}});
}

} // namespace

void addTokenRoutes(Endpoint &endpoint, Cloud &cloud)
{
    const QString tokens = u"/v3/auth/tokens"_s;
    endpoint.open("POST", tokens, [&cloud](const Call &call) { return logIn(call, cloud); });
    endpoint.add("GET", tokens, [&cloud](const Call &call) { return validate(call, cloud); });
    endpoint.add("DELETE", tokens, [&cloud](const Call &call) { return revoke(call, cloud); });
    endpoint.add("GET", u"/v3/auth/catalog"_s,
                 [&cloud](const Call &call) { return showCatalog(call, cloud); });
}

} // namespace Demo::OpenStack
