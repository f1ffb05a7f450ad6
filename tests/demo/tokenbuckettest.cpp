// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/tokenbucket.h"

#include <QTest>

using namespace Demo;
using namespace std::chrono_literals;

namespace {
const Instant start{};
}

class TokenBucketTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesAWholeHourAtOnceAndThenNoMore()
    {
        TokenBucket bucket(3, start);
        QVERIFY(bucket.take(start));
        QVERIFY(bucket.take(start));
        QVERIFY(bucket.take(start));
        QVERIFY(!bucket.take(start));
        QCOMPARE(bucket.remaining(), 0);
    }

    void refillsAllTheTime()
    {
        TokenBucket bucket(3600, start);
        for (int i = 0; i < 3600; ++i) {
            QVERIFY(bucket.take(start));
        }
        QVERIFY(!bucket.take(start + 999ms));
        QVERIFY(bucket.take(start + 1s));
        QVERIFY(!bucket.take(start + 1s));
    }

    void isNeverFullerThanItsLimit()
    {
        TokenBucket bucket(10, start);
        QVERIFY(bucket.take(start + 24h));
        QCOMPARE(bucket.remaining(), 9);
    }

    void tellsWhenItIsFullAgainAndWhenTheNextTokenComes()
    {
        TokenBucket bucket(3600, start);
        for (int i = 0; i < 3600; ++i) {
            QVERIFY(bucket.take(start));
        }
        QCOMPARE(bucket.fullAgainAt(), start + 3600s);
        QCOMPARE(bucket.untilNextToken(), 1s);
        QVERIFY(bucket.take(start + 60s));
        QCOMPARE(bucket.untilNextToken(), 0s);
    }
};

QTEST_GUILESS_MAIN(TokenBucketTest)
#include "tokenbuckettest.moc"
