// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secret.h"

#include <QByteArray>
#include <QString>

class QNetworkRequest;

namespace Net {

/// Puts a credential on a request. With the keychain store the only place that opens a Secret.
class AuthScheme
{
public:
    virtual ~AuthScheme() = default;
    virtual void authorize(QNetworkRequest &request) const = 0;

    /// False for a credential that no header can carry: empty, or with blanks or line breaks
    /// inside. Such a request is answered Unauthorized and never leaves.
    [[nodiscard]] virtual bool canBeSent() const = 0;

    /// The text with the credential taken out, for what a server echoes back.
    [[nodiscard]] virtual QString withoutSecret(const QString &text) const = 0;
};

/// Authorization: Bearer <token>
class BearerAuth final : public AuthScheme
{
public:
    explicit BearerAuth(Domain::Secret token);
    void authorize(QNetworkRequest &request) const override;
    [[nodiscard]] bool canBeSent() const override;
    [[nodiscard]] QString withoutSecret(const QString &text) const override;

private:
    Domain::Secret m_token;
};

/// A header of the vendor's own, "X-API-Key".
class HeaderAuth final : public AuthScheme
{
public:
    HeaderAuth(QByteArray header, Domain::Secret key);
    void authorize(QNetworkRequest &request) const override;
    [[nodiscard]] bool canBeSent() const override;
    [[nodiscard]] QString withoutSecret(const QString &text) const override;

private:
    QByteArray m_header;
    Domain::Secret m_key;
};

} // namespace Net
