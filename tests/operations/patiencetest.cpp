// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/patience.h"

#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Domain;
using namespace Operations;
using std::chrono::milliseconds;

namespace {

Error errorOf(ErrorKind kind)
{
    return failure(kind).error();
}

/// The pauses in seconds until it is given up: "1 2 4 8 16".
QString pauses(const std::function<std::optional<milliseconds>(int)> &pauseAt)
{
    QStringList seconds;
    for (int i = 0; i < 100; ++i) {
        const std::optional<milliseconds> pause = pauseAt(i);
        if (!pause) {
            break;
        }
        seconds.append(QString::number(static_cast<double>(pause->count()) / 1000));
    }
    return seconds.join(u' ');
}

} // namespace

class PatienceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsAgainAfterRefusals_data();
    void sendsAgainAfterRefusals();
    void outlastsTheWorkThatKeepsAServerFromStarting();
    void doesNotWaitLongerThanAPersonWould();
    void looksTwiceBeforeNothingIsBelieved();
    void waitsOutALostNetwork_data();
    void waitsOutALostNetwork();
    void followsWithGrowingPauses();

private:
    Support::TestEnvironment m_environment;
};

void PatienceTest::sendsAgainAfterRefusals_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<QString>("usually");
    QTest::addColumn<bool>("isWaitedOutHalfDone");
    QTest::addColumn<bool>("isWaitedOutToBringTheServerBack");

    const auto add = [](const char *name, ErrorKind kind, const QString &usually, bool back) {
        const bool isLost = kind == ErrorKind::NoConnection || kind == ErrorKind::HostNotFound;
        QTest::addRow("%s", name) << kind << usually << (isLost || !usually.isEmpty()) << back;
    };
    add("locked", ErrorKind::Locked, u"2 4 8 16 30 30 30 30 30 30"_s, true);
    add("conflict", ErrorKind::Conflict, u"1 2 4 8 16"_s, true);
    add("rate limited", ErrorKind::RateLimited, u"2 4 8 16 32 60"_s, true);
    add("no connection", ErrorKind::NoConnection, QString(), true);
    add("no host", ErrorKind::HostNotFound, QString(), true);
    add("unavailable", ErrorKind::Unavailable, QString(), true);
    add("unauthorized", ErrorKind::Unauthorized, QString(), false);
    add("read only", ErrorKind::ReadOnlyCredential, QString(), false);
    add("protected", ErrorKind::Protected, QString(), false);
    add("quota", ErrorKind::QuotaExceeded, QString(), false);
    add("not found", ErrorKind::NotFound, QString(), false);
    add("invalid", ErrorKind::InvalidInput, QString(), false);
}

void PatienceTest::sendsAgainAfterRefusals()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const QString, usually);
    QFETCH(const bool, isWaitedOutToBringTheServerBack);

    const auto pausesOf = [kind](Stake stake) {
        return pauses([&](int n) { return pauseBeforeRepeat(errorOf(kind), stake, n); });
    };

    QCOMPARE(pausesOf(Stake::Nothing), usually);
    QTEST(!pausesOf(Stake::HalfDone).isEmpty(), "isWaitedOutHalfDone");
    QCOMPARE(!pausesOf(Stake::ServerOff).isEmpty(), isWaitedOutToBringTheServerBack);
}

void PatienceTest::outlastsTheWorkThatKeepsAServerFromStarting()
{
    milliseconds waited{0};
    for (int n = 0;
         const auto pause = pauseBeforeRepeat(errorOf(ErrorKind::Locked), Stake::ServerOff, n);
         ++n) {
        waited += *pause;
    }
    QVERIFY(waited > 10min);
    QVERIFY(waited < 15min);
}

void PatienceTest::doesNotWaitLongerThanAPersonWould()
{
    Error error = errorOf(ErrorKind::RateLimited);
    error.retryAfter = 5min;
    QVERIFY(pauseBeforeRepeat(error, Stake::Nothing, 0));
    error.retryAfter = 5min + 1ms;
    QVERIFY(!pauseBeforeRepeat(error, Stake::Nothing, 0));
}

void PatienceTest::looksTwiceBeforeNothingIsBelieved()
{
    const auto pausesWithin = [](milliseconds showsWithin) {
        return pauses([showsWithin](int looks) { return pauseBeforeLook(looks, showsWithin); });
    };
    QCOMPARE(pausesWithin(0s), u"1 4"_s);
    QCOMPARE(pausesWithin(5s), u"1 4"_s);
    QCOMPARE(pausesWithin(40s), u"1 4 10 10 10 10"_s);
}

void PatienceTest::waitsOutALostNetwork_data()
{
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<milliseconds>("atLeast");
    QTest::addColumn<milliseconds>("atMost");

    const auto forEver = [](const char *name, ErrorKind kind) {
        QTest::addRow("%s", name) << kind << milliseconds(90min) << milliseconds(100min);
    };
    const auto aWhile = [](const char *name, ErrorKind kind) {
        QTest::addRow("%s", name) << kind << milliseconds(10min) << milliseconds(15min);
    };
    const auto never = [](const char *name, ErrorKind kind) {
        QTest::addRow("%s", name) << kind << 0ms << 0ms;
    };
    forEver("no connection", ErrorKind::NoConnection);
    forEver("no host", ErrorKind::HostNotFound);
    forEver("timed out", ErrorKind::TimedOut);
    forEver("interrupted", ErrorKind::Interrupted);
    aWhile("server error", ErrorKind::ServerError);
    aWhile("a login page", ErrorKind::Protocol);
    aWhile("a login page over TLS", ErrorKind::Tls);
    aWhile("rate limited", ErrorKind::RateLimited);
    aWhile("provider replaced", ErrorKind::Cancelled);
    never("unauthorized", ErrorKind::Unauthorized);
    never("forbidden", ErrorKind::Forbidden);
    never("call removed", ErrorKind::Removed);
    never("keychain", ErrorKind::SecretUnavailable);
}

void PatienceTest::waitsOutALostNetwork()
{
    QFETCH(const ErrorKind, kind);
    QFETCH(const milliseconds, atLeast);
    QFETCH(const milliseconds, atMost);

    milliseconds sum = 0ms;
    for (int failures = 1; failures < 100; ++failures) {
        sum += pauseAfterFailedRead(errorOf(kind), failures).value_or(0ms);
    }
    QVERIFY(sum >= atLeast);
    QVERIFY(sum <= atMost);
}

void PatienceTest::followsWithGrowingPauses()
{
    int asked = 0;
    const auto firstTen = [&asked](int poll) -> std::optional<milliseconds> {
        return asked++ < 10 ? std::optional(pauseBeforeFollow(poll)) : std::nullopt;
    };
    QCOMPARE(pauses(firstTen), u"1 1 1 1 1 1.5 2.25 3.375 5 5"_s);
}

QTEST_GUILESS_MAIN(PatienceTest)
#include "patiencetest.moc"
