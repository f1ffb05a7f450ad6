// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/clientfixture.h"
#include "support/testenvironment.h"

#include <QLoggingCategory>
#include <QMutex>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

/// Everything that any thread logs while it lives, with all of our and Qt's network categories on.
class LogCapture
{
public:
    LogCapture()
    {
        s_lines.clear();
        QLoggingCategory::setFilterRules(u"app.net=true\nqt.network*=true\nqt.httpheaders*=true"_s);
        m_before = qInstallMessageHandler(note);
    }
    ~LogCapture()
    {
        qInstallMessageHandler(m_before);
        QLoggingCategory::setFilterRules(QString());
    }
    LogCapture(const LogCapture &) = delete;
    LogCapture &operator=(const LogCapture &) = delete;

    [[nodiscard]] QStringList all() const
    {
        const QMutexLocker lock(&s_mutex);
        return s_lines;
    }
    [[nodiscard]] QStringList ours() const
    {
        return all().filter(QRegularExpression(u"^app\\.net: "_s));
    }

private:
    static void note(QtMsgType /*type*/, const QMessageLogContext &context, const QString &text)
    {
        const QMutexLocker lock(&s_mutex);
        s_lines.append(QString::fromUtf8(context.category) + u": "_s + text);
    }

    static inline QMutex s_mutex;
    static inline QStringList s_lines;
    QtMessageHandler m_before = nullptr;
};

QString texts(const Domain::Error &error)
{
    QStringList texts{error.message, error.code, error.requestId, error.host};
    for (const Domain::ErrorField &field : error.fields) {
        texts += {field.name, field.message};
    }
    return texts.join(u'\n');
}

/// A careless vendor that echoes what it was sent.
Domain::Error echo(Method /*method*/, int /*status*/, const QByteArray &body)
{
    Domain::Error error;
    error.kind = ErrorKind::Unauthorized;
    error.message = QString::fromUtf8(body);
    error.code = QString::fromUtf8(body);
    error.fields = {{QString::fromUtf8(body), QString::fromUtf8(body)}};
    return error;
}

} // namespace

/// What is logged, and what never is.
class LogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void logsEveryRequestInOneLine();
    void logsTheShapeOfThePathOnly();
    void logsEveryTry();
    void keepsTheTokenOutOfLogsAndErrors_data();
    void keepsTheTokenOutOfLogsAndErrors();
    void keepsBodiesAndQueriesOutOfTheLog();
    void keepsTheHeadersOfAnswersOutOfTheLog();

private:
    Support::TestEnvironment m_environment;
};

void LogTest::logsEveryRequestInOneLine()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{201, "{}"};
        answer.headers.append("X-Correlation-Id"_L1, "abc-123"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    const LogCapture log;
    HttpRequest request;
    request.method = Method::Post;
    request.path = u"servers/42/actions/create_image"_s;
    request.pathTemplate = u"servers/{id}/actions/create_image"_s;
    QVERIFY(settles(fixture.client().send(request)));
    QCOMPARE(log.ours().size(), 1);
    const QRegularExpression line(
        u"^app\\.net: POST 127\\.0\\.0\\.1 servers/\\{id\\}/actions/create_image 201 \\d+ ms abc-123$"_s);
    QVERIFY2(line.match(log.ours().constFirst()).hasMatch(), qPrintable(log.ours().constFirst()));
}

void LogTest::logsTheShapeOfThePathOnly()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{}; });
    ClientFixture fixture(server.url());
    const LogCapture log;
    QVERIFY(settles(fixture.send(Method::Get, u"servers/4711/actions"_s)));
    QCOMPARE(log.ours().size(), 1);
    QVERIFY(log.ours().constFirst().contains(u" servers/{id}/actions "_s));
    QVERIFY(!log.ours().constFirst().contains(u"4711"_s));
}

void LogTest::logsEveryTry()
{
    int tries = 0;
    LoopbackServer server([&tries](const ServedRequest &) {
        return ++tries < 3 ? ServedAnswer{502, {}} : ServedAnswer{};
    });
    ClientFixture fixture(server.url());
    fixture.clock = &fixture.manualClock;
    const LogCapture log;
    const auto sent = fixture.send(Method::Get, u"servers"_s);
    QVERIFY(fixture.passTime(sent));
    QCOMPARE(log.ours().size(), 3);
    QVERIFY(log.ours().at(0).contains(u" 502 "_s));
    QVERIFY(log.ours().at(2).contains(u" 200 "_s));
}

