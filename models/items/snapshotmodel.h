// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotrow.h"

#include <QAbstractTableModel>

#include <memory>

namespace Domain {
class Clock;
}

namespace Items {

/// What part of the table is shown. An empty scope shows all.
struct SnapshotScope
{
    std::optional<Domain::AccountId> account;
    std::optional<Domain::ResourceKey> resource;
    std::optional<Domain::SnapshotKind> kind;

    friend bool operator==(const SnapshotScope &, const SnapshotScope &) = default;
};

/// Counts and sums of some rows. Different currencies stay apart.
struct SnapshotSummary
{
    qsizetype count = 0;
    qint64 bytes = 0;
    QList<Domain::Money> monthly;

    friend bool operator==(const SnapshotSummary &, const SnapshotSummary &) = default;
};

/// Every snapshot of every account, flat. Sorts and filters by itself on typed keys: it owns its
/// rows, their order and which of them are shown, and announces a change of order or filter by
/// layoutChanged, so that selection, current row and scroll position stay.
class SnapshotModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column {
        Name,
        Timestamp,
        Size,
        Status,
        Source,
        Kind,
        Location,
        PerMonth,
        Account,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< Domain::SnapshotKey
        SortRole, ///< the raw value of the column
        SecondaryTextRole, ///< dimmed text behind the main one: " · 3 min"
        StatusRole, ///< int of Domain::SnapshotStatus
        ColourRole, ///< int, the account's colour
        ProtectedRole,
        SourceGoneRole,
        PercentRole, ///< int, or invalid
        ToBeRemovedRole, ///< bool: confirmed, and can still be undone
    };
    Q_ENUM(Role)

    explicit SnapshotModel(const Domain::Clock &clock, QObject *parent = nullptr);
    ~SnapshotModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// Replaces one account's rows: vanished rows go, changed rows are updated in place, new rows
    /// come at their sorted place. The list is shared, not copied: hand it over where you can.
    void merge(const Domain::AccountId &account, QList<SnapshotRow> rows);
    void removeAccount(const Domain::AccountId &account);
    void setScope(const SnapshotScope &scope);
    [[nodiscard]] const SnapshotScope &scope() const;
    /// Words and conditions, all of which must hold, in any order; letter case does not matter.
    /// - A plain word is looked for in name, source, location, account, provider, labels, and the
    ///   status unless it is ready. Quotes keep a phrase together: "before 8.4", source:"my
    ///   server".
    /// - age>30d (m h d w mo y; days without a unit), size>=20GB (KB MB GB TB, KiB MiB GiB TiB; the
    ///   row's own unit without one), price<1 (a month, in whichever currency the row has),
    ///   created>2026-11 (a year, month or day in local time). Signs: > >= < <= =.
    /// - is:protected, is:orphaned, is:old (over 90 days), is:due (past the date it was to be kept
    ///   until); status:, source:, location:, account: and id: with a part of the text.
    /// - A row without the value meets no condition on it. A condition that is not finished yet
    ///   (age>) is left out; what is no condition is a plain word.
    void setFilter(const QString &text);
    [[nodiscard]] QString filter() const;
    /// Shown behind the status. Stays across merges, and waits for a row that is yet to come, until
    /// it is taken back.
    void setPercent(const Domain::SnapshotKey &key, std::optional<int> percent);
    /// Past it the removal of the row is proposed; invalid: it is kept for good. Stays and waits in
    /// the same way.
    void setKeepUntil(const Domain::SnapshotKey &key, const QDateTime &until);
    /// Those whose removal is confirmed and can still be undone, in place of those of before.
    void setToBeRemoved(const QList<Domain::SnapshotKey> &keys);
    /// Rows past the date that they were to be kept until, hidden ones too, in no order; without
    /// those that are to be removed.
    [[nodiscard]] QList<Domain::SnapshotKey> due() const;
    /// Ages are relative to now: repaints the column when the minute has changed.
    void refreshAges();

    [[nodiscard]] const SnapshotRow *row(const QModelIndex &index) const;
    [[nodiscard]] QList<SnapshotRow> shownRows() const; ///< in their order
    [[nodiscard]] const SnapshotRow *row(const Domain::SnapshotKey &key) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::SnapshotKey &key,
                                      int column = Name) const; ///< invalid when hidden
    [[nodiscard]] qsizetype totalCount() const; ///< rows of every account, hidden ones too
    [[nodiscard]] qsizetype countInScope(const SnapshotScope &scope) const; ///< without the filter
    [[nodiscard]] SnapshotSummary shownSummary() const;
    [[nodiscard]] SnapshotSummary totalSummary() const;
    [[nodiscard]] SnapshotSummary summaryOf(const QList<Domain::SnapshotKey> &keys) const;

Q_SIGNALS:
    /// Rows, their number or their sums changed in any way.
    void summaryChanged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Items
