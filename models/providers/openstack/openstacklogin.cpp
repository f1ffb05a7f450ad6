// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstacklogin.h"

#include "domain/clock.h"
#include "net/parsing.h"
#include "providers/openstack/openstackerrors.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Done;
using Domain::Error;
using Domain::ErrorKind;
using Domain::ProjectId;
using Domain::Result;

namespace {

constexpr std::chrono::minutes refusalHolds{5};
constexpr int firstClientError = 400;
constexpr int firstServerError = 500;

/// A web page, a proxy or another API answers a login too.
bool isOfAnother(const Error &error)
{
    const bool isRefusal =
        error.httpStatus >= firstClientError && error.httpStatus < firstServerError;
    const bool isPlain = error.kind == ErrorKind::Unauthorized
        || error.kind == ErrorKind::RateLimited || error.kind == ErrorKind::Protocol;
    return isRefusal && !isPlain
        && (error.code.isEmpty() || error.kind == ErrorKind::NotFound
            || error.kind == ErrorKind::Unsupported);
}

/// A login changes nothing that matters, so that it proves nothing about what it is for.
Error loginError(Error error)
{
    if (isOfAnother(error)) {
        error.kind = ErrorKind::Protocol;
        error.message = u"%1 answered with HTTP status %2, not as Keystone does"_s.arg(
            error.host, QString::number(error.httpStatus));
    }
    error.effect = Domain::Effect::None;
    return error;
}

Error lacking(const QString &what)
{
    Error error;
    error.kind = ErrorKind::Protocol;
    error.message = what;
    return error;
}

} // namespace

OpenStackLogin::OpenStackLogin(OpenStackCredential credential, const Access &access,
                               QNetworkAccessManager &network, Domain::Clock &clock,
                               QObject *context)
    : m_credential(std::move(credential))
    , m_clock(clock)
    , m_context(context)
    , m_bodyAuth(std::make_shared<Net::BodyAuth>(m_credential.secret))
    , m_loginAuth(std::make_shared<Net::TokenAuth>("X-Auth-Token"_ba))
{
    Net::HttpClientOptions byBody = options(access);
    byBody.auth = m_bodyAuth;
    m_tokens = std::make_unique<Net::HttpClient>(byBody, network, clock);
    Net::HttpClientOptions byToken = options(access);
    byToken.auth = m_loginAuth;
    byToken.renew = [this] {
        const Domain::Deferred<Done> end;
        onValue(login(), m_context, end, [end](const OpenStackToken &) { end.settle(Done()); });
        return end.future();
    };
    m_projects = std::make_unique<Net::HttpClient>(byToken, network, clock);
}

void OpenStackLogin::close()
{
    m_tokens.reset();
    m_projects.reset();
    m_loginAnswer.settle(Domain::failure(ErrorKind::Cancelled));
}

bool OpenStackLogin::reachesMany() const
{
    return m_credential.method == OpenStackCredential::Method::Password
        && m_credential.project.isEmpty();
}

Net::HttpClientOptions OpenStackLogin::options(const Access &access) const
{
    Net::HttpClientOptions options;
    options.baseUrl = OpenStackKeystone::address(access.authUrl);
    options.authorities = access.authorities;
    options.readError = OpenStackErrors::read;
    options.requestIdHeader = "x-openstack-request-id"_ba;
    return options;
}

QFuture<OpenStackLogin::Token> OpenStackLogin::prove()
{
    forgetRefusal();
    return login();
}

QFuture<Result<QList<OpenStackToken>>> OpenStackLogin::tokens()
{
    if (reachesMany()) {
        return tokensOfAll();
    }
    const Domain::Deferred<QList<OpenStackToken>> end;
    onValue(login(), m_context, end, [end](const OpenStackToken &token) {
        if (token.project) {
            end.settle(QList{token});
        } else {
            end.settle(std::unexpected(lacking(u"the token is for no project"_s)));
        }
    });
    return end.future();
}

QFuture<OpenStackLogin::Token> OpenStackLogin::token(const ProjectId &project)
{
    if (!reachesMany()) {
        return login();
    }
    const TokenEnd end;
    scope(project, Login::Kept, end);
    return end.future();
}

