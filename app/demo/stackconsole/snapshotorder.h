// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/stackconsole/entities.h"

#include <expected>

namespace Demo::StackConsole {

class Tenant;
struct Plan;

// What the body of a request asks to be made.
struct SnapshotOrder
{
    // Without a source, a size and instants.
    Snapshot snapshot;
    const Plan *plan = nullptr;
};

// Answers the refusal when something is missing, unknown, taken or not sold.
[[nodiscard]] std::expected<SnapshotOrder, Answer> readOrder(const Request &request,
                                                             SnapshotKind kind,
                                                             const Tenant &tenant);

} // namespace Demo::StackConsole
