// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractjudge.h"
#include "support/contractproxy.h"
#include "support/hetznercloud.h"
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
using Support::HetznerCloud;
using Support::idOf;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

const QString contractName()
{
    return u"hetzner-cloud.json"_s;
}

// Routes that refuse by design and are in no contract any more.
bool isRemoved(const QString &route)
{
    return route.contains(u"/datacenters"_s);
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
    pattern.replace(placeholder, u"\\d+"_s);
    const QRegularExpression path(u"\\A/v1"_s + pattern + u"\\z"_s);
    return exchange.value(u"method"_s) == route.section(u' ', 0, 0)
        && path.match(exchange.value(u"path"_s).toString()).hasMatch();
}

} // namespace

// Whether what the simulation answers has the shape that the vendor documents, route by route.
class HetznerContractTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    QTemporaryDir m_folder;
    std::unique_ptr<ContractProxy> m_proxy;

    QString exchangesFile() const { return m_folder.filePath(u"exchanges"_s); }
    /// The recorded exchanges that the row's change touches, with that change.
    QString brokenFile() const;
    void driveLists(HetznerCloud &hetzner);
    void driveSingles(HetznerCloud &hetzner);
    void driveImages(HetznerCloud &hetzner);
    void driveServers(HetznerCloud &hetzner);
    void driveCreation(HetznerCloud &hetzner);
    void driveActions(HetznerCloud &hetzner);
    void driveRefusals(HetznerCloud &hetzner);

private Q_SLOTS:
    void initTestCase();
    void everyRouteIsAsTheContractSays();
    void theProxyAcceptsEveryExchange();
    void theContractCanBeBroken_data();
    void theContractCanBeBroken();
    void theProxyRefusesWhatBreaksTheContract_data() { theContractCanBeBroken_data(); }
    void theProxyRefusesWhatBreaksTheContract();
};

void HetznerContractTest::initTestCase()
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
    Demo::CloudOptions options = HetznerCloud::options();
    options.readOnlyToken = u"demo-secret-read-only"_s;
    HetznerCloud hetzner(options);
    QVERIFY(hetzner.cloud().recordTo(exchangesFile()));
    driveLists(hetzner);
    driveSingles(hetzner);
    driveImages(hetzner);
    driveServers(hetzner);
    driveCreation(hetzner);
    driveActions(hetzner);
    driveRefusals(hetzner);

    const QList<QJsonObject> exchanges = read(exchangesFile());
    for (const QString &route : hetzner.cloud().routes()) {
        const bool isDriven = std::ranges::any_of(exchanges, [&route](const QJsonObject &exchange) {
            return isOf(route, exchange) && exchange.value(u"status"_s).toInt() < 300;
        });
        QVERIFY2(isDriven || isRemoved(route), qUtf8Printable(route));
    }
}

void HetznerContractTest::driveLists(HetznerCloud &hetzner)
{
    const QStringList paths{
        u"/images?type=snapshot&type=backup&status=available&sort=created:desc&per_page=50&page=2"_s,
        u"/images?type=system&architecture=arm&include_deprecated=true&name=debian-12"_s,
        u"/images?label_selector=golden%3Dtrue&sort=id"_s,
        u"/images?bound_to=%1"_s.arg(idOf(hetzner.server(u"db-1"_s))),
        u"/images?type=snapshot&status=unavailable"_s,
        u"/servers?status=running&status=off&sort=name:asc&per_page=50"_s,
        u"/servers?name=fw-1&label_selector=role"_s,
        u"/servers?name=nobody"_s,
        u"/volumes?status=available&sort=name&page=1"_s,
        u"/volumes?label_selector=kunde&name=lindner-alt"_s,
        u"/locations?sort=name:desc&per_page=2&page=2"_s,
        u"/server_types?name=cax11"_s,
        u"/server_types?per_page=4&page=2"_s,
        u"/ssh_keys?sort=name:desc&name=deploy"_s,
        u"/pricing"_s,
        u"/servers/actions?status=success&sort=started:desc&per_page=3"_s,
        u"/images/actions?sort=finished"_s,
        u"/volumes/actions"_s,
    };
    for (const QString &path : paths) {
        QCOMPARE(hetzner.http().get(path).status, 200);
    }
}

