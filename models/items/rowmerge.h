// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>

namespace Items {

/// Takes the steps that turn the rows `now` into the rows `wanted`, each named once: remove(row)
/// and insert(row). A row that stands elsewhere is removed and inserted again.
template <class Key, class Remove, class Insert>
void mergeRows(QList<Key> now, const QList<Key> &wanted, const Remove &remove, const Insert &insert)
{
    const QSet<Key> kept(wanted.cbegin(), wanted.cend());
    for (qsizetype row = now.size() - 1; row >= 0; --row) {
        if (!kept.contains(now.at(row))) {
            remove(int(row));
            now.removeAt(row);
        }
    }
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        if (row < now.size() && now.at(row) == wanted.at(row)) {
            continue;
        }
        const qsizetype later = now.indexOf(wanted.at(row), row);
        if (later >= 0) {
            remove(int(later));
            now.removeAt(later);
        }
        insert(int(row));
        now.insert(row, wanted.at(row));
    }
}

} // namespace Items
