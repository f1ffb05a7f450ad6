// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcloner.h"
#include "raffstub.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Providers::RaffCloner;
namespace Fixtures = RaffFixtures;

namespace {

const ResourceKey web = {{u"a"_s}, ResourceKind::Server, {Fixtures::web}};
const SnapshotKey snapshot = {{u"a"_s}, ResourceKind::Server, {u"101"_s}};
const ImageId image = {u"44444444-0000-4000-8000-000000000001"_s};
const QString copyId = u"aaaaaaaa-0000-4000-8000-000000000077"_s;
const QDateTime longAgo(QDate(2025, 12, 31), QTime(0, 0), QTimeZone::UTC);
const QByteArray saveCall = "POST /vms/Web/save-image @Shop";
const QByteArray createCall = "POST /vms @Shop";

CreateServer orderOf(const QDateTime &now)
{
    CreateServer create;
    create.snapshot = snapshot;
    create.image = image;
    create.name = u"copy"_s;
    create.type.value = u"3"_s;
    create.location.value = u"us-east"_s;
    create.project.value = Fixtures::shop;
    create.sshKey = u"ssh-ed25519 AAAA me"_s;
    create.notBefore = now;
    return create;
}

QByteArray copyCall()
{
    return "GET /vms/" + copyId.toLatin1() + " @Shop";
}

QByteArray copyRow(const QString &status)
{
    const QByteArray row = Fixtures::single(u"servers"_s, 0, u"id"_s, copyId);
    return JsonFixtures::with(JsonFixtures::with(row, u"data.status"_s, status), u"data.name"_s,
                              u"copy"_s);
}

} // namespace

/// A new VM of a snapshot, in front of a server of the test's own.
class RaffClonerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_stub = std::make_unique<RaffStub>(); }
    void cleanup();
    void tellsItsRules();
    void listsWhatANewServerCanBe();
    void savesAnImageAndMakesAServerOfIt();
    void findsItsProjectByItself();
    void savesNoImageOfWindows();
    void asksTheApiWhereTheCatalogueIsSilent();
    void makesNoServerOfAnImageThatTurnedOutToBeWindows();
    void saysThatABusyServerCanBeSavedLater();
    void hasAnEarlyOrderRepeated_data();
    void hasAnEarlyOrderRepeated();
    void believesARefusalInTheEnd();
    void hasNoRefusalRepeatedThatIsNoMatterOfTime_data();
    void hasNoRefusalRepeatedThatIsNoMatterOfTime();
    void tracesALostOrder();
    void cannotTellOfALostImage();
    void followsAServerFromBeforeItWasStarted();
    void waitsAQuarterOfAnHourFromTheFirstLook();
    void settlesWhatIsOpenWhenItGoes();

private:
    [[nodiscard]] CloudProvider &provider() { return m_stub->provider(); }
    template <class T>
    [[nodiscard]] Result<T> answer(const QFuture<Result<T>> &future)
    {
        return m_stub->answer(future);
    }
    [[nodiscard]] SaveImage saving() const
    {
        return {snapshot, web, u"copy"_s, m_stub->clock().now()};
    }
    [[nodiscard]] CreateServer order() const { return orderOf(m_stub->clock().now()); }
    [[nodiscard]] RemoteTask copying() const
    {
        RemoteTask task = {{}, order(), {}};
        task.server = ResourceId{copyId};
        return task;
    }
    [[nodiscard]] TaskState stateOf(const RemoteTask &task)
    {
        const auto progress = answer(provider().follow({task}));
        return progress ? progress->constFirst().state : TaskState::Running;
    }
    /// What was sent to save an image or make a server of it.
    [[nodiscard]] int sent() const { return m_stub->count(saveCall) + m_stub->count(createCall); }

    Support::TestEnvironment m_environment;
    std::unique_ptr<RaffStub> m_stub;
};

void RaffClonerTest::cleanup()
{
    const QList<QByteArray> unexpected = m_stub->unexpected();
    m_stub.reset();
    QCOMPARE(unexpected, QList<QByteArray>());
}

void RaffClonerTest::tellsItsRules()
{
    const CreateServerRules &rules = provider().capabilities().createServer;

    QVERIFY(rules.isPossible && rules.needsImage && rules.isExperimental && rules.needsSshKey);
    QVERIFY(rules.onlyAtSnapshotsLocation);
    QVERIFY(rules.name.isRequired && !rules.name.isUnique);
    QCOMPARE(rules.name.maxLength, 64);
}

void RaffClonerTest::listsWhatANewServerCanBe()
{
    const auto types = answer(provider().listServerTypes());

    QVERIFY(types);
    QCOMPARE(types->size(), 2);
    QCOMPARE(types->constFirst().name, u"standard 3"_s);
    QCOMPARE(m_stub->calls(), QList<QByteArray>{"GET /public/pricing/vm"}); // without the key

    m_stub->always("GET /public/pricing/vm", RaffStub::refusal("no"), 400);
    QVERIFY(!answer(provider().listServerTypes()));
}

