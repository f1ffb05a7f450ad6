// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackrequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Net::HttpRequest;
using Net::Method;
using Providers::OpenStackRequests;
using Providers::OpenStackVersions;

namespace {

const ResourceKey web = {{u"a"_s}, ResourceKind::Server, {u"web-id"_s}};
const ResourceKey disk = {{u"a"_s}, ResourceKind::Volume, {u"disk-id"_s}};
const SnapshotKey image = {{u"a"_s}, ResourceKind::Server, {u"image-id"_s}};
const SnapshotKey copy = {{u"a"_s}, ResourceKind::Volume, {u"copy-id"_s}};

QString line(const HttpRequest &request)
{
    static const QHash<Method, QString> verbs = {{Method::Get, u"GET"_s},
                                                 {Method::Post, u"POST"_s},
                                                 {Method::Put, u"PUT"_s},
                                                 {Method::Patch, u"PATCH"_s},
                                                 {Method::Delete, u"DELETE"_s}};
    const QString query = request.query.toString();
    const QString path = verbs.value(request.method) + u' ' + request.path;
    return query.isEmpty() ? path : path + u'?' + query;
}

TakeSnapshot takeOf(const ResourceKey &source)
{
    return {source, u" daily "_s, u"m1"_s, {}};
}

} // namespace

