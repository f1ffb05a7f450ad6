// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/providerregistry.h"
#include "providers/stackconsole/stackconsolefollower.h"
#include "providers/stackconsole/stackconsoleprices.h"

namespace Providers {

/// StackConsole, the portal of many operators over CloudStack. One token reaches every project of
/// the account. There are no jobs to follow, and no call that reads one object: lists tell all.
class StackConsoleProvider final : public Domain::CloudProvider
{
    Q_OBJECT

public:
    explicit StackConsoleProvider(const ProviderContext &context, QObject *parent = nullptr);
    ~StackConsoleProvider() override;

    [[nodiscard]] static ProviderDescription description();
    [[nodiscard]] static std::unique_ptr<Domain::CloudProvider> make(
        const ProviderContext &context);

    [[nodiscard]] const Domain::Capabilities &capabilities() const override;

    /// With the balance, where it may be read.
    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identify() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> listLocations() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> listProjects() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> listResources(
        Domain::ListProgress progress) override;
    /// Of servers, then of volumes; both lists are fetched side by side.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> listSnapshots(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> listPrices() override;

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
    using Answer = Domain::Deferred<Domain::Accepted>;

    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identifyByRegions();
    [[nodiscard]] QFuture<Domain::Result<std::optional<Domain::Money>>> balance();
    void order(const Domain::TakeSnapshot &take, const Answer &end);
    void send(const Domain::Request &request, const QString &cloudProvider, const Answer &end);

    Domain::Account m_account;
    QString m_currency; ///< of amounts without one
    Domain::Capabilities m_capabilities;
    // The client settles what is open when it goes; it goes before what those answers may touch.
    std::unique_ptr<Net::HttpClient> m_client;
    StackConsoleDirectory m_directory;
    StackConsoleLists m_lists;
    StackConsolePrices m_prices;
    StackConsoleFollower m_follower;
};

} // namespace Providers