QFuture<OpenStackLogin::Token> OpenStackLogin::ask(const Net::HttpRequest &request)
{
    const TokenEnd end;
    ask(request, Try::First, end);
    return end.future();
}

void OpenStackLogin::ask(const Net::HttpRequest &request, Try time, const TokenEnd &end)
{
    onEnd(m_tokens->send(request), m_context, [=, this](const Result<Net::HttpAnswer> &answer) {
        if (!answer && answer.error().kind == ErrorKind::Interrupted && time == Try::First) {
            ask(request, Try::Second, end);
            return;
        }
        if (!answer) {
            end.settle(std::unexpected(loginError(answer.error())));
            return;
        }
        const Domain::Secret id(answer->headers.value(OpenStackKeystone::tokenHeader()));
        Net::onWorker<OpenStackToken>([body = answer->body] {
            return OpenStackKeystone::readToken(body);
        }).then(m_context, [end, id](Token token) {
            if (token && id.isEmpty()) {
                token = std::unexpected(lacking(u"X-Subject-Token is missing"_s));
            }
            if (token) {
                token->id = id;
            }
            end.settle(std::move(token));
        });
    });
}

QFuture<OpenStackLogin::Token> OpenStackLogin::login()
{
    if (m_refusal && m_clock.elapsed() - m_refusedAt < refusalHolds) {
        return Domain::settled<OpenStackToken>(std::unexpected(*m_refusal));
    }
    const bool isUnderWay = m_loginAnswer.isUnderWay();
    QFuture<Token> answer = m_loginAnswer.join();
    if (!isUnderWay) {
        onEnd(ask(OpenStackKeystone::login(m_credential)), m_context,
              [this](const Token &token) { noteLogin(token); });
    }
    return answer;
}

void OpenStackLogin::noteLogin(const Token &token)
{
    m_refusal.reset();
    if (!token && token.error().kind == ErrorKind::Unauthorized) {
        m_refusal = token.error();
        m_refusedAt = m_clock.elapsed();
    }
    Token told = token;
    if (token && !m_loginAuth->replace(token->id, token->due(m_clock.now()))) {
        told = std::unexpected(lacking(u"X-Subject-Token can't be sent back"_s));
    }
    if (told) {
        m_loginToken = told->id;
        m_bodyAuth->hideToken(told->id);
    }
    m_loginAnswer.settle(told);
}

/// The kept login may have ended before its time: then there is one more try, with a new one.
void OpenStackLogin::scope(const ProjectId &project, Login kind, const TokenEnd &end)
{
    const bool isUsable = m_loginAuth->canBeSent() && !m_loginAuth->isDue(m_clock.now());
    if (kind == Login::New || !isUsable) {
        onValue(login(), m_context, end, [this, project, end](const OpenStackToken &token) {
            onEnd(ask(OpenStackKeystone::scoped(token.id, project)), m_context,
                  [end](const Token &scoped) { end.settle(scoped); });
        });
        return;
    }
    onEnd(ask(OpenStackKeystone::scoped(m_loginToken, project)), m_context,
          [this, project, end](const Token &scoped) {
              const bool hasEnded = !scoped && scoped.error().kind == ErrorKind::Unauthorized;
              if (hasEnded) {
                  scope(project, Login::New, end);
              } else {
                  end.settle(scoped);
              }
          });
}

QFuture<Result<QList<OpenStackToken>>> OpenStackLogin::tokensOfAll()
{
    const Domain::Deferred<QList<OpenStackToken>> end;
    // A new login first: it proves the credential, and no project's token ends before its time.
    onValue(login(), m_context, end, [this, end](const OpenStackToken &) {
        auto projects = Net::sendAndParse<QList<Domain::Project>>(
            *m_projects, OpenStackKeystone::projects(), OpenStackKeystone::readProjects);
        onValue(projects, m_context, end, [this, end](const QList<Domain::Project> &rows) {
            QList<QFuture<Token>> answers;
            for (const Domain::Project &project : rows) {
                answers.append(token(project.id));
            }
            onEnd(gather(answers, m_context), m_context,
                  [end](const Result<QList<OpenStackToken>> &tokens) { end.settle(tokens); });
        });
    });
    return end.future();
}

} // namespace Providers