/// What is sent, word for word.
class OpenStackRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForListsByTheLastId()
    {
        QCOMPARE(line(OpenStackRequests::volumes({})), u"GET volumes/detail?limit=1000"_s);
        QCOMPARE(line(OpenStackRequests::snapshotsOf({u"v"_s}, u"x"_s)),
                 u"GET snapshots/detail?limit=1000&marker=x&volume_id=v"_s);
        QCOMPARE(line(OpenStackRequests::servers(u"x"_s)),
                 u"GET servers/detail?limit=1000&marker=x"_s);
        QCOMPARE(line(OpenStackRequests::images({u"p"_s}, {})), u"GET images?limit=1000&owner=p"_s);
        QCOMPARE(line(OpenStackRequests::imagesMarked(u"m1"_s, {})),
                 u"GET images?limit=1000&snapdeck_op=m1"_s);
    }

    void makesChanges_data()
    {
        QTest::addColumn<Domain::Request>("request");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const Request &request, const QString &expected,
                            const QByteArray &body) {
            QTest::addRow("%s", name) << request << expected << body;
        };
        row("revert", RollBack{disk, copy, {}}, u"POST volumes/disk-id/action"_s,
            R"({"revert":{"snapshot_id":"copy-id"}})");
        row("rebuild", RollBack{web, image, {}}, u"POST servers/web-id/action"_s,
            R"({"rebuild":{"imageRef":"image-id"}})");
        row("remove a copy", RemoveSnapshot{copy}, u"DELETE snapshots/copy-id"_s, "");
        row("remove an image", RemoveSnapshot{image}, u"DELETE images/image-id"_s, "");
        row("rename a copy", RenameSnapshot{copy, u" new "_s}, u"PUT snapshots/copy-id"_s,
            R"({"snapshot":{"name":"new"}})");
        row("rename an image", RenameSnapshot{image, u"new"_s}, u"PATCH images/image-id"_s,
            R"([{"op":"replace","path":"/name","value":"new"}])");
        row("protect", ProtectSnapshot{image, Protection::On}, u"PATCH images/image-id"_s,
            R"([{"op":"replace","path":"/protected","value":true}])");
        row("start", SetPower{web, PowerAction::Start}, u"POST servers/web-id/action"_s,
            R"({"os-start":null})");
        row("shut down", SetPower{web, PowerAction::ShutDown}, u"POST servers/web-id/action"_s,
            R"({"os-stop":null})");
        row("a volume as large", CreateVolume{copy, u"new"_s, 0, {u"R"_s}, {}, u"m1"_s, {}},
            u"POST volumes"_s,
            R"({"volume":{"metadata":{"snapdeck_op":"m1"},"name":"new","snapshot_id":"copy-id"}})");
        row("a volume that is larger, in a zone",
            CreateVolume{copy, u"new"_s, (qint64(2) << 30) + 1, {u"R/z1"_s}, {}, {}, {}},
            u"POST volumes"_s,
            R"({"volume":{"availability_zone":"z1","metadata":{},"name":"new","size":3,)"
            R"("snapshot_id":"copy-id"}})");
    }

    void makesChanges()
    {
        QFETCH(Domain::Request, request);
        QFETCH(QString, expected);
        QFETCH(QByteArray, body);

        const HttpRequest made = OpenStackRequests::change(request);

        QVERIFY(!OpenStackRequests::refusal(request));
        QCOMPARE(line(made), expected);
        QCOMPARE(made.body, body);
        QVERIFY(!made.pathTemplate.contains("-id"_L1));
    }

    void saysThatAChangeOfAnImageIsAPatch()
    {
        const HttpRequest made = OpenStackRequests::change(RenameSnapshot{image, u"new"_s});
        const std::pair<QByteArray, QByteArray> type = {
            "Content-Type"_ba, "application/openstack-images-v2.1-json-patch"_ba};

        QCOMPARE(made.headers, QList{type});
    }

    void takesWithTheMarker()
    {
        using Force = OpenStackRequests::Force;
        const HttpRequest server = OpenStackRequests::take(takeOf(web), Force::No);
        const HttpRequest volume = OpenStackRequests::take(takeOf(disk), Force::No);
        const HttpRequest forced = OpenStackRequests::take(takeOf(disk), Force::Yes);

        QCOMPARE(line(server), u"POST servers/web-id/action"_s);
        QCOMPARE(server.body,
                 "{\"createImage\":{\"metadata\":{\"snapdeck_op\":\"m1\"},\"name\":\"daily\"}}"_ba);
        QCOMPARE(line(volume), u"POST snapshots"_s);
        QCOMPARE(volume.body,
                 "{\"snapshot\":{\"metadata\":{\"snapdeck_op\":\"m1\"},\"name\":\"daily\","_ba
                 "\"volume_id\":\"disk-id\"}}"_ba);
        QVERIFY(forced.body.contains("\"force\":true"));
    }

    void leavesTheNetworkToOlderServices()
    {
        const CreateServer create = {image, {}, u"new"_s, {u"1"_s}, {u"R"_s}, {}, {}, u"m1"_s, {}};
        using Networks = OpenStackRequests::Networks;
        OpenStackVersions newer;
        newer.compute = 96;

        const QByteArray asked =
            OpenStackRequests::createServer(create, Networks::Auto, newer).body;
        const QByteArray untold = OpenStackRequests::createServer(create, Networks::Auto, {}).body;

        QCOMPARE(
            asked,
            "{\"server\":{\"flavorRef\":\"1\",\"imageRef\":\"image-id\","_ba
            "\"metadata\":{\"snapdeck_op\":\"m1\"},\"name\":\"new\",\"networks\":\"auto\"}}"_ba);
        QVERIFY(!untold.contains("networks"));
        QVERIFY(OpenStackRequests::createServer(create, Networks::None, newer)
                    .body.contains("\"networks\":\"none\""));
    }

    void refusesWhatIsNotOfOpenStack_data()
    {
        QTest::addColumn<Domain::Request>("request");
        QTest::addColumn<ErrorKind>("kind");
        const auto row = [](const char *name, const Request &request, ErrorKind kind) {
            QTest::addRow("%s", name) << request << kind;
        };
        row("protecting a copy", ProtectSnapshot{copy, Protection::On}, ErrorKind::Unsupported);
        row("saving an image", SaveImage{image, web, {}, {}}, ErrorKind::Unsupported);
        row("an image for a volume", RollBack{disk, image, {}}, ErrorKind::Unsupported);
        row("a server of a copy", CreateServer{copy, {}, {}, {}, {}, {}, {}, {}, {}},
            ErrorKind::Unsupported);
        row("a volume of an image", CreateVolume{image, {}, 0, {}, {}, {}, {}},
            ErrorKind::Unsupported);
        row("power of a volume", SetPower{disk, PowerAction::Start}, ErrorKind::Unsupported);
        const SnapshotKey bad = {{u"a"_s}, ResourceKind::Volume, {u"../volumes/x"_s}};
        row("an id with a path in it", RemoveSnapshot{bad}, ErrorKind::NotFound);
        row("no id", RemoveSnapshot{{{u"a"_s}, ResourceKind::Volume, {}}}, ErrorKind::NotFound);
    }

    void refusesWhatIsNotOfOpenStack()
    {
        QFETCH(Domain::Request, request);
        QFETCH(ErrorKind, kind);

        const std::optional<Error> refusal = OpenStackRequests::refusal(request);

        QVERIFY(refusal);
        QCOMPARE(refusal->kind, kind);
        QCOMPARE(refusal->effect, Effect::None);
    }

    void splitsALocation()
    {
        const LocationId zone = OpenStackRequests::locationOf({u"R"_s}, u"z/1"_s);

        QCOMPARE(zone.value, u"R/z/1"_s);
        QCOMPARE(OpenStackRequests::regionOf(zone).value, u"R"_s);
        QCOMPARE(OpenStackRequests::zoneOf(zone), u"z/1"_s);
        QVERIFY(OpenStackRequests::zoneOf({u"R"_s}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(OpenStackRequestsTest)
#include "openstackrequeststest.moc"
