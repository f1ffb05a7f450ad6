// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/errortext.h"

namespace Items {

/// Entries of the journal that are damaged.
struct UnreadableEntries
{
    int count = 0;
    int unfinished = 0; ///< of them: what they began is not followed any more
    QString file; ///< where they still are

    friend bool operator==(const UnreadableEntries &, const UnreadableEntries &) = default;
};
[[nodiscard]] ErrorText unreadableEntriesText(const UnreadableEntries &entries);

/// The journal can't be opened, read or written.
[[nodiscard]] ErrorText journalFailureText(const Domain::Error &error);
/// The journal was damaged. It has been put aside under the path, and begun anew.
[[nodiscard]] ErrorText journalSetAsideText(const QString &path);
/// The journal was written by a newer version of the program.
[[nodiscard]] ErrorText journalTooNewText();

/// A password came with a rollback or a new server, or may have come, and nobody saw it.
[[nodiscard]] ErrorText passwordLostText(const QString &serverName);

} // namespace Items
