// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolerequests.h"
#include "net/answererror.h"
#include "net/baseurl.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Net::HttpRequest;
using Providers::StackConsoleRequests;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {u"shop-web"_s}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"bs-001001-0042"_s}};
const SnapshotKey serverSnapshot = {{u"a"_s}, ResourceKind::Server, {u"vms-1"_s}};
const SnapshotKey volumeSnapshot = {{u"a"_s}, ResourceKind::Volume, {u"ss-1"_s}};

TakeSnapshot orderOf(const ResourceKey &source)
{
    return {source,           u"before 6.7 — ü"_s, u"op-1"_s,     {},
            {u"default-9"_s}, {u"ygn-az01"_s},     {u"per-gb"_s}, {u"hourly"_s}};
}

/// "GET /backend/api/regions", as it goes over the wire.
QString text(const HttpRequest &request)
{
    const Result<QUrl> url = Net::targetUrl(QUrl(u"https://portal.example/backend/api"_s), request);
    if (!url) {
        return url.error().message;
    }
    const QString target =
        url->toString(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority);
    return QString::fromLatin1(Net::verb(request.method)) + u' ' + target;
}

QJsonObject bodyOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

} // namespace

class StackConsoleRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForLists();
    void asksForPlansOfOneRegion();
    void ordersAVolumeSnapshot();
    void ordersAServerSnapshot();
    void changesThings_data();
    void changesThings();
    void refusesWhatCannotBeDone_data();
    void refusesWhatCannotBeDone();
    void refusesIdsThatCouldNameSomethingElse_data();
    void refusesIdsThatCouldNameSomethingElse();
    void missesWhatAnOrderNeeds_data();
    void missesWhatAnOrderNeeds();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleRequestsTest::asksForLists()
{
    using Requests = StackConsoleRequests;
    QCOMPARE(text(Requests::regions()), u"GET /backend/api/regions"_s);
    QCOMPARE(text(Requests::cloudProviders()), u"GET /backend/api/cloud-providers"_s);
    QCOMPARE(text(Requests::projects()), u"GET /backend/api/projects"_s);
    QCOMPARE(text(Requests::projects(2)), u"GET /backend/api/projects?page=2"_s);
    QCOMPARE(text(Requests::billingCycles()), u"GET /backend/api/billing-cycles"_s);
    QCOMPARE(text(Requests::profile()), u"GET /backend/api/profile"_s);
    QCOMPARE(text(Requests::balance()), u"GET /backend/api/account/balance"_s);
    QCOMPARE(text(Requests::resources(ResourceKind::Volume, 2)),
             u"GET /backend/api/blockstorages"
             "?include=cloud_provider,region,virtual_machine,project,offering&page=2"_s);
    QCOMPARE(text(Requests::resources(ResourceKind::Server, 1)),
             u"GET /backend/api/virtual-machines?include=networks,ipaddresses,offering&page=1"_s);
    QCOMPARE(text(Requests::snapshots(ResourceKind::Volume, 7)),
             u"GET /backend/api/blockstorages/snapshots"
             "?include=blockstorage,region,cloud_provider,project&page=7"_s);
    QCOMPARE(text(Requests::snapshots(ResourceKind::Server, 1)),
             u"GET /backend/api/virtual-machines/snapshots?page=1"_s);
}

void StackConsoleRequestsTest::asksForPlansOfOneRegion()
{
    QCOMPARE(text(StackConsoleRequests::plans(ResourceKind::Volume, {u"ygn-az01"_s})),
             u"GET /backend/api/plans/service/Block%20Storage%20Snapshot"
             "?filter%5Bregion%5D=ygn-az01"_s);
    QCOMPARE(text(StackConsoleRequests::plans(ResourceKind::Server, {u"a b+&c"_s}, 2)),
             u"GET /backend/api/plans/service/VM%20Snapshot"
             "?filter%5Bregion%5D=a%20b%2B%26c&page=2"_s);
}

void StackConsoleRequestsTest::ordersAVolumeSnapshot()
{
    const HttpRequest request = StackConsoleRequests::change(orderOf(volume), u"nimbo"_s);

    QCOMPARE(text(request), u"POST /backend/api/blockstorages/bs-001001-0042/snapshots"_s);
    QCOMPARE(request.pathTemplate, u"blockstorages/{slug}/snapshots"_s);
    const QJsonObject expected = {{u"name"_s, u"before 6.7 — ü"_s},
                                  {u"plan"_s, u"per-gb"_s},
                                  {u"service"_s, u"Block Storage Snapshot"_s},
                                  {u"is_memory"_s, false},
                                  {u"project"_s, u"default-9"_s},
                                  {u"cloud_provider"_s, u"nimbo"_s},
                                  {u"region"_s, u"ygn-az01"_s},
                                  {u"billing_cycle"_s, u"hourly"_s}};
    QCOMPARE(bodyOf(request), expected);
}

