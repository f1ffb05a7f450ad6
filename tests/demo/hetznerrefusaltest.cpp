// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::HetznerCloud;
using Support::idOf;
using Support::RawAnswer;
using Support::RawHttp;
using Support::refusalText;

namespace {

// How often each answer came, from 100 readings and 100 writings that change nothing.
QMap<QString, int> answersUnderFaults(double rate, quint32 seed)
{
    Demo::CloudOptions options = HetznerCloud::options();
    options.faultRate = rate;
    options.seed = seed;
    HetznerCloud hetzner(options);
    QMap<QString, int> answers;
    for (int i = 0; i < 100; ++i) {
        const RawAnswer read = hetzner.http().get(u"/images/1"_s);
        const RawAnswer written = hetzner.http().del(u"/images/1"_s);
        ++answers[u"GET "_s + refusalText(read)];
        ++answers[u"DELETE "_s + refusalText(written)];
    }
    return answers;
}

// Asks again until the answer is the resource's own.
RawAnswer readUntilAnswered(HetznerCloud &hetzner, const QString &path)
{
    RawAnswer answer = hetzner.http().get(path);
    while (answer.status != 200 && answer.status != 404) {
        answer = hetzner.http().get(path);
    }
    return answer;
}

QList<qint64> deletableIds(HetznerCloud &hetzner)
{
    QList<qint64> ids;
    for (int page = 1; page <= 4; ++page) {
        const RawAnswer answer =
            readUntilAnswered(hetzner, u"/images?type=snapshot&per_page=50&page=%1"_s.arg(page));
        for (const QJsonValueConstRef image : answer.array(u"images"_s)) {
            if (!image[u"protection"_s][u"delete"_s].toBool()) {
                ids.append(idOf(image.toObject()));
            }
        }
    }
    return ids;
}

} // namespace

class HetznerRefusalTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aWrongTokenIsRefused_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addRow("none") << QString();
        QTest::addRow("another") << u"demo-secret-of-somebody-else"_s;
        QTest::addRow("a part of it") << HetznerCloud::options().token.left(63);
    }

    void aWrongTokenIsRefused()
    {
        QFETCH(QString, token);
        HetznerCloud hetzner;
        RawHttp http(hetzner.cloud().baseUrl(), token);
        QCOMPARE(refusalText(http.get(u"/servers"_s)), u"401 unauthorized"_s);
        QCOMPARE(refusalText(http.get(u"/nowhere"_s)), u"401 unauthorized"_s);
    }

    void aReplacedTokenIsWrongFromThenOn()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http().get(u"/servers"_s).status, 200);
        hetzner.cloud().replaceToken(u"demo-secret-new"_s);
        QCOMPARE(refusalText(hetzner.http().get(u"/servers"_s)), u"401 unauthorized"_s);
    }

    void aReadOnlyTokenReadsAndDoesNotWrite()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.readOnlyToken = u"demo-secret-read-only"_s;
        HetznerCloud hetzner(options);
        RawHttp http(hetzner.cloud().baseUrl(), options.readOnlyToken);
        QCOMPARE(http.get(u"/servers"_s).status, 200);
        const QString image = hetzner.imagePath(u"test 2"_s);
        QCOMPARE(refusalText(http.del(image)), u"401 token_readonly"_s);
        QCOMPARE(refusalText(http.put(image, QJsonObject{})), u"401 token_readonly"_s);
        QCOMPARE(refusalText(http.post(hetzner.actionPath(u"web-1"_s, u"shutdown"_s))),
                 u"401 token_readonly"_s);
        QCOMPARE(hetzner.http().get(image).status, 200);
    }

    void whatIsNotThereIsRefused_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("refusal");
        QTest::addRow("no such page") << "GET"_ba << u"/snapshots"_s << u"404 not_found"_s;
        QTest::addRow("no such image") << "GET"_ba << u"/images/1"_s << u"404 not_found"_s;
        QTest::addRow("no number") << "GET"_ba << u"/images/web"_s << u"404 not_found"_s;
        QTest::addRow("no such server")
            << "POST"_ba << u"/servers/1/actions/poweron"_s << u"404 not_found"_s;
        QTest::addRow("no such action")
            << "POST"_ba << u"/servers/1/actions/explode"_s << u"405 method_not_allowed"_s;
        QTest::addRow("actions of no server")
            << "GET"_ba << u"/servers/1/actions"_s << u"404 not_found"_s;
        QTest::addRow("wrong method") << "DELETE"_ba << u"/images"_s << u"405 method_not_allowed"_s;
        QTest::addRow("wrong method with a body")
            << "PATCH"_ba << u"/images/1"_s << u"405 method_not_allowed"_s;
        QTest::addRow("an endpoint that was removed")
            << "GET"_ba << u"/datacenters"_s << u"410 deprecated_api_endpoint"_s;
        QTest::addRow("all actions at once")
            << "GET"_ba << u"/actions"_s << u"410 deprecated_api_endpoint"_s;
    }

    void whatIsNotThereIsRefused()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        HetznerCloud hetzner;
        QTEST(refusalText(hetzner.http().send(method, path)), "refusal");
    }

    void aBodyMustBeAJsonObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addRow("nothing") << QByteArray();
        QTest::addRow("truncated") << "{\"description\":\"x"_ba;
        QTest::addRow("a list") << "[]"_ba;
    }

    void aBodyMustBeAJsonObject()
    {
        QFETCH(QByteArray, body);
        HetznerCloud hetzner;
        const QString path = hetzner.actionPath(u"web-1"_s, u"create_image"_s);
        QCOMPARE(refusalText(hetzner.http().send("POST", path, body)), u"400 json_error"_s);
    }

    void everyAnswerCarriesTheLimitAndACorrelationId()
    {
        HetznerCloud hetzner;
        RawHttp stranger(hetzner.cloud().baseUrl(), {});
        QSet<QByteArray> ids;
        const QList<RawAnswer> answers{
            hetzner.http().get(u"/servers"_s), hetzner.http().get(u"/nowhere"_s),
            hetzner.http().del(hetzner.imagePath(u"test 2"_s)), stranger.get(u"/servers"_s)};
        for (const RawAnswer &answer : answers) {
            QCOMPARE(answer.header("RateLimit-Limit"), "3600");
            QVERIFY(answer.header("RateLimit-Remaining").toInt() < 3600);
            QVERIFY(answer.header("RateLimit-Reset").toLongLong()
                    >= HetznerCloud::options().startTime.toSecsSinceEpoch());
            ids.insert(answer.header("X-Correlation-Id"));
        }
        QCOMPARE(ids.size(), answers.size());
    }

    void tooManyRequestsAreRefusedUntilOneIsAllowedAgain_data()
    {
        QTest::addColumn<bool>("tellsRetryAfter");
        QTest::addRow("without Retry-After") << false;
        QTest::addRow("with Retry-After") << true;
    }

    void tooManyRequestsAreRefusedUntilOneIsAllowedAgain()
    {
        QFETCH(bool, tellsRetryAfter);
        Demo::CloudOptions options = HetznerCloud::options();
        options.requestsPerHour = 3;
        options.retryAfter = tellsRetryAfter ? Demo::CloudOptions::RetryAfter::Sent
                                             : Demo::CloudOptions::RetryAfter::Omitted;
        HetznerCloud hetzner(options);
        for (int remaining = 2; remaining >= 0; --remaining) {
            const RawAnswer answer = hetzner.http().get(u"/locations"_s);
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.header("RateLimit-Remaining").toInt(), remaining);
        }
        const RawAnswer refused = hetzner.http().get(u"/locations"_s);
        QCOMPARE(refusalText(refused), u"429 rate_limit_exceeded"_s);
        QCOMPARE(refused.header("RateLimit-Remaining"), "0");
        QCOMPARE(refused.hasHeader("Retry-After"), tellsRetryAfter);
        if (tellsRetryAfter) {
            const int wait = refused.header("Retry-After").toInt();
            QVERIFY(wait > 1190 && wait <= 1200);
        }
        hetzner.cloud().skipTime(1201s);
        QCOMPARE(hetzner.http().get(u"/locations"_s).status, 200);
        QCOMPARE(hetzner.http().get(u"/locations"_s).status, 429);
    }

    void anOrderedRefusalHappensOnce()
    {
        HetznerCloud hetzner;
        const QString path = hetzner.imagePath(u"test 2"_s);
        hetzner.cloud().refuseNext({"DELETE", u"/images/"_s, u"conflict"_s});
        QCOMPARE(hetzner.http().get(path).status, 200);
        QCOMPARE(refusalText(hetzner.http().del(path)), u"409 conflict"_s);
        QCOMPARE(hetzner.http().del(path).status, 204);
    }

    void aRefusedRequestMayHaveTakenEffect()
    {
        HetznerCloud hetzner;
        hetzner.cloud().refuseNext(
            {"POST", u"create_image"_s, u"unavailable"_s, Demo::Refusal::Carried::Out});
        const RawAnswer answer = hetzner.http().post(
            hetzner.actionPath(u"web-2"_s, u"create_image"_s), {{u"description"_s, u"twin"_s}});
        QCOMPARE(refusalText(answer), u"503 unavailable"_s);
        QVERIFY(idOf(hetzner.snapshot(u"twin"_s)) > 0);
    }

    void everyCodeOfTheVendorCanBeOrdered_data()
    {
        QTest::addColumn<int>("status");
        QTest::addRow("json_error") << 400;
        QTest::addRow("forbidden") << 403;
        QTest::addRow("maintenance") << 403;
        QTest::addRow("resource_limit_exceeded") << 403;
        QTest::addRow("uniqueness_error") << 409;
        QTest::addRow("resource_unavailable") << 412;
        QTest::addRow("service_error") << 422;
        QTest::addRow("unsupported_error") << 422;
        QTest::addRow("locked") << 423;
        QTest::addRow("rate_limit_exceeded") << 429;
        QTest::addRow("server_error") << 500;
        QTest::addRow("unavailable") << 503;
        QTest::addRow("timeout") << 504;
    }

    void everyCodeOfTheVendorCanBeOrdered()
    {
        HetznerCloud hetzner;
        const QString code = QString::fromLatin1(QTest::currentDataTag());
        hetzner.cloud().refuseNext({"GET", u"/servers"_s, code});
        const RawAnswer answer = hetzner.http().get(u"/servers"_s);
        QFETCH(int, status);
        QCOMPARE(refusalText(answer), u"%1 %2"_s.arg(status).arg(code));
        QVERIFY(!answer.object(u"error"_s).value(u"message"_s).toString().isEmpty());
    }

    void aBadGatewayIsAPageForPeople()
    {
        HetznerCloud hetzner;
        hetzner.cloud().refuseNext({"GET", u"/servers"_s, u"bad_gateway"_s});
        const RawAnswer answer = hetzner.http().get(u"/servers"_s);
        QCOMPARE(answer.status, 502);
        QCOMPARE(answer.header("Content-Type"), "text/html");
        QVERIFY(answer.body.startsWith("<html>"));
    }

    void faultsComeAtTheirRateAndByTheirSeed()
    {
        const QMap<QString, int> answers = answersUnderFaults(0.5, 1);
        const int fine =
            answers.value(u"GET 404 not_found"_s) + answers.value(u"DELETE 404 not_found"_s);
        QVERIFY2(fine > 70 && fine < 130, qPrintable(QString::number(fine)));
        QCOMPARE(QStringList(answers.keyBegin(), answers.keyEnd()).join(u", "_s),
                 u"DELETE 404 not_found, DELETE 409 conflict, DELETE 423 locked, "
                 "DELETE 429 rate_limit_exceeded, DELETE 502 , DELETE 503 unavailable, "
                 "GET 404 not_found, GET 429 rate_limit_exceeded, GET 502 , GET 503 unavailable"_s);
        QCOMPARE(answersUnderFaults(0.5, 1), answers);
        QVERIFY(answersUnderFaults(0.5, 2) != answers);
    }

    void whatBreaksDownMayOrMayNotHaveTakenEffect()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.faultRate = 0.5;
        options.snapshotCount = 200;
        HetznerCloud hetzner(options);
        QMap<QString, int> ends;
        for (const qint64 id : deletableIds(hetzner)) {
            const QString path = u"/images/%1"_s.arg(id);
            const int refused = hetzner.http().del(path).status;
            const bool isGone = readUntilAnswered(hetzner, path).status == 404;
            ++ends[u"%1 %2"_s.arg(refused).arg(isGone ? u"gone"_s : u"there"_s)];
        }
        QCOMPARE(QStringList(ends.keyBegin(), ends.keyEnd()).join(u", "_s),
                 u"204 gone, 409 there, 423 there, 429 there, 502 gone, 502 there, 503 gone, "
                 "503 there"_s);
    }
};

QTEST_GUILESS_MAIN(HetznerRefusalTest)
#include "hetznerrefusaltest.moc"
