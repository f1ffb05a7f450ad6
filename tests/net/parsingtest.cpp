// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/parsing.h"
#include "net/clientfixture.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSemaphore>
#include <QThread>

using namespace Qt::StringLiterals;
using Domain::Result;

namespace {

std::atomic<QThread *> parsedOn = nullptr;
QSemaphore mayParse; ///< for the parser that waits

Result<int> readNumber(const QByteArray &body)
{
    parsedOn = QThread::currentThread();
    const QJsonDocument json = QJsonDocument::fromJson(body);
    if (!json["number"_L1].isDouble()) {
        return Domain::failure(ErrorKind::Protocol, u"number"_s);
    }
    return json["number"_L1].toInt();
}

Result<int> readSlowly(const QByteArray &body)
{
    mayParse.acquire();
    return readNumber(body);
}

HttpRequest request(Method method)
{
    HttpRequest request;
    request.method = method;
    request.path = u"number"_s;
    return request;
}

} // namespace

class ParsingTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parsesOnAWorkerAndAnswersHere();
    void passesFailuresOn();
    void tellsWhatCouldNotBeRead_data();
    void tellsWhatCouldNotBeRead();
    void settlesWhenTheClientDiesBeforeTheAnswer();
    void settlesWhenTheClientDiesWhileParsing();
    void takesTheRequestBackWhenCancelled();

private:
    Support::TestEnvironment m_environment;
};

void ParsingTest::parsesOnAWorkerAndAnswersHere()
{
    LoopbackServer server(
        [](const ServedRequest &) { return ServedAnswer{200, R"({"number":7})"}; });
    ClientFixture fixture(server.url());
    parsedOn = nullptr;
    QThread *answeredOn = nullptr;
    int number = 0;
    Net::sendAndParse<int>(fixture.client(), request(Method::Get), readNumber)
        .then(this, [&](const Result<int> &result) {
            answeredOn = QThread::currentThread();
            number = result.value_or(-1);
        });
    QTRY_COMPARE(number, 7);
    QCOMPARE(answeredOn, thread());
    QVERIFY(parsedOn);
    QVERIFY(parsedOn != thread());
}

void ParsingTest::passesFailuresOn()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{404, {}}; });
    ClientFixture fixture(server.url());
    const auto read = Net::sendAndParse<int>(fixture.client(), request(Method::Get), readNumber);
    QCOMPARE(errorOf(read).kind, ErrorKind::NotFound);
}

void ParsingTest::tellsWhatCouldNotBeRead_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("truncated") << QByteArray(R"({"number":)");
    QTest::addRow("field is missing") << QByteArray(R"({"nummer":7})");
    QTest::addRow("field has another type") << QByteArray(R"({"number":"7"})");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("no JSON") << QByteArray("sorry");
}

void ParsingTest::tellsWhatCouldNotBeRead()
{
    QFETCH(const QByteArray, body);
    LoopbackServer server([body](const ServedRequest &) {
        ServedAnswer answer{200, body};
        answer.headers.append("X-Correlation-Id"_L1, "abc-123"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    const Domain::Error read =
        errorOf(Net::sendAndParse<int>(fixture.client(), request(Method::Get), readNumber));
    Domain::Error expected;
    expected.kind = ErrorKind::Protocol;
    expected.message = u"number"_s;
    expected.httpStatus = 200;
    expected.requestId = u"abc-123"_s;
    expected.host = u"127.0.0.1"_s;
    QCOMPARE(read, expected);
    const Domain::Error write =
        errorOf(Net::sendAndParse<int>(fixture.client(), request(Method::Post), readNumber));
    expected.effect = Effect::Ambiguous; // accepted, but what was made is not known
    QCOMPARE(write, expected);
    QCOMPARE(server.requests().size(), 2);
}

void ParsingTest::settlesWhenTheClientDiesBeforeTheAnswer()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    const auto read = Net::sendAndParse<int>(fixture.client(), request(Method::Get), readNumber);
    QTRY_COMPARE(server.inFlight(), 1);
    fixture.made.reset();
    QVERIFY(read.isFinished());
    QCOMPARE(errorOf(read).kind, ErrorKind::Cancelled);
}

void ParsingTest::settlesWhenTheClientDiesWhileParsing()
{
    LoopbackServer server(
        [](const ServedRequest &) { return ServedAnswer{200, R"({"number":7})"}; });
    ClientFixture fixture(server.url());
    const auto read = Net::sendAndParse<int>(fixture.client(), request(Method::Get), readSlowly);
    QTRY_COMPARE(QThreadPool::globalInstance()->activeThreadCount(), 1);
    fixture.made.reset();
    QVERIFY(read.isFinished());
    QCOMPARE(errorOf(read).kind, ErrorKind::Cancelled);
    mayParse.release();
    QVERIFY(QThreadPool::globalInstance()->waitForDone(20'000));
    QCoreApplication::processEvents();
}

void ParsingTest::takesTheRequestBackWhenCancelled()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    server.hold();
    auto read = Net::sendAndParse<int>(fixture.client(), request(Method::Get), readNumber);
    QTRY_COMPARE(server.inFlight(), 1);
    read.cancel();
    QTRY_COMPARE(server.abandoned(), 1);
    QTRY_VERIFY(read.isFinished());
}

QTEST_GUILESS_MAIN(ParsingTest)
#include "parsingtest.moc"
