// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/requestsender.h"
#include "operations/runnercontext.h"
#include "providerrig.h"
#include "recordings.h"
#include "support/testenvironment.h"

using namespace Contract;
using namespace Domain;
using namespace std::chrono_literals;
using Operations::RequestSender;

namespace {

const QString publicKey = u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== me@desk"_s;

/// What a request ended with when the runner sent it, however often that took.
struct SentEnd
{
    std::optional<Accepted> accepted;
    std::optional<Error> error;
};

} // namespace

/// A new server from a snapshot at Raff: an image first, then the server, by the runner's own way
/// of sending, and judged by the vendor's contract.
class RaffCloneTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServerIsMadeOfASnapshot();
    void theTypesAreWhatTheCatalogueSells();
    void anImageThatIsNeverReadyEndsWithTheVendorsWords();
    void aRefusalForMoneyEndsAtOnce_data();
    void aRefusalForMoneyEndsAtOnce();
    void windowsIsNotSaved();
    void aServerThatFailsOrNeverComesIsTold_data();
    void aServerThatFailsOrNeverComesIsTold();
    void aLostOrderIsLookedInto_data();
    void aLostOrderIsLookedInto();
    void whatWasSaidKeepsTheVendorsContract();

private:
    void makeRig(const QStringList &variants = {});
    [[nodiscard]] CloudProvider &provider() { return m_rig->provider(); }
    [[nodiscard]] Result<Snapshot> snapshotNamed(const QString &name);
    [[nodiscard]] Result<ImageId> savedImage(const Snapshot &snapshot);
    [[nodiscard]] static CreateServer orderOf(const Snapshot &snapshot, const ImageId &image);
    /// An order that is good, and its image ready.
    [[nodiscard]] Result<CreateServer> readyOrder();
    /// Sent as the runner does, its waits made short. The cloud's time goes on by so much with
    /// every order that it served.
    [[nodiscard]] SentEnd send(const Request &request, std::chrono::seconds pace);

    Support::TestEnvironment m_environment;
    Recordings m_recordings;
    std::unique_ptr<Rig> m_rig;
};

void RaffCloneTest::makeRig(const QStringList &variants)
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"raff"_s);
    options.variants = variants;
    m_rig = std::make_unique<Rig>(options);
    QVERIFY(m_recordings.record(m_rig->cloud()));
}

Result<Snapshot> RaffCloneTest::snapshotNamed(const QString &name)
{
    return answer(provider().listSnapshots({}))
        .and_then([&name](const QList<Snapshot> &all) -> Result<Snapshot> {
            const auto found = std::ranges::find(all, name, &Snapshot::name);
            return found == all.end() ? failure(ErrorKind::Unknown, u"no snapshot "_s + name)
                                      : Result<Snapshot>(*found);
        });
}

Result<ImageId> RaffCloneTest::savedImage(const Snapshot &snapshot)
{
    const SaveImage save = {snapshot.key, *snapshot.source, u"copy-1"_s,
                            QDateTime::currentDateTimeUtc()};
    return answer(provider().request(save)).and_then([this](const Accepted &accepted) {
        const Result<TaskProgress> end = m_rig->followToEnd(accepted.task);
        return end && end->state == TaskState::Succeeded && accepted.task.image
            ? Result<ImageId>(*accepted.task.image)
            : failure(ErrorKind::Unknown, u"no image"_s);
    });
}

CreateServer RaffCloneTest::orderOf(const Snapshot &snapshot, const ImageId &image)
{
    CreateServer create;
    create.snapshot = snapshot.key;
    create.image = image;
    create.name = u"copy-1"_s;
    create.type.value = u"8"_s;
    create.location = snapshot.location;
    create.project = snapshot.project;
    create.sshKey = publicKey;
    create.notBefore = QDateTime::currentDateTimeUtc();
    return create;
}

Result<CreateServer> RaffCloneTest::readyOrder()
{
    const Result<Snapshot> snapshot = snapshotNamed(u"pre-upgrade"_s);
    if (!snapshot) {
        return std::unexpected(snapshot.error());
    }
    const Result<ImageId> image = savedImage(*snapshot);
    if (!image) {
        return std::unexpected(image.error());
    }
    m_rig->skipTime(5min);
    CreateServer create = orderOf(*snapshot, *image);
    create.notBefore = m_rig->clock().now();
    return create;
}

