// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacksession.h"

#include "net/httpclient.h"
#include "providers/openstack/openstackclouds.h"
#include "providers/openstack/openstackforms.h"
#include "providers/openstack/openstackkeystone.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QRegularExpression>
#include <QTest>
#include <QUuid>

#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Domain::ErrorKind;
using Domain::Result;
using Domain::Secret;
using Providers::OpenStackCredential;
using Providers::OpenStackKeystone;
using Providers::OpenStackSession;
using Sites = OpenStackSession::Sites;

namespace {

/// The cloud that the tests start themselves, whose users and projects are known.
bool isOwnCloud()
{
    return qEnvironmentVariable("OS_CLOUD") == "loopback"_L1;
}

QUrl keystoneUrl()
{
    static const QRegularExpression named(u"auth_url: *(\\S+)"_s);
    QFile file(qEnvironmentVariable("OS_CLIENT_CONFIG_FILE"));
    const QByteArray clouds = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    return QUrl(named.match(QString::fromUtf8(clouds)).captured(1));
}

OpenStackCredential demoUser()
{
    OpenStackCredential credential;
    credential.method = OpenStackCredential::Method::Password;
    credential.user.name = u"demo"_s;
    credential.secret = Secret("demo");
    return credential;
}

template <class T>
Result<T> resultOf(const QFuture<Result<T>> &future)
{
    const bool isOver = QTest::qWaitFor([&] { return future.isFinished(); }, 60'000);
    return isOver && future.resultCount() == 1
        ? future.result()
        : Domain::failure(ErrorKind::Unknown, u"the future never settled"_s);
}

Net::HttpRequest get(const QString &path)
{
    Net::HttpRequest request;
    request.path = path;
    return request;
}

/// An application credential of the user's, for as long as this lives.
class AppCredential
{
public:
    AppCredential(QNetworkAccessManager &network, Domain::Clock &clock)
    {
        OpenStackCredential user = demoUser();
        user.project.name = u"demo"_s;
        Net::HttpClientOptions options;
        options.baseUrl = keystoneUrl();
        Net::HttpClient open(options, network, clock);
        const auto login = resultOf(open.send(OpenStackKeystone::login(user)));
        if (!login) {
            return;
        }
        const auto auth = std::make_shared<Net::TokenAuth>("X-Auth-Token");
        const bool isKept =
            auth->replace(Secret(login->headers.value(OpenStackKeystone::tokenHeader())));
        const QJsonValue token = QJsonDocument::fromJson(login->body)["token"_L1];
        m_path = u"users/%1/application_credentials"_s.arg(token["user"_L1]["id"_L1].toString());
        options.auth = auth;
        m_client = std::make_unique<Net::HttpClient>(options, network, clock);
        Net::HttpRequest request = get(m_path);
        request.method = Net::Method::Post;
        const QJsonObject wanted = {
            {u"name"_s, QUuid::createUuid().toString(QUuid::WithoutBraces)}};
        request.body = QJsonDocument(QJsonObject{{u"application_credential"_s, wanted}}).toJson();
        const auto made = resultOf(m_client->send(request));
        if (isKept && made) {
            const QJsonValue values =
                QJsonDocument::fromJson(made->body)["application_credential"_L1];
            m_value.id = values["id"_L1].toString();
            m_value.secret = Secret(values["secret"_L1].toString().toUtf8());
        }
    }
    ~AppCredential() { remove(); }
    Q_DISABLE_COPY_MOVE(AppCredential)

    [[nodiscard]] const OpenStackCredential &value() const { return m_value; }

    void remove()
    {
        if (m_client && !m_value.id.isEmpty()) {
            Net::HttpRequest request = get(m_path + u'/' + m_value.id);
            request.method = Net::Method::Delete;
            QVERIFY(resultOf(m_client->send(request)));
            m_value.id.clear();
        }
    }

private:
    std::unique_ptr<Net::HttpClient> m_client;
    QString m_path;
    OpenStackCredential m_value;
};

} // namespace

/// The session in front of real services.
class OpenStackSessionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void reachesBothProjectsOfAUser();
    void findsTheAddressWithoutAVersion();
    void reachesAProjectByTheIdsOfACloudsFile_data();
    void reachesAProjectByTheIdsOfACloudsFile();
    void reachesTheProjectOfAnApplicationCredential();
    void refusesAWrongPassword();
    void goesOnWhenATokenEnds();
    void seesThatTheCredentialWasDeleted();

private:
    [[nodiscard]] std::unique_ptr<OpenStackSession> sessionOf(const OpenStackCredential &credential,
                                                              const QUrl &url = keystoneUrl())
    {
        return std::make_unique<OpenStackSession>(url, credential.toText(), m_network, m_clock);
    }

    Support::TestEnvironment m_environment;
    Support::ManualClock m_clock{QDateTime::currentDateTimeUtc()};
    QNetworkAccessManager m_network;
};

void OpenStackSessionTest::initTestCase()
{
    if (!isOwnCloud()) {
        QSKIP("The tests' own cloud was not started: see ./dev help, SNAPDECK_OPENSTACK");
    }
    QVERIFY(keystoneUrl().isValid() && !keystoneUrl().isEmpty());
}

