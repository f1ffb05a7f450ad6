// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace Providers {

/// One line of a token's catalog.
struct OpenStackEndpoint
{
    QString type; ///< "volumev3"
    QString catalogInterface; ///< "public"
    QString region; ///< empty where the catalog names none
    QString url; ///< as written

    friend bool operator==(const OpenStackEndpoint &, const OpenStackEndpoint &) = default;
};

/// Where a region's services are, each address with the version that we speak at its end. Absent
/// where the catalog has none.
struct OpenStackServices
{
    QString region;
    std::optional<QUrl> volume = {};
    std::optional<QUrl> compute = {};
    std::optional<QUrl> image = {};

    friend bool operator==(const OpenStackServices &, const OpenStackServices &) = default;
};

/// Chooses from a catalog what we speak to.
class OpenStackCatalog
{
public:
    struct Choice
    {
        QString catalogInterface; ///< "public"
        QString region; ///< empty: each
        QString project; ///< its id, for addresses that have to end in it
    };

    /// By region name. InvalidInput for an address that must not see a token: plain text to another
    /// machine, or no URL at all.
    [[nodiscard]] static Domain::Result<QList<OpenStackServices>> services(
        const QList<OpenStackEndpoint> &catalog, const Choice &choice);

    /// The part of a service's address that ends in its version, "https://nova/v2.1".
    [[nodiscard]] static QUrl versionRoot(const QUrl &address);
};

} // namespace Providers
