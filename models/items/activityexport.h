// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/journalentry.h"

#include <QByteArray>

namespace Items {

/// The activity as a file for other programs. Names of fields and words for values are the same in
/// every language and stay as they are; times are UTC in ISO 8601; sizes are bytes. No vendor's
/// document and no secret is in it. Pure functions of values: good for any thread.

/// RFC 4180, with a byte order mark: without one Excel takes UTF-8 for the system's old code page,
/// and every other program skips it. Text that a spreadsheet would take for a formula has an
/// apostrophe before it.
[[nodiscard]] QByteArray activityCsv(const QList<Domain::JournalEntry> &entries);

/// `{"exported": ..., "entries": [...]}`, each entry with its steps and its error.
[[nodiscard]] QByteArray activityJson(const QList<Domain::JournalEntry> &entries,
                                      const QDateTime &exported);

} // namespace Items
