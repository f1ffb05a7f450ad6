// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventorycache.h"

#include "ledger.h"
#include "storage/storagethread.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Inventory::AccountInventory;
using Inventory::Freshness;
using Inventory::InventoryCache;

namespace {

const QString stranger = u"other"_s;

Account accountNamed(const QString &id)
{
    return {{id}, u"shop"_s, {}, {}, {}, 0};
}

QByteArray contentsOf(const QString &file)
{
    QFile opened(file);
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

/// Asks the file behind the program's back.
QVariantList ask(const QString &file, const QString &statement)
{
    QVariantList answers;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(file);
        if (database.open()) {
            QSqlQuery query(database);
            query.exec(statement);
            while (query.next()) {
                answers.append(query.value(0));
            }
        }
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
    return answers;
}

/// One run of the program, as far as the cache is concerned.
class Run
{
public:
    explicit Run(const QString &file)
        : cache(file, ledger.inventory, thread, ledger.clock)
    {
    }

    /// False when what was kept did not come.
    [[nodiscard]] bool start(const QList<Account> &accounts)
    {
        cache.open(accounts);
        for (const Account &account : accounts) {
            ledger.inventory.expectAccount(account, {});
        }
        return restore();
    }

    [[nodiscard]] bool restore()
    {
        const QFuture<Result<Done>> restored = cache.restore();
        return QTest::qWaitFor([&restored] { return restored.isFinished(); });
    }

    /// Until what was handed to the storage thread so far is done.
    [[nodiscard]] bool settle()
    {
        bool isDone = false;
        thread.post([this, &isDone] {
            QMetaObject::invokeMethod(&cache, [&isDone] { isDone = true; }, Qt::QueuedConnection);
        });
        return QTest::qWaitFor([&isDone] { return isDone; });
    }

    Storage::StorageThread thread;
    Ledger ledger;
    InventoryCache cache;
};

/// The same at the next start, where no provider is connected yet.
class Later
{
public:
    Later(const QString &file, const QList<Account> &accounts)
        : cache(file, inventory, thread, clock)
    {
        cache.open(accounts);
        for (const Account &account : accounts) {
            inventory.expectAccount(account, rules());
        }
        const QFuture<Result<Done>> restored = cache.restore();
        QVERIFY(QTest::qWaitFor([&restored] { return restored.isFinished(); }));
    }

    [[nodiscard]] static Capabilities rules()
    {
        Capabilities rules;
        rules.server.canTake = true;
        return rules;
    }

    [[nodiscard]] QString rowText(const QString &account = u"acc"_s) const
    {
        const AccountInventory *seen = inventory.find({account});
        QStringList ids;
        for (const Snapshot &row : seen ? seen->snapshots : QList<Snapshot>()) {
            ids.append(row.key.id.value);
        }
        return ids.join(u' ');
    }

    Storage::StorageThread thread;
    Support::ManualClock clock;
    Inventory::Inventory inventory{clock};
    InventoryCache cache;
};

} // namespace

class InventoryCacheTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void theNextStartShowsWhatWasThereLast();
    void writesAMomentAfterARefreshAndTogether();
    void singleRowsAreKeptToo();
    void aFailedRefreshLosesNothing();
    void showingWhatWasKeptWritesNothing();
    void theCredentialMayBeUnreadable();
    void whatTheProviderToldIsNewer();
    void goesOnWithARefreshThatRunsAlready();
    void whatWasDroppedMeanwhileDoesNotComeBack();
    void whatWasDroppedAndTakenAgainIsThere();
    void aRemovedAccountLeavesNothing();
    void anAccountThatIsNoLongerStoredLeavesNothing();
    void anAccountThatIsElsewhereNowShowsNothing_data();
    void anAccountThatIsElsewhereNowShowsNothing();
    void accountsOfThisSessionAloneAreNotWritten();
    void aDamagedFileIsSetAsideAndBegunAnew();
    void aDamagedAccountIsDroppedAlone();
    void aNewerFileIsLeftAlone();
    void goesWithoutWhereThereCanBeNoFile();
    void neverAskedForItChangesNothing();

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"cache/cache.sqlite"_s); }
    /// A run with two snapshots, in a file that is closed again.
    void keepTwo() const;

    const Support::TestEnvironment m_environment;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void InventoryCacheTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void InventoryCacheTest::keepTwo() const
{
    Run run(file());
    QVERIFY(run.start({run.ledger.account}));
    run.ledger.load();
}

