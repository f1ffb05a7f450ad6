// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/keepdates.h"

#include "operations/enumwords.h"
#include "storage/database.h"
#include "storage/sqlerror.h"

#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Operations {

using Domain::Done;
using Domain::Result;
using Domain::SnapshotKey;

namespace {

Q_LOGGING_CATEGORY(keepLog, "app.journal.keeps", QtInfoMsg)

void bindKey(QSqlQuery &query, const SnapshotKey &snapshot)
{
    query.addBindValue(snapshot.account.value);
    query.addBindValue(QString(wordOf(snapshot.kind)));
    query.addBindValue(snapshot.id.value);
}

Result<Done> putDate(const QSqlDatabase &database, const SnapshotKey &snapshot,
                     const QDateTime &until)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO keeps (account, kind, snapshot, keep_until) VALUES (?, ?, ?, ?) "
                  "ON CONFLICT (account, kind, snapshot) DO UPDATE SET "
                  "keep_until = excluded.keep_until"_s);
    bindKey(query, snapshot);
    query.addBindValue(until.toUTC().toString(Qt::ISODateWithMs));
    return Storage::execute(query);
}

Result<Done> dropDate(const QSqlDatabase &database, const SnapshotKey &snapshot)
{
    QSqlQuery query(database);
    query.prepare(u"DELETE FROM keeps WHERE account = ? AND kind = ? AND snapshot = ?"_s);
    bindKey(query, snapshot);
    return Storage::execute(query);
}

void readDate(const QSqlQuery &query, KeepDates::Dates &dates)
{
    const auto kind = fromWord<Domain::SnapshotKind>(query.value(1).toString());
    const QDateTime until = QDateTime::fromString(query.value(3).toString(), Qt::ISODateWithMs);
    if (kind && until.isValid()) {
        dates.insert({{query.value(0).toString()}, *kind, {query.value(2).toString()}},
                     until.toUTC());
    } else {
        qCWarning(keepLog) << "a date can't be read; the snapshot is kept for good";
    }
}

} // namespace

KeepDates::KeepDates(Storage::Database &database)
    : m_database(database)
{
}

QFuture<Result<Done>> KeepDates::set(const SnapshotKey &snapshot, const QDateTime &until)
{
    return m_database.run<Done>([snapshot, until](const QSqlDatabase &database) {
        return putDate(database, snapshot, until);
    });
}

QFuture<Result<Done>> KeepDates::clear(const SnapshotKey &snapshot)
{
    return m_database.run<Done>(
        [snapshot](const QSqlDatabase &database) { return dropDate(database, snapshot); });
}

QFuture<Result<KeepDates::Dates>> KeepDates::all()
{
    return m_database.run<Dates>([](const QSqlDatabase &database) -> Result<Dates> {
        QSqlQuery query(database);
        query.prepare(u"SELECT account, kind, snapshot, keep_until FROM keeps"_s);
        return Storage::execute(query).transform([&query](Done) {
            Dates dates;
            while (query.next()) {
                readDate(query, dates);
            }
            return dates;
        });
    });
}

} // namespace Operations
