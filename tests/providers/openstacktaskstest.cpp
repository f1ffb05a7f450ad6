// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacktasks.h"

#include "providers/openstack/openstackwords.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Providers;
using std::chrono::milliseconds;

namespace {

const ResourceKey web = {{u"a"_s}, ResourceKind::Server, {u"web"_s}};
const ResourceKey disk = {{u"a"_s}, ResourceKind::Volume, {u"disk"_s}};
const SnapshotKey image = {{u"a"_s}, ResourceKind::Server, {u"image"_s}};
const SnapshotKey copy = {{u"a"_s}, ResourceKind::Volume, {u"copy"_s}};
const SnapshotKey part = {{u"a"_s}, ResourceKind::Volume, {u"part"_s}};
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

OpenStackVolumeSnapshot copyIn(const QString &state, const SnapshotKey &key = copy)
{
    OpenStackVolumeSnapshot row;
    row.snapshot.key = {{}, key.kind, key.id};
    row.snapshot.name = u"name"_s;
    row.snapshot.rawStatus = state;
    row.snapshot.status = OpenStackWords::volumeSnapshotStatus(state);
    return row;
}

OpenStackImage imageIn(const QString &state, const QList<SnapshotKey> &parts = {})
{
    OpenStackImage row;
    row.snapshot.key = {{}, image.kind, image.id};
    row.snapshot.rawStatus = state;
    row.snapshot.status = OpenStackWords::imageStatus(state);
    row.snapshot.parts = parts;
    row.isSnapshot = true;
    return row;
}

OpenStackServer serverIn(const QString &state, const QString &task = {}, const QString &on = {})
{
    OpenStackServer row;
    row.resource.key = {{}, web.kind, web.id};
    row.resource.rawState = state;
    row.resource.power = OpenStackWords::powerState(state, task);
    row.task = task;
    row.image = on;
    return row;
}

OpenStackVolume volumeIn(const QString &state, const QDateTime &updated = noon)
{
    OpenStackVolume row;
    row.resource.key = {{}, disk.kind, disk.id};
    row.resource.rawState = state;
    row.updated = updated;
    return row;
}

OpenStackSeen seenCopy(const QString &state)
{
    OpenStackSeen seen;
    seen.volumeSnapshots.insert(copy,
                                state == "404"_L1 ? std::nullopt : std::optional(copyIn(state)));
    return seen;
}

OpenStackSeen seenVolume(const QString &state, const QDateTime &updated = noon)
{
    OpenStackSeen seen;
    seen.volumes.insert(disk,
                        state == "404"_L1 ? std::nullopt : std::optional(volumeIn(state, updated)));
    return seen;
}

/// "active" for the image alone, "active/image_uploading" with the server's task.
OpenStackSeen seenImage(const QString &words)
{
    const QString state = words.section(u'/', 0, 0);
    OpenStackSeen seen;
    seen.images.insert(image, state == "404"_L1 ? std::nullopt : std::optional(imageIn(state)));
    seen.servers.insert(web, serverIn(u"ACTIVE"_s, words.section(u'/', 1)));
    return seen;
}

OpenStackSeen seenServer(const OpenStackServer &server)
{
    OpenStackSeen seen;
    seen.servers.insert(web, server);
    return seen;
}

TaskState stateOf(const RemoteTask &task, const OpenStackSeen &seen, milliseconds waited)
{
    return OpenStackTasks::judge(task, seen, waited).state;
}

RemoteTask takeOf(const ResourceKey &source, const SnapshotId &made)
{
    return {{}, TakeSnapshot{source, u"name"_s, u"m1"_s, {}}, made};
}

} // namespace

