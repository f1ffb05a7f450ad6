// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/raff/entities.h"
#include "demo/raff/traits.h"

// The vendor's words for what the simulation keeps as enumerations, and its identifiers.
namespace Demo::Raff {

[[nodiscard]] QString word(VmState state);
[[nodiscard]] QString word(VolumeState state);
[[nodiscard]] QString word(SnapshotKind kind);
[[nodiscard]] QString statusOf(const Snapshot &snapshot, const Traits &traits);

// Always the same for the same thing.
[[nodiscard]] QString uuidOf(const QString &kind, const QString &name);
[[nodiscard]] bool isUuid(const QString &text);
// As the API writes it: "2026-11-20T14:02:11Z".
[[nodiscard]] QString timeText(Instant instant);
// As the vendor's panel names snapshots: "11-20-26".
[[nodiscard]] QString dateInName(Instant instant);
// Dollars with six decimals, of millionths.
[[nodiscard]] QString dollars(double millionths);

} // namespace Demo::Raff
