// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/raffapi.h"

#include "demo/raff/catalogueroutes.h"
#include "demo/raff/faults.h"
#include "demo/raff/listing.h"
#include "demo/raff/refusals.h"
#include "demo/raff/snapshotroutes.h"
#include "demo/raff/vmroutes.h"
#include "demo/raff/volumeroutes.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

bool isKey(const Request &request, const QString &key)
{
    return !key.isEmpty() && request.header("X-API-Key") == key.toUtf8();
}

} // namespace

RaffApi::RaffApi(const CloudOptions &options, const SimulatedClock &clock)
    : m_clock(clock)
    , m_options(options)
    , m_account(options, clock.start())
    , m_rate(options.requestsPerHour, clock.start())
    , m_faults(options.faultRate, options.seed, faultWords())
{
    addCatalogueRoutes(m_router, m_account);
    addVmRoutes(m_router, m_account);
    addVolumeRoutes(m_router, m_account);
    addSnapshotRoutes(m_router, m_account);
}

QString RaffApi::basePath() const
{
    return u"/api/v1"_s;
}

QStringList RaffApi::routes() const
{
    return m_router.routes();
}

Answer RaffApi::answer(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    m_account.advance(m_clock.now());
    if (request.path == "/health"_L1 && !request.isWrite()) {
        return answerWith(200, {{u"status"_s, u"healthy"_s}});
    }
    if (!request.path.startsWith(basePath() + u'/')) {
        return refuseUnknown(u"Page"_s);
    }
    const Router::Match match =
        m_router.find(request.method, QStringView(request.path).mid(basePath().size()));
    switch (match.outcome) {
    case Router::Outcome::Found:
        return answerFound(request, match);
    case Router::Outcome::NoSuchPath:
        return refuseUnknown(u"Page"_s);
    case Router::Outcome::NoSuchMethod:
        return refuse(405, u"The path does not know this method"_s);
    }
    Q_UNREACHABLE_RETURN({});
}

Answer RaffApi::answerFound(const Request &request, const Router::Match &match)
{
    if (!request.path.startsWith(basePath() + u"/public/"_s)) {
        if (const auto refusal = refuseKey(request)) {
            return *refusal;
        }
    }
    const std::optional<Refusal> fault = m_faults.next(request);
    if (!fault) {
        return (*match.handler)(request, match.captured);
    }
    if (fault->carried == Refusal::Carried::Out) {
        static_cast<void>((*match.handler)(request, match.captured));
    }
    return faultAnswer(fault->code);
}

std::optional<Answer> RaffApi::refuseKey(const Request &request)
{
    const bool mayOnlyRead = isKey(request, m_options.readOnlyToken);
    if (!mayOnlyRead && !isKey(request, m_options.token)) {
        return unauthorized();
    }
    if (!m_rate.take(m_account.now())) {
        return refuseRate(m_rate.limit(), m_rate.secondsUntilRoom(m_account.now()));
    }
    return mayOnlyRead && request.isWrite() ? std::optional(refuseRole()) : std::nullopt;
}

void RaffApi::refuseNext(const Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    m_faults.refuseNext(refusal);
}

void RaffApi::replaceToken(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    m_options.token = token;
}

} // namespace Demo::Raff
