// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotmodel.h"
#include "items/snapshotstore.h"

#include <QLocale>

#include <array>

namespace Items {

/// The sorted order of a store's rows: by one column, absent values last whichever the direction,
/// equal ones by name and then by key. Numbers and times are sorted as numbers; texts by their
/// rank, which is worked out once as the locale's collation wants it and kept until such a text
/// changes.
class SnapshotOrder
{
public:
    explicit SnapshotOrder(const SnapshotStore &store);

    [[nodiscard]] SnapshotModel::Column column() const { return m_column; }
    [[nodiscard]] Qt::SortOrder direction() const { return m_direction; }
    void set(SnapshotModel::Column column, Qt::SortOrder direction);

    /// Takes note of what changed; true when the order may be another one now.
    bool note(const StoreChanges &changes);
    /// Every live row.
    [[nodiscard]] std::vector<Slot> sorted();

private:
    using Ranks = std::vector<quint32>; ///< by slot
    struct Entry
    {
        qint64 value; ///< smaller comes first
        quint32 name; ///< rank of the name, for equal values
        Slot slot;
    };

    [[nodiscard]] const Ranks &ranksOf(SnapshotModel::Column column);
    [[nodiscard]] Ranks rank(const std::vector<Slot> &slots, SnapshotModel::Column column) const;
    [[nodiscard]] std::vector<Slot> liveSlots() const;
    [[nodiscard]] std::vector<Entry> valued();
    static void setNames(std::vector<Entry> &entries, const Ranks &names);
    /// False when there are none.
    [[nodiscard]] bool nameTies(std::vector<Entry> &entries);
    template <class Visit>
    static void forEachTie(std::vector<Entry> &entries, const Visit &visit);

    const SnapshotStore &m_store;
    SnapshotModel::Column m_column = SnapshotModel::Timestamp;
    Qt::SortOrder m_direction = Qt::DescendingOrder;
    std::array<Ranks, SnapshotModel::ColumnCount> m_ranks; ///< empty: to be worked out
    Ranks m_tieNames; ///< of the rows alone that are tied in m_tieColumn
    SnapshotModel::Column m_tieColumn = SnapshotModel::Timestamp;
    QLocale m_locale;
};

} // namespace Items
