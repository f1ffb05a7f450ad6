// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/serverfit.h"
#include "operations/planned.h"
#include "operations/stage.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Domain;
using Operations::CreateServerOrder;
using Planned::everything;
using Planned::identity;
using Planned::planText;
using Planned::refusal;
using Planned::server;
using Planned::snapshotOf;

namespace {

const qint64 gigabyte = 1'000'000'000;

ServerType typeOf(qint64 disk, const QString &architecture = u"x86"_s)
{
    return {{u"cx23"_s},
            u"cx23"_s,
            2,
            4 * gigabyte,
            disk,
            architecture,
            {{{u"fsn1"_s}, true, {}}, {{u"hel1"_s}, false, {}}}};
}

Capabilities withServers()
{
    Capabilities capabilities = everything();
    capabilities.createServer.isPossible = true;
    capabilities.createServer.name.isRequired = true;
    capabilities.createServer.name.pattern = u"[a-z][a-z0-9-]*"_s;
    return capabilities;
}

CreateServerOrder goodOrder()
{
    Resource source = server(PowerState::Running);
    source.key.account = {u"a"_s};
    CreateServerOrder order = {
        snapshotOf(source), source, u"copy"_s, typeOf(40 * gigabyte), {u"fsn1"_s}};
    order.snapshot.diskBytes = 40 * gigabyte;
    order.snapshot.architecture = u"x86"_s;
    return order;
}

} // namespace

/// A new server from a snapshot: what may be ordered, its plan, and how the runner goes through it.
class CreateServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhyATypeDoesNotFit_data();
    void tellsWhyATypeDoesNotFit();
    void measuresByTheSourceWhatTheSnapshotDoesNotTell();
    void plansOneStepOrTwo();
    void refusesWhatCannotBeMade_data();
    void refusesWhatCannotBeMade();
    void makesTheServerFromTheSavedImage();
    void makesNoServerWithoutTheImage();

private:
    Support::TestEnvironment m_environment;
};

void CreateServerTest::tellsWhyATypeDoesNotFit_data()
{
    QTest::addColumn<qint64>("disk");
    QTest::addColumn<QString>("architecture");
    QTest::addColumn<QString>("location");
    QTest::addColumn<ServerFit>("fit");
    using enum ServerFit;
    QTest::addRow("just large enough") << 40 * gigabyte << u"x86"_s << u"fsn1"_s << Fits;
    QTest::addRow("a byte too small") << 40 * gigabyte - 1 << u"x86"_s << u"fsn1"_s << DiskTooSmall;
    QTest::addRow("arm") << 40 * gigabyte << u"arm"_s << u"fsn1"_s << OtherArchitecture;
    QTest::addRow("of no known architecture") << 40 * gigabyte << QString() << u"fsn1"_s << Fits;
    QTest::addRow("sold out") << 40 * gigabyte << u"x86"_s << u"hel1"_s << SoldOut;
    QTest::addRow("not sold there") << 40 * gigabyte << u"x86"_s << u"ash"_s << NotSoldThere;
}

void CreateServerTest::tellsWhyATypeDoesNotFit()
{
    QFETCH(const qint64, disk);
    QFETCH(const QString, architecture);
    QFETCH(const QString, location);

    QTEST(fitOf(typeOf(disk, architecture), {location}, {40 * gigabyte, u"x86"_s}), "fit");
}

void CreateServerTest::measuresByTheSourceWhatTheSnapshotDoesNotTell()
{
    Resource source = server(PowerState::Running);
    source.sizeBytes = 80 * gigabyte;
    source.architecture = u"arm"_s;
    Snapshot snapshot = snapshotOf(source);
    QCOMPARE(needsOf(snapshot, source), (ServerNeeds{80 * gigabyte, u"arm"_s}));
    QCOMPARE(needsOf(snapshot, std::nullopt), ServerNeeds());

    snapshot.diskBytes = 20 * gigabyte;
    snapshot.architecture = u"x86"_s;
    QCOMPARE(needsOf(snapshot, source), (ServerNeeds{20 * gigabyte, u"x86"_s}));
}

void CreateServerTest::plansOneStepOrTwo()
{
    Capabilities capabilities = withServers();
    const Result<Operation> plan =
        Operations::planCreateServer(goodOrder(), capabilities, identity);
    QCOMPARE(planText(plan), u"create copy"_s);
    QCOMPARE(plan->kind, OperationKind::CreateServer);
    QCOMPARE(plan->resourceName, u"copy"_s);
    QVERIFY(!plan->resource); // not before it is there
    QCOMPARE(plan->snapshot, goodOrder().snapshot.key);
    QCOMPARE(std::get<CreateServer>(plan->steps.at(0).request).marker, identity.id.value);

    capabilities.createServer.needsImage = true;
    QCOMPARE(planText(Operations::planCreateServer(goodOrder(), capabilities, identity)),
             u"save image 7, create copy"_s);
}