SentEnd RaffCloneTest::send(const Request &request, std::chrono::seconds pace)
{
    /// Nothing is waited for longer than a moment.
    class HastyClock final : public Clock
    {
    public:
        explicit HastyClock(Rig &rig, std::chrono::seconds pace)
            : m_rig(rig)
            , m_pace(pace)
        {
        }
        [[nodiscard]] QDateTime now() const override { return m_rig.clock().now(); }
        [[nodiscard]] std::chrono::milliseconds elapsed() const override
        {
            return m_rig.clock().elapsed();
        }
        void callAfter(std::chrono::milliseconds, QObject *context,
                       std::function<void()> call) override
        {
            m_rig.skipTime(m_pace);
            m_rig.clock().callAfter(1ms, context, std::move(call));
        }

    private:
        Rig &m_rig;
        std::chrono::seconds m_pace;
    };
    HastyClock clock(*m_rig, pace);
    const Operations::RunnerContext context = {[this](const AccountId &) { return &provider(); },
                                               clock};
    Operations::Sending sending;
    sending.step.request = request;
    RequestSender sender(sending, context, nullptr);
    SentEnd end;
    connect(&sender, &RequestSender::accepted, this,
            [&end](const Accepted &accepted) { end.accepted.emplace(accepted); });
    connect(&sender, &RequestSender::found, this,
            [&end](const RemoteTask &task) { end.accepted.emplace(task, Secret()); });
    connect(&sender, &RequestSender::failed, this,
            [&end](const Error &error) { end.error = error; });
    sender.start();
    static_cast<void>(QTest::qWaitFor([&end] { return end.accepted || end.error; }, 30'000));
    sender.stop();
    return end;
}

void RaffCloneTest::aServerIsMadeOfASnapshot()
{
    makeRig();
    const Result<Snapshot> snapshot = snapshotNamed(u"db-primary before PostgreSQL 16"_s);
    QVERIFY2(snapshot, errorText(snapshot).constData());
    const Result<ImageId> image = savedImage(*snapshot);
    QVERIFY2(image, errorText(image).constData());
    const CreateServer create = orderOf(*snapshot, *image);

    const Result<Accepted> early = answer(provider().request(create));
    QVERIFY(!early); // the image is not ready, and nothing was made
    QCOMPARE(early.error().kind, ErrorKind::Locked);
    QCOMPARE(early.error().effect, Effect::None);
    const SentEnd sent = send(create, 30s);
    QVERIFY(sent.accepted);
    const Result<TaskProgress> end = m_rig->followToEnd(sent.accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
    QVERIFY(end->server);
    const Result<Resource> made =
        answer(provider().readResource({m_rig->account().id, ResourceKind::Server, *end->server}));
    QVERIFY2(made, errorText(made).constData());
    QCOMPARE(made->name, u"copy-1"_s);
    QCOMPARE(made->power, PowerState::Running);
    QCOMPARE(made->project, snapshot->project);
    const auto resources = answer(provider().listResources({}));
    QVERIFY(resources);
    QCOMPARE(std::ranges::count(*resources, u"copy-1"_s, &Resource::name), 1);
}

void RaffCloneTest::theTypesAreWhatTheCatalogueSells()
{
    makeRig();

    const auto types = answer(provider().listServerTypes());

    QVERIFY2(types, errorText(types).constData());
    QCOMPARE(types->size(), 9);
    const ServerType &third = types->at(2);
    QCOMPARE(third.id.value, u"3"_s);
    QCOMPARE(third.diskBytes, 80'000'000'000);
    const UnitPrice month = {{19'990'000'000, u"USD"_s}, PriceUnit::PerMonth};
    QCOMPARE(third.offers, (QList<ServerOffer>{{{u"us-east"_s}, true, month}}));
}

void RaffCloneTest::anImageThatIsNeverReadyEndsWithTheVendorsWords()
{
    makeRig();
    const Result<Snapshot> snapshot = snapshotNamed(u"runner + docker cache"_s);
    QVERIFY2(snapshot, errorText(snapshot).constData());
    const Result<ImageId> image = savedImage(*snapshot);
    QVERIFY2(image, errorText(image).constData());

    const SentEnd sent = send(orderOf(*snapshot, *image), 60s);

    QVERIFY(sent.error);
    QCOMPARE(sent.error->kind, ErrorKind::InvalidInput);
    QCOMPARE(sent.error->message, u"There is no such template"_s);
    QCOMPARE(sent.error->effect, Effect::None);
}

void RaffCloneTest::aRefusalForMoneyEndsAtOnce_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addRow("balance") << u"no-balance"_s << ErrorKind::PaymentRequired;
    QTest::addRow("payment") << u"failed"_s << ErrorKind::PaymentRequired;
    QTest::addRow("no customer") << u"no_billing_customer"_s << ErrorKind::PaymentRequired;
    QTest::addRow("suspended") << u"banned"_s << ErrorKind::Forbidden;
}

void RaffCloneTest::aRefusalForMoneyEndsAtOnce()
{
    QFETCH(const QString, code);
    QFETCH(const ErrorKind, kind);
    makeRig();
    const Result<CreateServer> create = readyOrder();
    QVERIFY2(create, errorText(create).constData());
    m_rig->cloud().refuseNext({"POST", u"/vms"_s, code});
    m_rig->cloud().resetCounts();

    const SentEnd sent = send(*create, 0s);

    QVERIFY(sent.error);
    QCOMPARE(sent.error->kind, kind);
    QVERIFY(sent.error->message.contains(u'\n')); // our sentence and the vendor's
    QCOMPARE(m_rig->cloud().requestsServed(), 1);
}

void RaffCloneTest::windowsIsNotSaved()
{
    makeRig();
    const Result<Snapshot> clean = snapshotNamed(u"clean"_s);
    QVERIFY2(clean, errorText(clean).constData());

    const Result<Accepted> saved =
        answer(provider().request(SaveImage{clean->key, *clean->source, u"copy-1"_s, {}}));

    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, ErrorKind::Unsupported);
}

void RaffCloneTest::aServerThatFailsOrNeverComesIsTold_data()
{
    QTest::addColumn<QString>("variant");
    QTest::addColumn<TaskState>("state");
    QTest::addRow("fails") << u"new-vm-fails"_s << TaskState::Failed;
    QTest::addRow("never comes") << u"vm-never-comes-back"_s << TaskState::CanNotTell;
}

void RaffCloneTest::aServerThatFailsOrNeverComesIsTold()
{
    QFETCH(const QString, variant);
    QFETCH(const TaskState, state);
    makeRig({variant});
    const Result<CreateServer> create = readyOrder();
    QVERIFY2(create, errorText(create).constData());
    const Result<Accepted> accepted = answer(provider().request(*create));
    QVERIFY2(accepted, errorText(accepted).constData());

    const Result<TaskProgress> end = m_rig->followToEnd(accepted->task);

    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, state);
    QVERIFY(!end->error.message.isEmpty());
    QVERIFY(end->server); // it is there, and costs
}

void RaffCloneTest::aLostOrderIsLookedInto_data()
{
    QTest::addColumn<bool>("isCarriedOut");
    QTest::addRow("carried out") << true;
    QTest::addRow("not carried out") << false;
}

void RaffCloneTest::aLostOrderIsLookedInto()
{
    QFETCH(const bool, isCarriedOut);
    makeRig();
    const Result<CreateServer> create = readyOrder();
    QVERIFY2(create, errorText(create).constData());
    using Carried = Demo::Refusal::Carried;
    m_rig->cloud().refuseNext(
        {"POST", u"/vms"_s, u"unavailable"_s, isCarriedOut ? Carried::Out : Carried::NotOut});

    const Result<Accepted> lost = answer(provider().request(*create));
    QVERIFY(!lost);
    QCOMPARE(lost.error().effect, Effect::Ambiguous);
    const Result<Finding> finding = answer(provider().findEffect(*create));

    QVERIFY2(finding, errorText(finding).constData());
    QCOMPARE(finding->trace, isCarriedOut ? Trace::Found : Trace::NotFound);
    const SentEnd sent =
        isCarriedOut ? SentEnd{Accepted{finding->task, {}}, {}} : send(*create, 0s);
    QVERIFY(sent.accepted);
    const Result<TaskProgress> end = m_rig->followToEnd(sent.accepted->task);
    QVERIFY2(end, errorText(end).constData());
    QCOMPARE(end->state, TaskState::Succeeded);
}

void RaffCloneTest::whatWasSaidKeepsTheVendorsContract()
{
    m_rig.reset();
    m_recordings.judgeOrSkip(*findVendor(u"raff"_s));
}

QTEST_GUILESS_MAIN(RaffCloneTest)
#include "raffclonetest.moc"
