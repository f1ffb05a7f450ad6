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

RawAnswer act(RaffCloud &raff, const QString &project, const QString &vm, const QString &action)
{
    return raff.http(project).post(raff.path(u"vms"_s, vm) + u'/' + action);
}

QString templateId(RaffCloud &raff, const QString &name)
{
    const QJsonArray templates = raff.all(u"/public/templates"_s);
    for (const QJsonValueConstRef entry : templates) {
        if (entry[u"name"_s] == name) {
            return entry[u"id"_s].toString();
        }
    }
    return {};
}

QJsonArray keys(const QString &line)
{
    return {line};
}

QJsonObject vmOrder(RaffCloud &raff, const QString &name)
{
    return {{u"name"_s, name},
            {u"template_id"_s, templateId(raff, u"Debian"_s)},
            {u"pricing_id"_s, 3},
            {u"region"_s, u"us-east"_s},
            {u"ssh_keys"_s, keys(u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== lab"_s)}};
}

RawAnswer saveImage(RaffCloud &raff, const QString &snapshot)
{
    const QJsonValue id = raff.named(u"snapshots"_s, snapshot).value(u"id"_s);
    return raff.http(clients).post(
        raff.path(u"vms"_s, u"shop-lindqvist"_s) + u"/save-image"_s,
        {{u"name"_s, u"lindqvist copy"_s}, {u"disk_id"_s, 0}, {u"snapshot_id"_s, id}});
}

} // namespace

// Servers come, change and go; volumes are plugged and let go.
class RaffVmTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void powerTakesItsTime_data()
    {
        QTest::addColumn<QString>("project");
        QTest::addColumn<QString>("vm");
        QTest::addColumn<QString>("action");
        QTest::addColumn<QString>("statuses");
        QTest::addRow("stop") << QString(production) << u"mail"_s << u"stop"_s
                              << u"finalizing passive"_s;
        QTest::addRow("start") << QString(lab) << u"win-test"_s << u"start"_s
                               << u"booting active"_s;
        QTest::addRow("reboot") << QString(production) << u"mail"_s << u"reboot"_s
                                << u"booting active"_s;
    }

    void powerTakesItsTime()
    {
        QFETCH(QString, project);
        QFETCH(QString, vm);
        QFETCH(QString, action);
        RaffCloud raff;
        const QString before = raff.named(u"vms"_s, vm).value(u"updated_at"_s).toString();
        const RawAnswer answer = act(raff, project, vm, action);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.json(), u"success:b message:s"_s), QString());
        QCOMPARE(act(raff, project, vm, action).status, 409);
        QTEST(raff.statuses(u"vms"_s, vm), "statuses");
        QVERIFY(raff.named(u"vms"_s, vm).value(u"updated_at"_s).toString() > before);
    }

    void aServerMayRefuseToStop()
    {
        RaffCloud raff(RaffCloud::options({u"vm-refuses-to-stop"_s}));
        QCOMPARE(act(raff, production, u"mail"_s, u"stop"_s).status, 200);
        QCOMPARE(raff.statuses(u"vms"_s, u"mail"_s), u"finalizing active"_s);
    }

    void aServerIsMadeInSteps()
    {
        RaffCloud raff;
        const RawAnswer answer = raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"new-1"_s));
        QCOMPARE(answer.status, 201);
        const QJsonObject made = answer.object(u"data"_s);
        QCOMPARE(made.value(u"status"_s), u"initiating"_s);
        QCOMPARE(made.value(u"project_id"_s), raff.named(u"projects"_s, u"Lab"_s).value(u"id"_s));
        QCOMPARE(made.value(u"storage"_s), 80);
        QCOMPARE(made.value(u"template_name"_s), u"Debian"_s);
        QCOMPARE(raff.statuses(u"vms"_s, u"new-1"_s), u"initiating provisioning booting active"_s);
    }

    void aListOfServersHoldsTwentyUnlessToldOtherwise()
    {
        RaffCloud raff;
        for (int i = 1; i <= 11; ++i) {
            QCOMPARE(raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"new-%1"_s.arg(i))).status, 201);
        }
        const RawAnswer answer = raff.http().get(u"/vms"_s);
        QCOMPARE(answer.array(u"data"_s).size(), 20);
        QCOMPARE(answer.json().value(u"total"_s), 21);
        QCOMPARE(answer.array(u"data"_s).first()[u"name"_s], u"new-11"_s);
    }

    void aServerIsMadeOfTheImageOfASnapshot()
    {
        RaffCloud raff;
        const RawAnswer saved = saveImage(raff, u"pre-upgrade"_s);
        QCOMPARE(saved.status, 201);
        const QJsonObject image = saved.object(u"data"_s);
        QCOMPARE(misshapen(image,
                           u"id:s name:s version:s description:s os_type:s is_windows:b region:s "
                           "created_at:s"_s),
                 QString());
        QJsonObject order = vmOrder(raff, u"lindqvist-copy"_s);
        order.insert(u"template_id"_s, image.value(u"id"_s));
        // Nothing tells when it is ready.
        QCOMPARE(refusal(raff.http(clients).post(u"/vms"_s, order)),
                 u"400 There is no such template"_s);
        raff.cloud().skipTime(2min);
        const RawAnswer made = raff.http(clients).post(u"/vms"_s, order);
        QCOMPARE(made.status, 201);
        QCOMPARE(made.object(u"data"_s).value(u"template_name"_s), u"lindqvist copy"_s);
        order.insert(u"pricing_id"_s, 2);
        QCOMPARE(refusal(raff.http(clients).post(u"/vms"_s, order)),
                 u"400 The plan is too small for the template"_s);
    }

    void anImageIsOfTheServersOwnSnapshots()
    {
        RaffCloud raff;
        QCOMPARE(saveImage(raff, u"do not delete!!"_s).status, 404);
        QCOMPARE(saveImage(raff, u"cms-archive as handed over"_s).status, 404);
        const QString save = raff.path(u"vms"_s, u"shop-lindqvist"_s) + u"/save-image"_s;
        QCOMPARE(raff.http(clients).post(save, {{u"name"_s, u"live disk"_s}}).status, 201);
        QCOMPARE(raff.http(clients).post(save, QJsonObject()).status, 400);
        QCOMPARE(raff.http(clients).post(save, {{u"name"_s, u"x"_s}, {u"disk_id"_s, 1}}).status,
                 400);
    }

    void aServerThatCannotBeMadeIsRefused_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addRow("no name") << u"name"_s << QJsonValue(u""_s);
        QTest::addRow("a long name") << u"name"_s << QJsonValue(QString(65, u'x'));
        QTest::addRow("no such template")
            << u"template_id"_s << QJsonValue(u"5ac21891-32e6-41ce-8a93-b5d6ab708b0d"_s);
        QTest::addRow("no such plan") << u"pricing_id"_s << QJsonValue(77);
        QTest::addRow("a plan in text") << u"pricing_id"_s << QJsonValue(u"3"_s);
        QTest::addRow("another region") << u"region"_s << QJsonValue(u"eu-west"_s);
        QTest::addRow("no way in") << u"ssh_keys"_s << QJsonValue(QJsonValue::Undefined);
        QTest::addRow("no key") << u"ssh_keys"_s << QJsonValue(QJsonArray());
        QTest::addRow("a key that is no list") << u"ssh_keys"_s << QJsonValue(u"ssh-rsa AAAA"_s);
        QTest::addRow("a key of another kind")
            << u"ssh_keys"_s << QJsonValue(keys(u"ssh-dss AAAA lab"_s));
        QTest::addRow("a private key")
            << u"ssh_keys"_s << QJsonValue(keys(u"-----BEGIN OPENSSH PRIVATE KEY-----"_s));
        QTest::addRow("a key cut short")
            << u"ssh_keys"_s << QJsonValue(keys(u"ssh-ed25519 AAAAC3Nz% lab"_s));
        QTest::addRow("a weak password") << u"password"_s << QJsonValue(u"all-lower-case"_s);
    }

    void aServerThatCannotBeMadeIsRefused()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        RaffCloud raff;
        QJsonObject order = vmOrder(raff, u"new-1"_s);
        order.insert(field, value); // an undefined one takes it away
        QCOMPARE(raff.http(lab).post(u"/vms"_s, order).status, 400);
        QCOMPARE(raff.all(u"/vms"_s).size(), 10);
        QCOMPARE(raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"new-1"_s)).status, 201);
    }

    void windowsNeedsAPremiumPlan()
    {
        RaffCloud raff;
        QJsonObject order = vmOrder(raff, u"win-2"_s);
        order.insert(u"template_id"_s, templateId(raff, u"Windows Server"_s));
        order.insert(u"password"_s, u"Correct-Horse-4711"_s);
        QCOMPARE(raff.http(lab).post(u"/vms"_s, order).status, 400);
        order.insert(u"pricing_id"_s, 6);
        QCOMPARE(raff.http(lab).post(u"/vms"_s, order).status, 201);
    }

    void windowsNeedsAPasswordAndLinuxTakesOne()
    {
        RaffCloud raff;
        QJsonObject order = vmOrder(raff, u"new-1"_s);
        order.insert(u"pricing_id"_s, 6);
        order.insert(u"template_id"_s, templateId(raff, u"Windows Server"_s));
        QCOMPARE(refusal(raff.http(lab).post(u"/vms"_s, order)),
                 u"400 password is required for Windows"_s);
        order.insert(u"template_id"_s, templateId(raff, u"Debian"_s));
        order.remove(u"ssh_keys"_s);
        order.insert(u"password"_s, u"Correct-Horse-4711"_s);
        QCOMPARE(raff.http(lab).post(u"/vms"_s, order).status, 201);
    }

    void anImageIsReadyTheLaterTheLargerItsDisk()
    {
        RaffCloud raff;
        QJsonObject order = vmOrder(raff, u"copy"_s);
        order.insert(u"pricing_id"_s, 8);
        const auto secondsUntilReady = [&](const QString &project, const QString &vm) {
            const QString save = raff.path(u"vms"_s, vm) + u"/save-image"_s;
            const RawAnswer saved = raff.http(project).post(save, {{u"name"_s, u"now"_s}});
            order.insert(u"template_id"_s, saved.object(u"data"_s).value(u"id"_s));
            int seconds = 0;
            while (raff.http(lab).post(u"/vms"_s, order).status != 201 && seconds < 600) {
                raff.cloud().skipTime(10s);
                seconds += 10;
            }
            return seconds;
        };
        const int small = secondsUntilReady(production, u"mail"_s);
        const int large = secondsUntilReady(production, u"db-primary"_s);
        QVERIFY2(small > 0 && large > small && large <= 180, qPrintable(QString::number(large)));
        QCOMPARE(secondsUntilReady(lab, u"ci-runner"_s), 600); // never
    }

    void anAccountHoldsThirtyServers()
    {
        RaffCloud raff;
        for (int i = 1; i <= 20; ++i) {
            QCOMPARE(raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"new-%1"_s.arg(i))).status, 201);
        }
        QCOMPARE(refusal(raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"one too many"_s))),
                 u"400 too many VMs"_s);
    }

    void aServerMayNeverCome_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("statuses");
        QTest::addRow("it fails") << u"new-vm-fails"_s << u"initiating provisioning failure"_s;
        QTest::addRow("it stays on its way")
            << u"vm-never-comes-back"_s << u"initiating provisioning"_s;
    }

    void aServerMayNeverCome()
    {
        QFETCH(QString, variant);
        RaffCloud raff(RaffCloud::options({variant}));
        QCOMPARE(raff.http(lab).post(u"/vms"_s, vmOrder(raff, u"new-1"_s)).status, 201);
        QTEST(raff.statuses(u"vms"_s, u"new-1"_s), "statuses");
    }

    void theSnapshotsOfAServerDieWithIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("volume");
        QTest::addRow("volumes go too") << QByteArray() << u"-"_s;
        QTest::addRow("volumes are let go") << R"({"volume_action":"detach"})"_ba << u"available"_s;
    }

    void theSnapshotsOfAServerDieWithIt()
    {
        QFETCH(QByteArray, body);
        RaffCloud raff;
        const QString path = raff.path(u"vms"_s, u"Finance"_s);
        QCOMPARE(raff.http(production).send("DELETE", path, body).status, 200);
        QCOMPARE(raff.status(u"vms"_s, u"Finance"_s), u"-"_s);
        QCOMPARE(raff.status(u"snapshots"_s, u"finance-pre-kernel-upgrade"_s), u"-"_s);
        QCOMPARE(raff.all(u"/snapshots?vm_id="_s + path.section(u'/', -1)).size(), 0);
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 27);
        QTEST(raff.status(u"volumes"_s, u"finance-docs"_s), "volume");
        // What is of a volume outlives both.
        QCOMPARE(raff.status(u"snapshots"_s, u"year end 02-13-26"_s), u"''"_s);
        QCOMPARE(raff.http(production).del(path).status, 404);
    }

    void aServerThatIsCapturedCannotBeDeletedNorPlugged()
    {
        RaffCloud raff;
        const QString vm = raff.path(u"vms"_s, u"db-primary"_s);
        const QString volume = raff.path(u"volumes"_s, u"db-wal"_s);
        QCOMPARE(raff.http(production)
                     .post(u"/snapshots"_s, raff.vmOrder(u"db-primary"_s, u"now"_s))
                     .status,
                 201);
        QCOMPARE(raff.http(production).del(vm).status, 409);
        QCOMPARE(raff.http(production).post(volume + u"/detach"_s).status, 409);
        QCOMPARE(raff.http(production).post(vm + u"/stop"_s).status, 409);
        raff.cloud().skipTime(10min);
        QCOMPARE(raff.http(production).post(volume + u"/detach"_s).status, 200);
        QCOMPARE(raff.http(production).del(vm).status, 200);
    }

    void aVolumeIsPluggedAndLetGo()
    {
        RaffCloud raff;
        const QString volume = raff.path(u"volumes"_s, u"cms-archive"_s);
        const QJsonObject vm{{u"vm_id"_s, raff.named(u"vms"_s, u"legacy-cms"_s).value(u"id"_s)}};
        QCOMPARE(raff.http(clients).post(volume + u"/detach"_s).status, 409);
        const RawAnswer attached = raff.http(clients).post(volume + u"/attach"_s, vm);
        QCOMPARE(attached.object(u"data"_s).value(u"status"_s), u"attached"_s);
        QCOMPARE(attached.object(u"data"_s).value(u"product_vm"_s), vm.value(u"vm_id"_s));
        QCOMPARE(raff.http(clients).post(volume + u"/attach"_s, vm).status, 409);
        QCOMPARE(raff.http(clients).del(volume).status, 409);
        QCOMPARE(raff.http(clients).post(volume + u"/detach"_s).status, 200);
        QCOMPARE(raff.http(clients).del(volume).status, 200);
        QCOMPARE(raff.http(clients).get(volume).status, 404);
        QCOMPARE(raff.status(u"snapshots"_s, u"cms-archive as handed over"_s), u"''"_s);
    }
};

QTEST_GUILESS_MAIN(RaffVmTest)
#include "raffvmtest.moc"
