// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/accountdraft.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Accounts {

using Domain::Secret;

namespace {

constexpr char firstPrintable = 0x21;
constexpr char lastPrintable = 0x7e;

using Content = Domain::CredentialField::Content;

/// What pasting leaves around a word: blanks, line breaks, and, in UTF-8, the no-break space, the
/// zero-width space and the byte order mark.
constexpr std::array<QByteArrayView, 9> padding{
    " ", "\t", "\r", "\n", "\v", "\f", "\xc2\xa0", "\xe2\x80\x8b", "\xef\xbb\xbf"};

/// All that a password loses: a blank may belong to it.
constexpr std::array<QByteArrayView, 2> lineBreaks{"\r", "\n"};

QByteArrayView without(std::span<const QByteArrayView> pads, QByteArrayView text)
{
    for (qsizetype before = -1; before != text.size();) {
        before = text.size();
        for (const QByteArrayView pad : pads) {
            text = text.startsWith(pad) ? text.sliced(pad.size()) : text;
            text = text.endsWith(pad) ? text.chopped(pad.size()) : text;
        }
    }
    return text;
}

bool isControl(char c)
{
    return uchar(c) < uchar(' ') || c == '\x7f';
}

std::optional<DraftProblem> problemInside(QByteArrayView value, Content content)
{
    if (value.isEmpty()) {
        return DraftProblem::ValueEmpty;
    }
    if (std::ranges::any_of(value, [](char c) { return c == '\n' || c == '\r'; })) {
        return DraftProblem::ValueHasLineBreaks;
    }
    if (content != Content::Word) {
        return std::ranges::any_of(value, isControl)
            ? std::optional(DraftProblem::ValueHasStrangeCharacters)
            : std::nullopt;
    }
    if (std::ranges::any_of(value, [](char c) { return c == ' ' || c == '\t'; })) {
        return DraftProblem::ValueHasBlanks;
    }
    if (std::ranges::any_of(value,
                            [](char c) { return c < firstPrintable || c > lastPrintable; })) {
        return DraftProblem::ValueHasStrangeCharacters;
    }
    return std::nullopt;
}

struct ValueReading
{
    Secret cleaned;
    std::optional<DraftProblem> problem;
};

/// The one place here that opens a Secret.
ValueReading readValue(const Secret &typed, Content content)
{
    const QByteArrayView value = content == Content::Exact ? without(lineBreaks, typed.reveal())
                                                           : without(padding, typed.reveal());
    return ValueReading{Secret(value.toByteArray()), problemInside(value, content)};
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
    return findings;
}

std::optional<DraftProblem> valueProblem(const Domain::CredentialField &field, const Secret &typed)
{
    const std::optional<DraftProblem> problem = readValue(typed, field.content).problem;
    return problem == DraftProblem::ValueEmpty && !field.isRequired ? std::nullopt : problem;
}

Secret cleanValue(const Domain::CredentialField &field, const Secret &typed)
{
    return readValue(typed, field.content).cleaned;
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
