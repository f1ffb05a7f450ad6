// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/endpoint.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

QString pathOf(Service service)
{
    switch (service) {
    case Service::Identity:
        return u"/identity"_s;
    case Service::Volume:
        return u"/volume"_s;
    case Service::Compute:
        return u"/compute"_s;
    case Service::Image:
        return u"/image"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool isVersioned(Service service)
{
    return service == Service::Volume || service == Service::Compute;
}

// A gone application credential is told by the identity service alone; the others ask that one, and
// take it for any void token.
Answer refuseOrphan(const Token &token)
{
    return refuseIdentity(
        404, u"Could not find Application Credential: %1."_s.arg(token.applicationCredential));
}

} // namespace

Endpoint::Endpoint(Cloud &cloud, Service service)
    : m_cloud(cloud)
    , m_service(service)
{
}

void Endpoint::open(const QByteArray &method, const QString &pattern, const Act &act)
{
    route(method, pattern, {true, false, {}, act});
}

void Endpoint::add(const QByteArray &method, const QString &pattern, const Act &act)
{
    change(method, pattern, {}, act);
}

void Endpoint::change(const QByteArray &method, const QString &pattern, const QString &policy,
                      const Act &act)
{
    route(method, pattern, {false, false, policy, act});
    if (m_service == Service::Volume && pattern != "/v3"_L1) {
        const QString below = pattern.sliced(pattern.indexOf(u'/', 1));
        route(method, u"/v3/{project_id}"_s + below, {false, true, policy, act});
    }
}

void Endpoint::route(const QByteArray &method, const QString &pattern, const Route &route)
{
    m_router.add(method, pattern, [this, route](const Request &, const QStringList &captured) {
        return answerRoute(route, captured);
    });
}

Answer Endpoint::answer(const Visit &visit)
{
    const Router::Match match = m_router.find(visit.request.method, visit.path);
    m_visit = &visit;
    Answer answer = match.outcome == Router::Outcome::Found
        ? (*match.handler)(visit.request, match.captured)
        : answerUnrouted(visit, match.outcome);
    m_visit = nullptr;
    addHeaders(answer, visit);
    return answer;
}

Answer Endpoint::answerUnrouted(const Visit &visit, Router::Outcome outcome) const
{
    if (m_service != Service::Identity) {
        if (const auto token = readToken(visit); !token) {
            return token.error();
        }
    }
    return outcome == Router::Outcome::NoSuchMethod ? refuseMethod(m_service, visit.request.method)
                                                    : refusePath(m_service);
}

Answer Endpoint::answerRoute(const Route &route, const QStringList &captured)
{
    const Visit &visit = *m_visit;
    Call call{visit.request,
              captured,
              {},
              {{}, visit.region},
              0,
              visit.host,
              visit.host + visit.prefix + pathOf(m_service),
              visit.requestId};
    if (!route.isOpen) {
        const auto token = readToken(visit);
        if (!token) {
            return token.error();
        }
        call.token = *token;
        call.site.project = token->project;
    }
    return isVersioned(m_service) && !visit.path.isEmpty() ? answerVersioned(route, std::move(call))
                                                           : answerKnown(route, std::move(call));
}

Answer Endpoint::answerVersioned(const Route &route, Call call)
{
    const VersionRange range = versionRange(m_service, m_cloud.traits);
    const std::expected<int, Answer> minor = askedMinor(call.request, m_service, range);
    if (!minor) {
        return minor.error();
    }
    call.minor = *minor;
    Answer answer = answerKnown(route, std::move(call));
    addVersion(answer, m_service, versionText(range, *minor));
    return answer;
}

Answer Endpoint::answerKnown(const Route &route, Call call)
{
    if (route.hasProject && call.captured.takeFirst() != call.site.project) {
        return refuse(400, u"Malformed request url"_s);
    }
    const bool needsProject = !route.isOpen && m_service != Service::Identity;
    const bool mayChange = route.policy.isEmpty() || call.token.role == Role::Member;
    if (!mayChange || (needsProject && call.site.project.isEmpty())) {
        return refusePolicy(m_service, route.policy);
    }
    return route.act(call);
}

std::expected<Token, Answer> Endpoint::readToken(const Visit &visit) const
{
    const QString id = QString::fromLatin1(visit.request.header("X-Auth-Token"));
    switch (m_cloud.directory.standing(id, m_cloud.now())) {
    case Directory::Standing::Good:
        return *m_cloud.directory.findToken(id);
    case Directory::Standing::Void:
        break;
    case Directory::Standing::WithoutCredential:
        if (m_service == Service::Identity) {
            return std::unexpected(refuseOrphan(*m_cloud.directory.findToken(id)));
        }
        break;
    }
    return std::unexpected(unauthorized(m_service, visit.host));
}

void Endpoint::addHeaders(Answer &answer, const Visit &visit) const
{
    const bool isWithoutId =
        m_service == Service::Image && (answer.status == 401 || visit.path.isEmpty());
    if (isWithoutId || (m_service == Service::Compute && visit.path.isEmpty())) {
        return;
    }
    const QByteArray id = visit.requestId.toLatin1();
    answer.headers.append({"x-openstack-request-id"_ba, id});
    if (isVersioned(m_service)) {
        answer.headers.append({"x-compute-request-id"_ba, id});
    }
    if (m_service == Service::Identity) {
        answer.headers.append({"Vary"_ba, "X-Auth-Token"_ba});
    }
}

QStringList Endpoint::routes() const
{
    QStringList lines = m_router.routes();
    for (QString &line : lines) {
        line.insert(line.indexOf(u'/') < 0 ? line.size() : line.indexOf(u' ') + 1,
                    pathOf(m_service));
    }
    return lines;
}

} // namespace Demo::OpenStack
