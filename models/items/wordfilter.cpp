// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/wordfilter.h"

#include <algorithm>

namespace Items {

void WordFilter::setWords(const QString &words)
{
    const QStringList split = words.simplified().split(u' ', Qt::SkipEmptyParts);
    if (split != m_words) {
        m_words = split;
        invalidateRowsFilter();
    }
}

bool WordFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    QString text;
    for (int column = 0; column < sourceModel()->columnCount(parent); ++column) {
        const QModelIndex index = sourceModel()->index(row, column, parent);
        text += index.data(Qt::DisplayRole).toString() + u'\n';
    }
    return std::ranges::all_of(
        m_words, [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Items
