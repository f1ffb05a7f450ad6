// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/journalentry.h"

#include <QStringList>

#include <string>

namespace Items {

/// One entry of the journal in words, for its details. All of it comes from the entry.

/// One fact with its name.
struct ActivityLine
{
    QString label;
    QString value;
    QString hint; ///< tooltip; empty mostly

    friend bool operator==(const ActivityLine &, const ActivityLine &) = default;
};

/// Who, when, how long, on what; unknown ones are left out.
[[nodiscard]] QList<ActivityLine> activityFacts(const Domain::JournalEntry &entry,
                                                const QDateTime &now,
                                                Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte);
/// Each step of the plan with how it stands: "Shut down: done".
[[nodiscard]] QStringList activitySteps(const Domain::Operation &operation);
/// What the provider's support asks for, a value each that can be copied as it is: the ids of the
/// request that failed, of the tasks, of the server or volume, and of the snapshot.
[[nodiscard]] QList<ActivityLine> activityIds(const Domain::Operation &operation);
/// Everything that words are looked for in, casefolded, a line each.
[[nodiscard]] std::string activitySearchText(const Domain::JournalEntry &entry);

} // namespace Items
