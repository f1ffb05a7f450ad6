// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/authentication.h"

#include "demo/openstack/cloud.h"
#include "demo/openstack/refusals.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

Answer refuseForm(const QString &missing, const QString &where)
{
    return refuseIdentity(400,
                          u"'%1' is a required property\n\nFailed validating 'required' in "
                          "schema:\n    {'required': ['%1'], 'type': 'object'}\n\nOn "
                          "instance%2:\n    {}"_s.arg(missing, where));
}

Answer refuseJson()
{
    return refuseIdentity(400,
                          u"Expecting to find valid JSON in request body. The server could not "
                          "comply with the request since it is either malformed or otherwise "
                          "incorrect. The client is assumed to be in error."_s);
}

Answer refuseScope()
{
    const QJsonObject error{
        {u"code"_s, 401},
        {u"identity"_s, QJsonObject()},
        {u"message"_s,
         u"Error authenticating with application credential: Application credentials "
         "cannot request a scope."_s},
        {u"title"_s, u"Unauthorized"_s}};
    return answerWith(401, {{u"error"_s, error}});
}

bool isOurDomain(const QJsonValue &domain)
{
    return domain[u"id"_s] == "default"_L1
        || domain[u"name"_s].toString().compare("Default"_L1, Qt::CaseInsensitive) == 0;
}

// Reads one request for a token.
class Authentication
{
public:
    using Outcome = std::expected<Token, Answer>;

    Authentication(const Cloud &cloud, const QJsonObject &auth, const QString &host)
        : m_cloud(cloud)
        , m_identity(auth.value(u"identity"_s).toObject())
        , m_scope(auth.value(u"scope"_s))
        , m_host(host)
    {
    }

    [[nodiscard]] Outcome token() const
    {
        const QJsonArray methods = m_identity.value(u"methods"_s).toArray();
        const QString method = methods.size() == 1 ? methods.first().toString() : QString();
        if (method == "password"_L1) {
            return byPassword();
        }
        if (method == "application_credential"_L1) {
            return byApplicationCredential();
        }
        return method == "token"_L1 ? byToken() : refused();
    }

private:
    [[nodiscard]] Outcome refused() const
    {
        return std::unexpected(unauthorized(Service::Identity, m_host));
    }

    [[nodiscard]] const User *userOf(const QJsonValue &told) const
    {
        if (told[u"id"_s].isString()) {
            return m_cloud.directory.findUser(told[u"id"_s].toString());
        }
        return isOurDomain(told[u"domain"_s])
            ? m_cloud.directory.findUserNamed(told[u"name"_s].toString())
            : nullptr;
    }

    [[nodiscard]] Outcome byPassword() const
    {
        const QJsonValue told = m_identity.value(u"password"_s)[u"user"_s];
        const User *user = userOf(told);
        if (!user || told[u"password"_s].toString() != user->password) {
            return refused();
        }
        Token token;
        token.user = user->id;
        token.role = user->role;
        token.methods = {u"password"_s};
        return scoped(std::move(token), user->defaultProject);
    }

    [[nodiscard]] const ApplicationCredential *credentialOf(const QJsonValue &told) const
    {
        if (told[u"id"_s].isString()) {
            return m_cloud.directory.findCredential(told[u"id"_s].toString());
        }
        const User *user = userOf(told[u"user"_s]);
        if (!user) {
            return nullptr;
        }
        const auto own = m_cloud.directory.credentialsOf(user->id);
        const auto named =
            std::ranges::find(own, told[u"name"_s].toString(), &ApplicationCredential::name);
        return named == own.end() ? nullptr : *named;
    }

    [[nodiscard]] Outcome byApplicationCredential() const
    {
        const QJsonValue told = m_identity.value(u"application_credential"_s);
        const ApplicationCredential *credential = credentialOf(told);
        if (!credential || told[u"secret"_s].toString() != credential->secret) {
            return refused();
        }
        if (!m_scope.isUndefined()) {
            Answer answer = refuseScope();
            answer.headers = unauthorized(Service::Identity, m_host).headers;
            return std::unexpected(answer);
        }
        Token token;
        token.user = credential->user;
        token.project = credential->project;
        token.role = credential->role;
        token.methods = {u"application_credential"_s};
        token.applicationCredential = credential->id;
        return token;
    }

    [[nodiscard]] Outcome byToken() const
    {
        const QString id = m_identity.value(u"token"_s)[u"id"_s].toString();
        const Token *known = m_cloud.directory.findToken(id);
        if (!known) {
            return std::unexpected(refuseIdentity(404, u"Could not recognize Fernet token"_s));
        }
        if (m_cloud.directory.standing(id, m_cloud.now()) != Directory::Standing::Good) {
            return refused();
        }
        if (!known->applicationCredential.isEmpty()) {
            return std::unexpected(
                refusePolicy(Service::Identity,
                             u"Using a delegated token to create another token is not allowed."_s));
        }
        Token token;
        token.user = known->user;
        token.role = known->role;
        token.methods = known->methods;
        if (!token.methods.contains(u"token"_s)) {
            token.methods.append(u"token"_s);
        }
        token.auditIds = {known->auditIds.constLast()};
        return scoped(std::move(token), m_cloud.directory.findUser(known->user)->defaultProject);
    }

    // Every user reaches every project.
    [[nodiscard]] Outcome scoped(Token token, const QString &project) const
    {
        if (m_scope.isUndefined()) {
            token.project = project;
            return token;
        }
        if (m_scope == "unscoped"_L1 || m_scope.toObject().contains(u"unscoped"_s)) {
            return token;
        }
        const QJsonValue wanted = m_scope[u"project"_s];
        const auto found = std::ranges::find_if(m_cloud.projects, [&wanted](const Project &one) {
            return wanted[u"id"_s].isString()
                ? one.id == wanted[u"id"_s].toString()
                : one.name == wanted[u"name"_s].toString() && isOurDomain(wanted[u"domain"_s]);
        });
        if (found == m_cloud.projects.end()) {
            return refused();
        }
        token.project = found->id;
        return token;
    }

    const Cloud &m_cloud;
    QJsonObject m_identity;
    QJsonValue m_scope;
    QString m_host;
};

} // namespace

std::expected<Token, Answer> authenticate(const Cloud &cloud, const QByteArray &body,
                                          const QString &host)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject()) {
        return std::unexpected(refuseJson());
    }
    const QJsonObject whole = document.object();
    if (!whole.value(u"auth"_s).isObject()) {
        return std::unexpected(refuseForm(u"auth"_s, {}));
    }
    const QJsonObject auth = whole.value(u"auth"_s).toObject();
    if (!auth.value(u"identity"_s).isObject()) {
        return std::unexpected(refuseForm(u"identity"_s, u"['auth']"_s));
    }
    return Authentication(cloud, auth, host).token();
}

} // namespace Demo::OpenStack
