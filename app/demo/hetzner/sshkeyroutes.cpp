// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/sshkeyroutes.h"

#include "demo/hetzner/listing.h"
#include "demo/hetzner/project.h"
#include "demo/hetzner/wire.h"
#include "demo/router.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

std::strong_ordering compareKeys(const SshKey &left, const SshKey &right, const QString &field)
{
    return field == "name"_L1 ? QString::compare(left.name, right.name) <=> 0
                              : left.id <=> right.id;
}

Answer listKeys(const Request &request, const Project &project)
{
    const auto selector = readSelector(request);
    if (!selector) {
        return selector.error();
    }
    const QStringList names = request.queryValues(u"name");
    const QStringList fingerprints = request.queryValues(u"fingerprint");
    Listing<SshKey> listing;
    listing.name = u"ssh_keys"_s;
    listing.sortable = {u"id"_s, u"name"_s};
    listing.compare = compareKeys;
    listing.wire = [](const SshKey &key) {
        return bytes(json(key));
    };
    for (const auto &[id, key] : project.sshKeys) {
        if ((names.isEmpty() || names.contains(key.name))
            && (fingerprints.isEmpty()
                || fingerprints.contains(json(key).value("fingerprint"_L1).toString()))
            && selector->matches(key.labels)) {
            listing.entries.push_back(&key);
        }
    }
    return answerPage(request, listing);
}

} // namespace

void addSshKeyRoutes(Router &router, Project &project)
{
    router.add("GET", u"/ssh_keys"_s, [&project](const Request &request, const QStringList &) {
        return listKeys(request, project);
    });
}

} // namespace Demo::Hetzner