void CreateServerTest::refusesWhatCannotBeMade_data()
{
    using Spoil = std::function<void(CreateServerOrder &, CreateServerRules &)>;
    QTest::addColumn<Spoil>("spoil");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, const Spoil &spoil) {
        QTest::addRow("%s", name) << spoil << kind;
    };
    using Order = CreateServerOrder;
    using Rules = CreateServerRules;
    row("a provider that makes none", ErrorKind::Unsupported,
        [](Order &, Rules &rules) { rules.isPossible = false; });
    row("a volume's snapshot", ErrorKind::Unsupported,
        [](Order &order, Rules &) { order.snapshot.key.kind = ResourceKind::Volume; });
    row("a snapshot that failed", ErrorKind::Conflict,
        [](Order &order, Rules &) { order.snapshot.status = SnapshotStatus::Failed; });
    row("a snapshot that is being made", ErrorKind::Conflict,
        [](Order &order, Rules &) { order.snapshot.status = SnapshotStatus::Creating; });
    row("an image of a source that is gone", ErrorKind::Conflict, [](Order &order, Rules &rules) {
        rules.needsImage = true;
        order.source.reset();
    });
    row("no key where one is needed", ErrorKind::InvalidInput,
        [](Order &, Rules &rules) { rules.needsSshKey = true; });
    row("another location", ErrorKind::Conflict, [](Order &order, Rules &rules) {
        rules.onlyAtSnapshotsLocation = true;
        order.snapshot.location = {u"hel1"_s};
    });
    row("a type that is too small", ErrorKind::Conflict,
        [](Order &order, Rules &) { order.type.diskBytes = 1; });
    row("a type that is sold out", ErrorKind::Conflict,
        [](Order &order, Rules &) { order.location = {u"hel1"_s}; });
    row("no name", ErrorKind::InvalidInput, [](Order &order, Rules &) { order.name.clear(); });
    row("a bad name", ErrorKind::InvalidInput,
        [](Order &order, Rules &) { order.name = u"My copy"_s; });
}

void CreateServerTest::refusesWhatCannotBeMade()
{
    QFETCH(const std::function<void(CreateServerOrder &, CreateServerRules &)>, spoil);
    QFETCH(const ErrorKind, kind);
    Capabilities capabilities = withServers();
    CreateServerOrder order = goodOrder();
    spoil(order, capabilities.createServer);

    QCOMPARE(planText(Operations::planCreateServer(order, capabilities, identity)), refusal(kind));
}

void CreateServerTest::makesTheServerFromTheSavedImage()
{
    Capabilities capabilities = withServers();
    capabilities.createServer.needsImage = true;
    Result<Operation> plan = Operations::planCreateServer(goodOrder(), capabilities, identity);
    QVERIFY(plan);
    Stage stage;
    stage.runner->start(*plan);

    RemoteTask saved = {{}, stage.cloud().requests.back().argument, {}};
    saved.image = ImageId{u"image-1"_s};
    stage.cloud().requests.back().answer(Accepted{saved, {}});
    stage.followed({Answers::succeeded()});

    const auto *create = std::get_if<CreateServer>(&stage.cloud().requests.back().argument);
    QVERIFY(create);
    QCOMPARE(create->image, ImageId{u"image-1"_s});
    QCOMPARE(create->notBefore, stage.clock.now());
    RemoteTask making = {{}, *create, {}};
    making.server = ResourceId{u"99"_s};
    stage.cloud().requests.back().answer(Accepted{making, {}});
    stage.followed({Answers::succeeded()});

    QCOMPARE(stage.state(identity.id.value), u"Succeeded: Done Done"_s);
    QCOMPARE(stage.operation(identity.id.value).resource,
             (ResourceKey{{u"a"_s}, ResourceKind::Server, {u"99"_s}}));
}

void CreateServerTest::makesNoServerWithoutTheImage()
{
    Capabilities capabilities = withServers();
    capabilities.createServer.needsImage = true;
    Result<Operation> plan = Operations::planCreateServer(goodOrder(), capabilities, identity);
    QVERIFY(plan);
    Stage stage;
    stage.runner->start(*plan);

    stage.cloud().requests.back().refuse(failure(ErrorKind::PaymentRequired).error());

    QCOMPARE(stage.state(identity.id.value), u"Failed: Failed Skipped"_s);
    QCOMPARE(stage.cloud().requests.size(), 1);
}

QTEST_GUILESS_MAIN(CreateServerTest)
#include "createservertest.moc"
