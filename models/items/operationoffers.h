// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <optional>

namespace Items {

/// What can be done from the row of an operation that ended badly: what its advice speaks of.

/// The server that may be off since, to be started.
[[nodiscard]] std::optional<Domain::ResourceKey> serverToStart(const Domain::Operation &operation);
/// Whether the operation starts that server, or has started it.
[[nodiscard]] bool startsServer(const Domain::Operation &operation,
                                const Domain::ResourceKey &server);
/// The snapshot of a rollback that certainly did not succeed, to begin it once more.
[[nodiscard]] std::optional<Domain::SnapshotKey> snapshotToRollBackTo(
    const Domain::Operation &operation);

} // namespace Items
