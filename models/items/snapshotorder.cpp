// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotorder.h"

#include "items/snapshotcolumns.h"
#include "items/textranks.h"

#include <algorithm>
#include <span>

namespace Items {

using Domain::SnapshotKey;

namespace {

constexpr quint32 noRank = std::numeric_limits<quint32>::max();

bool isText(SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Name:
    case SnapshotModel::Status:
    case SnapshotModel::Source:
    case SnapshotModel::Location:
    case SnapshotModel::Account:
        return true;
    case SnapshotModel::Timestamp:
    case SnapshotModel::Size:
    case SnapshotModel::Kind:
    case SnapshotModel::PerMonth:
    case SnapshotModel::ColumnCount:
        break;
    }
    return false;
}

qint64 number(const RowFacts &facts, SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Timestamp:
        return facts.created;
    case SnapshotModel::Size:
        return facts.bytes;
    case SnapshotModel::PerMonth:
        return facts.price;
    case SnapshotModel::Kind:
        return qint64(facts.kind);
    case SnapshotModel::Name:
    case SnapshotModel::Status:
    case SnapshotModel::Source:
    case SnapshotModel::Location:
    case SnapshotModel::Account:
    case SnapshotModel::ColumnCount:
        break;
    }
    Q_UNREACHABLE_RETURN(RowFacts::absent);
}

bool isSortedAlike(const SnapshotRow &a, const SnapshotRow &b, SnapshotModel::Column column)
{
    switch (column) {
    case SnapshotModel::Timestamp:
        return a.snapshot.created == b.snapshot.created;
    case SnapshotModel::Size:
        return shownBytes(a) == shownBytes(b);
    case SnapshotModel::PerMonth:
        return a.monthly == b.monthly;
    case SnapshotModel::Kind:
    case SnapshotModel::ColumnCount:
        return true; // the kind is part of the key
    case SnapshotModel::Name:
    case SnapshotModel::Status:
    case SnapshotModel::Source:
    case SnapshotModel::Location:
    case SnapshotModel::Account:
        break;
    }
    return sortText(a, column) == sortText(b, column);
}

/// Ids are mostly numbers as text: the shorter is the smaller.
bool isBefore(const SnapshotKey &a, const SnapshotKey &b)
{
    if (a.id != b.id) {
        const qsizetype difference = a.id.value.size() - b.id.value.size();
        return difference != 0 ? difference < 0 : a.id.value < b.id.value;
    }
    return a.account != b.account ? a.account.value < b.account.value : a.kind < b.kind;
}

} // namespace

SnapshotOrder::SnapshotOrder(const SnapshotStore &store)
    : m_store(store)
{
}

void SnapshotOrder::set(SnapshotModel::Column column, Qt::SortOrder direction)
{
    m_column = column;
    m_direction = direction;
}

bool SnapshotOrder::note(const StoreChanges &changes)
{
    bool mayDiffer = !changes.added.empty();
    m_tieNames.clear();
    for (int i = 0; i < SnapshotModel::ColumnCount; ++i) {
        const auto column = SnapshotModel::Column(i);
        const bool isKey = column == m_column || column == SnapshotModel::Name;
        if (!isKey && m_ranks[size_t(i)].empty()) {
            continue;
        }
        const bool isChanged = std::ranges::any_of(changes.changed, [&](const auto &changed) {
            return !isSortedAlike(*changed.before, m_store.row(changed.slot), column);
        });
        mayDiffer = mayDiffer || (isKey && isChanged);
        if (isChanged || !changes.added.empty()) {
            m_ranks[size_t(i)].clear();
        }
    }
    return mayDiffer;
}

std::vector<Slot> SnapshotOrder::sorted()
{
    const auto sort = [](std::vector<Entry> &entries) {
        std::ranges::sort(entries, [](const Entry &a, const Entry &b) {
            return a.value != b.value ? a.value < b.value : a.name < b.name;
        });
    };
    std::vector<Entry> entries = valued();
    if (isText(m_column) || m_column == SnapshotModel::Kind) {
        setNames(entries, ranksOf(SnapshotModel::Name));
        sort(entries);
    } else {
        // Numbers hardly ever tie: names, which are dear, are asked for only where they do.
        sort(entries);
        if (nameTies(entries)) {
            sort(entries);
        }
    }
    forEachTie(entries, [this](std::span<Entry> tie) {
        std::ranges::sort(tie, [this](const Entry &a, const Entry &b) {
            return isBefore(m_store.row(a.slot).snapshot.key, m_store.row(b.slot).snapshot.key);
        });
    });
    std::vector<Slot> order(entries.size());
    std::ranges::transform(entries, order.begin(), &Entry::slot);
    return order;
}

