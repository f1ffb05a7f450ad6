// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/pagedlist.h"
#include "providers/openstack/openstackcomputeparser.h"
#include "providers/openstack/openstackparser.h"
#include "providers/openstack/openstackrequests.h"

namespace Providers {

/// How the rows of one list are asked for and told apart.
template <class Row>
struct OpenStackKind;

template <>
struct OpenStackKind<OpenStackServer>
{
    using Key = Domain::ResourceKey;
    static constexpr auto parse = OpenStackComputeParser::server;
    static constexpr auto parsePage = OpenStackComputeParser::servers;

    static Net::HttpClient *service(const OpenStackSite &site) { return site.compute; }
    static Net::HttpRequest one(const Key &key) { return OpenStackRequests::resource(key); }
    static Net::HttpRequest page(const OpenStackSite &, const QString &after)
    {
        return OpenStackRequests::servers(after);
    }
    static QString id(const OpenStackServer &row) { return row.resource.key.id.value; }
    static Domain::ProjectId project(const OpenStackServer &row) { return row.resource.project; }
};

template <>
struct OpenStackKind<OpenStackVolume>
{
    using Key = Domain::ResourceKey;
    static constexpr auto parse = OpenStackParser::volume;
    static constexpr auto parsePage = OpenStackParser::volumes;

    static Net::HttpClient *service(const OpenStackSite &site) { return site.volume; }
    static Net::HttpRequest one(const Key &key) { return OpenStackRequests::resource(key); }
    static Net::HttpRequest page(const OpenStackSite &, const QString &after)
    {
        return OpenStackRequests::volumes(after);
    }
    static QString id(const OpenStackVolume &row) { return row.resource.key.id.value; }
    static Domain::ProjectId project(const OpenStackVolume &row) { return row.resource.project; }
};

template <>
struct OpenStackKind<OpenStackVolumeSnapshot>
{
    using Key = Domain::SnapshotKey;
    static constexpr auto parse = OpenStackParser::volumeSnapshot;
    static constexpr auto parsePage = OpenStackParser::volumeSnapshots;

    static Net::HttpClient *service(const OpenStackSite &site) { return site.volume; }
    static Net::HttpRequest one(const Key &key) { return OpenStackRequests::snapshot(key); }
    static Net::HttpRequest page(const OpenStackSite &, const QString &after)
    {
        return OpenStackRequests::volumeSnapshots(after);
    }
    static QString id(const OpenStackVolumeSnapshot &row) { return row.snapshot.key.id.value; }
    static Domain::ProjectId project(const OpenStackVolumeSnapshot &row)
    {
        return row.snapshot.project;
    }
};

template <>
struct OpenStackKind<OpenStackImage>
{
    using Key = Domain::SnapshotKey;
    static constexpr auto parse = OpenStackComputeParser::image;
    static constexpr auto parsePage = OpenStackComputeParser::images;

    static Net::HttpClient *service(const OpenStackSite &site) { return site.image; }
    static Net::HttpRequest one(const Key &key) { return OpenStackRequests::snapshot(key); }
    static Net::HttpRequest page(const OpenStackSite &site, const QString &after)
    {
        return OpenStackRequests::images(site.project, after);
    }
    static QString id(const OpenStackImage &row) { return row.snapshot.key.id.value; }
    static Domain::ProjectId project(const OpenStackImage &row) { return row.snapshot.project; }
};

template <>
struct OpenStackKind<Domain::ServerType>
{
    static constexpr auto parsePage = OpenStackComputeParser::flavors;

    static Net::HttpClient *service(const OpenStackSite &site) { return site.compute; }
    static Net::HttpRequest page(const OpenStackSite &, const QString &after)
    {
        return OpenStackRequests::flavors(after);
    }
    static QString id(const Domain::ServerType &row) { return row.id.value; }
};

} // namespace Providers
