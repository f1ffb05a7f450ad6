// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "support/testenvironment.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Say = ServedAnswer::Say;
using Then = ServedAnswer::Then;

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;

/// Sends a body of no announced length until the client hangs up or `most` bytes are written.
class EndlessServer final : public QObject
{
public:
    explicit EndlessServer(qint64 most)
        : m_left(most)
    {
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, [this] {
            QTcpSocket *socket = m_server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                if (socket->readAll().contains("\r\n\r\n")) {
                    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                  "Connection: close\r\n\r\n");
                    push(socket);
                }
            });
            connect(socket, &QTcpSocket::bytesWritten, this, [this, socket] {
                if (socket->bytesToWrite() == 0) {
                    push(socket);
                }
            });
            connect(socket, &QTcpSocket::disconnected, this, [this] { hasHungUp = true; });
        });
        m_server.listen(QHostAddress::LocalHost);
    }

    [[nodiscard]] QUrl url() const
    {
        return QUrl(u"http://127.0.0.1:%1/v1"_s.arg(m_server.serverPort()));
    }
    [[nodiscard]] qint64 left() const { return m_left; }
    bool hasHungUp = false;

private:
    void push(QTcpSocket *socket)
    {
        const qint64 size = std::min(m_left, mebibyte);
        m_left -= size;
        size > 0 ? void(socket->write(QByteArray(size, ' '))) : socket->disconnectFromHost();
    }

    QTcpServer m_server;
    qint64 m_left;
};

quint16 closedPort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

/// What happens below HTTP, and the limits we set ourselves.
class TransportTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsThatNobodyListens();
    void tellsThatTheHostIsUnknown();
    void refusesACertificateSignedByNobody();
    void refusesACertificateOfAnUnknownAuthority();
    void acceptsAnAuthorityOfTheOperatorsOwn();
    void tellsThatTheConnectionWasCut_data();
    void tellsThatTheConnectionWasCut();
    void triesAgainWhenReadingOnly();
    void waitsForALongAnswerAsLongAsItFlows();
    void tellsThatNoAnswerCame();
    void refusesAnAnswerThatIsAnnouncedTooLarge();
    void stopsReadingAnAnswerThatGrowsTooLarge();
    void readsAnAnswerJustBelowTheLimit();

private:
    Support::TestEnvironment m_environment;
};

void TransportTest::tellsThatNobodyListens()
{
    ClientFixture fixture(QUrl(u"http://127.0.0.1:%1/v1"_s.arg(closedPort())));
    for (const Method method : {Method::Get, Method::Post}) {
        const Domain::Error error = errorOf(fixture.send(method, u"servers"_s));
        QCOMPARE(error.kind, ErrorKind::NoConnection);
        QCOMPARE(error.effect, Effect::None);
        QCOMPARE(error.host, u"127.0.0.1"_s);
        QCOMPARE(error.httpStatus, 0);
        QVERIFY(!error.message.isEmpty());
    }
}

void TransportTest::tellsThatTheHostIsUnknown()
{
    ClientFixture fixture(QUrl(u"https://snapdeck.invalid/v1"_s));
    const Domain::Error error = errorOf(fixture.send(Method::Post, u"servers"_s));
    QCOMPARE(error.kind, ErrorKind::HostNotFound);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(error.host, u"snapdeck.invalid"_s);
}

void TransportTest::refusesACertificateSignedByNobody()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; },
                          LoopbackServer::Identity::SelfSigned);
    ClientFixture fixture(server.url());
    fixture.trustServers();
    for (const Method method : {Method::Get, Method::Post}) {
        const Domain::Error error = errorOf(fixture.send(method, u"servers"_s));
        QCOMPARE(error.kind, ErrorKind::Tls);
        QCOMPARE(error.effect, Effect::None);
        QVERIFY(!error.message.isEmpty());
    }
    QVERIFY(server.requests().isEmpty());
}

void TransportTest::refusesACertificateOfAnUnknownAuthority()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; },
                          LoopbackServer::Identity::Trusted);
    ClientFixture fixture(server.url()); // trusts what the system trusts
    const Domain::Error error = errorOf(fixture.send(Method::Get, u"servers"_s));
    QCOMPARE(error.kind, ErrorKind::Tls);
    QVERIFY(server.requests().isEmpty());
}

void TransportTest::acceptsAnAuthorityOfTheOperatorsOwn()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; },
                          LoopbackServer::Identity::Trusted);
    ClientFixture fixture(server.url());
    fixture.trustServers();
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(server.requests().size(), 1);
}

