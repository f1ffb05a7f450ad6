// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/pricelist.h"
#include "domain/profile.h"
#include "domain/snapshot.h"
#include "pricing/bill.h"

#include <QHash>

namespace Pricing {

/// The month of a price by the hour, where a figure "a month" is asked for: 30.5 days, as operators
/// who bill by the hour count it.
inline constexpr qint64 operatorMonthHours = 732;

/// The prices of every account. Estimates only, never an invoice; net of tax as the provider's are.
///
/// Months are calendar months in UTC. Time is counted in started hours. Nothing is answered where
/// size, price or time of creation is not known, or where a figure would not fit: a price is never
/// guessed.
class PriceBook
{
public:
    void setPrices(const Domain::AccountId &account, const Domain::PriceList &prices,
                   Domain::SizeUnit unit);
    /// The operator's prices as a person entered them. They stand in where the provider tells none.
    void setEnteredPrices(const Domain::AccountId &account,
                          const QList<Domain::SnapshotPrice> &prices);
    /// The operator's price list, as the account's profile has it. It stands in where neither the
    /// provider nor the person tells a price. Returns whether that is news.
    bool setListedPrices(const Domain::AccountId &account,
                         const std::optional<Domain::ProfilePrices> &prices);
    [[nodiscard]] std::optional<Domain::ProfilePrices> listedPrices(
        const Domain::AccountId &account) const;
    void removeAccount(const Domain::AccountId &account);

    /// What the snapshot costs a month at its size; nothing when size or price is not known.
    [[nodiscard]] std::optional<Domain::Money> monthly(const Domain::Snapshot &snapshot) const;
    /// The same for a copy that does not exist yet.
    [[nodiscard]] std::optional<Domain::Money> monthly(const Domain::AccountId &account,
                                                       Domain::SnapshotKind kind,
                                                       const Domain::LocationId &location,
                                                       qint64 bytes) const;
    /// At a price of one's own choice: where the provider sells several plans.
    [[nodiscard]] std::optional<Domain::Money> monthly(const Domain::AccountId &account,
                                                       const Domain::UnitPrice &price,
                                                       qint64 bytes) const;
    /// An hour's cost; nothing for a price by the month.
    [[nodiscard]] std::optional<Domain::Money> hourly(const Domain::AccountId &account,
                                                      const Domain::UnitPrice &price,
                                                      qint64 bytes) const;
    /// Where prices hang on the storage category, that of the resource; empty: not known.
    [[nodiscard]] std::optional<Domain::UnitPrice> unitPrice(
        const Domain::AccountId &account, Domain::SnapshotKind kind,
        const Domain::LocationId &location, const QString &storageCategory = {}) const;
    /// The snapshot's own where the provider tells one, else what is asked where it lies.
    [[nodiscard]] std::optional<Domain::UnitPrice> unitPrice(
        const Domain::Snapshot &snapshot) const;
    /// Of the price that unitPrice() answers for the same.
    [[nodiscard]] PriceOrigin origin(const Domain::AccountId &account, Domain::SnapshotKind kind,
                                     const Domain::LocationId &location,
                                     const QString &storageCategory = {}) const;
    [[nodiscard]] PriceOrigin origin(const Domain::Snapshot &snapshot) const;
    /// What it has cost from the start of the calendar month (or from its creation) until now.
    [[nodiscard]] std::optional<Domain::Money> soFarThisMonth(const Domain::Snapshot &snapshot,
                                                              const QDateTime &now) const;
    /// What it will have cost at the end of the calendar month if it stays as it is.
    [[nodiscard]] std::optional<Domain::Money> projectedThisMonth(const Domain::Snapshot &snapshot,
                                                                  const QDateTime &now) const;
    /// The running month of one snapshot, with what its figures are made from.
    [[nodiscard]] Bill bill(const Domain::Snapshot &snapshot, const QDateTime &now) const;

private:
    struct Entry
    {
        Domain::PriceList prices;
        Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte;
    };
    [[nodiscard]] std::optional<Domain::Money> costUntil(const Domain::Snapshot &snapshot,
                                                         const QDateTime &now,
                                                         const QDateTime &end) const;
    struct Told
    {
        Domain::UnitPrice price;
        PriceOrigin origin = PriceOrigin::Provider;
    };
    struct Asked;
    [[nodiscard]] std::optional<Told> told(const Domain::AccountId &account,
                                           const Asked &asked) const;
    [[nodiscard]] qint64 unitBytes(const Domain::AccountId &account) const;

    QHash<Domain::AccountId, Entry> m_entries;
    QHash<Domain::AccountId, QList<Domain::SnapshotPrice>> m_entered;
    QHash<Domain::AccountId, Domain::ProfilePrices> m_listed;
};

/// Sums by currency, which are never added up across; in order of first appearance.
class Totals
{
public:
    void add(const Domain::Money &money);
    [[nodiscard]] const QList<Domain::Money> &sums() const { return m_sums; }
    /// True when an amount was left out because its currency's sum would not have fitted.
    [[nodiscard]] bool isIncomplete() const { return m_isIncomplete; }

private:
    QList<Domain::Money> m_sums;
    bool m_isIncomplete = false;
};

} // namespace Pricing
