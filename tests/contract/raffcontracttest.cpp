// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractjudge.h"
#include "support/contractproxy.h"
#include "support/raffcloud.h"
#include "support/testenvironment.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::ContractJudge;
using Support::ContractProxy;
using Support::RaffCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

const auto production = "Production"_L1;
const auto clients = "Client shops"_L1;

QString contractName()
{
    return u"raff.json"_s;
}

QList<QJsonObject> read(const QString &fileName)
{
    QFile file(fileName);
    QList<QJsonObject> exchanges;
    if (file.open(QIODevice::ReadOnly)) {
        while (!file.atEnd()) {
            exchanges.append(QJsonDocument::fromJson(file.readLine()).object());
        }
    }
    return exchanges;
}

bool isOf(const QString &route, const QJsonObject &exchange)
{
    static const QRegularExpression placeholder(u"\\\\\\{[^}]+\\}"_s);
    QString pattern = QRegularExpression::escape(route.section(u' ', 1));
    pattern.replace(placeholder, u"[0-9a-f-]+"_s);
    const QRegularExpression path(u"\\A/api/v1"_s + pattern + u"\\z"_s);
    return exchange.value(u"method"_s) == route.section(u' ', 0, 0)
        && path.match(exchange.value(u"path"_s).toString()).hasMatch();
}

QString idOf(const QJsonObject &object)
{
    return object.value(u"id"_s).toVariant().toString();
}

} // namespace

// Whether what the simulation answers has the shape that the vendor documents, route by route. What
// the vendor refuses in a way that the contract does not know is left to the tests of refusals.
class RaffContractTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    QTemporaryDir m_folder;
    std::unique_ptr<ContractProxy> m_proxy;

    QString exchangesFile() const { return m_folder.filePath(u"exchanges"_s); }
    /// The recorded exchanges that the row's change touches, with that change.
    QString brokenFile() const;
    void driveCatalogue(RaffCloud &raff);
    void driveLists(RaffCloud &raff);
    void driveSnapshots(RaffCloud &raff);
    void drivePower(RaffCloud &raff);
    void driveOrders(RaffCloud &raff);
    void driveVolumes(RaffCloud &raff);
    void driveRefusals(RaffCloud &raff);

private Q_SLOTS:
    void initTestCase();
    void everyRouteIsAsTheContractSays();
    void theProxyAcceptsEveryExchange();
    void theContractCanBeBroken_data();
    void theContractCanBeBroken();
    void theProxyRefusesWhatBreaksTheContract_data() { theContractCanBeBroken_data(); }
    void theProxyRefusesWhatBreaksTheContract();
    void theWordsOfThePanelAreNotInTheContract();
};

void RaffContractTest::initTestCase()
{
    if (const QString obstacle = ContractJudge::obstacle(); !obstacle.isEmpty()) {
        QSKIP(qPrintable(obstacle));
    }
    if (ContractJudge::contract(contractName()).isEmpty()) {
        QSKIP(qPrintable(ContractJudge::missingContract(contractName())));
    }
    if (ContractProxy::obstacle().isEmpty()) {
        m_proxy = std::make_unique<ContractProxy>(ContractJudge::contract(contractName()));
    }
    RaffCloud raff;
    QVERIFY(raff.cloud().recordTo(exchangesFile()));
    driveCatalogue(raff);
    driveLists(raff);
    driveSnapshots(raff);
    drivePower(raff);
    driveOrders(raff);
    driveVolumes(raff);
    driveRefusals(raff);

    const QList<QJsonObject> exchanges = read(exchangesFile());
    for (const QString &route : raff.cloud().routes()) {
        const bool isDriven = std::ranges::any_of(exchanges, [&route](const QJsonObject &exchange) {
            return isOf(route, exchange) && exchange.value(u"status"_s).toInt() < 300;
        });
        QVERIFY2(isDriven, qUtf8Printable(route));
    }
}

void RaffContractTest::driveCatalogue(RaffCloud &raff)
{
    RawHttp root(raff.cloud().baseUrl().resolved(QUrl(u"/"_s)), {});
    QCOMPARE(root.get(u"health"_s).status, 200);
    const QStringList paths{
        u"/public/regions"_s,
        u"/public/templates"_s,
        u"/public/templates?category=marketplace&vm_type=premium&region=us-east"_s,
        u"/public/pricing/vm"_s,
        u"/public/pricing/vm?type=premium&region=us-east"_s,
        u"/public/pricing/volume?region=us-east"_s,
        u"/public/pricing/snapshot"_s,
        u"/public/pricing/backup"_s,
        u"/public/pricing/ip"_s,
        u"/projects"_s,
        u"/projects?limit=2&offset=1"_s,
    };
    for (const QString &path : paths) {
        QCOMPARE(raff.http().get(path).status, 200);
    }
}

