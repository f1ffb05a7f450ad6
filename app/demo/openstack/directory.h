// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/openstack/credential.h"
#include "demo/openstack/entities.h"

#include <map>

namespace Demo::OpenStack {

enum class Role { Member, Reader };

struct User
{
    QString id;
    QString name;
    QString password;
    // Reaches every project; this is the one meant where none is told. May be empty.
    QString defaultProject;
    Role role = Role::Member;
};

struct ApplicationCredential
{
    QString id;
    QString name;
    QString description;
    QString secret;
    QString user;
    QString project;
    Role role = Role::Member;
};

struct Token
{
    QString id;
    QString user;
    // Empty for one without a scope.
    QString project;
    QStringList methods;
    QStringList auditIds;
    // What it was got by; empty where it was a password.
    QString applicationCredential;
    Role role = Role::Member;
    Instant issued{};
    Instant expires{};
};

// Who may use the cloud: its users, their application credentials, and the tokens they were given.
class Directory
{
public:
    enum class Standing { Good, Void, WithoutCredential };

    Directory(const CloudOptions &options, const QList<Project> &projects);

    [[nodiscard]] const User *findUser(const QString &id) const;
    [[nodiscard]] const User *findUserNamed(const QString &name) const;
    [[nodiscard]] const ApplicationCredential *findCredential(const QString &id) const;
    [[nodiscard]] QList<const ApplicationCredential *> credentialsOf(const QString &user) const;
    void addCredential(const ApplicationCredential &credential);
    // Its tokens are told from those that nobody gave.
    void removeCredential(const QString &id);

    // Gives it an id, and the time it lasts.
    [[nodiscard]] Token issue(Token token, Instant now);
    void revoke(const QString &token);
    [[nodiscard]] Standing standing(const QString &token, Instant now) const;
    [[nodiscard]] const Token *findToken(const QString &id) const;

    // What the option "token" tells is good from now on, and what it told before is not.
    void replace(const QString &credential);

private:
    void admit(const Credential &credential, Role role);
    void admitPassword(const Credential &credential, Role role);

    QString m_project;
    std::map<QString, User> m_users;
    std::map<QString, ApplicationCredential> m_credentials;
    std::map<QString, Token> m_tokens;
    Credential m_known;
    int m_lastToken = 0;
};

[[nodiscard]] QString roleId(const QString &role);
[[nodiscard]] QStringList roleNames(Role role);

} // namespace Demo::OpenStack
