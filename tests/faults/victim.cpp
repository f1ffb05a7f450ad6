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
// or "--fault NAME METHOD PATH": the first such request meets a fault of transport.

#include "contract/providersample.h"
#include "operations/enumwords.h"
#include "operations/journal.h"
#include "operations/operationrunner.h"
#include "operations/planner.h"
#include "storage/storagethread.h"
#include "support/faultproxy.h"
#include "support/manualclock.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QThreadPool>
#include <QTimer>

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>

using namespace Qt::StringLiterals;
using namespace Domain;

namespace {

const auto safetyName = u"safety-copy"_s;
const auto takenName = u"wanted-copy"_s;

void tell(const QString &line)
{
    std::printf("%s\n", qPrintable(line));
    std::fflush(stdout);
}

/// Counts the boundaries that are passed, and ends the program at one of them.
class Boundaries
{
public:
    explicit Boundaries(QString last)
        : m_last(std::move(last))
    {
    }

    void arm() { m_isArmed = true; }
    void pass(const QString &what)
    {
        if (!m_isArmed) {
            return;
        }
        const QString label = what + u" #"_s + QString::number(++m_passed[what]);
        tell(u"at "_s + label);
        if (label == m_last) {
            (void)std::raise(SIGKILL);
        }
    }

private:
    QString m_last;
    bool m_isArmed = false;
    QHash<QString, int> m_passed;
};

/// Tells when a request is about to leave, and when its answer has come and nobody has seen it.
class Wire final : public QNetworkAccessManager
{
public:
    explicit Wire(Boundaries &boundaries)
        : m_boundaries(boundaries)
    {
    }

    [[nodiscard]] int open() const { return m_open; }

protected:
    QNetworkReply *createRequest(Operation operation, const QNetworkRequest &request,
                                 QIODevice *body) override
    {
        QByteArray verb = request.attribute(QNetworkRequest::CustomVerbAttribute).toByteArray();
        if (verb.isEmpty()) {
            verb = operation == PostOperation ? "POST" : operation == PutOperation ? "PUT" : "GET";
        }
        const QString what = QString::fromLatin1(verb) + u' ' + request.url().path();
        m_boundaries.pass(u"request "_s + what);
        ++m_open;
        QNetworkReply *reply = QNetworkAccessManager::createRequest(operation, request, body);
        connect(reply, &QNetworkReply::finished, this, [this, reply, what] {
            --m_open;
            const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
            if (!what.startsWith("GET"_L1)) {
                tell(u"served %1 %2"_s.arg(status).arg(what));
            }
            m_boundaries.pass(u"answer "_s + what);
        });
        return reply;
    }

private:
    Boundaries &m_boundaries;
    int m_open = 0;
};

/// One account, its journal, and a runner that works for it.
class Victim : public QObject
{
public:
    Victim(const QStringList &arguments, const QString &last,
           const std::optional<Support::FaultRule> &fault)
        : m_boundaries(last)
        , m_wire(m_boundaries)
        , m_clock(QDateTime::fromString(arguments.at(3), Qt::ISODateWithMs))
        , m_journal(arguments.at(4) + u"/journal.sqlite"_s, m_thread)
        , m_runner([this](const AccountId &) { return m_provider.get(); }, m_clock)
    {
        Account account;
        account.id = {u"account"_s};
        account.provider = arguments.at(1);
        account.baseUrl = QUrl(arguments.at(2));
        if (fault) {
            m_proxy = std::make_unique<Support::FaultProxy>(account.baseUrl);
            m_proxy->add(*fault);
            account.baseUrl = m_proxy->url();
        }
        const QString token = Demo::CloudOptions::forVendor(account.provider).token;
        m_provider = Providers::makeProvider({account, Secret(token.toUtf8()), m_wire, m_clock});
        connect(&m_ticks, &QTimer::timeout, this, [this] { tick(); });
        m_ticks.start(0);
    }

    /// As the program begins.
    [[nodiscard]] bool openJournal(bool isToBeKilledHere)
    {
        const auto opened = await(m_journal.open());
        const auto unfinished = await(m_journal.unfinished());
        m_runner.setJournal([this](const Operation &operation) { return write(operation); });
        if (!opened || !unfinished) {
            return false;
        }
        if (isToBeKilledHere) {
            m_boundaries.arm();
        }
        QList<Operation> operations;
        for (const JournalEntry &entry : *unfinished) {
            operations.append(entry.operation);
        }
        m_runner.resume(operations);
        return true;
    }

