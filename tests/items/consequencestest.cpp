// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

#include <functional>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

enum class Credential { ReadOnly, Writes };

/// Everything is possible, and the server runs.
struct Case
{
    Resource server;
    Snapshot snapshot = ItemsTest::snapshot(u"1"_s, u"nightly"_s);
    Capabilities capabilities;
    Credential credential = Credential::Writes;
    bool hasSource = true;
    int newer = 0;
    TakeRoom room = {};
    RollbackSurroundings around = {};

    Case()
    {
        server.key = serverKey(u"7"_s);
        server.name = u"web-1"_s;
        server.power = PowerState::Running;
        server.sizeBytes = 40 * gigabyte;
        server.architecture = u"x86"_s;
        snapshot.source = server.key;
        snapshot.sourceName = server.name;
        snapshot.diskBytes = 40 * gigabyte;
        snapshot.architecture = u"x86"_s;
        capabilities.canPower = true;
        for (KindCapabilities *kind : {&capabilities.server, &capabilities.volume}) {
            kind->canTake = true;
            kind->rollback = RollbackStyle::Rebuild;
            kind->canRemove = true;
            kind->canRename = true;
            kind->canProtect = true;
            kind->keepsAddressesOnRollback = true;
        }
    }

    [[nodiscard]] bool isReadOnly() const { return credential == Credential::ReadOnly; }
    [[nodiscard]] QString take() const
    {
        return whyNotTake(server, capabilities, isReadOnly(), room);
    }
    [[nodiscard]] bool canBeTaken() const
    {
        return canTake(server, capabilities, isReadOnly(), room);
    }
    [[nodiscard]] QString rollBack() const
    {
        return whyNotRollBack(snapshot, hasSource ? &server : nullptr, capabilities, isReadOnly(),
                              around);
    }
    [[nodiscard]] QString remove() const
    {
        return whyNotRemove(snapshot, capabilities, isReadOnly());
    }
    [[nodiscard]] QString rename() const
    {
        return whyNotRename(snapshot, capabilities, isReadOnly());
    }
    [[nodiscard]] QString protect() const
    {
        return whyNotProtect(snapshot, capabilities, isReadOnly());
    }
    [[nodiscard]] QString consequences() const
    {
        return rollbackConsequences({server, snapshot, capabilities.server, newer, {}, noon()})
            .join(u' ');
    }
};

using Edit = std::function<void(Case &)>;

template <class Change>
QString after(const Change &change, QString (Case::*question)() const)
{
    Case asked;
    change(asked);
    return (asked.*question)();
}

const QString readOnly = u"The account's credential may read, but change nothing."_s;
const QString beingMade = u"The snapshot is still being made."_s;
const QString beingRemoved = u"The snapshot is being removed."_s;

} // namespace

class ConsequencesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allowsWhatIsPossible()
    {
        const Case possible;
        QCOMPARE(possible.take(), QString());
        QCOMPARE(possible.rollBack(), QString());
        QCOMPARE(possible.remove(), QString());
        QCOMPARE(possible.rename(), QString());
        QCOMPARE(possible.protect(), QString());
    }

    void aSnapshotThatIsRunOnCanNotBeRemoved()
    {
        Case used;
        used.snapshot.isInUse = true;
        QCOMPARE(used.remove(),
                 u"What it was taken of runs on this snapshot. Roll back to another one first."_s);
        QCOMPARE(used.rename(), QString());
    }

    void saysWhyNothingCanBeTaken_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const Edit &edit, const QString &expected) {
            QTest::addRow("%s", name) << edit << expected;
        };
        add(
            "not here", [](Case &c) { c.capabilities.server.canTake = false; },
            u"This provider has no snapshots of servers."_s);
        add(
            "no volumes here",
            [](Case &c) {
                c.server.key.kind = ResourceKind::Volume;
                c.capabilities.volume.canTake = false;
            },
            u"This provider has no snapshots of volumes."_s);
        add("read-only", [](Case &c) { c.credential = Credential::ReadOnly; }, readOnly);
        add(
            "locked", [](Case &c) { c.server.isLocked = true; },
            u"Another action is running on web-1."_s);
        add(
            "no room",
            [](Case &c) {
                Limit limit;
                limit.used = 10;
                limit.maximum = 10;
                c.room.limits = {limit};
            },
            u"The account has 10 of 10 snapshots; remove one, or ask the operator for more."_s);
        add(
            "as many of it as there may be",
            [](Case &c) {
                c.capabilities.server.maximumCount = 1;
                c.room = takeRoom({}, {c.snapshot}, c.capabilities);
            },
            u"web-1 has 1 of 1 snapshot; remove one, or ask the operator for more."_s);
        add("must stop, can", [](Case &c) { c.capabilities.server.takeNeeds = PowerRule::Stopped; },
            {});
        add(
            "must stop, can't",
            [](Case &c) {
                c.capabilities.server.takeNeeds = PowerRule::Stopped;
                c.capabilities.canPower = false;
            },
            u"The server has to be switched off first."_s);
        add(
            "must run, can't",
            [](Case &c) {
                c.server.power = PowerState::Stopped;
                c.capabilities.server.takeNeeds = PowerRule::Running;
                c.capabilities.canPower = false;
            },
            u"The server has to be switched on first."_s);
        add("must run, runs", [](Case &c) { c.capabilities.server.takeNeeds = PowerRule::Running; },
            {});
        add(
            "changes",
            [](Case &c) {
                c.server.power = PowerState::Changing;
                c.capabilities.server.takeNeeds = PowerRule::Running;
            },
            u"The server web-1 is being switched on or off."_s);
        add(
            "loose volume",
            [](Case &c) {
                c.server.key.kind = ResourceKind::Volume;
                c.capabilities.volume.takeNeeds = PowerRule::Running;
            },
            u"The volume web-1 is not attached to a server."_s);
        const auto addAttached = [&add](const char *name, PowerState power,
                                        const QString &expected) {
            const auto attach = [power](Case &c) {
                c.server.key.kind = ResourceKind::Volume;
                c.server.attachedTo = serverKey(u"8"_s);
                c.server.power = power;
                c.capabilities.volume.takeNeeds = PowerRule::Stopped;
                c.capabilities.canPower = false;
            };
            add(name, attach, expected);
        };
        addAttached("a volume whose server is off", PowerState::Stopped, {});
        addAttached("a volume whose server runs", PowerState::Running,
                    u"The server has to be switched off first."_s);
        addAttached("a volume whose server changes", PowerState::Changing,
                    u"The server of the volume web-1 is being switched on or off."_s);
        add("loose volume is at rest",
            [](Case &c) {
                c.server.key.kind = ResourceKind::Volume;
                c.capabilities.volume.takeNeeds = PowerRule::Stopped;
            },
            {});
    }
    void saysWhyNothingCanBeTaken()
    {
        QFETCH(const Edit, edit);
        QTEST(after(edit, &Case::take), "expected");
        Case asked;
        edit(asked);
        QCOMPARE(asked.canBeTaken(), asked.take().isEmpty());
    }

    void saysWhyItCanNotBeRolledBack_data()
    {
        QTest::addColumn<Edit>("edit");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const Edit &edit, const QString &expected) {
            QTest::addRow("%s", name) << edit << expected;
        };
        add(
            "not here", [](Case &c) { c.capabilities.server.rollback = RollbackStyle::None; },
            u"This provider can't roll back a server."_s);
        add(
            "no volumes here",
            [](Case &c) {
                c.snapshot.key.kind = SnapshotKind::Volume;
                c.capabilities.volume.rollback = RollbackStyle::None;
            },
            u"This provider can't roll back a volume."_s);
        add("read-only", [](Case &c) { c.credential = Credential::ReadOnly; }, readOnly);
        add("creating", [](Case &c) { c.snapshot.status = SnapshotStatus::Creating; }, beingMade);
        add(
            "removing", [](Case &c) { c.snapshot.status = SnapshotStatus::Removing; },
            beingRemoved);
        add(
            "failed", [](Case &c) { c.snapshot.status = SnapshotStatus::Failed; },
            u"The snapshot was not made whole and can't be used."_s);
        add("unknown", [](Case &c) { c.snapshot.status = SnapshotStatus::Unknown; }, {});
        add(
            "not the latest",
            [](Case &c) {
                c.capabilities.server.canRollBackOnlyLatest = true;
                c.around.latest = ItemsTest::snapshot(u"2"_s, u"weekly"_s);
                c.around.latest->created = noon();
            },
            u"This provider rolls back to the latest snapshot only, which is “weekly” of "
            "20 Nov 2026, 12:00. Roll back to that one, or remove what is newer than this one "
            "first."_s);
        add(
            "not the latest, which has no name",
            [](Case &c) {
                c.capabilities.server.canRollBackOnlyLatest = true;
                c.around.latest = ItemsTest::snapshot(u"2"_s, {});
                c.around.latest->created = noon();
            },
            u"This provider rolls back to the latest snapshot only, which is the one of "
            "20 Nov 2026, 12:00. Roll back to that one, or remove what is newer than this one "
            "first."_s);
        add("the latest", [](Case &c) { c.capabilities.server.canRollBackOnlyLatest = true; }, {});
        add("rebuild without source", [](Case &c) { c.hasSource = false; }, {});
        add(
            "in place without source",
            [](Case &c) {
                c.capabilities.server.rollback = RollbackStyle::InPlace;
                c.hasSource = false;
            },
            u"Its server no longer exists."_s);
        add(
            "rebuild protection", [](Case &c) { c.server.isRebuildProtected = true; },
            u"web-1 is protected against being rebuilt."_s);
        add(
            "locked", [](Case &c) { c.server.isLocked = true; },
            u"Another action is running on web-1."_s);
        add(
            "disk too small", [](Case &c) { c.server.sizeBytes = 20 * gigabyte; },
            u"The snapshot needs a disk of 40.00 GB; the disk of web-1 has 20.00 GB."_s);
        add("disk unknown", [](Case &c) { c.server.sizeBytes.reset(); }, {});
        add(
            "architecture", [](Case &c) { c.server.architecture = u"arm"_s; },
            u"The snapshot is for x86 processors, but web-1 has arm."_s);
        add("architecture unknown", [](Case &c) { c.server.architecture.clear(); }, {});
        add(
            "must stop, can't",
            [](Case &c) {
                c.capabilities.server.rollbackNeeds = PowerRule::Stopped;
                c.capabilities.canPower = false;
            },
            u"The server has to be switched off first."_s);
    }
    void saysWhyItCanNotBeRolledBack()
    {
        QFETCH(const Edit, edit);
        QTEST(after(edit, &Case::rollBack), "expected");
    }

    void aVolumeThatAServerWorksOnIsDetachedFirst()
    {
        Case asked;
        asked.server.key.kind = ResourceKind::Volume;
        asked.server.name = u"data"_s;
        asked.snapshot.key.kind = SnapshotKind::Volume;
        asked.capabilities.volume.rollbackNeedsDetached = true;
        QCOMPARE(asked.rollBack(), QString());
        asked.server.attachedTo = serverKey(u"8"_s);
        const QString first = u"This provider rolls back a volume only while it is attached to no "
                              "server. Detach it from %1 first, in the provider's panel, and "
                              "attach it again afterwards."_s;
        QCOMPARE(asked.rollBack(), first.arg(u"8"_s));
        asked.around.serverName = u"web-1"_s;
        QCOMPARE(asked.rollBack(), first.arg(u"web-1"_s));
        asked.capabilities.createVolume.isPossible = true;
        QCOMPARE(asked.rollBack(),
                 first.arg(u"web-1"_s) + u" Or make a new volume from this one."_s);
        asked.capabilities.volume.rollbackNeedsDetached = false;
        QCOMPARE(asked.rollBack(), QString());
    }

    void aVolumeThatAServerStartsFromIsNotDetached()
    {
        Case asked;
        asked.server.key.kind = ResourceKind::Volume;
        asked.server.attachedTo = serverKey(u"8"_s);
        asked.snapshot.key.kind = SnapshotKind::Volume;
        asked.capabilities.volume.rollbackNeedsDetached = true;
        asked.around.serverName = u"web-1"_s;
        asked.around.boots = RollbackSurroundings::Boots::Yes;
        const QString sure = u"This provider rolls back a volume only while it is attached to no "
                             "server, and web-1 starts from this one: it can't be detached."_s;
        QCOMPARE(asked.rollBack(), sure);
        asked.capabilities.createVolume.isPossible = true;
        QCOMPARE(asked.rollBack(), sure + u" Make a new volume from this one instead."_s);
        asked.around.boots = RollbackSurroundings::Boots::Maybe;
        QCOMPARE(asked.rollBack(),
                 u"This provider rolls back a volume only while it is attached to no server. If "
                 "web-1 starts from it, it can't be detached. Otherwise detach it first, in the "
                 "provider's panel, and attach it again afterwards. Or make a new volume from this "
                 "one."_s);
        asked.capabilities.volume.rollbackNeedsDetached = false;
        QCOMPARE(asked.rollBack(), QString());
    }

    void aServerOnVolumesThatStayAttachedIsMadeAnew()
    {
        Case asked;
        asked.server.isVolumeBacked = true;
        asked.capabilities.volume.rollbackNeedsDetached = true;
        asked.around.diskNames = {u"web-1-root"_s};
        const QString stuck = u" This provider rolls back a volume only while it is attached to no "
                              "server, and the one that a server starts from can't be detached."_s;
        const QString named = u"The disk of web-1 is the volume web-1-root."_s + stuck;
        QCOMPARE(asked.rollBack(), named);
        asked.capabilities.createServer.isPossible = true;
        QCOMPARE(asked.rollBack(), named + u" Make a new server from this snapshot instead."_s);
        asked.capabilities.createVolume.isPossible = true;
        QCOMPARE(asked.rollBack(),
                 named
                     + u" Make a new server from this snapshot, or a new volume from the volume "
                       "snapshot that holds the data."_s);
        asked.capabilities.createServer.isPossible = false;
        QCOMPARE(asked.rollBack(),
                 named + u" Make a new volume from the volume snapshot that holds the data."_s);
        asked.around.diskNames = {u"web-1-root"_s, u"web-1-data"_s};
        QVERIFY(asked.rollBack().startsWith(
            u"The disks of web-1 are the volumes web-1-root, web-1-data. This provider"_s));
        asked.around.diskNames.clear();
        QVERIFY(asked.rollBack().startsWith(u"The disk of web-1 is a volume. This provider"_s));
    }

    void anOlderSnapshotOfAVolumeCanBecomeANewOne()
    {
        Case asked;
        asked.snapshot.key.kind = SnapshotKind::Volume;
        asked.capabilities.volume.canRollBackOnlyLatest = true;
        asked.around.latest = asked.snapshot;
        QVERIFY(asked.rollBack().endsWith(u"remove what is newer than this one first."_s));
        asked.capabilities.createVolume.isPossible = true;
        QVERIFY(asked.rollBack().endsWith(u"Or make a new volume from this one."_s));
    }

    void aServerOnVolumesIsRolledBackByThese()
    {
        Case asked;
        asked.server.isVolumeBacked = true;
        QCOMPARE(asked.rollBack(),
                 u"The disk of web-1 is a volume: roll back that volume instead."_s);
        asked.around.diskNames = {u"web-1-root"_s};
        QCOMPARE(asked.rollBack(),
                 u"The disk of web-1 is the volume web-1-root: roll back that volume instead."_s);
        asked.around.diskNames.append(u"web-1-data"_s);
        QCOMPARE(asked.rollBack(),
                 u"The disks of web-1 are volumes: roll back the volumes web-1-root, web-1-data "
                 "instead."_s);
    }

    void aSnapshotThatIsMadeOfOthersIsNoDiskToRebuildFrom()
    {
        Case asked;
        asked.snapshot.parts = {{shop(), SnapshotKind::Volume, {u"11"_s}}};
        const QString reason = u"Its data is in volume snapshots, and a server is not rebuilt from "
                               "these. Roll back the volumes instead."_s;
        QCOMPARE(asked.rollBack(), reason);
        asked.hasSource = false;
        QCOMPARE(asked.rollBack(), reason);
    }

    void saysWhyItCanNotBeRemoved()
    {
        QCOMPARE(after([](Case &c) { c.capabilities.server.canRemove = false; }, &Case::remove),
                 u"Snapshots can't be removed at this provider."_s);
        QCOMPARE(after([](Case &c) { c.credential = Credential::ReadOnly; }, &Case::remove),
                 readOnly);
        QCOMPARE(after([](Case &c) { c.snapshot.isProtected = true; }, &Case::remove),
                 u"The snapshot is protected. Take the protection off first."_s);
        QCOMPARE(
            after([](Case &c) { c.snapshot.status = SnapshotStatus::Creating; }, &Case::remove),
            beingMade);
        QCOMPARE(after([](Case &c) { c.snapshot.status = SnapshotStatus::Failed; }, &Case::remove),
                 QString());
    }

    void saysWhyItCanNotBeRenamedOrProtected()
    {
        QCOMPARE(after([](Case &c) { c.capabilities.server.canRename = false; }, &Case::rename),
                 u"Snapshots can't be renamed at this provider."_s);
        QCOMPARE(after([](Case &c) { c.capabilities.server.canProtect = false; }, &Case::protect),
                 u"Snapshots can't be protected at this provider."_s);
        for (const auto question : {&Case::rename, &Case::protect}) {
            QCOMPARE(after([](Case &c) { c.credential = Credential::ReadOnly; }, question),
                     readOnly);
            QCOMPARE(after([](Case &c) { c.snapshot.status = SnapshotStatus::Removing; }, question),
                     beingRemoved);
            QCOMPARE(after([](Case &c) { c.snapshot.status = SnapshotStatus::Creating; }, question),
                     QString());
        }
    }

    void saysWhatARollbackDoes()
    {
        const QString overwritten = u"The disk is overwritten with its state of today 11:00. "
                                    "Everything written since, 1 h, is lost."_s;
        const QString off = u" The server is off while this runs."_s;
        const QString stay = u" Its addresses stay."_s;
        const auto told = [](const Edit &edit) {
            return after(edit, &Case::consequences);
        };
        QCOMPARE(told([](Case &) {}), overwritten + off + stay);
        QCOMPARE(told([](Case &c) { c.server.power = PowerState::Stopped; }), overwritten + stay);
        QCOMPARE(told([](Case &c) { c.newer = 1; }),
                 overwritten + off + stay + u" 1 newer snapshot stays.");
        QCOMPARE(told([](Case &c) { c.newer = 3; }),
                 overwritten + off + stay + u" 3 newer snapshots stay.");
        QCOMPARE(told([](Case &c) {
                     c.newer = 2;
                     c.capabilities.server.newerSnapshotsSurviveRollback = false;
                 }),
                 overwritten + off + stay + u" 2 newer snapshots are removed by it.");
        QCOMPARE(told([](Case &c) { c.capabilities.server.rollbackNeeds = PowerRule::Stopped; }),
                 overwritten + u" The server is shut down first and started again afterwards."
                     + stay);
        QCOMPARE(told([](Case &c) { c.capabilities.server.keepsAddressesOnRollback = false; }),
                 overwritten + off + u" Its addresses may change.");
        QCOMPARE(told([](Case &c) { c.capabilities.server.mayReturnPasswordOnRollback = true; }),
                 overwritten + off + stay
                     + u" The provider may set a new administrator password. It is shown once.");
        QCOMPARE(told([](Case &c) {
                     c.snapshot.source = serverKey(u"8"_s);
                     c.snapshot.sourceName = u"db-1"_s;
                 }),
                 overwritten + u" The snapshot was taken of db-1, not of web-1." + off + stay);
        QCOMPARE(told([](Case &c) {
                     c.snapshot.status = SnapshotStatus::Unknown;
                     c.snapshot.rawStatus = u"in_use"_s;
                 }),
                 overwritten + off + stay
                     + u" The provider calls the snapshot's state “in_use”; it may refuse.");
        QVERIFY(told([](Case &c) {
                    c.snapshot.created = QDateTime();
                }).startsWith(u"The disk is overwritten with the snapshot."));
    }

    void namesTheVolumesThatAreNotPartOfIt()
    {
        Case asked;
        asked.capabilities.server.excludesAttachedVolumes = true;
        RollbackFacts facts{asked.server,  asked.snapshot, asked.capabilities.server, 0,
                            {u"data-1"_s}, noon()};
        QCOMPARE(rollbackConsequences(facts).constLast(),
                 u"The volume data-1 is not part of it and stays as it is."_s);
        facts.volumeNames.append(u"data-2"_s);
        QCOMPARE(rollbackConsequences(facts).constLast(),
                 u"The volumes data-1, data-2 are not part of it and stay as they are."_s);
        facts.capabilities.excludesAttachedVolumes = false;
        QCOMPARE(rollbackConsequences(facts).constLast(), u"Its addresses stay."_s);
    }

    void saysNothingOfAddressesForAVolume()
    {
        Case asked;
        asked.server.key.kind = ResourceKind::Volume;
        asked.snapshot.source = asked.server.key;
        QCOMPARE(asked.consequences(),
                 u"The disk is overwritten with its state of today 11:00. Everything written "
                 "since, 1 h, is lost."_s);
    }

    void saysThatAVolumeHasToStayDetached()
    {
        Case asked;
        asked.server.key.kind = ResourceKind::Volume;
        asked.snapshot.source = asked.server.key;
        KindCapabilities rules = asked.capabilities.volume;
        rules.rollbackNeedsDetached = true;
        QCOMPARE(
            rollbackConsequences({asked.server, asked.snapshot, rules, 0, {}, noon()}).constLast(),
            u"It is attached to no server, and has to stay so until the rollback is over."_s);
    }

    void namesTheSteps()
    {
        const ResourceKey server = serverKey(u"7"_s);
        const SnapshotKey key = keyOf(u"1"_s);
        const QList<Request> requests{SetPower{server, PowerAction::ShutDown},
                                      SetPower{server, PowerAction::PowerOff},
                                      TakeSnapshot{server, {}, {}, {}},
                                      RollBack{server, key, {}},
                                      RemoveSnapshot{key},
                                      RenameSnapshot{key, {}},
                                      ProtectSnapshot{key, Protection::On},
                                      ProtectSnapshot{key, Protection::Off},
                                      SetPower{server, PowerAction::Start},
                                      CreateVolume{key, {}, 0, {}, {}, {}, {}}};
        QList<Step> steps;
        for (const Request &request : requests) {
            Step step;
            step.request = request;
            steps.append(step);
        }
        QCOMPARE(stepTexts(steps).join(u", "),
                 u"Shut down, Power off, Take snapshot, Roll back, Remove snapshot, Rename, "
                 "Protect, Take protection off, Start, Create volume"_s);
        steps[2].role = Step::Role::SafetySnapshot;
        QCOMPARE(stepTexts(steps).at(2), u"Take safety snapshot"_s);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ConsequencesTest)
#include "consequencestest.moc"
