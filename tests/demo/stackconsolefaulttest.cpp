// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QMap>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::RawAnswer;
using Support::StackConsoleCloud;

namespace {

const auto volumeSnapshots = "/blockstorages/snapshots"_L1;

QString compact(const RawAnswer &answer)
{
    return QString::fromUtf8(QJsonDocument(answer.json()).toJson(QJsonDocument::Compact));
}

// How often each answer came, from 100 readings and 100 writings that change nothing.
QMap<QString, int> answersUnderFaults(double rate, quint32 seed)
{
    Demo::CloudOptions options = StackConsoleCloud::options();
    options.faultRate = rate;
    options.seed = seed;
    StackConsoleCloud console(options);
    QMap<QString, int> answers;
    for (int i = 0; i < 100; ++i) {
        ++answers[u"GET "_s + refusal(console.http().get(u"/projects"_s))];
        ++answers[u"DELETE "_s + refusal(console.http().del(volumeSnapshots + u"/ss-1"_s))];
    }
    return answers;
}

} // namespace

// What goes wrong for no reason of the request's own: too many of them, and faults.
class StackConsoleFaultTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tooManyRequestsAreRefusedUntilOneIsAllowedAgain_data()
    {
        QTest::addColumn<bool>("tellsRetryAfter");
        QTest::addRow("without Retry-After") << false;
        QTest::addRow("with Retry-After") << true;
    }

    void tooManyRequestsAreRefusedUntilOneIsAllowedAgain()
    {
        QFETCH(bool, tellsRetryAfter);
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.requestsPerHour = 3;
        options.retryAfter = tellsRetryAfter ? Demo::CloudOptions::RetryAfter::Sent
                                             : Demo::CloudOptions::RetryAfter::Omitted;
        StackConsoleCloud console(options);
        for (int i = 0; i < 3; ++i) {
            QCOMPARE(console.http().get(u"/regions"_s).status, 200);
        }
        const RawAnswer refused = console.http().get(u"/regions"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(compact(refused), u"{\"message\":\"Too Many Attempts.\"}"_s);
        QCOMPARE(refused.hasHeader("Retry-After"), tellsRetryAfter);
        console.cloud().skipTime(1201s);
        QCOMPARE(console.http().get(u"/regions"_s).status, 200);
    }

    void everyFaultCanBeOrdered_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("part");
        const auto json = u"application/json"_s;
        const auto html = u"text/html"_s;
        QTest::addRow("html") << 200 << html << u"<!DOCTYPE html>"_s;
        QTest::addRow("html-error") << 500 << html << u"Server Error"_s;
        QTest::addRow("unauthenticated") << 401 << json << u"Unauthenticated."_s;
        QTest::addRow("forbidden") << 403 << json << u"permissions"_s;
        QTest::addRow("invalid") << 403 << json << u"provided blockstorage is invalid."_s;
        QTest::addRow("invalid-plan") << 403 << json << u"provided plan is invalid."_s;
        QTest::addRow("not-found-word") << 403 << json << u"not-found"_s;
        QTest::addRow("route") << 403 << json << u"The route blockstorages could not be found."_s;
        QTest::addRow("not-found") << 404 << json << u"could not be found."_s;
        QTest::addRow("no-model") << 500 << json << u"No query results for model"_s;
        QTest::addRow("vm-running") << 403 << json << u"not in the shutdown state"_s;
        QTest::addRow("quota") << 403 << json << u"Quota exceeded"_s;
        QTest::addRow("name-taken") << 422 << json << u"\"errors\":{\"name\":["_s;
        QTest::addRow("validation-errors") << 422 << json << u"\"errors\":{\"plan\":["_s;
        QTest::addRow("validation-data") << 422 << json << u"\"data\":{\"name\":["_s;
        QTest::addRow("throttled") << 429 << json << u"Too Many"_s;
        QTest::addRow("throttled-retry-after") << 429 << json << u"Too Many"_s;
        QTest::addRow("null-property") << 500 << json << u"Attempt to read property"_s;
        QTest::addRow("server-error") << 500 << json << u"Server Error"_s;
        QTest::addRow("bad-gateway") << 502 << html << u"nginx"_s;
        QTest::addRow("unavailable") << 503 << json << u"Service Unavailable"_s;
        QTest::addRow("gateway-timeout") << 504 << html << u"nginx"_s;
        QTest::addRow("error-in-200") << 200 << json << u"\"status\":\"Error\""_s;
        QTest::addRow("no-plan") << 200 << json << u"\"data\":[]"_s;
        QTest::addRow("data-null") << 200 << json << u"\"data\":null"_s;
        QTest::addRow("data-null-list") << 200 << json << u"\"data\":[null]"_s;
        QTest::addRow("nested-data") << 200 << json << u"\"data\":{\"current_page\":1,\"data\":["_s;
    }

    void everyFaultCanBeOrdered()
    {
        QFETCH(int, status);
        QFETCH(QString, type);
        QFETCH(QString, part);
        StackConsoleCloud console;
        const QString word = QString::fromLatin1(QTest::currentDataTag());
        console.cloud().refuseNext({"GET", u"/blockstorages"_s, word});
        const RawAnswer answer = console.http().get(u"/blockstorages"_s);
        QCOMPARE(answer.status, status);
        QVERIFY(answer.header("Content-Type").startsWith(type.toLatin1()));
        QVERIFY2(answer.body.contains(part.toUtf8()), answer.body.constData());
        QCOMPARE(answer.hasHeader("Retry-After"), word == "throttled-retry-after"_L1);
        QCOMPARE(console.http().get(u"/blockstorages"_s).array(u"data"_s).size(), 10);
    }

    void anAnswerMayNeverCome()
    {
        StackConsoleCloud console;
        console.cloud().refuseNext(
            {"POST", u"/snapshots"_s, u"silence"_s, Demo::Refusal::Carried::Out});
        // While the client waits, somebody stops the server.
        QTimer::singleShot(200ms, [&console] { console.cloud().stop(); });
        const RawAnswer answer = console.http().post(u"/blockstorages/root-4153/snapshots"_s,
                                                     StackConsoleCloud::volumeOrder(u"twin"_s));
        QVERIFY(answer.object(u"data"_s).isEmpty());
        QVERIFY(console.cloud().start().has_value());
        QVERIFY(!console.named(volumeSnapshots, u"twin"_s).isEmpty());
    }

    void aRefusedRequestMayHaveTakenEffect_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isCarriedOut");
        QTest::addColumn<bool>("isMade");
        QTest::addRow("lost") << u"unavailable"_s << true << true;
        QTest::addRow("refused") << u"unavailable"_s << false << false;
        QTest::addRow("told as nothing") << u"data-null"_s << false << true;
    }

    void aRefusedRequestMayHaveTakenEffect()
    {
        QFETCH(QString, code);
        QFETCH(bool, isCarriedOut);
        QFETCH(bool, isMade);
        StackConsoleCloud console;
        using Carried = Demo::Refusal::Carried;
        console.cloud().refuseNext(
            {"POST", u"/snapshots"_s, code, isCarriedOut ? Carried::Out : Carried::NotOut});
        const RawAnswer answer = console.http().post(u"/blockstorages/root-4153/snapshots"_s,
                                                     StackConsoleCloud::volumeOrder(u"twin"_s));
        QVERIFY(answer.object(u"data"_s).isEmpty());
        QCOMPARE(!console.named(volumeSnapshots, u"twin"_s).isEmpty(), isMade);
    }

    void faultsComeAtTheirRateAndByTheirSeed()
    {
        const QMap<QString, int> answers = answersUnderFaults(0.5, 1);
        const int fine = answers.value(u"GET 200 OK"_s)
            + answers.value(u"DELETE 403 The provided blockstorage snapshot is invalid."_s);
        QVERIFY2(fine > 70 && fine < 130, qPrintable(QString::number(fine)));
        QCOMPARE(QStringList(answers.keyBegin(), answers.keyEnd()).join(u'\n'),
                 u"DELETE 403 The provided blockstorage snapshot is invalid.\n"
                 "DELETE 403 The route blockstorages/snapshots/ss-1 could not be found.\n"
                 "DELETE 429 Too Many Attempts.\nDELETE 500 Server Error\nDELETE 502 \n"
                 "DELETE 503 Service Unavailable\nGET 200 OK\nGET 429 Too Many Attempts.\n"
                 "GET 500 Server Error\nGET 502 \nGET 503 Service Unavailable"_s);
        QCOMPARE(answersUnderFaults(0.5, 1), answers);
        QVERIFY(answersUnderFaults(0.5, 2) != answers);
    }

    void whatBreaksDownMayOrMayNotHaveTakenEffect()
    {
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.faultRate = 0.5;
        options.snapshotCount = 200;
        StackConsoleCloud console(options);
        QMap<QString, int> ends;
        for (int number = 1; number <= 160; ++number) {
            // Of both kinds; what is not of this one is gone from the start.
            const QString path = volumeSnapshots
                + u"/ss-001041-%1"_s.arg(QString::number(number).rightJustified(4, u'0'));
            const int first = console.http().del(path).status;
            RawAnswer second = console.http().del(path);
            while (second.status >= 429 || refusal(second).contains(u"The route"_s)) {
                second = console.http().del(path);
            }
            if (first == 502) {
                ++ends[second.status == 204 ? u"there"_s : u"gone"_s];
            }
        }
        QVERIFY(ends.value(u"there"_s) > 0);
        QVERIFY(ends.value(u"gone"_s) > 0);
    }
};

QTEST_GUILESS_MAIN(StackConsoleFaultTest)
#include "stackconsolefaulttest.moc"