    /// What the window would hand over.
    [[nodiscard]] bool begin(ResourceKind kind, const QString &resource, const QString &what)
    {
        const auto resources = await(m_provider->listResources({}));
        const auto snapshots = await(m_provider->listSnapshots({}));
        const auto prices = await(m_provider->listPrices());
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
        const Result<Operation> plan = planOf(what, sample);
        if (!plan) {
            std::fprintf(stderr, "%s\n", qPrintable(plan.error().message));
            return false;
        }
        m_boundaries.arm();
        m_runner.start(*plan);
        return true;
    }

    /// Until nothing is to be done any more.
    void finish()
    {
        QEventLoop loop;
        m_resting = &loop;
        loop.exec();
        m_resting = nullptr;
        const auto entries = await(m_journal.all());
        for (const JournalEntry &entry : entries.value_or(QList<JournalEntry>())) {
            const Operation &operation = entry.operation;
            tell(u"end %1 %2 %3"_s.arg(Operations::wordOf(operation.state))
                     .arg(operation.error.httpStatus)
                     .arg(operation.error.message.simplified()));
        }
    }

private:
    [[nodiscard]] Result<Operation> planOf(const QString &what,
                                           const Contract::Sample &sample) const
    {
        using namespace Operations;
        const PlanIdentity identity{{u"op-1"_s}, m_clock.now()};
        const Purchase purchase{sample.plan, sample.cycle};
        const Capabilities &rules = m_provider->capabilities();
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
        const StopServer stop = what == "take-stopped"_L1 ? StopServer::Yes : StopServer::No;
        return planTake({sample.source, takenName, stop, purchase}, rules, identity);
    }

    [[nodiscard]] QFuture<Result<Done>> write(const Operation &operation)
    {
        m_boundaries.pass(u"write"_s);
        ++m_writing;
        const Deferred<Done> answer;
        m_journal.write({operation, u"account"_s, u"nobody"_s})
            .then(this, [this, answer](const Result<Done> &written) {
                --m_writing;
                m_boundaries.pass(u"written"_s);
                answer.settle(written);
            });
        return answer.future();
    }

    template <class T>
    [[nodiscard]] Result<T> await(const QFuture<Result<T>> &future)
    {
        QEventLoop loop;
        QFuture(future).then(&loop, [&loop](const Result<T> &) { loop.quit(); });
        if (!future.isFinished()) {
            loop.exec();
        }
        return future.result();
    }

    /// Time stands still while anything is on its way, here and at the cloud.
    void tick()
    {
        constexpr int turns = 5;
        const int inVain = m_proxy ? m_proxy->waitingInVain() : 0;
        const bool isQuiet = m_wire.open() == inVain && m_writing == 0
            && QThreadPool::globalInstance()->activeThreadCount() == 0;
        m_quietTurns = isQuiet ? m_quietTurns + 1 : 0;
        if (m_quietTurns < turns) {
            return;
        }
        m_quietTurns = 0;
        const std::optional<std::chrono::milliseconds> next = m_clock.nextCall();
        if (next && (!m_resting || m_runner.hasRunning())) {
            tell(u"skip "_s + QString::number(next->count()));
            std::string line;
            std::getline(std::cin, line);
            m_clock.advance(*next);
        } else if (m_resting && !m_runner.hasRunning()) {
            m_resting->quit();
        }
    }

    Boundaries m_boundaries;
    Wire m_wire;
    Support::ManualClock m_clock;
    Storage::StorageThread m_thread;
    Operations::Journal m_journal;
    std::unique_ptr<Support::FaultProxy> m_proxy; ///< where a fault is wanted
    std::unique_ptr<CloudProvider> m_provider;
    Operations::OperationRunner m_runner;
    QTimer m_ticks;
    QEventLoop *m_resting = nullptr;
    int m_writing = 0;
    int m_quietTurns = 0;
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
    if (wanted.size() == 3) {
        fault = faultNamed(wanted.at(0));
        fault->method = wanted.at(1).toLatin1();
        fault->path = wanted.at(2);
    }
    constexpr int resuming = 5;
    constexpr int beginning = 8;
    if (arguments.size() != resuming && arguments.size() != beginning) {
        return 2;
    }
    Victim victim(arguments, last, fault);
    if (!victim.openJournal(arguments.size() == resuming)) {
        return 3;
    }
    if (arguments.size() == beginning) {
        const ResourceKind kind =
            arguments.at(5) == "server"_L1 ? ResourceKind::Server : ResourceKind::Volume;
        if (!victim.begin(kind, arguments.at(6), arguments.at(7))) {
            return 4;
        }
    }
    victim.finish();
    return 0;
}
