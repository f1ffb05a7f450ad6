// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Header = QHttpHeaders::WellKnownHeader;

namespace {

ServedAnswer tooMany(const QByteArray &retryAfter = {}, const QByteArray &limit = {})
{
    ServedAnswer answer{429, R"({"error":{"code":"rate_limit_exceeded"}})"};
    if (!retryAfter.isEmpty()) {
        answer.headers.append(Header::RetryAfter, retryAfter);
    }
    if (!limit.isEmpty()) {
        answer.headers.append("RateLimit-Limit"_L1, limit);
    }
    return answer;
}

/// A client on the manual clock at a server that refuses the first requests.
struct Refusing
{
    explicit Refusing(int refusals, const ServedAnswer &refusal)
        : left(refusals)
        , server([this, refusal](const ServedRequest &) {
            return left-- > 0 ? refusal : ServedAnswer{};
        })
        , fixture(server.url())
    {
        fixture.clock = &fixture.manualClock;
    }

    /// True once the client waits for this long and for nothing shorter.
    bool waitsFor(std::chrono::milliseconds least, std::chrono::milliseconds most)
    {
        return QTest::qWaitFor([&] {
            const auto next = fixture.manualClock.nextCall();
            return next && *next >= least && *next <= most;
        });
    }

    int left;
    LoopbackServer server;
    ClientFixture fixture;
};

} // namespace

/// The account's rate limit, as the client keeps it against a server.
class ThrottleTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsForAsLongAsAsked();
    void waitsUntilOneRequestIsEarned();
    void repeatsAWriteThatWasRefused();
    void pausesTheWholeAccount();
    void givesUpAfterSoManyTries();
    void givesUpAtOnceWhenTheWaitIsTooLong();
    void answersOthersAtOnceWhenTheWaitIsTooLong();
    void spacesRequestsWhenNoneIsLeft();
    void honoursRetryAfterOf503();
    void waitsWhereTooLargeIsSaidOfTooManyRequests();
    void takesTooLargeForGoodWithoutATime_data();
    void takesTooLargeForGoodWithoutATime();
    void believesNoCountThatIsOfAnotherTime();

private:
    Support::TestEnvironment m_environment;
};

