// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

ServedAnswer redirect(int status, const QString &location)
{
    ServedAnswer answer{status, {}};
    answer.headers.append(Header::Location, location);
    return answer;
}

} // namespace

/// A credential never follows to another place.
class RedirectTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void neverGoesToAnotherHost_data();
    void neverGoesToAnotherHost();
    void neverGoesFromTlsToPlainText();
    void followsWithinTheSameOrigin_data();
    void followsWithinTheSameOrigin();
    void followsThreeTimesAtMost();
    void neverRepeatsAWrite_data();
    void neverRepeatsAWrite();
    void tellsThatARedirectLeadsNowhere();

private:
    Support::TestEnvironment m_environment;
};

void RedirectTest::neverGoesToAnotherHost_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<int>("status");
    for (const int status : {301, 302, 303, 307, 308}) {
        for (const Method method : {Method::Get, Method::Post, Method::Delete}) {
            QTest::addRow("%d, method %d", status, int(method)) << method << status;
        }
    }
}

void RedirectTest::neverGoesToAnotherHost()
{
    QFETCH(const Method, method);
    QFETCH(const int, status);
    LoopbackServer other([](const ServedRequest &) { return ServedAnswer{}; });
    LoopbackServer server([&other, status](const ServedRequest &) {
        return redirect(status, other.url().toString() + u"/servers?token=x"_s);
    });
    ClientFixture fixture(server.url());
    const Domain::Error error = errorOf(fixture.send(method, u"servers"_s));
    QCOMPARE(error.kind, ErrorKind::Protocol);
    QCOMPARE(error.httpStatus, status);
    QVERIFY(error.message.contains(u"redirected"_s));
    QVERIFY(error.message.contains(other.url().host()));
    QVERIFY(!error.message.contains(u"token"_s));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(other.connections(), 0);
}

void RedirectTest::neverGoesFromTlsToPlainText()
{
    LoopbackServer plain([](const ServedRequest &) { return ServedAnswer{}; });
    LoopbackServer server(
        [&plain](const ServedRequest &) { return redirect(302, plain.url().toString()); },
        LoopbackServer::Identity::Trusted);
    ClientFixture fixture(server.url());
    fixture.trustServers();
    QCOMPARE(errorOf(fixture.send(Method::Get, u"servers"_s)).kind, ErrorKind::Protocol);
    QCOMPARE(plain.connections(), 0);
}

void RedirectTest::followsWithinTheSameOrigin_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("location");
    for (const int status : {301, 302, 303, 307, 308}) {
        QTest::addRow("%d, a path", status) << status << u"/v2/servers?page=1"_s;
        QTest::addRow("%d, relative", status) << status << u"../v2/servers?page=1"_s;
    }
    QTest::addRow("a whole URL") << 302 << u"http://127.0.0.1:PORT/v2/servers?page=1"_s;
    QTest::addRow("a fragment") << 302 << u"/v2/servers?page=1#top"_s;
}

void RedirectTest::followsWithinTheSameOrigin()
{
    QFETCH(const int, status);
    QFETCH(QString, location);
    LoopbackServer server([&](const ServedRequest &request) {
        return request.path().startsWith("/v1") ? redirect(status, location)
                                                : ServedAnswer{200, "[1]"};
    });
    location.replace(u"PORT"_s, QString::number(server.port()));
    ClientFixture fixture(server.url());
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(sent.result()->body, "[1]");
    QCOMPARE(server.requests().size(), 2);
    QCOMPARE(server.requests().last().target, "/v2/servers?page=1");
    QCOMPARE(server.requests().last().headers.value(Header::Authorization),
             "Bearer " + demoToken());
}

void RedirectTest::followsThreeTimesAtMost()
{
    LoopbackServer server([](const ServedRequest &request) {
        return redirect(302, QString::fromUtf8(request.path()) + u"/again"_s);
    });
    ClientFixture fixture(server.url());
    QCOMPARE(errorOf(fixture.send(Method::Get, u"servers"_s)).kind, ErrorKind::Protocol);
    QCOMPARE(server.requests().size(), 4);
}

void RedirectTest::neverRepeatsAWrite_data()
{
    QTest::addColumn<Method>("method");
    QTest::addRow("POST") << Method::Post;
    QTest::addRow("PUT") << Method::Put;
    QTest::addRow("DELETE") << Method::Delete;
}

void RedirectTest::neverRepeatsAWrite()
{
    QFETCH(const Method, method);
    for (const int status : {301, 302, 303, 307, 308}) {
        LoopbackServer server(
            [status](const ServedRequest &) { return redirect(status, u"/v2/servers"_s); });
        ClientFixture fixture(server.url());
        const Domain::Error error = errorOf(fixture.send(method, u"servers"_s, "{}"));
        QCOMPARE(error.kind, ErrorKind::Protocol);
        QCOMPARE(error.effect, Effect::Ambiguous);
        QCOMPARE(server.requests().size(), 1);
    }
}

void RedirectTest::tellsThatARedirectLeadsNowhere()
{
    for (const int status : {300, 302, 304}) {
        LoopbackServer server([status](const ServedRequest &) { return ServedAnswer{status, {}}; });
        ClientFixture fixture(server.url());
        const Domain::Error error = errorOf(fixture.send(Method::Get, u"servers"_s));
        QCOMPARE(error.kind, ErrorKind::Protocol);
        QCOMPARE(error.httpStatus, status);
        QCOMPARE(server.requests().size(), 1);
    }
}

QTEST_GUILESS_MAIN(RedirectTest)
#include "redirecttest.moc"
