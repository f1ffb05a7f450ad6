// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/ratelimiter.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace std::chrono_literals;
using Net::RateLimiter;
using Net::RateSigns;
using Time = RateLimiter::Time;

namespace {

RateSigns refused(std::optional<Time> retryAfter = {}, std::optional<qint64> limit = {})
{
    RateSigns signs;
    signs.verdict = RateSigns::Verdict::Refused;
    signs.retryAfter = retryAfter;
    signs.limit = limit;
    return signs;
}

RateSigns accepted(std::optional<qint64> remaining = {}, std::optional<qint64> limit = {})
{
    RateSigns signs;
    signs.remaining = remaining;
    signs.limit = limit;
    return signs;
}

RateLimiter steady()
{
    return RateLimiter([] { return 0.0; });
}

QHttpHeaders headers(std::initializer_list<std::pair<const char *, QByteArray>> entries)
{
    QHttpHeaders headers;
    for (const auto &[name, value] : entries) {
        headers.append(QLatin1StringView(name), value);
    }
    return headers;
}

} // namespace

class RateLimiterTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsEverythingPassUntilToldOtherwise();
    void pausesForAsLongAsAsked();
    void pausesUntilOneRequestIsEarned_data();
    void pausesUntilOneRequestIsEarned();
    void addsJitterToItsOwnPauses();
    void letsOneGoAheadAfterAPause();
    void pausesLongerWhenRefusedAgain();
    void countsRefusalsThatLeftTogetherOnce();
    void startsAnewAfterAnAcceptedRequest();
    void goesOnWhenTheOneAheadIsLost();
    void takesNoOldAnswerForASignOfRelief();
    void earnsRequestsWhenTheProviderCounts();
    void waitsNoLongerThanTheReset();
    void readsTheHeaders_data();
    void readsTheHeaders();

private:
    Support::TestEnvironment m_environment;
};

void RateLimiterTest::letsEverythingPassUntilToldOtherwise()
{
    RateLimiter limiter = steady();
    for (int i = 0; i < 1000; ++i) {
        QCOMPARE(limiter.wait(0ms), 0ms);
        limiter.sent();
    }
}

