// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QPointer>
#include <QWidget>

class QScrollArea;
class QVBoxLayout;

namespace Items {
class OperationsModel;
}

namespace Views {

class OperationRow;
class RemovalsRow;

/// The operations below the table, newest last; removals that run side by side in one line, and
/// without those that wait in the undo bar. Takes as much height as it needs, up to a limit, and
/// none when nothing is going on.
class OperationsStrip : public QWidget
{
    Q_OBJECT

public:
    explicit OperationsStrip(const Items::OperationsModel &model, QWidget *parent = nullptr);

Q_SIGNALS:
    void cancelClicked(const Domain::OperationId &id);
    void dismissClicked(const Domain::OperationId &id);
    void startServerClicked(const Domain::ResourceKey &server);
    void rollBackAgainClicked(const Domain::SnapshotKey &snapshot);
    void removeAgainClicked(const QList<Domain::SnapshotKey> &snapshots);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// One line: of one operation or of several removals.
    struct Line
    {
        QList<Domain::OperationId> operations;
        OperationRow *one = nullptr;
        RemovalsRow *several = nullptr;
    };

    void sync(int first, int last);
    void placeLines(const QList<QList<Domain::OperationId>> &entries);
    [[nodiscard]] Line takeLine(QList<Line> &lines, const QList<Domain::OperationId> &operations);
    [[nodiscard]] Line makeLine(const QList<Domain::OperationId> &operations);
    void showLine(const Line &line);
    void reveal(QWidget *line);
    void fit();

    const Items::OperationsModel &m_model;
    QScrollArea *m_area;
    QList<Line> m_lines;
    QVBoxLayout *m_column;
    QPointer<QWidget> m_toReveal; ///< once the layout has given it its height
};

} // namespace Views
