// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "net/http2server.h"
#include "net/tunnelproxy.h"
#include "support/testenvironment.h"

#include <QNetworkProxy>

using Then = ServedAnswer::Then;

namespace {

enum class Way { Http1, Http1Tls, Proxy, Tunnel };
enum class Connection { Fresh, Kept };

ServedAnswer silence(Then then)
{
    ServedAnswer answer;
    answer.say = ServedAnswer::Say::Nothing;
    answer.then = then;
    return answer;
}

void addMethods(const char *prefix, Way way, Connection connection, Then then)
{
    const auto add = [=](const char *name, Method method, const QByteArray &body) {
        QTest::addRow("%s, %s", prefix, name) << way << connection << then << method << body;
    };
    add("POST", Method::Post, R"({"type":"snapshot"})");
    add("POST without a body", Method::Post, {});
    add("POST with a large body", Method::Post, '"' + QByteArray(300'000, 'x') + '"');
    add("PUT", Method::Put, R"({"description":"x"})");
    add("PATCH", Method::Patch, R"({"name":"x"})");
    add("DELETE", Method::Delete, {});
}

} // namespace

/// A request that creates or destroys reaches the server once, whatever the server does then.
class DeliveryTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversOnceWhenThePeerHangsUp_data();
    void deliversOnceWhenThePeerHangsUp();
    void deliversOnceOverHttp2_data();
    void deliversOnceOverHttp2();
    void readsAgainWhenThePeerHangsUp();
    void sendsLengthAndTypeOfTheBody();
    void deliversOnceWhenTheAnswerAsksForAPassword();
    void deliversOnceWhenTheServerTakesTooLong();
    void waitsNoLongerOnAConnectionThatIsOpen_data();
    void waitsNoLongerOnAConnectionThatIsOpen();

private:
    Support::TestEnvironment m_environment;
};

void DeliveryTest::deliversOnceWhenThePeerHangsUp_data()
{
    QTest::addColumn<Way>("way");
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<Then>("then");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    addMethods("fresh, close", Way::Http1, Connection::Fresh, Then::Close);
    addMethods("fresh, reset", Way::Http1, Connection::Fresh, Then::Reset);
    addMethods("kept, close", Way::Http1, Connection::Kept, Then::Close);
    addMethods("kept, reset", Way::Http1, Connection::Kept, Then::Reset);
    addMethods("TLS, fresh, reset", Way::Http1Tls, Connection::Fresh, Then::Reset);
    addMethods("TLS, kept, close", Way::Http1Tls, Connection::Kept, Then::Close);
    addMethods("proxy, fresh, reset", Way::Proxy, Connection::Fresh, Then::Reset);
    addMethods("proxy, kept, close", Way::Proxy, Connection::Kept, Then::Close);
    addMethods("tunnel, fresh, reset", Way::Tunnel, Connection::Fresh, Then::Reset);
    addMethods("tunnel, kept, close", Way::Tunnel, Connection::Kept, Then::Close);
}

void DeliveryTest::deliversOnceWhenThePeerHangsUp()
{
    QFETCH(const Way, way);
    QFETCH(const Connection, connection);
    QFETCH(const Then, then);
    QFETCH(const Method, method);
    QFETCH(const QByteArray, body);
    const bool isTls = way == Way::Http1Tls || way == Way::Tunnel;
    LoopbackServer server(
        [then](const ServedRequest &request) {
            return request.method == "GET" ? ServedAnswer{} : silence(then);
        },
        isTls ? LoopbackServer::Identity::Trusted : LoopbackServer::Identity::Plain);
    TunnelProxy tunnel;
    ClientFixture fixture(server.url());
    fixture.trustServers();
    if (way == Way::Proxy || way == Way::Tunnel) {
        // Without TLS the server itself plays the proxy and sees the request as the proxy does.
        const quint16 port = way == Way::Proxy ? server.port() : tunnel.port();
        fixture.manager.setProxy({QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), port});
    }
    if (way == Way::Proxy) {
        fixture.options.baseUrl = QUrl(QStringLiteral("http://127.0.0.1:9/v1"));
    }
    if (connection == Connection::Kept) {
        const auto first = fixture.send(Method::Get, QStringLiteral("servers"));
        QVERIFY(settles(first));
        QVERIFY(first.result().has_value());
    }

