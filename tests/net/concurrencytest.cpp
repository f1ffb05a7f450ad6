// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/deferred.h"
#include "net/clientfixture.h"
#include "net/http2server.h"
#include "support/scriptednetwork.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Priority = HttpClient::Priority;
using Answer = Domain::Result<Net::HttpAnswer>;

/// Many requests at once, and clients and readers that go away in the middle.
class ConcurrencyTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsSixteenInFlightAndNeverMore();
    void keepsSixteenInFlightOverHttp2();
    void letsTheUserOvertakeTheList();
    void settlesEverythingWhenTheClientIsDestroyed();
    void answersCancelledToWhomAsksADyingClient();
    void survivesBeingDestroyedByItsReader();
    void takesBackACancelledRead();
    void forgetsAnAnswerThatCrossedItsCancellation();
    void takesBackACancelledRequestThatHasNotLeft();
    void letsACancelledWriteArrive();
    void neverRepeatsACancelledWrite();

private:
    Support::TestEnvironment m_environment;
};

void ConcurrencyTest::keepsSixteenInFlightAndNeverMore()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    QList<QFuture<Answer>> sent;
    for (int i = 0; i < 100; ++i) {
        sent.append(fixture.send(Method::Get, u"servers"_s, {}, Priority::List));
    }
    for (int answered = 0; answered < 100; ++answered) {
        QTRY_COMPARE(server.inFlight(), std::min(16, 100 - answered));
        server.release();
    }
    for (const auto &future : sent) {
        QVERIFY(settles(future));
        QVERIFY(future.result().has_value());
    }
    QCOMPARE(server.mostInFlight(), 16);
    QCOMPARE(server.connections(), 16);
    QCOMPARE(server.requests().size(), 100);
}

void ConcurrencyTest::keepsSixteenInFlightOverHttp2()
{
    Http2Server server;
    ClientFixture fixture(server.url());
    fixture.trustServers();
    fixture.options.http = Net::HttpClientOptions::Http::Version2;
    server.hold();
    QList<QFuture<Answer>> sent;
    for (int i = 0; i < 60; ++i) {
        sent.append(fixture.send(Method::Get, u"servers"_s, {}, Priority::List));
    }
    for (int answered = 0; answered < 60; ++answered) {
        QTRY_COMPARE(server.inFlight(), std::min(16, 60 - answered));
        server.releaseOne();
    }
    for (const auto &future : sent) {
        QVERIFY(settles(future));
        QVERIFY(future.result().has_value());
    }
    QCOMPARE(server.mostInFlight(), 16);
    QCOMPARE(server.headersFrames(), 60);
}

void ConcurrencyTest::letsTheUserOvertakeTheList()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    QList<QFuture<Answer>> pages;
    for (int i = 0; i < 200; ++i) {
        pages.append(fixture.send(Method::Get, u"images"_s, {}, Priority::List));
    }
    QTRY_COMPARE(server.inFlight(), 16);
    const auto take = fixture.send(Method::Post, u"servers/1/actions/create_image"_s, "{}");
    // One answer makes room for it, the next brings it to the server.
    for (int answers = 1; answers <= 2; ++answers) {
        server.release();
        QTRY_COMPARE(server.inFlight(), 16);
    }
    QTRY_COMPARE(server.count("POST"), 1);
    QVERIFY(server.requests().size() <= 18);
    server.releaseAll();
    QVERIFY(settles(take));
    for (const auto &page : pages) {
        QVERIFY(settles(page));
    }
    QCOMPARE(server.mostInFlight(), 16);
}

void ConcurrencyTest::settlesEverythingWhenTheClientIsDestroyed()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    fixture.options.connections = 2;
    server.hold();
    const auto write = fixture.send(Method::Post, u"servers"_s);
    QTRY_COMPARE(server.inFlight(), 1);
    QList<QFuture<Answer>> reads;
    for (int i = 0; i < 10; ++i) {
        reads.append(fixture.send(Method::Get, u"servers"_s));
    }
    const auto queued = fixture.send(Method::Post, u"servers"_s);
    fixture.made.reset();
    QVERIFY(write.isFinished());
    QCOMPARE(errorOf(write).kind, ErrorKind::Cancelled);
    QCOMPARE(errorOf(write).effect, Effect::Ambiguous);
    QVERIFY(queued.isFinished());
    QCOMPARE(errorOf(queued).kind, ErrorKind::Cancelled);
    QCOMPARE(errorOf(queued).effect, Effect::None);
    for (const auto &read : reads) {
        QVERIFY(read.isFinished());
        QCOMPARE(errorOf(read).kind, ErrorKind::Cancelled);
    }
    QTRY_COMPARE(server.inFlight(), 0); // the connections were closed
}

