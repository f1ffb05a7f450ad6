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
    QString user = {};
    QString userDomain = QStringLiteral("Default"); ///< by name
    QString project = {}; ///< by name, with a password alone; empty: every one the user reaches
    QString projectDomain = QStringLiteral("Default"); ///< by name
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
