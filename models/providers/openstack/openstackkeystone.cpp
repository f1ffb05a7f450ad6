// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackkeystone.h"

#include "providers/jsonfields.h"
#include "providers/openstack/openstackfields.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Project;
using Domain::ProjectId;
using Domain::Result;

namespace {

constexpr qint64 secondsAhead = 60;

/// An id tells it alone.
QJsonObject toldBy(const OpenStackCredential::Named &named)
{
    if (!named.id.isEmpty()) {
        return {{"id"_L1, named.id}};
    }
    const QJsonObject domain = named.domainId.isEmpty() ? QJsonObject{{"name"_L1, named.domain}}
                                                        : QJsonObject{{"id"_L1, named.domainId}};
    return {{"name"_L1, named.name}, {"domain"_L1, domain}};
}

QJsonObject identityBy(const QString &method, const QJsonObject &proof)
{
    return {{"methods"_L1, QJsonArray{method}}, {method, proof}};
}

QJsonObject identityOf(const OpenStackCredential &credential)
{
    const QString secret = QString::fromUtf8(credential.secret.reveal());
    QJsonObject user = toldBy(credential.user);
    switch (credential.method) {
    case OpenStackCredential::Method::ApplicationCredential:
        return identityBy(u"application_credential"_s,
                          {{"id"_L1, credential.id}, {"secret"_L1, secret}});
    case OpenStackCredential::Method::ApplicationCredentialName:
        return identityBy(u"application_credential"_s,
                          {{"name"_L1, credential.name}, {"secret"_L1, secret}, {"user"_L1, user}});
    case OpenStackCredential::Method::Password:
        user.insert("password"_L1, secret);
        return identityBy(u"password"_s, {{"user"_L1, user}});
    }
    Q_UNREACHABLE_RETURN({});
}

Net::HttpRequest tokenRequest(const QJsonObject &auth)
{
    Net::HttpRequest request;
    request.method = Net::Method::Post;
    request.path = u"auth/tokens"_s;
    request.pathTemplate = request.path;
    request.body = QJsonDocument(QJsonObject{{"auth"_L1, auth}}).toJson(QJsonDocument::Compact);
    request.answerHeaders = {OpenStackKeystone::tokenHeader()};
    return request;
}

/// Of the services that we speak to. Of others it is told that they are there; what may be wrong
/// with their endpoints is none of our business.
void readEndpoints(const JsonFields &service, QList<OpenStackEndpoint> &catalog)
{
    const QString type = service.text("type"_L1);
    if (!OpenStackCatalog::knows(type)) {
        if (!service.json().value("endpoints"_L1).toArray().isEmpty()) {
            catalog.append({type, {}, {}, {}});
        }
        return;
    }
    const QJsonArray endpoints = service.array("endpoints"_L1);
    for (qsizetype i = 0; i < endpoints.size(); ++i) {
        const JsonFields fields = service.element("endpoints"_L1, endpoints, i);
        const QString former = fields.text("region"_L1, Presence::Optional).value_or(QString());
        catalog.append({type, fields.text("interface"_L1),
                        fields.text("region_id"_L1, Presence::Optional).value_or(former),
                        fields.text("url"_L1)});
    }
}

Project readProject(const JsonFields &fields)
{
    // It becomes a part of addresses.
    static const QRegularExpression pattern(u"^[A-Za-z0-9_-]{1,64}$"_s);
    const QString id = fields.text("id"_L1);
    if (!pattern.match(id).hasMatch()) {
        fields.reject("id"_L1, u"is not an id"_s);
    }
    return {ProjectId{id}, fields.text("name"_L1)};
}

OpenStackToken tokenFrom(const JsonFields &document)
{
    const JsonFields fields = document.object("token"_L1);
    OpenStackToken token;
    token.user = fields.object("user"_L1).text("name"_L1);
    if (!fields.has("expires_at"_L1)) {
        fields.reject("expires_at"_L1, u"is missing"_s);
    }
    token.expiresAt = OpenStackFields::instant(fields, "expires_at"_L1);
    token.issuedAt = OpenStackFields::instant(fields, "issued_at"_L1);
    if (fields.has("project"_L1)) {
        token.project = readProject(fields.object("project"_L1));
    }
    const QJsonArray catalog =
        fields.array("catalog"_L1, Presence::Optional).value_or(QJsonArray());
    for (qsizetype i = 0; i < catalog.size(); ++i) {
        readEndpoints(fields.element("catalog"_L1, catalog, i), token.catalog);
    }
    return token;
}

QList<Project> projectsFrom(const JsonFields &document)
{
    QList<Project> projects;
    const QJsonArray rows = document.array("projects"_L1);
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const JsonFields row = document.element("projects"_L1, rows, i);
        const Project project = readProject(row);
        if (!row.has("enabled"_L1) || row.flag("enabled"_L1)) {
            projects.append(project);
        }
    }
    return projects;
}

} // namespace

QDateTime OpenStackToken::due(const QDateTime &arrivedAt) const
{
    const QDateTime begin = issuedAt.isValid() ? issuedAt : arrivedAt;
    const qint64 life = begin.secsTo(expiresAt);
    return life > 0 ? arrivedAt.addSecs(std::max(life - secondsAhead, life / 2)) : QDateTime();
}

QByteArray OpenStackKeystone::tokenHeader()
{
    return "X-Subject-Token"_ba;
}

Net::HttpRequest OpenStackKeystone::login(const OpenStackCredential &credential)
{
    QJsonObject auth = {{"identity"_L1, identityOf(credential)}};
    // An application credential is bound to its project, and may not name it.
    if (credential.method == OpenStackCredential::Method::Password) {
        auth.insert("scope"_L1,
                    credential.project.isEmpty()
                        ? QJsonValue(u"unscoped"_s)
                        : QJsonObject{{"project"_L1, toldBy(credential.project)}});
    }
    return tokenRequest(auth);
}

Net::HttpRequest OpenStackKeystone::scoped(const Domain::Secret &token, const ProjectId &project)
{
    const QJsonObject proof = {{"id"_L1, QString::fromLatin1(token.reveal())}};
    const QJsonObject scope = {{"project"_L1, QJsonObject{{"id"_L1, project.value}}}};
    return tokenRequest({{"identity"_L1, identityBy(u"token"_s, proof)}, {"scope"_L1, scope}});
}

Net::HttpRequest OpenStackKeystone::projects()
{
    Net::HttpRequest request;
    request.path = u"auth/projects"_s;
    request.pathTemplate = request.path;
    return request;
}

Result<OpenStackToken> OpenStackKeystone::readToken(const QByteArray &body)
{
    return readDocument<OpenStackToken>(body, tokenFrom);
}

Result<QList<Project>> OpenStackKeystone::readProjects(const QByteArray &body)
{
    return readDocument<QList<Project>>(body, projectsFrom);
}

QUrl OpenStackKeystone::address(const QUrl &authUrl)
{
    QStringList segments = authUrl.path(QUrl::FullyEncoded).split(u'/', Qt::SkipEmptyParts);
    if (segments.size() >= 2 && segments.last() == "tokens"_L1) {
        segments = segments.first(segments.size() - 2); // the very call, ".../v3/auth/tokens"
    }
    if (!segments.isEmpty() && segments.last() == "v2.0"_L1) {
        segments.removeLast();
    }
    if (segments.isEmpty() || segments.last() != "v3"_L1) {
        segments.append(u"v3"_s);
    }
    QUrl address = authUrl;
    address.setPath(u'/' + segments.join(u'/'), QUrl::TolerantMode);
    return address;
}

} // namespace Providers
