// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/journal.h"

#include "operations/enumwords.h"
#include "operations/operationjson.h"
#include "support/testenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Domain;
using Operations::Journal;

namespace {

QDateTime moment()
{
    return QDateTime({2026, 2, 3}, {4, 5, 6, 789}, QTimeZone::UTC);
}

const ResourceKey serverKey = {{u"a"_s}, ResourceKind::Server, {u"7"_s}};
const SnapshotKey snapshotKey = {{u"a"_s}, ResourceKind::Volume, {u"900"_s}};

QList<Request> oneOfEach()
{
    return {TakeSnapshot{serverKey,
                         u"name \u202e"_s,
                         u"marker"_s,
                         moment(),
                         {u"p"_s},
                         {u"l"_s},
                         {u"plan"_s},
                         {u"hourly"_s}},
            RollBack{serverKey, snapshotKey, moment()},
            RemoveSnapshot{snapshotKey},
            RenameSnapshot{snapshotKey, u"new"_s},
            ProtectSnapshot{snapshotKey, Protection::Off},
            SetPower{serverKey, PowerAction::PowerOff},
            SaveImage{snapshotKey, serverKey, u"image"_s, moment()},
            CreateServer{snapshotKey,
                         {u"i"_s},
                         u"copy"_s,
                         {u"cx23"_s},
                         {u"fsn1"_s},
                         {u"p"_s},
                         u"ssh-ed25519 AAAA"_s,
                         u"marker"_s,
                         moment()},
            CreateVolume{{{u"a"_s}, SnapshotKind::Volume, {u"901"_s}},
                         u"copy"_s,
                         qint64(9'007'199'254'740'993),
                         {u"fsn1"_s},
                         {u"p"_s},
                         u"marker"_s,
                         moment()}};
}

Operation everythingSet()
{
    Operation operation;
    operation.id = {u"op-1"_s};
    operation.kind = OperationKind::CreateServer;
    operation.account = {u"a"_s};
    operation.resource = serverKey;
    operation.resourceName = u"web \"1\""_s;
    operation.snapshot = snapshotKey;
    operation.snapshotName = u"before"_s;
    operation.snapshotCreated = moment().addDays(-3);
    operation.sizeBytes = qint64(9'007'199'254'740'993); // more than a double holds
    operation.keepUntil = moment().addDays(7);
    operation.hold = Domain::Hold::Account;
    operation.heldUntil = moment().addSecs(8);
    operation.state = OperationState::NeedsAnswer;
    for (const Request &request : oneOfEach()) {
        Step step;
        step.request = request;
        step.role = Step::Role::SafetySnapshot;
        step.state = Step::State::Following;
        step.runsAfterFailure = true;
        step.task =
            RemoteTask{{u"t"_s},           request,        SnapshotId{u"1"_s}, ResourceId{u"2"_s},
                       ResourceId{u"4"_s}, ImageId{u"3"_s}};
        step.percent = 42;
        step.started = moment().addSecs(1);
        step.ended = moment().addSecs(50);
        step.requestId = u"req-1"_s;
        operation.steps.append(step);
    }
    operation.current = 3;
    operation.started = moment();
    operation.ended = moment().addSecs(60);
    operation.error.kind = ErrorKind::QuotaExceeded;
    operation.error.message = u"in the vendor's words"_s;
    operation.error.httpStatus = 403;
    operation.error.code = u"limit"_s;
    operation.error.requestId = u"r-1"_s;
    operation.error.fields = {{u"images"_s, u"10"_s}};
    operation.error.effect = Effect::Ambiguous;
    operation.error.host = u"api.example"_s;
    operation.hasPassword = true;
    operation.isPasswordLost = true;
    return operation;
}

Operation smallest(const QString &id, OperationState state = OperationState::Running)
{
    Operation operation;
    operation.id = {id};
    operation.state = state;
    operation.steps = {Step()};
    return operation;
}

template <class T>
Result<T> answer(const QFuture<Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    return isAnswered ? future.result() : failure(ErrorKind::TimedOut);
}

template <class Enum>
QStringList wordsOfAll()
{
    QStringList words;
    for (const auto &[value, word] : Operations::wordsOf(Enum())) {
        words.append(word);
    }
    return words;
}

} // namespace

/// What is written down is read back as it was, also by a later program.
class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsBackWhatItWrote_data();
    void readsBackWhatItWrote();
    void hasAWordForEachEnumerator();
    void readsWhatAnEarlierProgramWrote();
    void readsAnEmptyIdAsNone();
    void tellsWhatCannotBeRead_data();
    void tellsWhatCannotBeRead();
    void keepsEntriesInTheirOrder();
    void keepsOneEntryAnOperation();
    void namesTheUnfinishedOnes();
    void goesOnBesideAnEntryThatCannotBeRead();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"journal.sqlite"_s); }

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void JournalTest::readsBackWhatItWrote_data()
{
    QTest::addColumn<Operation>("operation");
    QTest::addRow("everything set") << everythingSet();
    QTest::addRow("nothing but what must be") << smallest(u"op-2"_s);
}

