// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsolewords.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "stackconsolefixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::StackConsoleParser;
using Providers::StackConsoleWords;

class StackConsoleWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsSnapshotStates_data();
    void knowsSnapshotStates();
    void knowsPowerStates_data();
    void knowsPowerStates();
    void readsAStateWhereverItStands_data();
    void readsAStateWhereverItStands();

private:
    Support::TestEnvironment m_environment;
};

void StackConsoleWordsTest::knowsSnapshotStates_data()
{
    QTest::addColumn<SnapshotStatus>("status");
    QTest::addColumn<bool>("isGone");
    const auto add = [](SnapshotStatus status, std::initializer_list<const char *> words,
                        bool isGone = false) {
        for (const char *word : words) {
            QTest::addRow("%s", word) << status << isGone;
        }
    };
    add(SnapshotStatus::Creating,
        {"Allocated", "Creating", "CreatedOnPrimary", "BackingUp", "Copying", "creating"});
    add(SnapshotStatus::Ready, {"BackedUp", "Ready", "READY"});
    add(SnapshotStatus::Removing, {"Destroying", "Expunging"});
    add(SnapshotStatus::Failed, {"Error"});
    add(SnapshotStatus::Unknown, {"Destroyed", "Removed", "Hidden"}, true);
    add(SnapshotStatus::Unknown, {"Reverting", "Pondering"});
}

void StackConsoleWordsTest::knowsSnapshotStates()
{
    QFETCH(const SnapshotStatus, status);
    QFETCH(const bool, isGone);
    const QString word = QString::fromLatin1(QTest::currentDataTag());

    QCOMPARE(StackConsoleWords::snapshotStatus(word), status);
    QCOMPARE(StackConsoleWords::isGone(word), isGone);
    QCOMPARE(StackConsoleWords::isReverting(word), word == "Reverting"_L1);
}

void StackConsoleWordsTest::knowsPowerStates_data()
{
    QTest::addColumn<PowerState>("power");
    QTest::addRow("Running") << PowerState::Running;
    QTest::addRow("Stopped") << PowerState::Stopped;
    QTest::addRow("Starting") << PowerState::Changing;
    QTest::addRow("Stopping") << PowerState::Changing;
    QTest::addRow("Migrating") << PowerState::Changing;
    QTest::addRow("Error") << PowerState::Unknown;
    QTest::addRow("Pondering") << PowerState::Unknown;
}

void StackConsoleWordsTest::knowsPowerStates()
{
    QFETCH(const PowerState, power);

    QCOMPARE(StackConsoleWords::powerState(QString::fromLatin1(QTest::currentDataTag())), power);
}

void StackConsoleWordsTest::readsAStateWhereverItStands_data()
{
    QTest::addColumn<QJsonObject>("members");
    QTest::addColumn<SnapshotStatus>("status");
    QTest::addColumn<QString>("word");
    using Status = SnapshotStatus;
    QTest::addRow("state") << QJsonObject{{u"state"_s, u"Creating"_s}} << Status::Creating
                           << u"Creating"_s;
    QTest::addRow("status") << QJsonObject{{u"status"_s, u"BackedUp"_s}} << Status::Ready
                            << u"BackedUp"_s;
    QTest::addRow("both") << QJsonObject{{u"state"_s, u"Error"_s}, {u"status"_s, u"Ready"_s}}
                          << Status::Failed << u"Error"_s;
    QTest::addRow("a switch that is called status")
        << QJsonObject{{u"status"_s, u"active"_s}, {u"request_status"_s, 1}} << Status::Ready
        << QString();
    QTest::addRow("none") << QJsonObject{} << Status::Ready << QString();
    QTest::addRow("none, and null")
        << QJsonObject{{u"state"_s, QJsonValue::Null}} << Status::Ready << QString();
    QTest::addRow("none, not accepted yet")
        << QJsonObject{{u"request_status"_s, u"0"_s}} << Status::Creating << QString();
    QTest::addRow("a word of tomorrow")
        << QJsonObject{{u"state"_s, u"Pondering"_s}} << Status::Unknown << u"Pondering"_s;
}

void StackConsoleWordsTest::readsAStateWhereverItStands()
{
    QFETCH(QJsonObject, members);
    QFETCH(const SnapshotStatus, status);
    QFETCH(const QString, word);
    members.insert("slug"_L1, u"ss-1"_s);
    members.insert("created_at"_L1, u"2026-01-01T00:00:00.000000Z"_s);
    const QJsonObject frame = {{u"status"_s, u"Success"_s}, {u"data"_s, QJsonArray{members}}};

    const auto page = StackConsoleParser::volumeSnapshots(QJsonDocument(frame).toJson());

    QVERIFY2(page, qPrintable(page ? QString() : page.error().message));
    QCOMPARE(page->rows.first().snapshot.status, status);
    QCOMPARE(page->rows.first().snapshot.rawStatus, word);
}

QTEST_GUILESS_MAIN(StackConsoleWordsTest)
#include "stackconsolewordstest.moc"
