// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/errortext.h"
#include "journalrun.h"
#include "owndisk.h"
#include "support/testenvironment.h"

#include <QCoreApplication>
#include <QProcess>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTextStream>

using namespace Domain;
using namespace Faults;
using namespace Qt::StringLiterals;
using Storage::Opened;

namespace {

const QString holdOption = u"--hold"_s;
const QString fileName = u"journal.sqlite"_s;

/// What a person reads when an operation fails since the journal could not be written.
QStringList sentences(const Error &error)
{
    Operation operation = take(u"op"_s, {}).operation;
    operation.state = OperationState::Failed;
    operation.steps[0].state = Step::State::Failed;
    operation.error = error;
    const Items::ErrorText text = Items::operationErrorText(operation);
    return {text.title, text.meaning, text.advice};
}

const QString notTaken = u"The snapshot “nightly” of web-1 could not be taken."_s;
const QString asItWas = u" No snapshot was taken; what is there is as it was."_s;

QStringList whenFull()
{
    return {notTaken, u"This computer's disk is full."_s + asItWas,
            u"Make room on the disk, then try again."_s};
}

QStringList whenReadOnly()
{
    return {notTaken, u"Snapdeck may not write in its own folder on this computer."_s + asItWas,
            u"Give Snapdeck the right to write the file that the details name, then try again."_s};
}

QStringList whenLocked()
{
    return {notTaken, u"Another program holds Snapdeck's file on this computer."_s + asItWas,
            u"Close the other program, or wait until it is done with the file that the details "
            "name, then try again."_s};
}

/// Another program, which holds the database until it is told to end.
class Holder
{
public:
    Holder(const QString &program, const QString &file)
    {
        m_process.start(program, {holdOption, file});
    }
    ~Holder()
    {
        m_process.closeWriteChannel();
        m_process.waitForFinished();
    }
    Holder(const Holder &) = delete;
    Holder &operator=(const Holder &) = delete;

    [[nodiscard]] bool holds()
    {
        return m_process.waitForReadyRead() && m_process.readAll() == "held\n";
    }
    [[nodiscard]] QString complaint()
    {
        return m_process.errorString() + u'\n'
            + QString::fromUtf8(m_process.readAllStandardError());
    }

private:
    QProcess m_process;
};

/// What the other program does.
int hold(const QString &file)
{
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s);
    database.setDatabaseName(file);
    if (!database.open() || !QSqlQuery(database).exec(u"BEGIN IMMEDIATE"_s)) {
        return 1;
    }
    QTextStream(stdout) << "held" << Qt::endl;
    QTextStream(stdin).readAll();
    return 0;
}

} // namespace

/// What a disk, another program and the clock do to the journal.
class DiskFaultsTest : public QObject
{
    Q_OBJECT

public:
    explicit DiskFaultsTest(const QString &program)
        : m_program(program)
    {
    }

private Q_SLOTS:
    void init();

    void losesNothingOnAFullDisk();
    void beginsOnceTheDiskHasRoom();
    void saysThatTheDiskIsFullWhenAnOldJournalIsOpened();
    void losesNothingInAFolderThatMayNotBeWritten();
    void losesNothingWhileAnotherProgramHoldsIt();
    void keepsTheOrderWhenTheClockGoesBack();

private:
    [[nodiscard]] QString path(const QString &name = fileName) const
    {
        return m_folder->filePath(name);
    }
    /// The journal of a program that ended.
    void makeJournal(const QList<JournalEntry> &entries) const;
    [[nodiscard]] QStringList filesSetAside() const;

    Support::TestEnvironment m_environment;
    QString m_program; ///< this one
    std::unique_ptr<QTemporaryDir> m_folder;
};

void DiskFaultsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void DiskFaultsTest::makeJournal(const QList<JournalEntry> &entries) const
{
    Run run(path());
    QVERIFY(run.open());
    QVERIFY(run.write(entries));
}

QStringList DiskFaultsTest::filesSetAside() const
{
    return QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files, QDir::Name);
}

