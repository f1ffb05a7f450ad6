// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcetreemodel.h"

#include "items/displaytext.h"
#include "items/resourcerow.h"
#include "items/resourcetreeprivate.h"

#include <QLocale>

namespace Items {

namespace {

bool isDisabled(const NodeContent &content)
{
    return !content.disabledReason.isEmpty();
}

bool needsSnapshot(const NodeContent &content, const QDateTime &now)
{
    return !isDisabled(content) && !content.isLoading
        && (!content.lastGood.isValid() || isTooOld(content.lastGood, now));
}

/// "14:02", "19 Nov": beside a name there is room for no more, and the tool tip tells the rest.
QString shortTimeText(const QDateTime &time, const QDateTime &now)
{
    const QDateTime local = time.toLocalTime();
    return local.date() == now.toLocalTime().date()
        ? asOfTimeText(time, now)
        : QLocale().toString(local.date(), ResourceTreeModel::tr("d MMM", "day and month"));
}

} // namespace

ResourceTreeModel::ResourceTreeModel(const Domain::Clock &clock, QObject *parent)
    : QAbstractItemModel(parent)
    , d(std::make_unique<Private>(*this, clock))
{
}

ResourceTreeModel::~ResourceTreeModel() = default;

QModelIndex ResourceTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent)) {
        return {};
    }
    return createIndex(row, column, d->nodeAt(parent)->children[size_t(row)].get());
}

QModelIndex ResourceTreeModel::parent(const QModelIndex &index) const
{
    return index.isValid() ? d->indexOf(d->nodeAt(index)->parent) : QModelIndex();
}

int ResourceTreeModel::rowCount(const QModelIndex &parent) const
{
    return parent.column() > 0 ? 0 : int(d->nodeAt(parent)->children.size());
}

int ResourceTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant ResourceTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const Private::Node &node = *d->nodeAt(index);
    switch (role) {
    case Qt::DisplayRole:
        return text(index);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::AccessibleTextRole:
        return accessibleText(index);
    case Qt::AccessibleDescriptionRole:
        return toolTip(index);
    case NodeKindRole:
        return int(node.id.kind);
    case AccountIdRole:
        return node.id.account.isEmpty() ? QVariant() : QVariant::fromValue(node.id.account);
    case ResourceKeyRole:
        return node.id.resource ? QVariant::fromValue(*node.id.resource) : QVariant();
    case ColourRole:
        return node.id.kind == NodeKind::Account ? QVariant(node.content.colour) : QVariant();
    case TrailingTextRole:
        return trailingText(index);
    case WarningRole:
        return isWarning(index);
    case DisabledReasonRole:
        return node.content.disabledReason;
    default:
        return {};
    }
}

Qt::ItemFlags ResourceTreeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Private::Node &node = *d->nodeAt(index);
    // What can't be snapshotted can be looked at: its page says why.
    const Qt::ItemFlags flags = node.id.kind == NodeKind::Heading
        ? Qt::NoItemFlags
        : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return node.id.kind == NodeKind::Account || node.id.kind == NodeKind::Project
        ? flags
        : flags | Qt::ItemNeverHasChildren;
}

void ResourceTreeModel::merge(const AccountBranch &branch)
{
    d->merge(planBranch(branch));
}

void ResourceTreeModel::removeAccount(const Domain::AccountId &account)
{
    d->removeAccount(account);
}

void ResourceTreeModel::refreshAges()
{
    d->refreshAges();
}

QModelIndex ResourceTreeModel::allSnapshotsIndex() const
{
    return index(0, 0);
}

QModelIndex ResourceTreeModel::serversIndex() const
{
    return index(1, 0);
}

QModelIndex ResourceTreeModel::activityIndex() const
{
    return index(2, 0);
}

QModelIndex ResourceTreeModel::indexOf(const Domain::AccountId &account) const
{
    return d->indexOf(d->find({NodeKind::Account, account, {}, {}}));
}

QModelIndex ResourceTreeModel::indexOf(const Domain::ResourceKey &resource) const
{
    return d->indexOf(d->find({NodeKind::Resource, resource.account, {}, resource}));
}

QString ResourceTreeModel::text(const QModelIndex &index) const
{
    const Private::Node &node = *d->nodeAt(index);
    switch (node.id.kind) {
    case NodeKind::AllSnapshots:
        return tr("All snapshots");
    case NodeKind::Servers:
        return tr("Servers and volumes");
    case NodeKind::Activity:
        return tr("Activity");
    case NodeKind::Heading:
        return tr("ACCOUNTS");
    case NodeKind::Account:
    case NodeKind::Project:
    case NodeKind::Resource:
        break;
    }
    return node.content.text.simplified();
}

