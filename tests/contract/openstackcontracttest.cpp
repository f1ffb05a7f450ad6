// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/contractjudge.h"
#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using Support::ContractJudge;
using Support::OpenStackCloud;
using Support::RawAnswer;
using Support::RawHttp;

namespace {

// A service: its contract, where it is below our listener, and the port at which the real one was
// when exchanges with it were captured.
struct Service
{
    QString contract;
    QString path;
    int port = 0;
};

const QList<Service> &services()
{
    static const QList<Service> all{
        {u"openstack-block-storage.json"_s, u"/volume"_s, 18776},
        {u"openstack-compute.json"_s, u"/compute"_s, 18774},
        {u"openstack-image.json"_s, u"/image"_s, 19292},
    };
    return all;
}

QString textOf(const QJsonValue &body)
{
    if (body.isNull() || body.isString()) {
        return body.toString();
    }
    return QString::fromUtf8(body.isArray()
                                 ? QJsonDocument(body.toArray()).toJson(QJsonDocument::Compact)
                                 : QJsonDocument(body.toObject()).toJson(QJsonDocument::Compact));
}

// As the judge reads it; nothing for one with another service, or a refusal.
QJsonObject captured(const QString &fileName, const Service &service)
{
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonDocument whole = QJsonDocument::fromJson(file.readAll());
    const QUrl url(whole[u"request"][u"url"].toString());
    const int status = whole[u"response"][u"status"].toInt();
    if (url.port() != service.port || status >= 300) {
        return {};
    }
    QJsonArray query;
    const auto items = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items) {
        query.append(QJsonArray{name, value});
    }
    return {{u"method"_s, whole[u"request"][u"method"]},
            {u"path"_s, url.path()},
            {u"query"_s, query},
            {u"requestHeaders"_s, QJsonObject()},
            {u"requestBody"_s, textOf(whole[u"request"][u"body"])},
            {u"status"_s, status},
            {u"responseHeaders"_s, QJsonObject()},
            {u"responseBody"_s, textOf(whole[u"response"][u"body"])}};
}

// A complaint without what differs from object to object.
QString general(QString complaint)
{
    static const QList<std::pair<QRegularExpression, QString>> particulars{
        {QRegularExpression(u"\\Aexchange \\d+, "_s), QString()},
        {QRegularExpression(u"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}"_s), u"ID"_s},
        {QRegularExpression(u"metadata/[a-z_]+ "_s), u"metadata/KEY "_s},
        {QRegularExpression(u"\\[\\d+\\]"_s), u"[]"_s},
        {QRegularExpression(u": (\\{.*\\}|'[^']*'|\\d+) is "_s), u": it is "_s},
        {QRegularExpression(u": \\{.*"_s), u": it is of more than one shape"_s},
        {QRegularExpression(u"valid under each of .*"_s), u"of more than one shape"_s},
    };
    for (const auto &[pattern, word] : particulars) {
        complaint.replace(pattern, word);
    }
    return complaint;
}

} // namespace

// Whether what the simulation answers has the shape that the contracts document. These were not
// taken from the services' answers but from their documentation, and the services themselves break
// them in places: what a captured exchange with the real services is blamed for, ours may do too.
class OpenStackContractTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    QTemporaryDir m_folder;

    QString exchangesFile() const { return m_folder.filePath(u"exchanges"_s); }
    QString writeOurs(const Service &service, const QString &from = {}, const QString &to = {});
    QString writeCaptured(const Service &service);
    static QSet<QString> complaints(const Service &service, const QString &exchanges);
    static void driveVolumes(OpenStackCloud &openstack);
    static void driveServers(OpenStackCloud &openstack);
    static void driveImages(OpenStackCloud &openstack);

private Q_SLOTS:
    void initTestCase();
    void everyAnswerIsAsTheContractSays_data();
    void everyAnswerIsAsTheContractSays();
    void theContractCanBeBroken_data();
    void theContractCanBeBroken();
};

void OpenStackContractTest::initTestCase()
{
    if (const QString obstacle = ContractJudge::obstacle(); !obstacle.isEmpty()) {
        QSKIP(qPrintable(obstacle));
    }
    for (const Service &service : services()) {
        if (ContractJudge::contract(service.contract).isEmpty()) {
            QSKIP(qPrintable(ContractJudge::missingContract(service.contract)));
        }
    }
    OpenStackCloud openstack;
    QVERIFY(openstack.cloud().recordTo(exchangesFile()));
    driveVolumes(openstack);
    driveServers(openstack);
    driveImages(openstack);
}

