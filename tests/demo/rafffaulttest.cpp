// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/raffcloud.h"
#include "support/testenvironment.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::RaffCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

// How many of many readings are answered.
int answeredOf(RaffCloud &raff, int readings)
{
    int answered = 0;
    for (int i = 0; i < readings; ++i) {
        answered += raff.http().get(u"/projects"_s).status == 200 ? 1 : 0;
    }
    return answered;
}

Demo::CloudOptions withFaults(double rate, quint32 seed)
{
    Demo::CloudOptions options = RaffCloud::options();
    options.faultRate = rate;
    options.seed = seed;
    options.requestsPerHour = 3'600'000;
    return options;
}

// How often each answer came, from 60 readings and 60 writings that change nothing.
QMap<QString, int> answersUnderFaults(quint32 seed)
{
    RaffCloud raff(withFaults(0.5, seed));
    QMap<QString, int> answers;
    for (int i = 0; i < 60; ++i) {
        ++answers[u"GET %1"_s.arg(raff.http().get(u"/projects"_s).status)];
        ++answers[u"DELETE %1"_s.arg(raff.http().del(u"/snapshots/1"_s).status)];
    }
    return answers;
}

} // namespace

// What goes wrong for no reason of the request's own: too many of them, and faults.
class RaffFaultTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tooManyRequestsAreRefusedWithAWayOut()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.requestsPerHour = 3;
        RaffCloud raff(options);
        QCOMPARE(answeredOf(raff, 5), 3);
        const RawAnswer refused = raff.http().get(u"/projects"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.json().value(u"error"_s), u"Rate limit exceeded"_s);
        QCOMPARE(refused.header("Retry-After").toInt(), 3600);
        QCOMPARE(refused.header("X-RateLimit-Limit"), "3"_ba);
        QCOMPARE(refused.header("X-RateLimit-Remaining"), "0"_ba);
        raff.cloud().skipTime(1h);
        const RawAnswer answered = raff.http().get(u"/projects"_s);
        QCOMPARE(answered.status, 200);
        QVERIFY(!answered.hasHeader("X-RateLimit-Limit"));
    }

    void thirtyASecondIsTheUsualLimit()
    {
        QCOMPARE(RaffCloud::options().requestsPerHour, 30 * 3600);
    }

    void whoHasNoKeyIsNotCounted()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.requestsPerHour = 1;
        RaffCloud raff(options);
        RawHttp stranger(raff.cloud().baseUrl(), {});
        QCOMPARE(stranger.get(u"/projects"_s).status, 401);
        QCOMPARE(stranger.get(u"/public/regions"_s).status, 200);
        QCOMPARE(raff.http().get(u"/projects"_s).status, 200);
        QCOMPARE(raff.http().get(u"/projects"_s).status, 429);
        QCOMPARE(raff.http().get(u"/public/regions"_s).status, 200);
    }

    void everyFaultCanBeOrdered_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("part");
        const auto json = u"application/json"_s;
        const auto html = u"text/html"_s;
        QTest::addRow("bad-request") << 400 << json << u"Bad Request"_s;
        QTest::addRow("unauthorized") << 401 << json << u"Unauthorized"_s;
        QTest::addRow("no-balance") << 402 << json << u"Payment Required"_s;
        QTest::addRow("forbidden") << 403 << json << u"Forbidden"_s;
        QTest::addRow("banned") << 403 << json << u"\"reason\":\"banned\""_s;
        QTest::addRow("failed") << 403 << json << u"\"reason\":\"failed\""_s;
        QTest::addRow("no_billing_customer")
            << 403 << json << u"\"reason\":\"no_billing_customer\""_s;
        QTest::addRow("not-found") << 404 << json << u"Not Found"_s;
        QTest::addRow("conflict") << 409 << json << u"Conflict"_s;
        QTest::addRow("throttled") << 429 << json << u"Rate limit exceeded"_s;
        QTest::addRow("server-error") << 500 << json << u"rpc error: code = "_s;
        QTest::addRow("bad-gateway") << 502 << html << u"Bad Gateway"_s;
        QTest::addRow("unavailable") << 503 << json << u"Service Unavailable"_s;
        QTest::addRow("gateway-timeout") << 504 << html << u"Gateway Timeout"_s;
        QTest::addRow("html") << 200 << html << u"<!DOCTYPE html>"_s;
    }

    void everyFaultCanBeOrdered()
    {
        QFETCH(QString, type);
        QFETCH(QString, part);
        RaffCloud raff;
        const QString code = QString::fromUtf8(QTest::currentDataTag());
        raff.cloud().refuseNext({"GET", u"/volumes"_s, code});
        QCOMPARE(raff.http().get(u"/vms"_s).status, 200);
        const RawAnswer answer = raff.http().get(u"/volumes"_s);
        QTEST(answer.status, "status");
        QVERIFY(answer.header("Content-Type").startsWith(type.toLatin1()));
        QVERIFY2(answer.body.contains(part.toUtf8()), answer.body.constData());
        QCOMPARE(answer.hasHeader("Retry-After"), answer.status == 429);
        QCOMPARE(raff.http().get(u"/volumes"_s).status, 200);
    }

    void aFaultMayHideThatTheRequestTookEffect_data()
    {
        QTest::addColumn<Demo::Refusal::Carried>("carried");
        QTest::addColumn<int>("after");
        QTest::addRow("it did") << Demo::Refusal::Carried::Out << 404;
        QTest::addRow("it did not") << Demo::Refusal::Carried::NotOut << 200;
    }

    void aFaultMayHideThatTheRequestTookEffect()
    {
        QFETCH(Demo::Refusal::Carried, carried);
        RaffCloud raff;
        const QString path = raff.path(u"snapshots"_s, u"pre-upgrade"_s);
        raff.cloud().refuseNext({"DELETE", u"/snapshots/"_s, u"bad-gateway"_s, carried});
        RawHttp &http = raff.http(u"Client shops"_s);
        QCOMPARE(http.del(path).status, 502);
        QTEST(http.del(path).status, "after");
    }

    void aShareOfAllRequestsFails()
    {
        const QMap<QString, int> answers = answersUnderFaults(1);
        QCOMPARE(QStringList(answers.keyBegin(), answers.keyEnd()).join(u' '),
                 u"DELETE 400 DELETE 429 DELETE 500 DELETE 502 DELETE 503 GET 200 GET 429 GET 500 "
                 "GET 502 GET 503"_s);
        QCOMPARE(answersUnderFaults(1), answers);
        QVERIFY(answersUnderFaults(2) != answers);
    }
};

QTEST_GUILESS_MAIN(RaffFaultTest)
#include "rafffaulttest.moc"
