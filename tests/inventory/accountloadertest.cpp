// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/accountloader.h"

#include "inventory/ledger.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using Inventory::Freshness;

/// One account's refresh: what is asked, what is shown when, and what a failure leaves.
class AccountLoaderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loadsAnAccount();
    void refreshesBehindItsRows();
    void showsTogetherWhatComesTogether();
    void showsTheLastListAtOnce();
    void saysNothingOfRowsThatStayTheSame();
    void takesEmptyListsForEmpty();
    void countsRowsWhileTheyCome();
    void saysProgressSparingly();
    void doesNotWaitForPrices();
    void joinsARefreshThatIsUnderWay();
    void asksForObjectsAlone();
    void readsObjectsOnceMoreWhenToldMeanwhile();
    void readsLimitsOnceMoreWhenToldMeanwhile();
    void readsLimitsOnceMoreThoughTheRowsAreThere();
    void asksForNoLimitsOfAProviderThatGaveUp();
    void forgetsLimitsThatCanNotBeRead_data();
    void forgetsLimitsThatCanNotBeRead();
    void addsTheOtherListsToObjectsUnderWay();
    void doesNotLetALateListUndoWhatWasTold();
    void believesTheNextListAgain();
    void believesTheNextListAfterAFailedOne();
    void isStaleWhenItsProviderGivesUp();
    void bearsSlotsThatCallBack();
    void asksNothingOnceMoreOfANewProvider();
    void outlivesNothingAfterItsEnd();

private:
    Support::TestEnvironment m_environment;
};

namespace {

QList<Limit> taken(qint64 count)
{
    Limit limit;
    limit.used = count;
    limit.maximum = 10;
    return {limit};
}

} // namespace

void AccountLoaderTest::loadsAnAccount()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    QCOMPARE(ledger.state().freshness, Freshness::Loading);
    ledger.clock.advance(3s);
    ledger.answerAll();

    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.state().asOf, ledger.clock.now());
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(ledger.state().identity.name, u"shop"_s);
    QCOMPARE(ledger.state().locations.at(0).id.value, u"fsn1"_s);
    QCOMPARE(ledger.state().projects.at(0).id.value, u"p"_s);
    QCOMPARE(ledger.state().prices.currency, u"EUR"_s);
    QCOMPARE(ledger.takeSignals(),
             u"added acc, state acc, resources acc, snapshots acc, state acc"_s);
}

void AccountLoaderTest::refreshesBehindItsRows()
{
    Ledger ledger;
    ledger.load();
    const QDateTime before = ledger.state().asOf;
    ledger.inventory.refresh(ledger.account.id);
    QCOMPARE(ledger.state().freshness, Freshness::Refreshing);
    QCOMPARE(ledger.state().asOf, before);
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);

    ledger.cloud->snapshotLists.back().answer(QList{ledger.snapshot(u"902"_s)});
    ledger.answerAll();
    QCOMPARE(ledger.rowText(), u"902 | 7 8"_s);
    QCOMPARE(ledger.state().asOf, ledger.clock.now());
}

void AccountLoaderTest::showsTogetherWhatComesTogether()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    static_cast<void>(ledger.takeSignals());
    ledger.cloud->resourceLists.back().answer(ledger.servers());
    ledger.clock.advance(30ms);
    ledger.cloud->snapshotLists.back().answer(ledger.snapshots());
    ledger.cloud->priceLists.back().answer(PriceList{u"EUR"_s, {}, {}});
    ledger.cloud->locationLists.back().answer(QList<Location>{{{u"fsn1"_s}, {}, {}, {}}});
    ledger.clock.advance(19ms);
    QCOMPARE(ledger.takeSignals(), QString());

    ledger.clock.advance(1ms);
    QCOMPARE(ledger.takeSignals(), u"resources acc, snapshots acc, state acc"_s);
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Refreshing); // the projects are still to come
}

void AccountLoaderTest::showsTheLastListAtOnce()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->projectLists.back().answer(QList<Project>());
    ledger.cloud->resourceLists.back().answer(ledger.servers());
    ledger.cloud->snapshotLists.back().answer(ledger.snapshots());

    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
}

void AccountLoaderTest::saysNothingOfRowsThatStayTheSame()
{
    Ledger ledger;
    ledger.load();
    static_cast<void>(ledger.takeSignals());
    ledger.load();
    QCOMPARE(ledger.takeSignals(), u"state acc, state acc"_s);
}

void AccountLoaderTest::takesEmptyListsForEmpty()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->snapshotLists.back().answer(QList<Snapshot>());
    ledger.cloud->resourceLists.back().answer(QList<Resource>());
    ledger.answerAll();

    QCOMPARE(ledger.rowText(), u" | "_s);
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
}