void RaffContractTest::driveLists(RaffCloud &raff)
{
    const QString project = idOf(raff.named(u"projects"_s, u"Production"_s));
    const QString vm = idOf(raff.named(u"vms"_s, u"db-primary"_s));
    const QString volume = idOf(raff.named(u"volumes"_s, u"db-data"_s));
    const QStringList paths{
        u"/projects/"_s + project,
        u"/vms"_s,
        u"/vms?region=us-east&status=active&limit=2&offset=1&project_id="_s + project,
        u"/vms/"_s + vm,
        u"/volumes"_s,
        u"/volumes?region=us-east&limit=3&offset=0&vm_id="_s + vm,
        u"/volumes/"_s + volume,
        u"/snapshots"_s,
        u"/snapshots?type=vm&limit=10&offset=5"_s,
        u"/snapshots?vm_id="_s + vm,
        u"/snapshots?type=volume&volume_id="_s + volume,
        raff.path(u"snapshots"_s, u"vm-db-primary-06-05-26"_s),
    };
    for (const QString &path : paths) {
        QCOMPARE(raff.http(production).get(path).status, 200);
    }
}

void RaffContractTest::driveSnapshots(RaffCloud &raff)
{
    RawHttp &http = raff.http(clients);
    for (const QJsonObject &order : {raff.vmOrder(u"shop-harbor"_s, u"harbor now"_s),
                                     raff.volumeOrder(u"harbor-media"_s, u"media now"_s)}) {
        QCOMPARE(http.post(u"/snapshots"_s, order).status, 201);
    }
    QCOMPARE(raff.all(u"/vms?status=provisioning"_s).size(), 1);
    raff.cloud().skipTime(10min);
    const QString taken = raff.path(u"snapshots"_s, u"harbor now"_s);
    QCOMPARE(http.send("PATCH", taken + u"/rename"_s, R"({"name":"later 🚀"})").status, 200);
    QCOMPARE(http.get(taken).status, 200);
    const QString restore = raff.path(u"snapshots"_s, u"do not delete!!"_s) + u"/restore"_s;
    QCOMPARE(http.post(restore).status, 200);
    QCOMPARE(raff.all(u"/vms"_s).size(), 10);
    raff.cloud().skipTime(10min);
    QCOMPARE(raff.all(u"/snapshots"_s).size(), 32);
    QCOMPARE(http.del(taken).status, 200);
    QCOMPARE(http.del(taken).status, 404);
}

void RaffContractTest::drivePower(RaffCloud &raff)
{
    const QString vm = raff.path(u"vms"_s, u"mail"_s);
    for (const QString &action : {u"/reboot"_s, u"/stop"_s, u"/start"_s}) {
        QCOMPARE(raff.http(production).post(vm + action).status, 200);
        QCOMPARE(raff.http(production).get(vm).status, 200);
        raff.cloud().skipTime(2min);
        QCOMPARE(raff.http(production).get(vm).status, 200);
    }
}

