// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffrequests.h"
#include "providers/raff/rafferrors.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Net::HttpRequest;
using Net::Method;
using Providers::RaffErrors;
using Providers::RaffRequests;
namespace Fixtures = RaffFixtures;

namespace {

const ResourceKey server = {{u"a"_s}, ResourceKind::Server, {RaffFixtures::web}};
const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"42"_s}};
const SnapshotKey serverSnapshot = {{u"a"_s}, ResourceKind::Server, {u"101"_s}};
const SnapshotKey volumeSnapshot = {{u"a"_s}, ResourceKind::Volume, {u"201"_s}};
const ProjectId project = {u"p-1"_s};

CreateServer order()
{
    CreateServer create;
    create.snapshot = serverSnapshot;
    create.image.value = u"image-1"_s;
    create.name = u"copy"_s;
    create.type.value = u"3"_s;
    create.location.value = u"us-east"_s;
    create.project = project;
    create.sshKey = u"ssh-ed25519 AAAA me\n"_s;
    return create;
}

/// "GET vms?limit=2 X-Project-ID=p {body}"
QString textOf(const HttpRequest &request)
{
    static const QHash<Method, QString> verbs = {{Method::Get, u"GET"_s},
                                                 {Method::Post, u"POST"_s},
                                                 {Method::Put, u"PUT"_s},
                                                 {Method::Patch, u"PATCH"_s},
                                                 {Method::Delete, u"DELETE"_s}};
    QStringList parts = {verbs.value(request.method), request.path};
    if (!request.query.isEmpty()) {
        parts.last() += u'?' + request.query.toString();
    }
    for (const auto &[name, value] : request.headers) {
        parts.append(QString::fromLatin1(name) + u'=' + QString::fromLatin1(value));
    }
    if (!request.body.isEmpty()) {
        parts.append(QString::fromUtf8(request.body));
    }
    return parts.join(u' ');
}

} // namespace

/// What is asked of Raff, and what its refusals mean.
class RaffRequestsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsInProjects();
    void asksTheCatalogueWithoutAProject();
    void changes_data();
    void changes();
    void refusesWhatRaffCannotDo_data();
    void refusesWhatRaffCannotDo();
    void namesWhatAnOrderLacks_data();
    void namesWhatAnOrderLacks();
    void readsRefusals_data();
    void readsRefusals();
    void saysWhatEachReasonMeans();
    void suspectsTheImageOnlyWhereItMayBe_data();
    void suspectsTheImageOnlyWhereItMayBe();
    void believesThatAnObjectIsGoneOnlyFromTheApi();

private:
    Support::TestEnvironment m_environment;
};

void RaffRequestsTest::readsInProjects()
{
    const QString tail = u"limit=50&offset=100 X-Project-ID=p-1"_s;
    using Kind = ResourceKind;

    QCOMPARE(textOf(RaffRequests::projects({50, 100})), u"GET projects?limit=50&offset=100"_s);
    QCOMPARE(textOf(RaffRequests::resources(Kind::Server, project, {50, 100})),
             u"GET vms?project_id=p-1&" + tail);
    QCOMPARE(textOf(RaffRequests::resources(Kind::Volume, project, {50, 100})),
             u"GET volumes?" + tail);
    QCOMPARE(textOf(RaffRequests::volumesOf(server.id, project, {50, 100})),
             u"GET volumes?vm_id=" + server.id.value + u'&' + tail);
    QCOMPARE(textOf(RaffRequests::snapshots(Kind::Server, project, {50, 100})),
             u"GET snapshots?type=vm&" + tail);
    QCOMPARE(textOf(RaffRequests::snapshots(Kind::Volume, project, {50, 100})),
             u"GET snapshots?type=volume&" + tail);
    QCOMPARE(textOf(RaffRequests::snapshotsOf(volume, project, {50, 100})),
             u"GET snapshots?volume_id=42&" + tail);
    QCOMPARE(textOf(RaffRequests::snapshotsOf(server, project, {50, 100})),
             u"GET snapshots?vm_id=" + server.id.value + u'&' + tail);
    QCOMPARE(textOf(RaffRequests::resource(volume, project)), u"GET volumes/42 X-Project-ID=p-1"_s);
    QCOMPARE(textOf(RaffRequests::snapshot(serverSnapshot.id, project)),
             u"GET snapshots/101 X-Project-ID=p-1"_s);
    QCOMPARE(RaffRequests::snapshot(serverSnapshot.id, project).pathTemplate, u"snapshots/{id}"_s);
}