void AccountLoaderTest::countsRowsWhileTheyCome()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    const auto &progress = ledger.cloud->snapshotLists.back().argument;
    progress(50, 230);
    QCOMPARE(ledger.state().loaded, 50);
    QCOMPARE(ledger.state().total, std::nullopt); // nobody told how many resources

    ledger.cloud->resourceLists.back().answer(ledger.servers());
    progress(100, 230);
    QCOMPARE(ledger.state().loaded, 102);
    QCOMPARE(ledger.state().total, 232);

    ledger.answerAll();
    QCOMPARE(ledger.state().loaded, 0); // nothing runs any more
    progress(150, 230);
    QCOMPARE(ledger.state().loaded, 0);
}

void AccountLoaderTest::saysProgressSparingly()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    static_cast<void>(ledger.takeSignals());
    for (int page = 1; page <= 200; ++page) {
        ledger.cloud->snapshotLists.back().argument(page * 50LL, 10'000);
        ledger.clock.advance(1ms);
    }
    QCOMPARE(ledger.takeSignals(), u"state acc, state acc, state acc, state acc"_s);
}

void AccountLoaderTest::doesNotWaitForPrices()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.cloud->projectLists.back().answer(QList<Project>());
    ledger.cloud->resourceLists.back().answer(ledger.servers());
    ledger.cloud->snapshotLists.back().answer(ledger.snapshots());
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    static_cast<void>(ledger.takeSignals());

    ledger.clock.advance(30s);
    ledger.cloud->priceLists.back().answer(PriceList{u"EUR"_s, {}, {}});
    QCOMPARE(ledger.state().prices.currency, u"EUR"_s);
    QCOMPARE(ledger.takeSignals(), u"snapshots acc"_s);
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
}

void AccountLoaderTest::joinsARefreshThatIsUnderWay()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.refreshAll();
    QCOMPARE(ledger.cloud->callCount(), 6);

    ledger.answerAll();
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    ledger.clock.advance(1h);
    QCOMPARE(ledger.cloud->callCount(), 6);
}

void AccountLoaderTest::asksForObjectsAlone()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refreshObjects(ledger.account.id);
    QCOMPARE(ledger.cloud->callCount(), 8);
    QCOMPARE(ledger.cloud->resourceLists.size(), 2);
    QCOMPARE(ledger.cloud->snapshotLists.size(), 2);
    QCOMPARE(ledger.state().freshness, Freshness::Refreshing);
    ledger.answerAll();
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
}

void AccountLoaderTest::readsObjectsOnceMoreWhenToldMeanwhile()
{
    Ledger ledger;
    ledger.inventory.refresh(ledger.account.id);
    // Operations end while the lists are read: the lists may be older than what was done.
    ledger.inventory.refreshObjects(ledger.account.id);
    ledger.inventory.refreshObjects(ledger.account.id);
    QCOMPARE(ledger.cloud->callCount(), 6);
    ledger.answerAll();

    QCOMPARE(ledger.cloud->callCount(), 8);
    QCOMPARE(ledger.state().freshness, Freshness::Refreshing);
    ledger.answerAll();
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.cloud->callCount(), 8);
}

void AccountLoaderTest::readsLimitsOnceMoreWhenToldMeanwhile()
{
    Ledger ledger;
    ledger.cloud->tellsLimits = true;
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.refreshObjects(ledger.account.id);
    ledger.inventory.refreshObjects(ledger.account.id);
    QCOMPARE(ledger.cloud->limitLists.size(), 1);

    ledger.cloud->limitLists.back().answer(taken(9)); // before the operation ended, perhaps
    QCOMPARE(ledger.cloud->limitLists.size(), 2);
    ledger.cloud->limitLists.back().answer(taken(10));
    ledger.answerAll();
    ledger.answerAll(); // the rows, once more
    QCOMPARE(ledger.state().limits, taken(10));
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.cloud->limitLists.size(), 2);
}

void AccountLoaderTest::readsLimitsOnceMoreThoughTheRowsAreThere()
{
    Ledger ledger;
    ledger.cloud->tellsLimits = true;
    ledger.load();
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    ledger.inventory.refreshObjects(ledger.account.id);
    QCOMPARE(ledger.cloud->snapshotLists.size(), 2);
    ledger.answerAll();
    QCOMPARE(ledger.cloud->snapshotLists.size(), 2); // these began after the operation

    ledger.cloud->limitLists.back().answer(taken(9));
    QCOMPARE(ledger.cloud->limitLists.size(), 2);
    QCOMPARE(ledger.state().freshness, Freshness::Fresh); // no row is waited for
    QCOMPARE(ledger.state().loaded, 0);
    ledger.cloud->limitLists.back().answer(taken(10));
    QCOMPARE(ledger.state().limits, taken(10));
    QCOMPARE(ledger.cloud->limitLists.size(), 2);
}

void AccountLoaderTest::asksForNoLimitsOfAProviderThatGaveUp()
{
    Ledger ledger;
    ledger.cloud->tellsLimits = true;
    ledger.load();
    ledger.inventory.refreshObjects(ledger.account.id);
    ledger.cloud->limitLists.back().refuse(failure(ErrorKind::Cancelled).error());
    QCOMPARE(ledger.cloud->limitLists.size(), 1);
}

