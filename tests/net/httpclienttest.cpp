// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

ServedAnswer html(int status)
{
    ServedAnswer answer{status, "<html><body>Sorry</body></html>"};
    answer.headers.append(Header::ContentType, "text/html; charset=utf-8"_L1);
    return answer;
}

/// A vendor whose errors are {"error": {"code", "message"}}.
Domain::Error readError(Method /*method*/, int status, const QByteArray &body)
{
    const QJsonValue json = QJsonDocument::fromJson(body)["error"_L1];
    Domain::Error error;
    error.code = json["code"_L1].toString();
    error.message = json["message"_L1].toString();
    error.kind = status == 423 ? ErrorKind::Locked : ErrorKind::NameTaken;
    return error;
}

} // namespace

class HttpClientTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsWhatEveryRequestCarries();
    void answersWithEverythingTheCallerNeeds();
    void handsOverTheHeadersThatWereAskedFor();
    void sendsTheHeadersOfTheClientAndOfTheRequest();
    void answersWithoutABody();
    void letsTheVendorExplainItsErrors();
    void showsTheVendorsReaderNoCredential();
    void readsTheExplanationOf401_data();
    void readsTheExplanationOf401();
    void takesHtmlInsteadOfJsonForAProtocolError();
    void fallsBackToTheStatus_data();
    void fallsBackToTheStatus();
    void neverTakesAWritesServerErrorForHarmless();
    void refusesPlainHttpToOtherHosts();
    void refusesBadCredentialsWithoutSendingThem();
    void refusesPathsThatLeaveTheBase();
    void keepsTheConnection();

private:
    Support::TestEnvironment m_environment;
};

void HttpClientTest::sendsWhatEveryRequestCarries()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer;
        answer.headers.append(Header::SetCookie, "session=1"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    HttpRequest request;
    request.path = u"images"_s;
    request.query = {{u"type"_s, u"snapshot"_s}, {u"page"_s, u"2"_s}};
    QVERIFY(settles(fixture.client().send(request)));
    QVERIFY(settles(fixture.client().send(request)));
    for (const ServedRequest &served : server.requests()) {
        QCOMPARE(served.method, "GET");
        QCOMPARE(served.target, "/v1/images?type=snapshot&page=2");
        QCOMPARE(served.headers.value(Header::Authorization), "Bearer " + demoToken());
        QCOMPARE(served.headers.value(Header::UserAgent), "Snapdeck/" SNAPDECK_VERSION);
        QCOMPARE(served.headers.value(Header::Accept), "application/json");
        QCOMPARE(served.headers.value(Header::AcceptEncoding), "identity");
        QVERIFY(!served.headers.contains(Header::Cookie));
    }
}

void HttpClientTest::answersWithEverythingTheCallerNeeds()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{201, R"({"action":{"id":7}})"};
        answer.headers.append("X-Correlation-Id"_L1, "abc-123"_L1);
        answer.headers.append(Header::Link, "<https://x/?page=2>; rel=next"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    const auto sent = fixture.send(Method::Post, u"servers/1/actions/x"_s, "{}");
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->status, 201);
    QCOMPARE(sent.result()->body, R"({"action":{"id":7}})");
    QCOMPARE(sent.result()->requestId, u"abc-123"_s);
    QCOMPARE(sent.result()->link, "<https://x/?page=2>; rel=next");
}

void HttpClientTest::handsOverTheHeadersThatWereAskedFor()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{202, {}};
        answer.headers.append(Header::Location, "http://elsewhere/images/1"_L1);
        answer.headers.append("X-Other"_L1, "1"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    HttpRequest request;
    request.method = Method::Post;
    request.path = u"servers/1/action"_s;
    request.body = "{}";
    request.answerHeaders = {"location", "X-Subject-Token"};
    const auto sent = fixture.client().send(request);
    QVERIFY(settles(sent));
    const QHash<QByteArray, QByteArray> expected = {{"location", "http://elsewhere/images/1"}};
    QCOMPARE(sent.result()->headers, expected);
}