void RaffRequestsTest::asksTheCatalogueWithoutAProject()
{
    QCOMPARE(textOf(RaffRequests::regions()), u"GET public/regions"_s);
    QCOMPARE(textOf(RaffRequests::snapshotPrice({u"us-east"_s})),
             u"GET public/pricing/snapshot?region=us-east"_s);
}

void RaffRequestsTest::changes_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<QString>("text");
    const QString header = u" X-Project-ID=p-1"_s;
    QTest::addRow("take of a VM") << Request(TakeSnapshot{server, u"n"_s, {}, {}})
                                  << u"POST snapshots X-Project-ID=p-1 "
                                     "{\"name\":\"n\",\"resource_id\":\""
            + server.id.value + u"\",\"resource_type\":\"vm\"}";
    QTest::addRow("take of a volume")
        << Request(TakeSnapshot{volume, u"n"_s, {}, {}})
        << u"POST snapshots X-Project-ID=p-1 "
           "{\"name\":\"n\",\"resource_type\":\"volume\",\"volume_id\":42}"_s;
    QTest::addRow("restore") << Request(RollBack{server, serverSnapshot, {}})
                             << u"POST snapshots/101/restore" + header;
    QTest::addRow("restore of a volume")
        << Request(RollBack{volume, volumeSnapshot, {}}) << u"POST snapshots/201/restore" + header;
    QTest::addRow("remove") << Request(RemoveSnapshot{volumeSnapshot})
                            << u"DELETE snapshots/201" + header;
    QTest::addRow("rename") << Request(RenameSnapshot{serverSnapshot, u"m"_s})
                            << u"PATCH snapshots/101/rename" + header + u" {\"name\":\"m\"}";
    QTest::addRow("start") << Request(SetPower{server, PowerAction::Start})
                           << u"POST vms/" + server.id.value + u"/start" + header;
    QTest::addRow("shut down") << Request(SetPower{server, PowerAction::ShutDown})
                               << u"POST vms/" + server.id.value + u"/stop" + header;
    QTest::addRow("power off") << Request(SetPower{server, PowerAction::PowerOff})
                               << u"POST vms/" + server.id.value + u"/stop" + header;
    QTest::addRow("save an image") << Request(SaveImage{serverSnapshot, server, u"copy"_s, {}})
                                   << u"POST vms/" + server.id.value + u"/save-image" + header
            + u" {\"disk_id\":0,\"name\":\"copy\",\"snapshot_id\":101}";
    QTest::addRow("create a server") << Request(order())
                                     << u"POST vms" + header
            + u" {\"name\":\"copy\",\"pricing_id\":3,\"region\":\"us-east\","
              "\"ssh_keys\":[\"ssh-ed25519 AAAA me\"],\"template_id\":\"image-1\"}";
}

void RaffRequestsTest::changes()
{
    QFETCH(const Request, request);
    QFETCH(const QString, text);

    QVERIFY(!RaffRequests::refusal(request));
    QCOMPARE(textOf(RaffRequests::change(request, project)), text);
}

