// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodelprivate.h"

#include "domain/clock.h"

#include <algorithm>

namespace Items {

using Domain::AccountId;

namespace {

/// Above so many runs of rows one change of layout costs the views less.
constexpr int mostRuns = 32;
constexpr int hidden = -1;

qint64 minuteOf(const QDateTime &time)
{
    return time.toSecsSinceEpoch() / 60;
}

/// A scope with its accounts looked up once, for many rows.
class ScopeTest
{
public:
    ScopeTest(const SnapshotStore &store, const SnapshotScope &scope)
        : m_store(store)
        , m_scope(scope)
    {
        if (scope.account) {
            m_account = store.accountIndex(*scope.account);
        }
        if (scope.resource) {
            m_resourceAccount = store.accountIndex(scope.resource->account);
        }
        m_isEmpty = (scope.account && !m_account) || (scope.resource && !m_resourceAccount);
    }

    [[nodiscard]] bool contains(Slot slot) const
    {
        const RowFacts &facts = m_store.facts(slot);
        if (m_isEmpty || (m_account && facts.account != *m_account)
            || (m_scope.kind && facts.kind != *m_scope.kind)) {
            return false;
        }
        return !m_scope.resource
            || (m_resourceAccount && facts.account == *m_resourceAccount
                && m_store.row(slot).snapshot.source == m_scope.resource);
    }

private:
    const SnapshotStore &m_store;
    const SnapshotScope &m_scope;
    std::optional<quint16> m_account;
    std::optional<quint16> m_resourceAccount;
    bool m_isEmpty = false;
};

} // namespace

SnapshotModel::Private::Private(SnapshotModel &model, const Domain::Clock &clock)
    : m_model(model)
    , m_clock(clock)
    , m_sorter(m_store)
    , m_minute(minuteOf(clock.now()))
{
}

QDateTime SnapshotModel::Private::now() const
{
    return m_clock.now();
}

std::optional<int> SnapshotModel::Private::rowOf(Slot slot) const
{
    return slot < m_rowOf.size() && m_rowOf[slot] != hidden ? std::optional(m_rowOf[slot])
                                                            : std::nullopt;
}

void SnapshotModel::Private::merge(const AccountId &account, QList<SnapshotRow> rows)
{
    const StoreChanges changes = m_store.merge(account, std::move(rows));
    if (changes.isEmpty()) {
        return;
    }
    m_rowOf.resize(m_store.slotCount(), hidden);
    if (m_sorter.note(changes)) {
        m_order = m_sorter.sorted();
    } else if (!changes.vanished.empty()) {
        std::erase_if(m_order, [this](Slot slot) { return !m_store.isLive(slot); });
    }
    show(wanted());
    announceChanged(changes.changed);
    m_store.forget(changes.vanished);
    Q_EMIT m_model.summaryChanged();
}

void SnapshotModel::Private::sort(Column column, Qt::SortOrder direction)
{
    if (column == m_sorter.column() && direction == m_sorter.direction()) {
        return;
    }
    m_sorter.set(column, direction);
    m_order = m_sorter.sorted();
    relayout(wanted());
}

void SnapshotModel::Private::setScope(const SnapshotScope &scope)
{
    if (scope == m_scope) {
        return;
    }
    m_scope = scope;
    relayout(wanted());
    Q_EMIT m_model.summaryChanged();
}

void SnapshotModel::Private::setFilter(const QString &text)
{
    if (text == m_filterText) {
        return;
    }
    m_filterText = text;
    m_filter = parseFilter(text);
    relayout(wanted());
    Q_EMIT m_model.summaryChanged();
}

void SnapshotModel::Private::setMarks(const Domain::SnapshotKey &key, const RowMarks &marks)
{
    const std::optional<Slot> slot = m_store.setMarks(key, marks);
    const std::optional<int> row = slot ? rowOf(*slot) : std::nullopt;
    if (row) {
        announceRows(*row, *row);
    }
}

void SnapshotModel::Private::setKeepUntil(const Domain::SnapshotKey &key, const QDateTime &until)
{
    RowMarks marks = m_store.marks(key);
    if (marks.keepUntil == until) {
        return;
    }
    marks.keepUntil = until;
    setMarks(key, marks);
    if (m_filter.dependsOnTime()) {
        show(wanted());
    }
    Q_EMIT m_model.summaryChanged();
}

void SnapshotModel::Private::setToBeRemoved(const QSet<Domain::SnapshotKey> &keys)
{
    const QHash<Domain::SnapshotKey, RowMarks> before = m_store.marks();
    for (auto [key, marks] : before.asKeyValueRange()) {
        if (marks.isToBeRemoved && !keys.contains(key)) {
            RowMarks without = marks;
            without.isToBeRemoved = false;
            setMarks(key, without);
        }
    }
    for (const Domain::SnapshotKey &key : keys) {
        RowMarks marks = m_store.marks(key);
        marks.isToBeRemoved = true;
        setMarks(key, marks);
    }
}

QList<Domain::SnapshotKey> SnapshotModel::Private::due() const
{
    const QDateTime now = m_clock.now();
    QList<Domain::SnapshotKey> keys;
    for (auto [key, marks] : m_store.marks().asKeyValueRange()) {
        const bool isDue = marks.keepUntil.isValid() && marks.keepUntil <= now;
        if (isDue && !marks.isToBeRemoved && m_store.find(key)) {
            keys.append(key);
        }
    }
    return keys;
}

void SnapshotModel::Private::refreshAges()
{
    const qint64 minute = minuteOf(m_clock.now());
    if (minute == m_minute) {
        return;
    }
    m_minute = minute;
    if (m_filter.dependsOnTime()) {
        const size_t before = m_shown.size();
        show(wanted());
        if (m_shown.size() != before) {
            Q_EMIT m_model.summaryChanged();
        }
    }
    if (!m_shown.empty()) {
        Q_EMIT m_model.dataChanged(m_model.index(0, Timestamp),
                                   m_model.index(int(m_shown.size()) - 1, Timestamp),
                                   {Qt::DisplayRole, Qt::AccessibleTextRole, SecondaryTextRole});
    }
}

qsizetype SnapshotModel::Private::countInScope(const SnapshotScope &scope) const
{
    const ScopeTest test(m_store, scope);
    return std::ranges::count_if(m_order, [&test](Slot slot) { return test.contains(slot); });
}

std::vector<Slot> SnapshotModel::Private::wanted() const
{
    if (m_scope == SnapshotScope() && m_filter.isEmpty()) {
        return m_order;
    }
    // By slot first: that is how the rows lie in memory.
    const ScopeTest test(m_store, m_scope);
    const qint64 nowMs = m_clock.now().toMSecsSinceEpoch();
    std::vector<quint8> isWanted(m_store.slotCount());
    for (Slot slot = 0; slot < m_store.slotCount(); ++slot) {
        isWanted[slot] =
            m_store.isLive(slot) && test.contains(slot) && m_filter.matches(m_store, slot, nowMs);
    }
    std::vector<Slot> slots;
    slots.reserve(m_order.size());
    std::ranges::copy_if(m_order, std::back_inserter(slots),
                         [&isWanted](Slot slot) { return isWanted[slot] != 0; });
    return slots;
}

void SnapshotModel::Private::show(std::vector<Slot> next)
{
    std::vector<bool> isNext(m_store.slotCount());
    for (const Slot slot : next) {
        isNext[slot] = true;
    }
    if (isReachedByFewRuns(next, isNext)) {
        removeAllBut(isNext);
        insertMissing(next);
    } else {
        relayout(std::move(next));
    }
}

bool SnapshotModel::Private::isReachedByFewRuns(const std::vector<Slot> &next,
                                                const std::vector<bool> &isNext) const
{
    int runs = 0;
    bool isInRun = false;
    const auto count = [&](bool belongs) {
        runs += belongs && !isInRun ? 1 : 0;
        isInRun = belongs;
    };
    for (const Slot slot : m_shown) {
        count(!isNext[slot]);
    }
    isInRun = false;
    int last = hidden;
    for (const Slot slot : next) {
        const int row = m_rowOf[slot];
        count(row == hidden);
        if (row != hidden && row < last) {
            return false;
        }
        last = std::max(row, last);
    }
    return runs <= mostRuns;
}

void SnapshotModel::Private::removeAllBut(const std::vector<bool> &isNext)
{
    for (size_t end = m_shown.size(); end > 0; --end) {
        if (isNext[m_shown[end - 1]]) {
            continue;
        }
        size_t begin = end;
        while (begin > 0 && !isNext[m_shown[begin - 1]]) {
            --begin;
        }
        m_model.beginRemoveRows({}, int(begin), int(end) - 1);
        for (size_t row = begin; row < end; ++row) {
            m_rowOf[m_shown[row]] = hidden;
        }
        m_shown.erase(m_shown.begin() + qsizetype(begin), m_shown.begin() + qsizetype(end));
        number(begin);
        m_model.endRemoveRows();
        end = begin + 1;
    }
}

void SnapshotModel::Private::insertMissing(const std::vector<Slot> &next)
{
    for (size_t begin = 0; begin < next.size(); ++begin) {
        if (m_rowOf[next[begin]] != hidden) {
            continue;
        }
        size_t end = begin;
        while (end < next.size() && m_rowOf[next[end]] == hidden) {
            ++end;
        }
        m_model.beginInsertRows({}, int(begin), int(end) - 1);
        m_shown.insert(m_shown.begin() + qsizetype(begin), next.begin() + qsizetype(begin),
                       next.begin() + qsizetype(end));
        number(begin);
        m_model.endInsertRows();
        begin = end - 1;
    }
}

void SnapshotModel::Private::relayout(std::vector<Slot> next)
{
    if (next == m_shown) {
        return;
    }
    Q_EMIT m_model.layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = m_model.persistentIndexList();
    for (const Slot slot : m_shown) {
        m_rowOf[slot] = hidden;
    }
    m_shown.swap(next);
    number(0);
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        const int row = m_rowOf[next[size_t(index.row())]];
        to.append(row == hidden ? QModelIndex() : m_model.index(row, index.column()));
    }
    m_model.changePersistentIndexList(from, to);
    Q_EMIT m_model.layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void SnapshotModel::Private::announceChanged(const std::vector<StoreChanges::Changed> &changed)
{
    std::vector<int> rows;
    for (const StoreChanges::Changed &change : changed) {
        if (const std::optional<int> row = rowOf(change.slot)) {
            rows.push_back(*row);
        }
    }
    if (rows.empty()) {
        return;
    }
    std::ranges::sort(rows);
    std::vector<std::pair<int, int>> runs;
    for (const int row : rows) {
        if (runs.empty() || runs.back().second + 1 < row) {
            runs.emplace_back(row, row);
        }
        runs.back().second = row;
    }
    // One wide range where most of it changed anyway, or where many signals would cost more.
    const int span = rows.back() - rows.front() + 1;
    if (int(rows.size()) * 2 >= span || int(runs.size()) > mostRuns) {
        announceRows(rows.front(), rows.back());
        return;
    }
    for (const auto &[first, last] : runs) {
        announceRows(first, last);
    }
}

void SnapshotModel::Private::announceRows(int first, int last)
{
    Q_EMIT m_model.dataChanged(m_model.index(first, 0), m_model.index(last, ColumnCount - 1));
}

void SnapshotModel::Private::number(size_t from)
{
    for (size_t row = from; row < m_shown.size(); ++row) {
        m_rowOf[m_shown[row]] = int(row);
    }
}

} // namespace Items
