// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackobjects.h"

#include "net/parsing.h"
#include "providers/openstack/openstackerrors.h"
#include "providers/openstack/openstackpages.h"

namespace Providers {

using namespace Qt::StringLiterals;
using Domain::Deferred;
using Domain::Error;
using Domain::Result;

namespace {

Error nowhere()
{
    return Domain::failure(Domain::ErrorKind::NotFound, u"no project and region has it"_s).error();
}

/// Rows of one list by their ids.
template <class Row>
QHash<QString, Row> rowsById(const QList<Row> &rows)
{
    QHash<QString, Row> found;
    for (const Row &row : rows) {
        found.insert(OpenStackKind<Row>::id(row), row);
    }
    return found;
}

} // namespace

/// One object, asked for at several sites.
template <class Row>
struct OpenStackObjects::Search
{
    typename OpenStackKind<Row>::Key key;
    Deferred<OpenStackAt<Row>> end;
    QList<QFuture<Result<Row>>> asked = {};
    qsizetype open = 0;
    std::optional<Error> error = {}; ///< the one that leaves it open whether it is there, if any
    std::optional<OpenStackAt<Row>> foreign = {};

    void takeBack()
    {
        for (QFuture<Result<Row>> &one : std::exchange(asked, {})) {
            one.cancel();
        }
    }
};

OpenStackObjects::OpenStackObjects(OpenStackAtlas &atlas, QObject *context)
    : m_atlas(atlas)
    , m_context(context)
{
}

bool OpenStackObjects::isGone(const Error &error)
{
    return OpenStackErrors::isGone(error);
}

template <class Row>
QFuture<Result<OpenStackAt<Row>>> OpenStackObjects::find(
    const typename OpenStackKind<Row>::Key &key)
{
    const Deferred<OpenStackAt<Row>> deferred;
    const OpenStackAtlas::Answer sites = m_atlas.sites();
    Net::passOnCancel(deferred.future(), sites, m_context);
    onValue(sites, m_context, deferred, [this, deferred, key](const OpenStackSites &all) {
        search<Row>(m_atlas.candidates(all, key), key, deferred);
    });
    return deferred.future();
}

template <class Row>
void OpenStackObjects::search(const OpenStackSites &sites,
                              const typename OpenStackKind<Row>::Key &key,
                              const Deferred<OpenStackAt<Row>> &end)
{
    if (sites.isEmpty()) {
        end.settle(std::unexpected(nowhere()));
        return;
    }
    // Every answer counts in it, and none knows which comes last.
    const auto search = std::make_shared<Search<Row>>(key, end);
    search->open = sites.size();
    for (const OpenStackSiteRef &site : sites) {
        const QFuture<Result<Row>> row =
            Net::sendAndParse<Row>(*OpenStackKind<Row>::service(*site),
                                   OpenStackKind<Row>::one(key), OpenStackKind<Row>::parse);
        Net::passOnCancel(end.future(), row, m_context);
        search->asked.append(row);
        onEnd(row, m_context,
              [this, search, site](const Result<Row> &answer) { arrived(search, site, answer); });
    }
}

/// Who may see other projects' objects gets them at any site; they are to be asked for at their
/// own.
template <class Row>
void OpenStackObjects::arrived(const std::shared_ptr<Search<Row>> &search,
                               const OpenStackSiteRef &site, const Result<Row> &row)
{
    --search->open;
    if (search->end.isSettled()) {
        return;
    }
    if (row) {
        const Domain::ProjectId owner = OpenStackKind<Row>::project(*row);
        search->foreign = OpenStackAt<Row>{*row, site};
        if (owner.isEmpty() || owner == site->project) {
            search->open = 0;
        }
    } else if (search->error.transform(isGone).value_or(true)) {
        search->error = row.error();
    }
    if (search->open > 0) {
        return;
    }
    if (const std::optional<OpenStackAt<Row>> foreign = search->foreign) {
        m_atlas.learn(search->key, *foreign->site);
        search->end.settle(*foreign);
    } else {
        // One site's answer tells more than that it is nowhere: the id of the request, above all.
        const bool isTelling =
            search->asked.size() == 1 || !search->error.transform(isGone).value_or(true);
        search->end.settle(
            std::unexpected(isTelling ? search->error.value_or(nowhere()) : nowhere()));
    }
    search->takeBack();
}

template <class Row>
QFuture<Result<OpenStackFound<Row>>> OpenStackObjects::findOne(
    const typename OpenStackKind<Row>::Key &key)
{
    const Deferred<OpenStackFound<Row>> deferred;
    const QFuture<Result<OpenStackAt<Row>>> object = find<Row>(key);
    Net::passOnCancel(deferred.future(), object, m_context);
    QFuture(object).then(m_context, [deferred, key](const Result<OpenStackAt<Row>> &found) {
        if (!found && !isGone(found.error())) {
            deferred.settle(std::unexpected(found.error()));
            return;
        }
        deferred.settle(
            OpenStackFound<Row>{{key, found ? std::optional(found->row) : std::nullopt}});
    });
    return deferred.future();
}

template <class Row>
QFuture<Result<OpenStackFound<Row>>> OpenStackObjects::findInList(
    const OpenStackSiteRef &site, const QList<typename OpenStackKind<Row>::Key> &keys)
{
    const Deferred<OpenStackFound<Row>> deferred;
    const QFuture<Result<QList<Row>>> list = OpenStackPages::fetch<Row>(site, {});
    Net::passOnCancel(deferred.future(), list, m_context);
    onValue(list, m_context, deferred, [deferred, keys](const QList<Row> &rows) {
        const QHash<QString, Row> byId = rowsById(rows);
        OpenStackFound<Row> found;
        for (const auto &key : keys) {
            const auto row = byId.constFind(key.id.value);
            found.insert(key, row == byId.cend() ? std::nullopt : std::optional(*row));
        }
        deferred.settle(found);
    });
    return deferred.future();
}

template <class Row>
QFuture<Result<OpenStackFound<Row>>> OpenStackObjects::findAll(
    const QList<typename OpenStackKind<Row>::Key> &keys)
{
    using Found = OpenStackFound<Row>;
    if (keys.isEmpty()) {
        return Domain::settled<Found>(Found());
    }
    const Deferred<Found> deferred;
    const OpenStackAtlas::Answer sites = m_atlas.sites();
    Net::passOnCancel(deferred.future(), sites, m_context);
    onValue(sites, m_context, deferred, [this, deferred, keys](const OpenStackSites &all) {
        QHash<OpenStackSiteRef, QList<typename OpenStackKind<Row>::Key>> groups;
        for (const auto &key : keys) {
            groups[m_atlas.known(all, key)].append(key);
        }
        QList<QFuture<Result<Found>>> answers;
        for (auto group = groups.cbegin(); group != groups.cend(); ++group) {
            if (group.key() && group->size() >= manyAtOnce) {
                answers.append(findInList<Row>(group.key(), *group));
                continue;
            }
            for (const auto &key : *group) {
                answers.append(findOne<Row>(key));
            }
        }
        const QFuture<Result<QList<Found>>> parts = gather(answers, m_context);
        Net::passOnCancel(deferred.future(), parts, m_context);
        onValue(parts, m_context, deferred, [deferred](const QList<Found> &found) {
            Found whole;
            for (const Found &part : found) {
                whole.insert(part);
            }
            deferred.settle(whole);
        });
    });
    return deferred.future();
}

template QFuture<Result<OpenStackAt<OpenStackServer>>> OpenStackObjects::find<OpenStackServer>(
    const Domain::ResourceKey &);
template QFuture<Result<OpenStackAt<OpenStackVolume>>> OpenStackObjects::find<OpenStackVolume>(
    const Domain::ResourceKey &);
template QFuture<Result<OpenStackAt<OpenStackVolumeSnapshot>>>
OpenStackObjects::find<OpenStackVolumeSnapshot>(const Domain::SnapshotKey &);
template QFuture<Result<OpenStackAt<OpenStackImage>>> OpenStackObjects::find<OpenStackImage>(
    const Domain::SnapshotKey &);

template QFuture<Result<OpenStackFound<OpenStackServer>>>
OpenStackObjects::findAll<OpenStackServer>(const QList<Domain::ResourceKey> &);
template QFuture<Result<OpenStackFound<OpenStackVolume>>>
OpenStackObjects::findAll<OpenStackVolume>(const QList<Domain::ResourceKey> &);
template QFuture<Result<OpenStackFound<OpenStackVolumeSnapshot>>>
OpenStackObjects::findAll<OpenStackVolumeSnapshot>(const QList<Domain::SnapshotKey> &);
template QFuture<Result<OpenStackFound<OpenStackImage>>> OpenStackObjects::findAll<OpenStackImage>(
    const QList<Domain::SnapshotKey> &);

} // namespace Providers