void OpenStackContractTest::driveVolumes(OpenStackCloud &openstack)
{
    const QString volume = openstack.path(u"volumes"_s, u"web-assets"_s);
    const QString snapshot = openstack.path(u"snapshots"_s, u"cache warm"_s);
    RawHttp &http = openstack.volume("3.70");
    const QStringList paths{u"/volumes"_s,
                            u"/volumes/detail?limit=3"_s,
                            volume,
                            u"/snapshots"_s,
                            u"/snapshots/detail?limit=4&with_count=true&sort=created_at:asc"_s,
                            snapshot,
                            snapshot + u"/metadata"_s,
                            u"/limits"_s,
                            u"/types"_s,
                            u"/os-availability-zone"_s};
    for (const QString &path : paths) {
        QCOMPARE(http.get(path).status, 200);
    }
    const QJsonObject order{
        {u"snapshot"_s,
         QJsonObject{{u"volume_id"_s, volume.section(u'/', -1)},
                     {u"name"_s, u"now"_s},
                     {u"metadata"_s, QJsonObject{{u"snapdeck_op"_s, u"1"_s}}}}}};
    QCOMPARE(http.post(u"/snapshots"_s, order).status, 202);
    const QJsonObject rename{{u"snapshot"_s, QJsonObject{{u"name"_s, u"warm"_s}}}};
    QCOMPARE(http.put(snapshot, rename).status, 200);
    openstack.settle();
    const QString taken = openstack.id(u"snapshots"_s, u"now"_s);
    const QJsonObject revert{{u"revert"_s, QJsonObject{{u"snapshot_id"_s, taken}}}};
    QCOMPARE(openstack.volume("3.70").post(volume + u"/action"_s, revert).status, 202);
    const QJsonObject copy{
        {u"volume"_s,
         QJsonObject{{u"snapshot_id"_s, snapshot.section(u'/', -1)}, {u"name"_s, u"copy"_s}}}};
    QCOMPARE(openstack.volume("3.70").post(u"/volumes"_s, copy).status, 202);
    openstack.settle();
    QCOMPARE(openstack.volume("3.70").del(snapshot).status, 202);
    QCOMPARE(openstack.volume("3.70").del(openstack.path(u"volumes"_s, u"copy"_s)).status, 202);
}

void OpenStackContractTest::driveServers(OpenStackCloud &openstack)
{
    const QString server = openstack.path(u"servers"_s, u"web-1"_s);
    const QString onVolumes = openstack.path(u"servers"_s, u"mail"_s);
    const QString image = openstack.id(u"images"_s, u"web-1 golden"_s);
    RawHttp &http = openstack.compute("2.96");
    const QStringList paths{
        u"/servers"_s, u"/servers/detail?limit=2"_s,       server,
        onVolumes,     server + u"/os-instance-actions"_s, u"/os-availability-zone"_s};
    for (const QString &path : paths) {
        QCOMPARE(http.get(path).status, 200);
    }
    for (const QString &path : {server, onVolumes}) {
        const QJsonObject capture{{u"createImage"_s, QJsonObject{{u"name"_s, u"contract"_s}}}};
        QCOMPARE(http.post(path + u"/action"_s, capture).status, 202);
    }
    openstack.settle();
    const QJsonObject rebuild{{u"rebuild"_s, QJsonObject{{u"imageRef"_s, image}}}};
    QCOMPARE(openstack.compute("2.96").post(server + u"/action"_s, rebuild).status, 202);
    openstack.settle();
    const QJsonObject order{{u"server"_s,
                             QJsonObject{{u"name"_s, u"web-3"_s},
                                         {u"imageRef"_s, image},
                                         {u"flavorRef"_s, openstack.flavorId()},
                                         {u"networks"_s, u"none"_s}}}};
    QCOMPARE(openstack.compute("2.96").post(u"/servers"_s, order).status, 202);
    QCOMPARE(openstack.compute("2.96").del(server).status, 204);
}

void OpenStackContractTest::driveImages(OpenStackCloud &openstack)
{
    const QString image = openstack.path(u"images"_s, u"runner + docker cache"_s);
    RawHttp &http = openstack.image();
    QCOMPARE(http.get(u"/images?visibility=private&limit=3&sort=created_at:desc"_s).status, 200);
    QCOMPARE(http.get(image).status, 200);
    QCOMPARE(http.del(image).status, 204);
}

