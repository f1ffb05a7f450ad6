// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/secret.h"

#include <QByteArray>
#include <QString>

namespace Providers {

/// Who logs in, as it is kept in the keychain: one JSON object as text. Members that are empty are
/// left out of it; `region` empty means every region.
struct OpenStackCredential
{
    enum class Method { ApplicationCredential, ApplicationCredentialName, Password };

    Method method = Method::ApplicationCredential;
    QString id = {}; ///< of an application credential
    QString name = {}; ///< of an application credential that is told by its user and name
    /// Told by a name in a domain, or by an id, which needs no domain.
    struct Named
    {
        QString name = {};
        QString id = {}; ///< where it is there, the name is not
        QString domain = QStringLiteral("Default"); ///< by name
        QString domainId = {}; ///< where it is there, the domain's name is not

        [[nodiscard]] bool isEmpty() const { return name.isEmpty() && id.isEmpty(); }
    };
    Named user = {};
    Named project = {}; ///< with a password alone; empty: every one the user reaches
    QString region = {};
    QString catalogInterface = QStringLiteral("public"); ///< "public", "internal" or "admin"
    QByteArray authorities = {}; ///< PEM; trusted instead of the system's
    Domain::Secret secret = {}; ///< the application credential's or the password

    /// InvalidInput for a text that says more, less or anything else than it must, in words that
    /// repeat nothing of it.
    [[nodiscard]] static Domain::Result<OpenStackCredential> read(const Domain::Secret &text);
    [[nodiscard]] Domain::Secret toText() const;
};

} // namespace Providers