void HttpClientTest::sendsTheHeadersOfTheClientAndOfTheRequest()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    fixture.options.headers = {{"X-Version", "compute 2.96"}, {"X-Kind", "usual"}};
    HttpRequest request;
    request.method = Method::Patch;
    request.path = u"images/1"_s;
    request.body = "[]";
    QVERIFY(settles(fixture.client().send(request)));
    request.headers = {{"X-Kind", "special"}, {"Content-Type", "application/patch+json"}};
    QVERIFY(settles(fixture.client().send(request)));
    const QHttpHeaders usual = server.requests().first().headers;
    QCOMPARE(usual.combinedValue("X-Version"), "compute 2.96");
    QCOMPARE(usual.combinedValue("X-Kind"), "usual");
    QCOMPARE(usual.combinedValue(Header::ContentType), "application/json");
    const QHttpHeaders special = server.requests().last().headers;
    QCOMPARE(special.combinedValue("X-Version"), "compute 2.96");
    QCOMPARE(special.combinedValue("X-Kind"), "special");
    QCOMPARE(special.combinedValue(Header::ContentType), "application/patch+json");
}

void HttpClientTest::answersWithoutABody()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{204, {}}; });
    ClientFixture fixture(server.url());
    const auto sent = fixture.send(Method::Delete, u"images/1"_s);
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->status, 204);
    QVERIFY(sent.result()->body.isEmpty());
}

void HttpClientTest::letsTheVendorExplainItsErrors()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{423, R"({"error":{"code":"locked","message":"busy"}})"};
        answer.headers.append("X-Correlation-Id"_L1, "abc-123"_L1);
        answer.headers.append(Header::RetryAfter, "9"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    fixture.options.readError = readError;
    const Domain::Error error = errorOf(fixture.send(Method::Post, u"servers/1"_s, "{}"));
    Domain::Error expected;
    expected.kind = ErrorKind::Locked;
    expected.code = u"locked"_s;
    expected.message = u"busy"_s;
    expected.httpStatus = 423;
    expected.requestId = u"abc-123"_s;
    expected.host = u"127.0.0.1"_s;
    expected.retryAfter = 9s;
    QCOMPARE(error, expected);
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::showsTheVendorsReaderNoCredential()
{
    LoopbackServer server(
        [](const ServedRequest &) { return ServedAnswer{400, "you sent " + demoToken()}; });
    ClientFixture fixture(server.url());
    fixture.options.readError = [](Method, int, const QByteArray &body) {
        Domain::Error error;
        error.message = QString::fromUtf8(body.first(18)); // amid the token
        return error;
    };
    QCOMPARE(errorOf(fixture.send(Method::Get, u"a"_s)).message, u"you sent [removed]"_s);
}

void HttpClientTest::readsTheExplanationOf401_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("challenge");
    for (const Method method : {Method::Get, Method::Post, Method::Delete}) {
        for (const char *challenge :
             {"", "Bearer", "Basic realm=\"api\"", "Digest realm=\"api\""}) {
            QTest::addRow("%d, '%s'", int(method), challenge) << method << QByteArray(challenge);
        }
    }
}

void HttpClientTest::readsTheExplanationOf401()
{
    QFETCH(const Method, method);
    QFETCH(const QByteArray, challenge);
    LoopbackServer server([challenge](const ServedRequest &) {
        ServedAnswer answer{401, R"({"error":{"code":"token_readonly","message":"no"}})"};
        if (!challenge.isEmpty()) {
            answer.headers.append(Header::WWWAuthenticate, challenge);
        }
        return answer;
    });
    ClientFixture fixture(server.url());
    fixture.options.readError = readError;
    const Domain::Error error = errorOf(fixture.send(method, u"servers"_s));
    QCOMPARE(error.httpStatus, 401);
    QCOMPARE(error.code, u"token_readonly"_s);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(server.requests().size(), 1);
}

void HttpClientTest::takesHtmlInsteadOfJsonForAProtocolError()
{
    LoopbackServer server([](const ServedRequest &) { return html(200); });
    ClientFixture fixture(server.url());
    const Domain::Error read = errorOf(fixture.send(Method::Get, u"servers"_s));
    QCOMPARE(read.kind, ErrorKind::Protocol);
    QCOMPARE(read.message, u"HTML instead of JSON"_s);
    QCOMPARE(read.effect, Effect::None);
    QCOMPARE(server.requests().size(), 1);
    const Domain::Error write = errorOf(fixture.send(Method::Post, u"servers"_s));
    QCOMPARE(write.kind, ErrorKind::Protocol);
    QCOMPARE(write.effect, Effect::Ambiguous);
}

