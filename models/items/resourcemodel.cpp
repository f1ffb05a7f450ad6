// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcemodel.h"

#include "domain/clock.h"
#include "items/displaytext.h"
#include "items/resourcecolumns.h"
#include "items/rowmerge.h"

#include <algorithm>

namespace Items {

using Domain::AccountId;
using Domain::ResourceKey;

namespace {

qint64 minuteOf(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / 60;
}

QList<ResourceKey> resourceKeysOf(const QList<ResourceRow> &rows)
{
    QList<ResourceKey> keys;
    keys.reserve(rows.size());
    for (const ResourceRow &row : rows) {
        keys.append(row.resource.key);
    }
    return keys;
}

/// The rows with those of one account replaced, in the place where they were.
QList<ResourceRow> replaced(const QList<ResourceRow> &rows, const AccountId &account,
                            const QList<ResourceRow> &with)
{
    const auto isOfAccount = [&account](const ResourceRow &row) {
        return row.resource.key.account == account;
    };
    const auto place =
        std::distance(rows.cbegin(), std::find_if(rows.cbegin(), rows.cend(), isOfAccount));
    QList<ResourceRow> result = rows;
    result.removeIf(isOfAccount);
    QList<ResourceRow> tail = result.sliced(place);
    result.resize(place);
    return result + with + tail;
}

} // namespace

ResourceModel::ResourceModel(const Domain::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_minute(minuteOf(clock.now()))
{
}

ResourceModel::~ResourceModel() = default;

QDateTime ResourceModel::now() const
{
    return m_clock.now();
}

int ResourceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int ResourceModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ResourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    const ResourceRow &row = m_rows.at(index.row());
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column, now());
    case Qt::ToolTipRole:
        return plainToolTip(explanation(row, column, now()));
    case Qt::AccessibleTextRole:
        return accessibleText(row, column, now());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(columnAlignment(column));
    case KeyRole:
        return QVariant::fromValue(row.resource.key);
    case SortRole:
        return sortValue(row, column);
    case SecondaryTextRole:
        return secondaryText(row, column);
    case ColourRole:
        return row.colour;
    case IconRole:
        return iconName(row, column, now());
    case ToneRole:
        return int(toneOf(row, column, now()));
    default:
        return {};
    }
}

QVariant ResourceModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const auto column = static_cast<Column>(section);
    switch (role) {
    case Qt::DisplayRole:
        return headerText(column);
    case Qt::ToolTipRole:
        return headerToolTip(column);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(columnAlignment(column));
    default:
        return {};
    }
}

void ResourceModel::merge(const AccountId &account, const QList<ResourceRow> &rows)
{
    const QList<ResourceRow> wanted = replaced(m_rows, account, rows);
    mergeRows(
        resourceKeysOf(m_rows), resourceKeysOf(wanted),
        [this](int first, int last) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
        },
        [this, &wanted](int first, int last) {
            beginInsertRows({}, first, last);
            for (int row = first; row <= last; ++row) {
                m_rows.insert(row, wanted.at(row));
            }
            endInsertRows();
        });
    int firstChanged = -1;
    int lastChanged = -1;
    for (int row = 0; row < rowCount(); ++row) {
        if (m_rows.at(row) != wanted.at(row)) {
            m_rows[row] = wanted.at(row);
            firstChanged = firstChanged < 0 ? row : firstChanged;
            lastChanged = row;
        }
    }
    if (firstChanged >= 0) {
        Q_EMIT dataChanged(index(firstChanged, 0), index(lastChanged, ColumnCount - 1));
    }
}

void ResourceModel::removeAccount(const AccountId &account)
{
    merge(account, {});
}

void ResourceModel::refreshAges()
{
    const qint64 minute = minuteOf(now());
    if (minute == m_minute) {
        return;
    }
    m_minute = minute;
    if (!m_rows.isEmpty()) {
        Q_EMIT dataChanged(index(0, LastGood), index(rowCount() - 1, LastGood));
    }
}

const ResourceRow *ResourceModel::row(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_rows.at(index.row()) : nullptr;
}

const ResourceRow *ResourceModel::row(const ResourceKey &key) const
{
    return row(indexOf(key));
}

QModelIndex ResourceModel::indexOf(const ResourceKey &key, int column) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&key](const ResourceRow &row) { return row.resource.key == key; });
    return found == m_rows.cend() ? QModelIndex()
                                  : index(int(std::distance(m_rows.cbegin(), found)), column);
}

QString ResourceModel::summaryText() const
{
    int servers = 0;
    int uncovered = 0;
    const QDateTime time = now();
    for (const ResourceRow &row : m_rows) {
        servers += row.resource.key.kind == Domain::ResourceKind::Server ? 1 : 0;
        const Cover cover = coverOf(row, time);
        uncovered += cover == Cover::Missing || cover == Cover::TooOld ? 1 : 0;
    }
    const QString counts = tr("%1, %2", "numbers of servers and volumes")
                               .arg(tr("%n server(s)", nullptr, servers),
                                    tr("%n volume(s)", nullptr, rowCount() - servers));
    return uncovered == 0
        ? counts
        : tr("%1 · %2", "two facts")
              .arg(counts,
                   tr("%n without a good snapshot of the last 30 days", nullptr, uncovered));
}

} // namespace Items
