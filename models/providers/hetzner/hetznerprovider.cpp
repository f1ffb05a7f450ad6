// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerprovider.h"

#include "domain/clock.h"
#include "domain/deferred.h"
#include "net/pager.h"
#include "providers/hetzner/hetznercreation.h"
#include "providers/hetzner/hetznererrors.h"
#include "providers/hetzner/hetznerparser.h"
#include "providers/hetzner/hetznerrequests.h"
#include "providers/hetzner/hetznerservertypes.h"
#include "providers/jointprogress.h"

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Deferred;
using Domain::ErrorKind;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;

namespace {

/// RFC 1123, as the API has it.
Domain::NameRule hostNameRule()
{
    const QString label = u"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"_s;
    Domain::NameRule rule;
    rule.isRequired = true;
    rule.isUnique = true;
    rule.maxLength = 253;
    rule.pattern = label + u"(\\."_s + label + u")*"_s;
    return rule;
}

Domain::Capabilities hetznerCapabilities()
{
    Domain::Capabilities capabilities;
    capabilities.canPower = true;
    capabilities.sizeUnit = Domain::SizeUnit::Gigabyte;
    capabilities.reportsProgress = true;
    Domain::KindCapabilities &server = capabilities.server;
    server.canTake = true;
    server.rollback = Domain::RollbackStyle::Rebuild;
    server.canRemove = true;
    server.canRename = true;
    server.canProtect = true;
    server.hasLabels = true;
    server.isConsistentOnlyWhenStopped = true;
    server.keepsAddressesOnRollback = true;
    server.mayReturnPasswordOnRollback = true;
    server.excludesAttachedVolumes = true;
    server.newerSnapshotsSurviveRollback = true;
    capabilities.createServer.isPossible = true;
    capabilities.createServer.name = hostNameRule();
    return capabilities;
}

Net::HttpClientOptions clientOptions(const ProviderContext &context)
{
    Net::HttpClientOptions options;
    options.baseUrl = context.account.baseUrl.isEmpty() ? HetznerProvider::description().baseUrl
                                                        : context.account.baseUrl;
    options.auth = std::make_shared<Net::BearerAuth>(context.secret);
    options.readError = HetznerErrors::read;
    options.requestIdHeader = "X-Correlation-Id";
    options.rateHeaders = Net::RateHeaders::OfAnHour;
    return options;
}

Domain::Error notAnId()
{
    return Domain::failure(ErrorKind::InvalidInput, u"not an id of Hetzner's"_s).error();
}

/// What the body of an accepted change tells; which of the forms it has depends on the change.
struct AcceptanceReader
{
    const QByteArray &body;

    using Answer = Result<HetznerAcceptance>;
    Answer operator()(const Domain::TakeSnapshot &) const
    {
        return HetznerParser::imageAcceptance(body);
    }
    Answer operator()(const Domain::RollBack &) const { return HetznerParser::acceptance(body); }
    /// Answered without content: it is done already.
    Answer operator()(const Domain::RemoveSnapshot &) const { return HetznerAcceptance{}; }
    /// Answered with the image: it is done already.
    Answer operator()(const Domain::RenameSnapshot &) const
    {
        return HetznerParser::snapshot(body).transform(
            [](const Snapshot &) { return HetznerAcceptance{}; });
    }
    Answer operator()(const Domain::ProtectSnapshot &) const
    {
        return HetznerParser::acceptance(body);
    }
    Answer operator()(const Domain::SetPower &) const { return HetznerParser::acceptance(body); }
    /// Refused before.
    Answer operator()(const Domain::SaveImage &) const { return HetznerAcceptance{}; }
    Answer operator()(const Domain::CreateVolume &) const { return HetznerAcceptance{}; }
    Answer operator()(const Domain::CreateServer &) const
    {
        return HetznerParser::serverAcceptance(body);
    }
};

/// What an accepted change answered.
Result<Accepted> accepted(const Domain::Request &request, const Net::HttpAnswer &answer)
{
    return std::visit(AcceptanceReader{answer.body}, request)
        .transform([&request, &answer](const HetznerAcceptance &acceptance) {
            const Domain::RemoteTaskId id =
                HetznerCreation::joined(QList{acceptance.action} + acceptance.nextActions);
            return Accepted{{id, request, acceptance.image, acceptance.server},
                            acceptance.password,
                            answer.requestId};
        });
}

/// Removing what is gone already has done what was asked for.
bool isDone(const Domain::Request &request, const Domain::Error &error)
{
    return std::holds_alternative<Domain::RemoveSnapshot>(request) && HetznerErrors::isGone(error);
}

/// The same answer with its value converted. Cancelling it cancels the original.
template <class T, class Convert>
QFuture<Result<T>> converted(QFuture<Result<T>> answer, QObject *context, const Convert &convert)
{
    const Deferred<T> deferred;
    Net::passOnCancel(deferred.future(), answer, context);
    answer.then(context, [deferred, convert](const Result<T> &result) {
        deferred.settle(result.transform(convert));
    });
    return deferred.future();
}

template <class Row>
QString rowId(const Row &row)
{
    return row.key.id.value;
}

QString locationId(const Domain::Location &location)
{
    return location.id.value;
}

QString typeId(const HetznerServerType &described)
{
    return described.type.id.value;
}

} // namespace

