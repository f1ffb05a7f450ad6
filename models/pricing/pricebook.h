// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/pricelist.h"
#include "domain/snapshot.h"

#include <QHash>

namespace Pricing {

/// The prices of every account. Estimates only, never an invoice.
class PriceBook
{
public:
    void setPrices(const Domain::AccountId &account, const Domain::PriceList &prices,
                   Domain::SizeUnit unit);
    void removeAccount(const Domain::AccountId &account);

    /// What the snapshot costs a month at its size; nothing when size or price is not known.
    [[nodiscard]] std::optional<Domain::Money> monthly(const Domain::Snapshot &snapshot) const;
    /// The same for a copy that does not exist yet.
    [[nodiscard]] std::optional<Domain::Money> monthly(const Domain::AccountId &account,
                                                       Domain::SnapshotKind kind,
                                                       const Domain::LocationId &location,
                                                       qint64 bytes) const;
    [[nodiscard]] std::optional<Domain::UnitPrice> unitPrice(
        const Domain::AccountId &account, Domain::SnapshotKind kind,
        const Domain::LocationId &location) const;
    /// What it has cost from the start of the calendar month (or from its creation) until now.
    [[nodiscard]] std::optional<Domain::Money> soFarThisMonth(const Domain::Snapshot &snapshot,
                                                              const QDateTime &now) const;

private:
    struct Entry
    {
        Domain::PriceList prices;
        Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte;
    };
    QHash<Domain::AccountId, Entry> m_entries;
};

/// Sums by currency, which are never added up across; in order of first appearance.
class Totals
{
public:
    void add(const Domain::Money &money);
    [[nodiscard]] const QList<Domain::Money> &sums() const { return m_sums; }

private:
    QList<Domain::Money> m_sums;
};

} // namespace Pricing