void RaffClonerTest::savesAnImageAndMakesAServerOfIt()
{
    QVERIFY(answer(provider().listResources({})));
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->always(saveCall, Fixtures::read(u"image"_s), 201);
    m_stub->always(createCall, copyRow(u"initiating"_s), 201);
    m_stub->always(copyCall(), copyRow(u"provisioning"_s));

    const auto saved = answer(provider().request(saving()));
    QVERIFY(saved);
    QCOMPARE(saved->task.image, image);
    QCOMPARE(m_stub->lastBody(), QByteArray(R"({"disk_id":0,"name":"copy","snapshot_id":101})"));
    QCOMPARE(stateOf(saved->task), TaskState::Succeeded);
    const auto made = answer(provider().request(order()));
    QVERIFY(made);
    QCOMPARE(made->task.server, ResourceId{copyId});
    QVERIFY(made->password.isEmpty());
    const QJsonObject ordered = QJsonDocument::fromJson(m_stub->lastBody()).object();
    QCOMPARE(ordered.value("template_id"_L1).toString(), image.value);

    QCOMPARE(stateOf(made->task), TaskState::Running);
    m_stub->always(copyCall(), copyRow(u"active"_s));
    const auto progress = answer(provider().follow({made->task}));
    QVERIFY(progress);
    QCOMPARE(progress->constFirst().state, TaskState::Succeeded);
    QCOMPARE(progress->constFirst().server, ResourceId{copyId});
}

void RaffClonerTest::findsItsProjectByItself()
{
    m_stub->always(createCall, copyRow(u"initiating"_s), 201);
    CreateServer create = order();
    create.project = {};

    const auto made = answer(provider().request(create));

    QVERIFY(made); // the snapshot's
    QCOMPARE(m_stub->count(createCall), 1);
}

void RaffClonerTest::savesNoImageOfWindows()
{
    m_stub->always("GET /vms/Web @Shop",
                   Fixtures::single(u"servers"_s, 0, u"template_id"_s,
                                    u"33333333-0000-4000-8000-000000000002"_s));

    const auto saved = answer(provider().request(saving()));

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Unsupported);
    QCOMPARE(saved.error().code, u"windows-needs-a-password"_s);
    QCOMPARE(saved.error().effect, Effect::None);
    QCOMPARE(sent(), 0);
}

void RaffClonerTest::asksTheApiWhereTheCatalogueIsSilent()
{
    m_stub->always("GET /public/templates", RaffStub::refusal("no"), 400);
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->always(saveCall, Fixtures::read(u"image"_s), 201);

    QVERIFY(answer(provider().request(saving())));
}

void RaffClonerTest::makesNoServerOfAnImageThatTurnedOutToBeWindows()
{
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->always(saveCall, Fixtures::with(u"image"_s, u"data.is_windows"_s, true), 201);
    QVERIFY(answer(provider().request(saving())));

    const auto made = answer(provider().request(order()));

    QVERIFY(!made);
    QCOMPARE(made.error().code, u"windows-needs-a-password"_s);
    QCOMPARE(m_stub->count(createCall), 0);
}

void RaffClonerTest::saysThatABusyServerCanBeSavedLater()
{
    m_stub->once("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->once("GET /vms/Web @Shop",
                 Fixtures::single(u"servers"_s, 0, u"status"_s, u"provisioning"_s));
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    m_stub->always(saveCall, RaffStub::refusal("not now"), 400);

    const auto busy = answer(provider().request(saving()));
    const auto wrong = answer(provider().request(saving()));

    QVERIFY(!busy && !wrong);
    QCOMPARE(busy.error().kind, ErrorKind::Locked);
    QCOMPARE(wrong.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(wrong.error().message, u"not now"_s);
}

void RaffClonerTest::hasAnEarlyOrderRepeated_data()
{
    QTest::addColumn<int>("status");
    for (const int status : {400, 404, 409}) {
        QTest::addRow("%d", status) << status;
    }
}

void RaffClonerTest::hasAnEarlyOrderRepeated()
{
    QFETCH(const int, status);
    m_stub->always(createCall, RaffStub::refusal("no such template"), status);

    const auto early = answer(provider().request(order()));

    QVERIFY(!early);
    QCOMPARE(early.error().kind, ErrorKind::Locked);
    QCOMPARE(early.error().effect, Effect::None);
    QCOMPARE(early.error().code, u"image-perhaps-not-ready"_s);
    QCOMPARE(early.error().message, u"no such template"_s);
    QCOMPARE(m_stub->count(createCall), 1); // the provider itself repeats nothing
    m_stub->always(createCall, copyRow(u"initiating"_s), 201);
    QVERIFY(answer(provider().request(order())));
}

void RaffClonerTest::believesARefusalInTheEnd()
{
    m_stub->always(createCall, RaffStub::refusal("name is odd"), 400);
    const CreateServer create = order();
    QList<bool> waitsLonger;

    for (int i = 0; i < RaffCloner::imageTries; ++i) {
        const auto early = answer(provider().request(create));
        QVERIFY(!early);
        QCOMPARE(early.error().kind, ErrorKind::Locked);
        waitsLonger.append(early.error().retryAfter.has_value());
    }
    const auto refused = answer(provider().request(create));
    const auto anew = answer(provider().request(create));

    QCOMPARE(waitsLonger.count(false), RaffCloner::quickTries);
    QVERIFY(!waitsLonger.constFirst() && waitsLonger.constLast());
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(refused.error().message, u"name is odd"_s);
    QVERIFY(refused.error().code.isEmpty());
    QCOMPARE(anew.error().kind, ErrorKind::Locked);
}

void RaffClonerTest::hasNoRefusalRepeatedThatIsNoMatterOfTime_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("balance") << 402 << RaffStub::refusal("top up") << ErrorKind::PaymentRequired;
    QTest::addRow("payment failed")
        << 403 << R"({"error":"Billing","reason":"failed"})"_ba << ErrorKind::PaymentRequired;
    QTest::addRow("suspended") << 403 << R"({"error":"Billing","reason":"banned"})"_ba
                               << ErrorKind::Forbidden;
    QTest::addRow("right") << 403 << RaffStub::refusal("vm.create") << ErrorKind::Forbidden;
    QTest::addRow("key") << 401 << RaffStub::refusal("no") << ErrorKind::Unauthorized;
}

