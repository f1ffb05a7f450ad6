// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerrequests.h"

#include "net/answererror.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Net::HttpRequest;
using Providers::HetznerRequests;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {u"48210337"_s}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"100410"_s}};
const SnapshotKey image = {{u"a"_s}, ResourceKind::Server, {u"311200101"_s}};
const SnapshotKey volumeImage = {{u"a"_s}, ResourceKind::Volume, {u"311200101"_s}};

CreateServer creation()
{
    return {image, {}, u"web-2"_s, {u"cpx22"_s}, {u"fsn1"_s}, {u"a"_s}, QString(), u"op-1"_s, {}};
}

/// "PUT images/1 {...}", as it goes over the wire.
QString text(const HttpRequest &request)
{
    QString line = QString::fromLatin1(Net::verb(request.method)) + u' ' + request.path;
    if (!request.query.isEmpty()) {
        line += u'?' + request.query.toString(QUrl::FullyEncoded);
    }
    return request.body.isEmpty() ? line : line + u' ' + QString::fromUtf8(request.body);
}

} // namespace

class HetznerRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForLists();
    void asksForOneObject();
    void asksForManyActionsAtOnce();
    void looksForAMarker();
    void changesThings_data();
    void changesThings();
    void createsAServer();
    void looksForANewServer();
    void refusesKeysThatTheApiDoesNotTake();
    void savesNoImages();
    void refusesWhatVolumesCannotDo_data();
    void refusesWhatVolumesCannotDo();
    void refusesIdsThatCouldNameSomethingElse_data();
    void refusesIdsThatCouldNameSomethingElse();

private:
    Support::TestEnvironment m_environment;
};

void HetznerRequestsTest::asksForLists()
{
    QCOMPARE(text(HetznerRequests::locations(1)), u"GET locations?sort=id:asc&page=1&per_page=50");
    QCOMPARE(text(HetznerRequests::servers(2)), u"GET servers?sort=id:asc&page=2&per_page=50");
    QCOMPARE(text(HetznerRequests::volumes(1)), u"GET volumes?sort=id:asc&page=1&per_page=50");
    QCOMPARE(text(HetznerRequests::snapshots(7)),
             u"GET images?sort=id:asc&page=7&per_page=50&type=snapshot");
    QCOMPARE(text(HetznerRequests::serverTypes(2)), u"GET server_types?page=2&per_page=50");
    QCOMPARE(text(HetznerRequests::prices()), u"GET pricing");
    QCOMPARE(text(HetznerRequests::identity()), u"GET images?type=snapshot&per_page=1");
}

void HetznerRequestsTest::asksForOneObject()
{
    const HttpRequest actions = HetznerRequests::serverActions(server.id);

    QCOMPARE(text(HetznerRequests::server(server.id)), u"GET servers/48210337");
    QCOMPARE(text(HetznerRequests::volume(volume.id)), u"GET volumes/100410");
    QCOMPARE(text(HetznerRequests::snapshot(image.id)), u"GET images/311200101");
    QCOMPARE(HetznerRequests::snapshot(image.id).pathTemplate, u"images/{id}");
    QCOMPARE(text(actions), u"GET servers/48210337/actions?sort=started:desc&per_page=50");
    QCOMPARE(actions.pathTemplate, u"servers/{id}/actions");
}

void HetznerRequestsTest::asksForManyActionsAtOnce()
{
    QCOMPARE(text(HetznerRequests::actions({{u"7"_s}, {u"8"_s}})), u"GET actions?id=7&id=8");
}

void HetznerRequestsTest::looksForAMarker()
{
    QCOMPARE(text(HetznerRequests::snapshotsWithMarker(u"op-1"_s)),
             u"GET images?sort=id:asc&page=1&per_page=50&type=snapshot"
             "&label_selector=snapdeck%2Fop%3Dop-1");
}

void HetznerRequestsTest::changesThings_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("expected");
    QTest::addRow("take") << Request(TakeSnapshot{server, u"before \"6.7\" — ü"_s, u"op-1"_s, {}})
                          << u"POST servers/48210337/actions/create_image "
                             "{\"description\":\"before \\\"6.7\\\" — ü\","
                             "\"labels\":{\"snapdeck/op\":\"op-1\"},\"type\":\"snapshot\"}"_s;
    QTest::addRow("take without a name")
        << Request(TakeSnapshot{server, {}, u"op-1"_s, {}})
        << u"POST servers/48210337/actions/create_image "
           "{\"labels\":{\"snapdeck/op\":\"op-1\"},\"type\":\"snapshot\"}"_s;
    QTest::addRow("roll back, the image's id as a text")
        << Request(RollBack{server, image, {}})
        << u"POST servers/48210337/actions/rebuild {\"image\":\"311200101\"}"_s;
    QTest::addRow("remove") << Request(RemoveSnapshot{image}) << u"DELETE images/311200101"_s;
    QTest::addRow("rename, the labels left alone")
        << Request(RenameSnapshot{image, u"kept"_s})
        << u"PUT images/311200101 {\"description\":\"kept\"}"_s;
    QTest::addRow("protect") << Request(ProtectSnapshot{
        image,
        Protection::On}) << u"POST images/311200101/actions/change_protection {\"delete\":true}"_s;
    QTest::addRow("lift the protection")
        << Request(ProtectSnapshot{image, Protection::Off})
        << u"POST images/311200101/actions/change_protection {\"delete\":false}"_s;
    QTest::addRow("start") << Request(SetPower{server, PowerAction::Start})
                           << u"POST servers/48210337/actions/poweron"_s;
    QTest::addRow("shut down") << Request(SetPower{server, PowerAction::ShutDown})
                               << u"POST servers/48210337/actions/shutdown"_s;
    QTest::addRow("power off") << Request(SetPower{server, PowerAction::PowerOff})
                               << u"POST servers/48210337/actions/poweroff"_s;
}

