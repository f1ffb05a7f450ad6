// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::HetznerCloud;
using Support::idOf;
using Support::RawAnswer;
using Support::RawHttp;
using Support::refusalText;
using Support::refusedFields;

namespace {

// A copy of web-2 on a type and at a location where it fits.
QJsonObject order(HetznerCloud &hetzner)
{
    const qint64 image = idOf(hetzner.snapshot(u"golden image web"_s));
    return {{u"name"_s, u"web-4"_s},
            {u"server_type"_s, u"cx33"_s},
            {u"image"_s, QString::number(image)},
            {u"location"_s, u"hel1"_s}};
}

RawAnswer create(HetznerCloud &hetzner, const QJsonObject &changes)
{
    QJsonObject body = order(hetzner);
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        body.insert(it.key(), it.value());
        if (it.value().isNull()) {
            body.remove(it.key());
        }
    }
    return hetzner.http().post(u"/servers"_s, body);
}

QString message(const RawAnswer &answer)
{
    return answer.object(u"error"_s).value(u"message"_s).toString();
}

QStringList statusesUntilDone(HetznerCloud &hetzner, const QString &server)
{
    QStringList seen;
    for (int second = 0; second < 120; ++second) {
        const QString now = hetzner.server(server).value(u"status"_s).toString();
        if (seen.isEmpty() || now != seen.last()) {
            seen.append(now);
        }
        hetzner.cloud().skipTime(1s);
    }
    return seen;
}

QJsonObject serverType(HetznerCloud &hetzner, const QString &name)
{
    return hetzner.http()
        .get(u"/server_types?name="_s + name)
        .array(u"server_types"_s)
        .first()
        .toObject();
}

// "fsn1 hel1!" of a type's locations; "!" where none is left.
QString supplyText(const QJsonObject &type)
{
    QStringList texts;
    const QJsonArray locations = type.value(u"locations"_s).toArray();
    for (const QJsonValueConstRef location : locations) {
        texts.append(location[u"name"_s].toString()
                     + (location[u"available"_s].toBool() ? QString() : u"!"_s));
    }
    return texts.join(u' ');
}

} // namespace

