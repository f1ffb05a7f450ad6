// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/scriptednetwork.h"
#include "net/clientfixture.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Support::ScriptedNetworkAccessManager;

/// The script itself has to be worth trusting: it is what providers' tests stand on.
class ScriptedNetworkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void playsWhatWasExpected();
    void comparesBodiesAsJson();
    void failsTheTestAtADifferentRequest();
    void failsTheTestAtAnUnexpectedRequest();
    void failsTheTestWhenAnExchangeIsNeverUsed();
    void playsFailuresOfTheTransport();

private:
    static Net::HttpClientOptions options()
    {
        Net::HttpClientOptions options;
        options.baseUrl = QUrl(u"https://api.example.com/v1"_s);
        return options;
    }
    static HttpRequest get(const QString &path)
    {
        HttpRequest request;
        request.path = path;
        return request;
    }

    Support::TestEnvironment m_environment;
    Domain::SystemClock m_clock;
};

void ScriptedNetworkTest::playsWhatWasExpected()
{
    ScriptedNetworkAccessManager network;
    network.expectGet(u"/v1/a?page=1"_s, "{\"x\":1}");
    HttpClient client(options(), network, m_clock);
    HttpRequest request = get(u"a"_s);
    request.query.addQueryItem(u"page"_s, u"1"_s);
    const auto sent = client.send(request);
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->body, "{\"x\":1}");
    QVERIFY(network.isPlayed());
    QCOMPARE(network.requests().size(), 1);
}

void ScriptedNetworkTest::comparesBodiesAsJson()
{
    ScriptedNetworkAccessManager network;
    network.expect({"POST"_ba, u"/v1/a"_s, R"({ "b": 2, "a": 1 })"_ba, 201, "{}"_ba});
    HttpClient client(options(), network, m_clock);
    HttpRequest request = get(u"a"_s);
    request.method = Method::Post;
    request.body = R"({"a":1,"b":2})";
    const auto sent = client.send(request);
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->status, 201);
}

void ScriptedNetworkTest::failsTheTestAtADifferentRequest()
{
    ScriptedNetworkAccessManager network;
    network.expectGet(u"/v1/a"_s, "{}");
    HttpClient client(options(), network, m_clock);
    QEXPECT_FAIL("", "the path differs", Continue);
    const auto sent = client.send(get(u"b"_s));
    QCOMPARE(errorOf(sent).kind, ErrorKind::Protocol);
}

void ScriptedNetworkTest::failsTheTestAtAnUnexpectedRequest()
{
    ScriptedNetworkAccessManager network;
    HttpClient client(options(), network, m_clock);
    QEXPECT_FAIL("", "nothing is expected", Continue);
    const auto sent = client.send(get(u"a"_s));
    QCOMPARE(errorOf(sent).kind, ErrorKind::Protocol);
}

void ScriptedNetworkTest::failsTheTestWhenAnExchangeIsNeverUsed()
{
    auto network = std::make_unique<ScriptedNetworkAccessManager>();
    network->expectGet(u"/v1/a"_s, "{}");
    QEXPECT_FAIL("", "it is never asked", Continue);
    network.reset();
}

void ScriptedNetworkTest::playsFailuresOfTheTransport()
{
    ScriptedNetworkAccessManager network;
    network.expect(
        {.method = "GET"_ba, .target = u"/v1/a"_s, .failure = QNetworkReply::HostNotFoundError});
    HttpClient client(options(), network, m_clock);
    QCOMPARE(errorOf(client.send(get(u"a"_s))).kind, ErrorKind::HostNotFound);
}

QTEST_GUILESS_MAIN(ScriptedNetworkTest)
#include "scriptednetworktest.moc"
