// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/raffcloud.h"
#include "support/testenvironment.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::misshapen;
using Support::RaffCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

QStringList namesOf(const QJsonArray &entries)
{
    QStringList names;
    for (const QJsonValueConstRef entry : entries) {
        names.append(entry[u"name"_s].toString());
    }
    return names;
}

QString complaints(const QJsonArray &entries, const QString &shape)
{
    QStringList lines;
    for (const QJsonValueConstRef entry : entries) {
        lines.append(misshapen(entry, shape));
    }
    lines.removeAll(QString());
    return lines.join(u'\n');
}

QString idOf(const QJsonObject &object)
{
    return object.value(u"id"_s).toVariant().toString();
}

} // namespace

// What the account holds, and how lists of it are given.
class RaffDataTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void theAccountHoldsThreeProjectsAndWhatIsInThem()
    {
        RaffCloud raff;
        QCOMPARE(namesOf(raff.all(u"/projects"_s)).join(u", "_s),
                 u"Production, Client shops, Lab"_s);
        QCOMPARE(raff.all(u"/vms"_s).size(), 10);
        QCOMPARE(raff.all(u"/volumes"_s).size(), 8);
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 30);
    }

    void everyObjectHasTheMembersOfItsDocumentation()
    {
        RaffCloud raff;
        QCOMPARE(complaints(raff.all(u"/projects"_s),
                            u"id:s account_id:s name:s slug:s description:s default_region:s "
                            "is_default:b is_active:b created_by:s created_at:s updated_at:s"_s),
                 QString());
        QCOMPARE(complaints(raff.all(u"/vms"_s),
                            u"id:s name:s status:s cpu:n ram:n storage:n added_storage:n "
                            "total_storage:n template_id:s template_name:s template_version:s "
                            "price_per_hour:s pricing_id:n billing_type:s backup_type:s? region:s "
                            "project_id:s public_ipv4_address:s public_ipv6_address:s? tags:a "
                            "active:b created_at:s updated_at:s"_s),
                 QString());
        QCOMPARE(complaints(raff.all(u"/volumes"_s),
                            u"id:n account_id:s project_id:s name:s volume_type:s size:n status:s "
                            "price_per_hour:s region:s created_at:s updated_at:s"_s),
                 QString());
        QCOMPARE(complaints(raff.all(u"/snapshots"_s),
                            u"id:n type:s name:s account_id:s project_id:s created_by:s size:s "
                            "target_size:s status:s price_per_hour:s created_at:s"_s),
                 QString());
    }

    void aServerIsAsItsPlanSays()
    {
        RaffCloud raff;
        const QJsonObject vm = raff.named(u"vms"_s, u"Finance"_s);
        QCOMPARE(vm.value(u"status"_s), u"active"_s);
        QCOMPARE(vm.value(u"cpu"_s), 4);
        QCOMPARE(vm.value(u"ram"_s), 8);
        QCOMPARE(vm.value(u"storage"_s), 160);
        QCOMPARE(vm.value(u"pricing_id"_s), 7);
        QCOMPARE(vm.value(u"price_per_hour"_s), u"0.083319"_s);
        QCOMPARE(vm.value(u"template_name"_s), u"Ubuntu"_s);
        QCOMPARE(vm.value(u"billing_type"_s), u"subscription"_s);
        QVERIFY(vm.contains(u"subscription_id"_s));
        QVERIFY(!raff.named(u"vms"_s, u"legacy-cms"_s).contains(u"subscription_id"_s));
        QCOMPARE(raff.http().get(u"/vms/"_s + idOf(vm)).object(u"data"_s), vm);
    }

    void everyStateOfAServerAndAVolumeAtRestIsThere()
    {
        RaffCloud raff;
        QCOMPARE(raff.status(u"vms"_s, u"legacy-cms"_s), u"passive"_s);
        QCOMPARE(raff.status(u"vms"_s, u"sandbox"_s), u"failure"_s);
        QCOMPARE(raff.status(u"volumes"_s, u"db-data"_s), u"attached"_s);
        QCOMPARE(raff.status(u"volumes"_s, u"cms-archive"_s), u"available"_s);
        QCOMPARE(raff.status(u"volumes"_s, u"scratch"_s), u"failed"_s);
        const QJsonObject attached = raff.named(u"volumes"_s, u"db-data"_s);
        QCOMPARE(attached.value(u"product_vm"_s),
                 raff.named(u"vms"_s, u"db-primary"_s).value(u"id"_s));
        QCOMPARE(attached.value(u"price_per_hour"_s), u"0.034000"_s);
        QVERIFY(!raff.named(u"volumes"_s, u"cms-archive"_s).contains(u"product_vm"_s));
    }

    void pricesAreNumbersInTheCatalogueAndTextOnObjects()
    {
        RaffCloud raff;
        const QJsonObject pricing =
            raff.http().get(u"/public/pricing/snapshot"_s).object(u"pricing"_s);
        QCOMPARE(pricing.value(u"price_per_gb_hour"_s), 0.000082);
        QCOMPARE(pricing.value(u"price_per_gb_month"_s), 0.06);
        QCOMPARE(pricing.value(u"yearly_price_per_gb"_s), 0.72);
        QVERIFY(!pricing.contains(u"id"_s));
        QCOMPARE(raff.http().get(u"/public/pricing/volume"_s).object(u"pricing"_s).value(u"id"_s),
                 1);
        const QJsonObject snapshot = raff.named(u"snapshots"_s, u"pre-upgrade"_s);
        QCOMPARE(snapshot.value(u"size"_s), u"23.8 GB"_s);
        QCOMPARE(snapshot.value(u"target_size"_s), u"80 GB"_s);
        QCOMPARE(snapshot.value(u"price_per_hour"_s), u"0.001952"_s);
    }

    void theOldestSizesHaveNoUnit()
    {
        RaffCloud raff;
        const QJsonObject snapshot = raff.named(u"snapshots"_s, u"fresh install"_s);
        QCOMPARE(snapshot.value(u"size"_s), u"39117"_s);
        QCOMPARE(snapshot.value(u"target_size"_s), u"163840"_s);
    }

    void namesFollowTheVendorsPatternOrNone()
    {
        RaffCloud raff;
        const QStringList names = namesOf(raff.all(u"/snapshots"_s));
        QVERIFY(names.contains(u"vm-finance-11-02-26"_s));
        QVERIFY(names.contains(u"volume-cms-archive-11-09-26"_s));
        QCOMPARE(names.count(u"clean"_s), 2);
        QVERIFY(names.contains(u"<b>Harbor</b> & \"relaunch\""_s));
    }

    void theNewestComeFirstAndNoneIsOlderThanItsServer()
    {
        RaffCloud raff;
        QMap<QString, QString> made;
        const QJsonArray vms = raff.all(u"/vms"_s);
        for (const QJsonValueConstRef vm : vms) {
            made.insert(vm[u"id"_s].toString(), vm[u"created_at"_s].toString());
        }
        QString later = u"2026-11-20T14:02:11Z"_s;
        const QJsonArray snapshots = raff.all(u"/snapshots"_s);
        for (const QJsonValueConstRef snapshot : snapshots) {
            const QString created = snapshot[u"created_at"_s].toString();
            QVERIFY2(created <= later, qUtf8Printable(created));
            QVERIFY(created > made.value(snapshot[u"product_vm"_s].toString()));
            later = created;
        }
    }

    void oneOfASourceIsInUseAtMost()
    {
        RaffCloud raff;
        QStringList inUse;
        const QJsonArray snapshots = raff.all(u"/snapshots"_s);
        for (const QJsonValueConstRef snapshot : snapshots) {
            const QString status = snapshot[u"status"_s].toString();
            QVERIFY2(status.isEmpty() || status == "active"_L1, qUtf8Printable(status));
            if (!status.isEmpty()) {
                inUse.append(snapshot[u"name"_s].toString());
            }
        }
        QCOMPARE(inUse.join(u", "_s), u"harbor-media before image resize, before nginx 1.29"_s);
    }

    void aListIsGivenAStretchAtATime_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("given");
        QTest::addColumn<int>("first");
        QTest::addRow("usual") << QString() << 50 << 0;
        QTest::addRow("a limit") << u"?limit=7"_s << 7 << 0;
        QTest::addRow("an offset") << u"?limit=7&offset=10"_s << 7 << 10;
        QTest::addRow("the end") << u"?limit=100&offset=200"_s << 30 << 200;
        QTest::addRow("behind the end") << u"?offset=500"_s << 0 << -1;
        QTest::addRow("too much") << u"?limit=1000"_s << 100 << 0;
        QTest::addRow("nonsense") << u"?limit=-1&offset=x"_s << 50 << 0;
    }

    void aListIsGivenAStretchAtATime()
    {
        QFETCH(QString, query);
        QFETCH(int, first);
        Demo::CloudOptions options = RaffCloud::options();
        options.snapshotCount = 230;
        RaffCloud raff(options);
        const QJsonArray all = raff.all(u"/snapshots"_s);
        const RawAnswer answer = raff.http().get(u"/snapshots"_s + query);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.json(), u"success:b data:a total:n"_s), QString());
        QCOMPARE(answer.json().value(u"total"_s), 230);
        QTEST(int(answer.array(u"data"_s).size()), "given");
        if (first >= 0) {
            QCOMPARE(answer.array(u"data"_s).first(), all.at(first));
        }
    }

    void eachListHasItsUsualStretch()
    {
        RaffCloud raff;
        QCOMPARE(raff.http().get(u"/vms?limit=4"_s).array(u"data"_s).size(), 4);
        QCOMPARE(raff.http().get(u"/projects?limit=1&offset=2"_s).array(u"data"_s).size(), 1);
        QCOMPARE(raff.http().get(u"/volumes?offset=6"_s).array(u"data"_s).size(), 2);
    }

    void snapshotsAreFilteredByTheirSource()
    {
        RaffCloud raff;
        const auto count = [&raff](const QString &query) {
            return raff.http().get(u"/snapshots?"_s + query).json().value(u"total"_s).toInt();
        };
        const QString vm = idOf(raff.named(u"vms"_s, u"Finance"_s));
        const QString volume = idOf(raff.named(u"volumes"_s, u"db-data"_s));
        QCOMPARE(count(u"type=vm"_s), 19);
        QCOMPARE(count(u"type=volume"_s), 11);
        QCOMPARE(count(u"vm_id="_s + vm), 3);
        QCOMPARE(count(u"volume_id="_s + volume), 2);
        QCOMPARE(count(u"type=vm&volume_id="_s + volume), 0);
        QCOMPARE(count(u"volume_id=1"_s), 0);
    }

    void whichVolumeASnapshotIsOfIsToldByTheFilterAlone()
    {
        RaffCloud raff;
        QSet<qint64> attributed;
        const QJsonArray volumes = raff.all(u"/volumes"_s);
        for (const QJsonValueConstRef volume : volumes) {
            const QString query = u"/snapshots?volume_id=%1"_s.arg(volume[u"id"_s].toInt());
            const QJsonArray of = raff.all(query);
            for (const QJsonValueConstRef snapshot : of) {
                attributed.insert(snapshot[u"id"_s].toInteger());
            }
        }
        QStringList orphans;
        const QJsonArray snapshots = raff.all(u"/snapshots?type=volume"_s);
        for (const QJsonValueConstRef snapshot : snapshots) {
            QVERIFY(!snapshot.toObject().contains(u"product_vm"_s));
            if (!attributed.contains(snapshot[u"id"_s].toInteger())) {
                orphans.append(snapshot[u"name"_s].toString());
            }
        }
        QCOMPARE(orphans.join(u", "_s),
                 u"CRM data before migration, CRM data, keep until tax audit"_s);
    }

    void serversAreScopedByAQueryAndOtherListsByTheHeader()
    {
        RaffCloud raff;
        const auto total = [&raff](const QString &path) {
            return raff.http(u"Lab"_s).get(path).json().value(u"total"_s).toInt();
        };
        QCOMPARE(total(u"/vms"_s), 10);
        QCOMPARE(total(u"/volumes"_s), 2);
        QCOMPARE(total(u"/snapshots"_s), 5);
        const QString lab = idOf(raff.named(u"projects"_s, u"Lab"_s));
        QCOMPARE(total(u"/vms?project_id="_s + lab), 3);
        QCOMPARE(total(u"/vms?status=passive&region=us-east&project_id="_s + lab), 1);
        QCOMPARE(total(u"/vms?region=moon"_s), 0);
        const QString vm = idOf(raff.named(u"vms"_s, u"ci-runner"_s));
        QCOMPARE(total(u"/volumes?vm_id="_s + vm), 1);
    }

    void theCatalogueAndTheHealthNeedNoKey()
    {
        RaffCloud raff;
        RawHttp stranger(raff.cloud().baseUrl(), {});
        const QJsonObject region =
            stranger.get(u"/public/regions"_s).array(u"regions"_s).first().toObject();
        QCOMPARE(misshapen(region, u"id:n code:s name:s country_code:s is_default:b"_s), QString());
        QCOMPARE(region.value(u"code"_s), u"us-east"_s);
        QCOMPARE(stranger.get(u"/public/pricing/ip"_s).status, 200);
        QCOMPARE(stranger.get(u"/public/pricing/backup?region=us-east"_s).status, 200);
        QCOMPARE(stranger.get(u"/public/pricing/backup?region=moon"_s).status, 404);
        RawHttp root(raff.cloud().baseUrl().resolved(QUrl(u"/"_s)), {});
        QCOMPARE(root.get(u"health"_s).body, "{\"status\":\"healthy\"}"_ba);
        QCOMPARE(root.get(u"api/v2/vms"_s).status, 404);
    }

    void plansAndTemplatesAreFiltered()
    {
        RaffCloud raff;
        const auto plans = [&raff](const QString &query) {
            return raff.http().get(u"/public/pricing/vm"_s + query).array(u"plans"_s);
        };
        QCOMPARE(plans({}).size(), 9);
        QCOMPARE(plans(u"?type=premium"_s).size(), 4);
        QCOMPARE(plans(u"?type=huge"_s).size(), 0);
        QCOMPARE(plans({}).at(2)[u"price_per_hour"_s], 0.027764);
        QCOMPARE(complaints(plans({}),
                            u"id:n vcpu:n memory_gib:n ssd_gib:n transfer_gib:n price_per_hour:n "
                            "monthly_price:n yearly_price:n twenty_four_month_price:n vm_type:s "
                            "region:s"_s),
                 QString());
        const auto templates = [&raff](const QString &query) {
            return namesOf(raff.http().get(u"/public/templates"_s + query).array(u"data"_s));
        };
        QCOMPARE(templates({}).size(), 6);
        QCOMPARE(templates(u"?category=marketplace"_s), QStringList{u"WordPress"_s});
        QVERIFY(templates(u"?vm_type=premium"_s).contains(u"Windows Server"_s));
        QVERIFY(!templates(u"?vm_type=standard"_s).contains(u"Windows Server"_s));
        QCOMPARE(raff.http().get(u"/public/templates?category=x"_s).status, 400);
    }

    void theSameSeedGivesTheSameCloud()
    {
        RaffCloud one;
        RaffCloud other;
        QCOMPARE(one.all(u"/snapshots"_s), other.all(u"/snapshots"_s));
        QCOMPARE(one.all(u"/vms"_s), other.all(u"/vms"_s));
    }

    void fewerSnapshotsAreTheNewest()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.snapshotCount = 2;
        RaffCloud raff(options);
        QCOMPARE(namesOf(raff.all(u"/snapshots"_s)).join(u", "_s),
                 u"pre-upgrade, vm-web-01-11-15-26"_s);
    }
};

QTEST_GUILESS_MAIN(RaffDataTest)
#include "raffdatatest.moc"