std::vector<SnapshotOrder::Entry> SnapshotOrder::valued()
{
    const Ranks *ranks = isText(m_column) ? &ranksOf(m_column) : nullptr;
    const qint64 absent = ranks ? qint64(noRank) : RowFacts::absent;
    std::vector<Entry> entries;
    entries.reserve(size_t(m_store.liveCount()));
    for (const Slot slot : liveSlots()) {
        const qint64 value = ranks ? qint64((*ranks)[slot]) : number(m_store.facts(slot), m_column);
        // Last, whichever the direction.
        const qint64 last = std::numeric_limits<qint64>::max();
        const qint64 directed = value == absent ? last
            : m_direction == Qt::AscendingOrder ? value
                                                : -value;
        entries.push_back({directed, 0, slot});
    }
    return entries;
}

void SnapshotOrder::setNames(std::vector<Entry> &entries, const Ranks &names)
{
    for (Entry &entry : entries) {
        entry.name = names[entry.slot];
    }
}

bool SnapshotOrder::nameTies(std::vector<Entry> &entries)
{
    std::vector<Slot> tied;
    forEachTie(entries, [&tied](std::span<Entry> tie) {
        std::ranges::transform(tie, std::back_inserter(tied), &Entry::slot);
    });
    if (tied.empty()) {
        return false;
    }
    // Few are cheaper to rank by themselves than along with every other row.
    const bool areFew = m_ranks[SnapshotModel::Name].empty() && tied.size() < entries.size() / 2;
    if (areFew && (m_tieNames.empty() || m_tieColumn != m_column)) {
        m_tieNames = rank(tied, SnapshotModel::Name);
        m_tieColumn = m_column;
    }
    setNames(entries, areFew ? m_tieNames : ranksOf(SnapshotModel::Name));
    return true;
}

template <class Visit>
void SnapshotOrder::forEachTie(std::vector<Entry> &entries, const Visit &visit)
{
    const auto isTied = [](const Entry &a, const Entry &b) {
        return a.value == b.value && a.name == b.name;
    };
    for (size_t begin = 0; begin < entries.size();) {
        size_t end = begin + 1;
        while (end < entries.size() && isTied(entries[begin], entries[end])) {
            ++end;
        }
        if (end - begin > 1) {
            visit(std::span(entries).subspan(begin, end - begin));
        }
        begin = end;
    }
}

const SnapshotOrder::Ranks &SnapshotOrder::ranksOf(SnapshotModel::Column column)
{
    Ranks &ranks = m_ranks[size_t(column)];
    if (ranks.empty()) {
        ranks = rank(liveSlots(), column);
    }
    return ranks;
}

SnapshotOrder::Ranks SnapshotOrder::rank(const std::vector<Slot> &slots,
                                         SnapshotModel::Column column) const
{
    // Most columns hold few texts, of which each is ranked once; names mostly differ.
    const bool isShared = column != SnapshotModel::Name;
    QHash<QString, quint32> known;
    std::vector<QString> texts;
    std::vector<quint32> textOf;
    textOf.reserve(slots.size());
    for (const Slot slot : slots) {
        QString text = sortText(m_store.row(slot), column);
        if (text.isEmpty()) {
            textOf.push_back(noRank);
            continue;
        }
        const auto next = quint32(texts.size());
        const quint32 number = isShared ? known.value(text, next) : next;
        textOf.push_back(number);
        if (number == next) {
            if (isShared) {
                known.insert(text, next);
            }
            texts.push_back(std::move(text));
        }
    }
    const std::vector<quint32> rankOfText = textRanks(texts, m_locale);
    Ranks ranks(m_store.slotCount(), noRank);
    for (size_t i = 0; i < slots.size(); ++i) {
        ranks[slots[i]] = textOf[i] == noRank ? noRank : rankOfText[textOf[i]];
    }
    return ranks;
}

std::vector<Slot> SnapshotOrder::liveSlots() const
{
    std::vector<Slot> slots;
    slots.reserve(size_t(m_store.liveCount()));
    for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
        if (m_store.isLive(slot)) {
            slots.push_back(slot);
        }
    }
    return slots;
}

} // namespace Items
