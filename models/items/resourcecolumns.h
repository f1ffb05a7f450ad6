// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcemodel.h"

namespace Items {

/// What a cell of the table of servers and volumes says, by column.

[[nodiscard]] QString headerText(ResourceModel::Column column);
[[nodiscard]] QString headerToolTip(ResourceModel::Column column);
[[nodiscard]] Qt::Alignment columnAlignment(ResourceModel::Column column);

[[nodiscard]] QString displayText(const ResourceRow &row, ResourceModel::Column column,
                                  const QDateTime &now);
/// Dimmed, behind the main text; empty mostly.
[[nodiscard]] QString secondaryText(const ResourceRow &row, ResourceModel::Column column);
/// Plain text: what the cell has no room for, or why it has nothing to show.
[[nodiscard]] QString explanation(const ResourceRow &row, ResourceModel::Column column,
                                  const QDateTime &now);
/// What a screen reader says instead of the cell's text.
[[nodiscard]] QString accessibleText(const ResourceRow &row, ResourceModel::Column column,
                                     const QDateTime &now);
[[nodiscard]] QVariant sortValue(const ResourceRow &row, ResourceModel::Column column);
[[nodiscard]] QString iconName(const ResourceRow &row, ResourceModel::Column column,
                               const QDateTime &now);
[[nodiscard]] ResourceModel::Tone toneOf(const ResourceRow &row, ResourceModel::Column column,
                                         const QDateTime &now);
/// The server's power, or what the volume is attached to.
[[nodiscard]] QString resourceStateText(const ResourceRow &row);

} // namespace Items
