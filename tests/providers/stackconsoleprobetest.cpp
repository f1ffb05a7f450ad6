// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleprobe.h"
#include "support/loopbackserver.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QNetworkAccessManager>
#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Providers::StackConsoleProbe;
using Support::ServedAnswer;

namespace {

ServedAnswer html(int status)
{
    ServedAnswer answer{.status = status,
                        .body = "<html><head><title>Portal</title></head></html>"};
    answer.headers.append(QHttpHeaders::WellKnownHeader::ContentType, "text/html");
    return answer;
}

ServedAnswer json(int status, const QByteArray &body)
{
    return {.status = status, .body = body};
}

} // namespace

class StackConsoleProbeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void confirmsTheApi_data();
    void confirmsTheApi();
    void saysWhatElseIsThere_data();
    void saysWhatElseIsThere();
    void saysThatNobodyIsThere();
    void refusesAddressesThatMayNotBeAsked_data();
    void refusesAddressesThatMayNotBeAsked();
    void endsWhenNothingComes();
    void canBeTakenBack();

private:
    [[nodiscard]] Result<Done> confirm(const QUrl &url);

    Support::TestEnvironment m_environment;
    QNetworkAccessManager m_network;
    Support::ManualClock m_clock;
};

Result<Done> StackConsoleProbeTest::confirm(const QUrl &url)
{
    const QFuture<Result<Done>> future = StackConsoleProbe::confirm(url, m_network, m_clock);
    const bool isOver = QTest::qWaitFor(
        [&] {
            m_clock.advance(500ms);
            return future.isFinished();
        },
        30'000);
    return isOver ? future.result() : failure(ErrorKind::Unknown, u"never settled"_s);
}

void StackConsoleProbeTest::confirmsTheApi_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addRow("it wants a token")
        << json(401, R"({"status":"Error","message":"Unauthenticated."})");
    QTest::addRow("it answers") << json(200, R"({"status":"Success","data":[]})");
}

void StackConsoleProbeTest::confirmsTheApi()
{
    QFETCH(ServedAnswer, answer);
    Support::LoopbackServer server([&](const Support::ServedRequest &) { return answer; });

    const Result<Done> confirmed = confirm(server.url(u"/backend/api"_s));

    QVERIFY2(confirmed, qPrintable(confirmed ? QString() : confirmed.error().message));
    QCOMPARE(server.requests().size(), 1);
    QCOMPARE(server.requests().first().method, "GET");
    QCOMPARE(server.requests().first().target, "/backend/api/regions");
    QVERIFY(!server.requests().first().headers.contains("Authorization"));
}

void StackConsoleProbeTest::saysWhatElseIsThere_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<QString>("found");
    QTest::addRow("the portal") << html(200) << u"HTML"_s;
    QTest::addRow("the portal, as JSON") << json(200, "<html></html>") << u"a web page"_s;
    QTest::addRow("another API") << json(200, R"({"regions":[]})") << u"JSON of another kind"_s;
    QTest::addRow("an API that counts")
        << json(200, R"({"status":200})") << u"JSON of another kind"_s;
    QTest::addRow("a list") << json(200, "[]") << u"JSON of another kind"_s;
    QTest::addRow("another API that wants a token")
        << json(401, R"({"error":"no"})") << u"JSON of another kind"_s;
    QTest::addRow("nothing to say") << json(200, " ") << u"an empty answer"_s;
    QTest::addRow("text") << json(200, "hello") << u"not JSON"_s;
    QTest::addRow("the API, but not there")
        << json(404, R"({"status":"Error","message":"The route regions could not be found."})")
        << u"404"_s;
    QTest::addRow("a page that is not there") << html(404) << u"404"_s;
}

void StackConsoleProbeTest::saysWhatElseIsThere()
{
    QFETCH(ServedAnswer, answer);
    QFETCH(const QString, found);
    Support::LoopbackServer server([&](const Support::ServedRequest &) { return answer; });
    const QUrl url = server.url(u"/backend/api"_s);

    const Result<Done> confirmed = confirm(url);

    QVERIFY(!confirmed);
    const Error &error = confirmed.error();
    QCOMPARE(error.kind, ErrorKind::Protocol);
    QVERIFY2(error.message.contains(found), qPrintable(error.message));
    QVERIFY2(error.message.startsWith(url.toDisplayString()), qPrintable(error.message));
    QCOMPARE(error.httpStatus, answer.status);
    QCOMPARE(error.host, u"127.0.0.1"_s);
}

void StackConsoleProbeTest::saysThatNobodyIsThere()
{
    QUrl url;
    {
        Support::LoopbackServer gone([](const Support::ServedRequest &) { return ServedAnswer(); });
        url = gone.url();
    }

    const Result<Done> confirmed = confirm(url);

    QVERIFY(!confirmed);
    QCOMPARE(confirmed.error().kind, ErrorKind::NoConnection);
}

void StackConsoleProbeTest::refusesAddressesThatMayNotBeAsked_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addRow("empty") << QUrl();
    QTest::addRow("http") << QUrl(u"http://portal.example/api"_s);
    QTest::addRow("with a password") << QUrl(u"https://me:you@portal.example/api"_s);
}

void StackConsoleProbeTest::refusesAddressesThatMayNotBeAsked()
{
    QFETCH(const QUrl, url);

    const Result<Done> confirmed = confirm(url);

    QVERIFY(!confirmed);
    QCOMPARE(confirmed.error().kind, ErrorKind::InvalidInput);
}

void StackConsoleProbeTest::endsWhenNothingComes()
{
    Support::LoopbackServer server([](const Support::ServedRequest &) { return ServedAnswer(); });
    server.hold();

    const Result<Done> confirmed = confirm(server.url());

    QVERIFY(!confirmed);
    QCOMPARE(confirmed.error().kind, ErrorKind::TimedOut);
}

void StackConsoleProbeTest::canBeTakenBack()
{
    Support::LoopbackServer server([](const Support::ServedRequest &) { return ServedAnswer(); });
    server.hold();
    QFuture<Result<Done>> future = StackConsoleProbe::confirm(server.url(), m_network, m_clock);
    QTRY_COMPARE(server.inFlight(), 1);

    future.cancel();

    QTRY_COMPARE(server.abandoned(), 1);
    QVERIFY(future.isFinished());
}

QTEST_GUILESS_MAIN(StackConsoleProbeTest)
#include "stackconsoleprobetest.moc"
