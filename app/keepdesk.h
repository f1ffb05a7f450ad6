// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QObject>
#include <QSet>

namespace Items {
class OperationsModel;
class SnapshotModel;
} // namespace Items
namespace Operations {
class KeepDates;
}

namespace App {

/// Carries the dates until which snapshots are kept: from the store to the rows, from rollbacks
/// whose safety snapshot is taken to the store, and from the person to both. A date goes with its
/// snapshot.
class KeepDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    KeepDesk(Operations::KeepDates &dates, const Items::OperationsModel &operations,
             Items::SnapshotModel &snapshots, QObject *parent = nullptr);

    /// Once the journal is open.
    void load();
    /// Invalid: for good.
    void keepUntil(const QList<Domain::SnapshotKey> &snapshots, const QDateTime &until);

Q_SIGNALS:
    void failed(const Domain::Error &error);

private:
    void look(int first, int last);
    void noteSafety(const Domain::Operation &operation);
    void noteRemoval(const Domain::Operation &operation);
    void store(const Domain::SnapshotKey &snapshot, const QDateTime &until);

    Operations::KeepDates &m_dates;
    const Items::OperationsModel &m_operations;
    Items::SnapshotModel &m_snapshots;
    QSet<Domain::OperationId> m_noted; ///< whose date is in the store, or whose snapshot is gone
};

} // namespace App
