// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include "storage/sqlerror.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;
using Storage::Condition;
using Storage::Database;
using Storage::Opened;
using Storage::Schema;

namespace {

const QStringList notes{u"CREATE TABLE notes (text TEXT NOT NULL)"_s};
const QStringList authors{u"ALTER TABLE notes ADD COLUMN author TEXT NOT NULL DEFAULT 'nobody'"_s};

template <class T>
Result<T> answer(const QFuture<Result<T>> &future)
{
    const bool isAnswered = QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000);
    return isAnswered ? future.result() : Domain::failure(ErrorKind::TimedOut);
}

Result<Done> write(Database &database, const QString &text)
{
    return answer(database.run<Done>([text](const QSqlDatabase &connection) {
        QSqlQuery query(connection);
        query.prepare(u"INSERT INTO notes (text) VALUES (?)"_s);
        query.addBindValue(text);
        return Storage::execute(query);
    }));
}

Result<QStringList> all(Database &database, const QString &column = u"text"_s)
{
    return answer(
        database.run<QStringList>([column](const QSqlDatabase &connection) -> Result<QStringList> {
            QSqlQuery query(connection);
            query.prepare(u"SELECT "_s + column + u" FROM notes ORDER BY rowid"_s);
            return Storage::execute(query).transform([&query](Done) {
                QStringList texts;
                while (query.next()) {
                    texts.append(query.value(0).toString());
                }
                return texts;
            });
        }));
}

} // namespace

/// A file of ours survives what happens to files.
class DatabaseTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasWritten();
    void makesItsFolder();
    void writesAllOfAPieceOfWorkOrNothing();
    void worksInTheOrderOfTheCalls();
    void bringsAnOlderFileToTheNewestVersion();
    void leavesAnOlderFileAsItIsWhenAMigrationFails();
    void readsAFileOfANewerProgramAndWritesNothing();
    void setsADamagedFileAside_data();
    void setsADamagedFileAside();
    void neverOverwritesWhatWasSetAside();
    void saysThatItMayNotWrite();
    void saysThatAnotherProgramHoldsTheFile();
    void finishesWhatWasHandedOverBeforeItEnds();
    void refusesWorkBeforeItIsOpen();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"data/notes.sqlite"_s); }
    [[nodiscard]] Result<Opened> open(Database &database) const { return answer(database.open()); }
    /// As the program leaves it: closed.
    void makeFile(const Schema &schema, const QStringList &texts);

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DatabaseTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void DatabaseTest::makeFile(const Schema &schema, const QStringList &texts)
{
    Storage::StorageThread thread;
    Database database(file(), schema, thread);
    QVERIFY(open(database));
    for (const QString &text : texts) {
        QVERIFY(write(database, text));
    }
}

void DatabaseTest::keepsWhatWasWritten()
{
    makeFile({{notes}}, {u"one"_s, u"two"_s});
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QCOMPARE(open(database), Result<Opened>(Opened{Condition::Good, {}}));
    QCOMPARE(all(database), Result<QStringList>(QStringList{u"one"_s, u"two"_s}));
}

void DatabaseTest::makesItsFolder()
{
    QVERIFY(!QDir(m_folder->filePath(u"data"_s)).exists());
    makeFile({{notes}}, {});
    QVERIFY(QFile::exists(file()));
}

void DatabaseTest::writesAllOfAPieceOfWorkOrNothing()
{
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QVERIFY(open(database));

    const Result<Done> failed = answer(database.run<Done>([](const QSqlDatabase &connection) {
        return Storage::execute(connection, u"INSERT INTO notes (text) VALUES ('half')"_s)
            .and_then([&](Done) {
                return Storage::execute(connection, u"INSERT INTO notes (text) VALUES (NULL)"_s);
            });
    }));

    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::StorageFailed);
    QCOMPARE(all(database), Result<QStringList>(QStringList()));
    QVERIFY(write(database, u"after"_s)); // no transaction was left open
    QCOMPARE(all(database), Result<QStringList>(QStringList{u"after"_s}));
}

void DatabaseTest::worksInTheOrderOfTheCalls()
{
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    const auto opened = database.open();
    QStringList expected;
    QList<QFuture<Result<Done>>> writes;
    for (int i = 0; i < 20; ++i) {
        const QString text = QString::number(i);
        expected.append(text);
        writes.append(database.run<Done>([text](const QSqlDatabase &connection) {
            return Storage::execute(connection,
                                    u"INSERT INTO notes (text) VALUES ('"_s + text + u"')"_s);
        }));
    }
    QCOMPARE(all(database), Result<QStringList>(expected));
    QVERIFY(opened.isFinished());
    QVERIFY(std::ranges::all_of(writes, [](const auto &one) { return one.isFinished(); }));
}

void DatabaseTest::bringsAnOlderFileToTheNewestVersion()
{
    makeFile({{notes}}, {u"old"_s});
    Storage::StorageThread thread;
    Database database(file(), {{notes, authors}}, thread);
    QCOMPARE(open(database), Result<Opened>(Opened()));
    QCOMPARE(all(database, u"author"_s), Result<QStringList>(QStringList{u"nobody"_s}));
}