void InventoryCacheTest::theNextStartShowsWhatWasThereLast()
{
    keepTwo();
    const Later later(file(), {accountNamed(u"acc"_s)});
    const AccountInventory &seen = *later.inventory.find({u"acc"_s});
    QCOMPARE(later.rowText(), u"901 902"_s);
    QCOMPARE(seen.freshness, Freshness::Stale);
    QVERIFY(!seen.isCurrent);
    QCOMPARE(seen.asOf, Support::ManualClock().now());
    QCOMPARE(seen.resources.size(), 2);
    QCOMPARE(seen.locations.size(), 1);
    QCOMPARE(seen.projects.size(), 1);
    QCOMPARE(seen.prices.currency, u"EUR"_s);
    QCOMPARE(seen.identity.name, u"shop"_s);
    QCOMPARE(seen.account.name, u"shop"_s);
    QVERIFY(seen.capabilities.server.canTake);
}

void InventoryCacheTest::writesAMomentAfterARefreshAndTogether()
{
    Run run(file());
    Ledger &ledger = run.ledger;
    QVERIFY(run.start({ledger.account}));
    ledger.load();
    QVERIFY(run.settle());
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList());
    for (int i = 0; i < 20; ++i) {
        ledger.inventory.applySnapshot(ledger.snapshot(u"new %1"_s.arg(i)));
    }
    QCOMPARE(ledger.clock.waitingCalls(), 1);
    ledger.clock.advance(5s);
    QVERIFY(run.settle());
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList{u"acc"_s});
    QCOMPARE(ledger.clock.waitingCalls(), 0);
}

void InventoryCacheTest::singleRowsAreKeptToo()
{
    keepTwo();
    {
        Run run(file());
        QVERIFY(run.start({run.ledger.account}));
        QCOMPARE(run.ledger.rowText(), u"901 902 | 7 8"_s);
        run.ledger.inventory.applySnapshot(run.ledger.snapshot(u"903"_s));
        run.ledger.inventory.dropSnapshot(run.ledger.snapshot(u"901"_s).key);
    }
    QCOMPARE(Later(file(), {accountNamed(u"acc"_s)}).rowText(), u"902 903"_s);
}

void InventoryCacheTest::aFailedRefreshLosesNothing()
{
    keepTwo();
    {
        Run run(file());
        QVERIFY(run.start({run.ledger.account}));
        run.ledger.inventory.refresh(run.ledger.account.id);
        const Error error = failure(ErrorKind::NoConnection).error();
        run.ledger.cloud->projectLists.back().refuse(error);
        run.ledger.cloud->resourceLists.back().refuse(error);
        run.ledger.cloud->snapshotLists.back().refuse(error);
        QCOMPARE(run.ledger.state().freshness, Freshness::Failed);
        QVERIFY(!run.ledger.state().isCurrent);
        QCOMPARE(run.ledger.rowText(), u"901 902 | 7 8"_s);
    }
    QCOMPARE(Later(file(), {accountNamed(u"acc"_s)}).rowText(), u"901 902"_s);
}

void InventoryCacheTest::showingWhatWasKeptWritesNothing()
{
    keepTwo();
    const QByteArray before = contentsOf(file());
    {
        const Later later(file(), {accountNamed(u"acc"_s)});
        QCOMPARE(later.rowText(), u"901 902"_s);
        QCOMPARE(later.clock.waitingCalls(), 0);
    }
    QCOMPARE(contentsOf(file()), before);
}

