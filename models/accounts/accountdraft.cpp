// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountdraft.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::Secret;

namespace {

constexpr char firstPrintable = 0x21;
constexpr char lastPrintable = 0x7e;

/// What pasting leaves around a token: blanks, line breaks, and, in UTF-8, the no-break space, the
/// zero-width space and the byte order mark.
constexpr std::array<QByteArrayView, 9> padding{
    " ", "\t", "\r", "\n", "\v", "\f", "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf"};

QByteArrayView withoutPadding(QByteArrayView text)
{
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        for (const QByteArrayView pad : padding) {
            text = text.startsWith(pad) ? text.sliced(pad.size()) : text;
            text = text.endsWith(pad) ? text.chopped(pad.size()) : text;
        }
    }
    return text;
}

std::optional<DraftProblem> problemInside(QByteArrayView token)
{
    if (token.isEmpty()) {
        return DraftProblem::TokenEmpty;
    }
    if (std::ranges::any_of(token, [](char c) { return c == '\n' || c == '\r'; })) {
        return DraftProblem::TokenHasLineBreaks;
    }
    if (std::ranges::any_of(token, [](char c) { return c == ' ' || c == '\t'; })) {
        return DraftProblem::TokenHasBlanks;
    }
    if (std::ranges::any_of(token,
                            [](char c) { return c < firstPrintable || c > lastPrintable; })) {
        return DraftProblem::TokenHasStrangeCharacters;
    }
    return std::nullopt;
}

struct TokenReading
{
    Secret cleaned;
    std::optional<DraftProblem> problem;
};

/// The one place here that opens a Secret.
TokenReading readToken(const Secret &typed)
{
    const QByteArrayView token = withoutPadding(typed.reveal());
    return TokenReading{Secret(token.toByteArray()), problemInside(token)};
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression ipv4(u"\\A127(\\.[0-9]{1,3}){3}\\z"_s);
    return host == "localhost"_L1 || host == "::1"_L1 || ipv4.match(host).hasMatch();
}

std::optional<DraftProblem> nameProblem(const QString &typed, const QStringList &otherNames)
{
    const QString name = typed.simplified();
    if (name.isEmpty()) {
        return DraftProblem::NameEmpty;
    }
    const bool isTaken = std::ranges::any_of(otherNames, [&name](const QString &other) {
        return other.simplified().compare(name, Qt::CaseInsensitive) == 0;
    });
    return isTaken ? std::optional(DraftProblem::NameTaken) : std::nullopt;
}

std::optional<DraftProblem> urlProblem(const AccountDraft &draft)
{
    const QString typed = draft.url.trimmed();
    if (typed.isEmpty()) {
        return draft.urlRule == AccountDraft::UrlRule::Required
            ? std::optional(DraftProblem::UrlEmpty)
            : std::nullopt;
    }
    const QUrl url(typed, QUrl::StrictMode);
    if (!url.isValid() || url.scheme().isEmpty() || url.host().isEmpty()) {
        return DraftProblem::UrlInvalid;
    }
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()) {
        return DraftProblem::UrlHasCredentials;
    }
    const bool isAllowed =
        url.scheme() == "https"_L1 || (url.scheme() == "http"_L1 && isLoopback(url.host()));
    return isAllowed ? std::nullopt : std::optional(DraftProblem::UrlNotHttps);
}

std::optional<DraftProblem> tokenProblem(const AccountDraft &draft)
{
    const std::optional<DraftProblem> problem = readToken(draft.token).problem;
    const bool mayBeEmpty = draft.tokenRule == AccountDraft::TokenRule::EmptyKeepsStored;
    return problem == DraftProblem::TokenEmpty && mayBeEmpty ? std::nullopt : problem;
}

} // namespace

QList<DraftFinding> check(const AccountDraft &draft, const QStringList &otherNames)
{
    QList<DraftFinding> findings;
    const auto note = [&findings](DraftField field, std::optional<DraftProblem> problem) {
        if (problem) {
            findings.append(DraftFinding{field, *problem});
        }
    };
    note(DraftField::Name, nameProblem(draft.name, otherNames));
    note(DraftField::Url, urlProblem(draft));
    note(DraftField::Token, tokenProblem(draft));
    return findings;
}

Secret cleanToken(const Secret &typed)
{
    return readToken(typed).cleaned;
}

QUrl cleanUrl(const QString &typed)
{
    QUrl url(typed.trimmed(), QUrl::StrictMode);
    QString path = url.path();
    while (path.endsWith(u'/')) {
        path.chop(1);
    }
    url.setPath(path);
    return url;
}

} // namespace Accounts