void HetznerContractTest::driveSingles(HetznerCloud &hetzner)
{
    const qint64 server = idOf(hetzner.server(u"web-1"_s));
    const qint64 image = idOf(hetzner.snapshot(u"imported from old project"_s));
    const qint64 volume =
        idOf(hetzner.all(u"/volumes?name=mail-spool"_s, u"volumes"_s).first().toObject());
    const QStringList paths{
        u"/servers/%1"_s.arg(server),
        u"/servers/%1/actions?status=success"_s.arg(server),
        u"/images/%1"_s.arg(image),
        u"/images/%1/actions"_s.arg(image),
        u"/volumes/%1"_s.arg(volume),
        u"/volumes/%1/actions"_s.arg(volume),
        u"/locations/2"_s,
        u"/server_types/114"_s,
    };
    for (const QString &path : paths) {
        QCOMPARE(hetzner.http().get(path).status, 200);
    }
}

void HetznerContractTest::driveImages(HetznerCloud &hetzner)
{
    RawHttp &http = hetzner.http();
    const QString image = hetzner.imagePath(u"test 2"_s);
    QCOMPARE(http.put(image,
                      {{u"description"_s, u"nicht löschen 🚀"_s},
                       {u"labels"_s, QJsonObject{{u"a/b"_s, QString()}}}})
                 .status,
             200);
    QCOMPARE(http.post(image + u"/actions/change_protection"_s, {{u"delete"_s, true}}).status, 201);
    QCOMPARE(http.del(image).status, 423);
    QCOMPARE(http.post(image + u"/actions/change_protection"_s, {{u"delete"_s, false}}).status,
             201);
    QCOMPARE(http.del(image).status, 204);
    const QJsonObject backup =
        hetzner.all(u"/images?type=backup"_s, u"images"_s).first().toObject();
    QCOMPARE(http.put(u"/images/%1"_s.arg(idOf(backup)), {{u"type"_s, u"snapshot"_s}}).status, 200);
}

void HetznerContractTest::driveServers(HetznerCloud &hetzner)
{
    RawHttp &http = hetzner.http();
    const auto act = [&](const QString &server, const QString &action, const QJsonObject &body) {
        const QString path = hetzner.actionPath(server, action);
        QCOMPARE((body.isEmpty() ? http.post(path) : http.post(path, body)).status, 201);
        hetzner.cloud().skipTime(10min);
        QCOMPARE(http.get(u"/servers?name="_s + server).status, 200);
    };
    act(u"web-2"_s, u"create_image"_s,
        {{u"type"_s, u"snapshot"_s},
         {u"description"_s, u"before"_s},
         {u"labels"_s, QJsonObject{{u"snapdeck/op"_s, u"17"_s}}}});
    act(u"web-1"_s, u"create_image"_s, {{u"type"_s, u"backup"_s}});
    act(u"lab-2"_s, u"create_image"_s, {{u"description"_s, u"fails"_s}});
    const QString image = QString::number(idOf(hetzner.snapshot(u"before"_s)));
    act(u"web-2"_s, u"rebuild"_s, {{u"image"_s, image}});
    act(u"kunde-osthoff"_s, u"rebuild"_s,
        {{u"image"_s, u"debian-12"_s}, {u"user_data"_s, u"#cloud-config\n"_s}});
    for (const QString &action : {u"shutdown"_s, u"poweron"_s, u"poweroff"_s, u"reset"_s,
                                  u"reboot"_s, u"disable_backup"_s, u"enable_backup"_s}) {
        act(u"web-1"_s, action, {});
    }
    act(u"db-1"_s, u"change_protection"_s, {{u"delete"_s, false}, {u"rebuild"_s, false}});
    const QString server = u"/servers/%1"_s.arg(idOf(hetzner.server(u"db-1"_s)));
    QCOMPARE(http.put(server, {{u"name"_s, u"db-old"_s}, {u"labels"_s, QJsonObject{}}}).status,
             200);
    QCOMPARE(http.del(server).status, 200);
    QCOMPARE(hetzner.all(u"/volumes?"_s, u"volumes"_s).size(), 6);
}

void HetznerContractTest::driveCreation(HetznerCloud &hetzner)
{
    RawHttp &http = hetzner.http();
    const QString image = QString::number(idOf(hetzner.snapshot(u"golden image web"_s)));
    QJsonObject body{{u"name"_s, u"copy-1"_s},
                     {u"server_type"_s, u"cx33"_s},
                     {u"image"_s, image},
                     {u"location"_s, u"nbg1"_s},
                     {u"labels"_s, QJsonObject{{u"snapdeck/op"_s, u"18"_s}}}};
    QCOMPARE(http.post(u"/servers"_s, body).status, 201);
    for (int i = 0; i < 40; ++i) {
        QCOMPARE(http.get(u"/servers?name=copy-1"_s).status, 200);
        hetzner.cloud().skipTime(2s);
    }
    QCOMPARE(http.post(u"/servers"_s, body).status, 409);
    body.insert(u"name"_s, u"copy-2"_s);
    body.insert(u"ssh_keys"_s, QJsonArray{u"deploy"_s});
    body.insert(u"start_after_create"_s, false);
    QCOMPARE(http.post(u"/servers"_s, body).status, 201);
    body.insert(u"name"_s, u"copy-3"_s);
    body.insert(u"server_type"_s, u"cx23"_s);
    QCOMPARE(http.post(u"/servers"_s, body).status, 422);
    body.insert(u"server_type"_s, u"cx43"_s);
    body.insert(u"location"_s, u"fsn1"_s);
    QCOMPARE(http.post(u"/servers"_s, body).status, 412);
}

