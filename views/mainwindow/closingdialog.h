// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/dialog.h"

class QCheckBox;

namespace Views {

/// What goes on when the window is to be closed.
struct OpenWork
{
    int removals = 0; ///< that wait to be undone, or sent
    QStringList running; ///< a line for each operation that runs
    enum class Hiding { Impossible, Possible } hiding = Hiding::Impossible; ///< in the tray
};

/// Asks what is to become of what goes on. Removals that wait are sent or dropped, by choice;
/// otherwise the answer can be remembered.
class ClosingDialog : public Dialog
{
    Q_OBJECT

public:
    enum class Remember { No, Yes };

    ClosingDialog(const OpenWork &work, QWidget *parent);

Q_SIGNALS:
    void removeChosen();
    void dropChosen();
    void closeChosen(Views::ClosingDialog::Remember remember);
    void hideChosen(Views::ClosingDialog::Remember remember);

private:
    void askAboutRemovals(const OpenWork &work);
    void askAboutWork(const OpenWork &work);
    void listWork(const QStringList &running);
    [[nodiscard]] Remember remember() const;

    QCheckBox *m_remember = nullptr;
};

/// Waits, with words, until what was sent has been accepted.
class SendingDialog : public Dialog
{
    Q_OBJECT

public:
    SendingDialog(int removals, int seconds, QWidget *parent);

Q_SIGNALS:
    void closeNowClicked();
};

} // namespace Views