/// Tasks by what was read of the objects they are about.
class OpenStackTasksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void judgesACopyBeingMade_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<milliseconds>("waited");
        QTest::addColumn<TaskState>("expected");
        const auto row = [](const QString &state, milliseconds waited, TaskState expected) {
            QTest::addRow("%s after %lld", qPrintable(state), qlonglong(waited.count()))
                << state << waited << expected;
        };
        row(u"creating"_s, 5min, TaskState::Running);
        row(u"creating"_s, 13h, TaskState::CanNotTell);
        row(u"available"_s, 0ms, TaskState::Succeeded);
        row(u"restoring"_s, 0ms, TaskState::Succeeded);
        row(u"error"_s, 0ms, TaskState::Failed);
        row(u"404"_s, 1s, TaskState::Running);
        row(u"404"_s, 1min, TaskState::Failed);
        row(u"levitating"_s, 1min, TaskState::Running);
        row(u"levitating"_s, 11min, TaskState::CanNotTell);
    }

    void judgesACopyBeingMade()
    {
        QFETCH(QString, state);
        QFETCH(milliseconds, waited);
        QFETCH(TaskState, expected);

        const TaskProgress progress =
            OpenStackTasks::judge(takeOf(disk, copy.id), seenCopy(state), waited);

        QCOMPARE(progress.state, expected);
        QCOMPARE(progress.made, copy.id);
    }

    void judgesAnImageBeingMade_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<milliseconds>("waited");
        QTest::addColumn<TaskState>("expected");
        const auto row = [](const QString &words, milliseconds waited, TaskState expected) {
            QTest::addRow("%s after %lld", qPrintable(words), qlonglong(waited.count()))
                << words << waited << expected;
        };
        row(u"queued/image_snapshot"_s, 1min, TaskState::Running);
        row(u"saving/image_uploading"_s, 1h, TaskState::Running);
        row(u"active/image_uploading"_s, 1min, TaskState::Running);
        row(u"active"_s, 1min, TaskState::Succeeded);
        row(u"active/powering-off"_s, 1min, TaskState::Succeeded);
        row(u"queued"_s, 11min, TaskState::CanNotTell);
        row(u"killed"_s, 1min, TaskState::Failed);
        row(u"404"_s, 1s, TaskState::Running);
        row(u"404"_s, 1min, TaskState::Failed);
    }

    void judgesAnImageBeingMade()
    {
        QFETCH(QString, words);
        QFETCH(milliseconds, waited);
        QFETCH(TaskState, expected);

        QCOMPARE(stateOf(takeOf(web, image.id), seenImage(words), waited), expected);
    }

    void waitsForWhatAnImageStandsFor_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<TaskState>("expected");
        QTest::addRow("creating") << u"creating"_s << TaskState::Running;
        QTest::addRow("available") << u"available"_s << TaskState::Succeeded;
        QTest::addRow("error") << u"error"_s << TaskState::Failed;
    }

    void waitsForWhatAnImageStandsFor()
    {
        QFETCH(QString, state);
        QFETCH(TaskState, expected);
        OpenStackSeen seen = seenImage(u"active"_s);
        seen.images.insert(image, imageIn(u"active"_s, {{{}, part.kind, part.id}}));
        const RemoteTask task = takeOf(web, image.id);
        QCOMPARE(OpenStackNeeds::parts({task}, seen), QList<SnapshotKey>{part});
        seen.volumeSnapshots.insert(part, copyIn(state, part));

        QCOMPARE(stateOf(task, seen, 1min), expected);
    }

    void failsAnImageWhosePartsAreGone()
    {
        OpenStackSeen seen = seenImage(u"active"_s);
        seen.images.insert(image, imageIn(u"active"_s, {{{}, part.kind, part.id}}));
        seen.volumeSnapshots.insert(part, std::nullopt);

        QCOMPARE(stateOf(takeOf(web, image.id), seen, 1min), TaskState::Failed);
    }

    void judgesARevert_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<bool>("hasChanged");
        QTest::addColumn<milliseconds>("waited");
        QTest::addColumn<TaskState>("expected");
        const auto row = [](const QString &state, bool changed, milliseconds waited,
                            TaskState expected) {
            QTest::addRow("%s %d after %lld", qPrintable(state), changed, qlonglong(waited.count()))
                << state << changed << waited << expected;
        };
        row(u"reverting"_s, true, 1min, TaskState::Running);
        row(u"reverting"_s, true, 13h, TaskState::CanNotTell);
        row(u"available"_s, true, 0ms, TaskState::Succeeded);
        row(u"available"_s, false, 1s, TaskState::Running);
        row(u"available"_s, false, 11s, TaskState::Succeeded);
        row(u"in-use"_s, true, 1s, TaskState::Succeeded);
        row(u"error"_s, true, 1s, TaskState::Failed);
        row(u"404"_s, true, 1min, TaskState::Failed);
    }

    void judgesARevert()
    {
        QFETCH(QString, state);
        QFETCH(bool, hasChanged);
        QFETCH(milliseconds, waited);
        QFETCH(TaskState, expected);
        const RemoteTask task = {
            OpenStackTasks::revertId(volumeIn(u"available"_s)), RollBack{disk, copy, {}}, {}};
        const QDateTime updated = hasChanged ? noon.addSecs(1) : noon;

        const TaskProgress progress =
            OpenStackTasks::judge(task, seenVolume(state, updated), waited);

        QCOMPARE(progress.state, expected);
        // What is on a disk that was left halfway is neither the one nor the other.
        QCOMPARE(progress.error.effect == Effect::Ambiguous, state == "error"_L1);
        QCOMPARE(progress.error.message.contains("[revert]"_L1), state == "error"_L1);
    }

    void judgesARebuild()
    {
        const RemoteTask task = {{}, RollBack{web, image, {}}, {}};
        const auto judged = [&task](const OpenStackServer &server, milliseconds waited) {
            return stateOf(task, seenServer(server), waited);
        };

        QCOMPARE(judged(serverIn(u"REBUILD"_s, u"rebuild_spawning"_s, u"image"_s), 1min),
                 TaskState::Running);
        QCOMPARE(judged(serverIn(u"ACTIVE"_s, {}, u"image"_s), 1s), TaskState::Succeeded);
        QCOMPARE(judged(serverIn(u"SHUTOFF"_s, {}, u"image"_s), 1s), TaskState::Succeeded);
        QCOMPARE(judged(serverIn(u"ACTIVE"_s, {}, u"old"_s), 1s), TaskState::Running);
        QCOMPARE(judged(serverIn(u"ACTIVE"_s, {}, u"old"_s), 1min), TaskState::CanNotTell);
        OpenStackServer broken = serverIn(u"ERROR"_s, {}, u"image"_s);
        broken.fault = u"no host"_s;
        const TaskProgress failed = OpenStackTasks::judge(task, seenServer(broken), 1s);
        QCOMPARE(failed.state, TaskState::Failed);
        QCOMPARE(failed.error.effect, Effect::Ambiguous);
        QVERIFY(failed.error.message.contains("no host"_L1));
    }

    void judgesARemoval()
    {
        const RemoteTask ofCopy = {{}, RemoveSnapshot{copy}, {}};
        const RemoteTask ofImage = {{}, RemoveSnapshot{image}, {}};

        QCOMPARE(stateOf(ofCopy, seenCopy(u"deleting"_s), 1h), TaskState::Running);
        QCOMPARE(stateOf(ofCopy, seenCopy(u"404"_s), 0ms), TaskState::Succeeded);
        QCOMPARE(stateOf(ofCopy, seenCopy(u"error_deleting"_s), 1s), TaskState::Failed);
        QCOMPARE(stateOf(ofCopy, seenCopy(u"error"_s), 1s), TaskState::Running);
        QCOMPARE(stateOf(ofCopy, seenCopy(u"available"_s), 1s), TaskState::Running);
        QCOMPARE(stateOf(ofCopy, seenCopy(u"available"_s), 1min), TaskState::Failed);
        QCOMPARE(stateOf(ofImage, seenImage(u"pending_delete"_s), 1s), TaskState::Succeeded);
        QCOMPARE(stateOf(ofImage, seenImage(u"404"_s), 1s), TaskState::Succeeded);
        QCOMPARE(stateOf(ofImage, seenImage(u"active"_s), 1min), TaskState::Failed);
    }

    void judgesWhatIsChangedAtOnce()
    {
        const RemoteTask rename = {{}, RenameSnapshot{copy, u" name "_s}, {}};
        const RemoteTask other = {{}, RenameSnapshot{copy, u"other"_s}, {}};
        const RemoteTask protect = {{}, ProtectSnapshot{image, Protection::On}, {}};

        QCOMPARE(stateOf(rename, seenCopy(u"available"_s), 0ms), TaskState::Succeeded);
        QCOMPARE(stateOf(other, seenCopy(u"available"_s), 1s), TaskState::Running);
        QCOMPARE(stateOf(other, seenCopy(u"available"_s), 11min), TaskState::CanNotTell);
        QCOMPARE(stateOf(protect, seenImage(u"active"_s), 11min), TaskState::CanNotTell);
        OpenStackSeen seen = seenImage(u"active"_s);
        seen.images[image]->snapshot.isProtected = true;
        QCOMPARE(stateOf(protect, seen, 0ms), TaskState::Succeeded);
    }

    void judgesPower()
    {
        const RemoteTask stop = {{}, SetPower{web, PowerAction::ShutDown}, {}};

        QCOMPARE(stateOf(stop, seenServer(serverIn(u"ACTIVE"_s, u"powering-off"_s)), 1min),
                 TaskState::Running);
        QCOMPARE(stateOf(stop, seenServer(serverIn(u"SHUTOFF"_s)), 1s), TaskState::Succeeded);
        QCOMPARE(stateOf(stop, seenServer(serverIn(u"ERROR"_s)), 1s), TaskState::Failed);
        QCOMPARE(stateOf(stop, seenServer(serverIn(u"ACTIVE"_s)), 11min), TaskState::CanNotTell);
    }

    void judgesANewServer()
    {
        RemoteTask task = {{}, CreateServer{image, {}, {}, {}, {}, {}, {}, {}, {}}, {}};
        QCOMPARE(stateOf(task, {}, 0ms), TaskState::CanNotTell);
        task.server = web.id;

        QCOMPARE(stateOf(task, seenServer(serverIn(u"BUILD"_s, u"spawning"_s)), 1min),
                 TaskState::Running);
        const TaskProgress made =
            OpenStackTasks::judge(task, seenServer(serverIn(u"ACTIVE"_s)), 1min);
        QCOMPARE(made.state, TaskState::Succeeded);
        QCOMPARE(made.server, web.id);
        QCOMPARE(stateOf(task, seenServer(serverIn(u"ERROR"_s)), 1s), TaskState::Failed);
    }

    void judgesANewVolume()
    {
        RemoteTask task = {{}, CreateVolume{copy, {}, 0, {}, {}, {}, {}}, {}};
        QCOMPARE(stateOf(task, {}, 0ms), TaskState::CanNotTell);
        task.volume = disk.id;

        QCOMPARE(stateOf(task, seenVolume(u"creating"_s), 1min), TaskState::Running);
        QCOMPARE(stateOf(task, seenVolume(u"downloading"_s), 1min), TaskState::Running);
        QCOMPARE(stateOf(task, seenVolume(u"error"_s), 1min), TaskState::Failed);
        const TaskProgress made = OpenStackTasks::judge(task, seenVolume(u"available"_s), 1s);
        QCOMPARE(made.state, TaskState::Succeeded);
        QCOMPARE(made.volume, disk.id);
    }

    void readsNoMoreThanItNeeds()
    {
        const OpenStackNeeds server = OpenStackNeeds::of(takeOf(web, image.id));
        const OpenStackNeeds volume = OpenStackNeeds::of(takeOf(disk, copy.id));
        OpenStackNeeds both = volume;
        both.add(volume);

        QCOMPARE(server.images, QList<SnapshotKey>{image});
        QCOMPARE(server.servers, QList<ResourceKey>{web});
        QCOMPARE(volume.volumeSnapshots, QList<SnapshotKey>{copy});
        QVERIFY(volume.volumes.isEmpty() && volume.images.isEmpty());
        QCOMPARE(both.volumeSnapshots, QList<SnapshotKey>{copy});
    }

    void failsWhatItNeverSends()
    {
        const RemoteTask task = {{}, SaveImage{image, web, {}, {}}, {}};

        QCOMPARE(stateOf(task, {}, 0ms), TaskState::Failed);
    }
};

QTEST_GUILESS_MAIN(OpenStackTasksTest)
#include "openstacktaskstest.moc"
