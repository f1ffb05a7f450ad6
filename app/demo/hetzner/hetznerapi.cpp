// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/hetznerapi.h"

#include "demo/hetzner/actionroutes.h"
#include "demo/hetzner/catalogueroutes.h"
#include "demo/hetzner/faults.h"
#include "demo/hetzner/imageroutes.h"
#include "demo/hetzner/refusals.h"
#include "demo/hetzner/serverroutes.h"
#include "demo/hetzner/sshkeyroutes.h"
#include "demo/hetzner/volumeroutes.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

bool isToken(const Request &request, const QString &token)
{
    return !token.isEmpty() && request.header("Authorization") == "Bearer " + token.toUtf8();
}

} // namespace

HetznerApi::HetznerApi(const CloudOptions &options, const SimulatedClock &clock)
    : m_clock(clock)
    , m_options(options)
    , m_project(options, clock.start())
    , m_bucket(options.requestsPerHour, clock.start())
    , m_faults(options.faultRate, options.seed, faultWords())
{
    addImageRoutes(m_router, m_project);
    addServerRoutes(m_router, m_project);
    addVolumeRoutes(m_router, m_project);
    addSshKeyRoutes(m_router, m_project);
    addActionRoutes(m_router, m_project);
    addCatalogueRoutes(m_router);
}

QString HetznerApi::basePath() const
{
    return u"/v1"_s;
}

QStringList HetznerApi::routes() const
{
    return m_router.routes();
}

Answer HetznerApi::answer(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    m_project.advance(m_clock.now());
    Answer answer = m_bucket.take(m_project.now()) ? admit(request) : refuseTooMany();
    addHeaders(answer);
    return answer;
}

Answer HetznerApi::admit(const Request &request)
{
    const bool mayOnlyRead = isToken(request, m_options.readOnlyToken);
    if (!mayOnlyRead && !isToken(request, m_options.token)) {
        return refuseAtWill(u"unauthorized"_s);
    }
    if (mayOnlyRead && request.isWrite()) {
        return refuseAtWill(u"token_readonly"_s);
    }
    return answerOrFail(request);
}

Answer HetznerApi::answerOrFail(const Request &request)
{
    const std::optional<Refusal> fault = m_faults.next(request);
    if (!fault) {
        return route(request);
    }
    if (fault->carried == Refusal::Carried::Out) {
        static_cast<void>(route(request));
    }
    return fault->code == "rate_limit_exceeded"_L1 ? refuseTooMany() : refuseAtWill(fault->code);
}

Answer HetznerApi::route(const Request &request)
{
    const QString base = basePath();
    if (!request.path.startsWith(base + u'/')) {
        return notFound(u"page"_s);
    }
    const Router::Match match =
        m_router.find(request.method, QStringView(request.path).mid(base.size()));
    switch (match.outcome) {
    case Router::Outcome::Found:
        return (*match.handler)(request, match.captured);
    case Router::Outcome::NoSuchPath:
        return notFound(u"page"_s);
    case Router::Outcome::NoSuchMethod:
        return refuseAtWill(u"method_not_allowed"_s);
    }
    Q_UNREACHABLE_RETURN({});
}

Answer HetznerApi::refuseTooMany() const
{
    Answer answer = refuseAtWill(u"rate_limit_exceeded"_s);
    if (m_options.retryAfter == CloudOptions::RetryAfter::Sent) {
        const auto wait = std::max(std::chrono::seconds(1), m_bucket.untilNextToken());
        answer.headers.append({"Retry-After"_ba, QByteArray::number(qint64(wait.count()))});
    }
    return answer;
}

void HetznerApi::addHeaders(Answer &answer)
{
    const auto full = std::chrono::ceil<std::chrono::seconds>(m_bucket.fullAgainAt());
    const int remaining = answer.status == 429 ? 0 : m_bucket.remaining();
    answer.headers += {
        {"RateLimit-Limit"_ba, QByteArray::number(m_bucket.limit())},
        {"RateLimit-Remaining"_ba, QByteArray::number(remaining)},
        {"RateLimit-Reset"_ba, QByteArray::number(qint64(full.time_since_epoch().count()))},
        {"X-Correlation-Id"_ba, m_project.randomHex(16).toLatin1()},
    };
}

void HetznerApi::refuseNext(const Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    m_faults.refuseNext(refusal);
}

void HetznerApi::replaceToken(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    m_options.token = token;
}

} // namespace Demo::Hetzner
