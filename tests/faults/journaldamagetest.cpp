// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journalrun.h"
#include "support/testenvironment.h"

#include <QTemporaryDir>

#include <functional>

using namespace Domain;
using namespace Faults;
using namespace Qt::StringLiterals;
using Storage::Condition;
using Storage::Opened;

namespace {

using Damage = std::function<bool(const QString &)>;

const QString fileName = u"journal.sqlite"_s;
const QString logName = u"journal.sqlite-wal"_s;

} // namespace

/// A journal that was damaged is told from one that is not, and no byte of it is deleted.
class JournalDamageTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void setsADamagedJournalAside_data();
    void setsADamagedJournalAside();
    void setsAJournalWithoutItsFileAside();
    void setsALogThatIsNoneAsideAndGoesOn_data();
    void setsALogThatIsNoneAsideAndGoesOn();
    void readsWhatIsWholeOfALog();
    void takesUpTheLogOfAProgramThatWasKilled();
    void leavesNoEmptyFileBehind();

private:
    [[nodiscard]] QString path(const QString &name = fileName) const
    {
        return m_folder->filePath(name);
    }
    /// The journal of a program that ended.
    void makeJournal(const QList<JournalEntry> &entries) const;
    /// As it is after the program was killed: with a log that holds the second half of the entries.
    void makeKilledJournal(const QList<JournalEntry> &entries) const;
    [[nodiscard]] QStringList filesSetAside() const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void JournalDamageTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void JournalDamageTest::makeJournal(const QList<JournalEntry> &entries) const
{
    Run run(path());
    QVERIFY(run.open());
    QVERIFY(run.write(entries));
}

void JournalDamageTest::makeKilledJournal(const QList<JournalEntry> &entries) const
{
    const qsizetype half = entries.size() / 2;
    makeJournal(entries.first(half));
    const QStringList names{fileName, logName};
    {
        Run run(path());
        QVERIFY(run.open());
        QVERIFY(run.write(entries.sliced(half)));
        for (const QString &name : names) {
            QVERIFY(QFile::copy(path(name), path(u"killed-"_s + name)));
        }
    }
    for (const QString &name : names) {
        QFile::remove(path(name));
        QVERIFY(QFile::rename(path(u"killed-"_s + name), path(name)));
    }
    QVERIFY(QFileInfo(path(names.last())).size() > 0);
}

QStringList JournalDamageTest::filesSetAside() const
{
    return QDir(m_folder->path()).entryList({u"*.damaged-*"_s}, QDir::Files, QDir::Name);
}

void JournalDamageTest::setsADamagedJournalAside_data()
{
    QTest::addColumn<Damage>("damage");
    const auto written = [](qint64 offset, const QByteArray &bytes) -> Damage {
        return [offset, bytes](const QString &file) {
            return overwrite(file, offset, bytes);
        };
    };
    const auto cut = [](qint64 size) -> Damage {
        return [size](const QString &file) {
            return QFile::resize(file, size);
        };
    };
    constexpr qint64 page = 4096;
    QTest::addRow("its header is overwritten") << written(0, QByteArray(100, '\x55'));
    QTest::addRow("its first page is empty") << written(0, QByteArray(page, '\0'));
    QTest::addRow("a page in the middle is overwritten") << written(5 * page, {page, '\x7f'});
    QTest::addRow("a page in the middle is empty") << written(5 * page, {page, '\0'});
    QTest::addRow("it ends after some pages") << cut(4 * page);
    QTest::addRow("it ends in the middle of a page") << cut(4 * page + 1000);
    QTest::addRow("it ends in its first page") << cut(1000);
    QTest::addRow("it ends in its header") << cut(20);
    QTest::addRow("it is empty") << cut(0);
    QTest::addRow("it is a text") << Damage([](const QString &file) {
        return QFile::resize(file, 0) && overwrite(file, 0, "a letter to somebody\n");
    });
}

