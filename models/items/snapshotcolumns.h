// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotmodel.h"

namespace Items {

/// What a cell of the snapshot table says, by column.

[[nodiscard]] QString headerText(SnapshotModel::Column column);
[[nodiscard]] QString headerToolTip(SnapshotModel::Column column);
[[nodiscard]] Qt::Alignment columnAlignment(SnapshotModel::Column column);

[[nodiscard]] QString displayText(const SnapshotRow &row, SnapshotModel::Column column,
                                  const QDateTime &now);
/// Dimmed, behind the main text; empty mostly.
[[nodiscard]] QString secondaryText(const SnapshotRow &row, SnapshotModel::Column column,
                                    const QDateTime &now);
/// Plain text: what the cell has no room for, or why it has nothing to show.
[[nodiscard]] QString explanation(const SnapshotRow &row, SnapshotModel::Column column);
/// What a screen reader says instead of the cell's text: no dashes, no abbreviations by colour or
/// icon.
[[nodiscard]] QString accessibleText(const SnapshotRow &row, SnapshotModel::Column column,
                                     const QDateTime &now);
[[nodiscard]] QVariant sortValue(const SnapshotRow &row, SnapshotModel::Column column);
/// The text that a text column is sorted by; empty: absent.
[[nodiscard]] QString sortText(const SnapshotRow &row, SnapshotModel::Column column);

} // namespace Items
