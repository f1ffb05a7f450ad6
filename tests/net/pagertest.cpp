// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/numberedlist.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Domain::Result;
using namespace NumberedList;

class PagerTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fetchesEveryRowOnceAndInOrder_data();
    void fetchesEveryRowOnceAndInOrder();
    void takesNoMoreRoundTripsThanItMust();
    void sharesTheBoundBetweenLists();
    void tellsHowFarItIs();
    void followsNextWhereTheEndIsUnknown();
    void followsAListThatGrewMeanwhile();
    void dropsDoubles();
    void readsAgainWhenAPageWasDoubled();
    void readsAgainWhenTheListShifted();
    void acceptsATotalThatIsAlwaysOff();
    void givesUpOnAListThatNeverStandsStill();
    void failsAsAWholeAtOneFailedPage();
    void failsAtAPageThatCanNotBeRead();
    void triesAFailedPageAgain();
    void neverLoops_data();
    void neverLoops();
    void settlesWhenTheClientIsDestroyed();
    void survivesAReaderOfProgressWhoDestroysTheClient();
    void takesEverythingBackWhenCancelled();

private:
    Support::TestEnvironment m_environment;
};

void PagerTest::fetchesEveryRowOnceAndInOrder_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("requests");
    for (const auto &[count, requests] :
         {std::pair(0, 1), {1, 1}, {50, 1}, {51, 2}, {230, 5}, {5000, 100}}) {
        QTest::addRow("%d rows", count) << count << requests;
    }
}

void PagerTest::fetchesEveryRowOnceAndInOrder()
{
    QFETCH(const int, count);
    QFETCH(const int, requests);
    LoopbackServer server(serving(count, 50));
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(count)));
    QCOMPARE(server.requests().size(), requests);
}

