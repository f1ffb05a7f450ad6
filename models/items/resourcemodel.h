// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcerow.h"

#include <QAbstractTableModel>

#include <memory>

namespace Items {

/// Every server and volume of every account, flat. Merged by key, so that selection and scroll
/// position stay; sorted and filtered by ResourceOrder.
class ResourceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Size, State, Location, Account, LastGood, Snapshots, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< Domain::ResourceKey
        SortRole, ///< the raw value of the column
        SecondaryTextRole, ///< dimmed text behind the main one: " · Default"
        ColourRole, ///< int, the account's colour
        IconRole, ///< QString, before the text; empty: none
        ToneRole, ///< int of Tone
    };
    Q_ENUM(Role)
    enum class Tone { Plain, Dim, Good, Warning };
    Q_ENUM(Tone)

    explicit ResourceModel(const Domain::Clock &clock, QObject *parent = nullptr);
    ~ResourceModel() override;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

    void merge(const Domain::AccountId &account, const QList<ResourceRow> &rows);
    void removeAccount(const Domain::AccountId &account);
    /// Ages are relative to now: announces them when the minute has changed.
    void refreshAges();

    [[nodiscard]] const ResourceRow *row(const QModelIndex &index) const;
    [[nodiscard]] const ResourceRow *row(const Domain::ResourceKey &key) const;
    [[nodiscard]] QModelIndex indexOf(const Domain::ResourceKey &key, int column = Name) const;
    /// "12 servers, 5 volumes · 3 without a good snapshot of the last 30 days"
    [[nodiscard]] QString summaryText() const;

private:
    [[nodiscard]] QDateTime now() const;

    const Domain::Clock &m_clock;
    QList<ResourceRow> m_rows; ///< an account's rows stand together
    qint64 m_minute = 0;
};

} // namespace Items
