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
    /// come.
    void merge(const Domain::AccountId &account, const QList<SnapshotRow> &rows);
    void removeAccount(const Domain::AccountId &account);
    void setScope(const SnapshotScope &scope);
    [[nodiscard]] const SnapshotScope &scope() const;
    /// Words (all must occur) and conditions: age>30d size>20GB price>1 status:failed is:protected
    /// is:orphaned.
    void setFilter(const QString &text);
    [[nodiscard]] QString filter() const;
    void setPercent(const Domain::SnapshotKey &key, std::optional<int> percent);
    /// Ages are relative to now: repaints the column when the minute has changed.
    void refreshAges();

    [[nodiscard]] const SnapshotRow *row(const QModelIndex &index) const;
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
