// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerfixtures.h"
#include "providers/hetzner/hetznerparser.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerAction;
using Providers::HetznerParser;
using Providers::HetznerServer;

/// What the parsers make of single words and numbers.
class HetznerParserWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data();
    void readsTimes();
    void keepsUnknownStates_data();
    void keepsUnknownStates();
    void readsServerStates_data();
    void readsServerStates();
    void readsActionStates_data();
    void readsActionStates();
    void roundsSizes_data();
    void roundsSizes();
    void takesLargeIds();

private:
    Support::TestEnvironment m_environment;
};

void HetznerParserWordsTest::readsTimes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addRow("Z") << u"2016-01-30T23:50:00Z"_s;
    QTest::addRow("offset of zero") << u"2016-01-30T23:50:00+00:00"_s;
    QTest::addRow("offset of one hour") << u"2016-01-31T00:50:00+01:00"_s;
    QTest::addRow("without seconds") << u"2016-01-30T23:50+00:00"_s;
    QTest::addRow("without seconds, Z") << u"2016-01-30T23:50Z"_s;
    QTest::addRow("with parts of a second") << u"2016-01-30T23:50:00.000000+00:00"_s;
}

void HetznerParserWordsTest::readsTimes()
{
    QFETCH(const QString, text);

    const Result<Snapshot> snapshot =
        HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.created"_s, text));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->created, QDateTime(QDate(2016, 1, 30), QTime(23, 50), QTimeZone::UTC));
    QCOMPARE(snapshot->created.timeSpec(), Qt::UTC);
}

void HetznerParserWordsTest::keepsUnknownStates_data()
{
    QTest::addColumn<QString>("word");
    QTest::addRow("a new word") << u"archiving"_s;
    QTest::addRow("no word") << QString();
    QTest::addRow("other case") << u"Available"_s;
}

void HetznerParserWordsTest::keepsUnknownStates()
{
    QFETCH(const QString, word);

    const Result<Snapshot> snapshot =
        HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.status"_s, word));
    const Result<HetznerServer> server =
        HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.status"_s, word));

    QVERIFY(snapshot && server);
    QCOMPARE(snapshot->status, SnapshotStatus::Unknown);
    QCOMPARE(snapshot->rawStatus, word);
    QCOMPARE(server->resource.power, PowerState::Unknown);
    QCOMPARE(server->resource.rawState, word);
}

void HetznerParserWordsTest::readsServerStates_data()
{
    QTest::addColumn<PowerState>("state");
    QTest::addRow("running") << PowerState::Running;
    QTest::addRow("off") << PowerState::Stopped;
    for (const char *word :
         {"initializing", "starting", "stopping", "deleting", "migrating", "rebuilding"}) {
        QTest::addRow("%s", word) << PowerState::Changing;
    }
    QTest::addRow("unknown") << PowerState::Unknown;
}

void HetznerParserWordsTest::readsServerStates()
{
    QFETCH(const PowerState, state);
    const QString word = QString::fromLatin1(QTest::currentDataTag());

    const Result<HetznerServer> server =
        HetznerParser::server(HetznerFixtures::with(u"server"_s, u"server.status"_s, word));

    QVERIFY(server);
    QCOMPARE(server->resource.power, state);
}

void HetznerParserWordsTest::readsActionStates_data()
{
    QTest::addColumn<HetznerAction::Status>("status");
    QTest::addRow("running") << HetznerAction::Status::Running;
    QTest::addRow("success") << HetznerAction::Status::Success;
    QTest::addRow("error") << HetznerAction::Status::Error;
    QTest::addRow("paused") << HetznerAction::Status::Unknown;
}

void HetznerParserWordsTest::readsActionStates()
{
    QFETCH(const HetznerAction::Status, status);
    const QString word = QString::fromLatin1(QTest::currentDataTag());

    const Result<QList<HetznerAction>> actions =
        HetznerParser::actions(HetznerFixtures::with(u"actions"_s, u"actions.0.status"_s, word));

    QVERIFY(actions);
    QCOMPARE(actions->first().status, status);
}

void HetznerParserWordsTest::roundsSizes_data()
{
    QTest::addColumn<double>("gigabytes");
    QTest::addColumn<qint64>("bytes");
    QTest::addRow("nothing") << 0.0 << qint64(0);
    QTest::addRow("whole") << 40.0 << qint64(40'000'000'000);
    // The nearest double lies a little below 2.3.
    QTest::addRow("fraction") << 2.3 << qint64(2'300'000'000);
    QTest::addRow("long fraction") << 0.1234567895 << qint64(123'456'790);
    QTest::addRow("large") << 9e9 << qint64(9'000'000'000'000'000'000);
}

void HetznerParserWordsTest::roundsSizes()
{
    QFETCH(const double, gigabytes);
    QFETCH(const qint64, bytes);

    const Result<Snapshot> snapshot = HetznerParser::snapshot(
        HetznerFixtures::with(u"snapshot"_s, u"image.image_size"_s, gigabytes));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->sizeBytes, bytes);
}

void HetznerParserWordsTest::takesLargeIds()
{
    const qint64 largest = (qint64(1) << 53) - 1;

    const Result<Snapshot> snapshot =
        HetznerParser::snapshot(HetznerFixtures::with(u"snapshot"_s, u"image.id"_s, largest));

    QVERIFY(snapshot);
    QCOMPARE(snapshot->key.id.value, u"9007199254740991"_s);
}

QTEST_GUILESS_MAIN(HetznerParserWordsTest)
#include "hetznerparserwordstest.moc"
