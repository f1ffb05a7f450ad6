// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotfilter.h"
#include "items/snapshotmodel.h"
#include "items/snapshotorder.h"
#include "items/snapshotstore.h"

#include <QSet>

namespace Items {

/// Which rows are shown and in what order, and how the model's views learn of a change: runs of
/// removed, inserted and changed rows where they are few and the others keep their order, one
/// change of layout otherwise.
class SnapshotModel::Private
{
public:
    Private(SnapshotModel &model, const Domain::Clock &clock);

    void merge(const Domain::AccountId &account, QList<SnapshotRow> rows);
    void sort(Column column, Qt::SortOrder direction);
    void setScope(const SnapshotScope &scope);
    void setFilter(const QString &text);
    void setMarks(const Domain::SnapshotKey &key, const RowMarks &marks);
    void setKeepUntil(const Domain::SnapshotKey &key, const QDateTime &until);
    void setToBeRemoved(const QSet<Domain::SnapshotKey> &keys);
    [[nodiscard]] QList<Domain::SnapshotKey> due() const;
    void refreshAges();

    [[nodiscard]] QDateTime now() const;
    [[nodiscard]] SnapshotStore &store() { return m_store; }
    [[nodiscard]] const std::vector<Slot> &shown() const { return m_shown; }
    [[nodiscard]] const SnapshotRow &row(int row) const
    {
        return m_store.row(m_shown[size_t(row)]);
    }
    [[nodiscard]] std::optional<int> rowOf(Slot slot) const; ///< nothing: hidden
    [[nodiscard]] const SnapshotScope &scope() const { return m_scope; }
    [[nodiscard]] const QString &filterText() const { return m_filterText; }
    [[nodiscard]] qsizetype countInScope(const SnapshotScope &scope) const;

private:
    /// From the order, those that scope and filter let through.
    [[nodiscard]] std::vector<Slot> wanted() const;
    void show(std::vector<Slot> next);
    [[nodiscard]] bool isReachedByFewRuns(const std::vector<Slot> &next,
                                          const std::vector<bool> &isNext) const;
    void removeAllBut(const std::vector<bool> &isNext);
    void insertMissing(const std::vector<Slot> &next);
    void relayout(std::vector<Slot> next);
    void announceChanged(const std::vector<StoreChanges::Changed> &changed);
    void announceRows(int first, int last);
    void number(size_t from);

    SnapshotModel &m_model;
    const Domain::Clock &m_clock;
    SnapshotStore m_store;
    SnapshotOrder m_sorter;
    SnapshotScope m_scope;
    SnapshotFilter m_filter;
    QString m_filterText;
    std::vector<Slot> m_order; ///< every row, sorted
    std::vector<Slot> m_shown; ///< those of them that are shown
    std::vector<int> m_rowOf; ///< by slot; -1: hidden
    qint64 m_minute = 0; ///< that the shown ages belong to
};

} // namespace Items