HetznerProvider::HetznerProvider(const ProviderContext &context, QObject *parent)
    : CloudProvider(parent)
    , m_account(context.account)
    , m_clock(context.clock)
    , m_capabilities(hetznerCapabilities())
    , m_client(
          std::make_unique<Net::HttpClient>(clientOptions(context), context.network, context.clock))
    , m_follower(*m_client, this)
    , m_tracer(*m_client, this)
{
}

HetznerProvider::~HetznerProvider()
{
    m_client.reset();
}

ProviderDescription HetznerProvider::description()
{
    ProviderDescription description;
    description.id = u"hetzner"_s;
    description.name = u"Hetzner Cloud"_s;
    description.icon = u"cloud"_s;
    description.baseUrl = QUrl(u"https://api.hetzner.cloud/v1"_s);
    description.credential = {
        tr("API token"), tr("64 letters and digits"),
        tr("Made in the Hetzner Console: open the project, then Security, then API tokens. Choose "
           "Read & Write; with a read-only token snapshots can be seen, but not taken, rolled back "
           "or removed."),
        QUrl(u"https://console.hetzner.cloud/"_s)};
    description.projectHint =
        tr("One token reaches one project. Add one account for each project.");
    return description;
}

std::unique_ptr<Domain::CloudProvider> HetznerProvider::make(const ProviderContext &context)
{
    return std::make_unique<HetznerProvider>(context);
}

const Domain::Capabilities &HetznerProvider::capabilities() const
{
    return m_capabilities;
}

QFuture<Result<Domain::Identity>> HetznerProvider::identify()
{
    return Net::sendAndParse<Domain::Identity>(*m_client, HetznerRequests::identity(),
                                               HetznerParser::identity);
}

QFuture<Result<QList<Domain::Location>>> HetznerProvider::listLocations()
{
    return Net::fetchAll<Domain::Location>(
        *m_client, {HetznerRequests::locations, HetznerParser::locations, locationId, {}});
}

QFuture<Result<QList<Domain::Project>>> HetznerProvider::listProjects()
{
    return Domain::settled<QList<Domain::Project>>(
        QList<Domain::Project>{{project(), m_account.name}});
}

QFuture<Result<QList<Resource>>> HetznerProvider::listResources(Domain::ListProgress progress)
{
    const std::array<Domain::ListProgress, 2> reports = jointly(progress);
    QFuture<Resources> servers = Net::fetchAll<Resource>(
        *m_client, {HetznerRequests::servers, HetznerParser::servers, rowId<Resource>, reports[0]});
    QFuture<Resources> volumes = Net::fetchAll<Resource>(
        *m_client, {HetznerRequests::volumes, HetznerParser::volumes, rowId<Resource>, reports[1]});

    const Deferred<QList<Resource>> deferred;
    Net::passOnCancel(deferred.future(), servers, this);
    Net::passOnCancel(deferred.future(), volumes, this);
    servers.then(this, [this, deferred, volumes](const Resources &machines) mutable {
        if (!machines) {
            volumes.cancel();
            deferred.settle(machines);
            return;
        }
        volumes.then(this, [this, deferred, machines](const Resources &disks) {
            deferred.settle(disks.transform(
                [&](const QList<Resource> &rows) { return ownedRows(*machines + rows); }));
        });
    });
    return deferred.future();
}

QFuture<Result<QList<Snapshot>>> HetznerProvider::listSnapshots(Domain::ListProgress progress)
{
    return converted(Net::fetchAll<Snapshot>(*m_client,
                                             {HetznerRequests::snapshots, HetznerParser::snapshots,
                                              rowId<Snapshot>, std::move(progress)}),
                     this, [this](const QList<Snapshot> &rows) { return ownedRows(rows); });
}

QFuture<Result<Domain::PriceList>> HetznerProvider::listPrices()
{
    return Net::sendAndParse<Domain::PriceList>(*m_client, HetznerRequests::prices(),
                                                HetznerParser::prices);
}

