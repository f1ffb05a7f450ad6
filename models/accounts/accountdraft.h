// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/account.h"
#include "domain/secret.h"

#include <optional>

namespace Accounts {

/// What a person typed into the account dialog. The token is a Secret from the first key on.
struct AccountDraft
{
    QString name;
    QString url;
    enum class UrlRule { Required, EmptyUsesKnown } urlRule = UrlRule::Required;
    Domain::Secret token;
    enum class TokenRule { Required, EmptyKeepsStored } tokenRule = TokenRule::Required;
};

enum class DraftProblem {
    NameEmpty,
    NameTaken,
    UrlEmpty,
    UrlInvalid, ///< no URL, or no host in it
    UrlNotHttps, ///< http to anything but loopback
    UrlHasCredentials, ///< user:password@ or a query in it
    TokenEmpty,
    TokenHasBlanks, ///< blanks inside
    TokenHasLineBreaks,
    TokenHasStrangeCharacters, ///< anything outside printable ASCII
};

enum class DraftField { Name, Url, Token };

struct DraftFinding
{
    DraftField field = DraftField::Name;
    DraftProblem problem = DraftProblem::NameEmpty;

    friend bool operator==(const DraftFinding &, const DraftFinding &) = default;
};

/// Every problem, at most one a field. Blanks and line breaks around a token, as pasting brings
/// them, are no problem: cleanToken() takes them off.
[[nodiscard]] QList<DraftFinding> check(const AccountDraft &draft, const QStringList &otherNames);
[[nodiscard]] Domain::Secret cleanToken(const Domain::Secret &typed);
/// The URL as it is stored: trimmed, without a slash at the end.
[[nodiscard]] QUrl cleanUrl(const QString &typed);

} // namespace Accounts
