// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Domain {

/// A vendor's or our own identifier. The tag keeps a snapshot's id from being passed as a server's.
template <class Tag>
struct Id
{
    QString value;

    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }

    friend bool operator==(const Id &, const Id &) = default;
    friend auto operator<=>(const Id &a, const Id &b)
    {
        return QString::compare(a.value, b.value) <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using AccountId = Id<struct AccountTag>;
using ProjectId = Id<struct ProjectTag>;
using LocationId = Id<struct LocationTag>;
using ResourceId = Id<struct ResourceTag>;
using SnapshotId = Id<struct SnapshotTag>;
using RemoteTaskId = Id<struct RemoteTaskTag>;
using PlanId = Id<struct PlanTag>;
using BillingCycleId = Id<struct BillingCycleTag>;
using ServerTypeId = Id<struct ServerTypeTag>;
using ImageId = Id<struct ImageTag>;
using OperationId = Id<struct OperationTag>;

} // namespace Domain