void InventoryCacheTest::theCredentialMayBeUnreadable()
{
    keepTwo();
    Later later(file(), {accountNamed(u"acc"_s)});
    later.inventory.setUnavailable(accountNamed(u"acc"_s),
                                   failure(ErrorKind::SecretUnavailable).error());
    QCOMPARE(later.inventory.find({u"acc"_s})->freshness, Freshness::Failed);
    QCOMPARE(later.rowText(), u"901 902"_s);
    QVERIFY(later.inventory.find({u"acc"_s})->capabilities.server.canTake);

    Run late(file()); // the keychain was faster than the disk
    late.cache.open({late.ledger.account});
    late.ledger.inventory.setUnavailable(late.ledger.account,
                                         failure(ErrorKind::SecretUnavailable).error());
    QVERIFY(late.restore());
    QCOMPARE(late.ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(late.ledger.state().freshness, Freshness::Failed);
}

void InventoryCacheTest::whatTheProviderToldIsNewer()
{
    keepTwo();
    {
        Run run(file());
        run.cache.open({run.ledger.account});
        run.ledger.inventory.refresh(run.ledger.account.id);
        run.ledger.cloud->snapshotLists.back().answer(QList{run.ledger.snapshot(u"1000"_s)});
        run.ledger.cloud->resourceLists.back().answer(QList<Resource>());
        run.ledger.answerAll();
        QVERIFY(run.restore());
        QCOMPARE(run.ledger.rowText(), u"1000 | "_s);
        QCOMPARE(run.ledger.state().freshness, Freshness::Fresh);
    }
    QCOMPARE(Later(file(), {accountNamed(u"acc"_s)}).rowText(), u"1000"_s);
}

void InventoryCacheTest::goesOnWithARefreshThatRunsAlready()
{
    keepTwo();
    Run run(file());
    run.cache.open({run.ledger.account});
    run.ledger.inventory.refresh(run.ledger.account.id);
    run.ledger.inventory.applySnapshot(run.ledger.snapshot(u"903"_s));
    QVERIFY(run.restore());
    QCOMPARE(run.ledger.rowText(), u"901 902 903 | 7 8"_s);
    QCOMPARE(run.ledger.state().freshness, Freshness::Refreshing);
    QVERIFY(!run.ledger.state().isCurrent);
    run.ledger.answerAll();
    QCOMPARE(run.ledger.state().freshness, Freshness::Fresh);
    QVERIFY(run.ledger.state().isCurrent);
}

void InventoryCacheTest::whatWasDroppedMeanwhileDoesNotComeBack()
{
    keepTwo();
    {
        Run run(file());
        run.cache.open({run.ledger.account});
        run.ledger.inventory.dropSnapshot(run.ledger.snapshot(u"901"_s).key);
        QVERIFY(run.restore());
        QCOMPARE(run.ledger.rowText(), u"902 | 7 8"_s);
        QCOMPARE(run.ledger.state().freshness, Freshness::Stale);
    }
    // Not at the next start either, if no provider answers until then.
    QCOMPARE(Later(file(), {accountNamed(u"acc"_s)}).rowText(), u"902"_s);
}

void InventoryCacheTest::whatWasDroppedAndTakenAgainIsThere()
{
    keepTwo();
    Run run(file());
    run.cache.open({run.ledger.account});
    run.ledger.inventory.dropSnapshot(run.ledger.snapshot(u"901"_s).key);
    run.ledger.inventory.applySnapshot(run.ledger.snapshot(u"901"_s));
    QVERIFY(run.restore());
    QCOMPARE(run.ledger.rowText(), u"901 902 | 7 8"_s);
}

void InventoryCacheTest::aRemovedAccountLeavesNothing()
{
    keepTwo();
    QVERIFY(contentsOf(file()).contains("server 7"));
    {
        Run run(file());
        QVERIFY(run.start({run.ledger.account}));
        run.ledger.load();
        run.cache.forget(run.ledger.account.id);
        run.ledger.inventory.removeAccount(run.ledger.account.id);
        run.ledger.clock.advance(5s);
    }
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList());
    QVERIFY(!contentsOf(file()).contains("server 7"));
}

void InventoryCacheTest::anAccountThatIsNoLongerStoredLeavesNothing()
{
    keepTwo();
    {
        const Later later(file(), {accountNamed(stranger)});
        QCOMPARE(later.rowText(stranger), QString());
        QVERIFY(!later.inventory.find({u"acc"_s}));
    }
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList());
}

