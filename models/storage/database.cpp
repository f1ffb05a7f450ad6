// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include "storage/sqlerror.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Storage {

using Domain::Done;
using Domain::ErrorKind;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(storageLog, "app.storage", QtInfoMsg)

/// Another program that looks into the file, such as a backup, may hold it for a moment.
const QString connectOptions = u"QSQLITE_BUSY_TIMEOUT=2000"_s;

/// What SQLite keeps beside a database.
constexpr std::array companions{""_L1, "-wal"_L1, "-shm"_L1};

Result<int> number(const QSqlDatabase &database, const QString &pragma)
{
    QSqlQuery query(database);
    if (!query.exec(pragma) || !query.next()) {
        return std::unexpected(errorOf(query.lastError()));
    }
    return query.value(0).toInt();
}

Result<Done> checkWhole(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    if (!query.exec(u"PRAGMA quick_check(1)"_s) || !query.next()) {
        return std::unexpected(errorOf(query.lastError()));
    }
    const QString verdict = query.value(0).toString();
    if (verdict == "ok"_L1) {
        return Done();
    }
    Domain::Error error = Domain::failure(ErrorKind::StorageFailed, verdict).error();
    error.code = u"damaged"_s;
    return std::unexpected(error);
}

Result<Done> migrate(const QSqlDatabase &database, const QList<QStringList> &versions, int from)
{
    Result<Done> done = execute(database, u"BEGIN IMMEDIATE"_s);
    for (qsizetype version = from; done && version < versions.size(); ++version) {
        for (const QString &statement : versions.at(version)) {
            done = done.and_then([&](Done) { return execute(database, statement); });
        }
    }
    done = done.and_then([&](Done) {
        return execute(database, u"PRAGMA user_version = "_s + QString::number(versions.size()));
    });
    return done.and_then([&](Done) { return execute(database, u"COMMIT"_s); })
        .or_else([&](const Domain::Error &error) -> Result<Done> {
            [[maybe_unused]] const auto undone = execute(database, u"ROLLBACK"_s);
            return std::unexpected(error);
        });
}

} // namespace

/// The connection, from its opening to its end on the storage thread.
class Database::Connection
{
public:
    Connection(QString file, Schema schema)
        : m_file(std::move(file))
        , m_schema(std::move(schema))
    {
    }

    Result<Opened> open();
    void close();
    Result<Done> inTransaction(const Work<Done> &work) const;

private:
    Result<Opened> openOnce();
    Result<Opened> prepare(const QSqlDatabase &database);
    /// Where it was put; nothing where it can't be moved.
    std::optional<QString> setAside() const;

    QString m_file;
    Schema m_schema;
    QString m_name; ///< Qt's, of the connection; empty: not open
    bool m_isReadOnly = false;
};

Result<Opened> Database::Connection::open()
{
    close();
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath())) {
        Domain::Error error =
            Domain::failure(ErrorKind::StorageFailed, u"The folder can't be made."_s).error();
        error.code = u"read-only"_s;
        return std::unexpected(error);
    }
    const Result<Opened> opened = openOnce();
    if (opened || !isDamage(opened.error())) {
        return opened;
    }
    close();
    const std::optional<QString> aside = setAside();
    if (!aside) {
        return opened;
    }
    qCWarning(storageLog) << "a database is damaged and was set aside:" << opened.error().message;
    return openOnce().transform(
        [&aside](const Opened &) { return Opened{Condition::SetAside, *aside}; });
}

Result<Opened> Database::Connection::openOnce()
{
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(m_file);
    database.setConnectOptions(connectOptions);
    if (!database.open()) {
        return std::unexpected(errorOf(database.lastError()));
    }
    return prepare(database);
}

Result<Opened> Database::Connection::prepare(const QSqlDatabase &database)
{
    const Result<int> version = number(database, u"PRAGMA user_version"_s);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > m_schema.versions.size()) {
        m_isReadOnly = true;
        return execute(database, u"PRAGMA query_only = ON"_s).transform([](Done) {
            return Opened{Condition::TooNew, {}};
        });
    }
    const bool isFull = m_schema.durability == Durability::PowerLoss;
    return checkWhole(database)
        .and_then([&](Done) { return number(database, u"PRAGMA journal_mode = WAL"_s); })
        .and_then([&](int) {
            return execute(database,
                           isFull ? u"PRAGMA synchronous = FULL"_s
                                  : u"PRAGMA synchronous = NORMAL"_s);
        })
        .and_then([&](Done) {
            return *version == m_schema.versions.size()
                ? Result<Done>(Done())
                : migrate(database, m_schema.versions, *version);
        })
        .transform([](Done) { return Opened(); });
}

void Database::Connection::close()
{
    if (!m_name.isEmpty()) {
        QSqlDatabase::database(m_name, false).close();
        QSqlDatabase::removeDatabase(m_name);
        m_name.clear();
    }
    m_isReadOnly = false;
}

std::optional<QString> Database::Connection::setAside() const
{
    const QString time = QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString aside = m_file + u".damaged-"_s + time;
    for (int other = 2; QFile::exists(aside); ++other) {
        aside = m_file + u".damaged-"_s + time + u'-' + QString::number(other);
    }
    for (const QLatin1StringView companion : companions) {
        const QString file = m_file + companion;
        if (QFile::exists(file) && !QFile::rename(file, aside + companion)) {
            return std::nullopt;
        }
    }
    return aside;
}

Result<Done> Database::Connection::inTransaction(const Work<Done> &work) const
{
    if (m_name.isEmpty()) {
        return Domain::failure(ErrorKind::StorageFailed, u"The database is not open."_s);
    }
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const QString begin = m_isReadOnly ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
    return execute(database, begin)
        .and_then([&](Done) { return work(database); })
        .and_then([&](Done) { return execute(database, u"COMMIT"_s); })
        .or_else([&](const Domain::Error &error) -> Result<Done> {
            // Where it never began, there is nothing to undo.
            [[maybe_unused]] const auto undone = execute(database, u"ROLLBACK"_s);
            return std::unexpected(error);
        });
}

Database::Database(QString file, const Schema &schema, StorageThread &thread)
    : m_file(std::move(file))
    , m_thread(thread)
    , m_connection(std::make_shared<Connection>(m_file, schema))
{
}

Database::~Database()
{
    m_thread.post([connection = m_connection] { connection->close(); });
}

QFuture<Result<Opened>> Database::open()
{
    const Domain::Deferred<Opened> deferred;
    m_thread.post([connection = m_connection, deferred] { deferred.settle(connection->open()); });
    return deferred.future();
}

Result<Done> Database::inTransaction(Connection &connection, const Work<Done> &work)
{
    return connection.inTransaction(work);
}

} // namespace Storage