void ConcurrencyTest::answersCancelledToWhomAsksADyingClient()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    QFuture<Answer> again;
    HttpClient *client = &fixture.client();
    fixture.send(Method::Get, u"servers"_s).then(this, [&again, client](const Answer &) {
        HttpRequest request;
        request.path = u"servers"_s;
        again = client->send(request);
    });
    fixture.made.reset();
    QVERIFY(again.isFinished());
    QCOMPARE(errorOf(again).kind, ErrorKind::Cancelled);
}

void ConcurrencyTest::survivesBeingDestroyedByItsReader()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    QList<QFuture<Answer>> others;
    bool isDestroyed = false;
    fixture.send(Method::Get, u"servers"_s).then(this, [&](const Answer &answer) {
        QVERIFY(answer.has_value());
        fixture.made.reset();
        isDestroyed = true;
    });
    for (int i = 0; i < 50; ++i) {
        others.append(fixture.send(Method::Get, u"images"_s, {}, Priority::List));
    }
    QTRY_VERIFY(isDestroyed);
    for (const auto &other : others) {
        QVERIFY(other.isFinished());
    }
    QCoreApplication::processEvents();
}

void ConcurrencyTest::takesBackACancelledRead()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    auto read = fixture.send(Method::Get, u"servers"_s);
    QTRY_COMPARE(server.inFlight(), 1);
    read.cancel();
    QTRY_COMPARE(server.abandoned(), 1);
    QVERIFY(read.isFinished());
    server.releaseAll();
    const auto after = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(after));
    QVERIFY(after.result().has_value());
}

/// The answer arrives right behind the reader's change of mind.
void ConcurrencyTest::forgetsAnAnswerThatCrossedItsCancellation()
{
    Support::ScriptedNetworkAccessManager network;
    ClientFixture fixture(QUrl(u"http://127.0.0.1:1/v1"_s));
    network.expectGet(u"/v1/servers"_s, "{}");
    network.expectGet(u"/v1/volumes"_s, "{}");
    HttpClient client(fixture.options, network, fixture.systemClock);
    HttpRequest request;
    request.path = u"servers"_s;

    auto read = client.send(request, Priority::User);
    QNetworkReply *reply = network.findChild<QNetworkReply *>();
    QVERIFY(reply);
    connect(reply, &QNetworkReply::metaDataChanged, this, [read]() mutable { read.cancel(); });
    QTRY_VERIFY(read.isFinished());

    request.path = u"volumes"_s;
    const auto after = client.send(request, Priority::User);
    QVERIFY(settles(after));
    QVERIFY(after.result().has_value());
}

void ConcurrencyTest::takesBackACancelledRequestThatHasNotLeft()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    fixture.options.connections = 1;
    server.hold();
    const auto first = fixture.send(Method::Get, u"first"_s);
    const auto second = fixture.send(Method::Get, u"second"_s);
    auto third = fixture.send(Method::Post, u"third"_s); // behind the two that may be handed over
    QTRY_COMPARE(server.inFlight(), 1);
    third.cancel();
    QTRY_VERIFY(third.isFinished());
    server.releaseAll();
    QVERIFY(settles(first));
    QVERIFY(settles(second));
    QVERIFY(settles(fixture.send(Method::Get, u"fourth"_s)));
    QCOMPARE(server.count("POST"), 0);
}

void ConcurrencyTest::letsACancelledWriteArrive()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    auto write = fixture.send(Method::Post, u"servers"_s);
    QTRY_COMPARE(server.inFlight(), 1);
    write.cancel();
    QVERIFY(settles(fixture.send(Method::Get, u"../refused"_s)));
    server.releaseAll();
    QTRY_VERIFY(write.isFinished());
    QCOMPARE(server.abandoned(), 0);
    QCOMPARE(server.count("POST"), 1);
}

void ConcurrencyTest::neverRepeatsACancelledWrite()
{
    LoopbackServer server([](const ServedRequest &request) {
        return request.method == "POST" ? ServedAnswer{409, {}} : ServedAnswer{};
    });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    server.hold();
    auto write = fixture.send(Method::Post, u"servers"_s);
    QTRY_COMPARE(server.inFlight(), 1);
    write.cancel();
    server.releaseAll();
    QTRY_VERIFY(write.isFinished());
    fixture.manualClock.advance(std::chrono::seconds(20)); // any second try would be due
    QVERIFY(settles(fixture.send(Method::Get, u"servers"_s)));
    QCOMPARE(server.count("POST"), 1);
}

QTEST_GUILESS_MAIN(ConcurrencyTest)
#include "concurrencytest.moc"
