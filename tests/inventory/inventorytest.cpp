// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventory.h"

#include "inventory/ledger.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Inventory::Freshness;

/// Accounts, and the rows that are told one by one.
class InventoryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForNothingOnItsOwn();
    void keepsAccountsInOrderOfArrival();
    void findsRowsByTheirKeys();
    void refreshesAllAccountsSideBySide();
    void showsWhyAnAccountIsUnavailable();
    void keepsTheRowsOfAnUnavailableAccount();
    void keepsTheRowsWhenTheProviderIsReplaced();
    void forgetsTheRowsOfAnAccountThatIsElsewhereNow();
    void showsAnAccountBeforeItsProviderIsThere();
    void takesANewNameForTheSameProvider();
    void forgetsARemovedAccount();
    void ignoresAnswersToARemovedAccount();
    void bearsARemovalFromItsOwnSignal();
    void takesAToldSnapshot();
    void dropsASnapshot();
    void ignoresRowsOfUnknownAccounts();
    void remembersThatACredentialIsReadOnly();
    void hearsFromTheIdentityThatACredentialIsReadOnly();
    void believesANewCredential();

private:
    Support::TestEnvironment m_environment;
};

void InventoryTest::asksForNothingOnItsOwn()
{
    Ledger ledger;
    ledger.load();
    const size_t calls = ledger.cloud->callCount();

    ledger.inventory.applySnapshot(ledger.snapshot(u"900"_s));
    ledger.inventory.dropSnapshot(ledger.snapshot(u"900"_s).key);
    ledger.inventory.markReadOnly(ledger.account.id);
    ledger.clock.advance(24h);
    QCOMPARE(ledger.cloud->callCount(), calls);
    QCOMPARE(ledger.clock.waitingCalls(), 0);

    Ledger untouched;
    untouched.clock.advance(24h);
    QCOMPARE(untouched.cloud->callCount(), 0);
    QCOMPARE(untouched.state().freshness, Freshness::Empty);
}

void InventoryTest::keepsAccountsInOrderOfArrival()
{
    Ledger ledger;
    Support::FakeProvider other;
    ledger.inventory.setAccount({{u"1"_s}, u"first by id"_s, {}, {}, {}, 0}, other);
    ledger.inventory.setAccount({ledger.account.id, u"renamed"_s, {}, {}, {}, 0}, *ledger.cloud);

    const QList<AccountId> expected{ledger.account.id, {u"1"_s}};
    QCOMPARE(ledger.inventory.accounts(), expected);
    QCOMPARE(ledger.inventory.provider({u"1"_s}), &other);
    QCOMPARE(ledger.inventory.provider({u"nobody"_s}), nullptr);
    QCOMPARE(ledger.inventory.find({u"nobody"_s}), nullptr);
    QCOMPARE(ledger.takeSignals(), u"added acc, added 1, state acc"_s);
}

void InventoryTest::findsRowsByTheirKeys()
{
    Ledger ledger;
    ledger.load();
    const SnapshotKey key = ledger.snapshot(u"902"_s).key;
    QCOMPARE(ledger.inventory.findSnapshot(key)->key, key);
    QCOMPARE(ledger.inventory.findSnapshot(ledger.snapshot(u"gone"_s).key), nullptr);
    QCOMPARE(ledger.inventory.findResource(ledger.server(u"7"_s).key)->name, u"server 7"_s);
    QCOMPARE(ledger.inventory.findResource(ledger.server(u"gone"_s).key), nullptr);

    SnapshotKey elsewhere = key;
    elsewhere.account = {u"nobody"_s};
    QCOMPARE(ledger.inventory.findSnapshot(elsewhere), nullptr);
    ledger.inventory.dropSnapshot(ledger.snapshot(u"901"_s).key);
    QCOMPARE(ledger.inventory.findSnapshot(key)->key, key); // though it moved
}

void InventoryTest::refreshesAllAccountsSideBySide()
{
    Ledger ledger;
    Support::FakeProvider other;
    ledger.inventory.setAccount({{u"1"_s}, {}, {}, {}, {}, 0}, other);
    ledger.inventory.refreshAll();

    for (const Support::FakeProvider *cloud : {ledger.cloud.get(), &other}) {
        QCOMPARE(cloud->callCount(), 6);
        QCOMPARE(cloud->identities.size(), 1);
        QCOMPARE(cloud->locationLists.size(), 1);
        QCOMPARE(cloud->projectLists.size(), 1);
        QCOMPARE(cloud->priceLists.size(), 1);
        QCOMPARE(cloud->resourceLists.size(), 1);
        QCOMPARE(cloud->snapshotLists.size(), 1);
    }
}

