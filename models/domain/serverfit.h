// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/servertype.h"
#include "domain/snapshot.h"

#include <optional>

namespace Domain {

/// Why a new server of a type can't be made from a snapshot at a location.
enum class ServerFit {
    Fits,
    DiskTooSmall,
    OtherArchitecture,
    NotSoldThere,
    SoldOut,
};

/// What a server type is held against. Absent and empty: not known, so anything may fit.
struct ServerNeeds
{
    std::optional<qint64> diskBytes; ///< the least
    QString architecture;

    friend bool operator==(const ServerNeeds &, const ServerNeeds &) = default;
};

/// Where the snapshot does not tell, its source does, if it is still there.
[[nodiscard]] ServerNeeds needsOf(const Snapshot &snapshot, const std::optional<Resource> &source);

[[nodiscard]] ServerFit fitOf(const ServerType &type, const LocationId &location,
                              const ServerNeeds &needs);

/// Null where it is not sold there.
[[nodiscard]] const ServerOffer *offerAt(const ServerType &type, const LocationId &location);

} // namespace Domain
