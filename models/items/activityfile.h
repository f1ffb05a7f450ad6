// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/journalentry.h"
#include "domain/result.h"

namespace Items {

struct ErrorText;

enum class ActivityFormat { Csv, Json };
/// By the file's name; CSV where that tells nothing.
[[nodiscard]] ActivityFormat activityFormatOf(const QString &path);

/// Writes the file whole, in the format that its name tells, or leaves what was there as it was.
/// For a worker thread: it ends when the disk has it. StorageFailed with the system's words in
/// `message`; `code` is "missing", "not-writable" or "full" where that is the cause.
[[nodiscard]] Domain::Result<Domain::Done> writeActivity(const QString &path,
                                                         const QList<Domain::JournalEntry> &entries,
                                                         const QDateTime &exported);

/// What a person is told when that failed.
[[nodiscard]] ErrorText activityFileErrorText(const QString &path, const Domain::Error &error);

} // namespace Items
