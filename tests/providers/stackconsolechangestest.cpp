// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "stackconsolestub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
namespace Fixtures = StackConsoleFixtures;

namespace {

const ResourceKey volume = {{u"a"_s}, ResourceKind::Volume, {u"bs-001001-0042"_s}};
const SnapshotKey snapshot = {{u"a"_s}, ResourceKind::Volume, {u"ss-001001-0001"_s}};
const TakeSnapshot take = {volume,           u"pre-upgrade"_s, u"op-1"_s,     {},
                           {u"default-9"_s}, {u"ygn-az01"_s},  {u"per-gb"_s}, {u"hourly"_s}};
const QByteArray takeCall = "POST /blockstorages/bs-001001-0042/snapshots";
const QByteArray removeCall = "DELETE /blockstorages/snapshots/ss-001001-0001";
const QByteArray portalPage =
    "<!doctype html><html><head><title>Portal</title></head><body></body></html>";

Support::ServedAnswer html(int status)
{
    Support::ServedAnswer answer{.status = status, .body = portalPage};
    answer.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "text/html; charset=UTF-8");
    return answer;
}

} // namespace

/// What is changed, and every fault on the way there.
class StackConsoleChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stub = std::make_unique<StackConsoleStub>(); }
    void cleanup();
    void ordersASnapshot();
    void ordersWithoutBeingToldWhichWasMade();
    void ordersAtOnceWhatItKnowsTheRegionOf();
    void doesNotOrderWithoutACloudProvider();
    void doesNotOrderWhatIsIncomplete();
    void doesNotOrderWhatWasTakenBack();
    void revertsAVolume();
    void readsRefusedOrders_data();
    void readsRefusedOrders();
    void doubtsAnswersThatProveNothing_data();
    void doubtsAnswersThatProveNothing();
    void doubtsAnOrderWhoseAnswerIsLost();
    void waitsForAnOrderNoLongerThanPatienceLasts();
    void takesRemovingWhatIsGoneForDone_data();
    void takesRemovingWhatIsGoneForDone();
    void doesNotTakeEveryRefusalForGone_data();
    void doesNotTakeEveryRefusalForGone();
    void readsAgainUntilThereIsARoute();
    void givesUpOnARouteThatNeverComes();
    void waitsAsLongAsItIsTold();
    void tellsAWebPageFromTheApi_data();
    void tellsAWebPageFromTheApi();
    void keepsTheTokenOutOfErrors();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<StackConsoleStub> m_stub;
};

void StackConsoleChangesTest::cleanup()
{
    const QList<QByteArray> unexpected = m_stub->unexpected();
    m_stub.reset();
    QCOMPARE(unexpected, QList<QByteArray>());
}

void StackConsoleChangesTest::ordersASnapshot()
{
    m_stub->always(takeCall, Fixtures::read(u"created"_s), 201);

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{}, take, SnapshotId{u"ss-001001-0009"_s}}));
    QVERIFY(accepted->password.isEmpty());
    QCOMPARE(m_stub->count(takeCall), 1);
    const QJsonObject body = QJsonDocument::fromJson(m_stub->lastBody()).object();
    QCOMPARE(body["cloud_provider"_L1], u"nimbo"_s);
    QCOMPARE(body.keys(),
             QStringList({u"billing_cycle"_s, u"cloud_provider"_s, u"is_memory"_s, u"name"_s,
                          u"plan"_s, u"project"_s, u"region"_s, u"service"_s}));
    QVERIFY(m_stub->server()
                .requests()
                .last()
                .headers.value("Content-Type")
                .startsWith("application/json"));
}

void StackConsoleChangesTest::ordersWithoutBeingToldWhichWasMade()
{
    m_stub->always(takeCall, StackConsoleStub::success("[null]"));

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{}, take, {}}));
}

void StackConsoleChangesTest::ordersAtOnceWhatItKnowsTheRegionOf()
{
    m_stub->always(takeCall, StackConsoleStub::success("null"));
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));
    m_stub->forgetCalls();

    QVERIFY(m_stub->answer(m_stub->provider().request(take)));

    QCOMPARE(m_stub->calls(), QList<QByteArray>{takeCall});
}

