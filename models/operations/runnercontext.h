// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/clock.h"
#include "domain/keys.h"

#include <algorithm>
#include <chrono>
#include <functional>

namespace Domain {
class CloudProvider;
}

namespace Operations {

/// What every part of a running plan leans on; owned by the runner and outliving the parts.
struct RunnerContext
{
    std::function<Domain::CloudProvider *(const Domain::AccountId &)> providerOf;
    Domain::Clock &clock;
    int haste = 1;

    /// A pause of ours, shortened where the cloud's time runs faster. Never nothing: a provider
    /// that is being destroyed answers from its destructor, and must not be asked again from there.
    [[nodiscard]] std::chrono::milliseconds paced(std::chrono::milliseconds pause) const
    {
        return std::max(pause / haste, std::chrono::milliseconds(1));
    }
};

} // namespace Operations