void AccountLoaderTest::forgetsLimitsThatCanNotBeRead_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("timed out") << ErrorKind::TimedOut;
    QTest::addRow("forbidden") << ErrorKind::Forbidden;
    QTest::addRow("cancelled") << ErrorKind::Cancelled;
    QTest::addRow("no longer told") << ErrorKind::Unsupported;
}

void AccountLoaderTest::forgetsLimitsThatCanNotBeRead()
{
    QFETCH(const ErrorKind, kind);
    Ledger ledger;
    ledger.cloud->tellsLimits = true;
    ledger.load();
    ledger.cloud->limitLists.back().answer(taken(10));
    QCOMPARE(ledger.state().limits, taken(10));
    static_cast<void>(ledger.takeSignals());

    ledger.load();
    ledger.cloud->limitLists.back().refuse(failure(kind).error());
    QVERIFY(ledger.state().limits.isEmpty());
    QVERIFY(ledger.takeSignals().contains(u"resources acc"_s)); // whoever shows them hears of it
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
}

void AccountLoaderTest::addsTheOtherListsToObjectsUnderWay()
{
    Ledger ledger;
    ledger.inventory.refreshObjects(ledger.account.id);
    ledger.inventory.refresh(ledger.account.id);
    QCOMPARE(ledger.cloud->callCount(), 6);
    ledger.answerAll();
    QCOMPARE(ledger.state().freshness, Freshness::Fresh);
    QCOMPARE(ledger.state().prices.currency, u"EUR"_s);
}

void AccountLoaderTest::doesNotLetALateListUndoWhatWasTold()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.dropSnapshot(ledger.snapshot(u"901"_s).key);
    Snapshot made = ledger.snapshot(u"903"_s);
    ledger.inventory.applySnapshot(made);
    Snapshot renamed = ledger.snapshot(u"902"_s);
    renamed.name = u"renamed"_s;
    ledger.inventory.applySnapshot(renamed);
    ledger.answerAll(); // 901 and 902, as before all that

    QCOMPARE(ledger.rowText(), u"902 903 | 7 8"_s);
    QCOMPARE(ledger.inventory.findSnapshot(renamed.key)->name, u"renamed"_s);
}

void AccountLoaderTest::believesTheNextListAgain()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.dropSnapshot(ledger.snapshot(u"901"_s).key);
    ledger.answerAll();
    QCOMPARE(ledger.rowText(), u"902 | 7 8"_s);

    ledger.load();
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
}

void AccountLoaderTest::believesTheNextListAfterAFailedOne()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.dropSnapshot(ledger.snapshot(u"901"_s).key);
    ledger.cloud->snapshotLists.back().refuse(failure(ErrorKind::TimedOut).error());
    ledger.answerAll();
    QCOMPARE(ledger.rowText(), u"902 | 7 8"_s);

    ledger.load();
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
}

void AccountLoaderTest::isStaleWhenItsProviderGivesUp()
{
    Ledger ledger;
    ledger.load();
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.refreshObjects(ledger.account.id); // is not asked of a provider that goes
    ledger.cloud.reset();

    QCOMPARE(ledger.state().freshness, Freshness::Stale);
    QCOMPARE(ledger.state().error, Error());
    QCOMPARE(ledger.rowText(), u"901 902 | 7 8"_s);
}

void AccountLoaderTest::bearsSlotsThatCallBack()
{
    Ledger ledger;
    connect(&ledger.inventory, &Inventory::Inventory::resourcesChanged, this, [&ledger] {
        ledger.inventory.applySnapshot(ledger.snapshot(u"901"_s)); // as it is already
    });
    ledger.inventory.refresh(ledger.account.id);
    static_cast<void>(ledger.takeSignals());
    ledger.answerAll();
    QCOMPARE(ledger.takeSignals(), u"resources acc, snapshots acc, state acc"_s);
}

void AccountLoaderTest::asksNothingOnceMoreOfANewProvider()
{
    Ledger ledger;
    Support::FakeProvider replacement;
    connect(&ledger.inventory, &Inventory::Inventory::snapshotsChanged, this,
            [&] { ledger.inventory.setAccount(ledger.account, replacement); });
    ledger.inventory.refresh(ledger.account.id);
    ledger.inventory.refreshObjects(ledger.account.id);
    ledger.answerAll();

    QCOMPARE(replacement.callCount(), 0);
    QCOMPARE(ledger.state().freshness, Freshness::Stale);
}

void AccountLoaderTest::outlivesNothingAfterItsEnd()
{
    Support::FakeProvider cloud;
    Support::ManualClock clock;
    {
        Inventory::Inventory inventory(clock);
        inventory.setAccount({{u"acc"_s}, {}, {}, {}, {}, 0}, cloud);
        inventory.refreshAll();
        cloud.resourceLists.back().answer(QList<Resource>());
    }
    cloud.snapshotLists.back().argument(1, 2);
    cloud.snapshotLists.back().answer(QList<Snapshot>());
    clock.advance(1s);
    QCOMPARE(cloud.callCount(), 6);
}

QTEST_GUILESS_MAIN(AccountLoaderTest)
#include "accountloadertest.moc"