void RaffClonerTest::hasNoRefusalRepeatedThatIsNoMatterOfTime()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, body);
    QFETCH(const ErrorKind, kind);
    m_stub->always(createCall, body, status);

    const auto made = answer(provider().request(order()));

    QVERIFY(!made);
    QCOMPARE(made.error().kind, kind);
    QCOMPARE(made.error().effect, Effect::None);
}

void RaffClonerTest::tracesALostOrder()
{
    m_stub->always(createCall, RaffStub::refusal("gateway"), 503);
    const auto lost = answer(provider().request(orderOf(longAgo)));
    QVERIFY(!lost);
    QCOMPARE(lost.error().effect, Effect::Ambiguous);
    QCOMPARE(m_stub->count(createCall), 1);

    const auto nothing = answer(provider().findEffect(orderOf(longAgo)));
    m_stub->always(RaffStub::list("vms?project_id=Shop&"),
                   Fixtures::with(u"servers"_s, u"data.0.name"_s, u"copy"_s));
    const auto found = answer(provider().findEffect(orderOf(longAgo)));

    QVERIFY(nothing && found);
    QCOMPARE(nothing->trace, Trace::NotFound);
    QCOMPARE(found->trace, Trace::Found);
    QCOMPARE(found->task.request, Request(orderOf(longAgo)));
    QCOMPARE(found->task.server, web.id);
    m_stub->always("GET /vms/Web @Shop", Fixtures::single(u"servers"_s, 0));
    QCOMPARE(stateOf(found->task), TaskState::Succeeded);
}

void RaffClonerTest::cannotTellOfALostImage()
{
    const auto finding = answer(provider().findEffect(saving()));

    QVERIFY(finding);
    QCOMPARE(finding->trace, Trace::CanNotTell);
    QVERIFY(m_stub->calls().isEmpty());
}

void RaffClonerTest::followsAServerFromBeforeItWasStarted()
{
    m_stub->always(copyCall(), copyRow(u"active"_s));

    QCOMPARE(stateOf(copying()), TaskState::Succeeded);

    QCOMPARE(m_stub->calls(), QList<QByteArray>{copyCall()});
}

void RaffClonerTest::waitsAQuarterOfAnHourFromTheFirstLook()
{
    m_stub->setPace(0ms);
    m_stub->always(copyCall(), copyRow(u"provisioning"_s));
    RemoteTask task = copying();
    // It waited for its image before it was ordered.
    std::get<CreateServer>(task.request).notBefore = m_stub->clock().now().addSecs(-3600);

    QCOMPARE(stateOf(task), TaskState::Running);
    m_stub->clock().advance(14min);
    QCOMPARE(stateOf(task), TaskState::Running);
    m_stub->clock().advance(1min);
    const auto progress = answer(provider().follow({task}));

    QVERIFY(progress);
    QCOMPARE(progress->constFirst().state, TaskState::CanNotTell);
    QVERIFY(progress->constFirst().error.message.contains("provisioning"_L1));
    QCOMPARE(progress->constFirst().server, ResourceId{copyId});
}

void RaffClonerTest::settlesWhatIsOpenWhenItGoes()
{
    m_stub->always(createCall, copyRow(u"initiating"_s), 201);
    m_stub->server().hold();
    const auto types = provider().listServerTypes();
    const auto saved = provider().request(saving());
    const auto made = provider().request(order());
    const auto finding = provider().findEffect(order());
    QTRY_VERIFY(m_stub->server().inFlight() > 0);

    m_stub->destroyProvider();

    QCOMPARE(types.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(saved.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(made.result().error().kind, ErrorKind::Cancelled);
    QCOMPARE(finding.result().error().kind, ErrorKind::Cancelled);
}

QTEST_GUILESS_MAIN(RaffClonerTest)
#include "raffclonertest.moc"
