// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/credentialform.h"

#include <optional>

namespace Accounts {

/// What a person typed into the account dialog, but for the credential.
struct AccountDraft
{
    QString name;
    QString url;
    enum class UrlRule { Required, EmptyUsesKnown } urlRule = UrlRule::Required;
};

enum class DraftProblem {
    NameEmpty,
    NameTaken,
    UrlEmpty,
    UrlInvalid, ///< no URL, or no host in it
    UrlNotHttps, ///< http to anything but loopback
    UrlHasCredentials, ///< user:password@ or a query in it
    ValueEmpty,
    ValueHasBlanks, ///< blanks inside of a word
    ValueHasLineBreaks,
    ValueHasStrangeCharacters, ///< of a word: anything outside printable ASCII; else what no key
                               ///< types
};

enum class DraftField { Name, Url };

struct DraftFinding
{
    DraftField field = DraftField::Name;
    DraftProblem problem = DraftProblem::NameEmpty;

    friend bool operator==(const DraftFinding &, const DraftFinding &) = default;
};

/// Every problem, at most one a field.
[[nodiscard]] QList<DraftFinding> check(const AccountDraft &draft, const QStringList &otherNames);
/// What is wrong with a part of the credential. Blanks and line breaks around it, as pasting brings
/// them, are no problem: cleanValue() takes off what the field's content lets it.
[[nodiscard]] std::optional<DraftProblem> valueProblem(const Domain::CredentialField &field,
                                                       const Domain::Secret &typed);
[[nodiscard]] Domain::Secret cleanValue(const Domain::CredentialField &field,
                                        const Domain::Secret &typed);
/// The URL as it is stored: trimmed, without a slash at the end.
[[nodiscard]] QUrl cleanUrl(const QString &typed);

} // namespace Accounts
