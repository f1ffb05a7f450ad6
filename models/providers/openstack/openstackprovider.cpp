// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackprovider.h"

#include "domain/profile.h"
#include "providers/openstack/openstackforms.h"
#include "providers/openstack/openstackprobe.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Capabilities;
using Domain::KindCapabilities;
using Domain::Resource;
using Domain::Result;
using Domain::Snapshot;

namespace {

constexpr int longestName = 255;

KindCapabilities openStackServer()
{
    KindCapabilities server;
    server.canTake = true;
    server.rollback = Domain::RollbackStyle::Rebuild;
    server.canRemove = true;
    server.canRename = true;
    server.canProtect = true;
    server.isConsistentOnlyWhenStopped = true;
    server.keepsAddressesOnRollback = true;
    server.mayReturnPasswordOnRollback = true;
    server.excludesAttachedVolumes = true;
    server.name.isRequired = true;
    server.name.maxLength = longestName;
    return server;
}

KindCapabilities openStackVolume()
{
    KindCapabilities volume;
    volume.canTake = true;
    volume.rollback = Domain::RollbackStyle::InPlace;
    volume.canRollBackOnlyLatest = true;
    volume.rollbackNeedsDetached = true;
    volume.canRemove = true;
    volume.canRename = true;
    volume.hasLabels = true;
    volume.isConsistentOnlyWhenStopped = true;
    volume.keepsAddressesOnRollback = true;
    volume.name.maxLength = longestName;
    return volume;
}

Capabilities openStackCapabilities()
{
    Capabilities capabilities;
    capabilities.server = openStackServer();
    capabilities.volume = openStackVolume();
    capabilities.canPower = true;
    capabilities.sizeUnit = Domain::SizeUnit::Gibibyte;
    // The row is written before the answer; a gateway may give up while the request still waits
    // for its turn.
    capabilities.showsWithin = std::chrono::seconds(15);
    capabilities.createServer.isPossible = true;
    capabilities.createServer.onlyAtSnapshotsLocation = true;
    capabilities.createServer.name.isRequired = true;
    capabilities.createServer.name.maxLength = longestName;
    capabilities.createVolume.isPossible = true;
    capabilities.createVolume.canBeLarger = true;
    capabilities.createVolume.name.maxLength = longestName;
    return capabilities;
}

OpenStackAtlas::Source sitesOf(OpenStackSession &session)
{
    return {[&session] { return session.sites(); },
            [&session] {
                return session.freshSites();
            }};
}

} // namespace

OpenStackProvider::OpenStackProvider(const ProviderContext &context, QObject *parent)
    : CloudProvider(parent)
    , m_capabilities(openStackCapabilities())
    , m_currency(context.profile.currency)
    , m_session(std::make_unique<OpenStackSession>(context.account.baseUrl, context.secret,
                                                   context.network, context.clock))
    , m_atlas(sitesOf(*m_session))
    , m_objects(m_atlas, this)
    , m_regions(m_atlas, this)
    , m_lists(m_atlas, m_regions, context.account.id, this)
    , m_reader(m_atlas, m_regions, m_objects, context.account.id, this)
    , m_sender(m_atlas, m_objects, this)
    , m_follower(m_atlas, m_objects, context.clock, this)
    , m_tracer(m_atlas, m_objects, this)
{
}

OpenStackProvider::~OpenStackProvider()
{
    m_session.reset();
}

ProviderDescription OpenStackProvider::description()
{
    ProviderDescription description;
    description.id = u"openstack"_s;
    description.name = u"OpenStack"_s;
    description.icon = u"region-blocks"_s;
    description.confirmBaseUrl = OpenStackProbe::confirm;
    description.credential = {
        tr("Application credential"),
        {},
        tr("Made in the operator's dashboard under Identity, Application Credentials. It reaches "
           "one project and can be deleted there at any time."),
        {}};
    description.projectHint =
        tr("An application credential reaches one project, a password every project of its user.");
    OpenStackForms::describe(description);
    return description;
}

std::unique_ptr<Domain::CloudProvider> OpenStackProvider::make(const ProviderContext &context)
{
    return std::make_unique<OpenStackProvider>(context);
}

const Capabilities &OpenStackProvider::capabilities() const
{
    return m_capabilities;
}

QFuture<Result<Domain::Identity>> OpenStackProvider::identify()
{
    return m_session->identity();
}

QFuture<Result<QList<Domain::Location>>> OpenStackProvider::listLocations()
{
    return m_regions.locations();
}

QFuture<Result<QList<Domain::Project>>> OpenStackProvider::listProjects()
{
    return m_session->projects();
}

QFuture<Result<QList<Resource>>> OpenStackProvider::listResources(Domain::ListProgress progress)
{
    return m_lists.resources(progress);
}

QFuture<Result<QList<Snapshot>>> OpenStackProvider::listSnapshots(Domain::ListProgress progress)
{
    return m_lists.snapshots(progress);
}

QFuture<Result<Domain::PriceList>> OpenStackProvider::listPrices()
{
    return Domain::settled<Domain::PriceList>(Domain::PriceList{m_currency, {}, {}});
}

QFuture<Result<QList<Domain::ServerType>>> OpenStackProvider::listServerTypes()
{
    return m_lists.serverTypes();
}

QFuture<Result<QList<Domain::Limit>>> OpenStackProvider::listLimits()
{
    return m_lists.limits();
}

QFuture<Result<Resource>> OpenStackProvider::readResource(const Domain::ResourceKey &key)
{
    return m_reader.resource(key);
}

QFuture<Result<Snapshot>> OpenStackProvider::readSnapshot(const Domain::SnapshotKey &key)
{
    return m_reader.snapshot(key);
}

QFuture<Result<Accepted>> OpenStackProvider::request(const Domain::Request &request)
{
    m_follower.beginAnew(request);
    return m_sender.send(request);
}

QFuture<Result<QList<Domain::TaskProgress>>> OpenStackProvider::follow(
    const QList<Domain::RemoteTask> &tasks)
{
    return m_follower.follow(tasks);
}

QFuture<Result<Domain::Finding>> OpenStackProvider::findEffect(const Domain::Request &request)
{
    return m_tracer.findEffect(request);
}

} // namespace Providers