void StackConsoleChangesTest::doesNotOrderWithoutACloudProvider()
{
    m_stub->always("GET /cloud-providers", StackConsoleStub::success("[]"));
    m_stub->always("GET /regions", StackConsoleStub::success("[]"));

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(accepted.error().fields.first().name, u"cloud_provider"_s);
    QCOMPARE(m_stub->server().count("POST"), 0);
}

void StackConsoleChangesTest::doesNotOrderWhatIsIncomplete()
{
    TakeSnapshot incomplete = take;
    incomplete.plan = {};

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(incomplete));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().fields.first().name, u"plan"_s);
    QVERIFY(m_stub->calls().isEmpty());
}

void StackConsoleChangesTest::doesNotOrderWhatWasTakenBack()
{
    m_stub->server().hold();
    QFuture<Result<Accepted>> accepted = m_stub->provider().request(take);
    QTRY_COMPARE(m_stub->server().inFlight(), 3); // the lists that tell the cloud provider

    accepted.cancel();
    m_stub->server().releaseAll();
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));

    QVERIFY(accepted.isFinished());
    QCOMPARE(m_stub->server().count("POST"), 0);
}

void StackConsoleChangesTest::revertsAVolume()
{
    const RollBack rollback = {volume, snapshot, m_stub->clock().now()};
    const QByteArray call = "POST /blockstorages/bs-001001-0042/snapshots/ss-001001-0001/revert";
    m_stub->always(call, StackConsoleStub::success(R"({"slug":"ss-001001-0001"})"));

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(rollback));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{}, rollback, {}}));
    QCOMPARE(m_stub->calls(), QList<QByteArray>{call});
    QCOMPARE(m_stub->lastBody(), QByteArray());
    QCOMPARE(m_stub->server().requests().last().headers.value("Content-Length"), "0");
}

void StackConsoleChangesTest::readsRefusedOrders_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    const auto said = StackConsoleStub::refusal;
    QTest::addRow("no right") << 403 << said("This action is unauthorized.")
                              << ErrorKind::Forbidden;
    QTest::addRow("the volume is gone")
        << 403 << said("The provided blockstorage is invalid.") << ErrorKind::NotFound;
    QTest::addRow("no route") << 403 << said("The route blockstorages/x could not be found.")
                              << ErrorKind::Unavailable;
    QTest::addRow("the name is taken")
        << 422 << R"({"success":false,"data":{"name":["The name has already been taken."]}})"_ba
        << ErrorKind::NameTaken;
    QTest::addRow("the plan is gone")
        << 422 << R"({"status":"Error","message":"x","errors":{"plan":["Gone"]}})"_ba
        << ErrorKind::InvalidInput;
    QTest::addRow("a limit") << 422 << said("Snapshot quota exceeded") << ErrorKind::QuotaExceeded;
    QTest::addRow("too often") << 429 << R"({"message":"Too Many Attempts."})"_ba
                               << ErrorKind::RateLimited;
    QTest::addRow("a conflict") << 409 << said("Busy") << ErrorKind::Unavailable;
    QTest::addRow("an error that calls itself success")
        << 200 << said("Snapshot limit exceeded") << ErrorKind::QuotaExceeded;
}

void StackConsoleChangesTest::readsRefusedOrders()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    m_stub->always(takeCall, body, status);

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, kind);
    QCOMPARE(accepted.error().effect, Effect::None);
    QCOMPARE(accepted.error().httpStatus, status);
    QCOMPARE(accepted.error().host, u"127.0.0.1"_s);
    m_stub->clock().advance(10min);
    QCOMPARE(m_stub->count(takeCall), 1); // whatever it was, it is not sent again
}

