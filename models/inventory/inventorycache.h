// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inventory/inventory.h"
#include "storage/database.h"

#include <QSet>

namespace Inventory {

/// Keeps what the accounts held, for the next start of the program: the table is there before any
/// provider has answered, and where none does.
/// - Written a moment after a refresh or a single row has ended, all of that moment together.
/// - It can be lost: a file that is damaged or of a newer program is gone without, with a line in
///   the log and nothing to the person.
/// - It holds no secret.
class InventoryCache : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the cache, and the inventory must still have its accounts when the
    /// cache goes: it writes then what is still to be written.
    InventoryCache(const QString &file, Inventory &inventory, Storage::StorageThread &thread,
                   Domain::Clock &clock, QObject *parent = nullptr);
    ~InventoryCache() override;

    /// Accounts that it answers false for are not written.
    void setFilter(std::function<bool(const Domain::AccountId &)> isKept);

    /// Begins to open and to read, on the storage thread. What the file holds of other accounts, or
    /// of these at another provider or address, is removed from it.
    void open(const QList<Domain::Account> &accounts);
    /// Hands what was read to the inventory, once; answers when it is there. Apart from open(), so
    /// that reading and making the window go side by side.
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> restore();
    /// The account was removed.
    void forget(const Domain::AccountId &account);

private:
    using Rows = QList<AccountInventory>;
    void noteRows(const Domain::AccountId &account);
    void noteEnd(const Domain::AccountId &account);
    void noteNewer(const AccountInventory &earlier);
    void writeSoon();
    void writeDue();
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(const Domain::AccountId &account);
    void show(const Domain::Result<Rows> &rows);

    Inventory &m_inventory;
    Domain::Clock &m_clock;
    Storage::Database m_database;
    std::function<bool(const Domain::AccountId &)> m_isKept;
    QFuture<Domain::Result<Rows>> m_rows; ///< what the file held
    bool m_isUsable = false; ///< the file is open and ours to write
    bool m_isWritingSoon = false;
    bool m_isRestoring = false; ///< the rows that come are those of the file
    QSet<Domain::AccountId> m_changed; ///< rows came or went since they were written
    QSet<Domain::AccountId> m_due;
    QHash<Domain::AccountId, QDateTime> m_known; ///< how old the file's rows are
};

} // namespace Inventory