    const auto sent = fixture.send(method, QStringLiteral("things"), body);
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::Interrupted);
    QCOMPARE(error.effect, Effect::Ambiguous);
    // A second delivery would come at once, before the next answer.
    const auto after = fixture.send(Method::Get, QStringLiteral("servers"));
    QVERIFY(settles(after));
    QVERIFY(after.result().has_value());
    QCOMPARE(server.requests().size() - server.count("GET"), 1);
    if (way == Way::Tunnel) {
        QVERIFY(tunnel.connections() > 0);
    }
    const ServedRequest delivered = server.requests().at(connection == Connection::Kept ? 1 : 0);
    QCOMPARE(delivered.body, body);
}

void DeliveryTest::deliversOnceOverHttp2_data()
{
    using Ending = Http2Server::Ending;
    QTest::addColumn<Http2Server::Ending>("ending");
    QTest::addColumn<Connection>("connection");
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    const QList<std::pair<const char *, Ending>> endings{
        {"close", Ending::Close},
        {"reset", Ending::Reset},
        {"GOAWAY of it and close", Ending::GoAwayKnown},
        {"GOAWAY before it and close", Ending::GoAwayUnknown},
        {"RST_STREAM", Ending::ResetStream},
        {"REFUSED_STREAM", Ending::RefuseStream},
    };
    for (const auto &[name, ending] : endings) {
        for (const Connection connection : {Connection::Fresh, Connection::Kept}) {
            const char *state = connection == Connection::Fresh ? "fresh" : "kept";
            QTest::addRow("%s, %s, POST", name, state)
                << ending << connection << Method::Post << QByteArray(R"({"a":1})");
            QTest::addRow("%s, %s, POST without a body", name, state)
                << ending << connection << Method::Post << QByteArray();
            QTest::addRow("%s, %s, PUT", name, state)
                << ending << connection << Method::Put << QByteArray(R"({"a":1})");
            QTest::addRow("%s, %s, DELETE", name, state)
                << ending << connection << Method::Delete << QByteArray();
        }
    }
}

void DeliveryTest::deliversOnceOverHttp2()
{
    QFETCH(const Http2Server::Ending, ending);
    QFETCH(const Connection, connection);
    QFETCH(const Method, method);
    QFETCH(const QByteArray, body);
    Http2Server server;
    ClientFixture fixture(server.url());
    fixture.trustServers();
    fixture.options.http = Net::HttpClientOptions::Http::Version2;
    if (connection == Connection::Kept) {
        const auto first = fixture.send(Method::Get, QStringLiteral("servers"));
        QVERIFY(settles(first));
        QVERIFY(first.result().has_value());
        QCOMPARE(server.headersFrames(), 1);
    }
    const int before = server.headersFrames();
    server.endNextWith(ending);

    const auto sent = fixture.send(method, QStringLiteral("things"), body);
    const Domain::Error error = errorOf(sent);
    QVERIFY(error.kind == ErrorKind::Interrupted || error.kind == ErrorKind::Protocol);
    QCOMPARE(error.effect, Effect::Ambiguous);
    QCOMPARE(server.bodyOf(0), body);
    // A second delivery would come at once, before the answer to somebody else.
    server.endNextWith(Http2Server::Ending::Answer);
    ClientFixture other(server.url());
    other.trustServers();
    other.options.http = Net::HttpClientOptions::Http::Version2;
    const auto after = other.send(Method::Get, QStringLiteral("servers"));
    QVERIFY(settles(after));
    QVERIFY(after.result().has_value());
    QCOMPARE(server.headersFrames() - before, 2);
}

