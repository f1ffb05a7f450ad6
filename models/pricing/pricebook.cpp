// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pricing/pricebook.h"

#include <QTimeZone>

#include <algorithm>
#include <limits>

namespace Pricing {

using Domain::Money;
using Domain::PriceUnit;
using Domain::UnitPrice;

/// What a price is wanted for.
struct PriceBook::Asked
{
    Domain::SnapshotKind kind = Domain::SnapshotKind::Server;
    Domain::LocationId location;
    QString storageCategory; ///< empty: not known
};

namespace {

constexpr qint64 secondsAnHour = 3600;
constexpr qint64 gigabyte = 1'000'000'000;
constexpr qint64 gibibyte = qint64(1) << 30;

/// The calendar month that an instant is in.
struct Month
{
    QDateTime begin;
    QDateTime end;
    qint64 hours = 0;
};

Month monthOf(const QDateTime &instant)
{
    const QDate day = instant.toUTC().date();
    const QDate first(day.year(), day.month(), 1);
    return Month{first.startOfDay(QTimeZone::UTC), first.addMonths(1).startOfDay(QTimeZone::UTC),
                 qint64(first.daysInMonth()) * 24};
}

qint64 startedHours(const QDateTime &from, const QDateTime &to)
{
    const qint64 seconds = std::max<qint64>(0, from.secsTo(to));
    return (seconds + secondsAnHour - 1) / secondsAnHour;
}

/// How much of a price is due: `hours` of a month that has `monthHours`.
struct Share
{
    qint64 hours = 0;
    qint64 monthHours = 0;
};

std::optional<Money> bySize(const Money &price, std::optional<qint64> bytes, qint64 unitBytes,
                            qint64 factor, qint64 divisor)
{
    if (!bytes || *bytes < 0
        || *bytes > std::numeric_limits<qint64>::max() / std::max(factor, qint64(1))) {
        return std::nullopt;
    }
    return scaled(price, *bytes * factor, unitBytes * divisor);
}

std::optional<Money> cost(const UnitPrice &price, std::optional<qint64> bytes, qint64 unitBytes,
                          const Share &share)
{
    switch (price.unit) {
    case PriceUnit::PerGbMonth:
        return bySize(price.amount, bytes, unitBytes, share.hours, share.monthHours);
    case PriceUnit::PerGbHour:
        return bySize(price.amount, bytes, unitBytes, share.hours, 1);
    case PriceUnit::PerHour:
        return scaled(price.amount, share.hours, 1);
    case PriceUnit::PerMonth:
        return scaled(price.amount, share.hours, share.monthHours);
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

constexpr Share wholeMonth{operatorMonthHours, operatorMonthHours};

Meter meterOf(Domain::SnapshotStatus status)
{
    switch (status) {
    case Domain::SnapshotStatus::Creating:
        return Meter::NotStarted;
    case Domain::SnapshotStatus::Ready:
    case Domain::SnapshotStatus::Removing:
        return Meter::Running;
    case Domain::SnapshotStatus::Failed:
    case Domain::SnapshotStatus::Unknown:
        break;
    }
    return Meter::NotKnown;
}

std::optional<qint64> byteHours(std::optional<qint64> bytes, qint64 hours)
{
    const qint64 most = std::numeric_limits<qint64>::max() / std::max(hours, qint64(1));
    return bytes && *bytes >= 0 && *bytes <= most ? std::optional(*bytes * hours) : std::nullopt;
}

/// The one cycle that snapshots are billed by, where the provider has cycles.
QString cycleOfSnapshots(const QList<Domain::BillingCycle> &cycles)
{
    QString name;
    for (const Domain::BillingCycle &cycle : cycles) {
        if (!cycle.isForSnapshots) {
            continue;
        }
        if (!name.isEmpty()) {
            return {};
        }
        name = cycle.name;
    }
    return name;
}

/// That of the location goes before the one for everywhere.
std::optional<UnitPrice> findPrice(const QList<Domain::SnapshotPrice> &prices, const auto &asked)
{
    std::optional<UnitPrice> everywhere;
    for (const Domain::SnapshotPrice &price : prices) {
        const bool isForCategory = price.storageCategory.isEmpty()
            || asked.storageCategory.isEmpty() || price.storageCategory == asked.storageCategory;
        if (price.kind != asked.kind || !isForCategory) {
            continue;
        }
        if (!asked.location.isEmpty() && price.location == asked.location) {
            return price.price;
        }
        if (price.location.isEmpty() && !everywhere) {
            everywhere = price.price;
        }
    }
    return everywhere;
}

} // namespace

void PriceBook::setPrices(const Domain::AccountId &account, const Domain::PriceList &prices,
                          Domain::SizeUnit unit)
{
    m_entries.insert(account, Entry{prices, unit});
}

void PriceBook::setEnteredPrices(const Domain::AccountId &account,
                                 const QList<Domain::SnapshotPrice> &prices)
{
    if (prices.isEmpty()) {
        m_entered.remove(account);
    } else {
        m_entered.insert(account, prices);
    }
}

bool PriceBook::setListedPrices(const Domain::AccountId &account,
                                const std::optional<Domain::ProfilePrices> &prices)
{
    if (listedPrices(account) == prices) {
        return false;
    }
    if (prices) {
        m_listed.insert(account, *prices);
    } else {
        m_listed.remove(account);
    }
    return true;
}

std::optional<Domain::ProfilePrices> PriceBook::listedPrices(const Domain::AccountId &account) const
{
    const auto listed = m_listed.constFind(account);
    return listed == m_listed.cend() ? std::nullopt : std::optional(*listed);
}

void PriceBook::removeAccount(const Domain::AccountId &account)
{
    m_entries.remove(account);
    m_entered.remove(account);
    m_listed.remove(account);
}

qint64 PriceBook::unitBytes(const Domain::AccountId &account) const
{
    return m_entries.value(account).unit == Domain::SizeUnit::Gibibyte ? gibibyte : gigabyte;
}

/// The provider, then the person, then the profile. Without a copy of any list: it is asked for
/// each of very many rows.
std::optional<PriceBook::Told> PriceBook::told(const Domain::AccountId &account,
                                               const Asked &asked) const
{
    const auto find = [&asked](const QList<Domain::SnapshotPrice> &prices, PriceOrigin origin) {
        return findPrice(prices, asked).transform([origin](const UnitPrice &price) {
            return Told{price, origin};
        });
    };
    std::optional<Told> told;
    if (const auto entry = m_entries.constFind(account); entry != m_entries.cend()) {
        told = find(entry->prices.snapshots, PriceOrigin::Provider);
    }
    if (const auto entered = m_entered.constFind(account); !told && entered != m_entered.cend()) {
        told = find(*entered, PriceOrigin::Person);
    }
    if (const auto listed = m_listed.constFind(account); !told && listed != m_listed.cend()) {
        told = find(listed->snapshots, PriceOrigin::Profile);
    }
    return told;
}

std::optional<UnitPrice> PriceBook::unitPrice(const Domain::AccountId &account,
                                              Domain::SnapshotKind kind,
                                              const Domain::LocationId &location,
                                              const QString &storageCategory) const
{
    return told(account, {kind, location, storageCategory}).transform([](const Told &found) {
        return found.price;
    });
}

PriceOrigin PriceBook::origin(const Domain::AccountId &account, Domain::SnapshotKind kind,
                              const Domain::LocationId &location,
                              const QString &storageCategory) const
{
    return told(account, {kind, location, storageCategory}).value_or(Told()).origin;
}

PriceOrigin PriceBook::origin(const Domain::Snapshot &snapshot) const
{
    return snapshot.price ? PriceOrigin::Provider
                          : origin(snapshot.key.account, snapshot.key.kind, snapshot.location);
}

std::optional<UnitPrice> PriceBook::unitPrice(const Domain::Snapshot &snapshot) const
{
    return snapshot.price ? snapshot.price
                          : unitPrice(snapshot.key.account, snapshot.key.kind, snapshot.location);
}

std::optional<Money> PriceBook::monthly(const Domain::Snapshot &snapshot) const
{
    const std::optional<UnitPrice> price = unitPrice(snapshot);
    return price ? cost(*price, snapshot.sizeBytes, unitBytes(snapshot.key.account), wholeMonth)
                 : std::nullopt;
}

std::optional<Money> PriceBook::monthly(const Domain::AccountId &account, Domain::SnapshotKind kind,
                                        const Domain::LocationId &location, qint64 bytes) const
{
    const std::optional<UnitPrice> price = unitPrice(account, kind, location);
    return price ? cost(*price, bytes, unitBytes(account), wholeMonth) : std::nullopt;
}

std::optional<Money> PriceBook::monthly(const Domain::AccountId &account, const UnitPrice &price,
                                        qint64 bytes) const
{
    return cost(price, bytes, unitBytes(account), wholeMonth);
}

std::optional<Money> PriceBook::hourly(const Domain::AccountId &account, const UnitPrice &price,
                                       qint64 bytes) const
{
    const bool isByMonth = price.unit == PriceUnit::PerGbMonth || price.unit == PriceUnit::PerMonth;
    return isByMonth ? std::nullopt
                     : cost(price, bytes, unitBytes(account), Share{1, operatorMonthHours});
}

std::optional<Money> PriceBook::soFarThisMonth(const Domain::Snapshot &snapshot,
                                               const QDateTime &now) const
{
    return costUntil(snapshot, now, now);
}

std::optional<Money> PriceBook::projectedThisMonth(const Domain::Snapshot &snapshot,
                                                   const QDateTime &now) const
{
    return costUntil(snapshot, now, monthOf(now).end);
}

std::optional<Money> PriceBook::costUntil(const Domain::Snapshot &snapshot, const QDateTime &now,
                                          const QDateTime &end) const
{
    const std::optional<UnitPrice> price = unitPrice(snapshot);
    if (!price || !snapshot.created.isValid() || !now.isValid()) {
        return std::nullopt;
    }
    const Month month = monthOf(now);
    const Share share{startedHours(std::max(month.begin, snapshot.created), end), month.hours};
    return cost(*price, snapshot.sizeBytes, unitBytes(snapshot.key.account), share);
}

Bill PriceBook::bill(const Domain::Snapshot &snapshot, const QDateTime &now) const
{
    const Entry entry = m_entries.value(snapshot.key.account);
    const Month month = monthOf(now);
    Bill bill;
    bill.meter = meterOf(snapshot.status);
    bill.since = snapshot.created;
    bill.monthBegin = month.begin;
    bill.monthEnd = month.end;
    bill.price = unitPrice(snapshot.key.account, snapshot.key.kind, snapshot.location);
    bill.ownPrice = snapshot.price;
    bill.origin = origin(snapshot.key.account, snapshot.key.kind, snapshot.location);
    if (const auto listed = m_listed.constFind(snapshot.key.account);
        bill.origin == PriceOrigin::Profile && listed != m_listed.cend()) {
        bill.source = listed->source;
        bill.sourceDate = listed->date;
    }
    bill.unit = entry.unit;
    bill.cycle = cycleOfSnapshots(entry.prices.billingCycles);
    if (bill.meter != Meter::Running || !snapshot.created.isValid()) {
        return bill;
    }
    const QDateTime begin = std::max(month.begin, snapshot.created);
    const auto until = [&](const QDateTime &end) {
        Usage usage;
        usage.hours = startedHours(begin, end);
        usage.byteHours = byteHours(snapshot.sizeBytes, usage.hours);
        usage.cost = costUntil(snapshot, now, end);
        return usage;
    };
    bill.soFar = until(now);
    bill.wholeMonth = until(month.end);
    return bill;
}

void Totals::add(const Money &money)
{
    for (Money &total : m_sums) {
        if (total.currency != money.currency) {
            continue;
        }
        const std::optional<Money> added = sum(total, money);
        m_isIncomplete = m_isIncomplete || !added;
        total = added.value_or(total);
        return;
    }
    m_sums.append(money);
}

} // namespace Pricing
