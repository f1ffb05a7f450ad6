// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/stackconsole/entities.h"

// The vendor's words for what the simulation keeps as enumerations, and its identifiers.
namespace Demo::StackConsole {

[[nodiscard]] QString word(MachineState state);
[[nodiscard]] QString word(SnapshotState state);
// How prices and services call it: "Block Storage Snapshot".
[[nodiscard]] QString serviceName(SnapshotKind kind);
// How refusals call it: "blockstorage snapshot".
[[nodiscard]] QString thing(SnapshotKind kind);
[[nodiscard]] bool isUsable(SnapshotState state);
// Nothing but time changes it.
[[nodiscard]] bool isInProgress(SnapshotState state);

// Always the same for the same thing.
[[nodiscard]] QString uuidOf(const QString &kind, const QString &slug);
// As the API writes it: "2026-11-20T14:02:11.000000Z".
[[nodiscard]] QString timeText(Instant instant);
// "2026-11-20"
[[nodiscard]] QString dateText(Instant instant);

} // namespace Demo::StackConsole
