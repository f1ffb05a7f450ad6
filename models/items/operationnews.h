// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

namespace Items {

/// What the desktop is told when an operation ends while nobody looks at the window.
struct OperationNews
{
    QString title;
    QString text;
    bool isBad = false;

    friend bool operator==(const OperationNews &, const OperationNews &) = default;
};

/// It ended badly, or well after a long time; the time in which it could be undone does not count.
[[nodiscard]] bool isWorthTelling(const Domain::Operation &operation);
/// Of one or more that ended; several are told as one.
[[nodiscard]] OperationNews operationNews(const QList<Domain::Operation> &ended);

} // namespace Items
