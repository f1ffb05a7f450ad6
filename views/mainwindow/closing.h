// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/closingdialog.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/preferences/preferences.h"

#include <QPointer>
#include <QTimer>

namespace Domain {
struct Operation;
}

namespace Views {

class UndoBar;

/// What has to be settled before the window closes: removals that wait to be undone, and work that
/// runs. Asks where the person has not said before what is to be done.
class Closing : public QObject
{
    Q_OBJECT

public:
    Closing(const MainWindowServices &services, UndoBar &undoBar, QWidget *window);

    /// Whether the window may close at this moment. Where not, it asks, and tells by a signal.
    [[nodiscard]] bool mayClose();
    /// The next closing is meant to end the program: the tray is not offered.
    void setQuitting();

Q_SIGNALS:
    /// Nothing stands against it any more: close the window again.
    void settled();
    void hideRequested();

private:
    [[nodiscard]] OpenWork openWork() const;
    void ask(const OpenWork &work);
    void remember(ClosingDialog::Remember remember, ClosingRule rule);
    void send();
    void drop();
    void waitFor(const QList<Domain::OperationId> &operations);
    void look();
    void askAnew();
    void settle();

    MainWindowServices m_services;
    UndoBar &m_undoBar;
    QWidget *m_window;
    QPointer<Dialog> m_dialog;
    QPointer<ClosingDialog> m_question; ///< while it stands it is m_dialog
    QList<Domain::OperationId> m_awaited; ///< sent or dropped: not yet seen to be so
    QTimer m_longest;
    bool m_isQuitting = false;
    bool m_isSettled = false;
};

} // namespace Views
