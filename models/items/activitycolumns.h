// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/activitymodel.h"

namespace Items {

/// What a cell of the activity says, by column.

[[nodiscard]] QString headerText(ActivityModel::Column column);
[[nodiscard]] QString headerToolTip(ActivityModel::Column column);
[[nodiscard]] Qt::Alignment columnAlignment(ActivityModel::Column column);

[[nodiscard]] QString displayText(const Domain::JournalEntry &entry, ActivityModel::Column column,
                                  const QDateTime &now, Domain::SizeUnit unit);
/// Dimmed, behind the main text; empty mostly.
[[nodiscard]] QString secondaryText(const Domain::JournalEntry &entry, ActivityModel::Column column,
                                    const QDateTime &now);
/// Plain text: what the cell has no room for, or why it has nothing to show.
[[nodiscard]] QString explanation(const Domain::JournalEntry &entry, ActivityModel::Column column);
/// What a screen reader says instead of the cell's text.
[[nodiscard]] QString accessibleText(const Domain::JournalEntry &entry,
                                     ActivityModel::Column column, const QDateTime &now,
                                     Domain::SizeUnit unit);
[[nodiscard]] QVariant sortValue(const Domain::JournalEntry &entry, ActivityModel::Column column);
[[nodiscard]] QString iconName(const Domain::JournalEntry &entry, ActivityModel::Column column);
[[nodiscard]] ActivityModel::Tone toneOf(const Domain::JournalEntry &entry,
                                         ActivityModel::Column column);

} // namespace Items
