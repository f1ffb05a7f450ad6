// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secret.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
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

    /// Counts how often the credential was replaced.
    [[nodiscard]] virtual int version() const { return 0; }
    /// True when it had better be replaced before it is used again.
    [[nodiscard]] virtual bool isDue(const QDateTime & /*now*/) const { return false; }
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

/// A token of limited life in a header of the vendor's own, replaced while the clients that share
/// it go on. To be used on their thread alone.
class TokenAuth final : public AuthScheme
{
public:
    explicit TokenAuth(QByteArray header);
    /// A null `due` leaves it to the server to tell when the token has ended. False for a token
    /// that no header can carry; the former one stays.
    [[nodiscard]] bool replace(const Domain::Secret &token, const QDateTime &due = {});

    void authorize(QNetworkRequest &request) const override;
    [[nodiscard]] bool canBeSent() const override;
    /// The former tokens too, since late answers may hold them.
    [[nodiscard]] QString withoutSecret(const QString &text) const override;
    [[nodiscard]] int version() const override { return m_version; }
    [[nodiscard]] bool isDue(const QDateTime &now) const override;

private:
    QByteArray m_header;
    Domain::Secret m_token;
    QList<Domain::Secret> m_former; ///< the last few, newest first
    QDateTime m_due;
    int m_version = 0;
};

/// For credentials that travel in the bodies of requests: puts nothing on them, and takes the
/// credentials out of what the server echoes.
class BodyAuth final : public AuthScheme
{
public:
    explicit BodyAuth(Domain::Secret credential);
    /// One more that travels so; only the newest of these is remembered.
    void hideToken(const Domain::Secret &token);

    void authorize(QNetworkRequest &request) const override;
    [[nodiscard]] bool canBeSent() const override;
    [[nodiscard]] QString withoutSecret(const QString &text) const override;

private:
    Domain::Secret m_credential;
    Domain::Secret m_token;
};

} // namespace Net
