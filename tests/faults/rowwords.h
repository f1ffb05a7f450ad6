// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/errortext.h"
#include "items/operationoffers.h"

#include <QStringList>

/// What the row of an operation that ended badly says and offers.
namespace Faults {

/// What the row has buttons for.
inline QString offersOf(const Domain::Operation &operation)
{
    QStringList offers;
    if (Items::serverToStart(operation)) {
        offers.append(QStringLiteral("start"));
    }
    if (Items::snapshotToRollBackTo(operation)) {
        offers.append(QStringLiteral("again"));
    }
    return offers.join(u' ');
}

/// What the row says of it.
inline QString told(const Domain::Operation &operation)
{
    const Items::ErrorText text = Items::operationErrorText(operation);
    return text.title + u' ' + text.meaning + u' ' + text.advice;
}

} // namespace Faults
