// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "providers/openstack/openstackatlas.h"
#include "providers/openstack/openstackkind.h"

namespace Providers {

/// A row and where it was read.
template <class Row>
struct OpenStackAt
{
    Row row;
    OpenStackSiteRef site;
};

/// Rows by their keys; nothing for what is gone.
template <class Row>
using OpenStackFound = QHash<typename OpenStackKind<Row>::Key, std::optional<Row>>;

/// Reads single objects, wherever they are: at the site where the atlas has them, else at every
/// site at once. What no site has is NotFound; where one could not be asked, that is the answer.
class OpenStackObjects
{
public:
    /// Where so many objects of one list are wanted, the list is read instead.
    static constexpr qsizetype manyAtOnce = 4;

    /// Both must outlive it; answers come on the context's thread.
    OpenStackObjects(OpenStackAtlas &atlas, QObject *context);

    /// Of OpenStackServer, OpenStackVolume, OpenStackVolumeSnapshot and OpenStackImage.
    template <class Row>
    [[nodiscard]] QFuture<Domain::Result<OpenStackAt<Row>>> find(
        const typename OpenStackKind<Row>::Key &key);
    template <class Row>
    [[nodiscard]] QFuture<Domain::Result<OpenStackFound<Row>>> findAll(
        const QList<typename OpenStackKind<Row>::Key> &keys);

    /// What the answer of a service says is gone, or none of the sites has.
    [[nodiscard]] static bool isGone(const Domain::Error &error);

private:
    template <class Row>
    struct Search;

    template <class Row>
    void search(const OpenStackSites &sites, const typename OpenStackKind<Row>::Key &key,
                const Domain::Deferred<OpenStackAt<Row>> &end);
    template <class Row>
    void arrived(const std::shared_ptr<Search<Row>> &search, const OpenStackSiteRef &site,
                 const Domain::Result<Row> &row);
    template <class Row>
    [[nodiscard]] QFuture<Domain::Result<OpenStackFound<Row>>> findOne(
        const typename OpenStackKind<Row>::Key &key);
    template <class Row>
    [[nodiscard]] QFuture<Domain::Result<OpenStackFound<Row>>> findInList(
        const OpenStackSiteRef &site, const QList<typename OpenStackKind<Row>::Key> &keys);

    OpenStackAtlas &m_atlas;
    QObject *m_context;
};

} // namespace Providers
