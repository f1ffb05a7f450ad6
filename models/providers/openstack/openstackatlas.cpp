// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackatlas.h"

#include <algorithm>

namespace Providers {

using Domain::ResourceKey;
using Domain::ResourceKind;
using Domain::SnapshotKey;

namespace {

template <class Key>
Key withoutAccount(Key key)
{
    key.account = {};
    return key;
}

template <class Key>
OpenStackSites withService(const OpenStackSites &sites, const Key &key)
{
    OpenStackSites able = sites;
    able.removeIf([&key](const OpenStackSiteRef &site) { return !serviceOf(*site, key); });
    return able;
}

} // namespace

OpenStackAtlas::OpenStackAtlas(Source source)
    : m_source(std::move(source))
{
}

void OpenStackAtlas::learn(const ResourceKey &key, const OpenStackSite &site)
{
    m_resources.insert(withoutAccount(key), {site.project, site.region});
}

void OpenStackAtlas::learn(const SnapshotKey &key, const OpenStackSite &site)
{
    m_snapshots.insert(withoutAccount(key), {site.project, site.region});
}

void OpenStackAtlas::guess(const ResourceKey &key, const OpenStackSite &site)
{
    if (!m_resources.contains(withoutAccount(key))) {
        learn(key, site);
    }
}

void OpenStackAtlas::guess(const SnapshotKey &key, const OpenStackSite &site)
{
    if (!m_snapshots.contains(withoutAccount(key))) {
        learn(key, site);
    }
}

OpenStackSiteRef OpenStackAtlas::at(const OpenStackSites &sites, const Place &place)
{
    const auto found = std::ranges::find_if(sites, [&place](const OpenStackSiteRef &site) {
        return site->project == place.project && site->region == place.region;
    });
    return found == sites.cend() ? OpenStackSiteRef() : *found;
}

OpenStackSiteRef OpenStackAtlas::known(const OpenStackSites &sites, const ResourceKey &key) const
{
    const auto place = m_resources.constFind(withoutAccount(key));
    return place == m_resources.cend() ? OpenStackSiteRef() : at(sites, *place);
}

OpenStackSiteRef OpenStackAtlas::known(const OpenStackSites &sites, const SnapshotKey &key) const
{
    const auto place = m_snapshots.constFind(withoutAccount(key));
    return place == m_snapshots.cend() ? OpenStackSiteRef() : at(sites, *place);
}

OpenStackSites OpenStackAtlas::candidates(const OpenStackSites &sites, const ResourceKey &key) const
{
    const OpenStackSiteRef one = known(sites, key);
    return withService(one ? OpenStackSites{one} : sites, key);
}

OpenStackSites OpenStackAtlas::candidates(const OpenStackSites &sites, const SnapshotKey &key) const
{
    const OpenStackSiteRef one = known(sites, key);
    return withService(one ? OpenStackSites{one} : sites, key);
}

Net::HttpClient *serviceOf(const OpenStackSite &site, const ResourceKey &key)
{
    return key.kind == ResourceKind::Server ? site.compute : site.volume;
}

Net::HttpClient *serviceOf(const OpenStackSite &site, const SnapshotKey &key)
{
    return key.kind == ResourceKind::Server ? site.image : site.volume;
}

} // namespace Providers
