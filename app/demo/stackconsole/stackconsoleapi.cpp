// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/stackconsoleapi.h"

#include "demo/stackconsole/catalogueroutes.h"
#include "demo/stackconsole/faults.h"
#include "demo/stackconsole/machineroutes.h"
#include "demo/stackconsole/refusals.h"
#include "demo/stackconsole/snapshotroutes.h"

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

bool isBearer(const Request &request, const QString &token)
{
    return !token.isEmpty() && request.header("Authorization") == "Bearer " + token.toUtf8();
}

bool wantsJson(const Request &request)
{
    return request.header("Accept").contains("json");
}

Answer refuseMethod(const QByteArray &method, const QString &route)
{
    return refuse(
        405,
        u"The %1 method is not supported for route %2."_s.arg(QString::fromLatin1(method), route));
}

} // namespace

StackConsoleApi::StackConsoleApi(const CloudOptions &options, const SimulatedClock &clock)
    : m_clock(clock)
    , m_options(options)
    , m_tenant(options, clock.start())
    , m_bucket(options.requestsPerHour, clock.start())
    , m_faults(options.faultRate, options.seed, faultWords())
{
    addCatalogueRoutes(m_router, m_tenant);
    addMachineRoutes(m_router, m_tenant);
    addSnapshotRoutes(m_router, m_tenant);
}

QString StackConsoleApi::basePath() const
{
    return u"/backend/api"_s;
}

QStringList StackConsoleApi::routes() const
{
    return m_router.routes();
}

Answer StackConsoleApi::answer(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    m_tenant.advance(m_clock.now());
    const QString base = basePath();
    if (request.path != base && !request.path.startsWith(base + u'/')) {
        return request.isWrite() ? frontPage(405, "Not Allowed") : portalPage();
    }
    const Answer answer = answerApi(request);
    const bool isJson = answer.contentType == "application/json";
    return answer.status >= 400 && isJson && !wantsJson(request) ? asPage(answer) : answer;
}

// A path that leads nowhere is told before it is asked who wants to go there.
Answer StackConsoleApi::answerApi(const Request &request)
{
    const Router::Match match =
        m_router.find(request.method, QStringView(request.path).mid(basePath().size()));
    switch (match.outcome) {
    case Router::Outcome::Found:
        return m_bucket.take(m_tenant.now()) ? admit(request, match) : refuseForNow();
    case Router::Outcome::NoSuchPath:
        return refuseRoute(404, below(request.path));
    case Router::Outcome::NoSuchMethod:
        return refuseMethod(request.method, below(request.path));
    }
    Q_UNREACHABLE_RETURN({});
}

Answer StackConsoleApi::admit(const Request &request, const Router::Match &match)
{
    const bool mayOnlyRead = isBearer(request, m_options.readOnlyToken);
    if (!mayOnlyRead && !isBearer(request, m_options.token)) {
        return unauthenticated();
    }
    if (mayOnlyRead && request.isWrite()) {
        return refusePermission();
    }
    const auto carryOut = [&] {
        return (*match.handler)(request, match.captured);
    };
    const std::optional<Refusal> fault = m_faults.next(request);
    return fault ? faultAnswer(*fault, below(request.path), carryOut) : carryOut();
}

Answer StackConsoleApi::refuseForNow()
{
    Answer answer = refuseTooMany();
    if (m_options.retryAfter == CloudOptions::RetryAfter::Sent) {
        const auto wait = std::max(std::chrono::seconds(1), m_bucket.untilNextToken());
        answer.headers.append({"Retry-After"_ba, QByteArray::number(qint64(wait.count()))});
    }
    return answer;
}

QString StackConsoleApi::below(const QString &path) const
{
    return path.mid(basePath().size() + 1);
}

void StackConsoleApi::refuseNext(const Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    m_faults.refuseNext(refusal);
}

void StackConsoleApi::replaceToken(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    m_options.token = token;
}

} // namespace Demo::StackConsole
