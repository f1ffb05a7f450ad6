// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/accountloader.h"

#include "domain/clock.h"
#include "inventory/refresherrors.h"

#include <QLoggingCategory>
#include <QPointer>

#include <algorithm>

namespace Inventory {

using namespace std::chrono_literals;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(inventoryLog, "app.inventory", QtInfoMsg)

/// What comes within this time is shown together.
constexpr auto coalescing = 50ms;

template <class T>
qint64 sizeOf(const T &)
{
    return 0;
}

template <class T>
qint64 sizeOf(const QList<T> &rows)
{
    return rows.size();
}

} // namespace

AccountLoader::AccountLoader(const Domain::Account &account, Domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{
    m_inventory.account = account;
}

void AccountLoader::retire()
{
    forgetCalls();
    m_provider = nullptr;
    disconnect();
}

void AccountLoader::forgetCalls()
{
    ++m_generation;
    m_parts = {};
    m_arrivals = {};
    m_isOnceMore = false;
    m_areLimitsOnceMore = false;
}

void AccountLoader::refresh()
{
    begin(allParts);
}

void AccountLoader::refreshObjects()
{
    m_isOnceMore = m_isOnceMore || isAnyAsked(objectParts);
    m_areLimitsOnceMore = m_areLimitsOnceMore || isAnyAsked(limitParts);
    begin(changingParts);
}

void AccountLoader::begin(Parts wanted)
{
    QList<Part> parts(wanted.begin(), wanted.end());
    parts.removeIf([this](Part part) { return state(part).isAsked; });
    if (!m_provider || parts.isEmpty()) {
        return;
    }
    for (const Part part : std::as_const(parts)) {
        state(part).isAsked = true;
        state(part).loaded = 0;
        state(part).total.reset();
    }
    if (parts.contains(Part::Snapshots)) {
        m_arrivals.told.clear();
    }
    if (isAnyAsked(rowParts)) {
        countRows();
        setFreshness(m_inventory.asOf.isValid() ? Freshness::Refreshing : Freshness::Loading);
    }
    const int generation = m_generation;
    say();
    for (const Part part : std::as_const(parts)) {
        // An answer may come at once, and whoever hears of it may replace the provider.
        if (generation == m_generation) {
            ask(part);
        }
    }
}

void AccountLoader::ask(Part part)
{
    switch (part) {
    case Part::Identity:
        await(part, m_provider->identify(), &Arrivals::identity);
        break;
    case Part::Locations:
        await(part, m_provider->listLocations(), &Arrivals::locations);
        break;
    case Part::Projects:
        await(part, m_provider->listProjects(), &Arrivals::projects);
        break;
    case Part::Prices:
        await(part, m_provider->listPrices(), &Arrivals::prices);
        break;
    case Part::Limits:
        await(part, m_provider->listLimits(), &Arrivals::limits);
        break;
    case Part::Resources:
        await(part, m_provider->listResources(progressOf(part)), &Arrivals::resources);
        break;
    case Part::Snapshots:
        await(part, m_provider->listSnapshots(progressOf(part)), &Arrivals::snapshots);
        break;
    }
}

template <class T>
void AccountLoader::await(Part part, QFuture<Result<T>> answer, std::optional<T> Arrivals::*place)
{
    answer.then(this, [this, part, place, generation = m_generation](const Result<T> &result) {
        if (generation != m_generation) {
            return;
        }
        PartState &asked = state(part);
        asked.isAsked = false;
        asked.error.reset();
        if (result) {
            m_arrivals.*place = *result;
            asked.loaded = sizeOf(*result);
            asked.total = asked.loaded;
        } else if (result.error().kind != ErrorKind::Unsupported
                   || std::ranges::contains(objectParts, part)) {
            asked.error = result.error();
        }
        if (!result && part == Part::Limits) {
            m_arrivals.*place = T(); // what may have passed by now must refuse nothing
        }
        arrived(part);
    });
}

/// The provider may keep the function longer than this object lives.
Domain::ListProgress AccountLoader::progressOf(Part part)
{
    return [self = QPointer(this), part, generation = m_generation](qint64 loaded,
                                                                    std::optional<qint64> total) {
        if (!self || generation != self->m_generation || !self->state(part).isAsked) {
            return;
        }
        self->state(part).loaded = loaded;
        self->state(part).total = total;
        self->countRows();
        self->flushSoon();
    };
}

void AccountLoader::arrived(Part part)
{
    const std::optional<Error> &error = state(part).error;
    const bool isTold = std::ranges::contains(rowParts, part);
    if (error && error->kind != ErrorKind::Cancelled && !isTold) {
        logError(part);
    }
    if (std::ranges::contains(objectParts, part)) {
        countRows();
    }
    const int generation = m_generation;
    if (isAnyAsked(rowParts)) {
        flushSoon();
    } else {
        flush();
    }
    if (part == Part::Limits && generation == m_generation) {
        askLimitsOnceMore();
    }
}

/// By themselves: the rows don't wait for limits, nor these for the rows.
void AccountLoader::askLimitsOnceMore()
{
    const std::optional<Error> &error = state(Part::Limits).error;
    const bool hasGivenUp = error && error->kind == ErrorKind::Cancelled;
    if (std::exchange(m_areLimitsOnceMore, false) && !hasGivenUp) {
        begin(limitParts);
    }
}

/// The failures that the account's one error does not tell.
void AccountLoader::logError(Part part) const
{
    const std::optional<Error> &failure = state(part).error;
    if (!failure) {
        return;
    }
    const Error &error = *failure;
    qCWarning(inventoryLog) << "account" << m_inventory.account.id.value << "list"
                            << static_cast<int>(part) << "failed: error kind"
                            << static_cast<int>(error.kind) << "http" << error.httpStatus
                            << "request" << error.requestId;
}

bool AccountLoader::isAnyAsked(Parts parts) const
{
    return std::ranges::any_of(parts, [this](Part part) { return state(part).isAsked; });
}

void AccountLoader::flushSoon()
{
    if (m_isFlushDue) {
        return;
    }
    m_isFlushDue = true;
    m_clock.callAfter(coalescing, this, [this] {
        m_isFlushDue = false;
        flush();
    });
}

/// Shows what has come, and how the refresh ended once all rows are there.
void AccountLoader::flush()
{
    if (m_arrivals.snapshots) {
        m_inventory.asOf = m_clock.now();
        m_inventory.isCurrent = true;
        m_hasNewState = true;
        if (m_inventory.freshness == Freshness::Loading) {
            setFreshness(Freshness::Refreshing); // there is something to show by now
        }
    }
    m_hasNewState = m_arrivals.showIdentity(m_inventory) || m_hasNewState;
    m_hasNewResources = m_arrivals.showResources(m_inventory) || m_hasNewResources;
    m_hasNewSnapshots = m_arrivals.showPrices(m_inventory) || m_hasNewSnapshots;
    if (m_arrivals.showSnapshots(m_inventory)) {
        m_hasNewSnapshots = true;
        m_rows.clear();
    }
    const bool isBusy = m_inventory.freshness == Freshness::Loading
        || m_inventory.freshness == Freshness::Refreshing;
    const bool isOver = isBusy && !isAnyAsked(rowParts);
    const bool isOnceMore = isOver && std::exchange(m_isOnceMore, false) && !isGivenUp();
    if (isOver && !isOnceMore) {
        finish();
    }
    const int generation = m_generation;
    say();
    if (isOnceMore && generation == m_generation) {
        begin(objectParts);
    }
}

/// The provider gave up, perhaps in its destructor: nothing may be asked from there.
bool AccountLoader::isGivenUp() const
{
    return std::ranges::any_of(rowParts, [this](Part part) {
        const std::optional<Error> &error = state(part).error;
        return error && error->kind == ErrorKind::Cancelled;
    });
}

void AccountLoader::finish()
{
    QList<Error> errors;
    for (const Part part : rowParts) {
        if (const std::optional<Error> &error = state(part).error) {
            errors.append(*error);
        }
    }
    m_inventory.loaded = 0;
    m_inventory.total.reset();
    const std::optional<Error> worst = worstOf(errors);
    m_inventory.isCurrent = errors.isEmpty();
    if (!worst) {
        // Given up by ourselves: what is shown is what was there before.
        const Freshness before = m_inventory.asOf.isValid() ? Freshness::Stale : Freshness::Empty;
        setFreshness(errors.isEmpty() ? Freshness::Fresh : before);
        return;
    }
    for (const Part part : rowParts) {
        if (state(part).error && state(part).error != worst) {
            logError(part);
        }
    }
    setFreshness(Freshness::Failed, *worst);
}

void AccountLoader::setFreshness(Freshness freshness, const Error &error)
{
    m_inventory.freshness = freshness;
    m_inventory.error = error;
    m_hasNewState = true;
}

void AccountLoader::countRows()
{
    const PartState &resources = state(Part::Resources);
    const PartState &snapshots = state(Part::Snapshots);
    m_inventory.loaded = resources.loaded + snapshots.loaded;
    m_inventory.total = resources.total && snapshots.total
        ? std::optional(*resources.total + *snapshots.total)
        : std::nullopt;
    m_hasNewState = true;
}

/// Rows before state: who hears "fresh" finds the rows.
void AccountLoader::say()
{
    const Domain::AccountId account = m_inventory.account.id;
    const bool isAnyNew = m_hasNewResources || m_hasNewSnapshots || m_hasNewState;
    if (std::exchange(m_hasNewResources, false)) {
        Q_EMIT resourcesChanged(account);
    }
    if (std::exchange(m_hasNewSnapshots, false)) {
        Q_EMIT snapshotsChanged(account);
    }
    if (std::exchange(m_hasNewState, false)) {
        Q_EMIT stateChanged(account);
    }
    if (isAnyNew) {
        Q_EMIT changed(account);
    }
}

} // namespace Inventory
