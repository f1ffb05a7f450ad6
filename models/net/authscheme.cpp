// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/authscheme.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkRequest>

#include <algorithm>

namespace Net {

namespace {

/// More than one is enough for any answer that is still under way.
constexpr qsizetype rememberedTokens = 4;

/// Visible ASCII only: anything else would be refused by the server or split the header.
bool fitsHeader(const Domain::Secret &secret)
{
    return !secret.isEmpty()
        && std::ranges::all_of(secret.reveal(), [](char c) { return c > ' ' && c <= '~'; });
}

/// As it stands in a JSON text, without the quotation marks: escaped as little as can be, or
/// everything beyond ASCII too.
QStringList inJson(const QString &text)
{
    const QByteArray document = QJsonDocument(QJsonArray{text}).toJson(QJsonDocument::Compact);
    const QString sparing = QString::fromUtf8(document.sliced(2, document.size() - 4));
    QString thorough;
    for (const QChar c : sparing) {
        thorough += c.unicode() < 0x80
            ? QString(c)
            : QStringLiteral("\\u%1").arg(c.unicode(), 4, 16, QLatin1Char('0'));
    }
    return {sparing, thorough};
}

/// Servers echo what they were sent in bodies of JSON, too.
QString removed(const Domain::Secret &secret, QString text)
{
    if (secret.isEmpty()) {
        return text;
    }
    const QString plain = QString::fromUtf8(secret.reveal());
    const QString gone = QStringLiteral("[removed]");
    text.replace(plain, gone);
    const QStringList forms = inJson(plain);
    for (const QString &form : forms) {
        text.replace(form, gone, Qt::CaseInsensitive); // of hexadecimal digits
    }
    return text;
}

} // namespace

BearerAuth::BearerAuth(Domain::Secret token)
    : m_token(std::move(token))
{
}

void BearerAuth::authorize(QNetworkRequest &request) const
{
    request.setRawHeader("Authorization", "Bearer " + m_token.reveal());
}

bool BearerAuth::canBeSent() const
{
    return fitsHeader(m_token);
}

QString BearerAuth::withoutSecret(const QString &text) const
{
    return removed(m_token, text);
}

HeaderAuth::HeaderAuth(QByteArray header, Domain::Secret key)
    : m_header(std::move(header))
    , m_key(std::move(key))
{
}

void HeaderAuth::authorize(QNetworkRequest &request) const
{
    request.setRawHeader(m_header, m_key.reveal());
}

bool HeaderAuth::canBeSent() const
{
    return fitsHeader(m_key);
}

QString HeaderAuth::withoutSecret(const QString &text) const
{
    return removed(m_key, text);
}

TokenAuth::TokenAuth(QByteArray header)
    : m_header(std::move(header))
{
}

bool TokenAuth::replace(const Domain::Secret &token, const QDateTime &due)
{
    if (!fitsHeader(token)) {
        return false;
    }
    if (!m_token.isEmpty()) {
        m_former.prepend(m_token);
        m_former.resize(std::min(m_former.size(), rememberedTokens));
    }
    m_token = token;
    m_due = due;
    ++m_version;
    return true;
}

void TokenAuth::authorize(QNetworkRequest &request) const
{
    request.setRawHeader(m_header, m_token.reveal());
}

bool TokenAuth::canBeSent() const
{
    return fitsHeader(m_token);
}

QString TokenAuth::withoutSecret(const QString &text) const
{
    QString clean = removed(m_token, text);
    for (const Domain::Secret &token : m_former) {
        clean = removed(token, clean);
    }
    return clean;
}

bool TokenAuth::isDue(const QDateTime &now) const
{
    return m_due.isValid() && now >= m_due;
}

BodyAuth::BodyAuth(Domain::Secret credential)
    : m_credential(std::move(credential))
{
}

void BodyAuth::hideToken(const Domain::Secret &token)
{
    m_token = token;
}

void BodyAuth::authorize(QNetworkRequest & /*request*/) const {}

bool BodyAuth::canBeSent() const
{
    return !m_credential.isEmpty();
}

QString BodyAuth::withoutSecret(const QString &text) const
{
    return removed(m_token, removed(m_credential, text));
}

} // namespace Net
