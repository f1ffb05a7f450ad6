// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::misshapen;
using Support::RawAnswer;
using Support::slugOf;
using Support::StackConsoleCloud;
using Support::statesUntilSettled;

namespace {

const auto volumeSnapshots = "/blockstorages/snapshots"_L1;
const auto machineSnapshots = "/virtual-machines/snapshots"_L1;

} // namespace

// Reverting: what is answered, what is refused, and what the lists show while time passes.
class StackConsoleRevertTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aVolumeIsRevertedWhileItsMachineIsStopped()
    {
        StackConsoleCloud console;
        const QString name = u"before certificate renewal"_s;
        const QString revert = u"/blockstorages/root-4290/snapshots/%1/revert"_s.arg(
            slugOf(console, volumeSnapshots, name));
        const RawAnswer answer = console.http().post(revert);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.object(u"data"_s), u"id:s slug:s state:s"_s), QString());
        QVERIFY(refusal(console.http().post(revert)).contains(u"not in the right state"_s));
        QVERIFY(refusal(console.http().post(u"/blockstorages/root-4290/snapshots"_s,
                                            StackConsoleCloud::volumeOrder(u"now"_s)))
                    .contains(u"RevertSnapshotting"_s));
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, name),
                 u"BackedUp Reverting BackedUp"_s);
        QCOMPARE(console.http().post(revert).status, 200);
    }

    void aDetachedVolumeIsRevertedToo()
    {
        StackConsoleCloud console;
        const QString name = u"old site - do not delete!!"_s;
        QCOMPARE(console.http()
                     .post(u"/blockstorages/bs-001041-0009/snapshots/%1/revert"_s.arg(
                         slugOf(console, volumeSnapshots, name)))
                     .status,
                 200);
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, name),
                 u"BackedUp Reverting BackedUp"_s);
    }

    void anOperatorMayShowNothingOfAReversion()
    {
        StackConsoleCloud console(StackConsoleCloud::options({u"silent-revert"_s}));
        const QString name = u"before certificate renewal"_s;
        const QJsonObject before = console.named(volumeSnapshots, name);
        const QString revert = u"/blockstorages/root-4290/snapshots/%1/revert"_s.arg(
            before.value(u"slug"_s).toString());
        QCOMPARE(console.http().post(revert).status, 200);
        QVERIFY(refusal(console.http().post(revert)).contains(u"not in the right state"_s));
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, name), u"BackedUp"_s);
        console.cloud().skipTime(2min);
        QCOMPARE(console.named(volumeSnapshots, name), before);
        QCOMPARE(console.http().post(revert).status, 200);
    }

    void whatCannotBeRevertedIsSaidInTheWordsOfTheOrchestrator_data()
    {
        QTest::addColumn<QString>("volume");
        QTest::addColumn<QString>("snapshot");
        QTest::addColumn<QString>("refusal");
        QTest::addRow("the machine runs")
            << u"root-4153"_s << u"pre-upgrade"_s
            << u"403 The VM the specified disk is attached to is not in the shutdown state."_s;
        QTest::addRow("the machine has snapshots")
            << u"root-4733"_s << u"clean"_s
            << u"403 Unable to revert snapshot for VM, please remove VM snapshots before reverting "
               "VM from snapshot"_s;
        QTest::addRow("of another volume")
            << u"root-4733"_s << u"pre-upgrade"_s
            << u"403 The provided blockstorage snapshot is invalid."_s;
        QTest::addRow("of no volume")
            << u"root-1"_s << u"pre-upgrade"_s << u"403 The provided blockstorage is invalid."_s;
        QTest::addRow("no snapshot") << u"root-4153"_s << u"nobody"_s
                                     << u"403 The provided blockstorage snapshot is invalid."_s;
        QTest::addRow("it failed") << u"bs-001041-0017"_s << u"test"_s
                                   << u"403 Snapshot ss-001041-0026 is not in the right state: "
                                      "Error."_s;
    }

    void whatCannotBeRevertedIsSaidInTheWordsOfTheOrchestrator()
    {
        QFETCH(QString, volume);
        QFETCH(QString, snapshot);
        StackConsoleCloud console;
        const QString slug = slugOf(console, volumeSnapshots, snapshot);
        QTEST(refusal(console.http().post(u"/blockstorages/%1/snapshots/%2/revert"_s.arg(
                  volume, slug.isEmpty() ? u"ss-0"_s : slug))),
              "refusal");
    }

    void aMachineIsRevertedInTheStateItWasTakenIn()
    {
        StackConsoleCloud console;
        const auto revert = [&](const QString &name) {
            return console.http().post(machineSnapshots + u'/'
                                       + slugOf(console, machineSnapshots, name) + u"/revert"_s);
        };
        const RawAnswer stopped = revert(u"before benchmark run"_s);
        QCOMPARE(stopped.status, 200);
        QVERIFY(stopped.json().value(u"data"_s).isNull());
        QCOMPARE(statesUntilSettled(console, machineSnapshots, u"before benchmark run"_s),
                 u"Ready Reverting Ready"_s);
        QCOMPARE(revert(u"pre-upgrade"_s).status, 200); // with memory
        QVERIFY(refusal(revert(u"web-portal golden"_s)).contains(u"not in the right state"_s));
        QVERIFY(refusal(revert(u"pre-upgrade ERP"_s))
                    .startsWith(u"403 VM Snapshot revert not allowed."_s));
    }
};

QTEST_GUILESS_MAIN(StackConsoleRevertTest)
#include "stackconsolereverttest.moc"
