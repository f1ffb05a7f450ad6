// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/ratewindow.h"

#include <QTest>

using namespace std::chrono_literals;
using Demo::Instant;
using Demo::Raff::RateWindow;

namespace {

constexpr Instant start{std::chrono::hours(500'000)};

int taken(RateWindow &window, int wanted, Instant at)
{
    int count = 0;
    for (int i = 0; i < wanted; ++i) {
        count += window.take(at) ? 1 : 0;
    }
    return count;
}

} // namespace

class RateWindowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondHasItsRequestsAndTheBurstOfAMinute()
    {
        RateWindow window(30 * 3600, start);
        QCOMPARE(window.limit(), 30);
        QCOMPARE(taken(window, 200, start), 30 + 60);
        QCOMPARE(window.secondsUntilRoom(start), 1);
    }

    void theSecondSlides()
    {
        RateWindow window(2 * 3600, start);
        QCOMPARE(taken(window, 10, start), 2 + 4);
        QCOMPARE(taken(window, 10, start + 999ms), 0);
        QCOMPARE(taken(window, 1, start + 1s), 1);
        QCOMPARE(taken(window, 10, start + 1500ms), 1);
        QCOMPARE(taken(window, 10, start + 1999ms), 0);
        QCOMPARE(taken(window, 10, start + 2s), 1);
    }

    void theBurstIsRenewedAfterAMinute()
    {
        RateWindow window(2 * 3600, start);
        QCOMPARE(taken(window, 10, start), 2 + 4);
        QCOMPARE(taken(window, 10, start + 30s), 2);
        QCOMPARE(taken(window, 10, start + 61s), 2 + 4);
    }

    void aLimitBelowOneASecondCountsWithinTheHour()
    {
        RateWindow window(3, start);
        QCOMPARE(window.limit(), 3);
        QCOMPARE(taken(window, 5, start), 3);
        QCOMPARE(window.secondsUntilRoom(start + 20min), 40 * 60);
        QCOMPARE(taken(window, 5, start + 59min), 0);
        QCOMPARE(taken(window, 5, start + 1h), 3);
    }
};

QTEST_GUILESS_MAIN(RateWindowTest)
#include "ratewindowtest.moc"
