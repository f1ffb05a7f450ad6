// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/raffcloud.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::misshapen;
using Support::RaffCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

const auto production = "Production"_L1;
const auto clients = "Client shops"_L1;

QString compact(const RawAnswer &answer)
{
    return QString::fromUtf8(QJsonDocument(answer.json()).toJson(QJsonDocument::Compact));
}

} // namespace

// Every way in which the vendor does not do what it is asked.
class RaffRefusalTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aWrongKeyIsRefused_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addRow("none") << QByteArray();
        QTest::addRow("another") << "demo-secret-of-somebody-else"_ba;
    }

    void aWrongKeyIsRefused()
    {
        QFETCH(QByteArray, key);
        RaffCloud raff;
        RawHttp http(raff.cloud().baseUrl(), {});
        http.setHeader("X-API-Key", key);
        const RawAnswer answer = http.get(u"/projects"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(misshapen(answer.json(), u"error:s message:s"_s), QString());
        QCOMPARE(http.post(u"/snapshots"_s, raff.vmOrder(u"mail"_s, u"now"_s)).status, 401);
    }

    void aKeyInAnotherHeaderIsNone()
    {
        RaffCloud raff;
        RawHttp bearer(raff.cloud().baseUrl(), RaffCloud::options().token);
        QCOMPARE(bearer.get(u"/projects"_s).status, 401);
    }

    void aReplacedKeyIsWrongFromThenOn()
    {
        RaffCloud raff;
        QCOMPARE(raff.http().get(u"/vms"_s).status, 200);
        raff.cloud().replaceToken(u"demo-secret-new"_s);
        QCOMPARE(raff.http().get(u"/vms"_s).status, 401);
    }

    void aViewerMayReadAndNotWrite()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.readOnlyToken = u"demo-secret-viewer"_s;
        RaffCloud raff(options);
        RawHttp viewer(raff.cloud().baseUrl(), {});
        viewer.setHeader("X-API-Key", options.readOnlyToken.toUtf8());
        QCOMPARE(viewer.get(u"/snapshots"_s).status, 200);
        const RawAnswer answer = viewer.post(u"/snapshots"_s, raff.vmOrder(u"mail"_s, u"now"_s));
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.json().contains(u"reason"_s));
        QCOMPARE(viewer.del(raff.path(u"snapshots"_s, u"pre-upgrade"_s)).status, 403);
    }

    void whatNeedsAProjectIsRefusedWithoutOne_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addRow("take") << "POST"_ba << u"/snapshots"_s;
        QTest::addRow("read one") << "GET"_ba << u"/snapshots/4130"_s;
        QTest::addRow("restore") << "POST"_ba << u"/snapshots/4130/restore"_s;
        QTest::addRow("rename") << "PATCH"_ba << u"/snapshots/4130/rename"_s;
        QTest::addRow("delete") << "DELETE"_ba << u"/snapshots/4130"_s;
        QTest::addRow("read a volume") << "GET"_ba << u"/volumes/301"_s;
        QTest::addRow("stop") << "POST"_ba << u"/vms/1/stop"_s;
        QTest::addRow("create") << "POST"_ba << u"/vms"_s;
    }

    void whatNeedsAProjectIsRefusedWithoutOne()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        RaffCloud raff;
        const RawAnswer answer = raff.http().send(method, path, "{}");
        QCOMPARE(answer.status, 400);
        QCOMPARE(compact(answer),
                 u"{\"error\":\"Bad Request\",\"message\":\"X-Project-ID required\"}"_s);
    }

    void aProjectThatIsNotTheAccountsIsRefused()
    {
        RaffCloud raff;
        const QJsonObject order = raff.vmOrder(u"mail"_s, u"now"_s);
        RawHttp http(raff.cloud().baseUrl(), {});
        http.setHeader("X-API-Key", RaffCloud::options().token.toUtf8());
        http.setHeader("X-Project-ID", "prj_01HX");
        QCOMPARE(http.post(u"/snapshots"_s, order).status, 400);
        http.setHeader("X-Project-ID", "5ac21891-32e6-41ce-8a93-b5d6ab708b0d");
        const RawAnswer answer = http.post(u"/snapshots"_s, order);
        QCOMPARE(answer.status, 403);
        QVERIFY(!answer.json().contains(u"reason"_s));
        QCOMPARE(http.get(u"/vms"_s).status, 200);
    }

    void whatAnotherProjectHoldsIsNotFound()
    {
        RaffCloud raff;
        const QString snapshot = raff.path(u"snapshots"_s, u"pre-upgrade"_s);
        QCOMPARE(raff.http(clients).get(snapshot).status, 200);
        QCOMPARE(refusal(raff.http(production).get(snapshot)), u"404 Snapshot not found"_s);
        QCOMPARE(refusal(raff.http(production).del(snapshot)), u"404 Snapshot not found"_s);
        const QString vm = raff.path(u"vms"_s, u"shop-harbor"_s);
        QCOMPARE(raff.http(production).post(vm + u"/stop"_s).status, 404);
        QCOMPARE(raff.http(production).get(vm).status, 200);
        QCOMPARE(raff.http(production)
                     .post(u"/snapshots"_s, raff.vmOrder(u"shop-harbor"_s, u"now"_s))
                     .status,
                 404);
        QCOMPARE(raff.http(production)
                     .post(u"/snapshots"_s, raff.volumeOrder(u"harbor-media"_s, u"now"_s))
                     .status,
                 404);
    }

    void whatIsNotThereIsNotFound()
    {
        RaffCloud raff;
        for (const QString &path : {u"/snapshots/1"_s, u"/snapshots/x"_s, u"/volumes/1"_s,
                                    u"/vms/1"_s, u"/projects/1"_s, u"/images"_s}) {
            const RawAnswer answer = raff.http(production).get(path);
            QCOMPARE(answer.status, 404);
            QCOMPARE(misshapen(answer.json(), u"error:s message:s"_s), QString());
        }
        QCOMPARE(raff.http(production).put(u"/snapshots"_s, {}).status, 405);
    }

    void aWrongOrderIsRefused_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("message");
        QTest::addRow("no JSON") << u"now"_s << u"The body is not a JSON object"_s;
        QTest::addRow("of nothing")
            << u"{\"name\":\"now\"}"_s << u"resource_type must be one of: vm, volume"_s;
        QTest::addRow("no name") << u"{\"resource_type\":\"vm\"}"_s << u"name is required"_s;
        QTest::addRow("an empty name") << u"{\"resource_type\":\"vm\",\"name\":\"\"}"_s
                                       << u"name must have 1 to 128 characters"_s;
        QTest::addRow("a long name")
            << u"{\"resource_type\":\"vm\",\"name\":\"%1\"}"_s.arg(QString(129, u'x'))
            << u"name must have 1 to 128 characters"_s;
        QTest::addRow("no server")
            << u"{\"resource_type\":\"vm\",\"name\":\"now\"}"_s << u"resource_id is required"_s;
        QTest::addRow("a number for a server")
            << u"{\"resource_type\":\"vm\",\"name\":\"now\",\"resource_id\":7}"_s
            << u"resource_id must be a UUID"_s;
        QTest::addRow("text for a volume")
            << u"{\"resource_type\":\"volume\",\"name\":\"now\",\"volume_id\":\"302\"}"_s
            << u"volume_id must be an integer"_s;
    }

    void aWrongOrderIsRefused()
    {
        QFETCH(QString, body);
        QFETCH(QString, message);
        RaffCloud raff;
        QCOMPARE(refusal(raff.http(production).send("POST", u"/snapshots"_s, body.toUtf8())),
                 u"400 "_s + message);
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 30);
    }

    void aNameMayBeLongAndOfAnyCharacters()
    {
        RaffCloud raff;
        const QString name = u"🚀"_s.repeated(128);
        QCOMPARE(raff.http(production)
                     .post(u"/snapshots"_s, raff.vmOrder(u"mail"_s, name))
                     .object(u"data"_s)
                     .value(u"name"_s),
                 name);
        QCOMPARE(raff.http(clients)
                     .send("PATCH", raff.path(u"snapshots"_s, u"pre-upgrade"_s) + u"/rename"_s,
                           R"({"name":""})")
                     .status,
                 400);
    }

    void whoDoesNotPayGetsNothingThatCosts_data()
    {
        QTest::addColumn<QString>("variant");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("reason");
        QTest::addRow("payment failed")
            << u"payment-failed"_s << 403 << u"Billing validation failed"_s << u"failed"_s;
        QTest::addRow("no balance") << u"no-balance"_s << 402 << u"Payment Required"_s << QString();
    }

    void whoDoesNotPayGetsNothingThatCosts()
    {
        QFETCH(QString, variant);
        RaffCloud raff(RaffCloud::options({variant}));
        const RawAnswer answer =
            raff.http(production).post(u"/snapshots"_s, raff.vmOrder(u"mail"_s, u"now"_s));
        QTEST(answer.status, "status");
        QTEST(answer.json().value(u"error"_s).toString(), "error");
        QTEST(answer.json().value(u"reason"_s).toString(), "reason");
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 30);
        const QJsonObject vm{
            {u"name"_s, u"new-1"_s},
            {u"template_id"_s, raff.named(u"vms"_s, u"mail"_s).value(u"template_id"_s)},
            {u"pricing_id"_s, 3},
            {u"region"_s, u"us-east"_s},
            {u"password"_s, u"Correct-Horse-4711"_s}};
        QTEST(raff.http(production).post(u"/vms"_s, vm).status, "status");
        QCOMPARE(raff.all(u"/vms"_s).size(), 10);
        // What saves money is still done.
        QCOMPARE(raff.http(clients).del(raff.path(u"snapshots"_s, u"pre-upgrade"_s)).status, 200);
    }

    void whatIsNotInTheRightStateIsRefused_data()
    {
        QTest::addColumn<QString>("list");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("action");
        QTest::addRow("start one that runs") << u"vms"_s << u"shop-harbor"_s << u"/start"_s;
        QTest::addRow("stop one that is off") << u"vms"_s << u"legacy-cms"_s << u"/stop"_s;
        QTest::addRow("reboot one that is off") << u"vms"_s << u"legacy-cms"_s << u"/reboot"_s;
        QTest::addRow("restore one that runs")
            << u"snapshots"_s << u"pre-upgrade"_s << u"/restore"_s;
        QTest::addRow("detach one that is not attached")
            << u"volumes"_s << u"cms-archive"_s << u"/detach"_s;
    }

    void whatIsNotInTheRightStateIsRefused()
    {
        QFETCH(QString, list);
        QFETCH(QString, name);
        QFETCH(QString, action);
        RaffCloud raff;
        const QString before = raff.status(list, name);
        const RawAnswer answer = raff.http(clients).post(raff.path(list, name) + action);
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.json().value(u"error"_s), u"Conflict"_s);
        QCOMPARE(raff.status(list, name), before);
    }

    void onlyAServerThatRunsIsTaken()
    {
        RaffCloud raff;
        QCOMPARE(refusal(raff.http(clients).post(u"/snapshots"_s,
                                                 raff.vmOrder(u"legacy-cms"_s, u"now"_s))),
                 u"409 A VM must be active to be snapshotted; it is passive"_s);
        const QJsonObject order = raff.vmOrder(u"shop-harbor"_s, u"now"_s);
        QCOMPARE(raff.http(clients).post(u"/snapshots"_s, order).status, 201);
        QCOMPARE(refusal(raff.http(clients).post(u"/snapshots"_s, order)),
                 u"409 A VM must be active to be snapshotted; it is provisioning"_s);
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 31);
    }

    void theOneInUseIsNotDeleted()
    {
        RaffCloud raff;
        QCOMPARE(
            raff.http(production).del(raff.path(u"snapshots"_s, u"before nginx 1.29"_s)).status,
            409);
        QCOMPARE(raff.http(clients)
                     .del(raff.path(u"snapshots"_s, u"harbor-media before image resize"_s))
                     .status,
                 409);
        QCOMPARE(raff.all(u"/snapshots"_s).size(), 30);
    }

    void aLimitOfSnapshotsIsKept()
    {
        Demo::CloudOptions options = RaffCloud::options();
        options.snapshotLimit = 31;
        RaffCloud raff(options);
        const auto take = [&raff](const QString &volume) {
            return raff.http(production).post(u"/snapshots"_s, raff.volumeOrder(volume, volume));
        };
        QCOMPARE(take(u"db-wal"_s).status, 201);
        QCOMPARE(refusal(take(u"db-data"_s)), u"400 too many snapshots"_s);
    }
};

QTEST_GUILESS_MAIN(RaffRefusalTest)
#include "raffrefusaltest.moc"