void JournalDamageTest::setsADamagedJournalAside()
{
    QFETCH(const Damage, damage);
    makeJournal(takes(60));
    QVERIFY(QFileInfo(path()).size() > qint64(8 * 4096));
    QVERIFY(damage(path()));
    const QByteArray damaged = contentOf(path());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged and was set aside"_s));
    Run run(path());

    const Result<Opened> opened = run.open();

    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().message));
    QCOMPARE(opened->condition, Condition::SetAside);
    QCOMPARE(filesSetAside(), QStringList(QFileInfo(opened->setAsideAs).fileName()));
    QCOMPARE(contentOf(opened->setAsideAs), damaged);
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(QList<JournalEntry>()));
    QVERIFY(run.write(take(u"op"_s, {})));
}

/// Its log could not be read without it, and SQLite would remove the log.
void JournalDamageTest::setsAJournalWithoutItsFileAside()
{
    makeKilledJournal(takes(6));
    const QByteArray log = contentOf(path(logName));
    QVERIFY(QFile::remove(path()));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged and was set aside"_s));
    Run run(path());

    const Result<Opened> opened = run.open();

    QVERIFY(opened);
    QCOMPARE(opened->condition, Condition::SetAside);
    QCOMPARE(contentOf(opened->setAsideAs), log);
    QVERIFY(run.write(take(u"op"_s, {})));
}

void JournalDamageTest::setsALogThatIsNoneAsideAndGoesOn_data()
{
    QTest::addColumn<qint64>("offset");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addRow("garbage") << qint64(0) << QByteArray(5000, '\x55');
    QTest::addRow("nothing but zeros") << qint64(0) << QByteArray(5000, '\0');
    QTest::addRow("another number in its header") << qint64(17) << QByteArray("\x01", 1);
}

void JournalDamageTest::setsALogThatIsNoneAsideAndGoesOn()
{
    QFETCH(const qint64, offset);
    QFETCH(const QByteArray, bytes);
    const QList<JournalEntry> written = takes(6);
    makeKilledJournal(written);
    const QString log = path(logName);
    QVERIFY(overwrite(log, offset, bytes));
    const QByteArray damaged = contentOf(log);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged and was set aside"_s));
    {
        Run run(path());
        const Result<Opened> opened = run.open();
        QVERIFY(opened);
        QCOMPARE(opened->condition, Condition::SetAside);
        QCOMPARE(contentOf(opened->setAsideAs), damaged);
        QCOMPARE(run.all(), Result<QList<JournalEntry>>(written.first(3)));
        QVERIFY(run.write(written.at(3)));
    }
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written.first(4)));
}

/// The end of a log that was being written when the power went.
void JournalDamageTest::readsWhatIsWholeOfALog()
{
    const QList<JournalEntry> written = takes(6);
    makeKilledJournal(written);
    const QString log = path(logName);
    QVERIFY(QFile::resize(log, QFileInfo(log).size() - 100));
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.all(), Result<QList<JournalEntry>>(written.first(5)));
}

void JournalDamageTest::takesUpTheLogOfAProgramThatWasKilled()
{
    const QList<JournalEntry> written = takes(6);
    makeKilledJournal(written);
    Run run(path());
    QCOMPARE(run.open(), Result<Opened>(Opened()));
    QCOMPARE(run.unfinished(), Result<QList<JournalEntry>>(written));
}

/// An empty journal is a lost one. So that this holds, a new one is whole before it has its name,
/// whatever an attempt before has left.
void JournalDamageTest::leavesNoEmptyFileBehind()
{
    QVERIFY(overwrite(path(fileName + u".new"_s), 0, "half a journal"));
    {
        Run run(path());
        QCOMPARE(run.open(), Result<Opened>(Opened()));
        QVERIFY(QFileInfo(path()).size() > 0);
        QVERIFY(run.write(take(u"op"_s, {})));
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(fileName));
}

QTEST_GUILESS_MAIN(JournalDamageTest)
#include "journaldamagetest.moc"
