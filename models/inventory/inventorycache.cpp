// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "inventory/inventorycache.h"

#include "domain/clock.h"
#include "inventory/inventorycoding.h"
#include "storage/sqlerror.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Inventory {

using Domain::Account;
using Domain::AccountId;
using Domain::Done;
using Domain::Error;
using Domain::Result;

namespace {

Q_LOGGING_CATEGORY(cacheLog, "app.cache", QtInfoMsg)

/// What changes within this time is written together.
constexpr std::chrono::seconds writingDelay{2};

/// A version of the coding that differs is a version of the schema, which begins with an empty
/// table.
Storage::Schema cacheSchema()
{
    Storage::Schema schema;
    schema.versions = {
        {u"CREATE TABLE inventories ("
         "account TEXT PRIMARY KEY, "
         "provider TEXT NOT NULL, "
         "address TEXT NOT NULL, "
         "content BLOB NOT NULL)"_s},
        {u"DELETE FROM inventories"_s}, // with volume-backed servers and parts of snapshots
    };
    schema.durability = Storage::Durability::Crash;
    return schema;
}

QString addressOf(const Account &account)
{
    const QString address = account.baseUrl.toString(QUrl::FullyEncoded);
    return address.isNull() ? u""_s : address; // which would be NULL
}

Result<Done> put(const QSqlDatabase &database, const AccountInventory &inventory)
{
    const Account &account = inventory.account;
    QSqlQuery query(database);
    query.prepare(u"INSERT OR REPLACE INTO inventories (account, provider, address, content) "
                  "VALUES (?, ?, ?, ?)"_s);
    query.addBindValue(account.id.value);
    query.addBindValue(account.provider.isNull() ? u""_s : account.provider);
    query.addBindValue(addressOf(account));
    query.addBindValue(encodeInventory(inventory));
    return Storage::execute(query);
}

/// Not only from the table: what was removed is not to be found in the file either.
Result<Done> erase(const QSqlDatabase &database, const AccountId &account)
{
    return Storage::execute(database, u"PRAGMA secure_delete = ON"_s).and_then([&](Done) {
        QSqlQuery query(database);
        query.prepare(u"DELETE FROM inventories WHERE account = ?"_s);
        query.addBindValue(account.value);
        return Storage::execute(query);
    });
}

/// Of a newer program's file nothing is known.
bool isReadable(const QSqlDatabase &database)
{
    QSqlQuery query(database);
    return query.exec(u"PRAGMA user_version"_s) && query.next()
        && query.value(0).toInt() == cacheSchema().versions.size();
}

/// The account that a row of the query is of; nothing when there is none of that id, provider and
/// address.
std::optional<Account> ownerOf(const QSqlQuery &query, const QList<Account> &accounts)
{
    const auto owner = std::ranges::find_if(accounts, [&query](const Account &account) {
        return account.id.value == query.value(0).toString()
            && account.provider == query.value(1).toString()
            && addressOf(account) == query.value(2).toString();
    });
    return owner == accounts.cend() ? std::nullopt : std::optional(*owner);
}

Result<QList<AccountInventory>> readAll(const QSqlDatabase &database,
                                        const QList<Account> &accounts)
{
    QList<AccountInventory> rows;
    if (!isReadable(database)) {
        return rows;
    }
    QList<AccountId> useless;
    QSqlQuery query(database);
    query.setForwardOnly(true);
    query.prepare(u"SELECT account, provider, address, content FROM inventories"_s);
    Result<Done> done = Storage::execute(query);
    while (done && query.next()) {
        const std::optional<Account> owner = ownerOf(query, accounts);
        std::optional<AccountInventory> earlier =
            owner ? decodeInventory(query.value(3).toByteArray()) : std::nullopt;
        if (earlier) {
            earlier->account = *owner;
            rows.append(*std::move(earlier));
            continue;
        }
        useless.append({query.value(0).toString()});
        if (owner) {
            qCWarning(cacheLog) << "what was kept of account" << owner->id.value
                                << "can't be read and was dropped";
        }
    }
    query.finish();
    for (const AccountId &account : std::as_const(useless)) {
        done = done.and_then([&](Done) { return erase(database, account); });
    }
    return done.transform([&rows](Done) { return rows; });
}

void logFailure(const char *what, const Error &error)
{
    if (error.kind != Domain::ErrorKind::Cancelled) {
        qCWarning(cacheLog) << what << error.code << error.message;
    }
}

} // namespace

InventoryCache::InventoryCache(const QString &file, Inventory &inventory,
                               Storage::StorageThread &thread, Domain::Clock &clock,
                               QObject *parent)
    : QObject(parent)
    , m_inventory(inventory)
    , m_clock(clock)
    , m_database(file, cacheSchema(), thread)
{
    connect(&inventory, &Inventory::resourcesChanged, this, &InventoryCache::noteRows);
    connect(&inventory, &Inventory::snapshotsChanged, this, &InventoryCache::noteRows);
    connect(&inventory, &Inventory::changed, this, &InventoryCache::noteEnd);
}

