// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleprovider.h"

#include "net/parsing.h"
#include "providers/jointprogress.h"
#include "providers/stackconsole/stackconsoleerrors.h"
#include "providers/stackconsole/stackconsoleparser.h"
#include "providers/stackconsole/stackconsoleprobe.h"
#include "providers/stackconsole/stackconsolerequests.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Providers {

using Domain::Accepted;
using Domain::Deferred;
using Domain::ErrorKind;
using Domain::Identity;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::Result;
using Domain::Snapshot;

namespace {

// How many requests an operator's portal bears at once is told nowhere.
constexpr int gentleConnections = 6;
// An order is answered only after the portal has talked to its billing.
constexpr std::chrono::seconds portalTimeout{60};

Domain::Capabilities stackConsoleCapabilities()
{
    Domain::Capabilities capabilities;
    capabilities.sizeUnit = Domain::SizeUnit::Gigabyte;
    // The work is done by queues. A client that creates things for its own tests gives their names
    // two minutes to appear.
    capabilities.showsWithin = std::chrono::minutes(2);
    for (Domain::KindCapabilities *kind : {&capabilities.server, &capabilities.volume}) {
        kind->canTake = true;
        kind->rollback = Domain::RollbackStyle::InPlace;
        kind->rollbackNeeds = Domain::PowerRule::Stopped;
        kind->canRemove = true;
        kind->keepsAddressesOnRollback = true;
        kind->needsBillingCycle = true;
        kind->needsPlan = true;
        // How long it may be, and of what, is the server's secret.
        kind->name.isRequired = true;
        kind->name.isUnique = true;
    }
    return capabilities;
}

Net::HttpClientOptions stackConsoleOptions(const ProviderContext &context)
{
    Net::HttpClientOptions options;
    options.baseUrl = context.account.baseUrl;
    options.auth = std::make_shared<Net::BearerAuth>(context.secret);
    options.readError = StackConsoleErrors::read;
    options.readAgain = StackConsoleErrors::waitBeforeReadingAgain;
    options.changes = Net::HttpClientOptions::Changes::Once;
    options.connections = gentleConnections;
    options.timeout = portalTimeout;
    return options;
}

QList<Snapshot> present(const QList<StackConsoleSnapshot> &rows)
{
    QList<Snapshot> snapshots;
    for (const StackConsoleSnapshot &row : rows) {
        if (!row.isGone) {
            snapshots.append(row.snapshot);
        }
    }
    return snapshots;
}

/// The one with the key, or NotFound.
template <class Row>
Result<Row> pick(const QList<Row> &rows, const decltype(Row::key) &key)
{
    const auto found = std::ranges::find(rows, key, &Row::key);
    if (found == rows.end()) {
        Domain::Error error;
        error.kind = ErrorKind::NotFound;
        error.code = StackConsoleErrors::gone;
        error.message = u"it is not in the list"_s;
        return std::unexpected(error);
    }
    return *found;
}

/// Removing what is gone already has done what was asked for.
bool isDoneAlready(const Domain::Request &request, const Domain::Error &error)
{
    return std::holds_alternative<Domain::RemoveSnapshot>(request)
        && StackConsoleErrors::isGone(error);
}

/// A 2xx answer that is an error all the same, or can't be read. The API's own reason proves that
/// nothing was done; without one it may have been.
Domain::Error refusedWithSuccess(const Domain::Error &error, const Net::HttpAnswer &answer,
                                 const QString &host)
{
    Domain::Error told = error;
    const bool isReason = error.kind != ErrorKind::ServerError && error.kind != ErrorKind::Protocol;
    told.effect = isReason ? Domain::Effect::None : Domain::Effect::Ambiguous;
    told.httpStatus = answer.status;
    told.host = host;
    return told;
}

} // namespace

StackConsoleProvider::StackConsoleProvider(const ProviderContext &context, QObject *parent)
    : CloudProvider(parent)
    , m_account(context.account)
    , m_currency(context.profile.currency)
    , m_capabilities(stackConsoleCapabilities())
    , m_client(std::make_unique<Net::HttpClient>(stackConsoleOptions(context), context.network,
                                                 context.clock))
    , m_directory(*m_client, this)
    , m_lists(*m_client, m_directory, context.account.id, this)
    , m_prices(*m_client, m_directory, context.profile.currency, this)
    , m_follower(m_lists, context.clock, this)
{
}

StackConsoleProvider::~StackConsoleProvider()
{
    m_lists.close();
    m_client.reset();
}