void OpenStackSessionTest::reachesBothProjectsOfAUser()
{
    const auto session = sessionOf(demoUser());
    const Result<Sites> sites = resultOf(session->sites());
    QVERIFY(sites);
    QStringList names;
    const auto projects = resultOf(session->projects());
    QVERIFY(projects);
    for (const Domain::Project &project : *projects) {
        names.append(project.name);
    }
    names.sort();
    QCOMPARE(names, (QStringList{u"demo"_s, u"second"_s}));
    QCOMPARE(sites->size(), 2);
    for (const OpenStackSession::Site &site : *sites) {
        QCOMPARE(site->region.value, u"RegionOne"_s);
        QCOMPARE(site->versions, (Providers::OpenStackVersions{70, 96}));
        QVERIFY(resultOf(site->volume->send(get(u"snapshots/detail"_s))));
        QVERIFY(resultOf(site->compute->send(get(u"servers/detail"_s))));
        QVERIFY(resultOf(site->image->send(get(u"images"_s))));
    }
}

void OpenStackSessionTest::findsTheAddressWithoutAVersion()
{
    const auto session = sessionOf(demoUser(), keystoneUrl().adjusted(QUrl::RemovePath));
    const auto identity = resultOf(session->identity());
    QVERIFY(identity);
    QCOMPARE(identity->name, u"demo"_s);
}

void OpenStackSessionTest::reachesAProjectByTheIdsOfACloudsFile_data()
{
    QTest::addColumn<QByteArray>("lines"); // USER, PROJECT and DOMAIN stand for the ids
    QTest::addRow("ids alone") << "user_id: USER\nproject_id: PROJECT"_ba;
    QTest::addRow("ids of the domains")
        << "username: demo\nuser_domain_id: DOMAIN\nproject_name: demo\nproject_domain_id: DOMAIN"_ba;
    QTest::addRow("names and ids, as a dashboard writes it")
        << "username: demo\nuser_domain_name: Default\nproject_name: demo\nproject_id: PROJECT"_ba;
    QTest::addRow("an id that the name does not fit")
        << "user_id: USER\nusername: nobody\nproject_id: PROJECT\nproject_name: nothing"_ba;
}

void OpenStackSessionTest::reachesAProjectByTheIdsOfACloudsFile()
{
    QFETCH(QByteArray, lines);
    OpenStackCredential user = demoUser();
    user.project.name = u"demo"_s;
    Net::HttpClientOptions options;
    options.baseUrl = keystoneUrl();
    Net::HttpClient open(options, m_network, m_clock);
    const auto login = resultOf(open.send(OpenStackKeystone::login(user)));
    QVERIFY(login);
    const QJsonValue token = QJsonDocument::fromJson(login->body)["token"_L1];
    const QString project = token["project"_L1]["id"_L1].toString();
    lines.replace("USER", token["user"_L1]["id"_L1].toString().toUtf8());
    lines.replace("PROJECT", project.toUtf8());
    lines.replace("DOMAIN", token["user"_L1]["domain"_L1]["id"_L1].toString().toUtf8());
    const auto clouds = Providers::readClouds(
        "clouds:\n  demo:\n    auth:\n      auth_url: " + keystoneUrl().toEncoded()
            + "\n      password: demo\n      " + lines.replace("\n", "\n      ") + '\n',
        {});
    QVERIFY(clouds && clouds->size() == 1);
    QCOMPARE(clouds->constFirst().problems, QStringList());

    OpenStackSession session(clouds->constFirst().baseUrl,
                             Providers::OpenStackForms::compose(clouds->constFirst().credential),
                             m_network, m_clock);
    const Result<Sites> sites = resultOf(session.sites());
    QVERIFY2(sites, qPrintable(sites ? QString() : sites.error().message));
    QCOMPARE(sites->size(), 1);
    QCOMPARE(sites->constFirst()->project.value, project);
}

void OpenStackSessionTest::reachesTheProjectOfAnApplicationCredential()
{
    const AppCredential credential(m_network, m_clock);
    QVERIFY(!credential.value().id.isEmpty());
    const auto session = sessionOf(credential.value());
    const Result<Sites> sites = resultOf(session->sites());
    QVERIFY(sites);
    QCOMPARE(sites->size(), 1);
    const auto identity = resultOf(session->identity());
    QVERIFY(identity);
    QCOMPARE(identity->name, u"demo (demo)"_s);
}

void OpenStackSessionTest::refusesAWrongPassword()
{
    OpenStackCredential wrong = demoUser();
    wrong.secret = Secret("demo-secret-wrong");
    const auto session = sessionOf(wrong);
    const Result<Sites> sites = resultOf(session->sites());
    QVERIFY(!sites);
    QCOMPARE(sites.error().kind, ErrorKind::Unauthorized);
    QVERIFY(!sites.error().requestId.isEmpty());
}

void OpenStackSessionTest::goesOnWhenATokenEnds()
{
    const auto session = sessionOf(demoUser());
    const Result<Sites> sites = resultOf(session->sites());
    QVERIFY(sites);
    m_clock.advance(2h); // it renews it by our clock, which is ahead now
    QVERIFY(resultOf(sites->first()->volume->send(get(u"volumes/detail"_s))));
    QVERIFY(resultOf(sites->last()->image->send(get(u"images"_s))));
}

void OpenStackSessionTest::seesThatTheCredentialWasDeleted()
{
    AppCredential credential(m_network, m_clock);
    const auto session = sessionOf(credential.value());
    const Result<Sites> sites = resultOf(session->sites());
    QVERIFY(sites);
    credential.remove();
    // A service that has not seen the token yet: the others may remember it for a while.
    const auto answer = resultOf(sites->first()->image->send(get(u"images"_s)));
    QVERIFY(!answer);
    QCOMPARE(answer.error().kind, ErrorKind::Unauthorized);
    const auto identity = resultOf(session->identity());
    QVERIFY(!identity);
    QCOMPARE(identity.error().kind, ErrorKind::Unauthorized);
}

QTEST_GUILESS_MAIN(OpenStackSessionTest)
#include "openstacksessiontest.moc"