void ThrottleTest::waitsForAsLongAsAsked()
{
    Refusing with(1, tooMany("7"));
    const auto sent = with.fixture.send(Method::Get, u"servers"_s);
    QVERIFY(with.waitsFor(7s, 7s));
    with.fixture.manualClock.advance(6'999ms);
    QCOMPARE(with.server.requests().size(), 1);
    with.fixture.manualClock.advance(1ms);
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(with.server.requests().size(), 2);
}

void ThrottleTest::waitsUntilOneRequestIsEarned()
{
    Refusing with(1, tooMany({}, "1800"));
    const auto sent = with.fixture.send(Method::Get, u"servers"_s);
    QVERIFY(with.waitsFor(2s, 2'500ms)); // 3600 / 1800 seconds and some jitter
    with.fixture.manualClock.advance(1'999ms);
    QCOMPARE(with.server.requests().size(), 1);
    with.fixture.manualClock.advance(501ms);
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(with.server.requests().size(), 2);
}

void ThrottleTest::repeatsAWriteThatWasRefused()
{
    for (const Method method : {Method::Post, Method::Put, Method::Delete}) {
        Refusing with(2, tooMany("1"));
        const auto sent = with.fixture.send(method, u"things"_s, "{}");
        QVERIFY(with.fixture.passTime(sent));
        QVERIFY(sent.result().has_value());
        QCOMPARE(with.server.requests().size(), 3);
    }
}

void ThrottleTest::pausesTheWholeAccount()
{
    Refusing with(1, tooMany("5"));
    const auto first = with.fixture.send(Method::Get, u"first"_s);
    QVERIFY(with.waitsFor(5s, 5s));
    const auto second = with.fixture.send(Method::Post, u"second"_s);
    const auto third = with.fixture.send(Method::Get, u"third"_s, {}, HttpClient::Priority::List);
    with.fixture.manualClock.advance(4'999ms);
    QCoreApplication::processEvents();
    QCOMPARE(with.server.requests().size(), 1);
    QVERIFY(with.fixture.passTime(first));
    QVERIFY(with.fixture.passTime(second));
    QVERIFY(with.fixture.passTime(third));
    QCOMPARE(with.server.requests().size(), 4);
    QCOMPARE(with.server.requests().at(1).path(), "/v1/first");
    QCOMPARE(with.server.count("POST"), 1);
}

void ThrottleTest::givesUpAfterSoManyTries()
{
    Refusing with(1000, tooMany());
    const auto sent = with.fixture.send(Method::Post, u"things"_s);
    QVERIFY(with.fixture.passTime(sent));
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(error.httpStatus, 429);
    QVERIFY(error.retryAfter.value_or(0s) > 0s);
    QCOMPARE(with.server.requests().size(), 5);
    QCoreApplication::processEvents();
    QCOMPARE(with.server.requests().size(), 5);
}

void ThrottleTest::givesUpAtOnceWhenTheWaitIsTooLong()
{
    Refusing with(1, tooMany("3600"));
    const Domain::Error error = errorOf(with.fixture.send(Method::Get, u"servers"_s));
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(1h));
    QCOMPARE(with.server.requests().size(), 1);
}

void ThrottleTest::answersOthersAtOnceWhenTheWaitIsTooLong()
{
    Refusing with(1, tooMany("3600"));
    QCOMPARE(errorOf(with.fixture.send(Method::Get, u"servers"_s)).kind, ErrorKind::RateLimited);
    with.fixture.manualClock.advance(10min);
    const auto sent = with.fixture.send(Method::Post, u"things"_s);
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::RateLimited);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(error.retryAfter, std::optional<std::chrono::milliseconds>(50min));
    QCOMPARE(with.server.requests().size(), 1);
    with.fixture.manualClock.advance(50min);
    const auto later = with.fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(later));
    QVERIFY(later.result().has_value());
}

void ThrottleTest::spacesRequestsWhenNoneIsLeft()
{
    ServedAnswer last;
    last.headers.append("RateLimit-Limit"_L1, "3600"_L1);
    last.headers.append("RateLimit-Remaining"_L1, "0"_L1);
    Refusing with(1, last);
    QVERIFY(settles(with.fixture.send(Method::Get, u"servers"_s)));
    const auto next = with.fixture.send(Method::Get, u"servers"_s);
    QCOMPARE(with.fixture.manualClock.nextCall(), std::optional<std::chrono::milliseconds>(1s));
    QCOMPARE(with.server.requests().size(), 1);
    with.fixture.manualClock.advance(1s);
    QVERIFY(settles(next));
    QCOMPARE(with.server.requests().size(), 2);
}

void ThrottleTest::honoursRetryAfterOf503()
{
    ServedAnswer busy{503, {}};
    busy.headers.append(Header::RetryAfter, "9"_L1);
    Refusing with(1, busy);
    const auto sent = with.fixture.send(Method::Get, u"servers"_s);
    QVERIFY(with.waitsFor(9s, 12s));
    with.fixture.manualClock.advance(8'999ms);
    QCOMPARE(with.server.requests().size(), 1);
    QVERIFY(with.fixture.passTime(sent));
    QVERIFY(sent.result().has_value());
}

void ThrottleTest::waitsWhereTooLargeIsSaidOfTooManyRequests()
{
    for (const Method method : {Method::Get, Method::Post}) {
        ServedAnswer refusal = tooMany("7");
        refusal.status = 413;
        Refusing with(1, refusal);
        const auto sent = with.fixture.send(method, u"servers"_s);
        QVERIFY(with.waitsFor(7s, 7s));
        QVERIFY(with.fixture.passTime(sent));
        QVERIFY(sent.result().has_value());
        QCOMPARE(with.server.requests().size(), 2);
    }
}

void ThrottleTest::takesTooLargeForGoodWithoutATime_data()
{
    QTest::addColumn<QByteArray>("retryAfter");
    QTest::addRow("no time") << QByteArray();
    QTest::addRow("zero") << QByteArray("0");
}

void ThrottleTest::takesTooLargeForGoodWithoutATime()
{
    QFETCH(QByteArray, retryAfter);
    ServedAnswer refusal = tooMany(retryAfter);
    refusal.status = 413;
    Refusing with(1, refusal);
    QCOMPARE(errorOf(with.fixture.send(Method::Post, u"things"_s)).kind, ErrorKind::InvalidInput);
    QCOMPARE(with.server.requests().size(), 1);
    QVERIFY(settles(with.fixture.send(Method::Get, u"servers"_s))); // nobody has to wait
}

/// Five a second, by a gateway that tells what is left of them.
void ThrottleTest::believesNoCountThatIsOfAnotherTime()
{
    ServedAnswer counted;
    counted.headers.append("RateLimit-Limit"_L1, "5"_L1);
    counted.headers.append("RateLimit-Remaining"_L1, "0"_L1);
    Refusing with(2, counted);
    with.fixture.options.rateHeaders = Net::RateHeaders::Ignored;
    QVERIFY(settles(with.fixture.send(Method::Get, u"servers"_s)));
    const auto next = with.fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(next));
    QVERIFY(next.result().has_value());
}

QTEST_GUILESS_MAIN(ThrottleTest)
#include "throttletest.moc"
