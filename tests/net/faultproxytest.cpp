// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/faultproxy.h"
#include "net/clientfixture.h"
#include "support/testenvironment.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::Fault;
using Support::FaultProxy;
using Support::FaultRule;

namespace {

ServedAnswer echoed(const ServedRequest &request)
{
    const QByteArray page = request.query(u"page"_s).toLatin1();
    ServedAnswer answer{200,
                        R"({"page":")" + page + R"(","rows":[1,2,3],"size":)"
                            + QByteArray::number(request.body.size()) + "}"};
    answer.headers.append("X-Correlation-Id"_L1, "abc-123"_L1);
    return answer;
}

/// Server, proxy before it, client before that.
struct Chain
{
    Chain()
        : server(echoed)
        , proxy(server.url())
        , fixture(proxy.url())
    {
    }

    Domain::Result<Net::HttpAnswer> ask(Method method, int page = 1)
    {
        HttpRequest request;
        request.method = method;
        request.path = u"things"_s;
        request.query.addQueryItem(u"page"_s, QString::number(page));
        request.body = method == Method::Get ? "" : "{\"a\":1}";
        const auto sent = fixture.client().send(request);
        return settles(sent) ? sent.result() : Domain::failure(ErrorKind::Unknown);
    }

    LoopbackServer server;
    FaultProxy proxy;
    ClientFixture fixture;
};

struct Expected
{
    const char *name = nullptr;
    FaultRule rule;
    std::optional<ErrorKind> kind;
    int carriedOut = 0;
};

} // namespace

class FaultProxyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passesEverythingOn();
    void makesEachFault_data();
    void makesEachFault();
    void swallowsWhatItDrops_data();
    void swallowsWhatItDrops();
    void delaysAndDrips();
    void doublesAndShiftsPages();
    void hitsWhatTheRulesMean();
    void namesAnotherServer();
    void isUnreliableTheSameWayForTheSameSeed();
    void closesWhenTheTargetIsGone();

private:
    Support::TestEnvironment m_environment;
};

void FaultProxyTest::passesEverythingOn()
{
    Chain chain;
    for (const Method method : {Method::Get, Method::Post, Method::Put, Method::Delete}) {
        const auto answer = chain.ask(method);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->requestId, u"abc-123"_s);
        QVERIFY(answer->body.contains(method == Method::Get ? "\"size\":0" : "\"size\":7"));
    }
    QCOMPARE(chain.server.requests().size(), 4);
    QCOMPARE(chain.server.requests().first().target, "/v1/things?page=1");
    QCOMPARE(
        chain.server.requests().first().headers.value(QHttpHeaders::WellKnownHeader::Authorization),
        "Bearer " + demoToken());
    QCOMPARE(chain.proxy.carriedOut("POST"), 1);
    QCOMPARE(chain.proxy.faults(), 0);
}

void FaultProxyTest::makesEachFault_data()
{
    QTest::addColumn<FaultRule>("rule");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<int>("carriedOut");
    const auto row = [](const char *name, const FaultRule &rule, ErrorKind kind, int carriedOut) {
        QTest::addRow("%s", name) << rule << kind << carriedOut;
    };
    row("reset before", {.fault = Fault::ResetBefore}, ErrorKind::Interrupted, 0);
    row("reset after", {.fault = Fault::ResetAfter}, ErrorKind::Interrupted, 1);
    row("close after", {.fault = Fault::CloseAfter}, ErrorKind::Interrupted, 1);
    row("truncate", {.fault = Fault::Truncate}, ErrorKind::Interrupted, 1);
    row("status", {.fault = Fault::Status, .status = 502}, ErrorKind::ServerError, 0);
    row("HTML", {.fault = Fault::Html, .status = 200}, ErrorKind::Protocol, 1);
    row("HTML with a status", {.fault = Fault::Html, .status = 504}, ErrorKind::ServerError, 1);
}

void FaultProxyTest::makesEachFault()
{
    QFETCH(const FaultRule, rule);
    QFETCH(const ErrorKind, kind);
    QFETCH(const int, carriedOut);
    Chain chain;
    chain.proxy.add(rule);
    const auto answer = chain.ask(Method::Post);
    QVERIFY(!answer.has_value());
    QCOMPARE(answer.error().kind, kind);
    QCOMPARE(chain.proxy.received("POST"), 1);
    QCOMPARE(chain.proxy.carriedOut("POST"), carriedOut);
    QCOMPARE(chain.proxy.faults(), 1);
    QVERIFY(chain.ask(Method::Post).has_value()); // once only
    QCOMPARE(chain.server.count("POST"), carriedOut + 1);
}

void FaultProxyTest::swallowsWhatItDrops_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<int>("carriedOut");
    QTest::addRow("the request") << Fault::Drop << 0;
    QTest::addRow("the answer") << Fault::DropAnswer << 1;
}