void StackConsoleChangesTest::doubtsAnswersThatProveNothing_data()
{
    QTest::addColumn<Support::ServedAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const auto answered = [](int status, const QByteArray &body) {
        return Support::ServedAnswer{.status = status, .body = body};
    };
    QTest::addRow("a server's failure")
        << answered(500, StackConsoleStub::refusal("Attempt to read property on null"))
        << ErrorKind::ServerError;
    QTest::addRow("a gateway's page") << html(502) << ErrorKind::ServerError;
    QTest::addRow("a web page with success") << html(200) << ErrorKind::Protocol;
    QTest::addRow("a web page that calls itself JSON")
        << answered(200, portalPage) << ErrorKind::Protocol;
    QTest::addRow("cut short") << answered(201, Fixtures::read(u"created"_s).first(40))
                               << ErrorKind::Protocol;
    QTest::addRow("another object") << answered(200, "{}") << ErrorKind::Protocol;
    QTest::addRow("an error without a reason, with success")
        << answered(200, StackConsoleStub::refusal("Oops")) << ErrorKind::ServerError;
}

void StackConsoleChangesTest::doubtsAnswersThatProveNothing()
{
    QFETCH(const Support::ServedAnswer, answer);
    QFETCH(const ErrorKind, kind);
    m_stub->once(takeCall, answer);

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, kind);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QVERIFY(!accepted.error().message.contains(u'<'));
    m_stub->clock().advance(10min);
    QCOMPARE(m_stub->count(takeCall), 1);
}

void StackConsoleChangesTest::doubtsAnOrderWhoseAnswerIsLost()
{
    m_stub->once(
        takeCall,
        {.say = Support::ServedAnswer::Say::Nothing, .then = Support::ServedAnswer::Then::Reset});
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QCOMPARE(m_stub->count(takeCall), 1);
}

void StackConsoleChangesTest::waitsForAnOrderNoLongerThanPatienceLasts()
{
    m_stub->always(takeCall, StackConsoleStub::success("null"));
    QVERIFY(m_stub->answer(m_stub->provider().listLocations()));
    m_stub->server().hold();
    const QFuture<Result<Accepted>> asked = m_stub->provider().request(take);
    QTRY_COMPARE(m_stub->count(takeCall), 1);

    const Result<Accepted> accepted = m_stub->answer(asked);

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::TimedOut);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
    QCOMPARE(m_stub->count(takeCall), 1);
}

void StackConsoleChangesTest::takesRemovingWhatIsGoneForDone_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("nothing to say") << 204 << QByteArray();
    QTest::addRow("a frame") << 200 << StackConsoleStub::success("null");
    QTest::addRow("gone, as 403") << 403
                                  << StackConsoleStub::refusal(
                                         "The provided blockstorage snapshot is invalid.");
    QTest::addRow("gone, by a translator's key")
        << 403 << StackConsoleStub::refusal("blockstorage::snapshot.not-found");
    QTest::addRow("gone, as 404") << 404 << StackConsoleStub::refusal("Not found");
    QTest::addRow("gone, as 500") << 500
                                  << StackConsoleStub::refusal(
                                         "No query results for model [Snapshot] ss-1");
    QTest::addRow("gone, with success")
        << 200 << StackConsoleStub::refusal("The provided blockstorage snapshot is invalid.");
}

void StackConsoleChangesTest::takesRemovingWhatIsGoneForDone()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    m_stub->always(removeCall, body, status);

    const Result<Accepted> accepted =
        m_stub->answer(m_stub->provider().request(RemoveSnapshot{snapshot}));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, (RemoteTask{{}, RemoveSnapshot{snapshot}, {}}));
    QCOMPARE(m_stub->calls(), QList<QByteArray>{removeCall});
}

void StackConsoleChangesTest::doesNotTakeEveryRefusalForGone_data()
{
    QTest::addColumn<Support::ServedAnswer>("answer");
    QTest::addColumn<ErrorKind>("kind");
    const auto refused = [](int status, const QByteArray &message) {
        return Support::ServedAnswer{.status = status, .body = StackConsoleStub::refusal(message)};
    };
    QTest::addRow("no right") << refused(403, "This action is unauthorized.")
                              << ErrorKind::Forbidden;
    QTest::addRow("no route") << refused(403, "The route x could not be found.")
                              << ErrorKind::Unavailable;
    QTest::addRow("a page that is not there") << html(404) << ErrorKind::NotFound;
    QTest::addRow("it failed") << refused(500, "Server Error") << ErrorKind::ServerError;
}

