// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/providerregistry.h"
#include "providers/raff/rafffollower.h"
#include "providers/raff/raffprices.h"
#include "providers/raff/raffsender.h"

namespace Providers {

/// Raff Technologies. One key reaches the projects it was given. There are no jobs to follow, and
/// every object is read in its project.
class RaffProvider final : public Domain::CloudProvider
{
    Q_OBJECT

public:
    explicit RaffProvider(const ProviderContext &context, QObject *parent = nullptr);
    ~RaffProvider() override;

    [[nodiscard]] static ProviderDescription description();
    [[nodiscard]] static std::unique_ptr<Domain::CloudProvider> make(
        const ProviderContext &context);

    [[nodiscard]] const Domain::Capabilities &capabilities() const override;

    /// Who the key belongs to is not told, nor what it may.
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identify() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> listLocations() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> listProjects() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> listResources(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> listSnapshots(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> listPrices() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> listServerTypes() override;

    [[nodiscard]] QFuture<Domain::Result<Domain::Resource>> readResource(
        const Domain::ResourceKey &key) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Snapshot>> readSnapshot(
        const Domain::SnapshotKey &key) override;

    [[nodiscard]] QFuture<Domain::Result<Domain::Accepted>> request(
        const Domain::Request &request) override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::TaskProgress>>> follow(
        const QList<Domain::RemoteTask> &tasks) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Finding>> findEffect(
        const Domain::Request &request) override;

private:
    Domain::Capabilities m_capabilities;
    // The clients settle what is open when they go; they go before what those answers may touch.
    std::unique_ptr<Net::HttpClient> m_client;
    std::unique_ptr<Net::HttpClient> m_catalogue; ///< open to everybody: without the key
    RaffBook m_book;
    RaffLists m_lists;
    RaffObjects m_objects;
    RaffPrices m_prices;
    RaffCloner m_cloner;
    RaffSender m_sender;
    RaffFollower m_follower;
};

} // namespace Providers
