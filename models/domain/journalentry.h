// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

namespace Domain {

/// What was done, by whom and how it ended. It outlives its account, its resource and its snapshot.
struct JournalEntry
{
    Operation operation;
    QString accountName; ///< as it was called then
    QString user; ///< of this computer

    friend bool operator==(const JournalEntry &, const JournalEntry &) = default;
};

} // namespace Domain