void RaffRequestsTest::refusesWhatRaffCannotDo_data()
{
    QTest::addColumn<Request>("request");
    QTest::addColumn<ErrorKind>("kind");
    const SnapshotKey elsewhere = {{u"a"_s}, ResourceKind::Volume, {u"../vms"_s}};
    const ResourceKey nowhere = {{u"a"_s}, ResourceKind::Server, {u"a/b"_s}};
    QTest::addRow("protect") << Request(ProtectSnapshot{serverSnapshot}) << ErrorKind::Unsupported;
    QTest::addRow("start a volume")
        << Request(SetPower{volume, PowerAction::Start}) << ErrorKind::Unsupported;
    QTest::addRow("restore across kinds")
        << Request(RollBack{volume, serverSnapshot, {}}) << ErrorKind::Unsupported;
    QTest::addRow("an image of a volume")
        << Request(SaveImage{volumeSnapshot, server, u"copy"_s, {}}) << ErrorKind::Unsupported;
    QTest::addRow("an image of a path")
        << Request(SaveImage{serverSnapshot, nowhere, u"copy"_s, {}}) << ErrorKind::NotFound;
    QTest::addRow("an id that is a path")
        << Request(RemoveSnapshot{elsewhere}) << ErrorKind::NotFound;
    QTest::addRow("a server's id that is a path")
        << Request(SetPower{nowhere, PowerAction::Start}) << ErrorKind::NotFound;
}

void RaffRequestsTest::refusesWhatRaffCannotDo()
{
    QFETCH(const Request, request);
    QFETCH(const ErrorKind, kind);

    const std::optional<Error> refusal = RaffRequests::refusal(request);

    QVERIFY(refusal);
    QCOMPARE(refusal->kind, kind);
    QCOMPARE(refusal->effect, Effect::None);
}

void RaffRequestsTest::namesWhatAnOrderLacks_data()
{
    QTest::addColumn<CreateServer>("create");
    QTest::addColumn<QString>("field");
    CreateServer create = order();
    create.image = {};
    QTest::addRow("no image") << create << u"template_id"_s;
    create = order();
    create.image.value = u"../vms"_s;
    QTest::addRow("an image that is a path") << create << u"template_id"_s;
    create = order();
    create.type.value = u"cx23"_s;
    QTest::addRow("a plan without a number") << create << u"pricing_id"_s;
    create = order();
    create.location = {};
    QTest::addRow("no region") << create << u"region"_s;
    create = order();
    create.sshKey = u" "_s;
    QTest::addRow("no key") << create << u"ssh_keys"_s;
    create.sshKey = u"-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA\n"_s;
    QTest::addRow("a private key") << create << u"ssh_keys"_s;
}

void RaffRequestsTest::namesWhatAnOrderLacks()
{
    QFETCH(const CreateServer, create);
    QFETCH(const QString, field);

    const std::optional<Error> refusal = RaffRequests::refusal(create);

    QVERIFY(refusal);
    QCOMPARE(refusal->kind, ErrorKind::InvalidInput);
    QCOMPARE(refusal->fields.constFirst().name, field);
    QCOMPARE(refusal->effect, Effect::None);
    QVERIFY(!refusal->message.contains("PRIVATE"_L1));
}

void RaffRequestsTest::readsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorKind kind,
                        const QString &code, const QString &message) {
        QTest::addRow("%s", name) << status << body << kind << code << message;
    };
    row("no project", 400, R"({"error":"Bad Request","message":"X-Project-ID required"})",
        ErrorKind::InvalidInput, {}, u"X-Project-ID required"_s);
    row("a wrong key", 401, R"({"error":"Unauthorized"})", ErrorKind::Unauthorized, {},
        u"Unauthorized"_s);
    row("no balance", 402, R"({"error":"Payment Required","message":"Insufficient balance"})",
        ErrorKind::PaymentRequired, {}, u"Insufficient balance"_s);
    row("no right", 403, R"({"error":"Forbidden","message":"snapshot.delete"})",
        ErrorKind::Forbidden, {}, u"snapshot.delete"_s);
    row("payment failed", 403,
        R"({"error":"Billing","message":"Payment failed.","reason":"failed"})",
        ErrorKind::PaymentRequired, u"failed"_s, u"Payment failed."_s);
    row("no billing", 403, R"({"error":"Billing","reason":"no_billing_customer"})",
        ErrorKind::PaymentRequired, u"no_billing_customer"_s, u"Billing"_s);
    row("suspended", 403, R"({"error":"Billing","reason":"banned"})", ErrorKind::Forbidden,
        u"banned"_s, u"Billing"_s);
    row("the reason inside", 403, R"({"error":"E","message":{"message":"M","reason":"failed"}})",
        ErrorKind::PaymentRequired, u"failed"_s, u"M"_s);
    row("not there", 404, R"({"error":"Not Found","message":"snapshot"})", ErrorKind::NotFound,
        RaffErrors::gone, u"snapshot"_s);
    row("not now", 409, R"({"error":"Conflict","message":"VM must be passive"})", ErrorKind::Locked,
        {}, u"VM must be passive"_s);
    row("too often", 429, R"({"error":"Rate limit exceeded","message":"slow down"})",
        ErrorKind::RateLimited, {}, u"slow down"_s);
    row("noise", 400, R"({"error":"rpc error: code = Unknown desc = the disk is busy"})",
        ErrorKind::InvalidInput, {}, u"the disk is busy"_s);
    row("no explanation", 403, "[]", ErrorKind::Forbidden, {},
        u"HTTP status 403 without an explanation"_s);
}

