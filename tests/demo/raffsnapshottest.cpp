// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/raffcloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::misshapen;
using Support::RaffCloud;
using Support::RawAnswer;

namespace {

const auto production = "Production"_L1;
const auto clients = "Client shops"_L1;
const auto lab = "Lab"_L1;

RawAnswer take(RaffCloud &raff, const QString &project, const QJsonObject &order)
{
    return raff.http(project).post(u"/snapshots"_s, order);
}

RawAnswer restore(RaffCloud &raff, const QString &project, const QString &name)
{
    const QString path = raff.path(u"snapshots"_s, name);
    return raff.http(project).post(path + u"/restore"_s);
}

RawAnswer remove(RaffCloud &raff, const QString &project, const QString &name)
{
    const QString path = raff.path(u"snapshots"_s, name);
    return raff.http(project).del(path);
}

RawAnswer stop(RaffCloud &raff, const QString &project, const QString &vm)
{
    const QString path = raff.path(u"vms"_s, vm);
    return raff.http(project).post(path + u"/stop"_s);
}

} // namespace

// Taking, restoring, renaming and deleting: what is answered, and what is shown while time passes.
class RaffSnapshotTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aServerIsProvisioningWhileItIsCaptured()
    {
        RaffCloud raff;
        const RawAnswer answer =
            take(raff, production, raff.vmOrder(u"Finance"_s, u"vor dem Update 🚀"_s));
        QCOMPARE(answer.status, 201);
        const QJsonObject made = answer.object(u"data"_s);
        QCOMPARE(made.value(u"type"_s), u"vm"_s);
        QCOMPARE(made.value(u"name"_s), u"vor dem Update 🚀"_s);
        QCOMPARE(made.value(u"status"_s), QString());
        QCOMPARE(made.value(u"target_size"_s), u"160 GB"_s);
        QCOMPARE(made.value(u"product_vm"_s), raff.named(u"vms"_s, u"Finance"_s).value(u"id"_s));
        QCOMPARE(made.value(u"created_at"_s), u"2026-11-20T14:02:11Z"_s);
        QCOMPARE(
            raff.http(production).get(raff.path(u"snapshots"_s, u"vor dem Update 🚀"_s)).status,
            200);
        QCOMPARE(raff.statuses(u"vms"_s, u"Finance"_s), u"provisioning active"_s);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"vor dem Update 🚀"_s), u"''"_s);
    }

    void aSnapshotOfAVolumeShowsNoProgressAtAll()
    {
        RaffCloud raff;
        for (const QString &volume : {u"finance-docs"_s, u"mail-store"_s}) {
            const RawAnswer answer = take(raff, production, raff.volumeOrder(volume, volume));
            QCOMPARE(answer.status, 201);
            QCOMPARE(answer.object(u"data"_s).value(u"type"_s), u"volume"_s);
            QVERIFY(!answer.object(u"data"_s).contains(u"product_vm"_s));
            QCOMPARE(raff.status(u"volumes"_s, volume), u"attached"_s);
        }
        QCOMPARE(raff.statuses(u"snapshots"_s, u"finance-docs"_s), u"''"_s);
        // A detached one, and one whose server is off.
        QCOMPARE(take(raff, clients, raff.volumeOrder(u"cms-archive"_s, u"now"_s)).status, 201);
    }

    void thePanelHasWordsForIt()
    {
        RaffCloud raff(RaffCloud::options({u"dashboard-words"_s}));
        QCOMPARE(raff.status(u"snapshots"_s, u"pre-upgrade"_s), u"ready"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"before nginx 1.29"_s), u"active"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"vm-ci-runner-08-08-26"_s), u"failed"_s);
        QCOMPARE(take(raff, production, raff.vmOrder(u"mail"_s, u"now"_s))
                     .object(u"data"_s)
                     .value(u"status"_s),
                 u"creating"_s);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"now"_s), u"creating ready"_s);
        QCOMPARE(take(raff, production, raff.volumeOrder(u"db-wal"_s, u"wal"_s)).status, 201);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"wal"_s), u"creating ready"_s);
    }

    void aCaptureMayFail()
    {
        RaffCloud raff(RaffCloud::options({u"dashboard-words"_s}));
        QCOMPARE(take(raff, lab, raff.vmOrder(u"ci-runner"_s, u"now"_s)).status, 201);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"now"_s), u"creating failed"_s);
        QCOMPARE(raff.status(u"vms"_s, u"ci-runner"_s), u"active"_s);
        QCOMPARE(restore(raff, lab, u"now"_s).status, 409);
        QCOMPARE(remove(raff, lab, u"now"_s).status, 200);
    }

    void aLargerDiskTakesLonger()
    {
        RaffCloud raff;
        QCOMPARE(take(raff, production, raff.vmOrder(u"mail"_s, u"80"_s)).status, 201);
        QCOMPARE(take(raff, production, raff.vmOrder(u"db-primary"_s, u"320"_s)).status, 201);
        raff.cloud().skipTime(110s);
        QCOMPARE(raff.status(u"vms"_s, u"mail"_s), u"active"_s);
        QCOMPARE(raff.status(u"vms"_s, u"db-primary"_s), u"provisioning"_s);
        raff.cloud().skipTime(4min);
        QCOMPARE(raff.status(u"vms"_s, u"db-primary"_s), u"active"_s);
    }

    void aServerIsRestoredWhileItIsOff()
    {
        RaffCloud raff;
        QCOMPARE(stop(raff, production, u"web-01"_s).status, 200);
        QCOMPARE(raff.statuses(u"vms"_s, u"web-01"_s), u"finalizing passive"_s);
        const RawAnswer answer = restore(raff, production, u"web-01 golden"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.json(), u"success:b message:s"_s), QString());
        // One after the other, so both from the beginning.
        QCOMPARE(raff.status(u"vms"_s, u"web-01"_s), u"provisioning"_s);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"web-01 golden"_s), u"'' active"_s);
        QCOMPARE(raff.statuses(u"vms"_s, u"web-01"_s), u"passive"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"before nginx 1.29"_s), u"''"_s);
        // Of another source, and untouched.
        QCOMPARE(raff.status(u"snapshots"_s, u"harbor-media before image resize"_s), u"active"_s);
    }

    void theServerShowsThatItIsBeingRestored()
    {
        RaffCloud raff;
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        QCOMPARE(raff.statuses(u"vms"_s, u"legacy-cms"_s), u"provisioning passive"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"do not delete!!"_s), u"active"_s);
    }

    void restoringTheOneInUseIsSeenAtTheServerAlone()
    {
        RaffCloud raff;
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        raff.cloud().skipTime(10min);
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        QCOMPARE(raff.status(u"vms"_s, u"legacy-cms"_s), u"provisioning"_s);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"do not delete!!"_s), u"active"_s);
        QCOMPARE(raff.status(u"vms"_s, u"legacy-cms"_s), u"passive"_s);
    }

    void aRestoredServerMayBeStartedByTheVendor()
    {
        RaffCloud raff(RaffCloud::options({u"boots-after-restore"_s}));
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        QCOMPARE(raff.statuses(u"vms"_s, u"legacy-cms"_s), u"provisioning booting active"_s);
    }

    void aRestoreMayShowNothingAtTheServer()
    {
        RaffCloud raff(RaffCloud::options({u"silent-restore"_s}));
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        const QString start = raff.path(u"vms"_s, u"legacy-cms"_s) + u"/start"_s;
        QCOMPARE(raff.http(clients).post(start).status, 409);
        QCOMPARE(raff.statuses(u"vms"_s, u"legacy-cms"_s), u"passive"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"do not delete!!"_s), u"active"_s);
        QCOMPARE(raff.http(clients).post(start).status, 200);
    }

    void aServerMayNeverComeBack()
    {
        RaffCloud raff(RaffCloud::options({u"vm-never-comes-back"_s}));
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        raff.cloud().skipTime(24h);
        QCOMPARE(raff.status(u"vms"_s, u"legacy-cms"_s), u"provisioning"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"do not delete!!"_s), u"active"_s);
        const QString start = raff.path(u"vms"_s, u"win-test"_s) + u"/start"_s;
        QCOMPARE(raff.http(lab).post(start).status, 200);
        raff.cloud().skipTime(24h);
        QCOMPARE(raff.status(u"vms"_s, u"win-test"_s), u"booting"_s);
    }

    void aVolumeIsRestoredWhateverItsServerDoes()
    {
        RaffCloud raff;
        QCOMPARE(restore(raff, production, u"before WAL archiving"_s).status, 200);
        QCOMPARE(restore(raff, production, u"before WAL archiving"_s).status, 409);
        QCOMPARE(raff.statuses(u"snapshots"_s, u"before WAL archiving"_s), u"'' active"_s);
        QCOMPARE(raff.status(u"volumes"_s, u"db-wal"_s), u"attached"_s);
        QCOMPARE(restore(raff, clients, u"cms-archive as handed over"_s).status, 200);
    }

    void whatIsOfNoSourceAnyMoreCannotBeRestored()
    {
        RaffCloud raff;
        QCOMPARE(refusal(restore(raff, production, u"CRM data before migration"_s)),
                 u"404 Volume not found"_s);
        QCOMPARE(remove(raff, production, u"CRM data before migration"_s).status, 200);
    }

    void aNameIsChangedAndNeedNotBeUnique()
    {
        RaffCloud raff;
        const QString rename = raff.path(u"snapshots"_s, u"pre-upgrade"_s) + u"/rename"_s;
        const RawAnswer answer =
            raff.http(clients).send("PATCH", rename, R"({"name":"do not delete!!"})");
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object(u"data"_s).value(u"name"_s), u"do not delete!!"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"pre-upgrade"_s), u"-"_s);
    }

    void whatIsDeletedIsGoneAtOnce()
    {
        RaffCloud raff;
        const QString path = raff.path(u"snapshots"_s, u"pre-upgrade"_s);
        const RawAnswer answer = raff.http(clients).del(path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.json(), u"success:b message:s"_s), QString());
        QCOMPARE(refusal(raff.http(clients).del(path)), u"404 Snapshot not found"_s);
        QCOMPARE(raff.http(clients).get(path).status, 404);
        QCOMPARE(raff.status(u"snapshots"_s, u"pre-upgrade"_s), u"-"_s);
    }

    void theOneInUseIsFreedByRestoringAnother()
    {
        RaffCloud raff;
        QCOMPARE(restore(raff, clients, u"do not delete!!"_s).status, 200);
        raff.cloud().skipTime(10min);
        QCOMPARE(remove(raff, clients, u"do not delete!!"_s).status, 409);
        QCOMPARE(restore(raff, clients, u"vm-legacy-cms-12-30-25"_s).status, 200);
        QCOMPARE(remove(raff, clients, u"vm-legacy-cms-12-30-25"_s).status, 409);
        raff.cloud().skipTime(10min);
        QCOMPARE(remove(raff, clients, u"do not delete!!"_s).status, 200);
    }

    void whatIsBeingCapturedCannotBeDeleted()
    {
        RaffCloud raff;
        QCOMPARE(take(raff, production, raff.vmOrder(u"mail"_s, u"now"_s)).status, 201);
        QCOMPARE(remove(raff, production, u"now"_s).status, 409);
        raff.cloud().skipTime(10min);
        QCOMPARE(remove(raff, production, u"now"_s).status, 200);
    }

    void theTimeFactorMakesItFaster()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.timeFactor = 10'000;
        RaffCloud raff(options);
        QCOMPARE(take(raff, production, raff.vmOrder(u"mail"_s, u"now"_s)).status, 201);
        QTRY_COMPARE(raff.status(u"vms"_s, u"mail"_s), u"active"_s);
    }
};

QTEST_GUILESS_MAIN(RaffSnapshotTest)
#include "raffsnapshottest.moc"