void JournalTest::readsBackWhatItWrote()
{
    QFETCH(const Operation, operation);
    const QByteArray text = QJsonDocument(Operations::toJson(operation)).toJson();
    const Result<Operation> read =
        Operations::operationFromJson(QJsonDocument::fromJson(text).object());
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, operation);
}

void JournalTest::hasAWordForEachEnumerator()
{
    const auto isWhole = [](const QStringList &words, auto last) {
        return words.size() == static_cast<int>(last) + 1
            && QSet<QString>(words.cbegin(), words.cend()).size() == words.size();
    };
    QVERIFY(isWhole(wordsOfAll<ErrorKind>(), ErrorKind::Unknown));
    QVERIFY(isWhole(wordsOfAll<OperationKind>(), OperationKind::CreateVolume));
    QVERIFY(isWhole(wordsOfAll<OperationState>(), OperationState::NeedsAnswer));
    QVERIFY(isWhole(wordsOfAll<Domain::Hold>(), Domain::Hold::Network));
    QVERIFY(isWhole(wordsOfAll<Step::State>(), Step::State::Skipped));
    QVERIFY(isWhole(wordsOfAll<Step::Role>(), Step::Role::SaveImage));
    QVERIFY(isWhole(wordsOfAll<PowerAction>(), PowerAction::PowerOff));
    QVERIFY(isWhole(wordsOfAll<Protection>(), Protection::On));
    QVERIFY(isWhole(wordsOfAll<Effect>(), Effect::Ambiguous));
    QVERIFY(isWhole(wordsOfAll<ResourceKind>(), ResourceKind::Volume));
}

/// As the first version wrote it: this text must never be touched.
void JournalTest::readsWhatAnEarlierProgramWrote()
{
    const QByteArray written = R"({
        "id": "op-1", "kind": "take", "account": "a", "current": 0, "state": "running",
        "resource": {"account": "a", "kind": "server", "id": "7"}, "resource_name": "web-1",
        "snapshot_name": "nightly", "size_bytes": "40000000000",
        "started": "2026-02-03T04:05:06.789Z",
        "error": {"kind": "unknown", "http_status": 0, "effect": "none", "fields": []},
        "steps": [{"role": "main", "state": "requesting", "request": {"take": {
            "source": {"account": "a", "kind": "server", "id": "7"}, "name": "nightly",
            "marker": "op-1", "not_before": "2026-02-03T04:05:06.789Z"}}}]})";

    const Result<Operation> read =
        Operations::operationFromJson(QJsonDocument::fromJson(written).object());

    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    Operation expected;
    expected.id = {u"op-1"_s};
    expected.account = {u"a"_s};
    expected.state = OperationState::Running;
    expected.resource = serverKey;
    expected.resourceName = u"web-1"_s;
    expected.snapshotName = u"nightly"_s;
    expected.sizeBytes = 40'000'000'000;
    expected.started = moment();
    Step step;
    step.request = TakeSnapshot{serverKey, u"nightly"_s, u"op-1"_s, moment()};
    step.state = Step::State::Requesting;
    expected.steps = {step};
    QCOMPARE(*read, expected);
}

/// Nothing is written of an empty text, so that it would be another entry the next time.
void JournalTest::readsAnEmptyIdAsNone()
{
    QJsonObject json = Operations::toJson(everythingSet());
    QJsonObject step = json.value("steps"_L1).toArray().at(0).toObject();
    QJsonObject task = step.value("task"_L1).toObject();
    task.insert("server"_L1, QString());
    step.insert("task"_L1, task);
    json.insert("steps"_L1, QJsonArray{step});
    json.insert("current"_L1, 0);

    const Result<Operation> read = Operations::operationFromJson(json);

    QVERIFY(read);
    QCOMPARE(read->steps.constFirst().task->server, std::optional<ResourceId>());
    QCOMPARE(read->steps.constFirst().task->image, std::optional(ImageId{u"3"_s}));
}

void JournalTest::tellsWhatCannotBeRead_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("told");
    QTest::addRow("a kind of a later program")
        << u"kind"_s << QJsonValue(u"teleport"_s) << u"kind"_s;
    QTest::addRow("no state") << u"state"_s << QJsonValue(QJsonValue::Undefined) << u"state"_s;
    QTest::addRow("a time that is none")
        << u"started"_s << QJsonValue(u"yesterday"_s) << u"started"_s;
    QTest::addRow("a time after all that can be written down")
        << u"started"_s << QJsonValue(u"9999-12-31T23:59:59.999-14:00"_s) << u"started"_s;
    QTest::addRow("a time before all that can be written down")
        << u"started"_s << QJsonValue(u"0001-01-01T00:00:00.000+14:00"_s) << u"started"_s;
    QTest::addRow("no steps") << u"steps"_s << QJsonValue(QJsonArray()) << u"steps"_s;
    QTest::addRow("steps of another form") << u"steps"_s << QJsonValue(3) << u"steps"_s;
    QTest::addRow("a step without a request")
        << u"steps"_s
        << QJsonValue(QJsonArray{QJsonObject{
               {u"role"_s, u"main"_s}, {u"state"_s, u"done"_s}, {u"request"_s, QJsonObject()}}})
        << u"request"_s;
    QTest::addRow("a current step that is none") << u"current"_s << QJsonValue(99) << u"current"_s;
    QTest::addRow("half a step") << u"current"_s << QJsonValue(0.5) << u"current"_s;
    QTest::addRow("no id") << u"id"_s << QJsonValue(QJsonValue::Undefined) << u"id"_s;
}

