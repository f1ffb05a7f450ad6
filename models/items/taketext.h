// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

namespace Items {

class TakeDraft;

/// What the questions that lead to a snapshot say.

[[nodiscard]] QString locationTitle(const Domain::Location &location); ///< "Falkenstein"
[[nodiscard]] QString countryName(const QString &code); ///< "DE" gives "Germany"
[[nodiscard]] QString countText(const ResourceCount &count); ///< "4 servers, 12 volumes"
[[nodiscard]] QString projectTitle(const Domain::Project &project);
/// "running" of a server, "in use" or "free" of a volume.
[[nodiscard]] QString sourceStateText(const Domain::Resource &resource);

[[nodiscard]] QString stepTitle(TakeStep step, const TakeDraft &draft); ///< "Location"
[[nodiscard]] QString stepQuestion(TakeStep step, const TakeDraft &draft); ///< title of its page
/// The answer so far, in a few words; empty when there is none.
[[nodiscard]] QString stepAnswer(TakeStep step, const TakeDraft &draft);
/// The answer as it is read again before the snapshot is taken.
[[nodiscard]] QString stepSummary(TakeStep step, const TakeDraft &draft);

/// Whether there is anything to say about billing besides the price.
[[nodiscard]] bool hasBilling(const TakeDraft &draft);
[[nodiscard]] QString noPlanText(const TakeDraft &draft);
[[nodiscard]] QString planTitle(const Domain::SnapshotPrice &plan);
[[nodiscard]] QString ruleTitle(Domain::BillingRule rule); ///< empty where it is not known
[[nodiscard]] QString ruleMeaning(Domain::BillingRule rule);

} // namespace Items
