// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleparser.h"
#include "stackconsolefixtures.h"
#include "support/testenvironment.h"

#include <QTimeZone>

using namespace Domain;
using namespace Providers;
using namespace Qt::StringLiterals;
namespace Fixtures = StackConsoleFixtures;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

QString errorOf(const auto &result)
{
    return result ? QString() : result.error().message;
}

} // namespace

class StackConsoleParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRegions();
    void readsProjects();
    void readsCloudProviders();
    void readsBillingCycles();
    void readsPlans();
    void readsServers();
    void readsVolumes();
    void readsVolumeSnapshots();
    void readsServerSnapshots();
    void readsProfiles();
    void readsBalances();
    void readsWhatWasAccepted_data();
    void readsWhatWasAccepted();
    void readsPaging_data();
    void readsPaging();
    void takesDataInEveryShape_data();
    void takesDataInEveryShape();
    void keepsARowsOwnJsonWithoutSecrets();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleParserTest::readsRegions()
{
    const auto page = StackConsoleParser::regions(Fixtures::read(u"regions"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), 3);
    const StackConsoleRegion yangon = {
        {{u"ygn-az01"_s}, u"YGN-AZ01"_s, u"YGN-AZ01"_s, u"MM"_s, u"Asia"_s, false},
        u"r-1"_s,
        false,
        u"nimbo"_s};
    QCOMPARE(page->rows.at(0), yangon);
    QVERIFY(page->rows.at(1).location.isComingSoon);
    QVERIFY(!page->rows.at(1).isHidden);
    QVERIFY(page->rows.at(1).cloudProvider.isEmpty());
    QVERIFY(page->rows.at(2).isHidden);
    QCOMPARE(page->next, std::nullopt);
}

