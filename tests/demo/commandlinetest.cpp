// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/commandline.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Demo;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

CommandLine parse(const QString &line)
{
    return CommandLine::parse(u"snapdeck-cloud %1"_s.arg(line).split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class CommandLineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void servesHetznerOnAFreePortUnlessToldOtherwise()
    {
        const CommandLine line = parse({});
        QCOMPARE(line.wish, CommandLine::Wish::Serve);
        QCOMPARE(line.clouds.size(), 1);
        const CloudOptions options = line.clouds.first();
        QCOMPARE(options.vendor, u"hetzner"_s);
        QCOMPARE(options.port, 0);
        QCOMPARE(options.latency, 0ms);
        QCOMPARE(options.faultRate, 0.0);
        QCOMPARE(options.timeFactor, 1.0);
        QVERIFY(!options.snapshotCount);
    }

    void itsOwnTokenIsKnownAsOneOfTheDemo()
    {
        const QString token = parse({}).clouds.first().token;
        QVERIFY(token.startsWith(u"demo-secret-"_s));
        QCOMPARE(token.size(), 64);
    }

    void theTokenOfOpenStackIsACredential()
    {
        const QString token = parse(u"--provider openstack"_s).clouds.first().token;
        const QJsonObject credential = QJsonDocument::fromJson(token.toUtf8()).object();
        QCOMPARE(credential.value(u"v"_s), 1);
        QCOMPARE(credential.value(u"method"_s), u"application_credential"_s);
        QVERIFY(credential.value(u"secret"_s).toString().startsWith(u"demo-secret-"_s));
        QCOMPARE(credential.value(u"id"_s).toString().size(), 32);
    }

    void readsEveryOption()
    {
        const CommandLine line =
            parse(u"--provider hetzner --port 8080 --snapshots 10000 --latency 50 --faults 0.25 "
                  "--time-factor 60 --seed 7 --token demo-secret-1 --read-only-token "
                  "demo-secret-2 --snapshot-limit 30 --rate-limit 7200"_s);
        QCOMPARE(line.wish, CommandLine::Wish::Serve);
        const CloudOptions options = line.clouds.first();
        QCOMPARE(options.port, 8080);
        QCOMPARE(options.snapshotCount, 10000);
        QCOMPARE(options.latency, 50ms);
        QCOMPARE(options.faultRate, 0.25);
        QCOMPARE(options.timeFactor, 60.0);
        QCOMPARE(options.seed, 7u);
        QCOMPARE(options.token, u"demo-secret-1"_s);
        QCOMPARE(options.readOnlyToken, u"demo-secret-2"_s);
        QCOMPARE(options.snapshotLimit, 30);
        QCOMPARE(options.requestsPerHour, 7200);
    }

    void takesVariantsThatTheVendorKnows()
    {
        const CommandLine line =
            parse(u"--provider stackconsole --variant silent-revert --variant no-plan"_s);
        QCOMPARE(line.wish, CommandLine::Wish::Serve);
        QCOMPARE(line.clouds.first().variants, QStringList({u"silent-revert"_s, u"no-plan"_s}));
        QCOMPARE(parse(u"--provider all --variant no-plan"_s).wish, CommandLine::Wish::Serve);
        QCOMPARE(parse(u"--provider raff --variant dashboard-words"_s).wish,
                 CommandLine::Wish::Serve);
        QCOMPARE(parse(u"--provider openstack --variant wrong-links"_s).wish,
                 CommandLine::Wish::Serve);
    }

    void allServesEveryProvider()
    {
        const CommandLine line = parse(u"--provider all --port 9000"_s);
        QCOMPARE(line.wish, CommandLine::Wish::Serve);
        QStringList served;
        for (const CloudOptions &cloud : line.clouds) {
            served.append(cloud.vendor);
        }
        QCOMPARE(served.join(u','), u"hetzner,stackconsole,raff,openstack"_s);
        for (qsizetype i = 0; i < line.clouds.size(); ++i) {
            QCOMPARE(line.clouds.at(i).port, 9000 + i);
        }
    }

    void refusesWhatItDoesNotUnderstand_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::addRow("unknown option") << u"--colour red"_s << u"colour"_s;
        QTest::addRow("unknown provider") << u"--provider moon"_s << u"--provider"_s;
        QTest::addRow("port is no number") << u"--port http"_s << u"--port"_s;
        QTest::addRow("port too large") << u"--port 65536"_s << u"--port"_s;
        QTest::addRow("negative latency") << u"--latency -5"_s << u"--latency"_s;
        QTest::addRow("more faults than requests") << u"--faults 1.5"_s << u"--faults"_s;
        QTest::addRow("faults are no number") << u"--faults nan"_s << u"--faults"_s;
        QTest::addRow("time stands still") << u"--time-factor 0"_s << u"--time-factor"_s;
        QTest::addRow("no requests at all") << u"--rate-limit 0"_s << u"--rate-limit"_s;
        QTest::addRow("unknown variant")
            << u"--provider stackconsole --variant loud"_s << u"--variant"_s;
        QTest::addRow("another vendor's variant") << u"--variant no-plan"_s << u"--variant"_s;
        QTest::addRow("a word too many") << u"hetzner"_s << u"hetzner"_s;
    }

    void refusesWhatItDoesNotUnderstand()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        const CommandLine parsed = parse(line);
        QCOMPARE(parsed.wish, CommandLine::Wish::Refuse);
        QVERIFY2(parsed.text.contains(named), qUtf8Printable(parsed.text));
    }
};

QTEST_GUILESS_MAIN(CommandLineTest)
#include "commandlinetest.moc"
