// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/hetzner/hetznerfollower.h"
#include "providers/hetzner/hetznertracer.h"
#include "providers/providerregistry.h"

namespace Providers {

/// Hetzner Cloud. A snapshot is an image of type snapshot: full, on no server's leash, without a
/// location. One token reaches one project, whose name the API does not tell.
class HetznerProvider final : public Domain::CloudProvider
{
    Q_OBJECT

public:
    explicit HetznerProvider(const ProviderContext &context, QObject *parent = nullptr);
    ~HetznerProvider() override;

    [[nodiscard]] static ProviderDescription description();
    [[nodiscard]] static std::unique_ptr<Domain::CloudProvider> make(
        const ProviderContext &context);

    [[nodiscard]] const Domain::Capabilities &capabilities() const override;

    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identify() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> listLocations() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> listProjects() override;
    /// Servers, then volumes; both lists are fetched side by side.
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> listResources(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> listSnapshots(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> listPrices() override;
    /// The price list is fetched beside them: it alone tells the currency.
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
    using Resources = Domain::Result<QList<Domain::Resource>>;

    /// What the API does not tell: whose the object is.
    [[nodiscard]] Domain::Resource owned(Domain::Resource resource) const;
    [[nodiscard]] Domain::Snapshot owned(Domain::Snapshot snapshot) const;
    template <class Row>
    [[nodiscard]] QList<Row> ownedRows(QList<Row> rows) const;
    [[nodiscard]] Domain::ProjectId project() const;

    Domain::Account m_account;
    Domain::Clock &m_clock;
    Domain::Capabilities m_capabilities;
    // The client settles what is open when it goes; it goes before what those answers may touch.
    std::unique_ptr<Net::HttpClient> m_client;
    HetznerFollower m_follower;
    HetznerTracer m_tracer;
};

} // namespace Providers
