// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "domain/result.h"
#include "providers/openstack/openstacksite.h"

#include <QFuture>
#include <QHash>
#include <QList>

#include <functional>
#include <memory>

namespace Providers {

using OpenStackSiteRef = std::shared_ptr<const OpenStackSite>;
using OpenStackSites = QList<OpenStackSiteRef>;

/// Which sites there are, and at which one each object was last seen: an id does not say it, and
/// every request has to go to the right one.
class OpenStackAtlas
{
public:
    using Answer = QFuture<Domain::Result<OpenStackSites>>;

    /// Who knows the sites: as he knows them, or asked anew.
    struct Source
    {
        std::function<Answer()> known;
        std::function<Answer()> fresh;
    };

    explicit OpenStackAtlas(Source source);

    [[nodiscard]] Answer sites() const { return m_source.known(); }
    [[nodiscard]] Answer freshSites() const { return m_source.fresh(); }

    /// Keys of any account: there is one alone.
    void learn(const Domain::ResourceKey &key, const OpenStackSite &site);
    void learn(const Domain::SnapshotKey &key, const OpenStackSite &site);

    /// Where an object is to be looked for that was never seen: beside what names it.
    void guess(const Domain::ResourceKey &key, const OpenStackSite &site);
    void guess(const Domain::SnapshotKey &key, const OpenStackSite &site);

    /// Those of the sites where the object can be: the one where it was seen, else all that have
    /// the service.
    [[nodiscard]] OpenStackSites candidates(const OpenStackSites &sites,
                                            const Domain::ResourceKey &key) const;
    [[nodiscard]] OpenStackSites candidates(const OpenStackSites &sites,
                                            const Domain::SnapshotKey &key) const;
    /// Null where it was never seen, or its site is gone.
    [[nodiscard]] OpenStackSiteRef known(const OpenStackSites &sites,
                                         const Domain::ResourceKey &key) const;
    [[nodiscard]] OpenStackSiteRef known(const OpenStackSites &sites,
                                         const Domain::SnapshotKey &key) const;

private:
    struct Place
    {
        Domain::ProjectId project;
        Domain::LocationId region;
    };
    [[nodiscard]] static OpenStackSiteRef at(const OpenStackSites &sites, const Place &place);

    Source m_source;
    QHash<Domain::ResourceKey, Place> m_resources;
    QHash<Domain::SnapshotKey, Place> m_snapshots;
};

/// The client of the service that has such objects; null where the site has none.
[[nodiscard]] Net::HttpClient *serviceOf(const OpenStackSite &site, const Domain::ResourceKey &key);
[[nodiscard]] Net::HttpClient *serviceOf(const OpenStackSite &site, const Domain::SnapshotKey &key);

} // namespace Providers
