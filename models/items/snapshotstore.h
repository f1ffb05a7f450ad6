// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotrow.h"

#include <QHash>

#include <array>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace Items {

/// Where a row lives in the store. It stays the same from merge to merge, as long as the row's key
/// is there.
using Slot = quint32;

/// What sorting, filtering and summing ask of a row, side by side in memory: the rows themselves
/// are ten times as large.
struct RowFacts
{
    static constexpr qint64 absent = std::numeric_limits<qint64>::min();

    qint64 created = absent; ///< milliseconds since the epoch
    qint64 bytes = absent;
    qint64 price = absent; ///< nanos of `currency` a month
    qint64 keepUntil = absent; ///< milliseconds since the epoch
    quint16 currency = 0; ///< index into SnapshotStore::currencies()
    quint16 account = 0; ///< index into the store's accounts
    Domain::SnapshotKind kind = Domain::SnapshotKind::Server;
    Domain::SnapshotStatus status = Domain::SnapshotStatus::Unknown;
    Domain::SizeUnit unit = Domain::SizeUnit::Gigabyte;
    bool isLive = false;
    bool isProtected = false;
    bool isInUse = false;
    bool isOrphaned = false;
    bool isOfParts = false; ///< the bytes are those of other rows: not to be added up
};

/// What is told of a row apart from its account's list.
struct RowMarks
{
    std::optional<int> percent;
    QDateTime keepUntil;
    bool isToBeRemoved = false;

    friend bool operator==(const RowMarks &, const RowMarks &) = default;
};

/// What a merge did. Rows as they were stay readable as long as this lives.
struct StoreChanges
{
    struct Changed
    {
        Slot slot = 0;
        const SnapshotRow *before = nullptr;
    };
    std::vector<Slot> added;
    std::vector<Changed> changed;
    std::vector<Slot> vanished; ///< not live any more, readable until forget()
    QList<SnapshotRow> before;

    [[nodiscard]] bool isEmpty() const
    {
        return added.empty() && changed.empty() && vanished.empty();
    }
};

/// The rows of all accounts, found by slot or by key.
class SnapshotStore
{
public:
    [[nodiscard]] StoreChanges merge(const Domain::AccountId &account, QList<SnapshotRow> rows);
    void forget(const std::vector<Slot> &vanished);

    /// The slot whose row changed by it. Marks are kept for a row that is yet to come, and across
    /// merges; once the row or its account goes, only the date stays.
    std::optional<Slot> setMarks(const Domain::SnapshotKey &key, const RowMarks &marks);
    [[nodiscard]] RowMarks marks(const Domain::SnapshotKey &key) const;
    [[nodiscard]] const QHash<Domain::SnapshotKey, RowMarks> &marks() const { return m_marks; }
    void forgetWork(const Domain::AccountId &account);

    [[nodiscard]] Slot slotCount() const { return Slot(m_rows.size()); }
    [[nodiscard]] qsizetype liveCount() const;
    [[nodiscard]] bool isLive(Slot slot) const { return m_facts[slot].isLive; }
    [[nodiscard]] const SnapshotRow &row(Slot slot) const { return *m_rows[slot]; }
    [[nodiscard]] const RowFacts &facts(Slot slot) const { return m_facts[slot]; }
    [[nodiscard]] std::string_view searchText(Slot slot) const;
    [[nodiscard]] std::optional<Slot> find(const Domain::SnapshotKey &key) const;
    [[nodiscard]] std::optional<quint16> accountIndex(const Domain::AccountId &account) const;
    [[nodiscard]] const QStringList &currencies() const { return m_currencies; }

private:
    /// Rows as they were handed in, shared with whoever holds the same list.
    struct Account
    {
        Domain::AccountId id;
        QList<SnapshotRow> rows;
        std::vector<Slot> slots; ///< of each row
        std::array<QHash<Domain::SnapshotId, Slot>, 2> ids; ///< by Domain::SnapshotKind
    };
    struct Span
    {
        size_t offset = 0;
        size_t length = 0;
    };

    [[nodiscard]] quint16 accountFor(const Domain::AccountId &id);
    [[nodiscard]] quint16 currencyFor(const QString &currency);
    [[nodiscard]] Slot newSlot();
    void placeRows(quint16 index, const std::vector<Slot> &slotsBefore, StoreChanges &changes);
    [[nodiscard]] Slot slotFor(Account &account, const Domain::SnapshotKey &key);
    void applyMarks(QList<SnapshotRow> &rows) const;
    void forgetWork(const Domain::SnapshotKey &key);
    void point(Account &account);
    void describe(Slot slot, quint16 account);
    void setSearchText(Slot slot);
    void compactSearchText();

    std::vector<Account> m_accounts;
    std::vector<const SnapshotRow *> m_rows; ///< into the accounts' rows; null: a free slot
    std::vector<RowFacts> m_facts;
    std::vector<Span> m_spans; ///< of m_text
    std::string m_text; ///< casefolded UTF-8, with holes where rows have gone
    size_t m_textInUse = 0;
    std::vector<Slot> m_free;
    QHash<Domain::SnapshotKey, RowMarks> m_marks; ///< none that says nothing
    QStringList m_currencies;
};

} // namespace Items
