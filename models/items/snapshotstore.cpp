// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotstore.h"

#include "items/searchtext.h"

#include <algorithm>

namespace Items {

using Domain::AccountId;
using Domain::SnapshotKey;

namespace {

constexpr Slot noSlot = std::numeric_limits<Slot>::max();

void applyMarksTo(SnapshotRow &row, const RowMarks &marks)
{
    row.percent = marks.percent;
    row.keepUntil = marks.keepUntil;
    row.isToBeRemoved = marks.isToBeRemoved;
}

qint64 msOf(const QDateTime &time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : RowFacts::absent;
}

} // namespace

StoreChanges SnapshotStore::merge(const AccountId &id, QList<SnapshotRow> rows)
{
    const quint16 index = accountFor(id);
    applyMarks(rows);
    Account &account = m_accounts[index];
    if (account.rows.isSharedWith(rows)) {
        return {};
    }
    StoreChanges changes;
    changes.before = std::exchange(account.rows, std::move(rows));
    const std::vector<Slot> slotsBefore = std::exchange(account.slots, {});
    // Liveness doubles as the mark of what has been met: everything is gone until then.
    for (const Slot slot : slotsBefore) {
        m_facts[slot].isLive = false;
    }
    placeRows(index, slotsBefore, changes);
    compactSearchText();
    std::copy_if(slotsBefore.begin(), slotsBefore.end(), std::back_inserter(changes.vanished),
                 [this](Slot slot) { return !isLive(slot); });
    for (const Slot slot : changes.vanished) {
        const SnapshotKey &key = m_rows[slot]->snapshot.key;
        account.ids.at(size_t(key.kind)).remove(key.id);
        forgetWork(key);
    }
    return changes;
}

void SnapshotStore::placeRows(quint16 index, const std::vector<Slot> &slotsBefore,
                              StoreChanges &changes)
{
    Account &account = m_accounts[index];
    const QList<SnapshotRow> &rows = std::as_const(account.rows);
    account.slots.reserve(size_t(rows.size()));
    bool hasDuplicates = false;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const SnapshotRow &row = rows.at(i);
        // Lists mostly come in the order of before, which saves looking the key up.
        const bool isAsBefore =
            i < changes.before.size() && changes.before.at(i).snapshot.key == row.snapshot.key;
        const Slot slot = isAsBefore ? slotsBefore[size_t(i)] : slotFor(account, row.snapshot.key);
        if (m_facts[slot].isLive) {
            account.slots.push_back(noSlot);
            hasDuplicates = true;
            continue;
        }
        account.slots.push_back(slot);
        const SnapshotRow *before = std::exchange(m_rows[slot], &row);
        if (before && *before == row) {
            m_facts[slot].isLive = true;
            continue;
        }
        describe(slot, index);
        if (before) {
            changes.changed.push_back({slot, before});
        } else {
            changes.added.push_back(slot);
        }
    }
    if (hasDuplicates) {
        // A list holds each key once, by contract; of a broken one the first is shown.
        account.rows.removeIf([&account, i = size_t(0)](const SnapshotRow &) mutable {
            return account.slots[i++] == noSlot;
        });
        std::erase(account.slots, noSlot);
        point(account);
    }
}

Slot SnapshotStore::slotFor(Account &account, const SnapshotKey &key)
{
    QHash<Domain::SnapshotId, Slot> &ids = account.ids.at(size_t(key.kind));
    const qsizetype before = ids.size();
    Slot &slot = ids[key.id];
    if (ids.size() != before) {
        slot = newSlot();
    }
    return slot;
}

void SnapshotStore::forget(const std::vector<Slot> &vanished)
{
    for (const Slot slot : vanished) {
        m_rows[slot] = nullptr;
        m_facts[slot] = {};
        m_textInUse -= m_spans[slot].length;
        m_spans[slot] = {};
        m_free.push_back(slot);
    }
}

std::optional<Slot> SnapshotStore::setMarks(const SnapshotKey &key, const RowMarks &marks)
{
    if (this->marks(key) == marks) {
        return std::nullopt;
    }
    if (marks == RowMarks()) {
        m_marks.remove(key);
    } else {
        m_marks.insert(key, marks);
    }
    const std::optional<Slot> slot = find(key);
    if (!slot) {
        return std::nullopt;
    }
    Account &account = m_accounts[facts(*slot).account];
    const qsizetype i = m_rows[*slot] - account.rows.constData();
    applyMarksTo(account.rows[i], marks);
    point(account); // the line above copied the list if somebody else holds it too
    m_facts[*slot].keepUntil = msOf(marks.keepUntil);
    return slot;
}

RowMarks SnapshotStore::marks(const SnapshotKey &key) const
{
    return m_marks.value(key);
}

