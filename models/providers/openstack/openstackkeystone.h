// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/location.h"
#include "net/httprequest.h"
#include "providers/openstack/openstackcatalog.h"
#include "providers/openstack/openstackcredential.h"

#include <QDateTime>

namespace Providers {

/// What Keystone answers to a login.
struct OpenStackToken
{
    Domain::Secret id = {}; ///< not in the body: it comes in a header
    QString user = {};
    std::optional<Domain::Project> project = {}; ///< absent for a token without a scope
    QDateTime issuedAt = {}; ///< by Keystone's clock; may be null
    QDateTime expiresAt = {};
    QList<OpenStackEndpoint> catalog = {};

    /// When it had better be replaced: a minute before its end, or at half of a life shorter than
    /// two. By our clock, since Keystone's may be set otherwise.
    [[nodiscard]] QDateTime due(const QDateTime &arrivedAt) const;
};

/// Requests to Keystone's version 3 and the values in its answers.
class OpenStackKeystone
{
public:
    /// The header of an answer to login() and scoped() that holds the token.
    [[nodiscard]] static QByteArray tokenHeader();

    /// For the project that the credential names or is bound to, else for none.
    [[nodiscard]] static Net::HttpRequest login(const OpenStackCredential &credential);
    /// For a project by a token for none. Its life ends with that token's.
    [[nodiscard]] static Net::HttpRequest scoped(const Domain::Secret &token,
                                                 const Domain::ProjectId &project);
    /// The projects that the token's user may log in to.
    [[nodiscard]] static Net::HttpRequest projects();

    [[nodiscard]] static Domain::Result<OpenStackToken> readToken(const QByteArray &body);
    /// Those that are enabled.
    [[nodiscard]] static Domain::Result<QList<Domain::Project>> readProjects(
        const QByteArray &body);

    /// With "/v3" at its end, as people have it or not. No version list is asked: the addresses in
    /// it may name another scheme or host than the one that can be reached.
    [[nodiscard]] static QUrl address(const QUrl &authUrl);
};

} // namespace Providers
