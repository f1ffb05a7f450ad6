// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/sqlerror.h"

#include <QSqlDatabase>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Storage {

using Domain::Done;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Result;

namespace {

// The low byte of SQLite's result codes, https://sqlite.org/rescode.html
enum SqliteCode {
    SqliteBusy = 5,
    SqliteLocked = 6,
    SqliteReadOnly = 8,
    SqliteCorrupt = 11,
    SqliteFull = 13,
    SqliteCannotOpen = 14,
    SqliteNotADatabase = 26,
};

QString reasonOf(int code)
{
    switch (code & 0xff) {
    case SqliteBusy:
    case SqliteLocked:
        return u"locked"_s;
    case SqliteReadOnly:
    case SqliteCannotOpen:
        return u"read-only"_s;
    case SqliteCorrupt:
    case SqliteNotADatabase:
        return u"damaged"_s;
    case SqliteFull:
        return u"full"_s;
    default:
        return u"disk"_s;
    }
}

} // namespace

Error storageError(const QString &code, const QString &message)
{
    Error error = Domain::failure(ErrorKind::StorageFailed, message).error();
    error.code = code;
    return error;
}

Error errorOf(const QSqlError &error)
{
    return storageError(reasonOf(error.nativeErrorCode().toInt()), error.databaseText());
}

bool isDamage(const Error &error)
{
    return error.code == "damaged"_L1;
}

Result<Done> execute(QSqlQuery &query)
{
    return query.exec() ? Result<Done>(Done()) : std::unexpected(errorOf(query.lastError()));
}

Result<Done> execute(const QSqlDatabase &database, const QString &statement)
{
    QSqlQuery query(database);
    return query.exec(statement) ? Result<Done>(Done())
                                 : std::unexpected(errorOf(query.lastError()));
}

} // namespace Storage