InventoryCache::~InventoryCache()
{
    for (const AccountId &account : std::as_const(m_due)) {
        // The thread ends after the work that it was given.
        [[maybe_unused]] const QFuture<Result<Done>> unheard = write(account);
    }
}

void InventoryCache::setFilter(std::function<bool(const AccountId &)> isKept)
{
    m_isKept = std::move(isKept);
}

void InventoryCache::open(const QList<Account> &accounts)
{
    m_database.open().then(this, [this](const Result<Storage::Opened> &opened) {
        if (!opened) {
            logFailure("the cache can't be opened:", opened.error());
            return;
        }
        m_isUsable = opened->condition != Storage::Condition::TooNew;
        if (!m_isUsable) {
            qCInfo(cacheLog) << "the cache is of a newer version and is left alone";
        }
        writeSoon();
    });
    m_rows = m_database.run<Rows>(
        [accounts](const QSqlDatabase &database) { return readAll(database, accounts); });
}

QFuture<Result<Done>> InventoryCache::restore()
{
    if (!m_rows.isValid()) {
        return Domain::settled<Done>(Done());
    }
    const Domain::Deferred<Done> answer;
    m_rows.then(this, [this, answer](const Result<Rows> &rows) {
        show(rows);
        answer.settle(Done());
    });
    m_rows = {};
    return answer.future();
}

void InventoryCache::show(const Result<Rows> &rows)
{
    if (!rows) {
        if (m_isUsable) { // else it has been told
            logFailure("the cache can't be read:", rows.error());
        }
        return;
    }
    for (const AccountInventory &earlier : *rows) {
        const AccountId &account = earlier.account.id;
        const AccountInventory *seen = m_inventory.find(account);
        if (seen && !seen->asOf.isValid()) {
            m_known.insert(account, earlier.asOf);
            m_isRestoring = true;
            m_inventory.restore(earlier);
            m_isRestoring = false;
            noteNewer(earlier);
        }
    }
}

/// What was told while the rows were read is not in the file yet.
void InventoryCache::noteNewer(const AccountInventory &earlier)
{
    const AccountId &account = earlier.account.id;
    const AccountInventory *seen = m_inventory.find(account);
    if (seen && !seen->snapshots.isSharedWith(earlier.snapshots)) {
        m_changed.insert(account);
        noteEnd(account);
    }
}

void InventoryCache::forget(const AccountId &account)
{
    m_changed.remove(account);
    m_due.remove(account);
    m_known.remove(account);
    if (!m_isUsable) {
        return;
    }
    m_database
        .run<Done>([account](const QSqlDatabase &database) { return erase(database, account); })
        .then(this, [](const Result<Done> &erased) {
            if (!erased) {
                logFailure("what was kept of an account can't be removed:", erased.error());
            }
        });
}

void InventoryCache::noteRows(const AccountId &account)
{
    if (!m_isRestoring) {
        m_changed.insert(account);
    }
}

/// While a refresh runs there is nothing to keep: its end is told too.
void InventoryCache::noteEnd(const AccountId &account)
{
    const AccountInventory *seen = m_inventory.find(account);
    if (!seen || !seen->asOf.isValid() || seen->freshness == Freshness::Loading
        || seen->freshness == Freshness::Refreshing) {
        return;
    }
    const bool isNew = m_changed.contains(account) || m_known.value(account) != seen->asOf;
    if (isNew && (!m_isKept || m_isKept(account))) {
        m_due.insert(account);
        writeSoon();
    }
}

void InventoryCache::writeSoon()
{
    if (!m_isUsable || m_due.isEmpty() || m_isWritingSoon) {
        return;
    }
    m_isWritingSoon = true;
    m_clock.callAfter(writingDelay, this, [this] {
        m_isWritingSoon = false;
        writeDue();
    });
}

void InventoryCache::writeDue()
{
    const QSet<AccountId> due = std::exchange(m_due, {});
    for (const AccountId &account : due) {
        write(account).then(this, [](const Result<Done> &written) {
            if (!written) {
                logFailure("the cache can't be written:", written.error());
            }
        });
    }
}

/// The rows are shared with the storage thread, which does the work.
QFuture<Result<Done>> InventoryCache::write(const AccountId &account)
{
    const AccountInventory *seen = m_inventory.find(account);
    if (!m_isUsable || !seen) {
        return Domain::settled<Done>(Done());
    }
    m_changed.remove(account);
    m_known.insert(account, seen->asOf);
    return m_database.run<Done>(
        [inventory = *seen](const QSqlDatabase &database) { return put(database, inventory); });
}

} // namespace Inventory
