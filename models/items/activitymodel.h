// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/journalentry.h"
#include "items/journaltext.h"

#include <QAbstractTableModel>
#include <QHash>

#include <string>
#include <vector>

namespace Domain {
class Clock;
}

namespace Items {

/// Everything that was done, as the journal has it: one row an operation, those that run included,
/// in the order in which they began. A row needs nothing but its entry, so it outlives account,
/// server and snapshot. Sorted and filtered by ActivityFilter.
class ActivityModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Started,
        Action,
        Snapshot,
        Resource,
        Size,
        Account,
        User,
        Result,
        ColumnCount,
    };
    Q_ENUM(Column)
    enum Role {
        IdRole = Qt::UserRole + 1, ///< Domain::OperationId
        SortRole, ///< the raw value of the column
        SecondaryTextRole, ///< dimmed text behind the main one: " · 3 min"
        IconRole, ///< QString, before the text; empty: none
        ToneRole, ///< int of Tone
    };
    Q_ENUM(Role)
    enum class Tone { Plain, Dim, Good, Doubtful, Bad };
    Q_ENUM(Tone)

    /// The clock must outlive the model.
    explicit ActivityModel(const Domain::Clock &clock, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    /// What the journal holds at the start, oldest first. What was put before it was read stays:
    /// it is newer.
    void set(const QList<Domain::JournalEntry> &entries);
    /// Adds or updates, by the operation's id.
    void put(const Domain::JournalEntry &entry);
    /// What the journal holds besides, and nobody can read.
    void setUnreadable(const UnreadableEntries &entries);
    [[nodiscard]] const UnreadableEntries &unreadable() const { return m_unreadable; }
    /// How the sizes of an account are counted; in gigabytes where nothing was told.
    void setSizeUnit(const Domain::AccountId &account, Domain::SizeUnit unit);
    [[nodiscard]] Domain::SizeUnit sizeUnit(const Domain::AccountId &account) const;
    /// Ages are relative to now: announces them when the minute has changed.
    void refreshAges();

    [[nodiscard]] const QList<Domain::JournalEntry> &entries() const { return m_entries; }
    [[nodiscard]] const Domain::JournalEntry *entry(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::OperationId &id, int column = Started) const;
    /// Everything of a row that words are looked for in, casefolded.
    [[nodiscard]] const std::string &searchText(int row) const;
    /// "1240 entries · 3 failed · 1 not certain · 2 can't be read"
    [[nodiscard]] QString summaryText() const;

Q_SIGNALS:
    void unreadableChanged();

private:
    const Domain::Clock &m_clock;
    QList<Domain::JournalEntry> m_entries;
    UnreadableEntries m_unreadable;
    QHash<Domain::OperationId, int> m_rows;
    QHash<Domain::AccountId, Domain::SizeUnit> m_sizeUnits;
    mutable std::vector<std::string> m_searchTexts; ///< made when first asked for; empty: not yet
    qint64 m_minute = 0; ///< that the shown ages belong to
};

} // namespace Items
