// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <optional>

namespace Domain {

/// How many snapshots of one kind an account may have, and has: "3 of 10".
struct Limit
{
    enum class Unit { Snapshots, Bytes };

    SnapshotKind kind = SnapshotKind::Server;
    Unit unit = Unit::Snapshots;
    ProjectId project; ///< that it is of; empty: of the whole account
    LocationId location; ///< that it is of; empty: of all
    qint64 used = 0;
    std::optional<qint64> maximum; ///< absent: as many as one likes

    friend bool operator==(const Limit &, const Limit &) = default;
};

} // namespace Domain
