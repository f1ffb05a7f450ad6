// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "storage/storagethread.h"

#include <QFuture>
#include <QList>
#include <QSqlDatabase>
#include <QStringList>

#include <functional>
#include <memory>

namespace Storage {

enum class Durability {
    PowerLoss, ///< what was written survives the loss of power: each write waits for the disk
    Crash, ///< survives a crash of the program; a loss of power may cost the newest writes
};

/// How a database file comes to be. `versions` holds the statements that lead from version i to
/// version i + 1; those of a released version never change.
struct Schema
{
    QList<QStringList> versions;
    Durability durability = Durability::PowerLoss;
};

enum class Condition {
    Good,
    /// What was there is damaged: moved aside, never deleted, and begun anew. Where only the log of
    /// the newest writes is damaged, what was written before them goes on.
    SetAside,
    TooNew, ///< written by a newer program: it can be read, and not written
};

struct Opened
{
    Condition condition = Condition::Good;
    QString setAsideAs; ///< the new path of the damaged file, or of its log

    friend bool operator==(const Opened &, const Opened &) = default;
};

/// One SQLite file behind futures. Every answer comes once, from the storage thread. Errors are of
/// the kind StorageFailed and name the file; their code says why: "full", "read-only", "locked",
/// "damaged", "disk", or "closed" where nobody opened it. After an opening that failed, all work
/// is answered with its error; it may be opened again.
class Database
{
public:
    template <class T>
    using Work = std::function<Domain::Result<T>(const QSqlDatabase &)>;

    /// The thread must outlive it.
    Database(QString file, const Schema &schema, StorageThread &thread);
    ~Database();
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    /// Before anything else. Makes the folder; brings an older file to the newest version.
    [[nodiscard]] QFuture<Domain::Result<Opened>> open();

    [[nodiscard]] const QString &file() const { return m_file; }

    /// One transaction: all of the work is written, or where it answers with an error nothing.
    template <class T>
    [[nodiscard]] QFuture<Domain::Result<T>> run(Work<T> work)
    {
        const Domain::Deferred<T> deferred;
        m_thread.post([connection = m_connection, work = std::move(work), deferred] {
            Domain::Result<T> result = Domain::failure(Domain::ErrorKind::Cancelled);
            const Domain::Result<Domain::Done> done =
                inTransaction(*connection, [&](const QSqlDatabase &database) {
                    result = work(database);
                    return result ? Domain::Result<Domain::Done>(Domain::Done())
                                  : std::unexpected(result.error());
                });
            deferred.settle(done ? std::move(result) : std::unexpected(done.error()));
        });
        return deferred.future();
    }

private:
    class Connection;

    static Domain::Result<Domain::Done> inTransaction(Connection &connection,
                                                      const Work<Domain::Done> &work);

    QString m_file;
    StorageThread &m_thread;
    std::shared_ptr<Connection> m_connection; ///< touched on the storage thread alone
};

} // namespace Storage
