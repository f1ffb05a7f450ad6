// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/openstack/openstacksession.h"
#include "providers/openstackexchanges.h"
#include "support/loopbackserver.h"
#include "support/manualclock.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>

#include <memory>

/// A cloud on this machine whose Keystone knows one user with two projects and one application
/// credential. Services answer whoever has a token of the project in question.
class KeystoneStub
{
public:
    using Identity = Support::LoopbackServer::Identity;

    explicit KeystoneStub(Identity identity = Identity::Plain)
        : m_server([this](const Support::ServedRequest &request) { return serve(request); },
                   identity)
    {
    }

    static QByteArray login() { return QByteArrayLiteral("POST /identity/v3/auth/tokens"); }
    static QString demoProject() { return QStringLiteral("8e65ec1b8c074bcab2a5111ed3cfcdad"); }
    static QString secondProject() { return QStringLiteral("1b9bd6be5fd444f3acf825275b411fe2"); }
    static QByteArray password() { return QByteArrayLiteral("demo-secret-password"); }
    static QByteArray appSecret() { return QByteArrayLiteral("demo-secret-app"); }
    /// A credential's text with these members in place of, or beside, the usual ones.
    static Domain::Secret byPassword(const QJsonObject &members = {})
    {
        return text({{QStringLiteral("method"), QStringLiteral("password")},
                     {QStringLiteral("user"), QStringLiteral("demo")},
                     {QStringLiteral("password"), QString::fromLatin1(password())}},
                    members);
    }
    static Domain::Secret byAppCredential(const QJsonObject &members = {})
    {
        return text({{QStringLiteral("method"), QStringLiteral("application_credential")},
                     {QStringLiteral("id"), QStringLiteral("227d")},
                     {QStringLiteral("secret"), QString::fromLatin1(appSecret())}},
                    members);
    }

    [[nodiscard]] Support::LoopbackServer &server() { return m_server; }
    [[nodiscard]] Support::ManualClock &clock() { return m_clock; }
    [[nodiscard]] QNetworkAccessManager &network() { return m_network; }
    [[nodiscard]] QUrl authUrl() const { return m_server.url(QStringLiteral("/identity")); }

    /// "GET /volume/v3/": answered so in place of what the stub would say.
    void answer(const QByteArray &call, const Support::ServedAnswer &told) { m_told[call] = told; }
    /// The next time alone.
    void answerOnce(const QByteArray &call, const Support::ServedAnswer &told)
    {
        m_toldOnce[call].append(told);
    }
    void answerNoMore(const QByteArray &call) { m_told.remove(call); }

    [[nodiscard]] int count(const QByteArray &call) const { return int(m_calls.count(call)); }
    [[nodiscard]] const QList<QByteArray> &calls() const { return m_calls; }
    void forgetCalls() { m_calls.clear(); }
    /// No token made so far is worth anything from now on.
    void revokeTokens() { m_tokens.clear(); }
    [[nodiscard]] int tokensMade() const { return m_made; }

    bool knowsThePassword = true;
    QString region = QStringLiteral("RegionOne");
    QString volumeUrl; ///< empty: here

