// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secret.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Domain {

/// One part of a credential, as a person enters it.
struct CredentialField
{
    /// What may stand in it, and what pasting may have put around it.
    enum class Content {
        Word, ///< printable ASCII without blanks; blanks around it are taken off
        Line, ///< a name; blanks around it are taken off
        Exact, ///< a password: as it was typed, but for line breaks around it
    };
    enum class Place { OwnRow, BesidePrevious };

    QString key; ///< unique in its form
    QString label; ///< "API token"
    QString placeholder = {};
    QString help = {};
    QString missing = {}; ///< said below it where it is needed and empty: "Enter the token."
    Content content = Content::Line;
    bool isSecret = false; ///< not readable unless the person asks for it
    bool isRequired = true;
    QString defaultValue = {}; ///< what it stands for when it is left empty
    Place place = Place::OwnRow;

    friend bool operator==(const CredentialField &, const CredentialField &) = default;
};

/// One of the ways to sign in that a provider knows.
struct CredentialForm
{
    QString id; ///< "password"
    QString title; ///< "Password"
    QString help = {}; ///< what is good or bad about it
    QList<CredentialField> fields;

    friend bool operator==(const CredentialForm &, const CredentialForm &) = default;
};

/// What was entered into a form. Everything in it is taken for secret.
struct CredentialEntry
{
    QString form; ///< the id of the form
    QHash<QString, Secret> values; ///< by key; may hold more than the form shows

    [[nodiscard]] bool isEmpty() const { return values.isEmpty(); }
};

/// One account as another program's file describes it.
struct CredentialImport
{
    QString name;
    QUrl baseUrl;
    CredentialEntry credential;
    QString certificateFile = {}; ///< of an authority of its own; still to be read
    QStringList notes = {}; ///< what is done otherwise than the file says
    QStringList problems = {}; ///< why it can't be used, if it can't
};

} // namespace Domain