void InventoryTest::showsWhyAnAccountIsUnavailable()
{
    Ledger ledger;
    const Error reason = failure(ErrorKind::SecretUnavailable).error();
    ledger.inventory.setUnavailable({{u"locked"_s}, u"shop"_s, {}, {}, {}, 0}, reason);

    const Inventory::AccountInventory *account = ledger.inventory.find({u"locked"_s});
    QCOMPARE(account->freshness, Freshness::Failed);
    QCOMPARE(account->error, reason);
    QCOMPARE(account->account.name, u"shop"_s);
    QCOMPARE(ledger.inventory.provider({u"locked"_s}), nullptr);
    ledger.inventory.refreshAll(); // nobody to ask
    ledger.inventory.refreshObjects({u"locked"_s});
    QCOMPARE(account->freshness, Freshness::Failed);
}

void InventoryTest::keepsTheRowsOfAnUnavailableAccount()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.setUnavailable(ledger.account, failure(ErrorKind::Unauthorized).error());
    ledger.answerAll(); // to a question of before
    ledger.clock.advance(1s);

    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Failed);
}

void InventoryTest::keepsTheRowsWhenTheProviderIsReplaced()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    Support::FakeProvider replacement;
    replacement.rules.canPower = true;
    ledger.inventory.setAccount(ledger.account, replacement);

    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Stale);
    QVERIFY(ledger.state().capabilities.canPower);
    QCOMPARE(ledger.inventory.provider(ledger.account.id), &replacement);

    // The old one answers late.
    ledger.cloud->snapshotLists.back().argument(5, 10);
    ledger.cloud->snapshotLists.back().answer(QList<Snapshot>());
    ledger.cloud->resourceLists.back().refuse(failure(ErrorKind::Unauthorized).error());
    ledger.clock.advance(1s);
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Stale);
    QCOMPARE(ledger.state().loaded, 0);
}

void InventoryTest::forgetsTheRowsOfAnAccountThatIsElsewhereNow()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    Support::FakeProvider elsewhere;
    ledger.account.baseUrl = QUrl(u"https://b.example/v1"_s);
    ledger.inventory.setAccount(ledger.account, elsewhere);

    QCOMPARE(ledger.rowText(), u" | "_s);
    QCOMPARE(ledger.state().freshness, Freshness::Empty);
    QCOMPARE(ledger.takeSignals(), u"resources acc, snapshots acc, state acc"_s);
    QCOMPARE(ledger.inventory.findSnapshot(ledger.snapshot(u"901"_s).key), nullptr);

    ledger.account.baseUrl = QUrl(u"https://c.example/v1"_s);
    ledger.inventory.setUnavailable(ledger.account, failure(ErrorKind::SecretUnavailable).error());
    QCOMPARE(ledger.rowText(), u" | "_s);
    QCOMPARE(ledger.state().freshness, Freshness::Failed);
}

void InventoryTest::showsAnAccountBeforeItsProviderIsThere()
{
    Ledger ledger;
    static_cast<void>(ledger.takeSignals());
    Capabilities rules;
    rules.canPower = true;
    ledger.inventory.expectAccount({{u"1"_s}, u"early"_s, {}, {}, {}, 0}, rules);
    ledger.inventory.expectAccount(ledger.account, rules); // is here already

    QCOMPARE(ledger.takeSignals(), u"added 1"_s);
    QCOMPARE(ledger.inventory.find({u"1"_s})->freshness, Freshness::Empty);
    QVERIFY(ledger.inventory.find({u"1"_s})->capabilities.canPower);
    QVERIFY(!ledger.state().capabilities.canPower);
    QCOMPARE(ledger.inventory.provider({u"1"_s}), nullptr);
}

void InventoryTest::takesANewNameForTheSameProvider()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    static_cast<void>(ledger.takeSignals());
    ledger.account.name = u"renamed"_s;
    ledger.inventory.setAccount(ledger.account, *ledger.cloud);

    QCOMPARE(ledger.takeSignals(), u"state acc"_s);
    QCOMPARE(ledger.state().account.name, u"renamed"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Refreshing); // it goes on
}

void InventoryTest::forgetsARemovedAccount()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    ledger.inventory.removeAccount(ledger.account.id);
    ledger.inventory.removeAccount(ledger.account.id);

    QCOMPARE(ledger.takeSignals(), u"removed acc"_s);
    QCOMPARE(ledger.inventory.find({u"acc"_s}), nullptr);
    QVERIFY(ledger.inventory.accounts().isEmpty());
}