void HetznerRequestsTest::changesThings()
{
    QFETCH(const Request, request);
    QFETCH(const QString, expected);

    const Result<HttpRequest> change = HetznerRequests::change(request);

    QVERIFY(change);
    QCOMPARE(text(*change), expected);
    QVERIFY(change->pathTemplate.contains("{id}"_L1));
}

void HetznerRequestsTest::createsAServer()
{
    CreateServer unmarked = creation();
    unmarked.marker.clear();

    const Result<HttpRequest> marked = HetznerRequests::change(creation());
    const Result<HttpRequest> plain = HetznerRequests::change(unmarked);

    QVERIFY(marked && plain);
    QCOMPARE(text(*marked),
             u"POST servers {\"image\":\"311200101\",\"labels\":{\"snapdeck/op\":\"op-1\"},"
             "\"location\":\"fsn1\",\"name\":\"web-2\",\"server_type\":\"cpx22\"}"_s);
    QCOMPARE(text(*plain),
             u"POST servers {\"image\":\"311200101\",\"location\":\"fsn1\","
             "\"name\":\"web-2\",\"server_type\":\"cpx22\"}"_s);
    QCOMPARE(marked->pathTemplate, u"servers");
}

void HetznerRequestsTest::looksForANewServer()
{
    Resource made;
    made.labels = {{u"snapdeck/op"_s, u"op-1"_s}};

    QCOMPARE(text(HetznerRequests::serversWithMarker(u"op-1"_s)),
             u"GET servers?sort=id:asc&page=1&per_page=50&label_selector=snapdeck%2Fop%3Dop-1");
    QCOMPARE(text(HetznerRequests::serversNamed(u"web-2"_s)),
             u"GET servers?sort=id:asc&page=1&per_page=50&name=web-2");
    QCOMPARE(HetznerRequests::markerOf(made), u"op-1"_s);
}

void HetznerRequestsTest::refusesKeysThatTheApiDoesNotTake()
{
    CreateServer withKey = creation();
    withKey.sshKey = u"ssh-ed25519 AAAA anna"_s;

    const Result<HttpRequest> change = HetznerRequests::change(withKey);

    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(change.error().fields, QList<ErrorField>({{u"ssh_key"_s, {}}}));
}

void HetznerRequestsTest::savesNoImages()
{
    const Result<HttpRequest> change = HetznerRequests::change(SaveImage{image, server, {}, {}});

    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::Unsupported);
}

void HetznerRequestsTest::refusesWhatVolumesCannotDo_data()
{
    QTest::addColumn<Request>("request");
    QTest::addRow("take") << Request(TakeSnapshot{volume, {}, u"op-1"_s, {}});
    QTest::addRow("roll back") << Request(RollBack{volume, volumeImage, {}});
    QTest::addRow("roll back a server to it") << Request(RollBack{server, volumeImage, {}});
    QTest::addRow("remove") << Request(RemoveSnapshot{volumeImage});
    QTest::addRow("rename") << Request(RenameSnapshot{volumeImage, u"x"_s});
    QTest::addRow("protect") << Request(ProtectSnapshot{volumeImage, Protection::On});
    QTest::addRow("power") << Request(SetPower{volume, PowerAction::Start});
    CreateServer create = creation();
    create.snapshot = volumeImage;
    QTest::addRow("create a server") << Request(create);
}

void HetznerRequestsTest::refusesWhatVolumesCannotDo()
{
    QFETCH(const Request, request);

    const Result<HttpRequest> change = HetznerRequests::change(request);

    QVERIFY(!change);
    QCOMPARE(change.error().kind, ErrorKind::Unsupported);
    QCOMPARE(change.error().effect, Effect::None);
}

void HetznerRequestsTest::refusesIdsThatCouldNameSomethingElse_data()
{
    QTest::addColumn<QString>("id");
    for (const char *id : {"", "0", "007", "-1", "1.5", "1/actions", "../servers/1", "1?x=y", "one",
                           " 1", "1%2F2"}) {
        QTest::addRow("<%s>", id) << QString::fromLatin1(id);
    }
    QTest::addRow("digits of another script") << u"١٢"_s;
}

void HetznerRequestsTest::refusesIdsThatCouldNameSomethingElse()
{
    QFETCH(const QString, id);
    const SnapshotKey odd = {{u"a"_s}, ResourceKind::Server, {id}};
    const ResourceKey oddServer = {{u"a"_s}, ResourceKind::Server, {id}};

    CreateServer create = creation();
    create.snapshot = odd;
    for (const Request &request :
         {Request(create), Request(RemoveSnapshot{odd}), Request(RollBack{server, odd, {}}),
          Request(RollBack{oddServer, image, {}}), Request(TakeSnapshot{oddServer, {}, {}, {}})}) {
        const Result<HttpRequest> change = HetznerRequests::change(request);
        QVERIFY(!change);
        QCOMPARE(change.error().kind, ErrorKind::InvalidInput);
    }
}

QTEST_GUILESS_MAIN(HetznerRequestsTest)
#include "hetznerrequeststest.moc"