void HetznerContractTest::driveActions(HetznerCloud &hetzner)
{
    RawHttp &http = hetzner.http();
    const RawAnswer begun =
        http.post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), {{u"type"_s, u"snapshot"_s}});
    const qint64 server = idOf(hetzner.server(u"web-2"_s));
    const qint64 image = idOf(begun.object(u"image"_s));
    const qint64 action = idOf(begun.object(u"action"_s));
    const QStringList paths{
        u"/actions/%1"_s.arg(action),
        u"/actions?id=%1&id=1"_s.arg(action),
        u"/servers/actions/%1"_s.arg(action),
        u"/images/actions/%1"_s.arg(action),
        u"/servers/%1/actions/%2"_s.arg(server).arg(action),
        u"/images/%1/actions/%2"_s.arg(image).arg(action),
        u"/servers/%1/actions?status=running&sort=started:desc"_s.arg(server),
        u"/images/%1"_s.arg(image),
    };
    for (int i = 0; i < 2; ++i) {
        for (const QString &path : paths) {
            QCOMPARE(http.get(path).status, 200);
        }
        hetzner.cloud().skipTime(10min);
    }
}

void HetznerContractTest::driveRefusals(HetznerCloud &hetzner)
{
    RawHttp stranger(hetzner.cloud().baseUrl(), u"demo-secret-wrong"_s);
    RawHttp reader(hetzner.cloud().baseUrl(), u"demo-secret-read-only"_s);
    QCOMPARE(stranger.get(u"/servers"_s).status, 401);
    QCOMPARE(reader.del(u"/images/1"_s).status, 401);
    QCOMPARE(hetzner.http().get(u"/images/1"_s).status, 404);
    const QString rebuild = hetzner.actionPath(u"mail"_s, u"rebuild"_s);
    QCOMPARE(hetzner.http().post(rebuild, {{u"image"_s, u"1"_s}}).status, 422);
    QCOMPARE(hetzner.http().post(rebuild, {{u"image"_s, u"debian-12"_s}}).status, 423);
    for (const QString &code :
         {u"conflict"_s, u"resource_limit_exceeded"_s, u"rate_limit_exceeded"_s, u"unavailable"_s,
          u"deprecated_api_endpoint"_s, u"server_error"_s}) {
        hetzner.cloud().refuseNext({"GET", u"/locations"_s, code});
        QVERIFY(hetzner.http().get(u"/locations"_s).status >= 400);
    }
}

void HetznerContractTest::everyRouteIsAsTheContractSays()
{
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(contractName()), exchangesFile());
    QVERIFY2(verdict.isGood(), qUtf8Printable(verdict.text));
}

void HetznerContractTest::theProxyAcceptsEveryExchange()
{
    if (!m_proxy) {
        QSKIP(qPrintable(ContractProxy::obstacle()));
    }
    const QString complaints = m_proxy->judge(exchangesFile());
    QVERIFY2(complaints.isEmpty(), qUtf8Printable(complaints));
}

void HetznerContractTest::theContractCanBeBroken_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    QTest::addRow("a size as text")
        << u"\"image_size\":12.41"_s << u"\"image_size\":\"12.41\""_s << u".image_size"_s;
    QTest::addRow("a status nobody knows")
        << u"\"status\":\"available\""_s << u"\"status\":\"done\""_s << u".status"_s;
    QTest::addRow("a field misspelt")
        << u"\"rescue_enabled\""_s << u"\"rescue_enable\""_s << u"rescue_enable"_s;
    QTest::addRow("a number as a price") << u"\"19.00\""_s << u"19"_s << u".vat_rate"_s;
}

QString HetznerContractTest::brokenFile() const
{
    const QString member = u"responseBody"_s;
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

void HetznerContractTest::theContractCanBeBroken()
{
    QFETCH(const QString, named);
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(contractName()), brokenFile());
    QCOMPARE(verdict.exitCode, 1);
    QVERIFY2(verdict.text.contains(named), qUtf8Printable(verdict.text));
}

void HetznerContractTest::theProxyRefusesWhatBreaksTheContract()
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

QTEST_GUILESS_MAIN(HetznerContractTest)
#include "hetznercontracttest.moc"
