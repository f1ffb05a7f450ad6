// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "domain/money.h"

#include <QList>
#include <QString>

#include <optional>

namespace Domain {

/// A server type at one location.
struct ServerOffer
{
    LocationId location;
    bool isAvailable = true; ///< false: sold out, or no longer sold there
    std::optional<UnitPrice> price = {}; ///< PerMonth or PerHour; net, as the price list is

    friend bool operator==(const ServerOffer &, const ServerOffer &) = default;
};

/// A size of server, as the vendor sells it.
struct ServerType
{
    ServerTypeId id;
    QString name; ///< the vendor's own, "cx23"
    int cores = 0;
    qint64 memoryBytes = 0;
    qint64 diskBytes = 0;
    QString architecture; ///< "x86", "arm"; empty when not known
    QList<ServerOffer> offers; ///< where it is sold; a location that is missing has none

    friend bool operator==(const ServerType &, const ServerType &) = default;
};

} // namespace Domain