void SnapshotStore::forgetWork(const AccountId &account)
{
    const QList<SnapshotKey> marked = m_marks.keys();
    for (const SnapshotKey &key : marked) {
        if (key.account == account) {
            forgetWork(key);
        }
    }
}

void SnapshotStore::forgetWork(const SnapshotKey &key)
{
    const auto found = m_marks.find(key);
    if (found == m_marks.end()) {
        return;
    }
    *found = {std::nullopt, found->keepUntil, false};
    if (*found == RowMarks()) {
        m_marks.erase(found);
    }
}

qsizetype SnapshotStore::liveCount() const
{
    qsizetype count = 0;
    for (const Account &account : m_accounts) {
        count += account.rows.size();
    }
    return count;
}

std::string_view SnapshotStore::searchText(Slot slot) const
{
    return std::string_view(m_text).substr(m_spans[slot].offset, m_spans[slot].length);
}

std::optional<Slot> SnapshotStore::find(const SnapshotKey &key) const
{
    const std::optional<quint16> index = accountIndex(key.account);
    if (!index) {
        return std::nullopt;
    }
    const QHash<Domain::SnapshotId, Slot> &ids = m_accounts[*index].ids.at(size_t(key.kind));
    const auto slot = ids.constFind(key.id);
    return slot == ids.cend() ? std::nullopt : std::optional(*slot);
}

std::optional<quint16> SnapshotStore::accountIndex(const AccountId &account) const
{
    const auto found = std::ranges::find(m_accounts, account, &Account::id);
    return found == m_accounts.end() ? std::nullopt
                                     : std::optional(quint16(found - m_accounts.begin()));
}

quint16 SnapshotStore::accountFor(const AccountId &id)
{
    if (const std::optional<quint16> index = accountIndex(id)) {
        return *index;
    }
    m_accounts.emplace_back().id = id;
    return quint16(m_accounts.size() - 1);
}

quint16 SnapshotStore::currencyFor(const QString &currency)
{
    const qsizetype index = m_currencies.indexOf(currency);
    if (index < 0) {
        m_currencies.append(currency);
    }
    return quint16(index < 0 ? m_currencies.size() - 1 : index);
}

Slot SnapshotStore::newSlot()
{
    if (!m_free.empty()) {
        const Slot slot = m_free.back();
        m_free.pop_back();
        return slot;
    }
    m_rows.push_back(nullptr);
    m_facts.emplace_back();
    m_spans.emplace_back();
    return Slot(m_rows.size() - 1);
}

void SnapshotStore::applyMarks(QList<SnapshotRow> &rows) const
{
    if (m_marks.isEmpty()) {
        return;
    }
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const auto marks = m_marks.constFind(rows.at(i).snapshot.key);
        if (marks != m_marks.cend()) {
            applyMarksTo(rows[i], *marks);
        }
    }
}

void SnapshotStore::point(Account &account)
{
    const SnapshotRow *row = account.rows.constData();
    for (const Slot slot : account.slots) {
        m_rows[slot] = row++;
    }
}

void SnapshotStore::describe(Slot slot, quint16 account)
{
    const SnapshotRow &row = *m_rows[slot];
    const Domain::Snapshot &snapshot = row.snapshot;
    RowFacts facts;
    if (snapshot.created.isValid()) {
        facts.created = snapshot.created.toMSecsSinceEpoch();
    }
    facts.bytes = shownBytes(row).value_or(RowFacts::absent);
    facts.isOfParts = row.partsBytes.has_value();
    if (row.monthly) {
        facts.price = row.monthly->nanos;
        facts.currency = currencyFor(row.monthly->currency);
    }
    facts.keepUntil = msOf(row.keepUntil);
    facts.account = account;
    facts.kind = snapshot.key.kind;
    facts.status = snapshot.status;
    facts.unit = row.sizeUnit;
    facts.isLive = true;
    facts.isProtected = snapshot.isProtected;
    facts.isInUse = snapshot.isInUse;
    facts.isOrphaned = row.isSourceGone;
    m_facts[slot] = facts;
    setSearchText(slot);
}

void SnapshotStore::setSearchText(Slot slot)
{
    m_textInUse -= m_spans[slot].length;
    const size_t offset = m_text.size();
    appendSearchText(m_text, *m_rows[slot]);
    m_spans[slot] = {offset, m_text.size() - offset};
    m_textInUse += m_spans[slot].length;
}

void SnapshotStore::compactSearchText()
{
    if (m_text.size() <= 2 * m_textInUse) {
        return;
    }
    std::string text;
    text.reserve(m_textInUse);
    for (Span &span : m_spans) {
        const size_t offset = text.size();
        text.append(m_text, span.offset, span.length);
        span.offset = offset;
    }
    m_text = std::move(text);
}

} // namespace Items
