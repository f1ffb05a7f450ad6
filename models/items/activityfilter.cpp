// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activityfilter.h"

#include "items/activitymodel.h"
#include "items/searchtext.h"

#include <QLocale>

#include <algorithm>

namespace Items {

using Domain::JournalEntry;
using Domain::OperationState;

ActivityResult activityResult(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
    case OperationState::Running:
        return ActivityResult::Running;
    case OperationState::Succeeded:
        return ActivityResult::Succeeded;
    case OperationState::Failed:
        return ActivityResult::Failed;
    case OperationState::Cancelled:
        return ActivityResult::Cancelled;
    case OperationState::NeedsAnswer:
        return ActivityResult::NotCertain;
    }
    Q_UNREACHABLE_RETURN(ActivityResult::Running);
}

ActivityFilter::ActivityFilter(ActivityModel &model, QObject *parent)
    : QSortFilterProxyModel(parent)
    , m_model(model)
{
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    // An age that changes sorts and filters nothing anew.
    setSortRole(ActivityModel::SortRole);
    setFilterRole(ActivityModel::SortRole);
    setSourceModel(&model);
    sort(ActivityModel::Started, Qt::DescendingOrder);
}

void ActivityFilter::setWords(const QString &words)
{
    std::vector<std::string> wanted;
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        wanted.push_back(folded(word));
    }
    if (wanted != m_words) {
        m_words = std::move(wanted);
        invalidateRowsFilter();
    }
}

void ActivityFilter::setKind(std::optional<Domain::OperationKind> kind)
{
    if (kind != m_kind) {
        m_kind = kind;
        invalidateRowsFilter();
    }
}

void ActivityFilter::setResult(std::optional<ActivityResult> result)
{
    if (result != m_result) {
        m_result = result;
        invalidateRowsFilter();
    }
}

QList<JournalEntry> ActivityFilter::shownEntries() const
{
    QList<JournalEntry> entries;
    entries.reserve(rowCount());
    for (int row = 0; row < rowCount(); ++row) {
        if (const JournalEntry *entry = m_model.entry(mapToSource(index(row, 0)))) {
            entries.append(*entry);
        }
    }
    return entries;
}

bool ActivityFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid()) {
        return false;
    }
    const Domain::Operation &operation = m_model.entries().at(row).operation;
    if ((m_kind && operation.kind != *m_kind)
        || (m_result && activityResult(operation.state) != *m_result)) {
        return false;
    }
    return std::ranges::all_of(m_words, [&text = m_model.searchText(row)](const auto &word) {
        return text.find(word) != std::string::npos;
    });
}

/// What is equal stands by time; at the same moment, as it was begun.
bool ActivityFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const auto startOf = [this](const QModelIndex &index) {
        return m_model.entries().at(index.row()).operation.started;
    };
    if (left.column() != ActivityModel::Started) {
        const QVariant a = left.data(ActivityModel::SortRole);
        const QVariant b = right.data(ActivityModel::SortRole);
        const bool isText = a.typeId() == QMetaType::QString;
        const int order = isText ? m_collator.compare(a.toString(), b.toString()) : 0;
        if (order != 0) {
            return order < 0;
        }
        if (!isText && a.toLongLong() != b.toLongLong()) {
            return a.toLongLong() < b.toLongLong();
        }
    }
    const QDateTime a = startOf(left);
    const QDateTime b = startOf(right);
    const bool isEarlier = a == b ? left.row() < right.row() : a < b;
    // Newest first, whichever way another column is sorted.
    return left.column() == ActivityModel::Started || sortOrder() == Qt::DescendingOrder
        ? isEarlier
        : !isEarlier;
}

} // namespace Items
