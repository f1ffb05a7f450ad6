// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotfilter.h"

#include <algorithm>

namespace Items {

namespace {

constexpr qint64 oldAfterMs = qint64(90) * 24 * 60 * 60 * 1000;

bool isOlderThan(const RowFacts &facts, qint64 nowMs, qint64 ageMs)
{
    return facts.created != RowFacts::absent && nowMs - facts.created > ageMs;
}

bool holds(SnapshotFilter::Mark mark, const RowFacts &facts, qint64 nowMs)
{
    switch (mark) {
    case SnapshotFilter::Mark::Protected:
        return facts.isProtected;
    case SnapshotFilter::Mark::Orphaned:
        return facts.isOrphaned;
    case SnapshotFilter::Mark::Old:
        return isOlderThan(facts, nowMs, oldAfterMs);
    case SnapshotFilter::Mark::InUse:
        return facts.isInUse;
    case SnapshotFilter::Mark::Due:
        return facts.keepUntil != RowFacts::absent && facts.keepUntil <= nowMs;
    }
    Q_UNREACHABLE_RETURN(false);
}

bool holds(const SnapshotFilter::NumberCondition &condition, const RowFacts &facts, qint64 nowMs)
{
    const auto within = [](qint64 value, const SnapshotFilter::Range &range) {
        return value != RowFacts::absent && value >= range.low && value < range.high;
    };
    switch (condition.number) {
    case SnapshotFilter::Number::Age:
        return facts.created != RowFacts::absent && within(nowMs - facts.created, condition.range);
    case SnapshotFilter::Number::Created:
        return within(facts.created, condition.range);
    case SnapshotFilter::Number::Price:
        return within(facts.price, condition.range);
    case SnapshotFilter::Number::Size:
        return within(facts.bytes,
                      facts.unit == Domain::SizeUnit::Gibibyte ? condition.binaryRange
                                                               : condition.range);
    }
    Q_UNREACHABLE_RETURN(false);
}

bool holds(const SnapshotFilter::TextCondition &condition, const SnapshotRow &row)
{
    const auto has = [&condition](const QString &text) {
        return text.contains(condition.text, Qt::CaseInsensitive);
    };
    switch (condition.place) {
    case SnapshotFilter::Place::Status:
        return condition.statuses.at(size_t(row.snapshot.status)) || has(row.snapshot.rawStatus);
    case SnapshotFilter::Place::Source:
        return has(row.sourceName);
    case SnapshotFilter::Place::Location:
        return has(row.locationName) || has(row.locationCode);
    case SnapshotFilter::Place::Account:
        return has(row.accountName) || has(row.providerName);
    case SnapshotFilter::Place::Id:
        return has(row.snapshot.key.id.value);
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace

bool SnapshotFilter::matches(const SnapshotStore &store, Slot slot, qint64 nowMs) const
{
    const RowFacts &facts = store.facts(slot);
    const auto markHolds = [&](Mark mark) {
        return holds(mark, facts, nowMs);
    };
    const auto numberHolds = [&](const NumberCondition &condition) {
        return holds(condition, facts, nowMs);
    };
    const auto textHolds = [&](const TextCondition &condition) {
        return holds(condition, store.row(slot));
    };
    const auto isThere = [text = store.searchText(slot)](const std::string &word) {
        return text.find(word) != std::string_view::npos;
    };
    // The cheap ones first: most rows fail early.
    return std::ranges::all_of(marks, markHolds) && std::ranges::all_of(numbers, numberHolds)
        && std::ranges::all_of(words, isThere) && std::ranges::all_of(texts, textHolds);
}

bool SnapshotFilter::dependsOnTime() const
{
    return std::ranges::contains(marks, Mark::Old) || std::ranges::contains(marks, Mark::Due)
        || std::ranges::contains(numbers, Number::Age, &NumberCondition::number);
}

bool SnapshotFilter::isEmpty() const
{
    return marks.empty() && numbers.empty() && texts.empty() && words.empty();
}

} // namespace Items
