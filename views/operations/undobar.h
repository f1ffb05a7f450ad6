// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"

#include <QTimer>
#include <QWidget>

namespace Domain {
class Clock;
struct Operation;
} // namespace Domain
namespace Items {
class OperationsModel;
}

namespace Views {

class Button;
class FlowLabel;
class ProgressLine;

/// The removals that are confirmed and can still be taken back, all in one line that counts down.
/// Takes no room when there are none. Says for a moment what became of an undo.
class UndoBar : public QWidget
{
    Q_OBJECT

public:
    /// Both must outlive the bar.
    UndoBar(const Items::OperationsModel &model, const Domain::Clock &clock,
            QWidget *parent = nullptr);

    [[nodiscard]] const QList<Domain::OperationId> &waiting() const { return m_waiting; }
    /// What the waiting operations remove.
    [[nodiscard]] QList<Domain::SnapshotKey> snapshots() const;

    /// Both do nothing when nothing waits.
    void undo();
    void sendNow();

Q_SIGNALS:
    void undoRequested(const QList<Domain::OperationId> &operations);
    void sendNowRequested(const QList<Domain::OperationId> &operations);
    void waitingChanged();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();
    void sync();
    void countDown();
    void tellUndone();
    void tell(const QString &text);
    void announceWaiting();
    void announce(const QString &text);
    [[nodiscard]] QList<Domain::Operation> operations() const;

    const Items::OperationsModel &m_model;
    const Domain::Clock &m_clock;
    QList<Domain::OperationId> m_waiting;
    QList<Domain::OperationId> m_undone; ///< asked to be taken back, until that is told of
    qint64 m_wholeMs = 0; ///< from when the first of them came until it is sent
    FlowLabel *m_title;
    FlowLabel *m_text;
    ProgressLine *m_progress;
    Button *m_sendNow;
    Button *m_undo;
    QTimer m_tick;
    QTimer m_telling;
    QTimer m_announcing;
};

} // namespace Views