void DiskFaultsTest::losesNothingOnAFullDisk()
{
    if (const QString why = OwnDisk::whyThereIsNone(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    OwnDisk disk(m_folder->path(), qint64(1024) * 1024);
    QList<JournalEntry> written = takes(20);
    makeJournal(written);
    {
        Run run(path());
        QVERIFY(run.open());
        QVERIFY(disk.fill());
        Result<Done> last = Done();
        // What was room in the files already is used up first.
        for (int i = 0; last && i < 1000; ++i) {
            const JournalEntry entry = take(u"late-%1"_s.arg(i), {});
            last = run.write(entry);
            if (last) {
                written.append(entry);
            }
        }
        QVERIFY(!last);
        QCOMPARE(last.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(last.error().code, u"full"_s);
        QVERIFY2(last.error().message.contains(path()), qPrintable(last.error().message));
        QCOMPARE(sentences(last.error()), whenFull());
        QCOMPARE(run.all(), Result<QList<JournalEntry>>(written));

        QVERIFY(disk.makeRoom());
        written.append(take(u"with room"_s, {}));
        QVERIFY(run.write(written.last()));
    }
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.unfinished(), Result<QList<JournalEntry>>(written));
}

void DiskFaultsTest::beginsOnceTheDiskHasRoom()
{
    if (const QString why = OwnDisk::whyThereIsNone(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    OwnDisk disk(m_folder->path(), qint64(512) * 1024);
    QVERIFY(disk.fill());
    Run run(path());

    const Result<Opened> refused = run.open();

    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"full"_s);
    QCOMPARE(run.write(take(u"op"_s, {})).error(), refused.error()); // it says why, not "closed"
    QVERIFY(disk.makeRoom());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QVERIFY(run.write(take(u"op"_s, {})));
    QCOMPARE(filesSetAside(), QStringList());
}

void DiskFaultsTest::saysThatTheDiskIsFullWhenAnOldJournalIsOpened()
{
    if (const QString why = OwnDisk::whyThereIsNone(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    OwnDisk disk(m_folder->path(), qint64(512) * 1024);
    const QList<JournalEntry> written = takes(20);
    makeJournal(written);
    const QByteArray before = contentOf(path());
    QVERIFY(disk.fill());
    {
        Run run(path());
        const Result<Opened> refused = run.open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, u"full"_s);
    }
    QCOMPARE(contentOf(path()), before);
    QCOMPARE(filesSetAside(), QStringList());
    QVERIFY(disk.makeRoom());
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written));
}

void DiskFaultsTest::losesNothingInAFolderThatMayNotBeWritten()
{
    if (const QString why = OwnDisk::whyThereIsNone(); !why.isEmpty()) {
        QSKIP(qPrintable(why));
    }
    OwnDisk disk(m_folder->path(), qint64(512) * 1024);
    const QList<JournalEntry> written = takes(20);
    makeJournal(written);
    QVERIFY(disk.makeReadOnly());
    {
        Run run(path());
        const Result<Opened> refused = run.open();
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(refused.error().code, u"read-only"_s);
        QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
        const Result<Done> refusedToo = run.write(take(u"op"_s, {}));
        QVERIFY(!refusedToo);
        QCOMPARE(sentences(refusedToo.error()), whenReadOnly());
    }
    QVERIFY(disk.makeWritable());
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written));
    QCOMPARE(filesSetAside(), QStringList());
}

void DiskFaultsTest::losesNothingWhileAnotherProgramHoldsIt()
{
    QList<JournalEntry> written = takes(3);
    makeJournal(written);
    Run run(path());
    {
        Holder holder(m_program, path());
        QVERIFY2(holder.holds(), qPrintable(holder.complaint()));
        QCOMPARE(run.open(), Result<Opened>(Opened())); // the other one only keeps it from writing

        const Result<Done> refused = run.write(take(u"op"_s, {}));

        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(refused.error().code, u"locked"_s);
        QVERIFY2(refused.error().message.contains(path()), qPrintable(refused.error().message));
        QCOMPARE(sentences(refused.error()), whenLocked());
    }
    written.append(take(u"later"_s, {}));
    QVERIFY(run.write(written.last()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written));
}

/// The order is that of the writing, and no time is changed: by them a snapshot is known again
/// whose answer was lost.
void DiskFaultsTest::keepsTheOrderWhenTheClockGoesBack()
{
    const QDateTime noon({2026, 3, 29}, {12, 0}, QTimeZone::UTC);
    QList<JournalEntry> written{take(u"z"_s, noon), take(u"m"_s, noon.addSecs(1)),
                                take(u"a"_s, noon.addSecs(-3600))};
    {
        Run run(path());
        QVERIFY(run.open());
        QVERIFY(run.write(written));
        written[0].operation.state = OperationState::Succeeded;
        written[0].operation.ended = noon.addSecs(-3590); // before it began
        QVERIFY(run.write(written.first()));
    }
    written.append(take(u"k"_s, noon.addSecs(-3000)));
    Run run(path());
    QVERIFY(run.open());
    QVERIFY(run.write(written.last()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written));
    QCOMPARE(run.unfinished(), Result<QList<JournalEntry>>(written.sliced(1)));
    const Operation read = run.all()->constFirst().operation;
    QCOMPARE(std::get<TakeSnapshot>(read.steps.constFirst().request).notBefore, noon);
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() == 3 && arguments.at(1) == holdOption) {
        return hold(arguments.at(2));
    }
    // Among mounts of its own the program may not find itself any more.
    DiskFaultsTest test(QCoreApplication::applicationFilePath());
    OwnDisk::prepare();
    return QTest::qExec(&test, argc, argv);
}

#include "diskfaultstest.moc"