ProviderDescription StackConsoleProvider::description()
{
    ProviderDescription description;
    description.id = u"stackconsole"_s;
    description.name = u"StackConsole"_s;
    description.icon = u"cloud"_s;
    description.credential = {
        tr("API token"), tr("the whole line, with its |"),
        tr("Made in the operator's portal: open your profile, then API, and create a personal "
           "access token. If the portal has no such page, ask the operator to enable API access "
           "for your account."),
        QUrl()};
    description.projectHint = tr("One token reaches all projects of the account.");
    description.confirmBaseUrl = StackConsoleProbe::confirm;
    return description;
}

std::unique_ptr<Domain::CloudProvider> StackConsoleProvider::make(const ProviderContext &context)
{
    return std::make_unique<StackConsoleProvider>(context);
}

const Domain::Capabilities &StackConsoleProvider::capabilities() const
{
    return m_capabilities;
}

QFuture<Result<Identity>> StackConsoleProvider::identify()
{
    using Balance = std::optional<Domain::Money>;
    const QFuture<Result<Balance>> money = balance();
    const Deferred<Identity> deferred;
    m_directory.freshProfile().then(
        this, [this, deferred, money](const Result<StackConsoleProfile> &profile) {
            const bool isWithheld = !profile && profile.error().kind != ErrorKind::Unauthorized
                && profile.error().httpStatus != 0;
            const QString name = profile ? profile->name : QString();
            if (!profile && !isWithheld) {
                deferred.settle(std::unexpected(profile.error()));
            } else if (isWithheld) {
                onValue(identifyByRegions(), this, deferred,
                        [deferred](const Identity &identity) { deferred.settle(identity); });
            } else {
                QFuture(money).then(this, [deferred, name](const Result<Balance> &sum) {
                    deferred.settle(Identity{name, {}, sum.value_or(Balance())});
                });
            }
        });
    return deferred.future();
}

/// A token may be good although its owner may not read the profile.
QFuture<Result<Identity>> StackConsoleProvider::identifyByRegions()
{
    const Deferred<Identity> deferred;
    onValue(m_directory.freshAtlas(), this, deferred,
            [deferred](const StackConsoleAtlas &) { deferred.settle(Identity()); });
    return deferred.future();
}

/// Nothing where it can't be read or has no currency.
QFuture<Result<std::optional<Domain::Money>>> StackConsoleProvider::balance()
{
    using Amount = std::optional<StackConsoleAmount>;
    using Balance = std::optional<Domain::Money>;
    const Deferred<Balance> deferred;
    Net::sendAndParse<Amount>(*m_client, StackConsoleRequests::balance(),
                              StackConsoleParser::balance)
        .then(this, [this, deferred](const Result<Amount> &answer) {
            const Amount amount = answer.value_or(Amount());
            const QString currency =
                amount && !amount->currency.isEmpty() ? amount->currency : m_currency;
            deferred.settle(amount && !currency.isEmpty()
                                ? Domain::moneyFromDecimal(amount->decimal, currency)
                                : Balance());
        });
    return deferred.future();
}

QFuture<Result<QList<Domain::Location>>> StackConsoleProvider::listLocations()
{
    const Deferred<QList<Domain::Location>> deferred;
    onValue(m_directory.freshAtlas(), this, deferred,
            [deferred](const StackConsoleAtlas &atlas) { deferred.settle(atlas.locations()); });
    return deferred.future();
}

QFuture<Result<QList<Domain::Project>>> StackConsoleProvider::listProjects()
{
    const Deferred<QList<Domain::Project>> deferred;
    onValue(m_directory.freshAtlas(), this, deferred,
            [deferred](const StackConsoleAtlas &atlas) { deferred.settle(atlas.projectList()); });
    return deferred.future();
}

QFuture<Result<QList<Resource>>> StackConsoleProvider::listResources(Domain::ListProgress progress)
{
    return m_lists.resources(progress);
}

QFuture<Result<QList<Snapshot>>> StackConsoleProvider::listSnapshots(Domain::ListProgress progress)
{
    using Rows = QList<StackConsoleSnapshot>;
    const std::array<Domain::ListProgress, 2> reports = jointly(progress);
    const QFuture<Result<Rows>> servers = m_lists.snapshots(ResourceKind::Server, reports[0]);
    QFuture<Result<Rows>> volumes = m_lists.snapshots(ResourceKind::Volume, reports[1]);
    const Deferred<QList<Snapshot>> deferred;
    Net::passOnCancel(deferred.future(), servers, this);
    Net::passOnCancel(deferred.future(), volumes, this);
    QFuture(servers).then(this, [this, deferred, volumes](const Result<Rows> &first) mutable {
        if (!first) {
            volumes.cancel();
            deferred.settle(std::unexpected(first.error()));
            return;
        }
        onValue(volumes, this, deferred, [deferred, first](const Rows &second) {
            deferred.settle(present(*first + second));
        });
    });
    return deferred.future();
}

