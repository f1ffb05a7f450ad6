// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QMetaType>

namespace Domain {

/// What a snapshot is of. A snapshot's kind is its resource's kind: a VM snapshot, a volume
/// snapshot.
enum class ResourceKind { Server, Volume };
using SnapshotKind = ResourceKind;

/// Names one server or volume across all accounts.
struct ResourceKey
{
    AccountId account;
    ResourceKind kind = ResourceKind::Server;
    ResourceId id;

    friend bool operator==(const ResourceKey &, const ResourceKey &) = default;
    friend size_t qHash(const ResourceKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, static_cast<int>(key.kind), key.id);
    }
};

/// Names one snapshot across all accounts.
struct SnapshotKey
{
    AccountId account;
    SnapshotKind kind = SnapshotKind::Server;
    SnapshotId id;

    friend bool operator==(const SnapshotKey &, const SnapshotKey &) = default;
    friend size_t qHash(const SnapshotKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.account, static_cast<int>(key.kind), key.id);
    }
};

} // namespace Domain

Q_DECLARE_METATYPE(Domain::ResourceKey)
Q_DECLARE_METATYPE(Domain::SnapshotKey)
