// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/credentialform.h"

/// Forms of credentials, as providers describe them.
namespace Fixture {

using namespace Qt::StringLiterals;

inline Domain::CredentialForm tokenForm(const QString &label, const QString &placeholder = {})
{
    Domain::CredentialField token;
    token.key = u"token"_s;
    token.label = label;
    token.placeholder = placeholder;
    token.missing = u"Enter the token."_s;
    token.content = Domain::CredentialField::Content::Word;
    token.isSecret = true;
    Domain::CredentialForm form;
    form.id = token.key;
    form.title = label;
    form.fields = {token};
    return form;
}

/// An ID and a secret.
inline Domain::CredentialForm keyForm()
{
    Domain::CredentialField id;
    id.key = u"id"_s;
    id.label = u"ID"_s;
    id.missing = u"Enter the ID."_s;
    id.content = Domain::CredentialField::Content::Word;
    Domain::CredentialField secret;
    secret.key = u"secret"_s;
    secret.label = u"Secret"_s;
    secret.missing = u"Enter the secret."_s;
    secret.content = Domain::CredentialField::Content::Exact;
    secret.isSecret = true;
    Domain::CredentialForm form;
    form.id = u"key"_s;
    form.title = u"Key"_s;
    form.help = u"It can be revoked."_s;
    form.fields = {id, secret};
    return form;
}

/// A user and a domain in one row, a password, and a region that may be left out.
inline Domain::CredentialForm passwordForm()
{
    Domain::CredentialField user;
    user.key = u"user"_s;
    user.label = u"User"_s;
    user.missing = u"Enter the user's name."_s;
    Domain::CredentialField domain;
    domain.key = u"domain"_s;
    domain.label = u"Domain"_s;
    domain.placeholder = u"Default"_s;
    domain.isRequired = false;
    domain.defaultValue = u"Default"_s;
    domain.place = Domain::CredentialField::Place::BesidePrevious;
    Domain::CredentialField password = keyForm().fields.last();
    password.key = u"password"_s;
    password.label = u"Password"_s;
    password.missing = u"Enter the password."_s;
    Domain::CredentialField region;
    region.key = u"region"_s;
    region.label = u"Region"_s;
    region.help = u"Left empty, every region is shown."_s;
    region.isRequired = false;
    Domain::CredentialForm form;
    form.id = u"password"_s;
    form.title = u"User and password"_s;
    form.fields = {user, domain, password, region};
    return form;
}

} // namespace Fixture
