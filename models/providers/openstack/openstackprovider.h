// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/openstack/openstackfollower.h"
#include "providers/openstack/openstacklists.h"
#include "providers/openstack/openstackreader.h"
#include "providers/openstack/openstacksender.h"
#include "providers/openstack/openstacksession.h"
#include "providers/openstack/openstacktracer.h"
#include "providers/providerregistry.h"

namespace Providers {

/// Any OpenStack: Cinder's volumes and their snapshots, Nova's servers and the images made of them,
/// in every project and region that the credential reaches.
class OpenStackProvider final : public Domain::CloudProvider
{
    Q_OBJECT

public:
    explicit OpenStackProvider(const ProviderContext &context, QObject *parent = nullptr);
    ~OpenStackProvider() override;

    [[nodiscard]] static ProviderDescription description();
    [[nodiscard]] static std::unique_ptr<Domain::CloudProvider> make(
        const ProviderContext &context);

    [[nodiscard]] const Domain::Capabilities &capabilities() const override;

    [[nodiscard]] QFuture<Domain::Result<Domain::Identity>> identify() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Location>>> listLocations() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Project>>> listProjects() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Resource>>> listResources(
        Domain::ListProgress progress) override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Snapshot>>> listSnapshots(
        Domain::ListProgress progress) override;
    /// The API knows no prices: an empty list, for the operator's own to be put in.
    [[nodiscard]] QFuture<Domain::Result<Domain::PriceList>> listPrices() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::ServerType>>> listServerTypes() override;
    [[nodiscard]] QFuture<Domain::Result<QList<Domain::Limit>>> listLimits() override;

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
    QString m_currency; ///< of the profile; empty where it has none
    // The session settles what is open when it goes; it goes before what those answers may touch.
    std::unique_ptr<OpenStackSession> m_session;
    OpenStackAtlas m_atlas;
    OpenStackObjects m_objects;
    OpenStackRegions m_regions;
    OpenStackLists m_lists;
    OpenStackReader m_reader;
    OpenStackSender m_sender;
    OpenStackFollower m_follower;
    OpenStackTracer m_tracer;
};

} // namespace Providers
