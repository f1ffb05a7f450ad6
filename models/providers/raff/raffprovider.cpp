// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffprovider.h"

#include "net/parsing.h"
#include "providers/raff/rafferrors.h"
#include "providers/raff/raffparser.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Deferred;
using Domain::Identity;
using Domain::PowerRule;
using Domain::Resource;
using Domain::Result;
using Domain::Snapshot;

namespace {

// Thirty requests a second is what a key may send; more at once would only run into refusals.
constexpr int raffConnections = 6;

/// Whether an image of a snapshot is what its number says, and when it is ready, the API's
/// documents leave open. A password could serve instead of a key, but must not be written down.
Domain::CreateServerRules raffCreateServer()
{
    Domain::CreateServerRules rules;
    rules.isPossible = true;
    rules.needsImage = true;
    rules.isExperimental = true;
    rules.needsSshKey = true;
    rules.onlyAtSnapshotsLocation = true;
    rules.name.isRequired = true;
    rules.name.maxLength = 64;
    return rules;
}

Domain::Capabilities raffCapabilities()
{
    Domain::Capabilities capabilities;
    capabilities.canPower = true;
    capabilities.sizeUnit = Domain::SizeUnit::Gigabyte;
    for (Domain::KindCapabilities *kind : {&capabilities.server, &capabilities.volume}) {
        kind->canTake = true;
        kind->rollback = Domain::RollbackStyle::InPlace;
        // For volumes no rule is told; under a running system a disk must not change.
        kind->rollbackNeeds = PowerRule::Stopped;
        kind->canRemove = true;
        kind->canRename = true;
        kind->keepsAddressesOnRollback = true;
        kind->name.maxLength = 128;
    }
    capabilities.server.name.usual = u"vm-{resource}-{mm-dd-yy}"_s;
    capabilities.volume.name.usual = u"volume-{resource}-{mm-dd-yy}"_s;
    capabilities.server.takeNeeds = PowerRule::Running;
    capabilities.server.excludesAttachedVolumes = true;
    capabilities.server.snapshotsDieWithSource = true;
    capabilities.createServer = raffCreateServer();
    return capabilities;
}

Net::HttpClientOptions raffOptions(const ProviderContext &context)
{
    Net::HttpClientOptions options;
    options.baseUrl = context.account.baseUrl;
    options.readError = RaffErrors::read;
    options.connections = raffConnections;
    return options;
}

std::unique_ptr<Net::HttpClient> raffClient(const ProviderContext &context)
{
    Net::HttpClientOptions options = raffOptions(context);
    options.auth = std::make_shared<Net::HeaderAuth>("X-API-Key"_ba, context.secret);
    return std::make_unique<Net::HttpClient>(options, context.network, context.clock);
}

std::unique_ptr<Net::HttpClient> raffCatalogue(const ProviderContext &context)
{
    return std::make_unique<Net::HttpClient>(raffOptions(context), context.network, context.clock);
}

} // namespace

RaffProvider::RaffProvider(const ProviderContext &context, QObject *parent)
    : CloudProvider(parent)
    , m_capabilities(raffCapabilities())
    , m_client(raffClient(context))
    , m_catalogue(raffCatalogue(context))
    , m_book(context.account.id)
    , m_lists(*m_client, m_book, context.account.id, this)
    , m_objects(*m_client, m_book, m_lists, this)
    , m_prices(*m_catalogue, this)
    , m_cloner(*m_client, m_book, m_lists, m_objects, m_prices, this)
    , m_sender(*m_client, m_book, m_lists, m_objects, m_cloner, this)
    , m_follower(m_objects, m_lists, m_book, context.clock, this)
{
}

RaffProvider::~RaffProvider()
{
    m_lists.close();
    m_client.reset();
    m_catalogue.reset();
}

ProviderDescription RaffProvider::description()
{
    ProviderDescription description;
    description.id = u"raff"_s;
    description.name = u"Raff"_s;
    description.icon = u"cloud"_s;
    description.baseUrl = QUrl(u"https://api.rafftechnologies.com/api/v1"_s);
    description.credential = {
        tr("API key"), tr("the whole key, beginning with raff_"),
        tr("Made in the dashboard under API keys. Give the key a role in each project it shall "
           "reach: a role in the account alone shows no servers."),
        QUrl(
            u"https://docs.rafftechnologies.com/products/manage/team-projects/concepts/api-keys"_s)};
    description.projectHint = tr("One key reaches every project in which it has a role.");
    // "Typically" in the guide to snapshots, growing with the disk; no figure for a restore.
    description.publishedTimes = {{Domain::OperationKind::Take, Domain::ResourceKind::Server,
                                   std::chrono::minutes(1), std::chrono::minutes(2)}};
    return description;
}

std::unique_ptr<Domain::CloudProvider> RaffProvider::make(const ProviderContext &context)
{
    return std::make_unique<RaffProvider>(context);
}

const Domain::Capabilities &RaffProvider::capabilities() const
{
    return m_capabilities;
}

QFuture<Result<Identity>> RaffProvider::identify()
{
    using Page = Net::Page<Domain::Project>;
    const Deferred<Identity> deferred;
    const QFuture<Result<Page>> page =
        Net::sendAndParse<Page>(*m_client, RaffRequests::projects({1, 0}), RaffParser::projects);
    Net::passOnCancel(deferred.future(), page, this);
    onValue(page, this, deferred, [deferred](const Page &) { deferred.settle(Identity()); });
    return deferred.future();
}

QFuture<Result<QList<Domain::Location>>> RaffProvider::listLocations()
{
    return m_prices.locations();
}

QFuture<Result<QList<Domain::Project>>> RaffProvider::listProjects()
{
    return m_lists.projects();
}

QFuture<Result<QList<Resource>>> RaffProvider::listResources(Domain::ListProgress progress)
{
    return m_lists.resources(progress);
}

QFuture<Result<QList<Snapshot>>> RaffProvider::listSnapshots(Domain::ListProgress progress)
{
    return m_lists.snapshots(progress);
}

QFuture<Result<Domain::PriceList>> RaffProvider::listPrices()
{
    return m_prices.list();
}

QFuture<Result<QList<Domain::ServerType>>> RaffProvider::listServerTypes()
{
    return m_prices.serverTypes();
}

QFuture<Result<Resource>> RaffProvider::readResource(const Domain::ResourceKey &key)
{
    return m_objects.resource(key);
}

QFuture<Result<Snapshot>> RaffProvider::readSnapshot(const Domain::SnapshotKey &key)
{
    return m_objects.snapshot(key);
}

QFuture<Result<Accepted>> RaffProvider::request(const Domain::Request &request)
{
    return m_sender.send(request);
}

QFuture<Result<QList<Domain::TaskProgress>>> RaffProvider::follow(
    const QList<Domain::RemoteTask> &tasks)
{
    return m_follower.follow(tasks);
}

QFuture<Result<Domain::Finding>> RaffProvider::findEffect(const Domain::Request &request)
{
    return m_follower.findEffect(request);
}

} // namespace Providers
