// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planned.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Domain;
using namespace Operations;
using namespace Planned;

/// What the planner refuses, and as what.
class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesToTakeWhatIsExcluded();
    void refusesNamesAgainstTheRule_data();
    void refusesNamesAgainstTheRule();
    void refusesToRollBackWhatIsExcluded_data();
    void refusesToRollBackWhatIsExcluded();
    void refusesToRollBackAVolumeThatAServerWorksOn();
    void refusesToWorkOnSnapshots_data();
    void refusesToWorkOnSnapshots();
    void refusesToRemoveWhatIsRunOn();

private:
    Support::TestEnvironment m_environment;
};

void RefusalsTest::refusesToTakeWhatIsExcluded()
{
    Resource locked = server(PowerState::Running);
    locked.isLocked = true;
    QCOMPARE(planText(planTake({locked, {}, StopServer::No}, everything(), identity)),
             refusal(ErrorKind::Locked));

    Capabilities noVolumes = everything();
    noVolumes.volume.canTake = false;
    QCOMPARE(planText(planTake({volume(true), {}, StopServer::No}, noVolumes, identity)),
             refusal(ErrorKind::Unsupported));
}

void RefusalsTest::refusesNamesAgainstTheRule_data()
{
    QTest::addColumn<NameRule>("rule");
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");

    const NameRule strict{true, false, 8, u"[a-z][a-z0-9-]*"_s};
    QTest::addRow("no rule, no name") << NameRule{} << QString() << true;
    QTest::addRow("no rule, any name") << NameRule{} << u"Before the upgrade, 2 of 3"_s << true;
    QTest::addRow("pattern is not for the missing")
        << NameRule{false, false, 0, strict.pattern} << QString() << true;
    QTest::addRow("strict") << strict << u"web-1"_s << true;
    QTest::addRow("strict, longest") << strict << u"web-1234"_s << true;
    QTest::addRow("strict, missing") << strict << QString() << false;
    QTest::addRow("strict, too long") << strict << u"web-12345"_s << false;
    QTest::addRow("strict, misspelt in the middle") << strict << u"web 1"_s << false;
    QTest::addRow("strict, misspelt at the end") << strict << u"web1\n"_s << false;
}

void RefusalsTest::refusesNamesAgainstTheRule()
{
    QFETCH(const NameRule, rule);
    QFETCH(const QString, name);
    QFETCH(const bool, isTaken);

    Capabilities capabilities = everything();
    capabilities.server.name = rule;
    const Resource source = server(PowerState::Running);
    const auto take = planTake({source, name, StopServer::No}, capabilities, identity);
    const auto rename = planRename({snapshotOf(source), name}, capabilities, identity);

    for (const auto &plan : {take, rename}) {
        QCOMPARE(plan.has_value(), isTaken);
        if (!plan) {
            QCOMPARE(plan.error().kind, ErrorKind::InvalidInput);
            QCOMPARE(plan.error().fields.value(0).name, u"name"_s);
        }
    }
}

void RefusalsTest::refusesToRollBackWhatIsExcluded_data()
{
    QTest::addColumn<RollBackOrder>("order");
    QTest::addColumn<QString>("plan");

    const Resource target = server(PowerState::Running);
    const Snapshot snapshot = snapshotOf(target);
    const auto add = [&](const char *name, const std::function<void(RollBackOrder &)> &spoil,
                         const QString &plan) {
        RollBackOrder order{target, snapshot};
        spoil(order);
        QTest::addRow("%s", name) << order << plan;
    };
    const QString conflict = refusal(ErrorKind::Conflict);
    const QString unsupported = refusal(ErrorKind::Unsupported);
    add("nothing wrong", [](RollBackOrder &) {}, u"restore 7"_s);
    add(
        "protected", [](RollBackOrder &o) { o.target.isRebuildProtected = true; },
        refusal(ErrorKind::Protected));
    add("locked", [](RollBackOrder &o) { o.target.isLocked = true; }, refusal(ErrorKind::Locked));
    add(
        "a server on volumes", [](RollBackOrder &o) { o.target.isVolumeBacked = true; },
        unsupported);
    add(
        "a snapshot that is made of others",
        [](RollBackOrder &o) { o.snapshot.parts = {{{u"acc"_s}, SnapshotKind::Volume, {u"1"_s}}}; },
        unsupported);
    add(
        "being made", [](RollBackOrder &o) { o.snapshot.status = SnapshotStatus::Creating; },
        conflict);
    add(
        "being removed", [](RollBackOrder &o) { o.snapshot.status = SnapshotStatus::Removing; },
        conflict);
    add("failed", [](RollBackOrder &o) { o.snapshot.status = SnapshotStatus::Failed; }, conflict);
    add(
        "in a state we do not know",
        [](RollBackOrder &o) { o.snapshot.status = SnapshotStatus::Unknown; }, u"restore 7"_s);
    add(
        "as large", [](RollBackOrder &o) { o.snapshot.diskBytes = o.target.sizeBytes; },
        u"restore 7"_s);
    add(
        "too large", [](RollBackOrder &o) { o.snapshot.diskBytes = *o.target.sizeBytes + 1; },
        conflict);
    add(
        "same architecture", [](RollBackOrder &o) { o.snapshot.architecture = u"x86"_s; },
        u"restore 7"_s);
    add(
        "other architecture", [](RollBackOrder &o) { o.snapshot.architecture = u"arm"_s; },
        conflict);
    add("other account", [](RollBackOrder &o) { o.snapshot.key.account = {u"b"_s}; }, unsupported);
    add(
        "other kind", [](RollBackOrder &o) { o.snapshot.key.kind = SnapshotKind::Volume; },
        unsupported);
    add(
        "a kind without rollback",
        [](RollBackOrder &o) {
            o.target = volume(true);
            o.snapshot = snapshotOf(o.target);
        },
        unsupported);
}

