// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "providers/raff/raffrows.h"

#include <chrono>

namespace Providers {

/// How the making of a VM stands, and what is left of an order whose answer was lost. Pure
/// functions.
class RaffCreation
{
public:
    /// A VM that has not come by then may never come.
    static constexpr std::chrono::minutes limit{15};

    /// By its row as just read; nothing for one that is gone.
    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const std::optional<RaffResource> &row,
                                                    std::chrono::milliseconds waited);
    /// What the project's VMs tell. Names need not be unique: the only one of that name that was
    /// made since is the one; several, or one so soon before that clocks may differ, prove nothing.
    [[nodiscard]] static Domain::Finding trace(const Domain::CreateServer &create,
                                               const QList<RaffResource> &rows);
};

} // namespace Providers