void LogTest::keepsTheTokenOutOfLogsAndErrors_data()
{
    QTest::addColumn<ServedAnswer>("answer");
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<QUrl>("elsewhere");
    QTest::addColumn<qint64>("maximumBody");
    const QByteArray good = demoToken();
    const qint64 enough = 1000;
    ServedAnswer refusal{401, "the token " + good + " is wrong"};
    refusal.headers.append("X-Correlation-Id"_L1, good);
    QTest::addRow("echoed in an error") << refusal << good << QUrl() << enough;
    QTest::addRow("refused here") << refusal << good + "\r\n" << QUrl() << enough;
    QTest::addRow("no such host") << refusal << good << QUrl(u"https://snapdeck.invalid/v1"_s)
                                  << enough;
    ServedAnswer success = refusal;
    success.status = 200;
    QTest::addRow("echoed in an answer") << success << good << QUrl() << enough;
    QTest::addRow("too large") << success << good << QUrl() << qint64(3);
    success.say = ServedAnswer::Say::CutShort;
    success.then = ServedAnswer::Then::Reset;
    QTest::addRow("cut short") << success << good << QUrl() << enough;
    ServedAnswer away{302, {}};
    away.headers.append(QHttpHeaders::WellKnownHeader::Location,
                        "https://snapdeck.invalid/?token=" + good);
    QTest::addRow("redirected") << away << good << QUrl() << enough;
}

void LogTest::keepsTheTokenOutOfLogsAndErrors()
{
    QFETCH(const ServedAnswer, answer);
    QFETCH(const QByteArray, token);
    QFETCH(const QUrl, elsewhere);
    QFETCH(const qint64, maximumBody);
    LoopbackServer server([&answer](const ServedRequest &) { return ServedAnswer(answer); });
    ClientFixture fixture(elsewhere.isEmpty() ? server.url() : elsewhere);
    fixture.clock = &fixture.manualClock;
    fixture.options.readError = echo;
    fixture.options.auth = std::make_shared<Net::BearerAuth>(Domain::Secret(token));
    fixture.options.maximumBody = maximumBody;
    const LogCapture log;
    QStringList told;
    for (const Method method : {Method::Get, Method::Post, Method::Delete}) {
        const auto sent = fixture.send(method, u"servers"_s, method == Method::Post ? "{}" : "");
        QVERIFY(fixture.passTime(sent));
        told.append(sent.result() ? sent.result()->requestId : texts(errorOf(sent)));
    }
    const QString secret = QString::fromLatin1(demoToken());
    QVERIFY(!told.join(u'\n').contains(secret));
    QVERIFY2(log.all().filter(secret).isEmpty(), qPrintable(log.all().filter(secret).join(u'\n')));
    if (token == demoToken()) {
        QVERIFY(log.ours().size() >= 3);
    }
    if (answer.status == 401 && elsewhere.isEmpty() && token == demoToken()) {
        QVERIFY(told.first().contains(u"the token [removed] is wrong"_s));
    }
}

void LogTest::keepsBodiesAndQueriesOutOfTheLog()
{
    LoopbackServer server([](const ServedRequest &) { return ServedAnswer{200, "\"answered\""}; });
    ClientFixture fixture(server.url());
    const LogCapture log;
    HttpRequest request;
    request.method = Method::Post;
    request.path = u"servers"_s;
    request.query = {{u"name"_s, u"asked"_s}};
    request.body = "\"posted\"";
    QVERIFY(settles(fixture.client().send(request)));
    const QString ours = log.ours().join(u'\n');
    for (const QString &word : {u"answered"_s, u"asked"_s, u"posted"_s, u"Bearer"_s}) {
        QVERIFY2(!ours.contains(word), qPrintable(ours));
    }
}

void LogTest::keepsTheHeadersOfAnswersOutOfTheLog()
{
    LoopbackServer server([](const ServedRequest &) {
        ServedAnswer answer{201, "{}"};
        answer.headers.append("X-Subject-Token"_L1, "demo-secret-new"_L1);
        return answer;
    });
    ClientFixture fixture(server.url());
    const LogCapture log;
    HttpRequest request;
    request.method = Method::Post;
    request.path = u"auth/tokens"_s;
    request.answerHeaders = {"X-Subject-Token"};
    const auto sent = fixture.client().send(request);
    QVERIFY(settles(sent));
    QCOMPARE(sent.result()->headers.value("X-Subject-Token"), "demo-secret-new");
    QCOMPARE(log.ours().size(), 1);
    QVERIFY(!log.all().join(u'\n').contains(u"demo-secret-new"_s));
}

QTEST_GUILESS_MAIN(LogTest)
#include "logtest.moc"