void FaultProxyTest::swallowsWhatItDrops()
{
    QFETCH(const Fault, fault);
    QFETCH(const int, carriedOut);
    Chain chain;
    chain.fixture.clock = &chain.fixture.manualClock;
    chain.proxy.add({.fault = fault});
    const auto sent = chain.fixture.send(Method::Post, u"things"_s);
    QTRY_COMPARE(chain.proxy.received("POST"), 1);
    QTRY_COMPARE(chain.server.count("POST"), carriedOut);
    QVERIFY(!sent.isFinished());
    chain.fixture.manualClock.advance(2min);
    QCOMPARE(errorOf(sent).kind, ErrorKind::TimedOut);
    QCOMPARE(errorOf(sent).effect, Effect::Ambiguous);
}

void FaultProxyTest::delaysAndDrips()
{
    Chain chain;
    chain.proxy.add({.fault = Fault::Delay, .delay = 80ms});
    QElapsedTimer watch;
    watch.start();
    QVERIFY(chain.ask(Method::Get).has_value());
    QVERIFY(watch.elapsed() >= 79);
    chain.proxy.add({.fault = Fault::SlowBody, .delay = 10ms});
    watch.start();
    const auto answer = chain.ask(Method::Get);
    QVERIFY(watch.elapsed() >= 69);
    QVERIFY(answer.has_value());
    QVERIFY(answer->body.endsWith("\"size\":0}"));
}

void FaultProxyTest::doublesAndShiftsPages()
{
    Chain chain;
    chain.proxy.add({.fault = Fault::DoublePage, .path = u"page=3"_s});
    QVERIFY(chain.ask(Method::Get, 2)->body.contains("\"page\":\"2\""));
    QVERIFY(chain.ask(Method::Get, 3)->body.contains("\"page\":\"2\""));
    QVERIFY(chain.ask(Method::Get, 3)->body.contains("\"page\":\"3\""));
    chain.proxy.add({.fault = Fault::ShiftPage});
    QVERIFY(chain.ask(Method::Get)->body.contains("\"rows\":[2,3]"));
    QVERIFY(chain.ask(Method::Get)->body.contains("\"rows\":[1,2,3]"));
}

void FaultProxyTest::hitsWhatTheRulesMean()
{
    Chain chain;
    chain.proxy.add({.fault = Fault::Status, .method = "DELETE", .status = 500});
    chain.proxy.add(
        {.fault = Fault::Status, .path = u"page=7$"_s, .skip = 1, .count = 2, .status = 404});
    chain.proxy.add({.fault = Fault::Status, .path = u"page=9"_s, .count = -1, .status = 404});
    QVERIFY(chain.ask(Method::Post).has_value());
    QVERIFY(!chain.ask(Method::Delete).has_value());
    QVERIFY(chain.ask(Method::Delete).has_value());
    QVERIFY(chain.ask(Method::Get, 7).has_value());
    QVERIFY(!chain.ask(Method::Get, 7).has_value());
    QVERIFY(!chain.ask(Method::Get, 7).has_value());
    QVERIFY(chain.ask(Method::Get, 7).has_value());
    for (int i = 0; i < 5; ++i) {
        QVERIFY(!chain.ask(Method::Get, 9).has_value());
    }
    chain.proxy.beReliable();
    QVERIFY(chain.ask(Method::Get, 9).has_value());
    QCOMPARE(chain.proxy.faults(), 8);
}

void FaultProxyTest::namesAnotherServer()
{
    LoopbackServer server([](const ServedRequest &) {
        return ServedAnswer{200, R"({"a":"http://127.0.0.1:4711/x","b":"127.0.0.1:4712"})"};
    });
    FaultProxy proxy(server.url());
    proxy.rename(QUrl(u"http://127.0.0.1:4711"_s), QUrl(u"http://127.0.0.1:23456/y"_s));
    ClientFixture fixture(proxy.url());
    const auto sent = fixture.send(Method::Get, u"catalog"_s);
    QVERIFY(settles(sent));
    QVERIFY(sent.result());
    QCOMPARE(sent.result()->body, "{\"a\":\"http://127.0.0.1:23456/x\",\"b\":\"127.0.0.1:4712\"}");
}

void FaultProxyTest::isUnreliableTheSameWayForTheSameSeed()
{
    const auto play = [](quint32 seed) {
        Chain chain;
        chain.proxy.beUnreliable(seed, 0.3,
                                 {{.fault = Fault::Status, .status = 404},
                                  {.fault = Fault::Status, .status = 423},
                                  {.fault = Fault::Html, .status = 200}});
        QString story;
        for (int i = 0; i < 40; ++i) {
            const auto answer = chain.ask(Method::Post);
            story += answer ? u'.' : QChar(u'a' + int(answer.error().kind));
        }
        return story;
    };
    const QString story = play(7);
    QCOMPARE(play(7), story);
    QVERIFY(play(8) != story);
    const qsizetype faults = 40 - story.count(u'.');
    QVERIFY2(faults > 4 && faults < 24, qPrintable(story));
}

void FaultProxyTest::closesWhenTheTargetIsGone()
{
    auto server = std::make_unique<LoopbackServer>(echoed);
    FaultProxy proxy(server->url());
    server.reset();
    ClientFixture fixture(proxy.url());
    QCOMPARE(errorOf(fixture.send(Method::Post, u"things"_s)).kind, ErrorKind::Interrupted);
}

QTEST_GUILESS_MAIN(FaultProxyTest)
#include "faultproxytest.moc"
