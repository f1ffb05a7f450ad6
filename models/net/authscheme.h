// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secret.h"

class QNetworkRequest;

namespace Net {

/// Puts a credential on a request. With the keychain store the only place that opens a Secret.
class AuthScheme
{
public:
    virtual ~AuthScheme() = default;
    virtual void authorize(QNetworkRequest &request) const = 0;
};

/// Authorization: Bearer <token>
class BearerAuth final : public AuthScheme
{
public:
    explicit BearerAuth(Domain::Secret token);
    void authorize(QNetworkRequest &request) const override;

private:
    Domain::Secret m_token;
};

/// A header of the vendor's own, "X-API-Key".
class HeaderAuth final : public AuthScheme
{
public:
    HeaderAuth(QByteArray header, Domain::Secret key);
    void authorize(QNetworkRequest &request) const override;

private:
    QByteArray m_header;
    Domain::Secret m_key;
};

} // namespace Net
