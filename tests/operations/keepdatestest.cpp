// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/keepdates.h"

#include "operations/journal.h"
#include "support/testenvironment.h"

#include <QRegularExpression>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Domain;
using Operations::Journal;
using Operations::KeepDates;

namespace {

const QDateTime friday({2026, 11, 27}, {12, 30, 15, 250}, QTimeZone::UTC);

SnapshotKey keyOf(const QString &id, SnapshotKind kind = SnapshotKind::Server)
{
    return {{u"shop"_s}, kind, {id}};
}

template <class T>
Result<T> answer(const QFuture<Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    return isAnswered ? future.result() : failure(ErrorKind::TimedOut);
}

/// A journal's file, opened as at one start of the program.
struct Run
{
    explicit Run(const QString &file)
        : journal(file, thread)
        , opened(answer(journal.open()))
        , dates(journal.database())
    {
    }

    Storage::StorageThread thread;
    Journal journal;
    Result<Storage::Opened> opened;
    KeepDates dates;
};

/// Another program's hand in the file.
void execute(const QString &file, const QStringList &statements)
{
    {
        QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
        other.setDatabaseName(file);
        QVERIFY(other.open());
        for (const QString &statement : statements) {
            QSqlQuery query(other);
            QVERIFY2(query.exec(statement), qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(u"other"_s);
}

} // namespace

/// Until when a snapshot is kept is known at the next start too.
class KeepDatesTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString file() const { return m_folder->filePath(u"journal.sqlite"_s); }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }

    void knowsTheDatesAtTheNextStart()
    {
        {
            Run run(file());
            QVERIFY(run.opened);
            QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday)));
            QVERIFY(answer(run.dates.set(keyOf(u"1"_s, SnapshotKind::Volume), friday.addDays(1))));
        }
        Run run(file());
        const auto dates = answer(run.dates.all());
        QVERIFY(dates);
        QCOMPARE(*dates,
                 (KeepDates::Dates{{keyOf(u"1"_s), friday},
                                   {keyOf(u"1"_s, SnapshotKind::Volume), friday.addDays(1)}}));
    }

    void aLaterDateTakesThePlaceOfTheFirst()
    {
        Run run(file());
        QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday)));
        QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday.addDays(7))));
        QCOMPARE(answer(run.dates.all())->value(keyOf(u"1"_s)), friday.addDays(7));
    }

    void whatIsKeptForGoodHasNoDate()
    {
        Run run(file());
        QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday)));
        QVERIFY(answer(run.dates.set(keyOf(u"2"_s), friday)));
        QVERIFY(answer(run.dates.clear(keyOf(u"1"_s))));
        QVERIFY(answer(run.dates.clear(keyOf(u"never set"_s))));
        const auto dates = answer(run.dates.all());
        QVERIFY(dates);
        QCOMPARE(*dates, (KeepDates::Dates{{keyOf(u"2"_s), friday}}));
    }

    void leavesOutADateThatCannotBeRead()
    {
        Run run(file());
        QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday)));
        QVERIFY(answer(run.dates.set(keyOf(u"2"_s), friday)));
        execute(file(), {u"UPDATE keeps SET keep_until = 'soon' WHERE snapshot = '1'"_s});
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"a date can't be read"_s));
        const auto dates = answer(run.dates.all());
        QVERIFY(dates);
        QCOMPARE(*dates, (KeepDates::Dates{{keyOf(u"2"_s), friday}}));
    }

    /// As a program wrote it that knew operations only.
    void takesOverAJournalOfTheFirstVersion()
    {
        {
            Run run(file());
            QVERIFY(run.opened);
            Operation operation;
            operation.id = {u"op-1"_s};
            operation.steps = {Step()};
            QVERIFY(answer(run.journal.write({operation, u"shop"_s, u"anna"_s})));
        }
        execute(file(), {u"DROP TABLE keeps"_s, u"PRAGMA user_version = 1"_s});
        Run run(file());
        QVERIFY(run.opened);
        QCOMPARE(run.opened->condition, Storage::Condition::Good);
        QVERIFY(answer(run.dates.set(keyOf(u"1"_s), friday)));
        QCOMPARE(answer(run.dates.all())->size(), 1);
        const auto contents = answer(run.journal.all());
        QVERIFY(contents);
        QCOMPARE(contents->entries.size(), 1);
    }
};

QTEST_GUILESS_MAIN(KeepDatesTest)
#include "keepdatestest.moc"