void InventoryCacheTest::anAccountThatIsElsewhereNowShowsNothing_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QUrl>("baseUrl");
    QTest::addRow("another provider") << u"another"_s << QUrl();
    QTest::addRow("another address") << QString() << QUrl(u"https://b.example/v1"_s);
}

void InventoryCacheTest::anAccountThatIsElsewhereNowShowsNothing()
{
    QFETCH(QString, provider);
    QFETCH(QUrl, baseUrl);
    keepTwo();
    Account moved = accountNamed(u"acc"_s);
    moved.provider = provider;
    moved.baseUrl = baseUrl;
    {
        const Later later(file(), {moved});
        QCOMPARE(later.rowText(), QString());
        QCOMPARE(later.inventory.find({u"acc"_s})->freshness, Freshness::Empty);
    }
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList());
}

void InventoryCacheTest::accountsOfThisSessionAloneAreNotWritten()
{
    {
        Run run(file());
        run.cache.setFilter([](const AccountId &account) { return account.value != "acc"_L1; });
        QVERIFY(run.start({run.ledger.account}));
        run.ledger.load();
    }
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList());
}

void InventoryCacheTest::aDamagedFileIsSetAsideAndBegunAnew()
{
    keepTwo();
    const QByteArray garbage(5000, 'x');
    QFile damaged(file());
    QVERIFY(damaged.open(QIODevice::WriteOnly));
    QCOMPARE(damaged.write(garbage), garbage.size());
    damaged.close();
    {
        Run run(file());
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"damaged"_s));
        QVERIFY(run.start({run.ledger.account}));
        QCOMPARE(run.ledger.rowText(), u" | "_s);
        run.ledger.load();
    }
    QCOMPARE(Later(file(), {accountNamed(u"acc"_s)}).rowText(), u"901 902"_s);
    const QDir folder(QFileInfo(file()).path());
    const QStringList aside = folder.entryList({u"cache.sqlite.damaged-*"_s});
    QCOMPARE(aside.size(), 1);
    QCOMPARE(contentsOf(folder.filePath(aside.first())), garbage);
}

void InventoryCacheTest::aDamagedAccountIsDroppedAlone()
{
    keepTwo();
    ask(file(),
        u"INSERT INTO inventories SELECT 'other', provider, address, content FROM inventories"_s);
    ask(file(),
        u"UPDATE inventories SET content = X'00' || substr(content, 2) WHERE account = 'acc'"_s);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"can't be read and was dropped"_s));
    const Later later(file(), {accountNamed(u"acc"_s), accountNamed(stranger)});
    QCOMPARE(later.rowText(), QString());
    QCOMPARE(later.rowText(stranger), u"901 902"_s);
    QCOMPARE(ask(file(), u"SELECT account FROM inventories"_s), QVariantList{stranger});
}

void InventoryCacheTest::aNewerFileIsLeftAlone()
{
    keepTwo();
    ask(file(), u"PRAGMA user_version = 99"_s);
    const QByteArray before = contentsOf(file());
    {
        Run run(file());
        QVERIFY(run.start({run.ledger.account, accountNamed(stranger)}));
        QCOMPARE(run.ledger.rowText(), u" | "_s);
        run.ledger.load();
        run.ledger.clock.advance(5s);
        run.cache.forget({stranger});
        QVERIFY(run.settle());
    }
    QCOMPARE(contentsOf(file()), before);
}

void InventoryCacheTest::goesWithoutWhereThereCanBeNoFile()
{
    QFile blocking(m_folder->filePath(u"cache"_s)); // where the folder should be
    QVERIFY(blocking.open(QIODevice::WriteOnly));
    Run run(file());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"the cache can't be opened"_s));
    QVERIFY(run.start({run.ledger.account}));
    run.ledger.load();
    run.ledger.clock.advance(5s);
    QCOMPARE(run.ledger.rowText(), u"901 902 | 7 8"_s);
}

void InventoryCacheTest::neverAskedForItChangesNothing()
{
    {
        Run run(file());
        QVERIFY(run.restore());
        run.ledger.load();
    }
    QVERIFY(!QFile::exists(file()));
}

QTEST_GUILESS_MAIN(InventoryCacheTest)
#include "inventorycachetest.moc"
