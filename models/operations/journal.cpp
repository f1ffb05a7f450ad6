// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/journal.h"

#include "operations/operationjson.h"
#include "storage/sqlerror.h"

#include <QJsonDocument>
#include <QLoggingCategory>

using namespace Qt::StringLiterals;

namespace Operations {

using Domain::Done;
using Domain::JournalEntry;
using Domain::Operation;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(journalLog, "app.journal", QtInfoMsg)

Storage::Schema journalSchema()
{
    Storage::Schema schema;
    schema.versions = {
        {u"CREATE TABLE operations ("
         "number INTEGER PRIMARY KEY, " // in the order of their first writing
         "id TEXT NOT NULL UNIQUE, "
         "is_over INTEGER NOT NULL, "
         "account_name TEXT NOT NULL, "
         "user TEXT NOT NULL, "
         "content TEXT NOT NULL)"_s,
         u"CREATE INDEX unfinished ON operations (number) WHERE is_over = 0"_s},
        {u"CREATE TABLE keeps ("
         "account TEXT NOT NULL, "
         "kind TEXT NOT NULL, "
         "snapshot TEXT NOT NULL, "
         "keep_until TEXT NOT NULL, " // ISO 8601, UTC
         "PRIMARY KEY (account, kind, snapshot)) WITHOUT ROWID"_s},
    };
    schema.durability = Storage::Durability::PowerLoss;
    return schema;
}

Result<JournalEntry> entryOf(const QSqlQuery &query)
{
    const QJsonDocument content = QJsonDocument::fromJson(query.value(2).toByteArray());
    return operationFromJson(content.object()).transform([&query](const Operation &operation) {
        return JournalEntry{operation, query.value(0).toString(), query.value(1).toString()};
    });
}

Result<Done> put(const QSqlDatabase &database, const JournalEntry &entry)
{
    QSqlQuery query(database);
    query.prepare(u"INSERT INTO operations (id, is_over, account_name, user, content) "
                  "VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET "
                  "is_over = excluded.is_over, content = excluded.content"_s);
    // An empty QString would be NULL.
    const auto text = [](const QString &value) {
        return value.isNull() ? u""_s : value;
    };
    query.addBindValue(entry.operation.id.value);
    query.addBindValue(entry.operation.isOver() ? 1 : 0);
    query.addBindValue(text(entry.accountName));
    query.addBindValue(text(entry.user));
    query.addBindValue(
        QString::fromUtf8(QJsonDocument(toJson(entry.operation)).toJson(QJsonDocument::Compact)));
    return Storage::execute(query);
}

} // namespace

Journal::Journal(const QString &file, Storage::StorageThread &thread)
    : m_database(file, journalSchema(), thread)
{
}

QFuture<Result<Storage::Opened>> Journal::open()
{
    return m_database.open();
}

QFuture<Result<Done>> Journal::write(const JournalEntry &entry)
{
    return m_database.run<Done>(
        [entry](const QSqlDatabase &database) { return put(database, entry); });
}

QFuture<Result<JournalContents>> Journal::unfinished()
{
    return read(u"WHERE is_over = 0"_s);
}

QFuture<Result<JournalContents>> Journal::all()
{
    return read({});
}

QFuture<Result<JournalContents>> Journal::read(const QString &condition)
{
    const auto readRows = [condition](const QSqlDatabase &database) -> Result<JournalContents> {
        QSqlQuery query(database);
        query.prepare(u"SELECT account_name, user, content, is_over FROM operations "_s + condition
                      + u" ORDER BY number"_s);
        return Storage::execute(query).transform([&query](Done) {
            JournalContents contents;
            while (query.next()) {
                const Result<JournalEntry> entry = entryOf(query);
                if (entry) {
                    contents.entries.append(*entry);
                    continue;
                }
                ++contents.unreadable;
                contents.unreadableUnfinished += query.value(3).toInt() == 0 ? 1 : 0;
                qCWarning(journalLog) << entry.error().message;
            }
            return contents;
        });
    };
    return m_database.run<JournalContents>(readRows);
}

} // namespace Operations
