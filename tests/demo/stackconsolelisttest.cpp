// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"
#include "support/testenvironment.h"

#include <QMap>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using Support::misshapen;
using Support::RawAnswer;
using Support::StackConsoleCloud;

namespace {

const auto serviceShape = "user_id:s account_id:s project_id:s region_id:s cloud_provider_id:s "
                          "cloud_provider_setup_id:s service_name:s service_display_name:s "
                          "all_time_consumption:n has_contract:b frozen_at:s? suspended_at:s? "
                          "terminated_at:s? created_at:s updated_at:s deleted_at:s? "_L1;

QSet<QString> valuesOf(const QJsonArray &entries, const QString &member)
{
    QSet<QString> values;
    for (const QJsonValueConstRef entry : entries) {
        values.insert(entry[member].toVariant().toString());
    }
    return values;
}

QMap<QString, int> countsOf(const QJsonArray &entries, const QString &member)
{
    QMap<QString, int> counts;
    for (const QJsonValueConstRef entry : entries) {
        ++counts[entry[member].toString()];
    }
    return counts;
}

} // namespace

// What the customer holds: whether the lists have the names and JSON types that clients of the
// vendor read, and come a page at a time.
class StackConsoleListTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void everyEntryHasItsShape_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shape");
        const QString volume =
            u"id:s blockstorage_id:s virtual_machine_id:s? name:s slug:s description:s? size:ns "
            "volume_type:s is_root:b bootable:b request_status:b is_snapshot_hidden:b "
            "is_restricted:b is_resize_enable:b storage_setting:o"_s;
        QTest::addRow("volumes") << u"/blockstorages"_s << volume;
        QTest::addRow("machines") << u"/virtual-machines"_s
                                  << u"id:s vm_id:s name:s slug:s state:s request_status:b"_s;
        QTest::addRow("snapshots of volumes")
            << u"/blockstorages/snapshots"_s
            << u"id:s name:s slug:s blockstorage_id:s request_status:b state:s size:s"_s;
        QTest::addRow("snapshots of machines")
            << u"/virtual-machines/snapshots"_s
            << u"id:s name:s slug:s description:s? virtual_machine_id:s state:s size:s"_s;
    }

    void everyEntryHasItsShape()
    {
        QFETCH(QString, path);
        QFETCH(QString, shape);
        StackConsoleCloud console;
        const QJsonArray entries = console.all(path);
        QVERIFY(entries.size() > 5);
        for (const QJsonValueConstRef entry : entries) {
            QCOMPARE(misshapen(entry, serviceShape + shape), QString());
        }
        QCOMPARE(valuesOf(entries, u"id"_s).size(), entries.size());
        QCOMPARE(valuesOf(entries, u"slug"_s).size(), entries.size());
    }

    void aPageTellsWhereItStands()
    {
        StackConsoleCloud console;
        const QString path = u"/blockstorages/snapshots"_s;
        const QString url = console.cloud().baseUrl().toString() + path;
        const QString shape = u"status:s message:s timezone:s data:a current_page:n last_page:n "
                              "per_page:n total:n from:n? to:n? first_page_url:s last_page_url:s "
                              "next_page_url:s? prev_page_url:s? path:s"_s;
        for (int page = 1; page <= 4; ++page) {
            const QJsonObject answer = console.http().get(path + u"?page=%1"_s.arg(page)).json();
            QCOMPARE(misshapen(answer, shape), QString());
            QCOMPARE(answer.value(u"current_page"_s), page);
            QCOMPARE(answer.value(u"last_page"_s), 3);
            QCOMPARE(answer.value(u"total"_s), 25);
            QCOMPARE(answer.value(u"path"_s), url);
            const QJsonValue next = answer.value(u"next_page_url"_s);
            QCOMPARE(next,
                     page < 3 ? QJsonValue(url + u"?page=%1"_s.arg(page + 1))
                              : QJsonValue(QJsonValue::Null));
            QCOMPARE(answer.value(u"data"_s).toArray().size(), page < 3 ? 10 : page == 3 ? 5 : 0);
            QCOMPARE(answer.value(u"from"_s).isNull(), page == 4);
        }
    }

    void theSizeOfAPageIsTheVendorsChoice()
    {
        StackConsoleCloud console;
        QCOMPARE(console.list(u"/blockstorages?per_page=100&limit=100"_s).size(), 10);
        QCOMPARE(console.list(u"/blockstorages?page=0"_s).size(), 10);
        QCOMPARE(console.list(u"/blockstorages?page=x"_s).size(), 10);
    }

    void theNewestComesFirst()
    {
        StackConsoleCloud console;
        QString last = u"9"_s;
        const QJsonArray snapshotRows = console.all(u"/blockstorages/snapshots"_s);
        for (const QJsonValueConstRef snapshot : snapshotRows) {
            QVERIFY(snapshot[u"created_at"_s].toString() <= last);
            last = snapshot[u"created_at"_s].toString();
        }
        QCOMPARE(console.list(u"/blockstorages/snapshots?sort=created_at"_s)[0][u"name"_s],
                 u"mail-gw fresh install"_s);
    }

    void timesHaveSixDigitsOfASecond()
    {
        StackConsoleCloud console;
        QCOMPARE(console.named(u"/blockstorages/snapshots"_s, u"before certificate renewal"_s)
                     .value(u"created_at"_s),
                 u"2026-11-18T09:00:11.000000Z"_s);
    }

    void listsAreFilteredByRegionAndProject_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("volumes");
        QTest::addColumn<int>("machines");
        QTest::addColumn<int>("volumeSnapshots");
        QTest::addColumn<int>("machineSnapshots");
        QTest::addRow("all") << u"?a=b"_s << 12 << 6 << 25 << 8;
        QTest::addRow("empty") << u"?filter[region]=&filter%5Bproject%5D="_s << 12 << 6 << 25 << 8;
        QTest::addRow("Singapore") << u"?filter%5Bregion%5D=1cng-sgp-az01"_s << 2 << 1 << 3 << 1;
        QTest::addRow("Test") << u"?filter[project]=test-7"_s << 2 << 1 << 3 << 2;
        QTest::addRow("both") << u"?filter[project]=software-2&filter[region]=1cng-ygn-az01"_s << 2
                              << 1 << 2 << 1;
        QTest::addRow("nowhere") << u"?filter[region]=1cng-mdy-az01"_s << 0 << 0 << 0 << 0;
    }

    void listsAreFilteredByRegionAndProject()
    {
        QFETCH(QString, query);
        StackConsoleCloud console;
        QTEST(int(console.all(u"/blockstorages"_s + query).size()), "volumes");
        QTEST(int(console.all(u"/virtual-machines"_s + query).size()), "machines");
        QTEST(int(console.all(u"/blockstorages/snapshots"_s + query).size()), "volumeSnapshots");
        QTEST(int(console.all(u"/virtual-machines/snapshots"_s + query).size()),
              "machineSnapshots");
    }

    void whatIsNotIncludedIsLeftOut()
    {
        StackConsoleCloud console;
        const QJsonObject volume = console.named(u"/blockstorages"_s, u"erp-db"_s);
        for (const QString &member : {u"region"_s, u"project"_s, u"cloud_provider"_s,
                                      u"virtual_machine"_s, u"snapshots"_s, u"offering"_s}) {
            QVERIFY2(!volume.contains(member), qPrintable(member));
        }
        const QJsonArray snapshots = console.list(u"/blockstorages/snapshots"_s);
        QVERIFY(!snapshots.first().toObject().contains(u"blockstorage"_s));
    }

    void aVolumeBringsWhatIsIncluded()
    {
        StackConsoleCloud console;
        const QString path =
            u"/blockstorages?include=cloud_provider,region,virtual_machine,project,snapshots,offering"_s;
        const QJsonObject volume = console.named(path, u"erp-db"_s);
        QCOMPARE(misshapen(volume,
                           u"cloud_provider:o region:o virtual_machine:o project:o snapshots:a "
                           "offering:o"_s),
                 QString());
        QCOMPARE(misshapen(volume.value(u"region"_s), u"id:s name:s slug:s country:s"_s),
                 QString());
        QCOMPARE(misshapen(volume.value(u"project"_s), u"id:s name:s slug:s"_s), QString());
        QCOMPARE(misshapen(volume.value(u"cloud_provider"_s), u"id:s name:s slug:s"_s), QString());
        QCOMPARE(misshapen(volume.value(u"offering"_s),
                           u"id:s size:s price:s billing_status:b renew_at:s? billing_cycle:o"_s),
                 QString());
        QCOMPARE(misshapen(volume.value(u"storage_setting"_s),
                           u"id:s name:s slug:s storage_category_id:s region_id:s"_s),
                 QString());
        QCOMPARE(volume.value(u"virtual_machine"_s)[u"name"_s], u"erp-app"_s);
        QCOMPARE(volume.value(u"snapshots"_s).toArray().size(), 5);
        QVERIFY(console.named(path, u"scratch disk"_s).value(u"virtual_machine"_s).isNull());
    }

    void aSnapshotBringsWhatIsIncluded()
    {
        StackConsoleCloud console;
        const QString path =
            u"/blockstorages/snapshots?include=blockstorage,region,cloud_provider,project"_s;
        const QJsonObject snapshot = console.named(path, u"အပ်ဒိတ်မလုပ်ခင်"_s);
        QCOMPARE(snapshot.value(u"blockstorage"_s)[u"slug"_s], u"root-4153"_s);
        QCOMPARE(snapshot.value(u"blockstorage_id"_s), snapshot.value(u"blockstorage"_s)[u"id"_s]);
        QCOMPARE(snapshot.value(u"region"_s)[u"slug"_s], u"1cng-ygn-az01"_s);
        QCOMPARE(snapshot.value(u"project"_s)[u"slug"_s], u"default-41"_s);
        QCOMPARE(snapshot.value(u"cloud_provider"_s)[u"slug"_s], u"nimbo"_s);
    }

    void idsLeadFromOneListToAnother()
    {
        StackConsoleCloud console;
        const QSet<QString> volumes = valuesOf(console.all(u"/blockstorages"_s), u"id"_s);
        const QSet<QString> machines = valuesOf(console.all(u"/virtual-machines"_s), u"id"_s);
        const QSet<QString> regions = valuesOf(console.list(u"/regions"_s), u"id"_s);
        const QSet<QString> projects = valuesOf(console.list(u"/projects"_s), u"id"_s);
        const QJsonArray snapshots = console.all(u"/blockstorages/snapshots"_s);
        QVERIFY(regions.contains(valuesOf(snapshots, u"region_id"_s)));
        QVERIFY(projects.contains(valuesOf(snapshots, u"project_id"_s)));
        QVERIFY(machines.contains(
            valuesOf(console.all(u"/virtual-machines/snapshots"_s), u"virtual_machine_id"_s)));
        // One volume is gone.
        QCOMPARE((valuesOf(snapshots, u"blockstorage_id"_s) - volumes).size(), 1);
        const QJsonObject orphan = console.named(u"/blockstorages/snapshots?include=blockstorage"_s,
                                                 u"erp-db old disk, keep until audit"_s);
        QVERIFY(orphan.value(u"blockstorage"_s).isNull());
        QVERIFY(!volumes.contains(orphan.value(u"blockstorage_id"_s).toString()));
    }

    void theMachinesRunOrAreStopped()
    {
        StackConsoleCloud console;
        const QMap<QString, int> expected{{u"Running"_s, 4}, {u"Stopped"_s, 2}};
        QCOMPARE(countsOf(console.all(u"/virtual-machines"_s), u"state"_s), expected);
        const QJsonObject machine = console.named(
            u"/virtual-machines?include=networks,ipaddresses,offering"_s, u"erp-app"_s);
        QCOMPARE(misshapen(machine, u"networks:a ipaddresses:a offering:o"_s), QString());
    }

    void theVolumesAreOfEveryKind()
    {
        StackConsoleCloud console;
        const QJsonArray volumes = console.all(u"/blockstorages"_s);
        const QMap<QString, int> types{{u"DATA"_s, 6}, {u"ROOT"_s, 6}};
        QCOMPARE(countsOf(volumes, u"volume_type"_s), types);
        QMap<QString, int> traits;
        int smallest = 500;
        int largest = 20;
        for (const QJsonValueConstRef volume : volumes) {
            const int size = volume[u"size"_s].toVariant().toInt();
            smallest = std::min(smallest, size);
            largest = std::max(largest, size);
            traits[u"detached"_s] += volume[u"virtual_machine_id"_s].isNull();
            traits[u"hidden"_s] += volume[u"is_snapshot_hidden"_s].toBool();
            traits[u"suspended"_s] += volume[u"suspended_at"_s].isString();
            traits[u"size is text"_s] += volume[u"size"_s].isString();
        }
        const QMap<QString, int> expected{
            {u"detached"_s, 3}, {u"hidden"_s, 1}, {u"suspended"_s, 1}, {u"size is text"_s, 6}};
        QCOMPARE(traits, expected);
        QCOMPARE(smallest, 20);
        QCOMPARE(largest, 500);
    }

    void theSnapshotsAreOfAYearAndOneFailed()
    {
        StackConsoleCloud console;
        const QJsonArray volumes = console.all(u"/blockstorages/snapshots"_s);
        const QMap<QString, int> states{{u"BackedUp"_s, 24}, {u"Error"_s, 1}};
        QCOMPARE(countsOf(volumes, u"state"_s), states);
        const QMap<QString, int> ready{{u"Ready"_s, 8}};
        QCOMPARE(countsOf(console.all(u"/virtual-machines/snapshots"_s), u"state"_s), ready);
        QCOMPARE(volumes.last()[u"created_at"_s], u"2025-11-21T14:20:11.000000Z"_s);
        QVERIFY(
            !console.named(u"/blockstorages/snapshots"_s, u"staging 🚀 first deploy"_s).isEmpty());
    }

    void theDataSetGrowsAndShrinks_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 5, 33, 230}) {
            QTest::addRow("%d", count) << count;
        }
    }

    void theDataSetGrowsAndShrinks()
    {
        QFETCH(int, count);
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.snapshotCount = count;
        StackConsoleCloud console(options);
        const QJsonArray volumes = console.all(u"/blockstorages/snapshots"_s);
        const QJsonArray machines = console.all(u"/virtual-machines/snapshots"_s);
        QCOMPARE(volumes.size() + machines.size(), count);
        QCOMPARE(valuesOf(volumes, u"slug"_s).size(), volumes.size());
        // Each region and project has a name once.
        QSet<QString> names;
        for (const QJsonValueConstRef snapshot : volumes) {
            names.insert(snapshot[u"region_id"_s].toString() + snapshot[u"project_id"_s].toString()
                         + snapshot[u"name"_s].toString().toLower());
        }
        QCOMPARE(names.size(), volumes.size());
    }

    void anOperatorMayTellNoStates()
    {
        StackConsoleCloud console(StackConsoleCloud::options({u"no-state"_s}));
        const QJsonObject snapshot = console.list(u"/blockstorages/snapshots"_s)[0].toObject();
        QVERIFY(!snapshot.contains(u"state"_s) && !snapshot.contains(u"size"_s));
        QVERIFY(snapshot.value(u"request_status"_s).toBool());
    }

    void oneMachineIsShownByItself()
    {
        StackConsoleCloud console;
        const QJsonObject machine =
            console.http().get(u"/virtual-machines/vm-001041-0007"_s).object(u"data"_s);
        QCOMPARE(machine.value(u"name"_s), u"mail-gw"_s);
        QCOMPARE(refusal(console.http().get(u"/virtual-machines/vm-1"_s)),
                 u"403 The provided virtual machine is invalid."_s);
    }
};

QTEST_GUILESS_MAIN(StackConsoleListTest)
#include "stackconsolelisttest.moc"
