// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcredential.h"

#include "providers/repeatedmember.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::ErrorKind;
using Domain::Result;
using Method = OpenStackCredential::Method;

namespace {

constexpr int credentialFormat = 1;

enum class CredentialNeed { Required, Optional };

struct MethodWord
{
    Method method = Method::Password;
    QLatin1StringView word;
    QLatin1StringView required; ///< beside the secret
    QLatin1StringView secret;
    std::array<QLatin1StringView, 2> named; ///< the first one has to be told, by name or by id
};

constexpr std::array methodWords = {
    MethodWord{Method::ApplicationCredential,
               "application_credential"_L1,
               "id"_L1,
               "secret"_L1,
               {""_L1, ""_L1}},
    MethodWord{Method::ApplicationCredentialName,
               "application_credential_name"_L1,
               "name"_L1,
               "secret"_L1,
               {"user"_L1, ""_L1}},
    MethodWord{Method::Password, "password"_L1, ""_L1, "password"_L1, {"user"_L1, "project"_L1}},
};

/// What follows a name in the members that tell of it.
constexpr std::array namedParts = {""_L1, "_id"_L1, "_domain"_L1, "_domain_id"_L1};
constexpr std::array commonMembers = {"v"_L1, "method"_L1, "region"_L1, "cacert"_L1,
                                      "interface"_L1};
constexpr std::array interfaceWords = {"public"_L1, "internal"_L1, "admin"_L1};

std::unexpected<Domain::Error> notACredential(const QString &reason)
{
    return Domain::failure(ErrorKind::InvalidInput, u"the credential "_s + reason);
}

bool isAllowed(const MethodWord &method, const QString &member)
{
    const auto isNamed = [&member](QLatin1StringView name) {
        return !name.isEmpty() && member == name;
    };
    const auto isPart = [&member](QLatin1StringView name) {
        return !name.isEmpty()
            && std::ranges::any_of(namedParts, [&member, name](QLatin1StringView part) {
                   return member == QString(name) + part;
               });
    };
    return isNamed(method.secret) || isNamed(method.required)
        || std::ranges::any_of(commonMembers, isNamed) || std::ranges::any_of(method.named, isPart);
}

/// Of what is told by a name or an id. Two ways to tell one thing might tell of two.
QString complaintOf(QLatin1StringView name, CredentialNeed need, const QJsonObject &json)
{
    const auto isThere = [&](QLatin1StringView part) {
        return !json.value(QString(name) + part).toString().isEmpty();
    };
    if (isThere(""_L1) && isThere("_id"_L1)) {
        return u"has both a name and an id of its "_s + name;
    }
    if (isThere("_domain"_L1) && isThere("_domain_id"_L1)) {
        return u"has both a name and an id of the domain of its "_s + name;
    }
    const bool isLacking =
        !isThere(""_L1) && !isThere("_id"_L1) && need == CredentialNeed::Required;
    return isLacking ? u"lacks its "_s + name : QString();
}

/// What is wrong with the members; nothing for a credential that can be used.
QString complaintOf(const MethodWord &method, const QJsonObject &json)
{
    for (auto it = json.begin(); it != json.end(); ++it) {
        if (!isAllowed(method, it.key())) {
            return u"has a member that does not belong to its method"_s;
        }
        if (it.key() != "v"_L1 && !it.value().isString()) {
            return u"has a member that is no text: "_s + it.key();
        }
    }
    for (const QLatin1StringView name : {method.required, method.secret}) {
        if (!name.isEmpty() && json.value(name).toString().isEmpty()) {
            return u"lacks its "_s + name;
        }
    }
    CredentialNeed need = CredentialNeed::Required;
    for (const QLatin1StringView name : method.named) {
        const QString complaint = name.isEmpty() ? QString() : complaintOf(name, need, json);
        if (!complaint.isEmpty()) {
            return complaint;
        }
        need = CredentialNeed::Optional;
    }
    const QString face = json.value("interface"_L1).toString();
    const auto isFace = [&face](QLatin1StringView word) {
        return face == word;
    };
    if (!face.isEmpty() && std::ranges::none_of(interfaceWords, isFace)) {
        return u"names an interface that is neither public, internal nor admin"_s;
    }
    return {};
}

OpenStackCredential::Named namedFrom(QLatin1StringView name, const QJsonObject &json)
{
    const auto text = [&](QLatin1StringView part) {
        return json.value(QString(name) + part).toString();
    };
    OpenStackCredential::Named named;
    named.name = text(""_L1);
    named.id = text("_id"_L1);
    named.domainId = text("_domain_id"_L1);
    const QString domain = text("_domain"_L1);
    named.domain = !domain.isEmpty() || !named.domainId.isEmpty() ? domain : named.domain;
    return named;
}

const MethodWord *findMethod(const QString &word)
{
    const auto found = std::ranges::find(methodWords, word, &MethodWord::word);
    return found == methodWords.end() ? nullptr : &*found;
}

OpenStackCredential fromMembers(const MethodWord &method, const QJsonObject &json)
{
    const auto text = [&json](QLatin1StringView name, const QString &otherwise = {}) {
        const QString value = json.value(name).toString();
        return value.isEmpty() ? otherwise : value;
    };
    OpenStackCredential credential;
    credential.method = method.method;
    credential.id = text("id"_L1);
    credential.name = text("name"_L1);
    credential.user = namedFrom("user"_L1, json);
    credential.project = namedFrom("project"_L1, json);
    credential.region = text("region"_L1);
    credential.catalogInterface = text("interface"_L1, credential.catalogInterface);
    credential.authorities = text("cacert"_L1).toUtf8();
    credential.secret = Domain::Secret(text(method.secret).toUtf8());
    return credential;
}

} // namespace

