// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/keepdesk.h"

#include "items/operationsmodel.h"
#include "items/snapshotmodel.h"
#include "operations/journal.h"
#include "operations/keepdates.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Domain;
using namespace Qt::StringLiterals;
using Operations::KeepDates;

namespace {

const QDateTime noon({2026, 11, 20}, {12, 0}, QTimeZone::UTC);
const AccountId shop{u"shop"_s};

SnapshotKey keyOf(const QString &id)
{
    return {shop, SnapshotKind::Server, {id}};
}

Items::SnapshotRow rowOf(const QString &id)
{
    Items::SnapshotRow row;
    row.snapshot.key = keyOf(id);
    row.snapshot.name = id;
    return row;
}

template <class T>
Result<T> answer(const QFuture<Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    return isAnswered ? future.result() : failure(ErrorKind::TimedOut);
}

/// One run of the program on a journal in that folder.
struct Run
{
    explicit Run(const QString &folder)
        : journal(folder + u"/journal.sqlite"_s, thread)
        , isOpen(answer(journal.open()).has_value())
    {
        snapshots.merge(shop, {rowOf(u"1"_s), rowOf(u"2"_s)});
    }

    [[nodiscard]] QDateTime shown(const QString &id) const
    {
        return snapshots.row(keyOf(id))->keepUntil;
    }
    [[nodiscard]] KeepDates::Dates stored()
    {
        return answer(dates.all()).value_or(KeepDates::Dates());
    }

    Storage::StorageThread thread;
    Operations::Journal journal;
    bool isOpen;
    KeepDates dates{journal.database()};
    Support::ManualClock clock{noon};
    Items::OperationsModel operations;
    Items::SnapshotModel snapshots{clock};
    App::KeepDesk desk{dates, operations, snapshots};
    QSignalSpy failures{&desk, &App::KeepDesk::failed};
};

/// With a safety snapshot that becomes snapshot 2.
Operation rollingBack(Step::State safety)
{
    const ResourceKey server{shop, ResourceKind::Server, {u"7"_s}};
    Operation operation;
    operation.id = {u"rollback"_s};
    operation.kind = OperationKind::RollBack;
    operation.account = shop;
    operation.resource = server;
    operation.state = OperationState::Running;
    operation.keepUntil = noon.addDays(7);
    Step first;
    first.role = Step::Role::SafetySnapshot;
    first.request = TakeSnapshot{server, u"before rollback"_s, {}, {}};
    first.state = safety;
    first.task = RemoteTask{{u"t"_s}, first.request, SnapshotId{u"2"_s}};
    Step second;
    second.request = RollBack{server, keyOf(u"1"_s), {}};
    operation.steps = {first, second};
    return operation;
}

Operation removing(OperationState state)
{
    Operation operation;
    operation.id = {u"remove"_s};
    operation.kind = OperationKind::Remove;
    operation.account = shop;
    operation.snapshot = keyOf(u"1"_s);
    operation.state = state;
    return operation;
}

} // namespace

class KeepDeskTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void aDateIsShownNowAndAtTheNextStart()
    {
        {
            Run run(m_folder->path());
            QVERIFY(run.isOpen);
            run.desk.keepUntil({keyOf(u"1"_s), keyOf(u"2"_s)}, noon.addDays(7));
            QTRY_COMPARE(run.shown(u"2"_s), noon.addDays(7));
            run.desk.keepUntil({keyOf(u"2"_s)}, {});
            QTRY_VERIFY(!run.shown(u"2"_s).isValid());
        }
        Run run(m_folder->path());
        run.desk.load();
        QTRY_COMPARE(run.shown(u"1"_s), noon.addDays(7));
        QVERIFY(!run.shown(u"2"_s).isValid());
    }

    void aSafetySnapshotGetsItsDateWhenItIsTaken()
    {
        Run run(m_folder->path());
        run.operations.set(rollingBack(Step::State::Following));
        QVERIFY(run.stored().isEmpty());
        run.operations.set(rollingBack(Step::State::Done));
        QTRY_COMPARE(run.shown(u"2"_s), noon.addDays(7));
        QCOMPARE(run.stored(), (KeepDates::Dates{{keyOf(u"2"_s), noon.addDays(7)}}));
    }

    void aDateThatWasChangedMeanwhileStays()
    {
        Run run(m_folder->path());
        run.operations.set(rollingBack(Step::State::Done));
        QTRY_COMPARE(run.shown(u"2"_s), noon.addDays(7));
        run.desk.keepUntil({keyOf(u"2"_s)}, noon.addDays(30));
        Operation over = rollingBack(Step::State::Done);
        over.state = OperationState::Succeeded;
        run.operations.set(over);
        QTRY_COMPARE(run.shown(u"2"_s), noon.addDays(30));
        QCOMPARE(run.stored().value(keyOf(u"2"_s)), noon.addDays(30));
    }

    void oneThatIsKeptForGoodGetsNone()
    {
        Run run(m_folder->path());
        Operation forGood = rollingBack(Step::State::Done);
        forGood.keepUntil = {};
        run.operations.set(forGood);
        QVERIFY(run.stored().isEmpty());
    }

    void aDateGoesWithItsSnapshot()
    {
        Run run(m_folder->path());
        run.desk.keepUntil({keyOf(u"1"_s)}, noon.addDays(7));
        run.operations.set(removing(OperationState::Running));
        QCOMPARE(run.stored().size(), 1);
        run.operations.set(removing(OperationState::Succeeded));
        QTRY_VERIFY(run.stored().isEmpty());
    }

    void tellsWhatCouldNotBeStored()
    {
        Run run(m_folder->path());
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(m_folder->filePath(u"journal.sqlite"_s));
            QVERIFY(other.open());
            QSqlQuery query(other);
            QVERIFY(query.exec(u"DROP TABLE keeps"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        run.desk.keepUntil({keyOf(u"1"_s)}, noon.addDays(7));
        QTRY_COMPARE(run.failures.size(), 1);
        QCOMPARE(run.failures.value(0).value(0).value<Error>().kind, ErrorKind::StorageFailed);
        QVERIFY(!run.shown(u"1"_s).isValid());
    }
};

QTEST_GUILESS_MAIN(KeepDeskTest)
#include "keepdesktest.moc"
