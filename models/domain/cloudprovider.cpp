// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/cloudprovider.h"

#include "domain/deferred.h"

namespace Domain {

QFuture<Result<QList<ServerType>>> CloudProvider::listServerTypes()
{
    return settled<QList<ServerType>>(failure(ErrorKind::Unsupported));
}

QFuture<Result<QList<Limit>>> CloudProvider::listLimits()
{
    return settled<QList<Limit>>(failure(ErrorKind::Unsupported));
}

} // namespace Domain
