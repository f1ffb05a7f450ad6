// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redaction.h"

#include "net/authscheme.h"

#include <QStringList>

#include <algorithm>

namespace Net {

namespace {

constexpr qsizetype longestWord = 24;
constexpr qsizetype longestHeader = 128;

bool looksLikeId(const QString &segment)
{
    const bool hasDigit =
        std::ranges::any_of(segment, [](QChar c) { return c >= u'0' && c <= u'9'; });
    const bool isVersion = segment.size() <= 3 && segment.startsWith(u'v');
    return (hasDigit && !isVersion) || segment.contains(u'%') || segment.size() > longestWord;
}

} // namespace

QString withoutIds(const QString &path)
{
    QStringList segments = path.split(u'/');
    for (QString &segment : segments) {
        if (looksLikeId(segment)) {
            segment = QStringLiteral("{id}");
        }
    }
    return segments.join(u'/');
}

QString printable(const QByteArray &value)
{
    QString text = QString::fromLatin1(value.first(std::min(value.size(), longestHeader)));
    text.removeIf([](QChar c) { return c < u' ' || c > u'~'; });
    return text;
}

Domain::Error withoutSecret(Domain::Error error, const AuthScheme *auth)
{
    if (!auth) {
        return error;
    }
    error.message = auth->withoutSecret(error.message);
    error.code = auth->withoutSecret(error.code);
    error.requestId = auth->withoutSecret(error.requestId);
    for (Domain::ErrorField &field : error.fields) {
        field.name = auth->withoutSecret(field.name);
        field.message = auth->withoutSecret(field.message);
    }
    return error;
}

} // namespace Net