void RefusalsTest::refusesToRollBackWhatIsExcluded()
{
    QFETCH(const RollBackOrder, order);
    QFETCH(const QString, plan);

    Capabilities capabilities = everything();
    capabilities.volume.rollback = RollbackStyle::None;

    QCOMPARE(planText(planRollBack(order, capabilities, identity)), plan);
}

void RefusalsTest::refusesToRollBackAVolumeThatAServerWorksOn()
{
    Capabilities capabilities = everything();
    const auto planned = [&capabilities](const Resource &target) {
        return planText(planRollBack({target, snapshotOf(target)}, capabilities, identity));
    };
    QCOMPARE(planned(volume(true)), u"restore 70"_s);
    capabilities.volume.rollbackNeedsDetached = true;
    QCOMPARE(planned(volume(true)), refusal(ErrorKind::Conflict));
    QCOMPARE(planned(volume(false)), u"restore 70"_s);
}

void RefusalsTest::refusesToWorkOnSnapshots_data()
{
    QTest::addColumn<Capabilities>("capabilities");
    QTest::addColumn<SnapshotStatus>("status");
    QTest::addColumn<bool>("isProtected");
    QTest::addColumn<QString>("remove");
    QTest::addColumn<QString>("rename");
    QTest::addColumn<QString>("protect");

    using enum SnapshotStatus;
    const QString conflict = refusal(ErrorKind::Conflict);
    const QString unsupported = refusal(ErrorKind::Unsupported);
    const QString remove = u"remove"_s;
    const QString rename = u"rename"_s;
    const QString protect = u"protect"_s;
    const Capabilities all = everything();
    QTest::addRow("ready") << all << Ready << false << remove << rename << protect;
    QTest::addRow("failed") << all << Failed << false << remove << rename << protect;
    QTest::addRow("unknown") << all << Unknown << false << remove << rename << protect;
    QTest::addRow("being made") << all << Creating << false << conflict << rename << protect;
    QTest::addRow("going") << all << Removing << false << conflict << conflict << conflict;
    QTest::addRow("protected") << all << Ready << true << refusal(ErrorKind::Protected) << rename
                               << protect;
    QTest::addRow("nothing can be done")
        << Capabilities() << Ready << false << unsupported << unsupported << unsupported;
}

void RefusalsTest::refusesToRemoveWhatIsRunOn()
{
    Snapshot snapshot = snapshotOf(server(PowerState::Running));
    QCOMPARE(planText(planRemove({snapshot}, everything(), identity)), u"remove"_s);
    snapshot.isInUse = true;
    QCOMPARE(planText(planRemove({snapshot}, everything(), identity)),
             refusal(ErrorKind::Conflict));
    QCOMPARE(planText(planRename({snapshot, u"x"_s}, everything(), identity)), u"rename"_s);
}

void RefusalsTest::refusesToWorkOnSnapshots()
{
    QFETCH(const Capabilities, capabilities);
    QFETCH(const SnapshotStatus, status);
    QFETCH(const bool, isProtected);

    Snapshot snapshot = snapshotOf(server(PowerState::Running));
    snapshot.status = status;
    snapshot.isProtected = isProtected;

    QTEST(planText(planRemove({snapshot}, capabilities, identity)), "remove");
    QTEST(planText(planRename({snapshot, u"new"_s}, capabilities, identity)), "rename");
    QTEST(planText(planProtect({snapshot, Protection::Off}, capabilities, identity)), "protect");
}

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusalstest.moc"