void PagerTest::takesNoMoreRoundTripsThanItMust()
{
    LoopbackServer server(serving(10'000, 50));
    ClientFixture fixture(server.url());
    server.hold();
    const auto fetched = Net::fetchAll(fixture.client(), things());
    int roundTrips = 0;
    for (int left = 200; left > 0;) {
        const int wave = left == 200 ? 1 : std::min(16, left);
        QTRY_COMPARE(server.inFlight(), wave);
        server.release(wave);
        left -= wave;
        ++roundTrips;
    }
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result()->size(), 10'000);
    QCOMPARE(roundTrips, 1 + 13); // 1 + ceil(199 / 16)
    QCOMPARE(server.mostInFlight(), 16);
    QCOMPARE(server.requests().size(), 200);
}

void PagerTest::sharesTheBoundBetweenLists()
{
    LoopbackServer server(serving(2'000, 50));
    ClientFixture fixture(server.url());
    const auto first = Net::fetchAll(fixture.client(), things());
    const auto second = Net::fetchAll(fixture.client(), things());
    const auto third = Net::fetchAll(fixture.client(), things());
    for (const auto &fetched : {first, second, third}) {
        QVERIFY(settles(fetched));
        QCOMPARE(fetched.result(), Result<Rows>(upTo(2'000)));
    }
    QVERIFY(server.mostInFlight() <= 16);
    QVERIFY(server.connections() <= 16);
}

void PagerTest::tellsHowFarItIs()
{
    LoopbackServer server(serving(230, 50));
    ClientFixture fixture(server.url());
    QList<qint64> loaded;
    auto list = things();
    list.progress = [&loaded](qint64 rows, std::optional<qint64> total) {
        QCOMPARE(total, std::optional<qint64>(230));
        loaded.append(rows);
    };
    const auto fetched = Net::fetchAll(fixture.client(), list);
    QVERIFY(settles(fetched));
    QCOMPARE(loaded.size(), 5);
    QCOMPARE(loaded.first(), 50);
    QCOMPARE(loaded.last(), 230);
    QVERIFY(std::ranges::is_sorted(loaded));
}

void PagerTest::followsNextWhereTheEndIsUnknown()
{
    LoopbackServer server([](const ServedRequest &request) {
        QJsonObject json = numbered(pageOf(request), 230, 50);
        json.remove(u"last"_s);
        json.remove(u"total"_s);
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(230)));
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.mostInFlight(), 1);
}

void PagerTest::followsAListThatGrewMeanwhile()
{
    LoopbackServer server([](const ServedRequest &request) {
        const int page = pageOf(request);
        QJsonObject json = numbered(page, page == 1 ? 100 : 101, 50); // made after the first page
        json.remove(u"total"_s);
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(101)));
}

void PagerTest::dropsDoubles()
{
    LoopbackServer server([](const ServedRequest &request) {
        const int page = pageOf(request);
        // One was made at the front after the first page: everything moved by one.
        QJsonObject json = numbered(page, 149, 50);
        json[u"rows"_s] = ids((page - 1) * 50 + (page == 1 ? 1 : 0), 50);
        json.remove(u"total"_s);
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(149)));
}

void PagerTest::readsAgainWhenAPageWasDoubled()
{
    bool isDoubled = false;
    LoopbackServer server([&isDoubled](const ServedRequest &request) {
        int page = pageOf(request);
        if (page == 3 && !isDoubled) {
            isDoubled = true;
            page = 2;
        }
        return pageAnswer(numbered(page, 230, 50));
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(230)));
    QCOMPARE(server.requests().size(), 10);
}

void PagerTest::readsAgainWhenTheListShifted()
{
    int served = 0;
    LoopbackServer server([&served](const ServedRequest &request) {
        const int page = pageOf(request);
        QJsonObject json = numbered(page, 150, 50);
        if (++served > 1) { // row 1 was removed after the first page
            json = numbered(page, 149, 50);
            json[u"rows"_s] = ids((page - 1) * 50 + 2, page == 3 ? 49 : 50);
        }
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QVERIFY(fetched.result().has_value());
    // Row 51 went from page 2 to page 1 after that was read; a single pass would miss it.
    QCOMPARE(fetched.result().value(), upTo(150).sliced(1));
    QCOMPARE(server.requests().size(), 6);
}

void PagerTest::acceptsATotalThatIsAlwaysOff()
{
    LoopbackServer server([](const ServedRequest &request) {
        QJsonObject json = numbered(pageOf(request), 120, 50);
        json[u"total"_s] = 125;
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(120)));
    QCOMPARE(server.requests().size(), 6);
}

void PagerTest::givesUpOnAListThatNeverStandsStill()
{
    int served = 0;
    LoopbackServer server([&served](const ServedRequest &request) {
        QJsonObject json = numbered(pageOf(request), 120, 50);
        json[u"total"_s] = 120 + ++served;
        return pageAnswer(json);
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QCOMPARE(errorOf(fetched).kind, ErrorKind::Conflict);
    QCOMPARE(server.requests().size(), 9);
}

void PagerTest::failsAsAWholeAtOneFailedPage()
{
    LoopbackServer server([](const ServedRequest &request) {
        return pageOf(request) == 2 ? ServedAnswer{404, {}}
                                    : pageAnswer(numbered(pageOf(request), 10'000, 50));
    });
    ClientFixture fixture(server.url());
    server.hold();
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QTRY_COMPARE(server.inFlight(), 1);
    server.release();
    QTRY_COMPARE(server.inFlight(), 16);
    QVERIFY(!fetched.isFinished());
    for (int answers = 0; !fetched.isFinished() && answers < 16; ++answers) {
        server.release(); // until page 2 is among them
        QTRY_VERIFY(fetched.isFinished() || server.inFlight() == 16);
    }
    QCOMPARE(errorOf(fetched).kind, ErrorKind::NotFound);
    QTRY_VERIFY(server.abandoned() >= 15);
    QTRY_COMPARE(server.inFlight(), 0);
    QVERIFY(server.requests().size() <= 1 + 16 + 16);
    const qsizetype asked = server.requests().size();
    const auto after = fixture.send(Method::Get, u"things"_s);
    server.releaseAll();
    QVERIFY(settles(after));
    QCOMPARE(server.requests().size(), asked + 1);
}

void PagerTest::failsAtAPageThatCanNotBeRead()
{
    LoopbackServer server([](const ServedRequest &request) {
        ServedAnswer answer = pageAnswer(numbered(pageOf(request), 230, 50));
        if (pageOf(request) == 4) {
            answer.body.chop(10);
        }
        return answer;
    });
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QCOMPARE(errorOf(fetched).kind, ErrorKind::Protocol);
}

void PagerTest::triesAFailedPageAgain()
{
    int failures = 2;
    LoopbackServer server([&failures](const ServedRequest &request) {
        return pageOf(request) == 3 && failures-- > 0
            ? ServedAnswer{502, {}}
            : pageAnswer(numbered(pageOf(request), 230, 50));
    });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(fixture.passTime(fetched));
    QCOMPARE(fetched.result(), Result<Rows>(upTo(230)));
    QCOMPARE(server.requests().size(), 7);
}

void PagerTest::neverLoops_data()
{
    QTest::addColumn<LoopbackServer::Handler>("handler");
    QTest::addColumn<int>("most");
    using Handler = LoopbackServer::Handler;
    QTest::addRow("next is always 1") << Handler([](const ServedRequest &) {
        return pageAnswer({{u"rows"_s, ids(1, 50)}, {u"next"_s, 1}});
    }) << 1;
    QTest::addRow("next is always 2") << Handler([](const ServedRequest &) {
        return pageAnswer({{u"rows"_s, ids(1, 50)}, {u"next"_s, 2}});
    }) << 2;
    QTest::addRow("next grows, the rows are the same") << Handler([](const ServedRequest &request) {
        return pageAnswer({{u"rows"_s, ids(1, 50)}, {u"next"_s, pageOf(request) + 1}});
    }) << 2;
    QTest::addRow("next grows, no rows") << Handler([](const ServedRequest &request) {
        return pageAnswer({{u"rows"_s, QJsonArray()}, {u"next"_s, pageOf(request) + 1}});
    }) << 1;
    QTest::addRow("next and last grow") << Handler([](const ServedRequest &request) {
        const int page = pageOf(request);
        return pageAnswer({{u"rows"_s, ids(1, 50)}, {u"next"_s, page + 1}, {u"last"_s, page + 1}});
    }) << 2;
    QTest::addRow("last is absurd") << Handler([](const ServedRequest &) {
        return pageAnswer({{u"rows"_s, ids(1, 50)}, {u"next"_s, 2}, {u"last"_s, 2'000'000'000}});
    }) << 1;
}

void PagerTest::neverLoops()
{
    QFETCH(const LoopbackServer::Handler, handler);
    QFETCH(const int, most);
    LoopbackServer server(handler);
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QVERIFY(settles(fetched, 120'000));
    const Domain::Error error = errorOf(fetched);
    QCOMPARE(error.kind, ErrorKind::Protocol);
    QVERIFY(!error.message.isEmpty());
    QCOMPARE(error.host, u"127.0.0.1"_s);
    QVERIFY2(server.requests().size() <= most,
             qPrintable(QString::number(server.requests().size())));
}

void PagerTest::settlesWhenTheClientIsDestroyed()
{
    LoopbackServer server(serving(10'000, 50));
    ClientFixture fixture(server.url());
    const auto fetched = Net::fetchAll(fixture.client(), things());
    QTRY_VERIFY(server.requests().size() > 20);
    fixture.made.reset();
    QVERIFY(fetched.isFinished());
    QCOMPARE(errorOf(fetched).kind, ErrorKind::Cancelled);
}

void PagerTest::survivesAReaderOfProgressWhoDestroysTheClient()
{
    LoopbackServer server(serving(10'000, 50));
    ClientFixture fixture(server.url());
    auto list = things();
    list.progress = [&fixture](qint64 rows, std::optional<qint64>) {
        if (rows > 500) {
            fixture.made.reset();
        }
    };
    const auto fetched = Net::fetchAll(fixture.client(), list);
    QCOMPARE(errorOf(fetched).kind, ErrorKind::Cancelled);
}

void PagerTest::takesEverythingBackWhenCancelled()
{
    LoopbackServer server(serving(10'000, 50));
    ClientFixture fixture(server.url());
    server.hold();
    auto fetched = Net::fetchAll(fixture.client(), things());
    QTRY_COMPARE(server.inFlight(), 1);
    server.release();
    QTRY_COMPARE(server.inFlight(), 16);
    fetched.cancel();
    QTRY_VERIFY(server.abandoned() >= 16);
    QTRY_COMPARE(server.inFlight(), 0);
    QTRY_VERIFY(fetched.isFinished());
    QVERIFY(server.requests().size() <= 1 + 16 + 16);
    server.releaseAll();
    const qsizetype asked = server.requests().size();
    QVERIFY(settles(fixture.send(Method::Get, u"things"_s)));
    QCOMPARE(server.requests().size(), asked + 1);
}

QTEST_GUILESS_MAIN(PagerTest)
#include "pagertest.moc"
