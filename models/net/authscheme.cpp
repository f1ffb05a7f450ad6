// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/authscheme.h"

#include <QNetworkRequest>

#include <algorithm>

namespace Net {

namespace {

/// Visible ASCII only: anything else would be refused by the server or split the header.
bool fitsHeader(const Domain::Secret &secret)
{
    return !secret.isEmpty()
        && std::ranges::all_of(secret.reveal(), [](char c) { return c > ' ' && c <= '~'; });
}

QString removed(const Domain::Secret &secret, QString text)
{
    if (!secret.isEmpty()) {
        text.replace(QString::fromUtf8(secret.reveal()), QStringLiteral("[removed]"));
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

} // namespace Net
