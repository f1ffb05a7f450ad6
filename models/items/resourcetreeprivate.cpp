// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcetreeprivate.h"

#include "domain/clock.h"

#include <QSet>

#include <algorithm>

namespace Items {

namespace {

constexpr int firstAccountRow = 4;

qint64 wholeMinute(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / 60;
}

void collect(const std::vector<NodePlan> &plans, QSet<NodeId> &ids)
{
    for (const NodePlan &plan : plans) {
        ids.insert(plan.id);
        collect(plan.children, ids);
    }
}

} // namespace

ResourceTreeModel::Private::Private(ResourceTreeModel &model, const Domain::Clock &clock)
    : m_model(model)
    , m_clock(clock)
    , m_minute(wholeMinute(clock.now()))
{
    for (const NodeKind kind :
         {NodeKind::AllSnapshots, NodeKind::Servers, NodeKind::Activity, NodeKind::Heading}) {
        NodePlan plan;
        plan.id.kind = kind;
        m_root.children.push_back(make(plan, &m_root));
    }
    number(&m_root);
}

QDateTime ResourceTreeModel::Private::now() const
{
    return m_clock.now();
}

const ResourceTreeModel::Private::Node *ResourceTreeModel::Private::nodeAt(
    const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : &m_root;
}

QModelIndex ResourceTreeModel::Private::indexOf(const Node *node) const
{
    return node && node != &m_root ? m_model.createIndex(node->row, 0, node) : QModelIndex();
}

int ResourceTreeModel::Private::totalSnapshots() const
{
    int total = 0;
    for (const std::unique_ptr<Node> &node : m_root.children) {
        total += node->content.snapshots;
    }
    return total;
}

void ResourceTreeModel::Private::merge(const NodePlan &plan)
{
    Node *branch = m_nodes.value(plan.id);
    if (!branch) {
        insertRun(&m_root, int(m_root.children.size()), {&plan});
        announceTotal();
        return;
    }
    QSet<NodeId> wanted;
    collect(plan.children, wanted);
    removeVanished(branch, NodeKind::Resource, wanted);
    arrange(branch, plan.children);
    // Projects last: their resources may have moved out before.
    removeVanished(branch, NodeKind::Project, wanted);
    if (branch->content != plan.content) {
        branch->content = plan.content;
        const QModelIndex index = indexOf(branch);
        Q_EMIT m_model.dataChanged(index, index);
    }
    announceTotal();
}

void ResourceTreeModel::Private::removeAccount(const Domain::AccountId &account)
{
    if (const Node *branch = find({NodeKind::Account, account, {}, {}})) {
        removeRows(&m_root, branch->row, branch->row);
        announceTotal();
    }
}

void ResourceTreeModel::Private::refreshAges()
{
    const qint64 minute = wholeMinute(now());
    if (minute == m_minute) {
        return;
    }
    m_minute = minute;
    for (size_t row = firstAccountRow; row < m_root.children.size(); ++row) {
        announceAges(m_root.children[row].get());
    }
}

void ResourceTreeModel::Private::announceAges(const Node *parent)
{
    if (parent->children.empty()) {
        return;
    }
    Q_EMIT m_model.dataChanged(indexOf(parent->children.front().get()),
                               indexOf(parent->children.back().get()),
                               {TrailingTextRole, WarningRole, Qt::AccessibleTextRole});
    for (const std::unique_ptr<Node> &child : parent->children) {
        announceAges(child.get());
    }
}

void ResourceTreeModel::Private::announceTotal()
{
    const int total = totalSnapshots();
    if (total != m_announcedTotal) {
        m_announcedTotal = total;
        const QModelIndex all = indexOf(m_root.children.front().get());
        Q_EMIT m_model.dataChanged(all, all, {TrailingTextRole, Qt::AccessibleTextRole});
    }
}

std::unique_ptr<ResourceTreeModel::Private::Node> ResourceTreeModel::Private::make(
    const NodePlan &plan, Node *parent)
{
    auto node = std::make_unique<Node>();
    node->id = plan.id;
    node->content = plan.content;
    node->parent = parent;
    m_nodes.insert(plan.id, node.get());
    for (const NodePlan &child : plan.children) {
        node->children.push_back(make(child, node.get()));
    }
    number(node.get());
    return node;
}

void ResourceTreeModel::Private::removeVanished(Node *parent, NodeKind kind,
                                                const QSet<NodeId> &wanted)
{
    for (int last = int(parent->children.size()) - 1; last >= 0; --last) {
        const auto isGone = [&](int row) {
            const NodeId &id = parent->children[size_t(row)]->id;
            return id.kind == kind && !wanted.contains(id);
        };
        if (!isGone(last)) {
            removeVanished(parent->children[size_t(last)].get(), kind, wanted);
            continue;
        }
        int first = last;
        while (first > 0 && isGone(first - 1)) {
            --first;
        }
        removeRows(parent, first, last);
        last = first;
    }
}

void ResourceTreeModel::Private::arrange(Node *parent, const std::vector<NodePlan> &plans)
{
    for (size_t row = 0; row < plans.size(); ++row) {
        Node *node = m_nodes.value(plans[row].id);
        if (node) {
            move(node, parent, int(row));
            continue;
        }
        std::vector<const NodePlan *> run;
        for (size_t i = row; i < plans.size() && !m_nodes.contains(plans[i].id); ++i) {
            run.push_back(&plans[i]);
        }
        insertRun(parent, int(row), run);
        row += run.size() - 1;
    }
    for (const NodePlan &plan : plans) {
        if (plan.id.kind == NodeKind::Project) {
            arrange(m_nodes.value(plan.id), plan.children);
        }
    }
    update(parent, plans);
}

/// A new project comes empty: what it holds may be moved into it.
void ResourceTreeModel::Private::insertRun(Node *parent, int row,
                                           const std::vector<const NodePlan *> &plans)
{
    m_model.beginInsertRows(indexOf(parent), row, row + int(plans.size()) - 1);
    std::vector<std::unique_ptr<Node>> nodes;
    for (const NodePlan *plan : plans) {
        const bool isProject = plan->id.kind == NodeKind::Project;
        nodes.push_back(make(isProject ? NodePlan{plan->id, plan->content, {}} : *plan, parent));
    }
    parent->children.insert(parent->children.begin() + row, std::make_move_iterator(nodes.begin()),
                            std::make_move_iterator(nodes.end()));
    number(parent);
    m_model.endInsertRows();
}

void ResourceTreeModel::Private::move(Node *node, Node *to, int row)
{
    Node *from = node->parent;
    if (from == to && node->row == row) {
        return;
    }
    m_model.beginMoveRows(indexOf(from), node->row, node->row, indexOf(to), row);
    std::unique_ptr<Node> moved = std::move(from->children[size_t(node->row)]);
    from->children.erase(from->children.begin() + node->row);
    moved->parent = to;
    to->children.insert(to->children.begin() + row, std::move(moved));
    number(from);
    number(to);
    m_model.endMoveRows();
}

void ResourceTreeModel::Private::update(Node *parent, const std::vector<NodePlan> &plans)
{
    int first = -1;
    int last = -1;
    for (size_t row = 0; row < plans.size(); ++row) {
        Node &node = *parent->children[row];
        if (node.content != plans[row].content) {
            node.content = plans[row].content;
            first = first < 0 ? int(row) : first;
            last = int(row);
        }
    }
    if (first >= 0) {
        Q_EMIT m_model.dataChanged(m_model.index(first, 0, indexOf(parent)),
                                   m_model.index(last, 0, indexOf(parent)));
    }
}

void ResourceTreeModel::Private::removeRows(Node *parent, int first, int last)
{
    m_model.beginRemoveRows(indexOf(parent), first, last);
    for (int row = first; row <= last; ++row) {
        forget(*parent->children[size_t(row)]);
    }
    parent->children.erase(parent->children.begin() + first, parent->children.begin() + last + 1);
    number(parent);
    m_model.endRemoveRows();
}

void ResourceTreeModel::Private::forget(const Node &node)
{
    m_nodes.remove(node.id);
    for (const std::unique_ptr<Node> &child : node.children) {
        forget(*child);
    }
}

void ResourceTreeModel::Private::number(Node *parent)
{
    for (size_t row = 0; row < parent->children.size(); ++row) {
        parent->children[row]->row = int(row);
    }
}

} // namespace Items