Result<OpenStackCredential> OpenStackCredential::read(const Domain::Secret &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(text.reveal());
    if (!document.isObject()) {
        return notACredential(u"is not in the form that it is kept in"_s);
    }
    const QJsonObject json = document.object();
    if (findRepeatedMember(text.reveal())) {
        return notACredential(u"has a member twice"_s);
    }
    if (json.value("v"_L1).toInteger() != credentialFormat) {
        return notACredential(u"is of a form that this version of the program does not know"_s);
    }
    const MethodWord *method = findMethod(json.value("method"_L1).toString());
    if (!method) {
        return notACredential(u"is of a method that this version of the program does not know"_s);
    }
    const QString complaint = complaintOf(*method, json);
    if (!complaint.isEmpty()) {
        return notACredential(complaint);
    }
    return fromMembers(*method, json);
}

Domain::Secret OpenStackCredential::toText() const
{
    const auto found = std::ranges::find(methodWords, method, &MethodWord::method);
    const std::array values = {
        std::pair("id"_L1, id),
        std::pair("name"_L1, name),
        std::pair("user"_L1, user.name),
        std::pair("user_id"_L1, user.id),
        std::pair("user_domain"_L1, user.id.isEmpty() ? user.domain : QString()),
        std::pair("user_domain_id"_L1, user.domainId),
        std::pair("project"_L1, project.name),
        std::pair("project_id"_L1, project.id),
        std::pair("project_domain"_L1, project.id.isEmpty() ? project.domain : QString()),
        std::pair("project_domain_id"_L1, project.domainId),
        std::pair("region"_L1, region),
        std::pair("interface"_L1, catalogInterface),
        std::pair("cacert"_L1, QString::fromUtf8(authorities)),
        std::pair(found->secret, QString::fromUtf8(secret.reveal())),
    };
    QJsonObject json = {{"v"_L1, credentialFormat}, {"method"_L1, found->word}};
    for (const auto &[member, value] : values) {
        if (!value.isEmpty() && isAllowed(*found, QString(member))) {
            json.insert(member, value);
        }
    }
    return Domain::Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

} // namespace Providers
