// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/sourcetreemodel.h"

#include "items/displaytext.h"
#include "items/rowmerge.h"
#include "items/taketext.h"

#include <QCoreApplication>
#include <QHash>

#include <iterator>
#include <vector>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::ResourceKey;
using Domain::ResourceKind;

namespace {

class SourceTreeWords
{
    Q_DECLARE_TR_FUNCTIONS(SourceTreeModel)
};

} // namespace

struct SourceTreeModel::Node
{
    SourceChoice choice;
    Node *parent = nullptr;
    int row = 0; ///< among the parent's children
    std::vector<std::unique_ptr<Node>> children;

    Node *add(const SourceChoice &child)
    {
        children.push_back(std::make_unique<Node>(child, this, int(children.size())));
        return children.back().get();
    }

    /// A copy of its own, with everything below.
    [[nodiscard]] std::unique_ptr<Node> copyFor(Node *owner) const
    {
        auto copy = std::make_unique<Node>(choice, owner, row);
        for (const auto &child : children) {
            copy->children.push_back(child->copyFor(copy.get()));
        }
        return copy;
    }

    [[nodiscard]] QList<ResourceKey> keys() const
    {
        QList<ResourceKey> keys;
        for (const auto &child : children) {
            keys.append(child->choice.resource.key);
        }
        return keys;
    }

    void number(int from)
    {
        for (int i = from; i < int(children.size()); ++i) {
            children.at(size_t(i))->row = i;
        }
    }
};

SourceTreeModel::SourceTreeModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<Node>())
{
}

SourceTreeModel::~SourceTreeModel() = default;

const SourceTreeModel::Node *SourceTreeModel::nodeAt(const QModelIndex &index) const
{
    return index.isValid() ? static_cast<const Node *>(index.constInternalPointer()) : m_root.get();
}

QModelIndex SourceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, nodeAt(parent)->children.at(size_t(row)).get());
}

QModelIndex SourceTreeModel::parent(const QModelIndex &index) const
{
    const Node *owner = index.isValid() ? nodeAt(index)->parent : nullptr;
    return !owner || owner == m_root.get() ? QModelIndex() : createIndex(owner->row, 0, owner);
}

int SourceTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(nodeAt(parent)->children.size());
}

int SourceTreeModel::columnCount(const QModelIndex &) const
{
    return ColumnCount;
}

QString SourceTreeModel::text(const Node &node, int column)
{
    const Domain::Resource &resource = node.choice.resource;
    switch (column) {
    case Name:
        return resource.name.isEmpty() ? resource.key.id.value : resource.name;
    case Size:
        return resource.sizeBytes ? sizeText(*resource.sizeBytes, node.choice.sizeUnit) : QString();
    case AttachedTo:
        return node.choice.attachedTo.isEmpty() && resource.key.kind == ResourceKind::Volume
            ? u"—"_s
            : node.choice.attachedTo;
    case State:
        return sourceStateText(resource);
    default:
        return {};
    }
}

QString SourceTreeModel::spoken(const Node &node)
{
    QString all = SourceTreeWords::tr("%1, %2", "between facts of a row")
                      .arg(text(node, Name), kindText(node.choice.resource.key.kind));
    for (const int column : {Size, State}) {
        const QString fact = text(node, column);
        if (!fact.isEmpty()) {
            all = SourceTreeWords::tr("%1, %2", "between facts of a row").arg(all, fact);
        }
    }
    if (!node.choice.attachedTo.isEmpty()) {
        all =
            SourceTreeWords::tr("%1, attached to %2").arg(all, inlineName(node.choice.attachedTo));
    }
    return node.choice.reason.isEmpty()
        ? all
        : SourceTreeWords::tr("%1. Can't be chosen: %2", "facts of a row and why")
              .arg(all, node.choice.reason);
}

QVariant SourceTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Node &node = *nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(node, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(index.column() == Size ? Qt::AlignRight | Qt::AlignVCenter
                                                          : Qt::AlignLeft | Qt::AlignVCenter);
    case Qt::ToolTipRole:
        return plainToolTip(node.choice.reason.isEmpty() ? node.choice.room : node.choice.reason);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(node) : text(node, index.column());
    case ChoiceIdRole:
        return QVariant::fromValue(node.choice.resource.key);
    case ReasonRole:
        return node.choice.reason;
    case IconNameRole:
        return node.choice.resource.key.kind == ResourceKind::Server ? u"server"_s
                                                                     : u"hard-drive"_s;
    case DepthRole:
        return node.parent == m_root.get() ? 0 : 1;
    default:
        return {};
    }
}

QVariant SourceTreeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(section == Size ? Qt::AlignRight | Qt::AlignVCenter
                                                   : Qt::AlignLeft | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return SourceTreeWords::tr("Name");
    case Size:
        return SourceTreeWords::tr("Size");
    case AttachedTo:
        return SourceTreeWords::tr("Attached to");
    case State:
        return SourceTreeWords::tr("State");
    default:
        return {};
    }
}

Qt::ItemFlags SourceTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    return nodeAt(index)->choice.reason.isEmpty() ? Qt::ItemIsEnabled | Qt::ItemIsSelectable
                                                  : Qt::ItemFlags(Qt::ItemIsEnabled);
}

void SourceTreeModel::merge(const QList<SourceChoice> &sources)
{
    Node wanted;
    QHash<ResourceKey, Node *> servers;
    for (const SourceChoice &source : sources) {
        // Servers come first in the list.
        const std::optional<ResourceKey> &server = source.resource.attachedTo;
        Node *owner = server ? servers.value(*server, &wanted) : &wanted;
        Node *node = owner->add(source);
        if (source.resource.key.kind == ResourceKind::Server) {
            servers.insert(source.resource.key, node);
        }
    }
    mergeChildren(*m_root, {}, wanted);
}

void SourceTreeModel::mergeChildren(Node &node, const QModelIndex &index, const Node &wanted)
{
    mergeRows(
        node.keys(), wanted.keys(),
        [this, &node, &index](int first, int last) {
            beginRemoveRows(index, first, last);
            node.children.erase(node.children.begin() + first, node.children.begin() + last + 1);
            node.number(first);
            endRemoveRows();
        },
        [this, &node, &index, &wanted](int first, int last) {
            beginInsertRows(index, first, last);
            std::vector<std::unique_ptr<Node>> added;
            for (int row = first; row <= last; ++row) {
                added.push_back(wanted.children.at(size_t(row))->copyFor(&node));
            }
            node.children.insert(node.children.begin() + first,
                                 std::make_move_iterator(added.begin()),
                                 std::make_move_iterator(added.end()));
            node.number(first);
            endInsertRows();
        });
    for (int row = 0; row < int(wanted.children.size()); ++row) {
        Node &child = *node.children.at(size_t(row));
        const Node &target = *wanted.children.at(size_t(row));
        const QModelIndex first = this->index(row, 0, index);
        if (child.choice != target.choice) {
            child.choice = target.choice;
            Q_EMIT dataChanged(first, first.siblingAtColumn(ColumnCount - 1));
        }
        mergeChildren(child, first, target);
    }
}

} // namespace Items