void DatabaseTest::leavesAnOlderFileAsItIsWhenAMigrationFails()
{
    makeFile({{notes}}, {u"old"_s});
    {
        Storage::StorageThread thread;
        Database database(file(), {{notes, authors + QStringList{u"NO SUCH STATEMENT"_s}}}, thread);
        QVERIFY(!open(database));
    }
    Storage::StorageThread thread;
    Database database(file(), {{notes, authors}}, thread); // a later program does it right
    QCOMPARE(open(database), Result<Opened>(Opened()));
    QCOMPARE(all(database, u"author"_s), Result<QStringList>(QStringList{u"nobody"_s}));
}

void DatabaseTest::readsAFileOfANewerProgramAndWritesNothing()
{
    makeFile({{notes, authors}}, {u"from the future"_s});
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QCOMPARE(open(database), Result<Opened>(Opened{Condition::TooNew, {}}));
    QCOMPARE(all(database), Result<QStringList>(QStringList{u"from the future"_s}));

    const Result<Done> written = write(database, u"from the past"_s);

    QVERIFY(!written);
    QCOMPARE(written.error().code, u"read-only"_s);
}

void DatabaseTest::setsADamagedFileAside_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("no database at all") << qint64(0) << QByteArray(4096, 'x');
    QTest::addRow("a page is overwritten") << qint64(4096) << QByteArray(4096, '\x7f');
}

void DatabaseTest::setsADamagedFileAside()
{
    QFETCH(const qint64, offset);
    QFETCH(const QByteArray, bytes);
    makeFile({{notes}}, {u"lost"_s});
    {
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(offset));
        QCOMPARE(damaged.write(bytes), bytes.size());
    }
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);

    const Result<Opened> opened = open(database);

    QVERIFY(opened);
    QCOMPARE(opened->condition, Condition::SetAside);
    QVERIFY(opened->setAsideAs.startsWith(file() + u".damaged-"_s));
    QVERIFY(QFile::exists(opened->setAsideAs));
    QCOMPARE(all(database), Result<QStringList>(QStringList()));
    QVERIFY(write(database, u"new"_s));
}

void DatabaseTest::neverOverwritesWhatWasSetAside()
{
    const auto damage = [this] {
        QFile damaged(file());
        return damaged.open(QIODevice::WriteOnly) && damaged.write("not a database, at all") > 0;
    };
    QStringList aside;
    for (int i = 0; i < 3; ++i) {
        QVERIFY(QDir().mkpath(QFileInfo(file()).path()));
        QVERIFY(damage());
        Storage::StorageThread thread;
        Database database(file(), {{notes}}, thread);
        const Result<Opened> opened = open(database);
        QVERIFY(opened);
        aside.append(opened->setAsideAs);
    }
    aside.removeDuplicates();
    QCOMPARE(aside.size(), 3);
}

void DatabaseTest::saysThatItMayNotWrite()
{
    QFile notAFolder(m_folder->filePath(u"data"_s)); // holds for root too
    QVERIFY(notAFolder.open(QIODevice::WriteOnly));
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);

    const Result<Opened> opened = open(database);

    QVERIFY(!opened);
    QCOMPARE(opened.error().kind, ErrorKind::StorageFailed);
    QCOMPARE(opened.error().code, u"read-only"_s);
}

void DatabaseTest::saysThatAnotherProgramHoldsTheFile()
{
    Storage::StorageThread holding;
    Database holder(file(), {{notes}}, holding);
    QVERIFY(open(holder));
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QVERIFY(open(database));
    QSemaphore isHeld;
    QSemaphore mayLetGo;
    const auto held = holder.run<Done>([&](const QSqlDatabase &) -> Result<Done> {
        isHeld.release();
        mayLetGo.acquire();
        return Done();
    });
    isHeld.acquire();

    const Result<Done> written = write(database, u"refused"_s);
    mayLetGo.release();

    QVERIFY(!written);
    QCOMPARE(written.error().code, u"locked"_s);
    QVERIFY(answer(held));
    QVERIFY(write(database, u"later"_s));
    QCOMPARE(all(database), Result<QStringList>(QStringList{u"later"_s}));
}

void DatabaseTest::finishesWhatWasHandedOverBeforeItEnds()
{
    QFuture<Result<Done>> last;
    {
        Storage::StorageThread thread;
        Database database(file(), {{notes}}, thread);
        const auto opened = database.open();
        for (int i = 0; i < 50; ++i) {
            last = database.run<Done>([](const QSqlDatabase &connection) {
                return Storage::execute(connection, u"INSERT INTO notes (text) VALUES ('x')"_s);
            });
        }
    }
    QVERIFY(last.isFinished());
    QVERIFY(last.result());
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QVERIFY(open(database));
    QCOMPARE(all(database)->size(), 50);
}

void DatabaseTest::refusesWorkBeforeItIsOpen()
{
    Storage::StorageThread thread;
    Database database(file(), {{notes}}, thread);
    QCOMPARE(write(database, u"too early"_s).error().kind, ErrorKind::StorageFailed);
}

QTEST_GUILESS_MAIN(DatabaseTest)
#include "databasetest.moc"
