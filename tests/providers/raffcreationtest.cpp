// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcreation.h"
#include "providers/raff/rafftasks.h"
#include "providers/raff/raffwords.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Providers::RaffCreation;
using Providers::RaffNeeds;
using Providers::RaffResource;
using Providers::RaffTasks;

namespace {

const SnapshotKey snapshot = {{u"a"_s}, ResourceKind::Server, {u"101"_s}};
const ResourceKey made = {{u"a"_s}, ResourceKind::Server, {RaffFixtures::web}};
const QDateTime orderedAt(QDate(2026, 1, 2), QTime(3, 4, 5, 600), QTimeZone::UTC);

CreateServer order()
{
    CreateServer create;
    create.snapshot = snapshot;
    create.image.value = u"image-1"_s;
    create.name = u"copy"_s;
    create.type.value = u"3"_s;
    create.location.value = u"us-east"_s;
    create.project.value = u"p-1"_s;
    create.sshKey = u"ssh-ed25519 AAAA me"_s;
    create.notBefore = orderedAt;
    return create;
}

RemoteTask task()
{
    RemoteTask task = {{}, order(), {}};
    task.server = made.id;
    return task;
}

RaffResource row(const QString &status, const QDateTime &created = orderedAt,
                 const QString &name = u"copy"_s)
{
    RaffResource row;
    row.resource.key = made;
    row.resource.name = name;
    row.resource.rawState = status;
    row.resource.power = Providers::RaffWords::powerState(status);
    row.resource.created = created;
    return row;
}

} // namespace

/// How a VM comes into being that was ordered from an image.
class RaffCreationTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void followsANewServerUntilItRuns_data();
    void followsANewServerUntilItRuns();
    void readsTheNewServerAlone();
    void takesASavedImageForDone();
    void findsWhatALostOrderMade_data();
    void findsWhatALostOrderMade();

private:
    Support::TestEnvironment m_environment;
};

void RaffCreationTest::followsANewServerUntilItRuns_data()
{
    QTest::addColumn<std::optional<RaffResource>>("seen");
    QTest::addColumn<int>("minutes");
    QTest::addColumn<TaskState>("state");
    using enum TaskState;
    using Seen = std::optional<RaffResource>;
    QTest::addRow("just ordered") << Seen(row(u"initiating"_s)) << 0 << Running;
    QTest::addRow("being made") << Seen(row(u"provisioning"_s)) << 5 << Running;
    QTest::addRow("booting") << Seen(row(u"booting"_s)) << 14 << Running;
    QTest::addRow("running") << Seen(row(u"active"_s)) << 2 << Succeeded;
    QTest::addRow("running late") << Seen(row(u"active"_s)) << 30 << Succeeded;
    QTest::addRow("failed") << Seen(row(u"failure"_s)) << 2 << Failed;
    QTest::addRow("after a quarter of an hour") << Seen(row(u"booting"_s)) << 15 << CanNotTell;
    QTest::addRow("another word") << Seen(row(u"hatching"_s)) << 14 << Running;
    QTest::addRow("another word for long") << Seen(row(u"hatching"_s)) << 15 << CanNotTell;
    QTest::addRow("not known everywhere yet") << Seen() << 0 << Running;
    QTest::addRow("gone") << Seen() << 1 << Failed;
}

void RaffCreationTest::followsANewServerUntilItRuns()
{
    QFETCH(const std::optional<RaffResource>, seen);
    QFETCH(const int, minutes);
    QFETCH(const TaskState, state);

    const TaskProgress progress =
        RaffTasks::judge(task(), {{{made, seen}}, {}, {}}, {std::chrono::minutes(minutes), false});

    QCOMPARE(progress.state, state);
    QCOMPARE(progress.server, made.id);
    const bool needsReason = state == TaskState::Failed || state == TaskState::CanNotTell;
    QCOMPARE(!progress.error.message.isEmpty(), needsReason);
    if (state == TaskState::CanNotTell) {
        QVERIFY(progress.error.message.contains(u"15 minutes"_s));
        QVERIFY(progress.error.message.contains(seen->resource.rawState));
    }
}

void RaffCreationTest::readsTheNewServerAlone()
{
    RemoteTask untold = task();
    untold.server.reset();

    const RaffNeeds needs = RaffTasks::needs(task());

    QCOMPARE(needs.resources, QList<ResourceKey>{made});
    QVERIFY(needs.snapshots.isEmpty() && needs.sources.isEmpty());
    QVERIFY(RaffTasks::needs(untold).resources.isEmpty());
    QCOMPARE(RaffTasks::judge(untold, {}, {0min, false}).state, TaskState::CanNotTell);
}

void RaffCreationTest::takesASavedImageForDone()
{
    RemoteTask saved = {{}, SaveImage{snapshot, made, u"copy"_s, orderedAt}, {}};

    const TaskState untold = RaffTasks::judge(saved, {}, {0min, false}).state;
    saved.image = ImageId{u"image-1"_s};

    QCOMPARE(untold, TaskState::CanNotTell);
    QCOMPARE(RaffTasks::judge(saved, {}, {0min, false}).state, TaskState::Succeeded);
    QVERIFY(RaffTasks::needs(saved).resources.isEmpty());
}

void RaffCreationTest::findsWhatALostOrderMade_data()
{
    QTest::addColumn<QList<RaffResource>>("rows");
    QTest::addColumn<Trace>("trace");
    using Rows = QList<RaffResource>;
    const QDateTime sameSecond = orderedAt.addMSecs(-600);
    QTest::addRow("nothing") << Rows() << Trace::NotFound;
    QTest::addRow("another name") << Rows{row(u"active"_s, orderedAt, u"web"_s)} << Trace::NotFound;
    QTest::addRow("one of old") << Rows{row(u"active"_s, orderedAt.addSecs(-400))}
                                << Trace::NotFound;
    QTest::addRow("one that is gone") << Rows{row(u"terminated"_s)} << Trace::NotFound;
    QTest::addRow("one made since")
        << Rows{row(u"initiating"_s, sameSecond), row(u"active"_s, orderedAt.addDays(-1))}
        << Trace::Found;
    QTest::addRow("one that failed")
        << Rows{row(u"failure"_s, orderedAt.addSecs(3))} << Trace::Found;
    QTest::addRow("one just before")
        << Rows{row(u"active"_s, orderedAt.addSecs(-60))} << Trace::CanNotTell;
    QTest::addRow("one of which it is not told")
        << Rows{row(u"active"_s, QDateTime())} << Trace::CanNotTell;
    QTest::addRow("two made since")
        << Rows{row(u"active"_s, orderedAt.addSecs(1)), row(u"booting"_s, orderedAt.addSecs(2))}
        << Trace::CanNotTell;
    QTest::addRow("one made since, one just before")
        << Rows{row(u"booting"_s, orderedAt.addSecs(1)), row(u"active"_s, orderedAt.addSecs(-60))}
        << Trace::CanNotTell;
}

void RaffCreationTest::findsWhatALostOrderMade()
{
    QFETCH(const QList<RaffResource>, rows);
    QFETCH(const Trace, trace);

    const Finding finding = RaffCreation::trace(order(), rows);

    QCOMPARE(finding.trace, trace);
    if (trace == Trace::Found) {
        QCOMPARE(finding.task, task());
    } else {
        QVERIFY(!finding.task.server);
    }
    CreateServer undated = order();
    undated.notBefore = {};
    QVERIFY(RaffCreation::trace(undated, rows).trace != Trace::Found);
}

QTEST_GUILESS_MAIN(RaffCreationTest)
#include "raffcreationtest.moc"
