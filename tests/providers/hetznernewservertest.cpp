// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hetznerscript.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;

namespace {

const QString typesTarget = u"/v1/server_types?page=1&per_page=50"_s;
const QString pricesTarget = u"/v1/pricing"_s;
const QString serverTarget = u"/v1/servers/48210400"_s;
const QString actionsTarget = u"/v1/actions?id=2210&id=2211"_s;
const QString serverActions = serverTarget + u"/actions?sort=started:desc&per_page=50"_s;
const QString listTarget = u"/v1/servers?sort=id:asc&page=1&per_page=50"_s;
const QString withMarker =
    listTarget + u"&label_selector=snapdeck%2Fop%3D"_s + HetznerScript::marker;
const ResourceId made = {u"48210400"_s};

CreateServer creation()
{
    return {HetznerScript::image,
            {},
            u"web-2"_s,
            {u"cpx22"_s},
            {u"fsn1"_s},
            {u"a"_s},
            QString(),
            HetznerScript::marker,
            QDateTime(QDate(2026, 11, 20), QTime(8, 9, 58), QTimeZone::UTC)};
}

QByteArray sentBody()
{
    return R"({"image":"311200101","labels":{"snapdeck/op":")" + HetznerScript::marker.toLatin1()
        + R"("},"location":"fsn1","name":"web-2","server_type":"cpx22"})";
}

RemoteTask making()
{
    return {{u"2210,2211"_s}, creation(), {}, made};
}

QJsonObject accepted()
{
    return QJsonDocument::fromJson(HetznerFixtures::read(u"create_server"_s)).object();
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

/// Both actions of the new server, the newest first as a server's own list gives them.
QByteArray actions(const QString &copy, const QString &start)
{
    QJsonObject first = accepted().value("action"_L1).toObject();
    QJsonObject second = accepted().value("next_actions"_L1)[0].toObject();
    first.insert("status"_L1, copy);
    second.insert("status"_L1, start);
    return bytes({{u"actions"_s, QJsonArray{second, first}}});
}

QByteArray server(const QString &status)
{
    QJsonObject object = accepted().value("server"_L1).toObject();
    object.insert("status"_L1, status);
    return bytes({{u"server"_s, object}});
}

QByteArray listOfTheServer()
{
    QJsonObject list = QJsonDocument::fromJson(HetznerFixtures::read(u"servers"_s)).object();
    list.insert("servers"_L1, QJsonArray{accepted().value("server"_L1)});
    return bytes(list);
}

} // namespace

/// A new server from a snapshot where the API answers as the simulated cloud does not.
class HetznerNewServerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_script = std::make_unique<HetznerScript>(); }
    void cleanup();
    void listsTypesWithTheirPrices();
    void failsWhenOneOfTheListsFails_data();
    void failsWhenOneOfTheListsFails();
    void takesHostNamesForServers_data();
    void takesHostNamesForServers();
    void handsOverThePasswordAndAllActions();
    void doubtsAnAcceptanceThatItCannotRead_data();
    void doubtsAnAcceptanceThatItCannotRead();
    void tellsWhyThereIsNoServer_data();
    void tellsWhyThereIsNoServer();
    void repeatsAfterAConflictAlone();
    void followsUntilTheServerRuns();
    void failsWithTheServerThatIsLeft();
    void findsTheServerWithItsActions();
    void findsWhatBeganInOneSecondInAnyOrder();
    void findsAServerThatWasDeletedMeanwhile();
    void findsNoServerOfAnotherMarker();
    void looksForTheNameWhereThereIsNoMarker();
    void passesOnThatItCouldNotLook();

private:
    Support::TestEnvironment m_environment;
    std::unique_ptr<HetznerScript> m_script;
};

void HetznerNewServerTest::cleanup()
{
    const bool isPlayed = m_script->network().isPlayed();
    m_script.reset();
    QVERIFY(isPlayed);
}

