// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/arrivals.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <array>
#include <span>

namespace Domain {
class Clock;
}

namespace Inventory {

/// One account's rows and the requests that fill them.
/// - Lists are asked for side by side and shown as soon as they are there; what comes within 50 ms
///   is shown together.
/// - A list that is under way is not asked for again: a second refresh joins it.
/// - Answers to a provider of before, and rows that were read before apply() or drop() told newer,
///   do not win.
class AccountLoader : public QObject
{
    Q_OBJECT

public:
    AccountLoader(const Domain::Account &account, Domain::Clock &clock, QObject *parent);

    [[nodiscard]] const AccountInventory &inventory() const { return m_inventory; }
    [[nodiscard]] Domain::CloudProvider *provider() const { return m_provider; }
    [[nodiscard]] const Domain::Snapshot *findSnapshot(const Domain::SnapshotKey &key) const;
    [[nodiscard]] const Domain::Resource *findResource(const Domain::ResourceKey &key) const;

    /// What the provider can do, before it is there.
    void expect(const Domain::Capabilities &capabilities);
    /// Fills what is not known yet; nothing where the snapshots are, or of an account elsewhere.
    void restore(const AccountInventory &earlier);
    void setAccount(const Domain::Account &account, Domain::CloudProvider &provider);
    void setUnavailable(const Domain::Account &account, const Domain::Error &error);
    /// Nothing is asked or said any more.
    void retire();

    void refresh();
    /// What is under way already, of resources and snapshots or of the limits, may be older than
    /// the reason for this call: it is read once more afterwards.
    void refreshObjects();
    /// By value: what is told may be a row of ours, which a waiting list is about to replace.
    void apply(Domain::Snapshot snapshot);
    void drop(Domain::SnapshotKey key);
    void markReadOnly();

Q_SIGNALS:
    void stateChanged(const Domain::AccountId &account);
    void resourcesChanged(const Domain::AccountId &account);
    void snapshotsChanged(const Domain::AccountId &account);
    void changed(const Domain::AccountId &account); ///< once, after the others

private:
    enum class Part { Identity, Locations, Projects, Prices, Limits, Resources, Snapshots };
    using Parts = std::span<const Part>;
    static constexpr std::array allParts{Part::Identity, Part::Locations, Part::Projects,
                                         Part::Prices,   Part::Limits,    Part::Resources,
                                         Part::Snapshots};
    /// Without these the account is not as it should be; the others may fail alone.
    static constexpr std::array rowParts{Part::Projects, Part::Resources, Part::Snapshots};
    static constexpr std::array objectParts{Part::Resources, Part::Snapshots};
    static constexpr std::array limitParts{Part::Limits};
    /// What an operation changes.
    static constexpr std::array changingParts{Part::Limits, Part::Resources, Part::Snapshots};
    struct PartState
    {
        bool isAsked = false; ///< under way
        std::optional<Domain::Error> error; ///< of the last answer
        qint64 loaded = 0;
        std::optional<qint64> total;
    };
    [[nodiscard]] PartState &state(Part part) { return m_parts.at(static_cast<size_t>(part)); }
    [[nodiscard]] const PartState &state(Part part) const
    {
        return m_parts.at(static_cast<size_t>(part));
    }
    void takeOver(const Domain::Account &account);
    void forgetCalls();
    void begin(Parts wanted);
    void ask(Part part);
    template <class T>
    void await(Part part, QFuture<Domain::Result<T>> answer, std::optional<T> Arrivals::*place);
    [[nodiscard]] Domain::ListProgress progressOf(Part part);
    void arrived(Part part);
    void askLimitsOnceMore();
    void logError(Part part) const;
    [[nodiscard]] bool isAnyAsked(Parts parts) const;
    void flushSoon();
    void flush();
    [[nodiscard]] bool isGivenUp() const;
    void finish();
    void setFreshness(Freshness freshness, const Domain::Error &error = {});
    void countRows();
    void say();

    Domain::Clock &m_clock;
    AccountInventory m_inventory;
    Domain::CloudProvider *m_provider = nullptr;
    int m_generation = 0; ///< of the provider: an answer to an older one is late
    std::array<PartState, allParts.size()> m_parts;
    Arrivals m_arrivals;
    bool m_isOnceMore = false; ///< the objects are to be read again after this time
    bool m_areLimitsOnceMore = false; ///< the limits are
    bool m_isFlushDue = false;
    // What is to be said next.
    bool m_hasNewState = false;
    bool m_hasNewResources = false;
    bool m_hasNewSnapshots = false;
    /// Gone before any list was there: what is still to be restored may have them.
    QSet<Domain::SnapshotKey> m_dropped;
    mutable QHash<Domain::SnapshotKey, qsizetype> m_rows; ///< empty until somebody looks
};

} // namespace Inventory