void RaffRequestsTest::readsRefusals()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, code);
    QFETCH(const QString, message);

    const Error error = RaffErrors::read(Method::Post, status, body);

    QCOMPARE(error.kind, kind);
    QCOMPARE(error.code, code);
    // The API's own words stand last, after ours if there are any.
    QCOMPARE(error.message.section(u'\n', -1), message);
    QCOMPARE(error.httpStatus, status);
    QCOMPARE(error.effect, Effect::None);
}

void RaffRequestsTest::saysWhatEachReasonMeans()
{
    QSet<QString> sentences;
    for (const QByteArray &reason : {"failed"_ba, "banned"_ba, "no_billing_customer"_ba}) {
        const Error error = RaffErrors::read(Method::Post, 403,
                                             R"({"error":"Billing","reason":")" + reason + "\"}");
        QCOMPARE(error.message.count(u'\n'), 1);
        sentences.insert(error.message.section(u'\n', 0, 0));
    }
    const Error balance = RaffErrors::read(Method::Post, 402, R"({"error":"Payment Required"})");
    sentences.insert(balance.message.section(u'\n', 0, 0));
    const Error right = RaffErrors::read(Method::Post, 403, R"({"error":"Forbidden"})");
    const Error other = RaffErrors::read(Method::Post, 403, R"({"error":"E","reason":"moon"})");

    QCOMPARE(sentences.size(), 4);
    QCOMPARE(right.message, u"Forbidden"_s);
    QCOMPARE(other.message, u"E"_s);
}

void RaffRequestsTest::suspectsTheImageOnlyWhereItMayBe_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("mayBe");
    for (const int status : {400, 404, 409}) {
        QTest::addRow("%d", status) << status << true;
    }
    for (const int status : {401, 402, 403, 405, 429, 500, 503}) {
        QTest::addRow("%d", status) << status << false;
    }
}

void RaffRequestsTest::suspectsTheImageOnlyWhereItMayBe()
{
    QFETCH(const int, status);
    QFETCH(const bool, mayBe);

    const Error error = RaffErrors::read(Method::Post, status, R"({"error":"no"})");

    QCOMPARE(RaffErrors::mayBeAboutImage(error), mayBe);
}

void RaffRequestsTest::believesThatAnObjectIsGoneOnlyFromTheApi()
{
    QVERIFY(RaffErrors::isGone(RaffErrors::read(Method::Get, 404, R"({"error":"Not Found"})")));
    QVERIFY(RaffErrors::isGone(RaffErrors::notListed()));
    QVERIFY(!RaffErrors::isGone(RaffErrors::read(Method::Get, 404, "{}")));
    QVERIFY(!RaffErrors::isGone(RaffErrors::read(Method::Get, 404, "no such page")));
}

QTEST_GUILESS_MAIN(RaffRequestsTest)
#include "raffrequeststest.moc"
