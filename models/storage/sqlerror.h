// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QSqlQuery>

class QSqlError;

namespace Storage {

[[nodiscard]] Domain::Error storageError(const QString &code, const QString &message);
[[nodiscard]] Domain::Error errorOf(const QSqlError &error);
/// Whether the file itself is no database, or a broken one.
[[nodiscard]] bool isDamage(const Domain::Error &error);

/// Runs what was prepared, or the statement.
[[nodiscard]] Domain::Result<Domain::Done> execute(QSqlQuery &query);
[[nodiscard]] Domain::Result<Domain::Done> execute(const QSqlDatabase &database,
                                                   const QString &statement);

} // namespace Storage