QString ResourceTreeModel::trailingText(const QModelIndex &index) const
{
    const Private::Node &node = *d->nodeAt(index);
    const NodeContent &content = node.content;
    switch (node.id.kind) {
    case NodeKind::Servers:
    case NodeKind::Activity:
    case NodeKind::Heading:
        return {};
    case NodeKind::AllSnapshots:
        return QLocale().toString(d->totalSnapshots());
    case NodeKind::Account:
        if (content.shownAsOf.isValid()) {
            return shortTimeText(content.shownAsOf, d->now());
        }
        return content.isLoading ? tr("…", "loading") : QLocale().toString(content.snapshots);
    case NodeKind::Project:
        return QLocale().toString(content.snapshots);
    case NodeKind::Resource:
        break;
    }
    if (isDisabled(content) || content.isLoading) {
        return {};
    }
    return content.lastGood.isValid() ? ageText(content.lastGood, d->now())
                                      : tr("none", "no good snapshot");
}

bool ResourceTreeModel::isWarning(const QModelIndex &index) const
{
    const Private::Node &node = *d->nodeAt(index);
    return node.id.kind == NodeKind::Resource ? needsSnapshot(node.content, d->now())
                                              : node.content.isFailed;
}

QString ResourceTreeModel::accountToolTip(const NodeContent &content) const
{
    QString name = inlineName(content.text);
    if (!content.shownAsOf.isValid()) {
        return content.isFailed
            ? tr("%1: the last refresh failed. What is shown is from before.").arg(name)
            : name;
    }
    const QString time = asOfTimeText(content.shownAsOf, d->now());
    return content.isFailed
        ? tr("%1: the last refresh failed. What is shown is as of %2.").arg(name, time)
        : tr("%1: what is shown is as of %2, until a refresh succeeds.").arg(name, time);
}

QString ResourceTreeModel::toolTip(const QModelIndex &index) const
{
    const Private::Node &node = *d->nodeAt(index);
    const NodeContent &content = node.content;
    QString name = inlineName(content.text);
    switch (node.id.kind) {
    case NodeKind::Heading:
        return {};
    case NodeKind::AllSnapshots:
        return tr("The snapshots of every account");
    case NodeKind::Servers:
        return tr("The servers and volumes of every account");
    case NodeKind::Activity:
        return tr("What was done with this program, by whom, and how it ended");
    case NodeKind::Account:
        return accountToolTip(content);
    case NodeKind::Project:
        return name;
    case NodeKind::Resource:
        break;
    }
    if (isDisabled(content)) {
        return tr("%1: no snapshots at this provider.").arg(name);
    }
    if (content.isLoading) {
        return name;
    }
    return content.lastGood.isValid()
        ? tr("%1: last good snapshot %2").arg(name, isoText(content.lastGood))
        : tr("%1: no good snapshot yet.").arg(name);
}

QString ResourceTreeModel::accessibleText(const QModelIndex &index) const
{
    const Private::Node &node = *d->nodeAt(index);
    QString shown = text(index);
    const QString trailing = trailingText(index);
    switch (node.id.kind) {
    case NodeKind::Heading:
        return tr("Accounts");
    case NodeKind::Servers:
    case NodeKind::Activity:
        return shown;
    case NodeKind::Account:
        if (node.content.shownAsOf.isValid()) {
            return tr("%1, %2 snapshots, as of %3")
                .arg(shown, QLocale().toString(node.content.snapshots),
                     asOfTimeText(node.content.shownAsOf, d->now()));
        }
        [[fallthrough]];
    case NodeKind::AllSnapshots:
    case NodeKind::Project:
        return node.content.isLoading ? tr("%1, loading").arg(shown)
                                      : tr("%1, %2 snapshots").arg(shown, trailing);
    case NodeKind::Resource:
        break;
    }
    const QString kind = node.id.resource ? kindText(node.id.resource->kind) : QString();
    if (isDisabled(node.content) || node.content.isLoading) {
        return tr("%1, %2", "name and kind").arg(shown, kind);
    }
    return node.content.lastGood.isValid()
        ? tr("%1, %2, last good snapshot %3 old").arg(shown, kind, trailing)
        : tr("%1, %2, no good snapshot").arg(shown, kind);
}

} // namespace Items