void StackConsoleRequestsTest::ordersAServerSnapshot()
{
    const HttpRequest request = StackConsoleRequests::change(orderOf(server), u"nimbo"_s);

    QCOMPARE(text(request), u"POST /backend/api/virtual-machines/shop-web/snapshots"_s);
    const QJsonObject expected = {
        {u"name"_s, u"before 6.7 — ü"_s},  {u"plan"_s, u"per-gb"_s},
        {u"service"_s, u"VM Snapshot"_s},  {u"is_memory"_s, false},
        {u"is_vm_snapshot"_s, true},       {u"project"_s, u"default-9"_s},
        {u"cloud_provider"_s, u"nimbo"_s}, {u"region"_s, u"ygn-az01"_s},
        {u"billing_cycle"_s, u"hourly"_s}, {u"coupon"_s, QJsonValue::Null}};
    QCOMPARE(bodyOf(request), expected);
}

void StackConsoleRequestsTest::changesThings_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("expected");
    QTest::addRow("revert a volume")
        << Request(RollBack{volume, volumeSnapshot, {}})
        << u"POST /backend/api/blockstorages/bs-001001-0042/snapshots/ss-1/revert"_s;
    QTest::addRow("revert a server")
        << Request(RollBack{server, serverSnapshot, {}})
        << u"POST /backend/api/virtual-machines/snapshots/vms-1/revert"_s;
    QTest::addRow("remove a volume's") << Request(RemoveSnapshot{volumeSnapshot})
                                       << u"DELETE /backend/api/blockstorages/snapshots/ss-1"_s;
    QTest::addRow("remove a server's") << Request(RemoveSnapshot{serverSnapshot})
                                       << u"DELETE /backend/api/virtual-machines/snapshots/vms-1"_s;
}

void StackConsoleRequestsTest::changesThings()
{
    QFETCH(const Request, request);
    QFETCH(const QString, expected);

    const HttpRequest change = StackConsoleRequests::change(request, {});

    QVERIFY(!StackConsoleRequests::refusalToSend(request));
    QCOMPARE(text(change), expected);
    QVERIFY(change.body.isEmpty());
    QVERIFY(change.query.isEmpty());
    QVERIFY(change.pathTemplate.contains("{slug}"_L1));
}

void StackConsoleRequestsTest::refusesWhatCannotBeDone_data()
{
    QTest::addColumn<Request>("request");
    QTest::addRow("rename") << Request(RenameSnapshot{volumeSnapshot, u"n"_s});
    QTest::addRow("protect") << Request(ProtectSnapshot{serverSnapshot, Protection::On});
    QTest::addRow("power") << Request(SetPower{server, PowerAction::ShutDown});
    QTest::addRow("a server back to a volume's snapshot")
        << Request(RollBack{server, volumeSnapshot, {}});
}

void StackConsoleRequestsTest::refusesWhatCannotBeDone()
{
    QFETCH(const Request, request);

    const std::optional<Error> refusal = StackConsoleRequests::refusal(request);

    QVERIFY(refusal);
    QCOMPARE(refusal->kind, ErrorKind::Unsupported);
    QCOMPARE(StackConsoleRequests::refusalToSend(request), refusal);
}

void StackConsoleRequestsTest::refusesIdsThatCouldNameSomethingElse_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id :
         {"", ".", "..", "../x", "a/b", "a%2Fb", "a b", "a?b", "a#b", "ü", "a\n"}) {
        QTest::addRow("\"%s\"", id) << QString::fromUtf8(id);
    }
}

void StackConsoleRequestsTest::refusesIdsThatCouldNameSomethingElse()
{
    QFETCH(const QString, id);
    const SnapshotKey key = {{u"a"_s}, ResourceKind::Volume, {id}};
    const ResourceKey source = {{u"a"_s}, ResourceKind::Volume, {id}};

    for (const Request &request :
         {Request(RemoveSnapshot{key}), Request(RollBack{source, volumeSnapshot, {}}),
          Request(RollBack{volume, key, {}}), Request(orderOf(source))}) {
        const std::optional<Error> refusal = StackConsoleRequests::refusal(request);
        QVERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::InvalidInput);
        QCOMPARE(refusal->effect, Effect::None);
    }
}

void StackConsoleRequestsTest::missesWhatAnOrderNeeds_data()
{
    QTest::addColumn<TakeSnapshot>("take");
    QTest::addColumn<QString>("field");
    const auto add = [](const QString &field, const auto &clear) {
        TakeSnapshot take = orderOf(volume);
        clear(take);
        QTest::addRow("%s", qPrintable(field)) << take << field;
    };
    add(u"name"_s, [](TakeSnapshot &take) { take.name = u"  "_s; });
    add(u"plan"_s, [](TakeSnapshot &take) { take.plan = {}; });
    add(u"billing_cycle"_s, [](TakeSnapshot &take) { take.billingCycle = {}; });
    add(u"project"_s, [](TakeSnapshot &take) { take.project = {}; });
    add(u"region"_s, [](TakeSnapshot &take) { take.location = {}; });
}

void StackConsoleRequestsTest::missesWhatAnOrderNeeds()
{
    QFETCH(const TakeSnapshot, take);
    QFETCH(const QString, field);

    const std::optional<Error> refusal = StackConsoleRequests::refusalToSend(take);

    QVERIFY(refusal);
    QCOMPARE(refusal->kind, ErrorKind::InvalidInput);
    QCOMPARE(refusal->fields, (QList<ErrorField>{{field, {}}}));
    QVERIFY(!StackConsoleRequests::refusal(take)); // looked for, it may be, all the same
}

QTEST_GUILESS_MAIN(StackConsoleRequestsTest)
#include "stackconsolerequeststest.moc"
