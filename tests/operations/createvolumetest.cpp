// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/planned.h"
#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

#include <functional>

using namespace Qt::StringLiterals;
using namespace Domain;
using Operations::CreateVolumeOrder;
using Planned::everything;
using Planned::identity;
using Planned::planText;
using Planned::refusal;
using Planned::snapshotOf;
using Planned::volume;

namespace {

const qint64 gibibyte = qint64(1) << 30;

Capabilities withVolumes()
{
    Capabilities capabilities = everything();
    capabilities.createVolume.isPossible = true;
    capabilities.createVolume.canBeLarger = true;
    capabilities.createVolume.name.maxLength = 8;
    return capabilities;
}

CreateVolumeOrder goodOrder()
{
    Resource source = volume(false);
    source.key.account = {u"a"_s};
    CreateVolumeOrder order;
    order.snapshot = snapshotOf(source);
    order.snapshot.diskBytes = 40 * gibibyte;
    order.snapshot.location = {u"north"_s};
    order.snapshot.project = {u"blog"_s};
    order.name = u"copy"_s;
    return order;
}

Result<Operation> planned(const CreateVolumeOrder &order)
{
    return Operations::planCreateVolume(order, withVolumes(), identity);
}

} // namespace

/// A new volume from a snapshot: what may be ordered, its plan, and how the runner goes through it.
class CreateVolumeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plansOneStep();
    void goesWhereItIsWanted();
    void refusesWhatCannotBeMade_data();
    void refusesWhatCannotBeMade();
    void tellsTheNewVolumeOnceItIsKnown();
    void takesTheVolumeFromTheLastAnswerToo();

private:
    Support::TestEnvironment m_environment;
};

void CreateVolumeTest::plansOneStep()
{
    const Result<Operation> plan = planned(goodOrder());
    QCOMPARE(planText(plan), u"create copy"_s);
    QCOMPARE(plan->kind, OperationKind::CreateVolume);
    QCOMPARE(plan->resourceName, u"copy"_s);
    QVERIFY(!plan->resource); // not before it is there
    QCOMPARE(plan->snapshot, goodOrder().snapshot.key);
    const auto &request = std::get<CreateVolume>(plan->steps.constFirst().request);
    QCOMPARE(request.marker, identity.id.value);
    QCOMPARE(request.notBefore, identity.now);
    QCOMPARE(request.sizeBytes, 0);
    QCOMPARE(request.location, LocationId{u"north"_s}); // the snapshot's own
    QCOMPARE(request.project, ProjectId{u"blog"_s});
}

void CreateVolumeTest::goesWhereItIsWanted()
{
    CreateVolumeOrder order = goodOrder();
    order.location = {u"north/zone-b"_s};
    order.sizeBytes = 50 * gibibyte;
    const Result<Operation> plan = planned(order);
    QVERIFY(plan);
    const auto &request = std::get<CreateVolume>(plan->steps.constFirst().request);
    QCOMPARE(request.location, LocationId{u"north/zone-b"_s});
    QCOMPARE(request.sizeBytes, 50 * gibibyte);
}

void CreateVolumeTest::refusesWhatCannotBeMade_data()
{
    using Order = CreateVolumeOrder;
    using Rules = CreateVolumeRules;
    using Spoil = std::function<void(Order &, Rules &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<QString>("plan");
    const auto row = [](const char *name, const QString &plan, const Spoil &spoil) {
        QTest::addRow("%s", name) << spoil << plan;
    };
    const QString made = u"create copy"_s;
    const QString conflict = refusal(ErrorKind::Conflict);
    const QString unsupported = refusal(ErrorKind::Unsupported);
    row("a provider that makes none", unsupported,
        [](Order &, Rules &rules) { rules.isPossible = false; });
    row("a server's snapshot", unsupported,
        [](Order &order, Rules &) { order.snapshot.key.kind = ResourceKind::Server; });
    row("a snapshot that failed", conflict,
        [](Order &order, Rules &) { order.snapshot.status = SnapshotStatus::Failed; });
    row("a snapshot that is being made", conflict,
        [](Order &order, Rules &) { order.snapshot.status = SnapshotStatus::Creating; });
    row("smaller than the disk", conflict,
        [](Order &order, Rules &) { order.sizeBytes = 39 * gibibyte; });
    row("as large as the disk", made, [](Order &order, Rules &rules) {
        order.sizeBytes = 40 * gibibyte;
        rules.canBeLarger = false;
    });
    row("larger, where that can't be", conflict, [](Order &order, Rules &rules) {
        order.sizeBytes = 41 * gibibyte;
        rules.canBeLarger = false;
    });
    row("a name that is too long", refusal(ErrorKind::InvalidInput),
        [](Order &order, Rules &) { order.name = u"much-too-long"_s; });
    row("nothing wrong", made, [](Order &, Rules &) {});
}

void CreateVolumeTest::refusesWhatCannotBeMade()
{
    QFETCH(const std::function<void(CreateVolumeOrder &, CreateVolumeRules &)>, spoil);
    Capabilities capabilities = withVolumes();
    CreateVolumeOrder order = goodOrder();
    spoil(order, capabilities.createVolume);
    QTEST(planText(Operations::planCreateVolume(order, capabilities, identity)), "plan");
}

void CreateVolumeTest::tellsTheNewVolumeOnceItIsKnown()
{
    const Result<Operation> plan = planned(goodOrder());
    QVERIFY(plan);
    Stage stage;
    stage.runner->start(*plan);

    RemoteTask making;
    making.request = stage.cloud().requests.back().argument;
    making.volume = ResourceId{u"99"_s};
    Accepted accepted;
    accepted.task = making;
    accepted.requestId = u"req-7"_s;
    stage.cloud().requests.back().answer(std::move(accepted));
    QCOMPARE(stage.operation(identity.id.value).resource,
             (ResourceKey{{u"a"_s}, ResourceKind::Volume, {u"99"_s}}));
    QCOMPARE(stage.operation(identity.id.value).steps.constFirst().requestId, u"req-7"_s);
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.state(identity.id.value), u"Succeeded: Done"_s);
}

void CreateVolumeTest::takesTheVolumeFromTheLastAnswerToo()
{
    const Result<Operation> plan = planned(goodOrder());
    QVERIFY(plan);
    Stage stage;
    stage.startAccepted(*plan, u"task-1"_s);
    QVERIFY(!stage.operation(identity.id.value).resource);

    TaskProgress done = Answers::succeeded();
    done.volume = ResourceId{u"99"_s};
    stage.followed({done});

    QCOMPARE(stage.state(identity.id.value), u"Succeeded: Done"_s);
    QCOMPARE(stage.operation(identity.id.value).resource,
             (ResourceKey{{u"a"_s}, ResourceKind::Volume, {u"99"_s}}));
}

QTEST_GUILESS_MAIN(CreateVolumeTest)
#include "createvolumetest.moc"