void DeliveryTest::readsAgainWhenThePeerHangsUp()
{
    int failures = 2;
    LoopbackServer server([&failures](const ServedRequest &) {
        return failures-- > 0 ? silence(Then::Reset) : ServedAnswer{};
    });
    ClientFixture fixture(server.url());
    const auto sent = fixture.send(Method::Get, QStringLiteral("servers"));
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QVERIFY(server.count("GET") >= 3);
}

void DeliveryTest::sendsLengthAndTypeOfTheBody()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    QVERIFY(settles(fixture.send(Method::Post, QStringLiteral("a"), "{\"b\":1}")));
    QVERIFY(settles(fixture.send(Method::Delete, QStringLiteral("a"))));
    using Header = QHttpHeaders::WellKnownHeader;
    const QHttpHeaders withBody = server.requests().at(0).headers;
    QCOMPARE(withBody.value(Header::ContentLength), "7");
    QCOMPARE(withBody.value(Header::ContentType), "application/json");
    QVERIFY(!withBody.contains(Header::TransferEncoding));
    const QHttpHeaders without = server.requests().at(1).headers;
    QCOMPARE(without.value(Header::ContentLength), "0");
    QVERIFY(!without.contains(Header::ContentType));
}

void DeliveryTest::deliversOnceWhenTheAnswerAsksForAPassword()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{401, R"({"error":"no"})"};
        answer.headers.append(QHttpHeaders::WellKnownHeader::WWWAuthenticate, "Basic realm=\"x\"");
        return answer;
    });
    ClientFixture fixture(server.url());
    const Domain::Error error = errorOf(fixture.send(Method::Post, QStringLiteral("a"), "{}"));
    QCOMPARE(error.kind, ErrorKind::Unauthorized);
    QCOMPARE(server.count("POST"), 1);
}

void DeliveryTest::deliversOnceWhenTheServerTakesTooLong()
{
    LoopbackServer server([](const ServedRequest &) { return silence(Then::Keep); });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const auto sent = fixture.send(Method::Post, QStringLiteral("a"), "{}");
    QTRY_COMPARE(server.count("POST"), 1);
    fixture.manualClock.advance(std::chrono::seconds(29));
    QVERIFY(!sent.isFinished());
    fixture.manualClock.advance(std::chrono::seconds(31));
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::TimedOut);
    QCOMPARE(error.effect, Effect::Ambiguous);
    QCOMPARE(server.count("POST"), 1);
}

void DeliveryTest::waitsNoLongerOnAConnectionThatIsOpen_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("DELETE") << Method::Delete << QByteArray();
    QTest::addRow("POST without a body") << Method::Post << QByteArray();
    QTest::addRow("POST") << Method::Post << QByteArray("{}");
}

/// Nothing is heard of it but that it was sent, and of one without a body not even that.
void DeliveryTest::waitsNoLongerOnAConnectionThatIsOpen()
{
    QFETCH(const Method, method);
    QFETCH(const QByteArray, body);
    LoopbackServer server([](const ServedRequest &request) {
        return request.method == "GET" ? ServedAnswer{} : silence(Then::Keep);
    });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    QVERIFY(settles(fixture.send(Method::Get, QStringLiteral("a"))));
    const auto sent = fixture.send(method, QStringLiteral("a"), body);
    QTRY_COMPARE(server.requests().size(), 2);
    QCOMPARE(server.connections(), 1);
    fixture.manualClock.advance(std::chrono::seconds(29));
    QVERIFY(!sent.isFinished());
    fixture.manualClock.advance(std::chrono::seconds(31));
    QCOMPARE(errorOf(sent).kind, ErrorKind::TimedOut);
}

QTEST_GUILESS_MAIN(DeliveryTest)
#include "deliverytest.moc"