void InventoryTest::ignoresAnswersToARemovedAccount()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->resourceLists.back().answer(QList{ledger.server(u"7"_s)}); // waits to be shown
    ledger.inventory.removeAccount(ledger.account.id);
    ledger.inventory.setAccount(ledger.account, *ledger.cloud); // and is back again
    static_cast<void>(ledger.takeSignals());
    ledger.answerAll();
    ledger.clock.advance(1s);

    QCOMPARE(ledger.takeSignals(), QString());
    QCOMPARE(ledger.state().freshness, Freshness::Empty);
    QCOMPARE(ledger.rowText(), u" | "_s);
}

void InventoryTest::bearsARemovalFromItsOwnSignal()
{
    Ledger ledger;
    connect(&ledger.inventory, &Inventory::Inventory::stateChanged, this,
            [&ledger](const AccountId &account) {
                ledger.inventory.removeAccount(account);
                ledger.cloud.reset();
            });
    ledger.inventory.refresh(ledger.account.id);

    QVERIFY(ledger.inventory.accounts().isEmpty());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QCOMPARE(ledger.takeSignals(), u"added acc, state acc, removed acc"_s);
}

void InventoryTest::takesAToldSnapshot()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    Snapshot snapshot = ledger.snapshot(u"903"_s);
    QVERIFY(!ledger.inventory.findSnapshot(snapshot.key));
    snapshot.status = SnapshotStatus::Creating;
    ledger.inventory.applySnapshot(snapshot);
    QCOMPARE(ledger.rowText(), u"901 902 903 | 7 8"_s);

    snapshot.status = SnapshotStatus::Ready;
    ledger.inventory.applySnapshot(snapshot);
    QCOMPARE(ledger.rowText(), u"901 902 903 | 7 8"_s);
    QCOMPARE(ledger.inventory.findSnapshot(snapshot.key)->status, SnapshotStatus::Ready);
    QCOMPARE(ledger.takeSignals(), u"snapshots acc, snapshots acc"_s);

    ledger.inventory.applySnapshot(snapshot);
    ledger.inventory.applySnapshot(*ledger.inventory.findSnapshot(snapshot.key));
    QCOMPARE(ledger.takeSignals(), QString());
}

void InventoryTest::dropsASnapshot()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    const Snapshot *row = ledger.inventory.findSnapshot(ledger.snapshot(u"901"_s).key);
    ledger.inventory.dropSnapshot(row->key); // a key that lives in the row itself
    QCOMPARE(ledger.rowText(), u"902 | 7 8"_s);
    QCOMPARE(ledger.takeSignals(), u"snapshots acc"_s);

    ledger.inventory.dropSnapshot(ledger.snapshot(u"901"_s).key);
    QCOMPARE(ledger.takeSignals(), QString());
}

void InventoryTest::ignoresRowsOfUnknownAccounts()
{
    Ledger ledger;
    Snapshot snapshot = ledger.snapshot(u"900"_s);
    snapshot.key.account = {u"nobody"_s};
    static_cast<void>(ledger.takeSignals());
    ledger.inventory.applySnapshot(snapshot);
    ledger.inventory.dropSnapshot(snapshot.key);
    ledger.inventory.markReadOnly(snapshot.key.account);
    ledger.inventory.refresh(snapshot.key.account);
    QCOMPARE(ledger.takeSignals(), QString());
}

void InventoryTest::remembersThatACredentialIsReadOnly()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    ledger.inventory.markReadOnly(ledger.account.id);
    ledger.inventory.markReadOnly(ledger.account.id);
    QVERIFY(ledger.state().isReadOnly);
    QCOMPARE(ledger.takeSignals(), u"state acc"_s);

    ledger.load(); // the identity can't tell: what a write told stays
    QVERIFY(ledger.state().isReadOnly);
}

void InventoryTest::hearsFromTheIdentityThatACredentialIsReadOnly()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->identities.back().answer(Identity{u"shop"_s, true});
    ledger.clock.advance(50ms);

    QVERIFY(ledger.state().isReadOnly);
    QCOMPARE(ledger.state().identity.name, u"shop"_s);
}

void InventoryTest::believesANewCredential()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.markReadOnly(ledger.account.id);
    Support::FakeProvider replacement;
    ledger.inventory.setAccount(ledger.account, replacement);
    QVERIFY(!ledger.state().isReadOnly);
}

QTEST_GUILESS_MAIN(InventoryTest)
#include "inventorytest.moc"
