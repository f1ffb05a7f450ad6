// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/request.h"

#include <QString>

namespace Contract {

using namespace Qt::StringLiterals;

inline int looksAtNothing(const Domain::Request &)
{
    return 0;
}

/// How the simulated cloud of one vendor is told to lose an answer, what to try things on, and what
/// the vendor's API leaves untold.
struct Vendor
{
    enum class Contracts { None, One, OneOfEachService };

    QString id;
    Contracts contracts = Contracts::None; ///< that are published
    QString contract; ///< the file of the one that judges its exchanges
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
    /// Calls that are made before such a request is sent.
    int (*looksBefore)(const Domain::Request &) = looksAtNothing;
    bool tellsEverySize = true; ///< false: some come without a unit, which is as good as none
    bool tellsPrices = true;
    QString strangeId = u"987654321"_s; ///< as the vendor makes them, of nothing that there is
    QString readOnlyCredential = u"demo-secret-read-only"_s;
};

} // namespace Contract
