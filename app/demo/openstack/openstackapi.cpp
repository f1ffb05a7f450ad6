// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/openstackapi.h"

#include "demo/openstack/attachmentroutes.h"
#include "demo/openstack/computecatalogue.h"
#include "demo/openstack/faults.h"
#include "demo/openstack/identityroutes.h"
#include "demo/openstack/imageroutes.h"
#include "demo/openstack/serverroutes.h"
#include "demo/openstack/snapshotroutes.h"
#include "demo/openstack/tokenroutes.h"
#include "demo/openstack/volumecatalogue.h"
#include "demo/openstack/volumeroutes.h"
#include "demo/openstack/words.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

// "/v3/volumes" of "/volume/v3/volumes/".
QString below(const QString &path)
{
    QString rest = path.sliced(std::max<qsizetype>(path.indexOf(u'/', 1), 0));
    if (path.indexOf(u'/', 1) < 0) {
        return {};
    }
    while (rest.endsWith(u'/')) {
        rest.chop(1);
    }
    return rest;
}

} // namespace

OpenStackApi::OpenStackApi(const CloudOptions &options, const SimulatedClock &clock)
    : m_clock(clock)
    , m_cloud(options, clock.start())
    , m_rate(options.requestsPerHour, clock.start())
    , m_faults(options.faultRate, options.seed, faultWords())
    , m_identity(m_cloud, Service::Identity)
    , m_volume(m_cloud, Service::Volume)
    , m_compute(m_cloud, Service::Compute)
    , m_image(m_cloud, Service::Image)
{
    addIdentityRoutes(m_identity, m_cloud);
    addTokenRoutes(m_identity, m_cloud);
    addVolumeRoutes(m_volume, m_cloud);
    addSnapshotRoutes(m_volume, m_cloud);
    addVolumeCatalogueRoutes(m_volume, m_cloud);
    addServerRoutes(m_compute, m_cloud);
    addAttachmentRoutes(m_compute, m_cloud);
    addComputeCatalogueRoutes(m_compute, m_cloud);
    addImageRoutes(m_image, m_cloud);
}

QString OpenStackApi::basePath() const
{
    return u"/identity/v3"_s;
}

QStringList OpenStackApi::routes() const
{
    return m_identity.routes() + m_volume.routes() + m_compute.routes() + m_image.routes();
}

Answer OpenStackApi::answer(const Request &request)
{
    const std::lock_guard lock(m_mutex);
    m_cloud.advance(m_clock.now());
    const QStringList regions = m_cloud.regions();
    for (qsizetype i = 1; i < regions.size(); ++i) {
        const QString prefix = u'/' + regions.at(i);
        if (request.path.startsWith(prefix + u'/')) {
            return answerIn(regions.at(i), prefix, request);
        }
    }
    return answerIn(regions.constFirst(), {}, request);
}

Answer OpenStackApi::answerIn(const QString &region, const QString &prefix, const Request &request)
{
    const QString path = request.path.sliced(prefix.size());
    const QString service = path.section(u'/', 1, 1);
    const QString number = QString::number(++m_lastRequest);
    const Visit visit{request,
                      below(path),
                      region,
                      prefix,
                      u"http://"_s + QString::fromLatin1(request.header("Host")),
                      u"req-"_s + uuidOf(u"exchange"_s, number)};
    if (service == "identity"_L1) {
        return answerBy(m_identity, visit);
    }
    if (service == "volume"_L1) {
        return answerBy(m_volume, visit);
    }
    if (service == "compute"_L1) {
        return answerBy(m_compute, visit);
    }
    return service == "image"_L1 ? answerBy(m_image, visit) : gatewayPage(404, "Not Found");
}

Answer OpenStackApi::answerBy(Endpoint &endpoint, const Visit &visit)
{
    if (!m_rate.take(m_cloud.now())) {
        return refuseRate(static_cast<int>(m_rate.untilNextToken().count()));
    }
    const std::optional<Refusal> fault = m_faults.next(visit.request);
    if (!fault) {
        return endpoint.answer(visit);
    }
    if (fault->carried == Refusal::Carried::Out) {
        static_cast<void>(endpoint.answer(visit));
    }
    Answer answer = faultAnswer(fault->code, serviceOf(visit.request.path), visit.host);
    answer.headers.append({"x-openstack-request-id"_ba, visit.requestId.toLatin1()});
    return answer;
}

void OpenStackApi::refuseNext(const Refusal &refusal)
{
    const std::lock_guard lock(m_mutex);
    m_faults.refuseNext(refusal);
}

void OpenStackApi::replaceToken(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    m_cloud.directory.replace(token);
}

} // namespace Demo::OpenStack
