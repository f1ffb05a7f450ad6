// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotrow.h"

#include <QTimeZone>

/// Snapshots and rows for the tests of the items.

namespace ItemsTest {

using namespace Qt::StringLiterals;

constexpr qint64 gigabyte = 1'000'000'000;

inline QDateTime utc(int year, int month, int day, int hour = 0, int minute = 0)
{
    return QDateTime(QDate(year, month, day), QTime(hour, minute), QTimeZone::UTC);
}

/// Noon of 20 November 2026: the moment that the tests play at.
inline QDateTime noon()
{
    return utc(2026, 11, 20, 12);
}

inline Domain::AccountId shop()
{
    return {u"shop-account"_s};
}

inline Domain::AccountId office()
{
    return {u"office-account"_s};
}

inline Domain::SnapshotKey keyOf(const QString &id, const Domain::AccountId &account = shop())
{
    return {account, Domain::SnapshotKind::Server, {id}};
}

inline Domain::ResourceKey serverKey(const QString &id, const Domain::AccountId &account = shop())
{
    return {account, Domain::ResourceKind::Server, {id}};
}

inline Domain::Money euro(qint64 nanos)
{
    return {nanos, u"EUR"_s};
}

/// A ready snapshot of 10 GB, an hour old.
inline Domain::Snapshot snapshot(const QString &id, const QString &name,
                                 const Domain::AccountId &account = shop())
{
    Domain::Snapshot snapshot;
    snapshot.key = keyOf(id, account);
    snapshot.name = name;
    snapshot.created = noon().addSecs(-3600);
    snapshot.sizeBytes = 10 * gigabyte;
    snapshot.status = Domain::SnapshotStatus::Ready;
    snapshot.rawStatus = u"available"_s;
    return snapshot;
}

inline Items::SnapshotRow row(const QString &id, const QString &name,
                              const Domain::AccountId &account = shop())
{
    Items::SnapshotRow row;
    row.snapshot = snapshot(id, name, account);
    row.accountName = account == shop() ? u"shop"_s : u"office"_s;
    row.providerName = u"Hetzner"_s;
    return row;
}

/// Rows "a", "b" ... with their letter as id.
inline QList<Items::SnapshotRow> rows(const QString &letters,
                                      const Domain::AccountId &account = shop())
{
    QList<Items::SnapshotRow> rows;
    for (const QChar letter : letters) {
        rows.append(row(QString(letter), QString(letter), account));
    }
    return rows;
}

} // namespace ItemsTest
