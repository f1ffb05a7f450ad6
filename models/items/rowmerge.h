// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QSet>

namespace Items {

/// Takes the steps that turn the rows `now` into the rows `wanted`, each named once: remove(first,
/// last) and insert(first, last), in runs as long as can be. A row that stands elsewhere is removed
/// and inserted again.
template <class Key, class Remove, class Insert>
void mergeRows(QList<Key> now, const QList<Key> &wanted, const Remove &remove, const Insert &insert)
{
    const QSet<Key> kept(wanted.cbegin(), wanted.cend());
    for (qsizetype end = now.size(); end > 0;) {
        qsizetype first = end;
        while (first > 0 && !kept.contains(now.at(first - 1))) {
            --first;
        }
        if (first < end) {
            remove(int(first), int(end) - 1);
            now.remove(first, end - first);
        }
        end = first - 1; // the row before is kept
    }
    const QSet<Key> known(now.cbegin(), now.cend());
    for (qsizetype row = 0; row < wanted.size(); ++row) {
        if (row < now.size() && now.at(row) == wanted.at(row)) {
            continue;
        }
        qsizetype last = row;
        if (known.contains(wanted.at(row))) {
            const qsizetype later = now.indexOf(wanted.at(row), row);
            remove(int(later), int(later));
            now.removeAt(later);
        } else {
            while (last + 1 < wanted.size() && !known.contains(wanted.at(last + 1))) {
                ++last;
            }
        }
        insert(int(row), int(last));
        for (qsizetype added = row; added <= last; ++added) {
            now.insert(added, wanted.at(added));
        }
        row = last;
    }
}

} // namespace Items
