// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QList>
#include <QUrl>

#include <optional>

namespace Providers {

/// The services that we speak to.
enum class OpenStackService { Volume, Compute, Image };

/// One line of a token's catalog; of a service that we don't speak to the type alone.
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
    bool hasNetworks = false; ///< there is a network service in the catalog, wherever

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
        /// Who logs in on this machine, through a tunnel for one, may have services here as well.
        /// Else a token would go to whoever of this machine's users listens there.
        enum class PlainText { Refused, OnThisMachine } plainText = PlainText::Refused;
    };

    /// By region name. InvalidInput for an address that must not see a token: plain text to another
    /// machine, or no URL at all.
    [[nodiscard]] static Domain::Result<QList<OpenStackServices>> services(
        const QList<OpenStackEndpoint> &catalog, const Choice &choice);

    /// Whether there are services of that type that we speak to, under this or another name.
    [[nodiscard]] static bool knows(const QString &type);

    /// The part of a service's address that ends in its version, "https://nova/v2.1".
    [[nodiscard]] static QUrl versionRoot(const QUrl &address);
};

} // namespace Providers
