// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activitymodel.h"

#include "domain/clock.h"
#include "items/activitycolumns.h"
#include "items/activitytext.h"
#include "items/displaytext.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace Items {

using Domain::JournalEntry;
using Domain::OperationState;

namespace {

qint64 wholeMinutes(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / 60;
}

} // namespace

ActivityModel::ActivityModel(const Domain::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_clock(clock)
    , m_minute(wholeMinutes(clock.now()))
{
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int ActivityModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(ColumnCount);
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    const JournalEntry *entry = this->entry(index);
    if (!entry) {
        return {};
    }
    const auto column = static_cast<Column>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*entry, column, m_clock.now(), sizeUnit(entry->operation.account));
    case Qt::ToolTipRole:
        return plainToolTip(explanation(*entry, column));
    case Qt::AccessibleTextRole:
        return accessibleText(*entry, column, m_clock.now(), sizeUnit(entry->operation.account));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(columnAlignment(column));
    case IdRole:
        return QVariant::fromValue(entry->operation.id);
    case SortRole:
        return sortValue(*entry, column);
    case SecondaryTextRole:
        return secondaryText(*entry, column, m_clock.now());
    case IconRole:
        return iconName(*entry, column);
    case ToneRole:
        return int(toneOf(*entry, column));
    default:
        return {};
    }
}

QVariant ActivityModel::headerData(int section, Qt::Orientation orientation, int role) const
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

void ActivityModel::set(const QList<JournalEntry> &entries)
{
    if (entries.isEmpty()) {
        return;
    }
    beginResetModel();
    const QList<JournalEntry> earlier = std::exchange(m_entries, entries);
    m_rows.clear();
    m_searchTexts.clear();
    for (int row = 0; row < m_entries.size(); ++row) {
        m_rows.insert(m_entries.at(row).operation.id, row);
    }
    for (const JournalEntry &entry : earlier) {
        const int row = m_rows.value(entry.operation.id, -1);
        if (row >= 0) {
            m_entries[row] = entry;
        } else {
            m_rows.insert(entry.operation.id, int(m_entries.size()));
            m_entries.append(entry);
        }
    }
    endResetModel();
}

void ActivityModel::put(const JournalEntry &entry)
{
    const QModelIndex known = indexOf(entry.operation.id);
    if (!known.isValid()) {
        const int row = int(m_entries.size());
        beginInsertRows({}, row, row);
        m_entries.append(entry);
        m_rows.insert(entry.operation.id, row);
        endInsertRows();
        return;
    }
    const int row = known.row();
    if (m_entries.at(row) != entry) {
        m_entries[row] = entry;
        if (size_t(row) < m_searchTexts.size()) {
            m_searchTexts[size_t(row)].clear();
        }
        Q_EMIT dataChanged(known, index(row, ColumnCount - 1));
    }
}

void ActivityModel::setUnreadable(const UnreadableEntries &entries)
{
    if (m_unreadable != entries) {
        m_unreadable = entries;
        Q_EMIT unreadableChanged();
    }
}

void ActivityModel::setSizeUnit(const Domain::AccountId &account, Domain::SizeUnit unit)
{
    if (unit == sizeUnit(account)) {
        return;
    }
    m_sizeUnits.insert(account, unit);
    if (!m_entries.isEmpty()) {
        Q_EMIT dataChanged(index(0, Size), index(rowCount() - 1, Size),
                           {Qt::DisplayRole, Qt::AccessibleTextRole});
    }
}

Domain::SizeUnit ActivityModel::sizeUnit(const Domain::AccountId &account) const
{
    return m_sizeUnits.value(account, Domain::SizeUnit::Gigabyte);
}

void ActivityModel::refreshAges()
{
    const qint64 minute = wholeMinutes(m_clock.now());
    if (minute == m_minute) {
        return;
    }
    m_minute = minute;
    if (!m_entries.isEmpty()) {
        // Roles, so that no proxy sorts or filters again: nothing of that has changed.
        Q_EMIT dataChanged(index(0, Started), index(rowCount() - 1, Started),
                           {Qt::DisplayRole, SecondaryTextRole, Qt::AccessibleTextRole});
    }
}

const JournalEntry *ActivityModel::entry(const QModelIndex &index) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? &m_entries.at(index.row()) : nullptr;
}

QModelIndex ActivityModel::indexOf(const Domain::OperationId &id, int column) const
{
    const int row = m_rows.value(id, -1);
    return row < 0 ? QModelIndex() : index(row, column);
}

const std::string &ActivityModel::searchText(int row) const
{
    if (m_searchTexts.size() < size_t(m_entries.size())) {
        m_searchTexts.resize(size_t(m_entries.size()));
    }
    std::string &text = m_searchTexts.at(size_t(row));
    if (text.empty()) {
        text = activitySearchText(m_entries.at(row));
    }
    return text;
}

QString ActivityModel::summaryText() const
{
    const auto count = [this](OperationState state) {
        return int(std::ranges::count_if(m_entries, [state](const JournalEntry &entry) {
            return entry.operation.state == state;
        }));
    };
    QStringList facts{tr("%n entries", nullptr, rowCount())};
    const QLocale locale;
    if (const int failed = count(OperationState::Failed); failed > 0) {
        facts.append(tr("%1 failed", "number of entries").arg(locale.toString(failed)));
    }
    if (const int uncertain = count(OperationState::NeedsAnswer); uncertain > 0) {
        facts.append(tr("%1 not certain", "number of entries").arg(locale.toString(uncertain)));
    }
    if (m_unreadable.count > 0) {
        facts.append(
            tr("%1 can't be read", "number of entries").arg(locale.toString(m_unreadable.count)));
    }
    return facts.join(u" · ");
}

} // namespace Items