QFuture<Result<QList<Domain::ServerType>>> HetznerProvider::listServerTypes()
{
    using Types = Result<QList<HetznerServerType>>;
    using Prices = Result<Domain::PriceList>;
    QFuture<Types> types = Net::fetchAll<HetznerServerType>(
        *m_client, {HetznerRequests::serverTypes, HetznerServerTypes::page, typeId, {}});
    QFuture<Prices> prices = listPrices();

    const Deferred<QList<Domain::ServerType>> deferred;
    Net::passOnCancel(deferred.future(), types, this);
    Net::passOnCancel(deferred.future(), prices, this);
    types.then(this, [this, deferred, prices](const Types &described) mutable {
        if (!described) {
            prices.cancel();
            deferred.settle(std::unexpected(described.error()));
            return;
        }
        prices.then(this, [this, deferred, described](const Prices &list) {
            deferred.settle(list.transform([&](const Domain::PriceList &told) {
                return HetznerServerTypes::offered(*described, told.currency, m_clock.now());
            }));
        });
    });
    return deferred.future();
}

QFuture<Result<Resource>> HetznerProvider::readResource(const Domain::ResourceKey &key)
{
    if (!HetznerRequests::isId(key.id.value)) {
        return Domain::settled<Resource>(std::unexpected(notAnId()));
    }
    const bool isServer = key.kind == ResourceKind::Server;
    return converted(
        Net::sendAndParse<Resource>(
            *m_client, isServer ? HetznerRequests::server(key.id) : HetznerRequests::volume(key.id),
            isServer ? HetznerParser::serverResource : HetznerParser::volume),
        this, [this](const Resource &resource) { return owned(resource); });
}

QFuture<Result<Snapshot>> HetznerProvider::readSnapshot(const Domain::SnapshotKey &key)
{
    if (key.kind == ResourceKind::Volume) {
        return Domain::settled<Snapshot>(Domain::failure(ErrorKind::Unsupported));
    }
    if (!HetznerRequests::isId(key.id.value)) {
        return Domain::settled<Snapshot>(std::unexpected(notAnId()));
    }
    return converted(Net::sendAndParse<Snapshot>(*m_client, HetznerRequests::snapshot(key.id),
                                                 HetznerParser::snapshot),
                     this, [this](const Snapshot &snapshot) { return owned(snapshot); });
}

QFuture<Result<Accepted>> HetznerProvider::request(const Domain::Request &request)
{
    const Result<Net::HttpRequest> change = HetznerRequests::change(request);
    if (!change) {
        return Domain::settled<Accepted>(std::unexpected(change.error()));
    }
    const auto read = [this, request,
                       sent = *change](const Result<Net::HttpAnswer> &answer) -> Result<Accepted> {
        if (answer) {
            return accepted(request, *answer).transform_error([&](const Domain::Error &error) {
                return Net::unreadable(error, *m_client, sent, *answer);
            });
        }
        if (isDone(request, answer.error())) {
            return Accepted{{{}, request, {}}, {}};
        }
        return std::unexpected(answer.error());
    };
    QFuture<Result<Net::HttpAnswer>> answer = m_client->send(*change);
    const Deferred<Accepted> deferred;
    Net::passOnCancel(deferred.future(), answer, this);
    answer.then(this, [deferred, read](const Result<Net::HttpAnswer> &found) {
        deferred.settle(read(found));
    });
    return deferred.future();
}

QFuture<Result<QList<Domain::TaskProgress>>> HetznerProvider::follow(
    const QList<Domain::RemoteTask> &tasks)
{
    return m_follower.follow(tasks);
}

QFuture<Result<Domain::Finding>> HetznerProvider::findEffect(const Domain::Request &request)
{
    return m_tracer.findEffect(request);
}

Resource HetznerProvider::owned(Resource resource) const
{
    resource.key.account = m_account.id;
    resource.project = project();
    if (resource.attachedTo) {
        resource.attachedTo->account = m_account.id;
    }
    for (Domain::ResourceKey &volume : resource.volumes) {
        volume.account = m_account.id;
    }
    return resource;
}

Snapshot HetznerProvider::owned(Snapshot snapshot) const
{
    snapshot.key.account = m_account.id;
    snapshot.project = project();
    if (snapshot.source) {
        snapshot.source->account = m_account.id;
    }
    return snapshot;
}

template <class Row>
QList<Row> HetznerProvider::ownedRows(QList<Row> rows) const
{
    for (Row &row : rows) {
        row = owned(std::move(row));
    }
    return rows;
}

Domain::ProjectId HetznerProvider::project() const
{
    return {m_account.id.value};
}

} // namespace Providers
