// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QByteArray>

namespace Items {

struct ErrorText;

enum class ExportFormat { Csv, Json };
/// By the file's name; CSV where that tells nothing.
[[nodiscard]] ExportFormat exportFormatOf(const QString &path);

/// Writes the file whole, or leaves what was there as it was. For a worker thread: it ends when the
/// disk has it. StorageFailed with the system's words in `message`; `code` is "missing",
/// "not-writable" or "full" where that is the cause.
[[nodiscard]] Domain::Result<Domain::Done> writeExport(const QString &path,
                                                       const QByteArray &content);

enum class ExportSubject { Activity, Snapshots, Resources };
/// What a person is told when that failed.
[[nodiscard]] ErrorText exportErrorText(ExportSubject subject, const QString &path,
                                        const Domain::Error &error);

} // namespace Items