void JournalTest::tellsWhatCannotBeRead()
{
    QFETCH(const QString, key);
    QFETCH(const QJsonValue, value);
    QFETCH(const QString, told);
    QJsonObject json = Operations::toJson(everythingSet());
    json.insert(key, value);

    const Result<Operation> read = Operations::operationFromJson(json);

    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::StorageFailed);
    QCOMPARE(read.error().code, u"damaged"_s);
    QVERIFY2(read.error().message.endsWith(u": "_s + told), qPrintable(read.error().message));
}

void JournalTest::keepsEntriesInTheirOrder()
{
    const QList<JournalEntry> entries = {{everythingSet(), u"Hetzner"_s, u"anna"_s},
                                         {smallest(u"op-0"_s), {}, {}},
                                         {smallest(u"op-9"_s), u"1CNG"_s, u"anna"_s}};
    {
        Storage::StorageThread thread;
        Journal journal(file(), thread);
        QVERIFY(answer(journal.open()));
        for (const JournalEntry &entry : entries) {
            QVERIFY(answer(journal.write(entry)));
        }
    }
    Storage::StorageThread thread;
    Journal journal(file(), thread);
    QVERIFY(answer(journal.open()));
    const auto contents = answer(journal.all());
    QVERIFY(contents);
    QCOMPARE(contents->entries, entries);
    QCOMPARE(contents->unreadable, 0);
}

void JournalTest::keepsOneEntryAnOperation()
{
    Storage::StorageThread thread;
    Journal journal(file(), thread);
    QVERIFY(answer(journal.open()));
    QVERIFY(answer(journal.write({smallest(u"first"_s), u"Hetzner"_s, u"anna"_s})));
    QVERIFY(answer(journal.write({smallest(u"second"_s), u"Hetzner"_s, u"anna"_s})));

    Operation ended = smallest(u"first"_s, OperationState::Failed);
    ended.error.message = u"told later"_s;
    QVERIFY(answer(journal.write({ended, u"renamed meanwhile"_s, u"anna"_s})));

    const auto contents = answer(journal.all());
    QVERIFY(contents);
    QCOMPARE(contents->entries.size(), 2);
    QCOMPARE(contents->entries.at(0), (JournalEntry{ended, u"Hetzner"_s, u"anna"_s}));
}

void JournalTest::namesTheUnfinishedOnes()
{
    using enum OperationState;
    Storage::StorageThread thread;
    Journal journal(file(), thread);
    QVERIFY(answer(journal.open()));
    for (const OperationState state :
         {Waiting, Running, Succeeded, Failed, Cancelled, NeedsAnswer}) {
        const QString id = Operations::wordOf(state);
        QVERIFY(answer(journal.write({smallest(id, state), {}, {}})));
    }
    const auto contents = answer(journal.unfinished());
    QVERIFY(contents);
    QStringList ids;
    for (const JournalEntry &entry : contents->entries) {
        ids.append(entry.operation.id.value);
    }
    QCOMPARE(ids, (QStringList{u"waiting"_s, u"running"_s}));
}

void JournalTest::goesOnBesideAnEntryThatCannotBeRead()
{
    using enum OperationState;
    Storage::StorageThread thread;
    Journal journal(file(), thread);
    QVERIFY(answer(journal.open()));
    for (const auto &[id, state] :
         {std::pair{u"good"_s, Running}, std::pair{u"bad"_s, Running},
          std::pair{u"bad and over"_s, Failed}, std::pair{u"over"_s, Succeeded}}) {
        QVERIFY(answer(journal.write({smallest(id, state), {}, {}})));
    }
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file());
        QVERIFY(other.open());
        QSqlQuery query(other);
        QVERIFY(query.exec(u"UPDATE operations SET content = '{' WHERE id LIKE 'bad%'"_s));
    }
    QSqlDatabase::removeDatabase(u"other"_s);
    const QRegularExpression told(u"an operation can't be read"_s);
    for (int i = 0; i < 3; ++i) {
        QTest::ignoreMessage(QtWarningMsg, told);
    }

    const auto unfinished = answer(journal.unfinished());
    const auto all = answer(journal.all());

    QVERIFY(unfinished && all);
    QCOMPARE(unfinished->entries.size(), 1);
    QCOMPARE(unfinished->entries.at(0).operation.id.value, u"good"_s);
    QCOMPARE(unfinished->unreadable, 1);
    QCOMPARE(all->entries.size(), 2);
    QCOMPARE(all->unreadable, 2);
    QCOMPARE(all->unreadableUnfinished, 1);
}

QTEST_GUILESS_MAIN(JournalTest)
#include "journaltest.moc"