void TransportTest::tellsThatTheConnectionWasCut_data()
{
    QTest::addColumn<Method>("method");
    QTest::addColumn<ServedAnswer>("answer");
    const auto row = [](const char *name, Method method, Say say, Then then) {
        ServedAnswer answer{200, QByteArray(100'000, 'x')};
        answer.say = say;
        answer.then = then;
        QTest::addRow("%s", name) << method << answer;
    };
    row("reading, closed before the answer", Method::Get, Say::Nothing, Then::Close);
    row("reading, reset before the answer", Method::Get, Say::Nothing, Then::Reset);
    row("reading, closed after the head", Method::Get, Say::HeadOnly, Then::Close);
    row("reading, closed in the body", Method::Get, Say::CutShort, Then::Close);
    row("reading, reset in the body", Method::Get, Say::CutShort, Then::Reset);
    row("writing, closed after the head", Method::Post, Say::HeadOnly, Then::Close);
    row("writing, closed in the body", Method::Post, Say::CutShort, Then::Close);
    row("writing, reset in the body", Method::Post, Say::CutShort, Then::Reset);
}

void TransportTest::tellsThatTheConnectionWasCut()
{
    QFETCH(const Method, method);
    QFETCH(const ServedAnswer, answer);
    LoopbackServer server([&answer](const ServedRequest &) { return ServedAnswer(answer); });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const auto sent = fixture.send(method, u"servers"_s);
    QVERIFY(fixture.passTime(sent));
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::Interrupted);
    QCOMPARE(error.effect, method == Method::Get ? Effect::None : Effect::Ambiguous);
    QCOMPARE(error.host, u"127.0.0.1"_s);
    if (method == Method::Post) {
        QCOMPARE(server.requests().size(), 1);
    }
}

void TransportTest::triesAgainWhenReadingOnly()
{
    int failures = 3;
    LoopbackServer server([&failures](const ServedRequest &) {
        ServedAnswer answer{200, R"({"whole":true})"};
        answer.say = failures > 0 ? Say::CutShort : Say::All;
        answer.then = failures > 0 ? Then::Close : Then::Keep;
        --failures;
        return answer;
    });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(fixture.passTime(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(sent.result()->body, R"({"whole":true})");
    QCOMPARE(server.requests().size(), 4);
}

void TransportTest::waitsForALongAnswerAsLongAsItFlows()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    ClientFixture fixture(QUrl(u"http://127.0.0.1:%1/v1"_s.arg(server.serverPort())));
    fixture.clock = &fixture.manualClock;
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QTRY_VERIFY(server.hasPendingConnections());
    QTcpSocket *socket = server.nextPendingConnection();
    QTRY_VERIFY(socket->bytesAvailable() > 0);
    QSignalSpy read(fixture.manager.findChild<QNetworkReply *>(), &QNetworkReply::readyRead);
    socket->write("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
    for (int byte = 1; byte < 5; ++byte) {
        socket->write("x");
        QTRY_COMPARE(read.count(), byte);
        fixture.manualClock.advance(20s);
        QVERIFY(!sent.isFinished());
    }
    socket->write("x");
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->body, "xxxxx");
}

void TransportTest::tellsThatNoAnswerCame()
{
    ServedAnswer silent;
    silent.say = Say::Nothing;
    LoopbackServer server([silent](const ServedRequest &) { return silent; });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    for (int attempt = 1; attempt <= 2; ++attempt) {
        QTRY_COMPARE(server.count("GET"), attempt);
        fixture.manualClock.advance(30s); // the time-out
        fixture.manualClock.advance(30s); // which is looked at again when the request got under way
        if (attempt == 1) {
            QVERIFY(!sent.isFinished());
            QTRY_VERIFY(fixture.manualClock.nextCall().value_or(1h) < 5s);
            fixture.manualClock.advance(5s);
        }
    }
    const Domain::Error error = errorOf(sent);
    QCOMPARE(error.kind, ErrorKind::TimedOut);
    QCOMPARE(error.effect, Effect::None);
    QCOMPARE(server.count("GET"), 2);
}

void TransportTest::refusesAnAnswerThatIsAnnouncedTooLarge()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{200, QByteArray(2000, 'x')};
        return answer;
    });
    ClientFixture fixture(server.url());
    fixture.options.maximumBody = 1000;
    const Domain::Error read = errorOf(fixture.send(Method::Get, u"servers"_s));
    QCOMPARE(read.kind, ErrorKind::TooLarge);
    QCOMPARE(server.count("GET"), 1);
    const Domain::Error write = errorOf(fixture.send(Method::Post, u"servers"_s));
    QCOMPARE(write.kind, ErrorKind::TooLarge);
    QCOMPARE(write.effect, Effect::Ambiguous);
}

void TransportTest::stopsReadingAnAnswerThatGrowsTooLarge()
{
    EndlessServer server(1024 * mebibyte);
    ClientFixture fixture(server.url());
    QCOMPARE(fixture.options.maximumBody, 64 * mebibyte);
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(sent, 120'000));
    QCOMPARE(errorOf(sent).kind, ErrorKind::TooLarge);
    QTRY_VERIFY(server.hasHungUp);
    QVERIFY(server.left() > 900 * mebibyte);
}

void TransportTest::readsAnAnswerJustBelowTheLimit()
{
    EndlessServer server(3 * mebibyte);
    ClientFixture fixture(server.url());
    fixture.options.maximumBody = 3 * mebibyte;
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(settles(sent));
    QVERIFY(sent.result().has_value());
    QCOMPARE(sent.result()->body.size(), 3 * mebibyte);
}

QTEST_GUILESS_MAIN(TransportTest)
#include "transporttest.moc"
