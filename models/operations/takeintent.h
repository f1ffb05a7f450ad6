// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/planner.h"

namespace Operations {

/// A snapshot that the person asked for. Who asks makes the id, and can follow by it what becomes
/// of it.
struct TakeIntent
{
    Domain::OperationId id;
    Domain::ResourceKey source;
    QString name;
    StopServer stop = StopServer::No;
    Purchase purchase = {};

    friend bool operator==(const TakeIntent &, const TakeIntent &) = default;
};

} // namespace Operations
