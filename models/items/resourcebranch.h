// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcetreemodel.h"

#include <QDateTime>

#include <vector>

namespace Items {

/// Names one node of the resource tree, across merges.
struct NodeId
{
    ResourceTreeModel::NodeKind kind = ResourceTreeModel::NodeKind::AllSnapshots;
    Domain::AccountId account;
    Domain::ProjectId project;
    std::optional<Domain::ResourceKey> resource;

    friend bool operator==(const NodeId &, const NodeId &) = default;
    friend size_t qHash(const NodeId &id, size_t seed = 0)
    {
        return qHashMulti(seed, int(id.kind), id.account, id.project,
                          id.resource.value_or(Domain::ResourceKey()));
    }
};

/// What a node shows.
struct NodeContent
{
    QString text;
    QString disabledReason;
    int colour = 0;
    int snapshots = 0;
    QDateTime lastGood; ///< UTC; invalid: no good snapshot
    bool isLoading = false; ///< the snapshots are not known yet
    bool isFailed = false;
    QDateTime shownAsOf; ///< UTC; valid while it is from before

    friend bool operator==(const NodeContent &, const NodeContent &) = default;
};

/// A branch as it should be.
struct NodePlan
{
    NodeId id;
    NodeContent content;
    std::vector<NodePlan> children;
};

[[nodiscard]] NodePlan planBranch(const AccountBranch &branch);

} // namespace Items