// New servers made of images, as the vendor makes and refuses them.
class HetznerCreateTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aNewServerIsCopiedThenStarted()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            create(hetzner, {{u"labels"_s, QJsonObject{{u"snapdeck/op"_s, u"17"_s}}}});
        QCOMPARE(answer.status, 201);
        const QJsonObject server = answer.object(u"server"_s);
        QCOMPARE(server.value(u"status"_s), u"initializing"_s);
        QCOMPARE(server.value(u"locked"_s), true);
        QCOMPARE(server.value(u"name"_s), u"web-4"_s);
        QCOMPARE(server.value(u"location"_s)[u"name"_s], u"hel1"_s);
        QCOMPARE(server.value(u"server_type"_s)[u"name"_s], u"cx33"_s);
        QCOMPARE(server.value(u"primary_disk_size"_s), 80);
        QCOMPARE(server.value(u"labels"_s)[u"snapdeck/op"_s], u"17"_s);
        QCOMPARE(idOf(server.value(u"image"_s).toObject()),
                 idOf(hetzner.snapshot(u"golden image web"_s)));
        QCOMPARE(statusesUntilDone(hetzner, u"web-4"_s).join(u' '),
                 u"initializing starting running"_s);
        QCOMPARE(hetzner.server(u"web-4"_s).value(u"locked"_s), false);
    }

    void theStartIsAnActionThatEndsAfterTheCopy()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, {});
        const QJsonObject copy = answer.object(u"action"_s);
        QCOMPARE(copy.value(u"command"_s), u"create_server"_s);
        QCOMPARE(copy.value(u"status"_s), u"running"_s);
        QCOMPARE(answer.array(u"next_actions"_s).size(), 1);
        const QJsonObject start = answer.array(u"next_actions"_s).first().toObject();
        QCOMPARE(start.value(u"command"_s), u"start_server"_s);
        QStringList seen;
        for (int second = 0; second < 120; ++second) {
            const QString now = hetzner.action(copy).value(u"status"_s).toString() + u'+'
                + hetzner.action(start).value(u"status"_s).toString();
            if (!seen.contains(now)) {
                seen.append(now);
            }
            hetzner.cloud().skipTime(1s);
        }
        QCOMPARE(seen.join(u' '), u"running+running success+running success+success"_s);
    }

    void aServerThatIsNotToStartIsOffAfterTheCopy()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, {{u"start_after_create"_s, false}});
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.array(u"next_actions"_s).isEmpty());
        QCOMPARE(statusesUntilDone(hetzner, u"web-4"_s).join(u' '), u"initializing off"_s);
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"web-4"_s, u"poweron"_s)).status, 201);
    }

    void theImageIsNamedByIdOrByName_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QJsonValue>("image");
        QTest::addColumn<int>("id");
        QTest::addRow("an id as text") << u"cx33"_s << QJsonValue(u"161547269"_s) << 161547269;
        QTest::addRow("an id as a number") << u"cx33"_s << QJsonValue(161547269) << 161547269;
        QTest::addRow("a name") << u"cx33"_s << QJsonValue(u"debian-13"_s) << 318514042;
        QTest::addRow("a name, for ARM") << u"cax11"_s << QJsonValue(u"debian-13"_s) << 318514043;
    }

    void theImageIsNamedByIdOrByName()
    {
        QFETCH(QString, type);
        QFETCH(QJsonValue, image);
        QFETCH(int, id);
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, {{u"server_type"_s, type}, {u"image"_s, image}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(idOf(answer.object(u"server"_s).value(u"image"_s).toObject()), id);
    }

    void aServerWithoutKeysGetsARootPassword_data()
    {
        QTest::addColumn<QJsonValue>("keys");
        QTest::addColumn<bool>("hasPassword");
        QTest::addRow("nothing said") << QJsonValue(QJsonValue::Null) << true;
        QTest::addRow("no keys") << QJsonValue(QJsonArray()) << true;
        QTest::addRow("a key by its name") << QJsonValue(QJsonArray{u"deploy"_s}) << false;
        QTest::addRow("a key by its id") << QJsonValue(QJsonArray{21'944'310}) << false;
        QTest::addRow("a key by its id as text") << QJsonValue(QJsonArray{u"21944310"_s}) << false;
    }

    void aServerWithoutKeysGetsARootPassword()
    {
        QFETCH(QJsonValue, keys);
        QFETCH(bool, hasPassword);
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, {{u"ssh_keys"_s, keys}});
        QCOMPARE(answer.status, 201);
        const QJsonValue password = answer.json().value(u"root_password"_s);
        QCOMPARE(password.toString().startsWith(u"demo-secret-"_s), hasPassword);
        QCOMPARE(password.isNull(), !hasPassword);
    }

    void whatDoesNotFitIsRefusedWithASentence_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QJsonObject &changes, const QString &refusal,
                            const QString &said) {
            QTest::addRow("%s", name) << changes << refusal << said;
        };
        const QString invalid = u"422 invalid_input"_s;
        row("no such type", {{u"server_type"_s, u"cx1"_s}}, invalid, u"'cx1' not found"_s);
        row("no such image", {{u"image"_s, u"1"_s}}, invalid, u"image '1' not found"_s);
        row("no such system", {{u"image"_s, u"beos"_s}}, invalid, u"image 'beos' not found"_s);
        row("no such location", {{u"location"_s, u"ash"_s}}, invalid, u"'ash' not found"_s);
        row("no such key", {{u"ssh_keys"_s, QJsonArray{u"eve"_s}}}, invalid, u"'eve' not found"_s);
        row("a smaller disk", {{u"server_type"_s, u"cx23"_s}}, invalid, u"bigger than"_s);
        row("another architecture", {{u"server_type"_s, u"cax21"_s}}, invalid, u"architecture"_s);
        row("never sold there", {{u"server_type"_s, u"ccx23"_s}}, invalid,
            u"unsupported location"_s);
        row("sold out there", {{u"server_type"_s, u"cx43"_s}, {u"location"_s, u"fsn1"_s}},
            u"412 resource_unavailable"_s, u"placement"_s);
        row("a name that is used", {{u"name"_s, u"web-1"_s}}, u"409 uniqueness_error"_s,
            u"already used"_s);
    }

    void whatDoesNotFitIsRefusedWithASentence()
    {
        QFETCH(QJsonObject, changes);
        QFETCH(QString, said);
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, changes);
        QTEST(refusalText(answer), "refusal");
        QVERIFY2(message(answer).contains(said), qUtf8Printable(message(answer)));
        QVERIFY(hetzner.server(u"web-4"_s).isEmpty());
    }

    void whatIsSentWronglyIsRefusedByField_data()
    {
        QTest::addColumn<QJsonObject>("changes");
        QTest::addColumn<QString>("fields");
        const QJsonValue nothing(QJsonValue::Null);
        const auto row = [](const char *name, const QJsonObject &changes, const QString &fields) {
            QTest::addRow("%s", name) << changes << fields;
        };
        row("no name", {{u"name"_s, nothing}}, u"name"_s);
        row("an empty name", {{u"name"_s, u""_s}}, u"name"_s);
        row("a name with a space", {{u"name"_s, u"web 4"_s}}, u"name"_s);
        row("a name that ends in a dash", {{u"name"_s, u"web-"_s}}, u"name"_s);
        row("no type", {{u"server_type"_s, nothing}}, u"server_type"_s);
        row("no image", {{u"image"_s, nothing}}, u"image"_s);
        row("a wrong label", {{u"labels"_s, QJsonObject{{u"-a"_s, u"b"_s}}}}, u"labels"_s);
        row("keys that are no list", {{u"ssh_keys"_s, u"deploy"_s}}, u"ssh_keys"_s);
        row("keys of no kind", {{u"ssh_keys"_s, QJsonArray{true}}}, u"ssh_keys"_s);
        row("a start that is text", {{u"start_after_create"_s, u"no"_s}}, u"start_after_create"_s);
        row("no address at all",
            {{u"public_net"_s, QJsonObject{{u"enable_ipv4"_s, false}, {u"enable_ipv6"_s, false}}}},
            u"public_net"_s);
        row("an address of somebody's", {{u"public_net"_s, QJsonObject{{u"ipv4"_s, 7}}}},
            u"public_net"_s);
        row("endless user data", {{u"user_data"_s, QString(40'000, u'x')}}, u"user_data"_s);
        row("what was removed", {{u"datacenter"_s, u"fsn1-dc14"_s}}, u"datacenter"_s);
    }

    void whatIsSentWronglyIsRefusedByField()
    {
        QFETCH(QJsonObject, changes);
        HetznerCloud hetzner;
        const RawAnswer answer = create(hetzner, changes);
        QCOMPARE(refusalText(answer), u"422 invalid_input"_s);
        QTEST(refusedFields(answer), "fields");
    }

    void anImageThatIsStillMadeCannotBeUsed()
    {
        HetznerCloud hetzner;
        const QJsonObject image = hetzner.http()
                                      .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s),
                                            QJsonObject{{u"type"_s, u"snapshot"_s}})
                                      .object(u"image"_s);
        const QJsonObject wish{{u"image"_s, QString::number(idOf(image))}};
        QCOMPARE(refusalText(create(hetzner, wish)), u"422 invalid_input"_s);
        hetzner.cloud().skipTime(10min);
        QCOMPARE(create(hetzner, wish).status, 201);
    }

    void anImageStaysWhileItIsCopied()
    {
        HetznerCloud hetzner;
        const QString image = hetzner.imagePath(u"golden image web"_s);
        QCOMPARE(create(hetzner, {}).status, 201);
        QCOMPARE(refusalText(hetzner.http().del(image)), u"423 locked"_s);
        hetzner.cloud().skipTime(10min);
        QCOMPARE(hetzner.http().del(image).status, 204);
        QVERIFY(hetzner.server(u"web-4"_s).value(u"image"_s).isNull());
    }

    void noMoreServersAreMadeThanTheProjectMayHave()
    {
        HetznerCloud hetzner;
        QSet<QString> addresses;
        QSet<qint64> ids;
        for (int i = 0; i < 10; ++i) {
            const RawAnswer answer = create(hetzner, {{u"name"_s, u"copy-%1"_s.arg(i)}});
            QCOMPARE(answer.status, 201);
            const QJsonObject server = answer.object(u"server"_s);
            ids.insert(idOf(server));
            addresses.insert(server.value(u"public_net"_s)[u"ipv4"_s][u"ip"_s].toString());
        }
        QCOMPARE(ids.size(), 10);
        QCOMPARE(addresses.size(), 10);
        const RawAnswer refused = create(hetzner, {});
        QCOMPARE(refusalText(refused), u"403 resource_limit_exceeded"_s);
        QCOMPARE(refused.object(u"error"_s).value(u"details"_s)[u"limits"_s][0][u"name"_s],
                 u"server_limit"_s);
    }

    void aReadOnlyTokenMakesNoServers()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.readOnlyToken = u"demo-secret-read-only"_s;
        HetznerCloud hetzner(options);
        RawHttp reader(hetzner.cloud().baseUrl(), options.readOnlyToken);
        QCOMPARE(refusalText(reader.post(u"/servers"_s, order(hetzner))), u"401 token_readonly"_s);
        QVERIFY(hetzner.server(u"web-4"_s).isEmpty());
    }

    void anAddressCanBeLeftOut()
    {
        HetznerCloud hetzner;
        const QJsonObject net{{u"enable_ipv4"_s, false}, {u"ipv6"_s, QJsonValue::Null}};
        const QJsonObject server = create(hetzner, {{u"public_net"_s, net}}).object(u"server"_s);
        QVERIFY(server.value(u"public_net"_s)[u"ipv4"_s].isNull());
        QVERIFY(server.value(u"public_net"_s)[u"ipv6"_s].isObject());
    }

    void withoutALocationAServerGoesWhereThereIsRoom()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            create(hetzner,
                   {{u"server_type"_s, u"cx43"_s}, {u"location"_s, QJsonValue(QJsonValue::Null)}});
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.object(u"server"_s).value(u"location"_s)[u"name"_s], u"nbg1"_s);
    }

    void typesTellWhereTheyAreSoldAndLeft()
    {
        HetznerCloud hetzner;
        QCOMPARE(supplyText(serverType(hetzner, u"cx33"_s)), u"fsn1 nbg1 hel1"_s);
        QCOMPARE(supplyText(serverType(hetzner, u"cx43"_s)), u"fsn1! nbg1 hel1"_s);
        QCOMPARE(supplyText(serverType(hetzner, u"ccx23"_s)), u"fsn1 nbg1"_s);
        QCOMPARE(hetzner.all(u"/server_types?"_s, u"server_types"_s).size(), 9);
    }

    void typesHaveAPriceWhereverTheyAreSold()
    {
        HetznerCloud hetzner;
        const QJsonArray types = hetzner.all(u"/server_types?"_s, u"server_types"_s);
        for (const QJsonValueConstRef type : types) {
            QSet<QString> sold;
            QSet<QString> priced;
            const QJsonArray locations = type[u"locations"_s].toArray();
            for (const QJsonValueConstRef location : locations) {
                sold.insert(location[u"name"_s].toString());
            }
            const QJsonArray prices = type[u"prices"_s].toArray();
            for (const QJsonValueConstRef price : prices) {
                priced.insert(price[u"location"_s].toString());
                QVERIFY(price[u"price_monthly"_s][u"net"_s].toString().toDouble() > 3);
            }
            QCOMPARE(priced, sold);
        }
    }

    void keysAreListedByNameAndFingerprint()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.all(u"/ssh_keys?"_s, u"ssh_keys"_s).size(), 2);
        const QJsonObject deploy =
            hetzner.all(u"/ssh_keys?name=deploy"_s, u"ssh_keys"_s).first().toObject();
        const QString fingerprint = deploy.value(u"fingerprint"_s).toString();
        QCOMPARE(fingerprint.count(u':'), 15);
        const QJsonArray found =
            hetzner.all(u"/ssh_keys?fingerprint="_s + fingerprint, u"ssh_keys"_s);
        QCOMPARE(found.size(), 1);
        QCOMPARE(found.first().toObject(), deploy);
        QVERIFY(hetzner.all(u"/ssh_keys?name=nobody"_s, u"ssh_keys"_s).isEmpty());
        QCOMPARE(hetzner.all(u"/ssh_keys?label_selector=team"_s, u"ssh_keys"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(HetznerCreateTest)
#include "hetznercreatetest.moc"
