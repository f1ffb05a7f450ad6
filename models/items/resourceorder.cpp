// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourceorder.h"

#include "items/resourcemodel.h"

#include <QLocale>

namespace Items {

ResourceOrder::ResourceOrder(QObject *parent)
    : WordFilter(parent)
{
    const QLocale locale;
    m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
}

bool ResourceOrder::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const QVariant a = left.data(ResourceModel::SortRole);
    const QVariant b = right.data(ResourceModel::SortRole);
    const bool isText = a.typeId() == QMetaType::QString;
    const int order = isText ? m_collator.compare(a.toString(), b.toString()) : 0;
    if (order != 0) {
        return order < 0;
    }
    if (!isText && a.toLongLong() != b.toLongLong()) {
        return a.toLongLong() < b.toLongLong();
    }
    if (left.column() == ResourceModel::Name) {
        return left.row() < right.row();
    }
    // By name upwards, whichever way the column is sorted.
    const bool isLess = lessThan(left.siblingAtColumn(ResourceModel::Name),
                                 right.siblingAtColumn(ResourceModel::Name));
    return sortOrder() == Qt::AscendingOrder ? isLess : !isLess;
}

} // namespace Items