void HttpClientTest::fallsBackToTheStatus_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Effect>("effect");
    const auto row = [](int status, ErrorKind kind, Effect effect) {
        QTest::addRow("%d", status) << status << kind << effect;
    };
    row(400, ErrorKind::InvalidInput, Effect::None);
    row(401, ErrorKind::Unauthorized, Effect::None);
    row(402, ErrorKind::PaymentRequired, Effect::None);
    row(403, ErrorKind::Forbidden, Effect::None);
    row(404, ErrorKind::NotFound, Effect::None);
    row(405, ErrorKind::Unsupported, Effect::None);
    row(408, ErrorKind::TimedOut, Effect::Ambiguous);
    row(410, ErrorKind::Removed, Effect::None);
    row(422, ErrorKind::InvalidInput, Effect::None);
    row(423, ErrorKind::Locked, Effect::None);
    row(418, ErrorKind::Unknown, Effect::None);
    row(500, ErrorKind::ServerError, Effect::Ambiguous);
    row(501, ErrorKind::Unsupported, Effect::None);
    row(502, ErrorKind::ServerError, Effect::Ambiguous);
    row(503, ErrorKind::Unavailable, Effect::Ambiguous);
    row(504, ErrorKind::ServerError, Effect::Ambiguous);
}

void HttpClientTest::fallsBackToTheStatus()
{
    QFETCH(const int, status);
    QFETCH(const ErrorKind, kind);
    QFETCH(const Effect, effect);
    for (const ServedAnswer &answer : {html(status), ServedAnswer{status, {}}}) {
        LoopbackServer server([answer](const ServedRequest &) { return answer; });
        ClientFixture fixture(server.url());
        fixture.options.readError = readError;
        const Domain::Error error = errorOf(fixture.send(Method::Post, u"servers"_s));
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.effect, effect);
        QCOMPARE(error.httpStatus, status);
        QVERIFY(!error.message.contains(u'<'));
        QCOMPARE(server.requests().size(), 1);
    }
}

void HttpClientTest::neverTakesAWritesServerErrorForHarmless()
{
    LoopbackServer server(
        [](const ServedRequest &) { return ServedAnswer{503, R"({"error":{"code":"x"}})"}; });
    ClientFixture fixture(server.url());
    fixture.options.readError = readError; // says nothing of the effect
    const Domain::Error error = errorOf(fixture.send(Method::Post, u"servers"_s));
    QCOMPARE(error.code, u"x"_s);
    QCOMPARE(error.effect, Effect::Ambiguous);
}

void HttpClientTest::refusesPlainHttpToOtherHosts()
{
    ClientFixture fixture(QUrl(u"http://api.example.com/v1"_s));
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(sent.isFinished());
    QCOMPARE(errorOf(sent).kind, ErrorKind::InvalidInput);
}

void HttpClientTest::refusesBadCredentialsWithoutSendingThem()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    for (const QByteArray &token : {QByteArray(), QByteArray("demo-secret\r\nHost: evil")}) {
        ClientFixture fixture(server.url());
        fixture.options.auth = std::make_shared<Net::BearerAuth>(Domain::Secret(token));
        const Domain::Error error = errorOf(fixture.send(Method::Get, u"servers"_s));
        QCOMPARE(error.kind, ErrorKind::Unauthorized);
        QVERIFY(!error.message.contains(u"demo-secret"_s));
    }
    QCOMPARE(server.connections(), 0);
}

void HttpClientTest::refusesPathsThatLeaveTheBase()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    QCOMPARE(errorOf(fixture.send(Method::Get, u"../admin"_s)).kind, ErrorKind::InvalidInput);
    QCOMPARE(server.connections(), 0);
}

void HttpClientTest::keepsTheConnection()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    for (const Method method : {Method::Get, Method::Post, Method::Delete, Method::Get}) {
        const auto sent = fixture.send(method, u"servers"_s);
        QVERIFY(settles(sent));
        QVERIFY(sent.result().has_value());
    }
    QCOMPARE(server.connections(), 1);
}

QTEST_GUILESS_MAIN(HttpClientTest)
#include "httpclienttest.moc"
