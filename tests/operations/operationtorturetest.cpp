// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QHash>
#include <QLoggingCategory>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;

namespace {

constexpr int operationCount = 300;
constexpr int serverCount = 5;

/// A cloud that does what it is asked or not, and tells the truth or nothing: so it can be counted
/// afterwards what was really done.
class MoodyCloud
{
public:
    MoodyCloud(Support::FakeProvider &provider, QRandomGenerator &random)
        : m_provider(provider)
        , m_random(random)
    {
    }

    /// Answers some of the open calls.
    void work()
    {
        answerSome(m_provider.resourceReads, m_reads,
                   [this](const ResourceKey &key) { return power(key); });
        answerSome(m_provider.requests, m_requests,
                   [this](const Request &request) { return asked(request); });
        answerSome(m_provider.findings, m_findings,
                   [this](const Request &request) { return found(request); });
        answerSome(m_provider.follows, m_follows, [this](const auto &tasks) {
            return chance(10) ? Result<QList<TaskProgress>>(lostOnTheWay()) : followed(tasks);
        });
    }

    QHash<QString, int> done; ///< how often each request took effect, by its words
    QHash<ResourceKey, bool> isOff;

private:
    template <class Argument, class Answer, class Decide>
    void answerSome(Support::FakeProvider::Calls<Argument, Answer> &calls, size_t &first,
                    const Decide &decide)
    {
        while (first < calls.size() && !calls.at(first).isOpen()) {
            ++first;
        }
        const size_t end = calls.size(); // what is asked meanwhile has time
        for (size_t i = first; i < end; ++i) {
            if (calls.at(i).isOpen() && chance(60)) {
                calls.at(i).answer(decide(calls.at(i).argument));
            }
        }
    }

    bool chance(int percent) { return m_random.bounded(100) < percent; }

    ErrorKind oneOf(std::initializer_list<ErrorKind> kinds)
    {
        return kinds.begin()[m_random.bounded(static_cast<int>(kinds.size()))];
    }

    std::unexpected<Error> lostOnTheWay()
    {
        using enum ErrorKind;
        return std::unexpected(Answers::refusal(
            oneOf({NoConnection, HostNotFound, TimedOut, ServerError, Protocol, Tls})));
    }

    static ResourceKey serverOf(const Request &request)
    {
        const auto *take = std::get_if<TakeSnapshot>(&request);
        const auto *back = std::get_if<RollBack>(&request);
        const auto *power = std::get_if<SetPower>(&request);
        return take ? take->source : back ? back->target : power ? power->server : ResourceKey();
    }

    static QString wordsOf(const Request &request)
    {
        if (const auto *take = std::get_if<TakeSnapshot>(&request)) {
            return u"take "_s + take->marker;
        }
        if (const auto *remove = std::get_if<RemoveSnapshot>(&request)) {
            return u"remove "_s + remove->snapshot.id.value;
        }
        return QString::number(request.index()) + serverOf(request).id.value;
    }

    RemoteTask carryOut(const Request &request)
    {
        ++done[wordsOf(request)];
        if (std::holds_alternative<RemoveSnapshot>(request)) {
            return {{}, request, {}};
        }
        return {{u"task "_s + QString::number(++m_lastTask)}, request, {}};
    }

    Result<Accepted> asked(const Request &request)
    {
        using enum ErrorKind;
        m_unheard.remove(wordsOf(request));
        if (chance(15)) {
            return std::unexpected(Answers::refusal(oneOf({Locked, Conflict, RateLimited})));
        }
        if (chance(10)) {
            return std::unexpected(Answers::refusal(
                oneOf({QuotaExceeded, Unauthorized, ReadOnlyCredential, NotFound, Protected})));
        }
        const bool isDone = chance(75);
        const RemoteTask task = isDone ? carryOut(request) : RemoteTask();
        if (isDone && chance(70)) {
            return Accepted{task, chance(20) ? Secret("demo-secret-root") : Secret()};
        }
        if (isDone) {
            m_unheard.insert(wordsOf(request), task);
        }
        const ErrorKind kind = oneOf({TimedOut, Interrupted, ServerError, Cancelled});
        return std::unexpected(kind == Cancelled ? Answers::refusal(kind) : Answers::doubt(kind));
    }

    Result<Finding> found(const Request &request)
    {
        if (chance(15)) {
            return lostOnTheWay();
        }
        if (chance(10)) {
            return Finding{Trace::CanNotTell, {}};
        }
        const auto task = m_unheard.constFind(wordsOf(request));
        return task == m_unheard.cend() ? Finding{Trace::NotFound, {}}
                                        : Finding{Trace::Found, *task};
    }

    Result<QList<TaskProgress>> followed(const QList<RemoteTask> &tasks)
    {
        QList<TaskProgress> answer;
        for (const RemoteTask &task : tasks) {
            answer.append(progress(task));
        }
        return answer;
    }

    TaskProgress progress(const RemoteTask &task)
    {
        const bool isFailed = chance(8);
        if (!isFailed && chance(60)) {
            return Answers::running(m_random.bounded(100));
        }
        if (isFailed) {
            return Answers::failed(ErrorKind::ServerError);
        }
        if (const auto *power = std::get_if<SetPower>(&task.request)) {
            isOff[power->server] = power->action != PowerAction::Start;
        }
        return Answers::succeeded(wordsOf(task.request));
    }

    Result<Resource> power(const ResourceKey &key)
    {
        Resource resource = Plans::server(key.id.value, key.account.value);
        resource.power = isOff.value(key) ? PowerState::Stopped : PowerState::Running;
        return chance(10) ? Result<Resource>(lostOnTheWay()) : resource;
    }