void StackConsoleChangesTest::doesNotTakeEveryRefusalForGone()
{
    QFETCH(const Support::ServedAnswer, answer);
    QFETCH(const ErrorKind, kind);
    m_stub->once(removeCall, answer);

    const Result<Accepted> accepted =
        m_stub->answer(m_stub->provider().request(RemoveSnapshot{snapshot}));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, kind);
    m_stub->clock().advance(10min);
    QCOMPARE(m_stub->count(removeCall), 1);
}

void StackConsoleChangesTest::readsAgainUntilThereIsARoute()
{
    const QByteArray call = StackConsoleStub::volumeSnapshots;
    const QByteArray noRoute =
        StackConsoleStub::refusal("The route blockstorages/snapshots could not be found.");
    m_stub->once(call, noRoute, 403);
    m_stub->once(call, noRoute, 403);
    const auto before = m_stub->clock().elapsed();

    const auto snapshots = m_stub->answer(m_stub->provider().listSnapshots({}));

    QVERIFY(snapshots);
    QCOMPARE(m_stub->count("GET /blockstorages/snapshots"), 3);
    QVERIFY(m_stub->clock().elapsed() - before >= 4500ms); // 2 s and 4 s, a quarter less at most
}

void StackConsoleChangesTest::givesUpOnARouteThatNeverComes()
{
    m_stub->always("GET /regions", StackConsoleStub::refusal("The route x could not be found."),
                   403);

    const auto locations = m_stub->answer(m_stub->provider().listLocations());

    QVERIFY(!locations);
    QCOMPARE(locations.error().kind, ErrorKind::Unavailable);
    QCOMPARE(m_stub->count("GET /regions"), 5);
}

void StackConsoleChangesTest::waitsAsLongAsItIsTold()
{
    Support::ServedAnswer told{.status = 429, .body = R"({"message":"Too Many Attempts."})"};
    told.headers.append("Retry-After", "7");
    m_stub->once("GET /regions", told);
    m_stub->once("GET /regions", R"({"message":"Too Many Attempts."})", 429); // and not told
    const auto before = m_stub->clock().elapsed();

    const auto locations = m_stub->answer(m_stub->provider().listLocations());

    QVERIFY(locations);
    QCOMPARE(m_stub->count("GET /regions"), 3);
    QVERIFY(m_stub->clock().elapsed() - before >= 7s);
}

void StackConsoleChangesTest::tellsAWebPageFromTheApi_data()
{
    QTest::addColumn<Support::ServedAnswer>("answer");
    QTest::addRow("as HTML") << html(200);
    QTest::addRow("as JSON") << Support::ServedAnswer{.body = portalPage};
}

void StackConsoleChangesTest::tellsAWebPageFromTheApi()
{
    QFETCH(const Support::ServedAnswer, answer);
    m_stub->once("GET /regions", answer);

    const auto locations = m_stub->answer(m_stub->provider().listLocations());

    QVERIFY(!locations);
    QCOMPARE(locations.error().kind, ErrorKind::Protocol);
    QVERIFY2(locations.error().message.contains("instead of"_L1),
             qPrintable(locations.error().message));
    QCOMPARE(locations.error().httpStatus, 200);
}

void StackConsoleChangesTest::keepsTheTokenOutOfErrors()
{
    m_stub->always(takeCall, StackConsoleStub::refusal("No: " + StackConsoleStub::token), 403);

    const Result<Accepted> accepted = m_stub->answer(m_stub->provider().request(take));

    QVERIFY(!accepted);
    QVERIFY2(!accepted.error().message.contains("demo-secret"_L1),
             qPrintable(accepted.error().message));
}

QTEST_GUILESS_MAIN(StackConsoleChangesTest)
#include "stackconsolechangestest.moc"
