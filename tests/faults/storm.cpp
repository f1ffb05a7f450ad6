// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Many operations at random at several clouds, with faults of transport, until it is told to die or
// is through. A further run takes up what is unfinished and goes on with the next operation.
// Arguments: SEED COUNT NOW FOLDER DEATH, then VENDOR URL for each. DEATH is the number of the
// boundary at which it kills itself, 0 for none.

#include "contract/providersample.h"
#include "doomed.h"
#include "operations/planner.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace Domain;

namespace {

constexpr int atOnce = 6;
constexpr int refreshedAfter = 40; ///< operations, when the lists are read again
constexpr double faultRate = 0.1;

QList<Support::FaultRule> everyKind()
{
    using enum Support::Fault;
    QList<Support::FaultRule> faults;
    for (const Support::Fault fault :
         {Drop, DropAnswer, ResetBefore, ResetAfter, CloseAfter, Truncate}) {
        faults.append({fault});
    }
    for (const int status : {500, 502, 503, 504}) {
        Support::FaultRule page{Html};
        page.status = status;
        faults.append(page);
    }
    Support::FaultRule refused{Status};
    refused.status = 429;
    faults.append(refused);
    return faults;
}

/// What one account had when it was last read.
struct Holdings
{
    QList<Resource> resources;
    QList<Snapshot> snapshots;
    PriceList prices;
};

class Storm final : public Faults::Doomed
{
public:
    Storm(const QStringList &arguments, int death)
        : Doomed(QDateTime::fromString(arguments.at(3), Qt::ISODateWithMs), arguments.at(4),
                 [death](const QString &, int passed) { return passed == death; })
        , m_seed(arguments.at(1).toUInt())
        , m_count(arguments.at(2).toInt())
    {
        boundaries.isTold = false;
        for (qsizetype i = 6; i + 1 < arguments.size(); i += 2) {
            m_vendors.append(arguments.at(i));
            (void)addAccount(arguments.at(i), QUrl(arguments.at(i + 1)),
                             [this, i, death](Support::FaultProxy &proxy) {
                                 proxy.beUnreliable(m_seed + quint32(i) + quint32(death), faultRate,
                                                    everyKind());
                             });
        }
        connect(
            &runner, &Operations::OperationRunner::ended, this, [this] { startMore(); },
            Qt::QueuedConnection);
    }

    /// The next operation is the one after the last that was written down.
    void begin(const QList<JournalEntry> &entries)
    {
        for (const JournalEntry &entry : entries) {
            m_next = std::max(m_next, entry.operation.id.value.toInt() + 1);
            noteRemoval(entry.operation);
        }
        boundaries.arm();
        resume(entries);
        refresh();
    }

    [[nodiscard]] bool isBusy() const override
    {
        return m_isRefreshing || m_next < m_count || Doomed::isBusy();
    }

private:
    void noteRemoval(const Operation &operation)
    {
        if (operation.kind == OperationKind::Remove) {
            m_removed.insert(*operation.snapshot);
        }
    }

    /// Until every list has come: faults meet these requests too.
    void refresh()
    {
        m_isRefreshing = true;
        for (const QString &vendor : m_vendors) {
            CloudProvider *provider = providerOf({vendor});
            Holdings holdings;
            for (bool isWhole = false; !isWhole;) {
                const auto resources = await(provider->listResources({}));
                const auto snapshots = await(provider->listSnapshots({}));
                const auto prices = await(provider->listPrices());
                isWhole = resources && snapshots && prices;
                if (isWhole) {
                    holdings = {*resources, *snapshots, *prices};
                }
            }
            m_holdings.insert(vendor, holdings);
        }
        m_refreshedAt = m_next;
        m_isRefreshing = false;
        startMore();
    }

    void startMore()
    {
        if (m_isStarting || m_isRefreshing) {
            return;
        }
        m_isStarting = true;
        int open = int(std::ranges::count_if(
            runner.operations(), [](const Operation &operation) { return !operation.isOver(); }));
        for (; open < atOnce && m_next < m_count && m_next - m_refreshedAt < refreshedAfter;
             ++open) {
            startNext();
        }
        m_isStarting = false;
        runner.clearEnded();
        if (open == 0 && m_next < m_count) {
            refresh();
        }
    }

    /// The same for the same number, whatever was done before it.
    void startNext()
    {
        const int number = m_next++;
        QRandomGenerator random(m_seed * 1'000'003U + quint32(number));
        const QString &vendor = m_vendors.at(random.bounded(m_vendors.size()));
        const Contract::Vendor &words = *Contract::findVendor(vendor);
        const bool isVolume = !words.volume.isEmpty() && random.bounded(2) == 0;
        const Holdings &holdings = m_holdings[vendor];
        const auto source = std::ranges::find(
            holdings.resources, isVolume ? words.volume : words.server, &Resource::name);
        const Result<Operation> plan = planOf(number, random, holdings, *source);
        if (plan) {
            noteRemoval(*plan);
            runner.start(*plan);
        }
    }

    [[nodiscard]] Result<Operation> planOf(int number, QRandomGenerator &random,
                                           const Holdings &holdings, const Resource &source)
    {
        using namespace Operations;
        const PlanIdentity identity{{QString::number(number)}, clock.now()};
        const Capabilities &rules = providerOf(source.key.account)->capabilities();
        Contract::Sample sample{source, {}, {}, {}};
        Contract::choosePurchase(holdings.prices, sample);
        const int what = random.bounded(10);
        QList<Snapshot> own = holdings.snapshots;
        own.removeIf([&](const Snapshot &row) {
            return row.source != source.key || row.status != SnapshotStatus::Ready
                || row.isProtected || row.isInUse || m_removed.contains(row.key);
        });
        if (what >= 5 && !own.isEmpty()) {
            const Snapshot &snapshot = own.at(random.bounded(own.size()));
            return what == 9 ? planRollBack({source, snapshot}, rules, identity)
                             : planRemove({snapshot}, rules, identity);
        }
        return planTake(
            {source, u"storm-%1"_s.arg(number), StopServer::No, {sample.plan, sample.cycle}}, rules,
            identity);
    }

    quint32 m_seed;
    int m_count;
    int m_next = 0;
    int m_refreshedAt = 0;
    bool m_isStarting = false;
    bool m_isRefreshing = false;
    QStringList m_vendors;
    QHash<QString, Holdings> m_holdings;
    QSet<SnapshotKey> m_removed;
};

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 8) {
        return 2;
    }
    Storm storm(arguments, arguments.at(5).toInt());
    const auto entries = storm.openJournal();
    if (!entries) {
        return 3;
    }
    storm.begin(*entries);
    storm.finish();
    return 0;
}
