// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/directory.h"

#include "demo/openstack/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Demo::OpenStack {

namespace {

const auto tokenLife = 1h;

template <typename T>
const T *entryIn(const std::map<QString, T> &all, const QString &id)
{
    const auto found = all.find(id);
    return found == all.end() ? nullptr : &found->second;
}

User userNamed(const QString &name, const QString &password, const QString &project, Role role)
{
    return {hexIdOf(u"user"_s, name), name, password, project, role};
}

} // namespace

Directory::Directory(const CloudOptions &options, const QList<Project> &projects)
    : m_project(projects.constFirst().id)
    , m_known(Credential::from(options.token, usualCredentialId()))
{
    const QList<User> users{
        userNamed(u"demo"_s, u"demo-secret-password"_s, m_project, Role::Member),
        userNamed(u"auditor"_s, u"demo-secret-auditor"_s, {}, Role::Reader),
    };
    for (const User &user : users) {
        m_users.emplace(user.id, user);
    }
    admit(m_known, Role::Member);
    if (!options.readOnlyToken.isEmpty()) {
        admit(Credential::from(options.readOnlyToken, readersCredentialId()), Role::Reader);
    }
}

const User *Directory::findUser(const QString &id) const
{
    return entryIn(m_users, id);
}

const User *Directory::findUserNamed(const QString &name) const
{
    return entryIn(m_users, hexIdOf(u"user"_s, name));
}

const ApplicationCredential *Directory::findCredential(const QString &id) const
{
    return entryIn(m_credentials, id);
}

QList<const ApplicationCredential *> Directory::credentialsOf(const QString &user) const
{
    QList<const ApplicationCredential *> found;
    for (const auto &[id, credential] : m_credentials) {
        if (credential.user == user) {
            found.append(&credential);
        }
    }
    return found;
}

void Directory::addCredential(const ApplicationCredential &credential)
{
    m_credentials.insert_or_assign(credential.id, credential);
}

void Directory::removeCredential(const QString &id)
{
    m_credentials.erase(id);
}

Token Directory::issue(Token token, Instant now)
{
    const QString number = QString::number(++m_lastToken);
    token.id = u"demo-secret-token-"_s + hexIdOf(u"token"_s, number);
    token.auditIds.prepend(hexIdOf(u"audit"_s, number).left(22));
    token.issued = wholeSecond(now);
    token.expires = token.issued + tokenLife;
    m_tokens.emplace(token.id, token);
    return token;
}

void Directory::revoke(const QString &token)
{
    m_tokens.erase(token);
}

Directory::Standing Directory::standing(const QString &token, Instant now) const
{
    const Token *known = findToken(token);
    if (!known || known->expires <= now) {
        return Standing::Void;
    }
    const bool isOrphan =
        !known->applicationCredential.isEmpty() && !findCredential(known->applicationCredential);
    return isOrphan ? Standing::WithoutCredential : Standing::Good;
}

const Token *Directory::findToken(const QString &id) const
{
    return entryIn(m_tokens, id);
}

void Directory::replace(const QString &credential)
{
    const Credential wanted = Credential::from(credential, m_known.id);
    if (m_known.method != Credential::Method::Password && m_known.id != wanted.id) {
        removeCredential(m_known.id);
    }
    std::erase_if(m_tokens, [&wanted](const auto &entry) {
        return entry.second.applicationCredential.isEmpty()
            || entry.second.applicationCredential == wanted.id;
    });
    m_known = wanted;
    admit(wanted, Role::Member);
}

void Directory::admit(const Credential &credential, Role role)
{
    if (credential.method == Credential::Method::Password) {
        admitPassword(credential, role);
        return;
    }
    const User *owner = findUserNamed(role == Role::Member ? u"demo"_s : u"auditor"_s);
    const QString name = role == Role::Member ? u"snapdeck"_s : u"reader"_s;
    addCredential({credential.id, credential.name.isEmpty() ? name : credential.name,
                   u"for the desktop"_s, credential.secret, owner->id, m_project, role});
}

void Directory::admitPassword(const Credential &credential, Role role)
{
    const User user = userNamed(credential.user, credential.secret, m_project, role);
    m_users.insert_or_assign(user.id, user);
}

QString roleId(const QString &role)
{
    return hexIdOf(u"role"_s, role);
}

QStringList roleNames(Role role)
{
    return role == Role::Member ? QStringList{u"member"_s, u"reader"_s} : QStringList{u"reader"_s};
}

} // namespace Demo::OpenStack
