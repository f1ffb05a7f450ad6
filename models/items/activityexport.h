// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/journalentry.h"

#include <QByteArray>

namespace Items {

/// The activity as a file for other programs, as exporttext.h has it. No vendor's document and no
/// secret is in it.

[[nodiscard]] QByteArray activityCsv(const QList<Domain::JournalEntry> &entries);

/// `{"exported": ..., "entries": [...]}`, each entry with its steps and its error.
[[nodiscard]] QByteArray activityJson(const QList<Domain::JournalEntry> &entries,
                                      const QDateTime &exported);

} // namespace Items