void HetznerNewServerTest::listsTypesWithTheirPrices()
{
    m_script->expectGet(pricesTarget,
                        HetznerFixtures::with(u"pricing"_s, u"pricing.currency"_s, u"USD"_s));
    m_script->expectGet(typesTarget, HetznerFixtures::read(u"server_types"_s));

    const auto types = m_script->answer(m_script->provider().listServerTypes());

    QVERIFY(types);
    QCOMPARE(types->size(), 2);
    QCOMPARE(types->at(0).id, ServerTypeId{u"cpx22"_s});
    QCOMPARE(types->at(0).offers.at(1),
             (ServerOffer{
                 {u"ash"_s}, false, UnitPrice{{4'990'000'000, u"USD"_s}, PriceUnit::PerMonth}}));
    QCOMPARE(types->at(1).diskBytes, 40'000'000'000);
}

void HetznerNewServerTest::failsWhenOneOfTheListsFails_data()
{
    QTest::addColumn<int>("typesStatus");
    QTest::addColumn<int>("pricesStatus");
    QTest::addRow("types") << 403 << 200;
    QTest::addRow("prices") << 200 << 403;
}

void HetznerNewServerTest::failsWhenOneOfTheListsFails()
{
    QFETCH(const int, typesStatus);
    QFETCH(const int, pricesStatus);
    const auto body = [](int status, const QString &fixture) {
        return status == 200 ? HetznerFixtures::read(fixture) : HetznerScript::refusal("forbidden");
    };
    m_script->expectGet(pricesTarget, body(pricesStatus, u"pricing"_s), pricesStatus);
    m_script->expectGet(typesTarget, body(typesStatus, u"server_types"_s), typesStatus);

    const auto types = m_script->answer(m_script->provider().listServerTypes());

    QVERIFY(!types);
    QCOMPARE(types.error().kind, ErrorKind::Forbidden);
}

void HetznerNewServerTest::takesHostNamesForServers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isTaken");
    QTest::addRow("a word") << u"web2"_s << true;
    QTest::addRow("capitals and dashes") << u"Web-2"_s << true;
    QTest::addRow("one letter") << u"w"_s << true;
    QTest::addRow("with a domain") << u"web-2.example.org"_s << true;
    QTest::addRow("63 letters") << QString(63, u'w') << true;
    QTest::addRow("64 letters") << QString(64, u'w') << false;
    QTest::addRow("a space") << u"web 2"_s << false;
    QTest::addRow("an underscore") << u"web_2"_s << false;
    QTest::addRow("a dash at the end") << u"web-"_s << false;
    QTest::addRow("a dot at the end") << u"web."_s << false;
    QTest::addRow("an umlaut") << u"münchen"_s << false;
}

void HetznerNewServerTest::takesHostNamesForServers()
{
    QFETCH(const QString, name);
    const NameRule &rule = m_script->provider().capabilities().createServer.name;
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(rule.pattern));

    QTEST(pattern.match(name).hasMatch(), "isTaken");
    QVERIFY(rule.isRequired && rule.isUnique);
    QCOMPARE(rule.maxLength, 253);
}

void HetznerNewServerTest::handsOverThePasswordAndAllActions()
{
    m_script->expect("POST", u"/v1/servers"_s, 201, HetznerFixtures::read(u"create_server"_s),
                     sentBody());

    const auto accepted = m_script->answer(m_script->provider().request(creation()));

    QVERIFY(accepted);
    QCOMPARE(accepted->task, making());
    QVERIFY(!accepted->password.isEmpty());
}

void HetznerNewServerTest::doubtsAnAcceptanceThatItCannotRead_data()
{
    QTest::addColumn<QByteArray>("body");
    const QByteArray whole = HetznerFixtures::read(u"create_server"_s);
    QTest::addRow("nothing") << QByteArray();
    QTest::addRow("cut short") << whole.first(whole.size() / 2);
    QTest::addRow("without the server")
        << HetznerFixtures::without(u"create_server"_s, u"server"_s);
    QTest::addRow("without what follows")
        << HetznerFixtures::without(u"create_server"_s, u"next_actions"_s);
}

void HetznerNewServerTest::doubtsAnAcceptanceThatItCannotRead()
{
    QFETCH(const QByteArray, body);
    m_script->expect("POST", u"/v1/servers"_s, 201, body, sentBody());

    const auto accepted = m_script->answer(m_script->provider().request(creation()));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::Protocol);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
}

void HetznerNewServerTest::tellsWhyThereIsNoServer_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<ErrorKind>("kind");
    QTest::addColumn<Effect>("effect");
    const auto add = [](const char *name, int status, const char *code, ErrorKind kind,
                        Effect effect = Effect::None) {
        QTest::addRow("%s", name) << status << QByteArray(code) << kind << effect;
    };
    add("sold out", 412, "resource_unavailable", ErrorKind::Unavailable);
    add("no place", 422, "placement_error", ErrorKind::Unavailable);
    add("the name is used", 409, "uniqueness_error", ErrorKind::NameTaken);
    add("too many servers", 403, "resource_limit_exceeded", ErrorKind::QuotaExceeded);
    add("it does not fit", 422, "invalid_input", ErrorKind::InvalidInput);
    add("may only read", 401, "token_readonly", ErrorKind::ReadOnlyCredential);
    add("the snapshot is in use", 423, "locked", ErrorKind::Locked);
    add("a failure behind the API", 422, "service_error", ErrorKind::ServerError,
        Effect::Ambiguous);
    add("the API is down", 503, "unavailable", ErrorKind::Unavailable, Effect::Ambiguous);
}

void HetznerNewServerTest::tellsWhyThereIsNoServer()
{
    QFETCH(const int, status);
    QFETCH(const QByteArray, code);
    m_script->expect("POST", u"/v1/servers"_s, status, HetznerScript::refusal(code), sentBody());

    const auto accepted = m_script->answer(m_script->provider().request(creation()));

    QVERIFY(!accepted);
    QTEST(accepted.error().kind, "kind");
    QTEST(accepted.error().effect, "effect");
    QCOMPARE(accepted.error().requestId, u"c0ffee"_s);
}

void HetznerNewServerTest::repeatsAfterAConflictAlone()
{
    m_script->expect("POST", u"/v1/servers"_s, 409, HetznerScript::refusal("conflict"), sentBody());
    m_script->expect("POST", u"/v1/servers"_s, 504, HetznerScript::refusal("timeout"), sentBody());

    const auto accepted = m_script->answer(m_script->provider().request(creation()));

    QVERIFY(!accepted);
    QCOMPARE(accepted.error().kind, ErrorKind::TimedOut);
    QCOMPARE(accepted.error().effect, Effect::Ambiguous);
}

void HetznerNewServerTest::followsUntilTheServerRuns()
{
    const QString running = u"running"_s;
    const QString success = u"success"_s;
    m_script->expectGet(actionsTarget, actions(running, running));
    m_script->expectGet(actionsTarget, actions(success, running));
    m_script->expectGet(actionsTarget, actions(success, success));
    m_script->expectGet(serverTarget, server(u"starting"_s));
    m_script->expectGet(actionsTarget, actions(success, success));
    m_script->expectGet(serverTarget, server(u"running"_s));
    QList<TaskState> states;

    for (int round = 0; round < 4; ++round) {
        const auto progress = m_script->answer(m_script->provider().follow({making()}));
        QVERIFY(progress);
        QCOMPARE(progress->constFirst().server, made);
        states.append(progress->constFirst().state);
    }

    QCOMPARE(
        states,
        (QList{TaskState::Running, TaskState::Running, TaskState::Running, TaskState::Succeeded}));
}

void HetznerNewServerTest::failsWithTheServerThatIsLeft()
{
    m_script->expectGet(actionsTarget, actions(u"success"_s, u"error"_s));
    m_script->expectGet(serverTarget, server(u"off"_s));

    const auto progress = m_script->answer(m_script->provider().follow({making()}));

    QVERIFY(progress);
    QCOMPARE(progress->constFirst().state, TaskState::Failed);
    QCOMPARE(progress->constFirst().server, made);
    QCOMPARE(progress->constFirst().error.effect, Effect::Ambiguous);
}

void HetznerNewServerTest::findsTheServerWithItsActions()
{
    m_script->expectGet(withMarker, listOfTheServer());
    m_script->expectGet(serverActions, actions(u"running"_s, u"running"_s));

    const auto finding = m_script->answer(m_script->provider().findEffect(creation()));

    QVERIFY(finding);
    QCOMPARE(*finding, (Finding{Trace::Found, making()}));
}

void HetznerNewServerTest::findsWhatBeganInOneSecondInAnyOrder()
{
    QJsonObject list = QJsonDocument::fromJson(actions(u"success"_s, u"running"_s)).object();
    const QJsonArray newest = list.value("actions"_L1).toArray();
    QJsonObject later = newest.first().toObject(); // somebody has started it again
    later.insert("id"_L1, 2299);
    list.insert("actions"_L1, QJsonArray{later, newest.last(), newest.first()});
    m_script->expectGet(withMarker, listOfTheServer());
    m_script->expectGet(serverActions, bytes(list));

    const auto finding = m_script->answer(m_script->provider().findEffect(creation()));

    QVERIFY(finding);
    QCOMPARE(finding->task.id.value, u"2210,2211"_s);
}

void HetznerNewServerTest::findsAServerThatWasDeletedMeanwhile()
{
    m_script->expectGet(withMarker, listOfTheServer());
    m_script->expectGet(serverActions, HetznerScript::refusal("not_found"), 404);

    const auto finding = m_script->answer(m_script->provider().findEffect(creation()));

    QVERIFY(finding);
    QCOMPARE(*finding, (Finding{Trace::Found, {{}, creation(), {}, made}}));
}

void HetznerNewServerTest::findsNoServerOfAnotherMarker()
{
    m_script->expectGet(withMarker, HetznerFixtures::read(u"servers"_s)); // not filtered

    const auto finding = m_script->answer(m_script->provider().findEffect(creation()));

    QVERIFY(finding);
    QCOMPARE(*finding, (Finding{Trace::NotFound, {}}));
}

void HetznerNewServerTest::looksForTheNameWhereThereIsNoMarker()
{
    CreateServer unmarked = creation();
    unmarked.marker.clear();
    m_script->expectGet(listTarget + u"&name=web-2"_s, listOfTheServer());
    m_script->expectGet(serverActions, actions(u"success"_s, u"success"_s));

    const auto finding = m_script->answer(m_script->provider().findEffect(unmarked));

    QVERIFY(finding);
    QCOMPARE(*finding, (Finding{Trace::Found, {{u"2210,2211"_s}, unmarked, {}, made}}));
}

void HetznerNewServerTest::passesOnThatItCouldNotLook()
{
    m_script->expectGet(withMarker, HetznerScript::refusal("server_error"), 500);
    m_script->expectGet(withMarker, listOfTheServer());
    m_script->expectGet(serverActions, HetznerScript::refusal("server_error"), 500);

    for (int i = 0; i < 2; ++i) {
        const auto finding = m_script->answer(m_script->provider().findEffect(creation()));
        QVERIFY(!finding);
        QCOMPARE(finding.error().kind, ErrorKind::ServerError);
    }
}

QTEST_GUILESS_MAIN(HetznerNewServerTest)
#include "hetznernewservertest.moc"
