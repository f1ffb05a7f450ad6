// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/endpoint.h"

namespace Demo::OpenStack {

// How an object that metadata belong to is found, and how they are told of.
struct MetadataOwner
{
    // Null where there is no such object.
    std::function<Metadata *(const Call &)> find;
    // "Snapshot" where one that is not found is told of.
    QString thing;
    // Before the name of what is done: "volume:create_snapshot_metadata" is for "create".
    std::function<QString(const QString &verb)> policy;
    // What the end of one is answered with.
    int deletedStatus = 200;
};

// "/v3/snapshots/{id}/metadata" and what is below it.
void addMetadataRoutes(Endpoint &endpoint, const QString &pattern, const MetadataOwner &owner);

} // namespace Demo::OpenStack
