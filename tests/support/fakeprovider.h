// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/deferred.h"

#include <deque>
#include <functional>

namespace Support {

/// One call that a FakeProvider was asked, open until it is answered.
template <class Argument, class Answer>
struct FakeCall
{
    Argument argument;
    Domain::Deferred<Answer> deferred;

    [[nodiscard]] bool isOpen() const { return !deferred.isSettled(); }
    void answer(Domain::Result<Answer> result) const
    {
        const Domain::Deferred<Answer> copy = deferred; // this call may be gone when it returns
        copy.settle(std::move(result));
    }
    void refuse(const Domain::Error &error) const { answer(std::unexpected(error)); }
};

struct NoArgument
{
};

/// A provider whose answers a test decides, and when they come. Every call is kept, oldest first,
/// and stays open until the test answers it; a script, where one is set, answers at once.
class FakeProvider : public Domain::CloudProvider
{
    Q_OBJECT

public:
    template <class Argument, class Answer>
    using Calls = std::deque<FakeCall<Argument, Answer>>; // references survive new calls
    /// Answers at once, or leaves the call open.
    template <class Argument, class Answer>
    using Script = std::function<std::optional<Domain::Result<Answer>>(const Argument &)>;
    using Tasks = QList<Domain::RemoteTask>;
    using Progresses = QList<Domain::TaskProgress>;

    explicit FakeProvider(QObject *parent = nullptr);

    [[nodiscard]] const Domain::Capabilities &capabilities() const override { return rules; }
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identify() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> listLocations() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> listProjects() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> listResources(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> listSnapshots(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> listPrices() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> listServerTypes() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Limit>>> listLimits() override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Resource>> readResource(
        const Domain::ResourceKey &key) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Snapshot>> readSnapshot(
        const Domain::SnapshotKey &key) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Accepted>> request(
        const Domain::Request &request) override;
    [[nodiscard]] QFuture<Domain::Result<Progresses>> follow(const Tasks &tasks) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Finding>> findEffect(
        const Domain::Request &request) override;

    /// Of every kind, since the provider was made.
    [[nodiscard]] size_t callCount() const;

    Domain::Capabilities rules;
    /// Else it answers what most providers do: Unsupported.
    bool tellsLimits = false;

    Calls<NoArgument, Domain::Identity> identities;
    Calls<NoArgument, QList<Domain::Location>> locationLists;
    Calls<NoArgument, QList<Domain::Project>> projectLists;
    Calls<Domain::ListProgress, QList<Domain::Resource>> resourceLists;
    Calls<Domain::ListProgress, QList<Domain::Snapshot>> snapshotLists;
    Calls<NoArgument, Domain::PriceList> priceLists;
    Calls<NoArgument, QList<Domain::ServerType>> serverTypeLists;
    Calls<NoArgument, QList<Domain::Limit>> limitLists;
    Calls<Domain::ResourceKey, Domain::Resource> resourceReads;
    Calls<Domain::SnapshotKey, Domain::Snapshot> snapshotReads;
    Calls<Domain::Request, Domain::Accepted> requests;
    Calls<Tasks, Progresses> follows;
    Calls<Domain::Request, Domain::Finding> findings;

    Script<Domain::ResourceKey, Domain::Resource> onReadResource;
    Script<Domain::Request, Domain::Accepted> onRequest;
    Script<Tasks, Progresses> onFollow;
    Script<Domain::Request, Domain::Finding> onFindEffect;
};

} // namespace Support
