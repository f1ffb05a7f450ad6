// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QStringList>

namespace Items {

/// Removals, as the window tells them: those that can still be undone in one bar, and many that run
/// side by side in one line.

/// Confirmed, and nothing sent yet.
[[nodiscard]] bool waitsForUndo(const Domain::Operation &operation);
/// Undone, or given up before anything was sent.
[[nodiscard]] bool isTakenBack(const Domain::Operation &operation);

struct UndoText
{
    QString title; ///< “weekly”, or 3 snapshots
    QString text; ///< will be removed in 6 s
};
/// Of one or more that wait.
[[nodiscard]] UndoText undoText(const QList<Domain::Operation> &waiting, const QDateTime &now);
/// Whole seconds until the first of them is sent, never below 0.
[[nodiscard]] qint64 undoSeconds(const QList<Domain::Operation> &waiting, const QDateTime &now);

/// What the operations strip shows, in order: each entry is one operation, or several removals.
/// Without those that wait for undo and those that were taken back.
[[nodiscard]] QList<QList<Domain::OperationId>> stripEntries(
    const QList<Domain::Operation> &operations);

/// Several removals as one.
struct RemovalReport
{
    QString title; ///< 50 snapshots
    QString text; ///< 47 of 50 removed; 3 failed
    Domain::OperationState state = Domain::OperationState::Running;
    int percent = 0; ///< how many of them are over
    QStringList details; ///< what happened to each that ended badly
    QList<Domain::SnapshotKey> failed; ///< certainly not removed: can be tried again
    QList<Domain::OperationId> waiting; ///< behind others: can be given up
};
[[nodiscard]] RemovalReport removalReport(const QList<Domain::Operation> &removals);

} // namespace Items
