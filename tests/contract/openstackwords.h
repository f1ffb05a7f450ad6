// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "vendor.h"

#include <QStringList>

namespace Contract {

inline QByteArray openStackMethod(const Domain::Request &request)
{
    if (std::holds_alternative<Domain::RemoveSnapshot>(request)) {
        return "DELETE"_ba;
    }
    const auto *rename = std::get_if<Domain::RenameSnapshot>(&request);
    if (rename && rename->snapshot.kind == Domain::SnapshotKind::Volume) {
        return "PUT"_ba;
    }
    return rename || std::holds_alternative<Domain::ProtectSnapshot>(request) ? "PATCH"_ba
                                                                              : "POST"_ba;
}

inline QString openStackPathPart(const Domain::Request &request)
{
    static_assert(std::variant_size_v<Domain::Request> == 9);
    static const QStringList parts = {u"/action"_s,  u"/action"_s,  u"/images/"_s,
                                      u"/images/"_s, u"/images/"_s, u"/action"_s,
                                      u"/images"_s,  u"/servers"_s, u"/volumes"_s};
    const auto *take = std::get_if<Domain::TakeSnapshot>(&request);
    const auto *remove = std::get_if<Domain::RemoveSnapshot>(&request);
    const auto *rename = std::get_if<Domain::RenameSnapshot>(&request);
    const bool isOfVolume = (take && take->source.kind == Domain::ResourceKind::Volume)
        || (remove && remove->snapshot.kind == Domain::SnapshotKind::Volume)
        || (rename && rename->snapshot.kind == Domain::SnapshotKind::Volume);
    return isOfVolume ? u"/snapshots"_s : parts.at(static_cast<qsizetype>(request.index()));
}

/// Where an object is, is asked before anything is done to it; before a rollback, what it goes back
/// to as well, and of a volume whether that is its latest.
inline int openStackLooks(const Domain::Request &request)
{
    const auto *rollBack = std::get_if<Domain::RollBack>(&request);
    if (!rollBack) {
        return 1;
    }
    return rollBack->target.kind == Domain::ResourceKind::Server ? 2 : 3;
}

inline Vendor openStack()
{
    Vendor vendor = {u"openstack"_s,   Vendor::Contracts::OneOfEachService,
                     QString(),        u"web-2"_s,
                     u"build-cache"_s, u"unavailable"_s,
                     openStackMethod,  openStackPathPart};
    vendor.readOnlyRefusal = Domain::ErrorKind::Forbidden;
    vendor.looksBefore = openStackLooks;
    vendor.tellsPrices = false;
    vendor.strangeId = u"98765432-1987-4321-9876-543219876543"_s;
    vendor.readOnlyCredential = u"{\"v\":1,\"method\":\"application_credential\","
                                "\"id\":\"98765432198743219876543219876543\","
                                "\"secret\":\"demo-secret-read-only\"}"_s;
    return vendor;
}

} // namespace Contract
