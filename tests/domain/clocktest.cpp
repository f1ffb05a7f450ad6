// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/clock.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

#include <memory>

using namespace std::chrono_literals;
using Support::ManualClock;

/// The system's clock, and the one that stands in for it.
class ClockTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheTimeInUtc();
    void neverGoesBackwards();
    void callsAfterTheDelay();
    void callsNobodyWhoIsGone();
    void standsStillUntilMoved();
    void callsInOrderAndAtTheRightTime();
    void callsWhatFallsDueOnTheWay();
    void callsAtOnceFromTheEventLoop();
    void forgetsThoseWhoAreGone();

private:
    Support::TestEnvironment m_environment;
};

void ClockTest::tellsTheTimeInUtc()
{
    const Domain::SystemClock system;
    QCOMPARE(system.now().timeSpec(), Qt::UTC);
    QVERIFY(qAbs(system.now().msecsTo(QDateTime::currentDateTimeUtc())) < 10'000);
    QCOMPARE(ManualClock().now().timeSpec(), Qt::UTC);
}

void ClockTest::neverGoesBackwards()
{
    const Domain::SystemClock system;
    const auto first = system.elapsed();
    QVERIFY(system.elapsed() >= first);
}

void ClockTest::callsAfterTheDelay()
{
    Domain::SystemClock system;
    const auto start = system.elapsed();
    std::optional<std::chrono::milliseconds> called;
    system.callAfter(20ms, this, [&] { called = system.elapsed(); });
    QVERIFY(!called);
    QTRY_VERIFY(called);
    QVERIFY(*called - start >= 19ms); // timers may round down by a fraction
}

void ClockTest::callsNobodyWhoIsGone()
{
    Domain::SystemClock system;
    bool isCalled = false;
    bool isDone = false;
    auto gone = std::make_unique<QObject>();
    system.callAfter(1ms, gone.get(), [&isCalled] { isCalled = true; });
    system.callAfter(30ms, this, [&isDone] { isDone = true; });
    gone.reset();
    QTRY_VERIFY(isDone);
    QVERIFY(!isCalled);
}

void ClockTest::standsStillUntilMoved()
{
    ManualClock clock(QDateTime(QDate(2026, 5, 6), QTime(7, 8), QTimeZone::UTC));
    QCOMPARE(clock.elapsed(), 0ms);
    clock.advance(90s);
    QCOMPARE(clock.elapsed(), 90'000ms);
    QCOMPARE(clock.now(), QDateTime(QDate(2026, 5, 6), QTime(7, 9, 30), QTimeZone::UTC));
}

void ClockTest::callsInOrderAndAtTheRightTime()
{
    ManualClock clock;
    QList<std::pair<int, qint64>> calls;
    const auto call = [&](int name) {
        return [&, name] {
            calls.append({name, clock.elapsed().count()});
        };
    };
    clock.callAfter(30ms, this, call(1));
    clock.callAfter(10ms, this, call(2));
    clock.callAfter(10ms, nullptr, call(3));
    clock.callAfter(31ms, this, call(4));
    QCOMPARE(clock.waitingCalls(), 4);
    QCOMPARE(clock.nextCall(), std::optional(10ms));
    clock.advance(30ms);
    QCOMPARE(calls, (QList<std::pair<int, qint64>>{{2, 10}, {3, 10}, {1, 30}}));
    QCOMPARE(clock.nextCall(), std::optional(1ms));
}

void ClockTest::callsWhatFallsDueOnTheWay()
{
    ManualClock clock;
    int calls = 0;
    std::function<void()> again = [&] {
        ++calls;
        clock.callAfter(10ms, this, again);
    };
    clock.callAfter(10ms, this, again);
    clock.advance(35ms);
    QCOMPARE(calls, 3);
    QCOMPARE(clock.elapsed(), 35ms);
}

void ClockTest::callsAtOnceFromTheEventLoop()
{
    ManualClock clock;
    int calls = 0;
    clock.callAfter(0ms, this, [&calls] { ++calls; });
    clock.callAfter(0ms, nullptr, [&calls] { ++calls; });
    QCOMPARE(calls, 0);
    QTRY_COMPARE(calls, 2);
}

void ClockTest::forgetsThoseWhoAreGone()
{
    ManualClock clock;
    bool isCalled = false;
    auto gone = std::make_unique<QObject>();
    clock.callAfter(10ms, gone.get(), [&isCalled] { isCalled = true; });
    gone.reset();
    QCOMPARE(clock.waitingCalls(), 0);
    QCOMPARE(clock.nextCall(), std::nullopt);
    clock.advance(20ms);
    QVERIFY(!isCalled);
}

QTEST_GUILESS_MAIN(ClockTest)
#include "clocktest.moc"
