// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <chrono>

namespace Domain {

/// How long a kind of work usually takes by what its vendor publishes, whatever the size.
struct PublishedTime
{
    OperationKind operation = OperationKind::Take;
    ResourceKind resource = ResourceKind::Server;
    std::chrono::seconds least{0};
    std::chrono::seconds most{0};

    friend bool operator==(const PublishedTime &, const PublishedTime &) = default;
};

} // namespace Domain