void RaffContractTest::driveOrders(RaffCloud &raff)
{
    const QString vm = raff.path(u"vms"_s, u"shop-lindqvist"_s);
    RawHttp &http = raff.http(clients);
    const RawAnswer saved = http.post(
        vm + u"/save-image"_s,
        {{u"name"_s, u"copy"_s},
         {u"description"_s, u"for the relaunch"_s},
         {u"disk_id"_s, 0},
         {u"snapshot_id"_s, raff.named(u"snapshots"_s, u"pre-upgrade"_s).value(u"id"_s)}});
    QCOMPARE(saved.status, 201);
    const QJsonObject order{
        {u"name"_s, u"lindqvist-copy"_s},
        {u"template_id"_s, saved.object(u"data"_s).value(u"id"_s)},
        {u"pricing_id"_s, 3},
        {u"region"_s, u"us-east"_s},
        {u"ssh_keys"_s, QJsonArray{u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA== lab"_s}}};
    QCOMPARE(http.post(u"/vms"_s, order).status, 400); // the image is not ready
    raff.cloud().skipTime(2min);
    QCOMPARE(http.post(u"/vms"_s, order).status, 201);
    for (int i = 0; i < 12; ++i) {
        QCOMPARE(http.get(raff.path(u"vms"_s, u"lindqvist-copy"_s)).status, 200);
        raff.cloud().skipTime(10s);
    }
    QCOMPARE(http.send("DELETE", vm, R"({"volume_action":"detach","delete_vpc":true})").status,
             200);
    QCOMPARE(http.del(vm).status, 404);
    QCOMPARE(http.del(raff.path(u"vms"_s, u"lindqvist-copy"_s)).status, 200);
}

void RaffContractTest::driveVolumes(RaffCloud &raff)
{
    const QString volume = raff.path(u"volumes"_s, u"cms-archive"_s);
    const QJsonValue vm = raff.named(u"vms"_s, u"legacy-cms"_s).value(u"id"_s);
    RawHttp &http = raff.http(clients);
    QCOMPARE(http.post(volume + u"/attach"_s, {{u"vm_id"_s, vm}}).status, 200);
    QCOMPARE(http.post(volume + u"/detach"_s).status, 200);
    QCOMPARE(http.del(volume).status, 200);
    QCOMPARE(http.get(volume).status, 404);
}

void RaffContractTest::driveRefusals(RaffCloud &raff)
{
    RawHttp stranger(raff.cloud().baseUrl(), {});
    QCOMPARE(stranger.get(u"/vms"_s).status, 401);
    QCOMPARE(raff.http().get(u"/vms/5ac21891-32e6-41ce-8a93-b5d6ab708b0d"_s).status, 404);
    const QJsonObject order = raff.vmOrder(u"mail"_s, u"now"_s);
    for (const QString &code : {u"bad-request"_s, u"unauthorized"_s, u"no-balance"_s, u"banned"_s,
                                u"failed"_s, u"no_billing_customer"_s}) {
        raff.cloud().refuseNext({"POST", u"/snapshots"_s, code});
        QVERIFY(raff.http(production).post(u"/snapshots"_s, order).status >= 400);
    }
}

void RaffContractTest::everyRouteIsAsTheContractSays()
{
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(contractName()), exchangesFile());
    QVERIFY2(verdict.isGood(), qUtf8Printable(verdict.text));
}

void RaffContractTest::theProxyAcceptsEveryExchange()
{
    if (!m_proxy) {
        QSKIP(qPrintable(ContractProxy::obstacle()));
    }
    const QString complaints = m_proxy->judge(exchangesFile());
    QVERIFY2(complaints.isEmpty(), qUtf8Printable(complaints));
}

void RaffContractTest::theContractCanBeBroken_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    QTest::addRow("a size as a number")
        << u"responseBody"_s << u"\"23.8 GB\""_s << u"23.8"_s << u".size"_s;
    QTest::addRow("a price as a number")
        << u"responseBody"_s << u"\"0.083319\""_s << u"0.083319"_s << u".price_per_hour"_s;
    QTest::addRow("a status nobody knows")
        << u"responseBody"_s << u"\"passive\""_s << u"\"stopped\""_s << u".status"_s;
    QTest::addRow("a field misspelt")
        << u"responseBody"_s << u"\"pricing_id\""_s << u"\"pricing\""_s << u"pricing"_s;
    QTest::addRow("a volume in text") << u"requestBody"_s << u"\"volume_id\":"_s
                                      << u"\"volume_id\":\"7\",\"other\":"_s << u"body.volume_id"_s;
}

QString RaffContractTest::brokenFile() const
{
    QFETCH(const QString, member);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFile file(m_folder.filePath(u"broken"_s));
    if (file.open(QIODevice::WriteOnly)) {
        for (QJsonObject exchange : read(exchangesFile())) {
            QString body = exchange.value(member).toString();
            if (body.contains(from)) {
                exchange.insert(member, body.replace(from, to));
                file.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n');
            }
        }
    }
    return file.fileName();
}

void RaffContractTest::theContractCanBeBroken()
{
    QFETCH(const QString, named);
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(contractName()), brokenFile());
    QCOMPARE(verdict.exitCode, 1);
    QVERIFY2(verdict.text.contains(named), qUtf8Printable(verdict.text));
}

void RaffContractTest::theProxyRefusesWhatBreaksTheContract()
{
    if (!m_proxy) {
        QSKIP(qPrintable(ContractProxy::obstacle()));
    }
    QFETCH(const QString, named);
    const QString broken = brokenFile();
    const QString complaints = m_proxy->judge(broken);
    QVERIFY2(complaints.contains(named), qUtf8Printable(complaints));
    QCOMPARE(complaints.count(u'\n') + 1, read(broken).size());
}

void RaffContractTest::theWordsOfThePanelAreNotInTheContract()
{
    RaffCloud raff(RaffCloud::options({u"dashboard-words"_s}));
    const QString exchanges = m_folder.filePath(u"panel"_s);
    QVERIFY(raff.cloud().recordTo(exchanges));
    QCOMPARE(raff.all(u"/vms"_s).size(), 10);
    QCOMPARE(raff.all(u"/snapshots"_s).size(), 30);
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(contractName()), exchanges);
    QCOMPARE(verdict.exitCode, 1);
    QVERIFY2(verdict.text.contains(u"status: 'ready' is not one of"_s),
             qUtf8Printable(verdict.text));
    if (m_proxy) {
        const QString complaints = m_proxy->judge(exchanges);
        QVERIFY2(complaints.contains(u".status: "_s), qUtf8Printable(complaints));
    }
}

QTEST_GUILESS_MAIN(RaffContractTest)
#include "raffcontracttest.moc"
