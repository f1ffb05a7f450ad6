// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/database.h"

#include "storage/databasefiles.h"
#include "storage/sqlerror.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QSqlError>
#include <QSqlQuery>
#include <QStorageInfo>
#include <QUuid>

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

/// SQLite makes its files larger by up to this at once.
constexpr qint64 roomNeeded = 65'536;

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
    return std::unexpected(storageError(u"damaged"_s, verdict));
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
    Result<Opened> openWhatIsThere();
    Result<Opened> openNew();
    Result<QSqlDatabase> connect(const QString &file);
    Result<Opened> prepare(const QSqlDatabase &database);
    Result<Opened> setAside(DatabaseFiles::Part part, const Domain::Error &damage);
    /// With the file's name, and with the disk's fault where SQLite sees only its consequence.
    [[nodiscard]] Domain::Error explained(Domain::Error error) const;

    QString m_file;
    Schema m_schema;
    QString m_name; ///< Qt's, of the connection; empty: not open
    Domain::Error m_whyNotOpen = storageError(u"closed"_s, u"it was never opened"_s);
    bool m_isReadOnly = false;
};

Result<Opened> Database::Connection::open()
{
    close();
    if (!QDir().mkpath(QFileInfo(m_file).absolutePath())) {
        return std::unexpected(
            explained(storageError(u"read-only"_s, u"the folder can't be made"_s)));
    }
    const DatabaseFiles::Part lost = DatabaseFiles(m_file).lostIfOpened();
    Result<Opened> opened = lost == DatabaseFiles::Part::Nothing
        ? openWhatIsThere()
        : setAside(lost, storageError(u"damaged"_s, u"a part of it is empty or no part of it"_s));
    if (!opened && isDamage(opened.error())) {
        opened = setAside(DatabaseFiles::Part::All, opened.error());
    }
    if (!opened) {
        close();
        m_whyNotOpen = explained(opened.error());
        return std::unexpected(m_whyNotOpen);
    }
    return opened;
}

Result<Opened> Database::Connection::openWhatIsThere()
{
    return DatabaseFiles(m_file).isThere()
        ? connect(m_file).and_then(
              [this](const QSqlDatabase &database) { return prepare(database); })
        : openNew();
}

/// A file gets its name when it is made: one that is there and empty was not always so.
Result<Opened> Database::Connection::openNew()
{
    const QString unfinished = m_file + u".new"_s;
    DatabaseFiles(unfinished).remove();
    const Result<Done> made = connect(unfinished).and_then([this](const QSqlDatabase &database) {
        return migrate(database, m_schema.versions, 0);
    });
    close();
    if (!made) {
        DatabaseFiles(unfinished).remove();
        return std::unexpected(made.error());
    }
    if (!QFile::rename(unfinished, m_file)) {
        return std::unexpected(storageError(u"disk"_s, u"the new file can't get its name"_s));
    }
    return connect(m_file).and_then(
        [this](const QSqlDatabase &database) { return prepare(database); });
}

Result<QSqlDatabase> Database::Connection::connect(const QString &file)
{
    close();
    m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name);
    database.setDatabaseName(file);
    database.setConnectOptions(connectOptions);
    if (!database.open()) {
        return std::unexpected(errorOf(database.lastError()));
    }
    return database;
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

/// And goes on with what is left.
Result<Opened> Database::Connection::setAside(DatabaseFiles::Part part, const Domain::Error &damage)
{
    close();
    const std::optional<QString> aside = DatabaseFiles(m_file).setAside(part);
    if (!aside) {
        return std::unexpected(damage);
    }
    qCWarning(storageLog) << "a database is damaged and was set aside:" << damage.message;
    return openWhatIsThere().transform(
        [&aside](const Opened &) { return Opened{Condition::SetAside, *aside}; });
}

Domain::Error Database::Connection::explained(Domain::Error error) const
{
    if (error.kind != ErrorKind::StorageFailed) {
        return error;
    }
    if (error.code == "disk"_L1
        && QStorageInfo(QFileInfo(m_file).absolutePath()).bytesAvailable() < roomNeeded) {
        error.code = u"full"_s;
    }
    error.message = QDir::toNativeSeparators(m_file) + u": "_s + error.message;
    return error;
}

Result<Done> Database::Connection::inTransaction(const Work<Done> &work) const
{
    if (m_name.isEmpty()) {
        return std::unexpected(m_whyNotOpen);
    }
    const QSqlDatabase database = QSqlDatabase::database(m_name, false);
    const QString begin = m_isReadOnly ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s;
    return execute(database, begin)
        .and_then([&](Done) { return work(database); })
        .and_then([&](Done) { return execute(database, u"COMMIT"_s); })
        .or_else([&](const Domain::Error &error) -> Result<Done> {
            // Where it never began, there is nothing to undo.
            [[maybe_unused]] const auto undone = execute(database, u"ROLLBACK"_s);
            return std::unexpected(explained(error));
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
