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

QString stateOf(StackConsoleCloud &console, const QString &path, const QString &name)
{
    return console.named(path, name).value(u"state"_s).toString();
}

} // namespace

// Taking and deleting: what is answered, and what the lists show while time passes.
class StackConsoleSnapshotTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aSnapshotOfAVolumePassesThroughTheStates()
    {
        StackConsoleCloud console;
        const RawAnswer answer = console.http().post(u"/blockstorages/root-4153/snapshots"_s,
                                                     StackConsoleCloud::volumeOrder(u"now"_s));
        QCOMPARE(answer.status, 200);
        const QJsonObject made = answer.object(u"data"_s);
        QCOMPARE(
            misshapen(made, u"id:s name:s slug:s blockstorage_id:s request_status:b state:s"_s),
            QString());
        QVERIFY(!made.value(u"request_status"_s).toBool());
        QCOMPARE(made.value(u"created_at"_s), u"2026-11-20T14:02:11.000000Z"_s);
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, u"now"_s),
                 u"Allocated Creating BackingUp BackedUp"_s);
        const QJsonObject listed = console.named(volumeSnapshots, u"now"_s);
        QCOMPARE(listed.value(u"slug"_s), made.value(u"slug"_s));
        QCOMPARE(listed.value(u"size"_s), u"50"_s);
        QVERIFY(listed.value(u"request_status"_s).toBool());
        QVERIFY(listed.value(u"updated_at"_s).toString() > made.value(u"updated_at"_s).toString());
    }

    void aSnapshotOfAMachinePassesThroughTheStates()
    {
        StackConsoleCloud console;
        const RawAnswer answer =
            console.http().post(u"/virtual-machines/vm-001041-0004/snapshots"_s,
                                StackConsoleCloud::machineOrder(u"now"_s));
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.object(u"data"_s), u"slug:s virtual_machine_id:s state:s"_s),
                 QString());
        QCOMPARE(statesUntilSettled(console, machineSnapshots, u"now"_s),
                 u"Allocated Creating Ready"_s);
        // All its disks.
        QCOMPARE(console.named(machineSnapshots, u"now"_s).value(u"size"_s), u"600"_s);
    }

    void everyOtherAnswerTellsNothing()
    {
        StackConsoleCloud console;
        const QString path = u"/blockstorages/root-4153/snapshots"_s;
        QVERIFY(console.http()
                    .post(path, StackConsoleCloud::volumeOrder(u"one"_s))
                    .json()
                    .value(u"data"_s)
                    .isObject());
        const QJsonObject second =
            console.http().post(path, StackConsoleCloud::volumeOrder(u"two"_s)).json();
        QCOMPARE(second.value(u"status"_s), u"Success"_s);
        QVERIFY(second.value(u"data"_s).isNull());
        // The first is listed at once, the second when its turn has come.
        QVERIFY(!console.named(volumeSnapshots, u"one"_s).isEmpty());
        QVERIFY(console.named(volumeSnapshots, u"two"_s).isEmpty());
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, u"two"_s),
                 u"- Allocated Creating BackingUp BackedUp"_s);
    }

    void anOperatorMayNeverTellWhatWasMade()
    {
        StackConsoleCloud console(StackConsoleCloud::options({u"no-slug"_s}));
        QVERIFY(console.http()
                    .post(u"/blockstorages/root-4153/snapshots"_s,
                          StackConsoleCloud::volumeOrder(u"one"_s))
                    .json()
                    .value(u"data"_s)
                    .isNull());
    }

    void aNameIsTrimmedAndKeptAsItIs_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("kept");
        QTest::addRow("Burmese") << u"မဖျက်ရ"_s << u"မဖျက်ရ"_s;
        QTest::addRow("emoji") << u"🚀🔥"_s << u"🚀🔥"_s;
        QTest::addRow("right to left") << u"לפני שדרוג"_s << u"לפני שדרוג"_s;
        QTest::addRow("blanks around") << u"  before \t"_s << u"before"_s;
        QTest::addRow("markup") << u"<b>&amp;"_s << u"<b>&amp;"_s;
    }

    void aNameIsTrimmedAndKeptAsItIs()
    {
        QFETCH(QString, name);
        StackConsoleCloud console;
        const RawAnswer answer = console.http().post(u"/blockstorages/root-4153/snapshots"_s,
                                                     StackConsoleCloud::volumeOrder(name));
        QTEST(answer.object(u"data"_s).value(u"name"_s).toString(), "kept");
    }

    void whatWasJustMadeHasNoRoutesForAMoment()
    {
        StackConsoleCloud console;
        const QString slug = console.http()
                                 .post(u"/blockstorages/root-4153/snapshots"_s,
                                       StackConsoleCloud::volumeOrder(u"now"_s))
                                 .object(u"data"_s)
                                 .value(u"slug"_s)
                                 .toString();
        const QString item = volumeSnapshots + u'/' + slug;
        const QString revert = u"/blockstorages/root-4153/snapshots/%1/revert"_s.arg(slug);
        QCOMPARE(refusal(console.http().del(item)),
                 u"403 The route blockstorages/snapshots/%1 could not be found."_s.arg(slug));
        QCOMPARE(refusal(console.http().post(revert)),
                 u"403 The route %1 could not be found."_s.arg(revert.mid(1)));
        console.cloud().skipTime(7s);
        QCOMPARE(console.http().del(item).status, 403);
        QVERIFY(refusal(console.http().del(item)).contains(u"not in BackedUp"_s));
        console.cloud().skipTime(5min);
        QCOMPARE(console.http().del(item).status, 204);
    }

    void aPlanOfAnotherRegionIsTakenAndFailsLater_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addRow("region of the plan") << u"plan"_s << u"snapshot-nvme-sgp"_s;
        QTest::addRow("service of the plan") << u"plan"_s << u"vm-snapshot-ygn"_s;
        QTest::addRow("region of the snapshot") << u"region"_s << u"1cng-sgp-az01"_s;
    }

    void aPlanOfAnotherRegionIsTakenAndFailsLater()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::volumeOrder(u"now"_s);
        body.insert(field, value);
        QCOMPARE(console.http().post(u"/blockstorages/root-4153/snapshots"_s, body).status, 200);
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, u"now"_s),
                 u"Allocated Creating Error"_s);
    }

    void aVolumeWhoseSnapshotsAreHiddenCannotBeTaken()
    {
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::volumeOrder(u"now"_s);
        body.insert(u"project"_s, u"software-2"_s);
        QCOMPARE(console.http().post(u"/blockstorages/bs-001041-0013/snapshots"_s, body).status,
                 200);
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, u"now"_s),
                 u"Allocated Creating Error"_s);
    }

    void theMemoryOfAStoppedMachineCannotBeTaken()
    {
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::machineOrder(u"now"_s);
        body.insert(u"is_memory"_s, true);
        for (const QString &machine : {u"vm-001041-0004"_s, u"vm-001041-0007"_s}) {
            body.insert(u"name"_s, machine);
            QCOMPARE(
                console.http().post(u"/virtual-machines/%1/snapshots"_s.arg(machine), body).status,
                200);
        }
        QCOMPARE(statesUntilSettled(console, machineSnapshots, u"vm-001041-0004"_s),
                 u"Allocated Creating Ready"_s);
        QCOMPARE(stateOf(console, machineSnapshots, u"vm-001041-0007"_s), u"Error"_s);
    }

    void snapshotsOfAMachineAndItsVolumesExcludeEachOther()
    {
        StackConsoleCloud console;
        const QString machine = u"/virtual-machines/vm-001041-0004/snapshots"_s;
        const QString volume = u"/blockstorages/root-4161/snapshots"_s;
        QCOMPARE(console.http().post(volume, StackConsoleCloud::volumeOrder(u"one"_s)).status, 200);
        QCOMPARE(refusal(console.http().post(machine, StackConsoleCloud::machineOrder(u"two"_s))),
                 u"403 There is other active volume snapshot tasks on the instance, please try "
                 "again later"_s);
        console.cloud().skipTime(20min);
        QCOMPARE(console.http().post(machine, StackConsoleCloud::machineOrder(u"two"_s)).status,
                 200);
        QCOMPARE(refusal(console.http().post(volume, StackConsoleCloud::volumeOrder(u"three"_s))),
                 u"403 There is other active vm snapshot tasks on the instance to which the volume "
                 "is attached, please try again later"_s);
    }

    void whatIsDeletedIsDestroyedAndThenGone()
    {
        StackConsoleCloud console;
        const QString name = u"runner image v1"_s;
        const QString item = volumeSnapshots + u'/' + slugOf(console, volumeSnapshots, name);
        const RawAnswer answer = console.http().del(item);
        QCOMPARE(answer.status, 204);
        QCOMPARE(answer.body, QByteArray());
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, name), u"BackedUp Destroying -"_s);
        QCOMPARE(refusal(console.http().del(item)),
                 u"403 The provided blockstorage snapshot is invalid."_s);
    }

    void theOtherKindIsDeletedInItsOwnWords()
    {
        StackConsoleCloud console;
        const QString name = u"web-portal golden"_s;
        const QString slug = slugOf(console, machineSnapshots, name);
        const RawAnswer answer = console.http().del(machineSnapshots + u'/' + slug);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.json().value(u"status"_s), u"Success"_s);
        QCOMPARE(answer.array(u"data"_s), QJsonArray{QJsonValue::Null});
        QCOMPARE(statesUntilSettled(console, machineSnapshots, name), u"Ready Expunging -"_s);
        QCOMPARE(refusal(console.http().del(machineSnapshots + u'/' + slug)),
                 u"500 No query results for model [App\\Models\\VirtualMachineSnapshot] "_s + slug);
    }

    void aFailedOneAndAnOrphanCanBeDeleted()
    {
        StackConsoleCloud console;
        for (const QString &name : {u"test"_s, u"erp-db old disk, keep until audit"_s}) {
            const QString slug = slugOf(console, volumeSnapshots, name);
            QCOMPARE(console.http().del(volumeSnapshots + u'/' + slug).status, 204);
        }
    }

    void aServiceIsCancelledAtOnceOrAtTheEndOfItsPeriod_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("states");
        QTest::addRow("at once") << u"Immediate"_s << u"BackedUp Destroying -"_s;
        QTest::addRow("later") << u"End of billing period"_s << u"BackedUp"_s;
    }

    void aServiceIsCancelledAtOnceOrAtTheEndOfItsPeriod()
    {
        QFETCH(QString, type);
        StackConsoleCloud console;
        const QString name = u"runner image v1"_s;
        const QString path =
            u"/billing/service-cancel-requests/"_s + slugOf(console, volumeSnapshots, name);
        const QJsonObject body{{u"service_name"_s, u"Block Storage Snapshot"_s},
                               {u"reason"_s, u"not_needed_anymore"_s},
                               {u"type"_s, type},
                               {u"billing_cycle"_s, u"hourly"_s}};
        QCOMPARE(console.http().post(path, body).status, 200);
        QTEST(statesUntilSettled(console, volumeSnapshots, name), "states");
        console.cloud().skipTime(1h);
        QVERIFY(console.named(volumeSnapshots, name).isEmpty());
        QCOMPARE(console.http().post(path, body).status, 403);
        QCOMPARE(console.http().post(path, QJsonObject()).status, 422);
    }

    void whatIsInProgressCannotBeCancelled()
    {
        StackConsoleCloud console;
        const QString slug = console.http()
                                 .post(u"/blockstorages/root-4153/snapshots"_s,
                                       StackConsoleCloud::volumeOrder(u"now"_s))
                                 .object(u"data"_s)
                                 .value(u"slug"_s)
                                 .toString();
        QCOMPARE(refusal(console.http().post(u"/billing/service-cancel-requests/"_s + slug,
                                             {{u"service_name"_s, u"Block Storage Snapshot"_s},
                                              {u"reason"_s, u"other"_s},
                                              {u"type"_s, u"Immediate"_s}})),
                 u"403 The service is not in the right state."_s);
        QCOMPARE(statesUntilSettled(console, volumeSnapshots, u"now"_s),
                 u"Allocated Creating BackingUp BackedUp"_s);
    }

    void theRecordOfAMachineTrailsBehindAndCanBeCorrected()
    {
        StackConsoleCloud console;
        const QString path = u"/virtual-machines/vm-001041-0003"_s;
        const auto recorded = [&] {
            return console.http().get(path).object(u"data"_s).value(u"state"_s).toString();
        };
        QCOMPARE(console.http().send("PUT", path + u"/stop"_s).status, 200);
        QCOMPARE(recorded(), u"Stopping"_s);
        QCOMPARE(console.http().send("PUT", path + u"/stop"_s).status, 403);
        console.cloud().skipTime(30s);
        QCOMPARE(recorded(), u"Stopping"_s);
        const QJsonObject meta = console.http().get(path + u"/meta"_s).object(u"data"_s);
        QCOMPARE(misshapen(meta, u"id:s name:s state:s"_s), QString());
        QCOMPARE(meta.value(u"state"_s), u"Stopped"_s);
        QCOMPARE(recorded(), u"Stopped"_s);
        QCOMPARE(console.http().send("PUT", path + u"/start"_s).status, 200);
        console.cloud().skipTime(5min);
        QCOMPARE(recorded(), u"Running"_s);
    }

    void theTimeFactorMakesItFaster()
    {
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.timeFactor = 10'000;
        StackConsoleCloud console(options);
        QCOMPARE(console.http()
                     .post(u"/blockstorages/root-4153/snapshots"_s,
                           StackConsoleCloud::volumeOrder(u"now"_s))
                     .status,
                 200);
        QTRY_COMPARE(stateOf(console, volumeSnapshots, u"now"_s), u"BackedUp"_s);
    }
};

QTEST_GUILESS_MAIN(StackConsoleSnapshotTest)
#include "stackconsolesnapshottest.moc"
