// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/snapshot.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"

class QLineEdit;

namespace Views {

/// A new name for a snapshot, checked against the provider's rules while it is typed.
class RenameDialog : public Dialog
{
    Q_OBJECT

public:
    RenameDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                 QWidget *parent);

Q_SIGNALS:
    void confirmed(const Domain::SnapshotKey &snapshot, const QString &name);

private:
    void check();
    [[nodiscard]] QString problem() const;

    MainWindowServices m_services;
    Domain::Snapshot m_snapshot;
    QLineEdit *m_name;
    QLabel *m_problem;
    Button *m_rename;
};

} // namespace Views