void StackConsoleParserTest::readsProjects()
{
    const auto page = StackConsoleParser::projects(Fixtures::read(u"projects"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    const QList<StackConsoleProject> expected = {{{{u"default-9"_s}, u"Default"_s}, u"p-1"_s},
                                                 {{{u"software-12"_s}, u"Software"_s}, u"p-2"_s}};
    QCOMPARE(page->rows, expected);
}

void StackConsoleParserTest::readsCloudProviders()
{
    const auto page = StackConsoleParser::cloudProviders(Fixtures::read(u"cloud_providers"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    const QList<StackConsoleCloudProvider> expected = {{u"nimbo"_s, true, true},
                                                       {u"ceph"_s, false, false}};
    QCOMPARE(page->rows, expected);
}

void StackConsoleParserTest::readsBillingCycles()
{
    const auto page = StackConsoleParser::billingCycles(Fixtures::read(u"billing_cycles"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    const QList<BillingCycle> expected = {{{u"hourly"_s}, u"Hourly"_s, true},
                                          {{u"monthly"_s}, u"Monthly"_s, false},
                                          {{u"yearly"_s}, u"Yearly"_s, false}};
    QCOMPARE(page->rows, expected);
}

void StackConsoleParserTest::readsPlans()
{
    const auto page = StackConsoleParser::plans(Fixtures::read(u"plans"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    const QList<StackConsolePlan> expected = {
        {{u"snapshot-per-gb"_s},
         u"Snapshot per GB"_s,
         u"sc-1"_s,
         true,
         {{u"0.4166666666"_s, u"MMK"_s}}},
        {{u"snapshot-archive"_s}, u"Snapshot, archive"_s, {}, true, {{u"0.00001234567"_s, {}}}}};
    QCOMPARE(page->rows, expected);
}

void StackConsoleParserTest::readsServers()
{
    const auto page = StackConsoleParser::servers(Fixtures::read(u"servers"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), 2);
    StackConsoleResource web;
    web.id = u"vm-1"_s;
    web.resource.key = {{}, ResourceKind::Server, {u"shop-web"_s}};
    web.resource.name = u"shop-web"_s;
    web.resource.power = PowerState::Running;
    web.resource.rawState = u"Running"_s;
    web.resource.addresses = {u"203.0.113.7"_s, u"10.1.1.5"_s};
    web.resource.plan = u"2 vCPU / 4 GB"_s;
    web.resource.storageCategory = u"sc-1"_s;
    web.region.id = u"r-1"_s;
    web.project.id = u"p-1"_s;
    web.created = {utc(u"2025-07-25T03:07:00Z"_s), false};
    QCOMPARE(page->rows.at(0), web);
    QCOMPARE(page->rows.at(1).resource.power, PowerState::Stopped);
    QCOMPARE(page->rows.at(1).resource.takeObstacle, TakeObstacle::Suspended);
    QCOMPARE(page->total, 2);
}

void StackConsoleParserTest::readsVolumes()
{
    const auto page = StackConsoleParser::volumes(Fixtures::read(u"volumes"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), 4);
    const StackConsoleResource &root = page->rows.at(0);
    QVERIFY(root.isRoot);
    QCOMPARE(root.orchestratorId, u"7d0d6e1c-7f6e-4a55-b7c4-000000000161"_s);
    QCOMPARE(root.resource.sizeBytes, 40'000'000'000);
    QCOMPARE(root.resource.storageCategory, u"sc-1"_s);
    QCOMPARE(root.server, (StackConsoleReference{u"vm-1"_s, u"shop-web"_s, u"shop-web"_s}));
    QCOMPARE(root.project, (StackConsoleReference{u"p-1"_s, u"default-9"_s, u"Default"_s}));
    const StackConsoleResource &files = page->rows.at(1);
    QCOMPARE(files.resource.sizeBytes, 50'500'000'000);
    QCOMPARE(files.resource.takeObstacle, TakeObstacle::Withheld);
    QCOMPARE(files.server, (StackConsoleReference{u"vm-1"_s, {}, {}}));
    QCOMPARE(files.created, (StackConsoleTime{utc(u"2025-07-25T09:37:00Z"_s), true}));
    const StackConsoleResource &scratch = page->rows.at(2);
    QCOMPARE(scratch.resource.sizeBytes, 20'000'000'000); // of its offering
    QCOMPARE(scratch.resource.takeObstacle, TakeObstacle::Frozen);
    QVERIFY(scratch.server.isEmpty());
    QCOMPARE(scratch.project.id, u"p-2"_s); // of what the answer includes
    QVERIFY(page->rows.at(3).isGone);
}

void StackConsoleParserTest::readsVolumeSnapshots()
{
    const auto page = StackConsoleParser::volumeSnapshots(Fixtures::read(u"volume_snapshots"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), 5);
    StackConsoleSnapshot upgrade = page->rows.at(0);
    upgrade.snapshot.raw.clear();
    StackConsoleSnapshot expected;
    expected.snapshot.key = {{}, ResourceKind::Volume, {u"ss-001001-0001"_s}};
    expected.snapshot.name = u"before 6.7"_s;
    expected.snapshot.sizeBytes = 50'000'000'000;
    expected.snapshot.status = SnapshotStatus::Ready;
    expected.snapshot.rawStatus = u"BackedUp"_s;
    expected.source = {u"v-2"_s, u"bs-001001-0042"_s, u"shop-files"_s};
    expected.region = {u"r-1"_s, u"ygn-az01"_s, u"YGN-AZ01"_s};
    expected.project = {u"p-1"_s, u"default-9"_s, u"Default"_s};
    expected.created = {utc(u"2026-01-01T00:00:00Z"_s), false};
    QCOMPARE(upgrade, expected);

    QCOMPARE(page->rows.at(1).snapshot.status, SnapshotStatus::Creating);
    QCOMPARE(page->rows.at(1).snapshot.sizeBytes, 40'000'000'000);
    QCOMPARE(page->rows.at(2).snapshot.status, SnapshotStatus::Creating); // not accepted yet
    QVERIFY(page->rows.at(2).snapshot.rawStatus.isEmpty());
    QVERIFY(page->rows.at(2).created.isLocal);
    QCOMPARE(page->rows.at(3).snapshot.status, SnapshotStatus::Failed);
    QCOMPARE(page->rows.at(3).snapshot.sizeBytes, std::nullopt);
    QVERIFY(page->rows.at(4).isGone);
}

void StackConsoleParserTest::readsServerSnapshots()
{
    const auto page = StackConsoleParser::serverSnapshots(Fixtures::read(u"server_snapshots"_s));

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->rows.at(0).snapshot.key,
             (SnapshotKey{{}, ResourceKind::Server, {u"vms-001001-0001"_s}}));
    QCOMPARE(page->rows.at(0).source, (StackConsoleReference{u"vm-1"_s, {}, {}}));
    QCOMPARE(page->rows.at(0).snapshot.status, SnapshotStatus::Ready);
    QVERIFY(!page->rows.at(0).isReverting);
    QVERIFY(page->rows.at(1).isReverting);
    QCOMPARE(page->rows.at(1).snapshot.status, SnapshotStatus::Unknown);
    QCOMPARE(page->rows.at(1).snapshot.rawStatus, u"Reverting"_s);
}

void StackConsoleParserTest::readsProfiles()
{
    const auto profile = StackConsoleParser::profile(Fixtures::read(u"profile"_s));
    const auto unnumbered =
        StackConsoleParser::profile(Fixtures::without(u"profile"_s, u"data.user.account.crn"_s));
    const auto nobody = StackConsoleParser::profile(R"({"status":"Success","data":null})");

    QVERIFY(profile && unnumbered && nobody);
    QCOMPARE(*profile, (StackConsoleProfile{u"CRN-100234"_s, u"Asia/Yangon"_s}));
    QCOMPARE(unnumbered->name, u"Aye Zin"_s);
    QCOMPARE(*nobody, StackConsoleProfile());
}

void StackConsoleParserTest::readsBalances()
{
    const auto balance = StackConsoleParser::balance(Fixtures::read(u"balance"_s));
    const auto withCurrency = StackConsoleParser::balance(
        R"({"status":"Success","data":[{"available_balance":12.5,"currency":{"slug":"cad"}}]})");
    const auto none = StackConsoleParser::balance(R"({"status":"Success","data":{"due":"1"}})");

    QVERIFY(balance && withCurrency && none);
    QCOMPARE(*balance, (StackConsoleAmount{u"146000.50"_s, {}}));
    QCOMPARE(*withCurrency, (StackConsoleAmount{u"12.5"_s, u"CAD"_s}));
    QVERIFY(!*none);
}

void StackConsoleParserTest::readsWhatWasAccepted_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("made");
    QTest::addRow("an object") << Fixtures::read(u"created"_s) << u"ss-001001-0009"_s;
    QTest::addRow("a list of one")
        << R"({"status":"Success","data":[{"slug":"ss-1"}]})"_ba << u"ss-1"_s;
    QTest::addRow("null") << R"({"status":"Success","data":null})"_ba << QString();
    QTest::addRow("a list of null") << R"({"status":"Success","data":[null]})"_ba << QString();
    QTest::addRow("no data") << R"({"status":"Success","message":"OK"})"_ba << QString();
    QTest::addRow("nothing at all") << QByteArray() << QString();
}

void StackConsoleParserTest::readsWhatWasAccepted()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, made);

    const auto acceptance = StackConsoleParser::acceptance(body);

    QVERIFY2(acceptance, qPrintable(errorOf(acceptance)));
    QCOMPARE(acceptance->made.value_or(SnapshotId()).value, made);
}

void StackConsoleParserTest::readsPaging_data()
{
    QTest::addColumn<QByteArray>("frame");
    QTest::addColumn<int>("next"); // 0: none
    QTest::addColumn<int>("last"); // 0: not known
    const auto add = [](const char *name, const QByteArray &paging, int next, int last) {
        QTest::addRow("%s", name) << QByteArray(R"({"status":"Success",)" + paging
                                                + R"("data":[{"slug":"a"}]})")
                                  << next << last;
    };
    add("none told", "", 0, 0);
    add("the first of three", R"("current_page":1,"last_page":3,"total":3,)", 2, 3);
    add("quoted", R"("current_page":"2","last_page":"3",)", 3, 3);
    add("the last", R"("current_page":3,"last_page":3,"next_page_url":"https://h/x?page=4",)", 0,
        3);
    add("the last not known", R"("current_page":1,"next_page_url":"https://h/x?page=2",)", 2, 0);
    add("the end of it", R"("current_page":2,"next_page_url":null,)", 0, 0);
    add("nonsense", R"("current_page":-3,"last_page":"many",)", 0, 0);
    QTest::addRow("inside of the data")
        << R"({"status":"Success","data":{"current_page":1,"last_page":2,"data":[{"slug":"a"}]}})"_ba
        << 2 << 2;
    QTest::addRow("an empty page that claims another")
        << R"({"status":"Success","current_page":2,"next_page_url":"https://h/x","data":[]})"_ba
        << 0 << 0;
}

void StackConsoleParserTest::readsPaging()
{
    QFETCH(const QByteArray, frame);
    QFETCH(const int, next);
    QFETCH(const int, last);

    const auto page = StackConsoleParser::projects(frame);

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->next.value_or(0), next);
    QCOMPARE(page->last.value_or(0), last);
}

void StackConsoleParserTest::takesDataInEveryShape_data()
{
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<int>("rows");
    QTest::addRow("a list") << R"([{"slug":"a"},{"slug":"b"}])"_ba << 2;
    QTest::addRow("a list in a list's place") << R"({"data":[{"slug":"a"}]})"_ba << 1;
    QTest::addRow("null") << "null"_ba << 0;
    QTest::addRow("a list of null") << "[null]"_ba << 0;
    QTest::addRow("null inside") << R"({"current_page":1,"data":null})"_ba << 0;
    QTest::addRow("nothing") << "[]"_ba << 0;
}

void StackConsoleParserTest::takesDataInEveryShape()
{
    QFETCH(const QByteArray, data);
    QFETCH(const int, rows);

    const auto page = StackConsoleParser::projects(R"({"status":"Success","data":)" + data + "}");

    QVERIFY2(page, qPrintable(errorOf(page)));
    QCOMPARE(page->rows.size(), rows);
}

void StackConsoleParserTest::keepsARowsOwnJsonWithoutSecrets()
{
    const auto page = StackConsoleParser::serverSnapshots(Fixtures::with(
        u"server_snapshots"_s, u"data.0.virtual_machine"_s,
        QJsonObject{{u"slug"_s, u"shop-web"_s},
                    {u"root_Password"_s, u"hush"_s},
                    {u"access"_s, QJsonArray{QJsonObject{{u"token"_s, u"hush"_s}}}}}));

    QVERIFY2(page, qPrintable(errorOf(page)));
    const Snapshot &snapshot = page->rows.first().snapshot;
    QVERIFY(!snapshot.raw.contains(u'\n'));
    QVERIFY(!snapshot.raw.contains("hush"_L1));
    const QJsonObject raw = QJsonDocument::fromJson(snapshot.raw.toUtf8()).object();
    QCOMPARE(raw["slug"_L1], u"vms-001001-0001"_s);
    QCOMPARE(raw["virtual_machine"_L1]["slug"_L1], u"shop-web"_s);
    QCOMPARE(page->rows.first().source.slug, u"shop-web"_s);
}

QTEST_GUILESS_MAIN(StackConsoleParserTest)
#include "stackconsoleparsertest.moc"