    Support::FakeProvider &m_provider;
    QRandomGenerator &m_random;
    QHash<QString, RemoteTask> m_unheard; ///< done, and the answer was lost
    int m_lastTask = 0;
    size_t m_reads = 0;
    size_t m_requests = 0;
    size_t m_findings = 0;
    size_t m_follows = 0;
};

Operation anyOperation(int number, QRandomGenerator &random)
{
    const QString id = u"op "_s + QString::number(number);
    const QString account = random.bounded(2) == 0 ? u"a"_s : u"b"_s;
    const Resource server =
        Plans::server(u"server "_s + QString::number(random.bounded(serverCount)), account);
    const Snapshot snapshot = Plans::snapshotOf(server, u"snapshot of "_s + id);
    switch (random.bounded(4)) {
    case 0:
        return Plans::take(id, server);
    case 1:
        return Plans::takeStopped(id, server);
    case 2:
        return Plans::rollBack(id, server, snapshot);
    default:
        return Plans::remove(id, snapshot);
    }
}

} // namespace

/// Some hundred operations against a cloud that answers at random: what must hold whatever happens.
class OperationTortureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"app.operations=false"_s); }
    void endsEachExactlyOnce_data();
    void endsEachExactlyOnce();
    void meetsEveryEnd();

private:
    static void checkQueues(const QList<Operation> &operations);
    static void checkPlan(const Operation &operation);

    Support::TestEnvironment m_environment;
    QHash<OperationState, int> m_ends;
};

void OperationTortureTest::endsEachExactlyOnce_data()
{
    QTest::addColumn<quint32>("seed");
    QTest::addColumn<bool>("isAccountRemoved");
    for (quint32 seed = 1; seed <= 8; ++seed) {
        QTest::addRow("seed %u", seed) << seed << (seed > 4);
    }
}

void OperationTortureTest::endsEachExactlyOnce()
{
    QFETCH(const quint32, seed);
    QFETCH(const bool, isAccountRemoved);
    QRandomGenerator random(seed);
    Stage stage;
    MoodyCloud a(stage.cloud(u"a"_s), random);
    MoodyCloud b(stage.cloud(u"b"_s), random);
    int started = 0;
    for (int round = 0; round < 20'000 && (started < operationCount || stage.runner->hasRunning());
         ++round) {
        if (started < operationCount && random.bounded(3) == 0) {
            stage.runner->start(anyOperation(started++, random));
        }
        if (random.bounded(4) == 0) {
            stage.runner->cancel({u"op "_s + QString::number(random.bounded(operationCount))});
        }
        if (isAccountRemoved && started == operationCount / 2 && stage.clouds.contains(u"a"_s)) {
            stage.removeCloud();
        }
        if (stage.clouds.contains(u"a"_s)) {
            a.work();
        }
        b.work();
        if (random.bounded(20) == 0) {
            stage.runner->accountWorks({random.bounded(2) == 0 ? u"a"_s : u"b"_s});
        }
        stage.clock.advance(std::chrono::milliseconds(random.bounded(3000)));
        checkQueues(stage.runner->operations());
    }

    QCOMPARE(stage.runner->operations().size(), operationCount);
    QVERIFY(!stage.runner->hasRunning());
    QHash<QString, int> ends;
    for (const QList<QVariant> &arguments : std::as_const(stage.ended)) {
        ++ends[arguments.at(0).value<OperationId>().value];
    }
    QCOMPARE(ends.size(), operationCount);
    QCOMPARE(stage.ended.size(), operationCount);
    for (const MoodyCloud *cloud : {&a, &b}) {
        for (const auto &[words, count] : cloud->done.asKeyValueRange()) {
            QVERIFY2(count == 1 || !words.startsWith(u"take"), qPrintable(words));
        }
    }
    for (const Operation &operation : stage.runner->operations()) {
        checkPlan(operation);
        if (QTest::currentTestFailed()) {
            return;
        }
        ++m_ends[operation.state];
    }
}

void OperationTortureTest::checkQueues(const QList<Operation> &operations)
{
    QSet<ResourceKey> busy;
    for (const Operation &operation : operations) {
        if (operation.state == OperationState::Running) {
            QVERIFY2(!busy.contains(*operation.resource), qPrintable(operation.id.value));
            busy.insert(*operation.resource);
        }
    }
}

void OperationTortureTest::checkPlan(const Operation &operation)
{
    QVERIFY(operation.ended.isValid());
    const bool isCancelled = operation.state == OperationState::Cancelled;
    const bool isGood = operation.state == OperationState::Succeeded;
    QCOMPARE(operation.error == Error(), isGood || isCancelled);
    using State = Step::State;
    const QList<Step> &steps = operation.steps;
    for (const Step &step : steps) {
        QVERIFY(step.state == State::Done || step.state == State::Failed
                || step.state == State::Skipped);
    }
    QVERIFY(!isCancelled || !std::ranges::contains(steps, State::Done, &Step::state));
    if (steps.size() == 3 && steps.at(0).state == State::Done) {
        const bool isGone = operation.error.message.startsWith(u"The account can't be used");
        QVERIFY(isGone || steps.at(2).state != State::Skipped); // it must not stay off unsaid
    }
    if (steps.size() == 3 && steps.at(0).state == State::Failed) {
        QCOMPARE(steps.at(1).state, State::Skipped);
    }
}

/// Of what happened above: a torture that never hurts would prove nothing.
void OperationTortureTest::meetsEveryEnd()
{
    using enum OperationState;
    for (const OperationState state : {Succeeded, Failed, Cancelled, NeedsAnswer}) {
        QVERIFY2(m_ends.value(state) > 50, qPrintable(QString::number(m_ends.value(state))));
    }
}

QTEST_GUILESS_MAIN(OperationTortureTest)
#include "operationtorturetest.moc"
