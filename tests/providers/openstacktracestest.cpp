// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacktraces.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace Providers;

namespace {

const ResourceKey disk = {{u"a"_s}, ResourceKind::Volume, {u"disk"_s}};
const SnapshotKey copy = {{u"a"_s}, ResourceKind::Volume, {u"copy"_s}};
const ResourceKey web = {{u"a"_s}, ResourceKind::Server, {u"web"_s}};
const SnapshotKey image = {{u"a"_s}, ResourceKind::Server, {u"image"_s}};
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

Snapshot named(const QString &id, const QString &name, const QDateTime &created,
               const QString &marker = {})
{
    Snapshot row;
    row.key = {{}, ResourceKind::Volume, {id}};
    row.name = name;
    row.created = created;
    row.source = ResourceKey{{}, disk.kind, disk.id};
    row.labels.insert(u"snapdeck_op"_s, marker);
    return row;
}

TakeSnapshot takeOf(const QString &marker)
{
    return {disk, u"daily"_s, marker, noon};
}

OpenStackVolume volumeIn(const QString &state, const QDateTime &updated)
{
    OpenStackVolume volume;
    volume.resource.rawState = state;
    volume.resource.created = noon.addDays(-9);
    volume.updated = updated;
    return volume;
}

OpenStackVolumeSnapshot copyOf(const QDateTime &updated)
{
    OpenStackVolumeSnapshot row;
    row.snapshot.created = noon.addDays(-8);
    row.updated = updated;
    return row;
}

} // namespace

/// What is left of a request whose answer was lost.
class OpenStackTracesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByTheMarker()
    {
        const QList<Snapshot> rows = {named(u"s1"_s, u"daily"_s, noon, u"other"_s),
                                      named(u"s2"_s, u"renamed"_s, noon.addDays(-1), u"m1"_s)};

        const Finding found = OpenStackTraces::taken(takeOf(u"m1"_s), rows);
        const Finding none = OpenStackTraces::taken(takeOf(u"m2"_s), rows);

        QCOMPARE(found.trace, Trace::Found);
        QCOMPARE(found.task.made, SnapshotId{u"s2"_s});
        QCOMPARE(none.trace, Trace::NotFound);
    }

    void findsByNameSourceAndTimeWithoutAMarker_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::addColumn<QString>("name");
        QTest::addColumn<Trace>("trace");
        QTest::addRow("since") << 3 << u"daily"_s << Trace::Found;
        QTest::addRow("the clocks may differ") << -60 << u"daily"_s << Trace::CanNotTell;
        QTest::addRow("long before") << -3600 << u"daily"_s << Trace::NotFound;
        QTest::addRow("another name") << 3 << u"weekly"_s << Trace::NotFound;
    }

    void findsByNameSourceAndTimeWithoutAMarker()
    {
        QFETCH(int, seconds);
        QFETCH(QString, name);
        QFETCH(Trace, trace);
        QList<Snapshot> rows = {named(u"s1"_s, name, noon.addSecs(seconds))};

        QCOMPARE(OpenStackTraces::taken(takeOf({}), rows).trace, trace);
        rows[0].source->id.value = u"another"_s;
        QCOMPARE(OpenStackTraces::taken(takeOf({}), rows).trace, Trace::NotFound);
    }

    void findsNewServersAndVolumes()
    {
        OpenStackServer server;
        server.resource.key = {{}, ResourceKind::Server, {u"new"_s}};
        server.resource.labels.insert(u"snapdeck_op"_s, u"m1"_s);
        OpenStackVolume volume;
        volume.resource.key = {{}, ResourceKind::Volume, {u"fresh"_s}};
        volume.resource.labels.insert(u"snapdeck_op"_s, u"m1"_s);
        const CreateServer createServer = {image, {}, {}, {}, {}, {}, {}, u"m1"_s, noon};
        const CreateVolume createVolume = {copy, {}, 0, {}, {}, u"m1"_s, noon};

        const Finding machine = OpenStackTraces::createdServer(createServer, {server});
        const Finding drive = OpenStackTraces::createdVolume(createVolume, {volume});

        QCOMPARE(machine.trace, Trace::Found);
        QCOMPARE(machine.task.server, ResourceId{u"new"_s});
        QCOMPARE(drive.trace, Trace::Found);
        QCOMPARE(drive.task.volume, ResourceId{u"fresh"_s});
        QCOMPARE(OpenStackTraces::createdServer(createServer, {}).trace, Trace::NotFound);
        QCOMPARE(OpenStackTraces::createdVolume(createVolume, {}).trace, Trace::NotFound);
    }

    void tellsARebuildByTheServersActions()
    {
        const RollBack rollback = {web, image, noon};
        const auto after = [](int seconds, const QString &word) {
            return OpenStackAction{word, noon.addSecs(seconds), {}, {}};
        };

        QCOMPARE(
            OpenStackTraces::rebuilt(rollback, {after(9, u"stop"_s), after(2, u"rebuild"_s)}).trace,
            Trace::Found);
        QCOMPARE(OpenStackTraces::rebuilt(rollback, {after(-60, u"rebuild"_s)}).trace,
                 Trace::CanNotTell);
        QCOMPARE(OpenStackTraces::rebuilt(rollback, {after(-3600, u"rebuild"_s)}).trace,
                 Trace::NotFound);
        QCOMPARE(OpenStackTraces::rebuilt(rollback, {after(2, u"createImage"_s)}).trace,
                 Trace::NotFound);
        QCOMPARE(OpenStackTraces::rebuilt({web, image, {}}, {}).trace, Trace::CanNotTell);
    }

    void tellsARevertByWhatChanged_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<int>("volumeAt");
        QTest::addColumn<int>("copyAt");
        QTest::addColumn<Trace>("trace");
        QTest::addRow("under way") << u"reverting"_s << 1 << 1 << Trace::Found;
        QTest::addRow("at its end") << u"available"_s << 20 << 19 << Trace::Found;
        QTest::addRow("the volume alone") << u"available"_s << 20 << -3600 << Trace::NotFound;
        QTest::addRow("the copy alone") << u"available"_s << -3600 << 20 << Trace::NotFound;
        QTest::addRow("not together") << u"available"_s << 90 << 20 << Trace::CanNotTell;
        QTest::addRow("the clocks may differ") << u"available"_s << -20 << -20 << Trace::CanNotTell;
    }

    void tellsARevertByWhatChanged()
    {
        QFETCH(QString, state);
        QFETCH(int, volumeAt);
        QFETCH(int, copyAt);
        QFETCH(Trace, trace);
        const RollBack rollback = {disk, copy, noon};

        QCOMPARE(OpenStackTraces::reverted(rollback, volumeIn(state, noon.addSecs(volumeAt)),
                                           copyOf(noon.addSecs(copyAt)))
                     .trace,
                 trace);
    }

    void takesWhatNeverChangedForAsOldAsItIs()
    {
        const RollBack rollback = {disk, copy, noon};

        QCOMPARE(OpenStackTraces::reverted(rollback, volumeIn(u"available"_s, noon.addSecs(2)),
                                           copyOf({}))
                     .trace,
                 Trace::NotFound);
    }
};

QTEST_GUILESS_MAIN(OpenStackTracesTest)
#include "openstacktracestest.moc"
