// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/limit.h"
#include "domain/location.h"
#include "domain/pricelist.h"
#include "domain/remotetask.h"
#include "domain/resource.h"
#include "domain/result.h"
#include "domain/servertype.h"
#include "domain/snapshot.h"

#include <QFuture>
#include <QObject>

#include <functional>

namespace Domain {

/// What the credential is and may.
struct Identity
{
    QString name; ///< of the account or project at the provider; empty where the API does not tell
    std::optional<bool> isReadOnly; ///< absent where only a write would tell
    std::optional<Money> balance = {}; ///< prepaid credit left, where the API tells

    friend bool operator==(const Identity &, const Identity &) = default;
};

/// "loading 100 of about 230": rows so far and, where the API tells, how many there will be.
using ListProgress = std::function<void(qint64 loaded, std::optional<qint64> total)>;

/// One account at one provider: the port that inventory and operations talk to.
///
/// Contract, proved for every provider by tests/contract:
/// - Called and answering on the thread that made it. Never blocks. Every future settles exactly
/// once;
///   destroying the provider settles what is open with Cancelled.
/// - Lists are whole or an error, each row once, ids unique, times in UTC, sizes in bytes.
/// - An unknown state is Unknown with the raw word kept; a missing required field is Protocol.
/// - request() answers when the provider accepted. An error with Effect::None proves that nothing
/// was
///   done; Effect::Ambiguous means that findEffect() must be asked before it is repeated. Nothing
///   that creates or destroys is sent twice by a provider on its own, except after Effect::None.
/// - follow() answers one progress a task, in order. A task that the provider no longer knows is
/// Failed,
///   unless its effect is visible. One whose end the API never shows is CanNotTell after a while.
///   "Succeeded" means usable: a taken snapshot is ready, a server that was shut down is off.
/// - What capabilities() excludes answers Unsupported.
class CloudProvider : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual const Capabilities &capabilities() const = 0;

    [[nodiscard]] virtual QFuture<Result<Identity>> identify() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Location>>> listLocations() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Project>>> listProjects() = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Resource>>> listResources(ListProgress progress) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<Snapshot>>> listSnapshots(ListProgress progress) = 0;
    [[nodiscard]] virtual QFuture<Result<PriceList>> listPrices() = 0;
    /// What a new server can be; Unsupported where none can be made from a snapshot.
    [[nodiscard]] virtual QFuture<Result<QList<ServerType>>> listServerTypes();
    /// What the account's limits leave; Unsupported where the API tells none.
    [[nodiscard]] virtual QFuture<Result<QList<Limit>>> listLimits();

    [[nodiscard]] virtual QFuture<Result<Resource>> readResource(const ResourceKey &key) = 0;
    [[nodiscard]] virtual QFuture<Result<Snapshot>> readSnapshot(const SnapshotKey &key) = 0;

    [[nodiscard]] virtual QFuture<Result<Accepted>> request(const Request &request) = 0;
    [[nodiscard]] virtual QFuture<Result<QList<TaskProgress>>> follow(
        const QList<RemoteTask> &tasks) = 0;
    [[nodiscard]] virtual QFuture<Result<Finding>> findEffect(const Request &request) = 0;
};

} // namespace Domain
