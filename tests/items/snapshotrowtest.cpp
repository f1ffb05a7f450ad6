// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotrow.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

Resource server(const QString &id, const QString &name, const QString &location)
{
    Resource resource;
    resource.key = serverKey(id);
    resource.name = name;
    resource.location = {location};
    return resource;
}

/// One server in Falkenstein and a snapshot of it.
RowSource source()
{
    RowSource source;
    source.account.id = shop();
    source.account.name = u"shop"_s;
    source.account.colour = 3;
    source.providerName = u"Hetzner"_s;
    source.locations = {{{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s},
                        {{u"hel1"_s}, u"hel1"_s, {}, {}}};
    source.resources = {server(u"7"_s, u"web-1"_s, u"fsn1"_s)};
    Snapshot taken = snapshot(u"1"_s, u"nightly"_s);
    taken.source = serverKey(u"7"_s);
    taken.sourceName = u"web-1 of then"_s;
    source.snapshots = {taken};
    return source;
}

SnapshotRow onlyRow(const RowSource &source, const Pricing::PriceBook &prices = {})
{
    const QList<SnapshotRow> rows = makeRows(source, prices);
    Q_ASSERT(rows.size() == 1);
    return rows.first();
}

} // namespace

class SnapshotRowTest : public QObject
{
    Q_OBJECT

    static RowSource withParts()
    {
        RowSource account = source();
        account.snapshots[0].sizeBytes = 0;
        for (const QString &id : {u"11"_s, u"12"_s}) {
            Snapshot part = snapshot(id, u"snapshot for nightly"_s);
            part.key.kind = SnapshotKind::Volume;
            account.snapshots[0].parts.append(part.key);
            account.snapshots.append(part);
        }
        return account;
    }

private Q_SLOTS:
    void hasTheSizeOfItsPartsWhereItHasNone()
    {
        RowSource account = withParts();
        const QList<SnapshotRow> rows = makeRows(account, {});
        QCOMPARE(rows.at(0).partsBytes, 20 * gigabyte);
        QCOMPARE(shownBytes(rows.at(0)), 20 * gigabyte);
        QVERIFY(!rows.at(1).partsBytes);
        QCOMPARE(shownBytes(rows.at(1)), 10 * gigabyte);
        account.snapshots[0].sizeBytes = 7 * gigabyte;
        QCOMPARE(shownBytes(makeRows(account, {}).at(0)), 7 * gigabyte);
    }

    void hasNoSizeWhereAPartIsGoneOrUnknown()
    {
        RowSource account = withParts();
        account.snapshots[2].sizeBytes.reset();
        QVERIFY(!makeRows(account, {}).at(0).partsBytes);
        account.snapshots.removeLast();
        QVERIFY(!makeRows(account, {}).at(0).partsBytes);
    }

    void takesNamesFromTheAccountAndTheLivingSource()
    {
        const SnapshotRow row = onlyRow(source());
        QCOMPARE(row.accountName, u"shop"_s);
        QCOMPARE(row.providerName, u"Hetzner"_s);
        QCOMPARE(row.colour, 3);
        QCOMPARE(row.sourceName, u"web-1"_s);
        QVERIFY(!row.isSourceGone);
    }

    void remembersTheNameOfASourceThatIsGone()
    {
        RowSource from = source();
        from.resources.clear();
        const SnapshotRow row = onlyRow(from);
        QCOMPARE(row.sourceName, u"web-1 of then"_s);
        QVERIFY(row.isSourceGone);
    }

    void callsNothingGoneBeforeResourcesAreKnown()
    {
        RowSource from = source();
        from.resources.clear();
        from.areResourcesKnown = false;
        QVERIFY(!onlyRow(from).isSourceGone);
    }

    void callsNothingGoneThatWasNeverTold()
    {
        RowSource from = source();
        from.snapshots.first().source.reset();
        QVERIFY(!onlyRow(from).isSourceGone);
    }

    void showsTheLocationOfItsOwnElseOfItsSource()
    {
        RowSource from = source();
        QCOMPARE(onlyRow(from).locationName, u"Falkenstein"_s);
        QCOMPARE(onlyRow(from).locationCode, u"fsn1"_s);
        from.snapshots.first().location = {u"hel1"_s};
        QCOMPARE(onlyRow(from).locationName, u"hel1"_s);
        from.snapshots.first().location = {u"unlisted"_s};
        QCOMPARE(onlyRow(from).locationName, u"unlisted"_s);
        from.snapshots.first().location = {};
        from.resources.clear();
        QCOMPARE(onlyRow(from).locationName, QString());
    }

    void estimatesWhatItCosts()
    {
        Pricing::PriceBook prices;
        const UnitPrice rate{euro(14'300'000), PriceUnit::PerGbMonth};
        prices.setPrices(shop(), {u"EUR"_s, {}, {{SnapshotKind::Server, {}, rate}}},
                         SizeUnit::Gigabyte);
        RowSource from = source();
        QCOMPARE(onlyRow(from, prices).monthly, euro(143'000'000));
        QCOMPARE(onlyRow(from, prices).unitPrice, rate);
        from.snapshots.first().sizeBytes.reset();
        QCOMPARE(onlyRow(from, prices).monthly, std::nullopt);
        QCOMPARE(onlyRow(from, prices).unitPrice, rate);
        QCOMPARE(onlyRow(from).unitPrice, std::nullopt);
    }

    void knowsWhoToldThePrice()
    {
        Pricing::PriceBook prices;
        const UnitPrice rate{euro(14'300'000), PriceUnit::PerGbMonth};
        prices.setPrices(shop(), {}, SizeUnit::Gigabyte);
        prices.setEnteredPrices(shop(), {{SnapshotKind::Server, {}, rate}});
        QCOMPARE(onlyRow(source(), prices).monthly, euro(143'000'000));
        QCOMPARE(onlyRow(source(), prices).priceOrigin, Pricing::PriceOrigin::Person);
        prices.setListedPrices(
            shop(),
            ProfilePrices{{{SnapshotKind::Server, {}, {euro(1), PriceUnit::PerGbHour}}}, {}, {}});
        QCOMPARE(onlyRow(source(), prices).priceOrigin, Pricing::PriceOrigin::Person);
        prices.setEnteredPrices(shop(), {});
        QCOMPARE(onlyRow(source(), prices).priceOrigin, Pricing::PriceOrigin::Profile);
        prices.setPrices(shop(), {u"EUR"_s, {}, {{SnapshotKind::Server, {}, rate}}},
                         SizeUnit::Gigabyte);
        QCOMPARE(onlyRow(source(), prices).priceOrigin, Pricing::PriceOrigin::Provider);
    }

    void makesNoRowsOfNothing() { QVERIFY(makeRows({}, {}).isEmpty()); }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotRowTest)
#include "snapshotrowtest.moc"
