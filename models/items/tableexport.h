// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/resourcerow.h"
#include "items/snapshotrow.h"

#include <QByteArray>
#include <QHash>

namespace Items {

/// What the rows of an account don't have with them.
struct ExportedAccount
{
    QDateTime asOf; ///< UTC; when its rows were last seen whole
    QHash<Domain::ProjectId, QString> projects; ///< their names
};

/// The rows that a table shows, in its order, to be put into a file for other programs as
/// exporttext.h has it. Rows that come from the cache are as good as others: each tells as of when
/// it is. No vendor's document and no secret is in it.
template <class Row>
struct ExportedTable
{
    QList<Row> rows;
    QHash<Domain::AccountId, ExportedAccount> accounts;
    qsizetype total = 0; ///< with those that are not shown
    QString filter; ///< as the person typed it
    QDateTime exported;
};
using ExportedSnapshots = ExportedTable<SnapshotRow>;
using ExportedResources = ExportedTable<ResourceRow>;

[[nodiscard]] QByteArray snapshotsCsv(const ExportedSnapshots &table);
/// `{"exported": ..., "shown": ..., "total": ..., "filter": ..., "snapshots": [...]}`
[[nodiscard]] QByteArray snapshotsJson(const ExportedSnapshots &table);

[[nodiscard]] QByteArray resourcesCsv(const ExportedResources &table);
/// The same with "resources".
[[nodiscard]] QByteArray resourcesJson(const ExportedResources &table);

} // namespace Items