QFuture<Result<Domain::PriceList>> StackConsoleProvider::listPrices()
{
    return m_prices.list();
}

QFuture<Result<Resource>> StackConsoleProvider::readResource(const Domain::ResourceKey &key)
{
    const Deferred<Resource> deferred;
    onValue(m_lists.resources({}), this, deferred,
            [deferred, key](const QList<Resource> &rows) { deferred.settle(pick(rows, key)); });
    return deferred.future();
}

QFuture<Result<Snapshot>> StackConsoleProvider::readSnapshot(const Domain::SnapshotKey &key)
{
    const Deferred<Snapshot> deferred;
    onValue(m_lists.snapshots(key.kind, {}), this, deferred,
            [deferred, key](const QList<StackConsoleSnapshot> &rows) {
                deferred.settle(pick(present(rows), key));
            });
    return deferred.future();
}

QFuture<Result<Accepted>> StackConsoleProvider::request(const Domain::Request &request)
{
    if (const std::optional<Domain::Error> error = StackConsoleRequests::refusalToSend(request)) {
        return Domain::settled<Accepted>(std::unexpected(*error));
    }
    const Answer answer;
    if (const auto *take = std::get_if<Domain::TakeSnapshot>(&request)) {
        order(*take, answer);
    } else {
        send(request, {}, answer);
    }
    return answer.future();
}

/// An order names the cloud provider that its region belongs to.
void StackConsoleProvider::order(const Domain::TakeSnapshot &take, const Answer &end)
{
    onValue(m_directory.atlas(), this, end, [this, take, end](const StackConsoleAtlas &atlas) {
        const QString cloudProvider = atlas.cloudProviderFor(take.location);
        if (cloudProvider.isEmpty()) {
            Domain::Error error =
                Domain::failure(ErrorKind::InvalidInput, u"no cloud provider for the region"_s)
                    .error();
            error.fields = {{u"cloud_provider"_s, {}}};
            end.settle(std::unexpected(error));
        } else if (!end.isCancelled()) {
            send(take, cloudProvider, end);
        }
    });
}

void StackConsoleProvider::send(const Domain::Request &request, const QString &cloudProvider,
                                const Answer &end)
{
    QFuture<Result<Net::HttpAnswer>> sent =
        m_client->send(StackConsoleRequests::change(request, cloudProvider));
    Net::passOnCancel(end.future(), sent, this);
    sent.then(this, [request, end, host = m_client->host()](const Result<Net::HttpAnswer> &answer) {
        const Result<StackConsoleAcceptance> accepted = answer
            ? StackConsoleParser::acceptance(answer->body)
                  .transform_error([&](const Domain::Error &error) {
                      return refusedWithSuccess(error, *answer, host);
                  })
            : std::unexpected(answer.error());
        const bool isTake = std::holds_alternative<Domain::TakeSnapshot>(request);
        if (accepted) {
            const auto made = isTake ? accepted->made : std::nullopt;
            end.settle(Accepted{{{}, request, made}, {}});
        } else if (isDoneAlready(request, accepted.error())) {
            end.settle(Accepted{{{}, request, {}}, {}});
        } else {
            end.settle(std::unexpected(accepted.error()));
        }
    });
}

QFuture<Result<QList<Domain::TaskProgress>>> StackConsoleProvider::follow(
    const QList<Domain::RemoteTask> &tasks)
{
    return m_follower.follow(tasks);
}

QFuture<Result<Domain::Finding>> StackConsoleProvider::findEffect(const Domain::Request &request)
{
    using Domain::Finding;
    if (const std::optional<Domain::Error> refusal = StackConsoleRequests::refusal(request)) {
        return Domain::settled<Finding>(std::unexpected(*refusal));
    }
    if (std::holds_alternative<Domain::RollBack>(request)) {
        return Domain::settled<Finding>(Finding{Domain::Trace::CanNotTell, {}});
    }
    const Deferred<Finding> deferred;
    onValue(m_lists.snapshots(StackConsoleTasks::kindOf(request), {}), this, deferred,
            [deferred, request](const QList<StackConsoleSnapshot> &rows) {
                const auto *take = std::get_if<Domain::TakeSnapshot>(&request);
                const auto *remove = std::get_if<Domain::RemoveSnapshot>(&request);
                deferred.settle(take ? StackConsoleTasks::trace(*take, rows)
                                     : StackConsoleTasks::trace(*remove, rows));
            });
    return deferred.future();
}

} // namespace Providers
