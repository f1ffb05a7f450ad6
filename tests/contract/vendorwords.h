// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/request.h"

#include <QStringList>

#include <algorithm>

/// The few words of a vendor that the contract's tests can't do without.
namespace Contract {

using namespace Qt::StringLiterals;

/// How the simulated cloud of one vendor is told to lose an answer, what to try things on, and what
/// the vendor's API leaves untold.
struct Vendor
{
    QString id;
    QString contract; ///< the file that judges its exchanges; empty: none is published
    /// Each with a usable snapshot of its own: the server runs unless the provider can't switch it,
    /// the volume is in the state that a rollback needs.
    QString server;
    QString volume; ///< empty where the vendor takes no snapshots of volumes
    QString lostAnswer; ///< the vendor's word for a failure that proves nothing
    QByteArray (*method)(const Domain::Request &) = nullptr;
    QString (*pathPart)(const Domain::Request &) = nullptr; ///< of the request's path
    Domain::ErrorKind readOnlyRefusal = Domain::ErrorKind::ReadOnlyCredential;
    bool givesRequestIds = true;
    bool showsPastRollbacks = true; ///< whether one was done can be looked up afterwards
    int looksBeforeRollback = 0; ///< calls that a rollback makes before it is sent
    bool tellsEverySize = true; ///< false: some come without a unit, which is as good as none
};

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

inline const QList<Vendor> &vendors()
{
    static const QList<Vendor> all = {
        {u"hetzner"_s, u"hetzner-cloud.json"_s, u"kunde-osthoff"_s, QString(), u"unavailable"_s,
         hetznerMethod, hetznerPathPart},
        {u"stackconsole"_s, QString(), u"test-bench"_s, u"old site files"_s, u"unavailable"_s,
         stackConsoleMethod, stackConsolePathPart, Domain::ErrorKind::Forbidden, false, false},
        {u"raff"_s, u"raff.json"_s, u"db-primary"_s, u"cms-archive"_s, u"unavailable"_s, raffMethod,
         raffPathPart, Domain::ErrorKind::Forbidden, false, false, 1, false},
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
