// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The program without its window: the real provider, network code, runner and journal, at a cloud
// that somebody else runs. It does one operation, or takes up what it finds unfinished, and can be
// told where to kill itself. It speaks by lines on the standard output:
// - at LABEL: a boundary that it passes, of a request, an answer, or a write to the journal
// - skip MS: nothing is on its way, the cloud's time is to go on by so much; answered by a line
// - sample RESOURCE SNAPSHOT: the ids of what it works on
// - served STATUS VERB PATH: a request that changes something has been answered
// - end STATE STATUS MESSAGE: what the journal says of the operation when nothing goes on any more
// Arguments: PROVIDER URL NOW FOLDER, then nothing or KIND RESOURCE OPERATION, then "--die LABEL"
// or "--fault NAME METHOD PATH BEFORE": after so many such requests one meets a fault of transport.

#include "contract/providersample.h"
#include "doomed.h"
#include "operations/enumwords.h"
#include "operations/planner.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;
using namespace Domain;
using Faults::tell;

namespace {

const auto safetyName = u"safety-copy"_s;
const auto takenName = u"wanted-copy"_s;

class Victim final : public Faults::Doomed
{
public:
    using Doomed::Doomed;

    /// What the window would hand over.
    [[nodiscard]] bool begin(CloudProvider &provider, ResourceKind kind, const QString &resource,
                             const QString &what)
    {
        const auto resources = await(provider.listResources({}));
        const auto snapshots = await(provider.listSnapshots({}));
        const auto prices = await(provider.listPrices());
        if (!resources || !snapshots || !prices) {
            return false;
        }
        const auto source = std::ranges::find_if(*resources, [&](const Resource &row) {
            return row.key.kind == kind && row.name == resource;
        });
        const auto from = std::ranges::find_if(*snapshots, [&](const Snapshot &row) {
            return source != resources->end() && row.source == source->key && !row.isInUse
                && !row.isProtected && row.status == SnapshotStatus::Ready;
        });
        if (source == resources->end() || from == snapshots->end()) {
            return false;
        }
        tell(u"sample %1 %2"_s.arg(source->key.id.value, from->key.id.value));
        Contract::Sample sample{*source, *from, {}, {}};
        Contract::choosePurchase(*prices, sample);
        const Result<Operation> plan = planOf(what, sample, provider.capabilities());
        if (!plan) {
            std::fprintf(stderr, "%s\n", qPrintable(plan.error().message));
            return false;
        }
        boundaries.arm();
        runner.start(*plan);
        return true;
    }

    void tellEnds()
    {
        const auto contents = await(journal.all());
        for (const JournalEntry &entry : contents.value_or(Operations::JournalContents()).entries) {
            const Operation &operation = entry.operation;
            tell(u"end %1 %2 %3"_s.arg(Operations::wordOf(operation.state))
                     .arg(operation.error.httpStatus)
                     .arg(operation.error.message.simplified()));
        }
    }

private:
    [[nodiscard]] Result<Operation> planOf(const QString &what, const Contract::Sample &sample,
                                           const Capabilities &rules) const
    {
        using namespace Operations;
        const PlanIdentity identity{{u"op-1"_s}, clock.now()};
        const Purchase purchase{sample.plan, sample.cycle};
        if (what == "remove"_L1) {
            return planRemove({sample.snapshot}, rules, identity);
        }
        if (what == "roll-back"_L1 || what == "roll-back-safely"_L1) {
            RollBackOrder order{sample.source, sample.snapshot};
            if (what == "roll-back-safely"_L1) {
                order.safety = SafetyOrder{safetyName, purchase};
            }
            return planRollBack(order, rules, identity);
        }
        if (what == "new-volume"_L1) {
            return planCreateVolume({sample.snapshot, takenName}, rules, identity);
        }
        const StopServer stop = what == "take-stopped"_L1 ? StopServer::Yes : StopServer::No;
        return planTake({sample.source, takenName, stop, purchase}, rules, identity);
    }
};

Support::FaultRule faultNamed(const QString &name)
{
    using Support::Fault;
    static const QHash<QString, Support::FaultRule> faults{
        {u"reset-before"_s, {Fault::ResetBefore}},
        {u"reset-after"_s, {Fault::ResetAfter}},
        {u"close-after"_s, {Fault::CloseAfter}},
        {u"time-out-before"_s, {Fault::Drop}},
        {u"time-out-after"_s, {Fault::DropAnswer}}};
    Support::FaultRule rule = faults.value(name, {Fault::Html});
    if (rule.fault == Fault::Html) {
        rule.status = name.toInt();
    }
    return rule;
}

/// Takes an option and what belongs to it off the arguments.
QStringList taken(QStringList &arguments, const QString &option)
{
    const qsizetype at = arguments.indexOf(option);
    const QStringList values = at < 0 ? QStringList() : arguments.sliced(at + 1);
    arguments = at < 0 ? arguments : arguments.first(at);
    return values;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QString last = taken(arguments, u"--die"_s).value(0);
    const QStringList wanted = taken(arguments, u"--fault"_s);
    std::optional<Support::FaultRule> fault;
    if (wanted.size() == 4) {
        fault = faultNamed(wanted.at(0));
        fault->method = wanted.at(1).toLatin1();
        fault->path = wanted.at(2);
        fault->skip = wanted.at(3).toInt();
    }
    constexpr int resuming = 5;
    constexpr int beginning = 8;
    if (arguments.size() != resuming && arguments.size() != beginning) {
        return 2;
    }
    Victim victim(QDateTime::fromString(arguments.at(3), Qt::ISODateWithMs), arguments.at(4),
                  [last](const QString &label, int) { return label == last; });
    std::function<void(Support::FaultProxy &)> setUp;
    if (fault) {
        setUp = [fault](Support::FaultProxy &proxy) {
            proxy.add(*fault);
        };
    }
    CloudProvider &provider = victim.addAccount(arguments.at(1), QUrl(arguments.at(2)), setUp);
    const auto entries = victim.openJournal();
    if (!entries) {
        return 3;
    }
    if (arguments.size() == resuming) {
        victim.boundaries.arm();
        victim.resume(*entries);
    } else {
        const ResourceKind kind =
            arguments.at(5) == "server"_L1 ? ResourceKind::Server : ResourceKind::Volume;
        if (!victim.begin(provider, kind, arguments.at(6), arguments.at(7))) {
            return 4;
        }
    }
    victim.finish();
    victim.tellEnds();
    return 0;
}
