// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/tableexport.h"

#include "csvreader.h"
#include "items/exporttext.h"
#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

SnapshotRow fullRow()
{
    SnapshotRow full = row(u"900"_s, u"before upgrade"_s);
    full.snapshot.source = serverKey(u"7"_s);
    full.snapshot.project = {u"p1"_s};
    full.snapshot.isProtected = true;
    full.snapshot.labels = {{u"env"_s, u"prod"_s}, {u"a; b"_s, u"=1, \"2\""_s}};
    full.sourceName = u"web-1"_s;
    full.locationName = u"Falkenstein"_s;
    full.locationCode = u"fsn1"_s;
    full.unitPrice = UnitPrice{euro(14'300'000), PriceUnit::PerGbMonth};
    full.monthly = euro(143'000'000);
    full.keepUntil = noon().addDays(7);
    return full;
}

ResourceRow fullServer()
{
    ResourceRow full;
    full.resource.key = {shop(), ResourceKind::Volume, {u"8"_s}};
    full.resource.name = u"data"_s;
    full.resource.project = {u"p1"_s};
    full.resource.sizeBytes = 40 * gigabyte;
    full.resource.rawState = u"in-use"_s;
    full.resource.addresses = {u"192.0.2.1"_s, u"2001:db8::1"_s};
    full.resource.attachedTo = serverKey(u"7"_s);
    full.accountName = u"shop"_s;
    full.providerName = u"Hetzner"_s;
    full.locationName = u"Falkenstein"_s;
    full.serverName = u"web-1"_s;
    full.snapshots = 2;
    full.lastGood = noon().addDays(-1);
    return full;
}

template <class Row>
ExportedTable<Row> tableOf(const QList<Row> &rows)
{
    ExportedTable<Row> table;
    table.rows = rows;
    table.accounts = {{shop(), {noon().addSecs(-120), {{{u"p1"_s}, u"Customers"_s}}}}};
    table.total = 230;
    table.filter = u"age>30d"_s;
    table.exported = noon();
    return table;
}

/// The cells of a row that are not empty, by their columns.
QString rowText(const CsvReader &csv, int number)
{
    QStringList cells;
    for (const QString &name : csv.rows.value(0)) {
        const QString cell = csv.cell(number, name);
        if (!cell.isEmpty()) {
            cells.append(name + u'=' + cell);
        }
    }
    return cells.join(u' ');
}

QJsonObject entryIn(const QByteArray &json, const QString &list)
{
    return QJsonDocument::fromJson(json).object()[list].toArray().at(0).toObject();
}

} // namespace

class TableExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableTellsEverythingOfASnapshot()
    {
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(tableOf<SnapshotRow>({fullRow()})))));
        QCOMPARE(csv.rows.size(), 2);
        QCOMPARE(rowText(csv, 1),
                 u"account=shop account_id=shop-account provider=Hetzner location=Falkenstein "
                 "location_code=fsn1 project=Customers kind=server id=900 name=before upgrade "
                 "source=web-1 source_id=7 source_removed=false created=2026-11-20T11:00:00.000Z "
                 "size_bytes=10000000000 status=ready raw_status=available price=0.0143 "
                 "currency=EUR price_unit=per-gb-month per_month_estimate=0.143 protected=true "
                 "keep_until=2026-11-27T12:00:00.000Z "
                 "labels={\"a; b\":\"=1, \\\"2\\\"\",\"env\":\"prod\"} "
                 "as_of=2026-11-20T11:58:00.000Z"_s);
    }

    void whatIsNotKnownIsEmpty()
    {
        SnapshotRow bare = row(u"1"_s, {});
        bare.snapshot.sizeBytes.reset();
        bare.snapshot.created = {};
        bare.snapshot.rawStatus.clear();
        bare.snapshot.status = SnapshotStatus::Unknown;
        bare.providerName.clear();
        ExportedSnapshots table = tableOf<SnapshotRow>({bare});
        table.accounts.clear();
        table.filter.clear();
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(table))));
        QCOMPARE(rowText(csv, 1),
                 u"account=shop account_id=shop-account kind=server id=1 source_removed=false "
                 "status=unknown protected=false"_s);
        QCOMPARE(entryIn(snapshotsJson(table), u"snapshots"_s).keys(),
                 (QStringList{u"account"_s, u"id"_s, u"kind"_s, u"name"_s, u"protected"_s,
                              u"status"_s}));
        QVERIFY(!QJsonDocument::fromJson(snapshotsJson(table)).object().contains(u"filter"));
    }

    void theDocumentTellsEverythingOfASnapshot()
    {
        const QByteArray json = snapshotsJson(tableOf<SnapshotRow>({fullRow()}));
        const QJsonObject document = QJsonDocument::fromJson(json).object();
        QCOMPARE(document[u"exported"].toString(), u"2026-11-20T12:00:00Z"_s);
        QCOMPARE(document[u"shown"].toInteger(), 1);
        QCOMPARE(document[u"total"].toInteger(), 230);
        QCOMPARE(document[u"filter"].toString(), u"age>30d"_s);
        const QJsonObject expected{
            {u"account"_s, QJsonObject{{u"id"_s, u"shop-account"_s}, {u"name"_s, u"shop"_s}}},
            {u"provider"_s, u"Hetzner"_s},
            {u"location"_s, QJsonObject{{u"code"_s, u"fsn1"_s}, {u"name"_s, u"Falkenstein"_s}}},
            {u"project"_s, QJsonObject{{u"id"_s, u"p1"_s}, {u"name"_s, u"Customers"_s}}},
            {u"kind"_s, u"server"_s},
            {u"id"_s, u"900"_s},
            {u"name"_s, u"before upgrade"_s},
            {u"source"_s, QJsonObject{{u"id"_s, u"7"_s}, {u"name"_s, u"web-1"_s}}},
            {u"created"_s, u"2026-11-20T11:00:00.000Z"_s},
            {u"size_bytes"_s, 10 * gigabyte},
            {u"status"_s, u"ready"_s},
            {u"raw_status"_s, u"available"_s},
            {u"price"_s,
             QJsonObject{{u"amount"_s, u"0.0143"_s},
                         {u"currency"_s, u"EUR"_s},
                         {u"unit"_s, u"per-gb-month"_s}}},
            {u"per_month_estimate"_s,
             QJsonObject{{u"amount"_s, u"0.143"_s}, {u"currency"_s, u"EUR"_s}}},
            {u"protected"_s, true},
            {u"keep_until"_s, u"2026-11-27T12:00:00.000Z"_s},
            {u"labels"_s, QJsonObject{{u"env"_s, u"prod"_s}, {u"a; b"_s, u"=1, \"2\""_s}}},
            {u"as_of"_s, u"2026-11-20T11:58:00.000Z"_s}};
        QCOMPARE(entryIn(json, u"snapshots"_s), expected);
    }

    void tellsAnOrphanAndARawSize()
    {
        SnapshotRow orphan = fullRow();
        orphan.isSourceGone = true;
        orphan.snapshot.sizeBytes.reset();
        orphan.snapshot.rawSize = u"39117"_s;
        const ExportedSnapshots table = tableOf<SnapshotRow>({orphan});
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(table))));
        QCOMPARE(csv.cell(1, u"source_removed"_s), u"true"_s);
        QCOMPARE(csv.cell(1, u"size_bytes"_s), QString());
        QCOMPARE(csv.cell(1, u"raw_size"_s), u"39117"_s);
        const QJsonObject written = entryIn(snapshotsJson(table), u"snapshots"_s);
        QVERIFY(written[u"source"].toObject()[u"removed"].toBool());
        QVERIFY(!written.contains(u"size_bytes"));
    }

    void aPriceForSizeNamesTheUnitThatIsCounted_data()
    {
        QTest::addColumn<PriceUnit>("unit");
        QTest::addColumn<SizeUnit>("size");
        QTest::addColumn<QString>("word");
        QTest::addRow("GB and month")
            << PriceUnit::PerGbMonth << SizeUnit::Gigabyte << u"per-gb-month"_s;
        QTest::addRow("GiB and month")
            << PriceUnit::PerGbMonth << SizeUnit::Gibibyte << u"per-gib-month"_s;
        QTest::addRow("GB and hour")
            << PriceUnit::PerGbHour << SizeUnit::Gigabyte << u"per-gb-hour"_s;
        QTest::addRow("GiB and hour")
            << PriceUnit::PerGbHour << SizeUnit::Gibibyte << u"per-gib-hour"_s;
        QTest::addRow("hour") << PriceUnit::PerHour << SizeUnit::Gibibyte << u"per-hour"_s;
        QTest::addRow("month") << PriceUnit::PerMonth << SizeUnit::Gibibyte << u"per-month"_s;
    }
    void aPriceForSizeNamesTheUnitThatIsCounted()
    {
        QFETCH(const PriceUnit, unit);
        QFETCH(const SizeUnit, size);
        QFETCH(const QString, word);
        SnapshotRow priced = fullRow();
        priced.unitPrice = UnitPrice{euro(1), unit};
        priced.sizeUnit = size;
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(tableOf<SnapshotRow>({priced})))));
        QCOMPARE(csv.cell(1, u"price_unit"_s), word);
    }

    void amountsAreExact_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QString>("amount");
        QTest::addRow("zero") << qint64(0) << u"0"_s;
        QTest::addRow("one billionth") << qint64(1) << u"0.000000001"_s;
        QTest::addRow("whole") << qint64(17'568'000'000'000) << u"17568"_s;
        QTest::addRow("no zeros behind") << qint64(12'500'000'000) << u"12.5"_s;
        QTest::addRow("negative") << qint64(-5'000'000) << u"-0.005"_s;
        QTest::addRow("most") << std::numeric_limits<qint64>::max() << u"9223372036.854775807"_s;
        QTest::addRow("least") << std::numeric_limits<qint64>::min() << u"-9223372036.854775808"_s;
    }
    void amountsAreExact()
    {
        QFETCH(const qint64, nanos);
        QTEST(exportAmount(euro(nanos)), "amount");
    }

    void aSpreadsheetComputesNothing()
    {
        SnapshotRow sly = fullRow();
        sly.snapshot.name = u"=HYPERLINK(\"http://example.org\",\"click\")"_s;
        sly.sourceName = u"@SUM(A1)"_s;
        const ExportedSnapshots table = tableOf<SnapshotRow>({sly});
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(table))));
        QCOMPARE(csv.cell(1, u"name"_s), u'\'' + sly.snapshot.name);
        QCOMPARE(csv.cell(1, u"source"_s), u'\'' + sly.sourceName);
        const QJsonObject json = entryIn(snapshotsJson(table), u"snapshots"_s);
        QCOMPARE(json[u"name"].toString(), sly.snapshot.name);
    }

    void noDocumentOfTheVendorIsInIt()
    {
        SnapshotRow raw = fullRow();
        raw.snapshot.raw = u"{\"id\": \"only in the document\"}"_s;
        const ExportedSnapshots table = tableOf<SnapshotRow>({raw});
        QVERIFY(!snapshotsCsv(table).contains("only in the document"));
        QVERIFY(!snapshotsJson(table).contains("only in the document"));
    }

    void keepsTheOrderOfTheRows()
    {
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv(tableOf(rows(u"cab"_s))))));
        QCOMPARE(csv.cell(1, u"id"_s) + csv.cell(2, u"id"_s) + csv.cell(3, u"id"_s), u"cab"_s);
    }

    void tellsEverythingOfAServerOrVolume()
    {
        const ExportedResources table = tableOf<ResourceRow>({fullServer()});
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(resourcesCsv(table))));
        QCOMPARE(rowText(csv, 1),
                 u"account=shop account_id=shop-account provider=Hetzner location=Falkenstein "
                 "project=Customers kind=volume id=8 name=data size_bytes=40000000000 "
                 "power=unknown raw_state=in-use addresses=192.0.2.1 2001:db8::1 attached_to=web-1 "
                 "attached_to_id=7 snapshots=2 last_good_snapshot=2026-11-19T12:00:00.000Z "
                 "as_of=2026-11-20T11:58:00.000Z"_s);
        const QJsonObject written = entryIn(resourcesJson(table), u"resources"_s);
        QCOMPARE(written[u"attached_to"].toObject(),
                 (QJsonObject{{u"id"_s, u"7"_s}, {u"name"_s, u"web-1"_s}}));
        QCOMPARE(written[u"addresses"].toArray(), (QJsonArray{u"192.0.2.1"_s, u"2001:db8::1"_s}));
        QCOMPARE(written[u"snapshots"].toInteger(), 2);
        QCOMPARE(written[u"as_of"].toString(), u"2026-11-20T11:58:00.000Z"_s);
    }

    void aCountThatIsNotKnownIsNotZero()
    {
        ResourceRow loading = fullServer();
        loading.areSnapshotsKnown = false;
        loading.snapshots = 0;
        const ExportedResources table = tableOf<ResourceRow>({loading});
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(resourcesCsv(table))));
        QCOMPARE(csv.cell(1, u"snapshots"_s), QString());
        QVERIFY(!entryIn(resourcesJson(table), u"resources"_s).contains(u"snapshots"));
    }

    void nothingIsATableAndADocumentToo()
    {
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(snapshotsCsv({}))));
        QCOMPARE(csv.rows.size(), 1);
        QVERIFY(QJsonDocument::fromJson(resourcesJson({})).object()[u"resources"].isArray());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(TableExportTest)
#include "tableexporttest.moc"