    template <class T>
    [[nodiscard]] static Domain::Result<T> result(const QFuture<Domain::Result<T>> &future)
    {
        const bool isOver = QTest::qWaitFor([&] { return future.isFinished(); }, 20'000);
        return isOver && future.resultCount() == 1
            ? future.result()
            : Domain::failure(Domain::ErrorKind::Unknown,
                              QStringLiteral("the future never settled"));
    }

private:
    static Domain::Secret text(QJsonObject json, const QJsonObject &members)
    {
        json.insert(QStringLiteral("v"), 1);
        for (auto it = members.begin(); it != members.end(); ++it) {
            json.insert(it.key(), it.value());
        }
        return Domain::Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
    }

    Support::ServedAnswer serve(const Support::ServedRequest &request)
    {
        const QByteArray call = request.method + ' ' + request.path();
        m_calls.append(call);
        if (!m_toldOnce.value(call).isEmpty()) {
            return m_toldOnce[call].takeFirst();
        }
        if (m_told.contains(call)) {
            return m_told.value(call);
        }
        if (call == login()) {
            return logIn(QJsonDocument::fromJson(request.body)[QLatin1String("auth")]);
        }
        if (!isKnown(request)) {
            return refusal(QStringLiteral("ci_bad_token_401"));
        }
        if (call == "GET /identity/v3/auth/projects") {
            return {.body = OpenStackExchanges::body(QStringLiteral("ks_auth_projects"))};
        }
        if (call == "GET /volume/v3/") {
            return {.body = OpenStackExchanges::body(QStringLiteral("ci_v3_root"))};
        }
        if (call == "GET /compute/v2.1/") {
            return {.body = OpenStackExchanges::body(QStringLiteral("no_v21_root"))};
        }
        return {};
    }

    static Support::ServedAnswer refusal(const QString &fixture)
    {
        return {.status = OpenStackExchanges::status(fixture),
                .body = OpenStackExchanges::body(fixture)};
    }

    /// The block storage's addresses name a project, and its tokens are for that alone.
    [[nodiscard]] bool isKnown(const Support::ServedRequest &request) const
    {
        static const QRegularExpression named(QStringLiteral("^/volume/v3/([0-9a-f]{32})"));
        const QByteArray token = request.headers.value("X-Auth-Token").toByteArray();
        const QString project = named.match(QString::fromLatin1(request.path())).captured(1);
        return m_tokens.contains(token) && (project.isEmpty() || m_tokens.value(token) == project);
    }

    Support::ServedAnswer logIn(const QJsonValue &auth)
    {
        const QJsonValue identity = auth[QLatin1String("identity")];
        const QJsonValue user = identity[QLatin1String("password")][QLatin1String("user")];
        const QJsonValue app = identity[QLatin1String("application_credential")];
        const QByteArray token =
            identity[QLatin1String("token")][QLatin1String("id")].toString().toLatin1();
        const bool isKnownUser =
            knowsThePassword && user[QLatin1String("password")].toString().toLatin1() == password();
        const bool isKnownApp = app[QLatin1String("secret")].toString().toLatin1() == appSecret();
        if (!isKnownUser && !isKnownApp && !m_tokens.contains(token)) {
            return refusal(QStringLiteral("ks_token_bad_password_401"));
        }
        const QJsonValue scope = auth[QLatin1String("scope")];
        if (scope == QLatin1String("unscoped")) {
            return made(QStringLiteral("ks_token_unscoped_201"), QString());
        }
        if (scope[QLatin1String("project")][QLatin1String("id")] == secondProject()) {
            return made(QStringLiteral("ks_token_rescope_201"), secondProject());
        }
        return made(isKnownApp ? QStringLiteral("ks_token_appcred_201")
                               : QStringLiteral("ks_token_password_201"),
                    demoProject());
    }

    Support::ServedAnswer made(const QString &fixture, const QString &project)
    {
        const QByteArray token = "demo-secret-token-" + QByteArray::number(++m_made);
        m_tokens.insert(token, project);
        const QByteArray here = m_server.url(QString()).toEncoded();
        QByteArray body = OpenStackExchanges::body(fixture);
        const QByteArray volume =
            volumeUrl.isEmpty() ? QByteArray(here + "/volume") : volumeUrl.toLatin1();
        body.replace("http://127.0.0.1:18776", volume);
        body.replace("http://127.0.0.1:18774", QByteArray(here + "/compute"));
        body.replace("http://127.0.0.1:19292", QByteArray(here + "/image"));
        body.replace("RegionOne", region.toLatin1());
        Support::ServedAnswer answer{.status = 201, .body = body};
        answer.headers.append("X-Subject-Token", token);
        return answer;
    }

    QHash<QByteArray, Support::ServedAnswer> m_told;
    QHash<QByteArray, QList<Support::ServedAnswer>> m_toldOnce;
    QHash<QByteArray, QString> m_tokens; ///< with their project
    QList<QByteArray> m_calls;
    int m_made = 0;
    Support::LoopbackServer m_server;
    QNetworkAccessManager m_network;
    Support::ManualClock m_clock;
};

/// A session in front of it.
struct SessionFixture
{
    explicit SessionFixture(const Domain::Secret &credential = KeystoneStub::byAppCredential())
        : session(std::make_unique<Providers::OpenStackSession>(stub.authUrl(), credential,
                                                                stub.network(), stub.clock()))
    {
    }

    [[nodiscard]] Domain::Result<Providers::OpenStackSession::Sites> sites()
    {
        return KeystoneStub::result(session->sites());
    }
    [[nodiscard]] Domain::Error sitesError()
    {
        const Domain::Result<Providers::OpenStackSession::Sites> answer = sites();
        return answer ? Domain::Error() : answer.error();
    }
    /// The first site's block storage, asked for its snapshots.
    [[nodiscard]] Domain::Result<Net::HttpAnswer> send(Net::Method method)
    {
        const Domain::Result<Providers::OpenStackSession::Sites> known = sites();
        if (!known || known->isEmpty()) {
            return Domain::failure(Domain::ErrorKind::Unknown, QStringLiteral("no site"));
        }
        Net::HttpRequest request;
        request.method = method;
        request.path = QStringLiteral("snapshots/detail");
        return KeystoneStub::result(known->first()->volume->send(request));
    }

    KeystoneStub stub;
    std::unique_ptr<Providers::OpenStackSession> session;
};
