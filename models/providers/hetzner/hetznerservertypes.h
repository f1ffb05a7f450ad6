// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/servertype.h"
#include "net/pagedlist.h"

#include <QDateTime>
#include <QHash>

namespace Providers {

/// A server type as its answer describes it, which tells neither the currency of its prices nor
/// what time it is.
struct HetznerServerType
{
    Domain::ServerType type;
    QHash<Domain::LocationId, QDateTime> soldUntil; ///< UTC; where an end has been announced

    friend bool operator==(const HetznerServerType &, const HetznerServerType &) = default;
};

/// What a new server can be. Pure functions.
class HetznerServerTypes
{
public:
    [[nodiscard]] static Domain::Result<Net::Page<HetznerServerType>> page(const QByteArray &json);
    [[nodiscard]] static QList<Domain::ServerType> offered(const QList<HetznerServerType> &types,
                                                           const QString &currency,
                                                           const QDateTime &now);
};

} // namespace Providers
