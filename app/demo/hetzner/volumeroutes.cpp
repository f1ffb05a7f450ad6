// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/volumeroutes.h"

#include "demo/hetzner/listing.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/wire.h"
#include "demo/hetzner/words.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

std::strong_ordering compareVolumes(const Volume &left, const Volume &right, const QString &field)
{
    if (field == "created"_L1) {
        return left.created <=> right.created;
    }
    if (field == "name"_L1) {
        return QString::compare(left.name, right.name) <=> 0;
    }
    return left.id <=> right.id;
}

Answer listVolumes(const Request &request, const Project &project)
{
    const auto statuses = readWords(request, u"status"_s, volumeStatusWords());
    if (!statuses) {
        return statuses.error();
    }
    const auto selector = readSelector(request);
    if (!selector) {
        return selector.error();
    }
    const QStringList names = request.queryValues(u"name");
    Listing<Volume> listing;
    listing.name = u"volumes"_s;
    listing.sortable = {u"id"_s, u"name"_s, u"created"_s};
    listing.compare = compareVolumes;
    listing.wire = [](const Volume &volume) {
        return bytes(json(volume));
    };
    for (const auto &[id, volume] : project.volumes) {
        if ((statuses->isEmpty() || statuses->contains(u"available"_s))
            && (names.isEmpty() || names.contains(volume.name))
            && selector->matches(volume.labels)) {
            listing.entries.push_back(&volume);
        }
    }
    return answerPage(request, listing);
}

} // namespace

void addVolumeRoutes(Router &router, Project &project)
{
    router.add("GET", u"/volumes"_s, [&project](const Request &request, const QStringList &) {
        return listVolumes(request, project);
    });
    router.add("GET", u"/volumes/{id}"_s, [&project](const Request &, const QStringList &ids) {
        const Volume *volume = project.findVolume(ids.first().toLongLong());
        return volume ? answerWith(200, {{u"volume"_s, json(*volume)}}) : notFound(u"volume"_s);
    });
}

} // namespace Demo::Hetzner