void RateLimiterTest::pausesForAsLongAsAsked()
{
    RateLimiter limiter([] { return 0.99; });
    limiter.sent();
    limiter.answered(refused(7s), 0ms, 100ms);
    QCOMPARE(limiter.wait(100ms), 7'000ms);
    QCOMPARE(limiter.wait(7'099ms), 1ms);
    QCOMPARE(limiter.wait(7'100ms), 0ms);
}

void RateLimiterTest::pausesUntilOneRequestIsEarned_data()
{
    QTest::addColumn<std::optional<qint64>>("limit");
    QTest::addColumn<qint64>("pause");
    QTest::addRow("no limit given") << std::optional<qint64>() << qint64(1'000);
    QTest::addRow("3600 an hour") << std::optional<qint64>(3600) << qint64(1'000);
    QTest::addRow("7200 an hour") << std::optional<qint64>(7200) << qint64(500);
    QTest::addRow("10 an hour") << std::optional<qint64>(10) << qint64(360'000);
    QTest::addRow("senseless") << std::optional<qint64>(0) << qint64(1'000);
}

void RateLimiterTest::pausesUntilOneRequestIsEarned()
{
    QFETCH(const std::optional<qint64>, limit);
    QFETCH(const qint64, pause);
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.answered(refused({}, limit), 0ms, 0ms);
    QCOMPARE(limiter.wait(0ms), Time(pause));
}

void RateLimiterTest::addsJitterToItsOwnPauses()
{
    RateLimiter limiter([] { return 0.8; });
    limiter.sent();
    limiter.answered(refused(), 0ms, 0ms);
    QCOMPARE(limiter.wait(0ms), 1'200ms);
}

void RateLimiterTest::letsOneGoAheadAfterAPause()
{
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.answered(refused(2s), 0ms, 0ms);
    QCOMPARE(limiter.wait(2s), 0ms);
    limiter.sent();
    QVERIFY(limiter.wait(2s) > 0ms);
    limiter.answered(accepted(), 2s, 2'050ms);
    QCOMPARE(limiter.wait(2'050ms), 0ms);
    limiter.sent();
    QCOMPARE(limiter.wait(2'050ms), 0ms);
}

void RateLimiterTest::pausesLongerWhenRefusedAgain()
{
    RateLimiter limiter = steady();
    Time now = 0ms;
    for (const Time pause : {1'000ms, 2'000ms, 4'000ms, 8'000ms, 16'000ms, 32'000ms, 60'000ms}) {
        QCOMPARE(limiter.wait(now), 0ms);
        limiter.sent();
        limiter.answered(refused(), now, now);
        QCOMPARE(limiter.wait(now), pause);
        now += pause;
    }
}

void RateLimiterTest::countsRefusalsThatLeftTogetherOnce()
{
    RateLimiter limiter = steady();
    for (int i = 0; i < 16; ++i) {
        limiter.sent();
    }
    for (int i = 0; i < 16; ++i) {
        limiter.answered(refused(), 0ms, Time(i));
    }
    QCOMPARE(limiter.wait(15ms), 985ms);
}

void RateLimiterTest::startsAnewAfterAnAcceptedRequest()
{
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.answered(refused(), 0ms, 0ms);
    limiter.sent();
    limiter.answered(refused(), 1s, 1s);
    QCOMPARE(limiter.wait(1s), 2'000ms);
    limiter.sent();
    limiter.answered(accepted(), 3s, 3s);
    limiter.sent();
    limiter.answered(refused(), 3s, 3s);
    QCOMPARE(limiter.wait(3s), 1'000ms);
}

void RateLimiterTest::goesOnWhenTheOneAheadIsLost()
{
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.answered(refused(), 0ms, 0ms);
    limiter.sent();
    QVERIFY(limiter.wait(1s) > 0ms);
    limiter.lost(1s);
    QCOMPARE(limiter.wait(1s), 0ms);
}

void RateLimiterTest::takesNoOldAnswerForASignOfRelief()
{
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.sent();
    limiter.answered(refused(2s), 0ms, 0ms);
    limiter.answered(accepted(), 0ms, 10ms); // left before the refusal was known
    QCOMPARE(limiter.wait(10ms), 1'990ms);
    limiter.sent();
    QVERIFY(limiter.wait(2s) > 0ms);
}

void RateLimiterTest::earnsRequestsWhenTheProviderCounts()
{
    RateLimiter limiter = steady();
    limiter.sent();
    limiter.answered(accepted(2, 3600), 0ms, 0ms);
    QCOMPARE(limiter.wait(0ms), 0ms);
    limiter.sent();
    QCOMPARE(limiter.wait(0ms), 0ms);
    limiter.sent();
    QCOMPARE(limiter.wait(0ms), 1'000ms);
    QCOMPARE(limiter.wait(600ms), 400ms);
    QCOMPARE(limiter.wait(1s), 0ms);
    limiter.answered(accepted(100, 3600), 0ms, 1s);
    QCOMPARE(limiter.wait(1s), 0ms);
}

void RateLimiterTest::waitsNoLongerThanTheReset()
{
    RateLimiter limiter = steady();
    RateSigns signs = accepted(0, 60); // one a minute
    signs.reset = 5s;
    limiter.sent();
    limiter.answered(signs, 0ms, 0ms);
    QCOMPARE(limiter.wait(0ms), 5'000ms);
}

void RateLimiterTest::readsTheHeaders_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QHttpHeaders>("sent");
    QTest::addColumn<RateSigns>("signs");
    const qint64 now =
        QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC).toSecsSinceEpoch();
    RateSigns all = accepted(3599, 3600);
    all.reset = 30s;
    QTest::addRow("counted") << 200
                             << headers({{"RateLimit-Limit", "3600"},
                                         {"ratelimit-remaining", " 3599 "},
                                         {"RateLimit-Reset", QByteArray::number(now + 30)}})
                             << all;
    RateSigns past = accepted();
    past.reset = 0s;
    QTest::addRow("a reset in the past")
        << 200 << headers({{"RateLimit-Reset", QByteArray::number(now - 30)}}) << past;
    QTest::addRow("nothing") << 200 << QHttpHeaders() << accepted();
    QTest::addRow("refused") << 429 << QHttpHeaders() << refused();
    QTest::addRow("seconds") << 429 << headers({{"Retry-After", "120"}}) << refused(120s);
    QTest::addRow("a date") << 429 << headers({{"Retry-After", "Fri, 02 Jan 2026 03:05:05 GMT"}})
                            << refused(60s);
    QTest::addRow("a date in the past")
        << 429 << headers({{"Retry-After", "Fri, 02 Jan 2026 03:00:00 GMT"}}) << refused(0s);
    QTest::addRow("absurd") << 429 << headers({{"Retry-After", "99999999999999"}}) << refused(24h);
    QTest::addRow("garbage") << 429
                             << headers({{"Retry-After", "soon"},
                                         {"RateLimit-Limit", "-1"},
                                         {"RateLimit-Remaining", "many"}})
                             << refused();
}

void RateLimiterTest::readsTheHeaders()
{
    QFETCH(const int, status);
    QFETCH(const QHttpHeaders, sent);
    QFETCH(const RateSigns, signs);
    const QDateTime now(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC);
    const RateSigns read = Net::readRateSigns(status, sent, now, Net::RateHeaders::OfAnHour);
    QCOMPARE(read.verdict, signs.verdict);
    QCOMPARE(read.limit, signs.limit);
    QCOMPARE(read.remaining, signs.remaining);
    QCOMPARE(read.reset, signs.reset);
    QCOMPARE(read.retryAfter, signs.retryAfter);
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "ratelimitertest.moc"
