// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "openstackwords.h"
#include "vendor.h"

#include <QStringList>

#include <algorithm>

/// The few words of a vendor that the contract's tests can't do without.
namespace Contract {

inline QByteArray hetznerMethod(const Domain::Request &request)
{
    const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(request);
    const bool isRenaming = std::holds_alternative<Domain::RenameSnapshot>(request);
    return isRemoval ? "DELETE"_ba : isRenaming ? "PUT"_ba : "POST"_ba;
}

inline QString hetznerPathPart(const Domain::Request &request)
{
    static_assert(std::variant_size_v<Domain::Request> == 9);
    static const QStringList parts = {u"/create_image"_s, u"/rebuild"_s,           u"/images/"_s,
                                      u"/images/"_s,      u"/change_protection"_s, u"/actions/"_s,
                                      u"/images/"_s,      u"/servers"_s,           u"/volumes"_s};
    return parts.at(static_cast<qsizetype>(request.index()));
}

inline QByteArray stackConsoleMethod(const Domain::Request &request)
{
    return std::holds_alternative<Domain::RemoveSnapshot>(request) ? "DELETE"_ba : "POST"_ba;
}

inline QString stackConsolePathPart(const Domain::Request &request)
{
    return std::holds_alternative<Domain::RollBack>(request) ? u"/revert"_s : u"/snapshots"_s;
}

inline QByteArray raffMethod(const Domain::Request &request)
{
    const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(request);
    const bool isRenaming = std::holds_alternative<Domain::RenameSnapshot>(request);
    return isRemoval ? "DELETE"_ba : isRenaming ? "PATCH"_ba : "POST"_ba;
}

inline QString raffPathPart(const Domain::Request &request)
{
    static_assert(std::variant_size_v<Domain::Request> == 9);
    static const QStringList parts = {u"/snapshots"_s,  u"/restore"_s,   u"/snapshots/"_s,
                                      u"/rename"_s,     u"/snapshots"_s, u"/vms/"_s,
                                      u"/save-image"_s, u"/vms"_s,       u"/volumes"_s};
    return parts.at(static_cast<qsizetype>(request.index()));
}

inline int raffLooks(const Domain::Request &request)
{
    return std::holds_alternative<Domain::RollBack>(request) ? 1 : 0;
}

inline const QList<Vendor> &vendors()
{
    static const QList<Vendor> all = {
        {u"hetzner"_s, Vendor::Contracts::One, u"hetzner-cloud.json"_s, u"kunde-osthoff"_s,
         QString(), u"unavailable"_s, hetznerMethod, hetznerPathPart},
        {u"stackconsole"_s, Vendor::Contracts::None, QString(), u"test-bench"_s,
         u"old site files"_s, u"unavailable"_s, stackConsoleMethod, stackConsolePathPart,
         Domain::ErrorKind::Forbidden, false, false},
        {u"raff"_s, Vendor::Contracts::One, u"raff.json"_s, u"db-primary"_s, u"cms-archive"_s,
         u"unavailable"_s, raffMethod, raffPathPart, Domain::ErrorKind::Forbidden, false, false,
         raffLooks, false},
        openStack(),
    };
    return all;
}

inline const Vendor *findVendor(const QString &id)
{
    const auto found = std::ranges::find(vendors(), id, &Vendor::id);
    return found == vendors().end() ? nullptr : &*found;
}

/// The kinds that the vendor has something to try on, with their names in rows of tests.
inline QList<std::pair<Domain::ResourceKind, const char *>> kindsOf(const QString &id)
{
    const Vendor *vendor = findVendor(id);
    QList<std::pair<Domain::ResourceKind, const char *>> kinds;
    if (vendor && !vendor->server.isEmpty()) {
        kinds.append({Domain::ResourceKind::Server, "server"});
    }
    if (vendor && !vendor->volume.isEmpty()) {
        kinds.append({Domain::ResourceKind::Volume, "volume"});
    }
    return kinds;
}

} // namespace Contract
