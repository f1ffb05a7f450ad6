// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcebranch.h"

#include <QHash>
#include <QSet>

namespace Items {

/// The tree's nodes, and how a branch as it was becomes the branch as it should be: what has gone
/// is removed, what is new inserted, what stands elsewhere moved. Nothing is reset.
class ResourceTreeModel::Private
{
public:
    struct Node
    {
        NodeId id;
        NodeContent content;
        Node *parent = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> children;
    };

    Private(ResourceTreeModel &model, const Domain::Clock &clock);

    void merge(const NodePlan &plan);
    void removeAccount(const Domain::AccountId &account);
    void refreshAges();

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] const Node *nodeAt(const QModelIndex &index) const; ///< the root when invalid
    [[nodiscard]] const Node *find(const NodeId &id) const { return m_nodes.value(id); }
    [[nodiscard]] QModelIndex indexOf(const Node *node) const;
    [[nodiscard]] int totalSnapshots() const;

private:
    [[nodiscard]] std::unique_ptr<Node> make(const NodePlan &plan, Node *parent);
    void removeVanished(Node *parent, NodeKind kind, const QSet<NodeId> &wanted);
    void arrange(Node *parent, const std::vector<NodePlan> &plans);
    void insertRun(Node *parent, int row, const std::vector<const NodePlan *> &plans);
    void move(Node *node, Node *to, int row);
    void update(Node *parent, const std::vector<NodePlan> &plans);
    void removeRows(Node *parent, int first, int last);
    void forget(const Node &node);
    void announceAges(const Node *parent);
    void announceTotal();
    static void number(Node *parent);

    ResourceTreeModel &m_model;
    const Domain::Clock &m_clock;
    Node m_root;
    QHash<NodeId, Node *> m_nodes;
    int m_announcedTotal = 0;
    qint64 m_minute = 0; ///< that the shown ages belong to
};

} // namespace Items