// Only of one service and without refusals, one text replaced by another.
QString OpenStackContractTest::writeOurs(const Service &service, const QString &from,
                                         const QString &to)
{
    QFile all(exchangesFile());
    QFile ours(m_folder.filePath(u"ours"_s));
    if (!all.open(QIODevice::ReadOnly) || !ours.open(QIODevice::WriteOnly)) {
        return {};
    }
    while (!all.atEnd()) {
        QJsonObject exchange = QJsonDocument::fromJson(all.readLine()).object();
        const QString path = exchange.value(u"path"_s).toString();
        if (!path.startsWith(service.path) || exchange.value(u"status"_s).toInt() >= 300) {
            continue;
        }
        exchange.insert(u"path"_s, path.mid(service.path.size()));
        QString body = exchange.value(u"responseBody"_s).toString();
        exchange.insert(u"responseBody"_s, from.isEmpty() ? body : body.replace(from, to));
        ours.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n');
    }
    return ours.fileName();
}

QString OpenStackContractTest::writeCaptured(const Service &service)
{
    QFile theirs(m_folder.filePath(u"theirs"_s));
    if (!theirs.open(QIODevice::WriteOnly)) {
        return {};
    }
    const QDir folder(QStringLiteral(SOURCE_ROOT "/tests/demo/data/openstack"));
    const QStringList names = folder.entryList(QDir::Files);
    for (const QString &name : names) {
        const QJsonObject exchange = captured(folder.filePath(name), service);
        if (!exchange.isEmpty()) {
            theirs.write(QJsonDocument(exchange).toJson(QJsonDocument::Compact) + '\n');
        }
    }
    return theirs.fileName();
}

QSet<QString> OpenStackContractTest::complaints(const Service &service, const QString &exchanges)
{
    const ContractJudge::Verdict verdict =
        ContractJudge::judge(ContractJudge::contract(service.contract), exchanges);
    QSet<QString> found;
    const QStringList lines = verdict.text.split(u'\n', Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        // The real cloud had no networks, so no captured exchange has addresses; those of ours are
        // as documented elsewhere.
        if (line.startsWith(u"exchange "_s) && !line.contains(u".addresses."_s)) {
            found.insert(general(line));
        }
    }
    if (verdict.exitCode != 0 && found.isEmpty()) {
        found.insert(verdict.text);
    }
    return found;
}

void OpenStackContractTest::everyAnswerIsAsTheContractSays_data()
{
    QTest::addColumn<int>("index");
    QTest::addRow("volumes") << 0;
    QTest::addRow("servers") << 1;
    QTest::addRow("images") << 2;
}

void OpenStackContractTest::everyAnswerIsAsTheContractSays()
{
    QFETCH(const int, index);
    const Service &service = services().at(index);
    const QSet<QString> ours = complaints(service, writeOurs(service));
    const QSet<QString> theirs = complaints(service, writeCaptured(service));
    const QStringList more = (ours - theirs).values();
    QVERIFY2(more.isEmpty(), qUtf8Printable(more.join(u'\n')));
}

void OpenStackContractTest::theContractCanBeBroken_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("named");
    QTest::addRow("a size in text")
        << 0 << u"\"size\":80"_s << u"\"size\":\"80 GB\""_s << u".size"_s;
    QTest::addRow("a field misspelt")
        << 0 << u"\"volume_id\""_s << u"\"volumeId\""_s << u"volumeId"_s;
    QTest::addRow("a status nobody knows")
        << 0 << u"\"available\""_s << u"\"ready\""_s << u".status"_s;
    QTest::addRow("a lock in text")
        << 1 << u"\"locked\":false"_s << u"\"locked\":\"no\""_s << u".locked"_s;
    QTest::addRow("a protection in text")
        << 2 << u"\"protected\":false"_s << u"\"protected\":\"no\""_s << u".protected"_s;
}

void OpenStackContractTest::theContractCanBeBroken()
{
    QFETCH(const int, index);
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, named);
    const Service &service = services().at(index);
    const QSet<QString> broken = complaints(service, writeOurs(service, from, to));
    const QStringList more = (broken - complaints(service, writeCaptured(service))).values();
    QVERIFY2(more.join(u'\n').contains(named), qUtf8Printable(more.join(u'\n')));
}

QTEST_GUILESS_MAIN(OpenStackContractTest)
#include "openstackcontracttest.moc"
