// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QDateTime>

namespace Views {

class KeepChoice;

/// Until when snapshots are kept, before their removal is proposed.
class KeepDialog : public Dialog
{
    Q_OBJECT

public:
    KeepDialog(const MainWindowServices &services, const QList<Domain::SnapshotKey> &snapshots,
               QWidget *parent);

Q_SIGNALS:
    /// Invalid: for good.
    void confirmed(const QList<Domain::SnapshotKey> &snapshots, const QDateTime &until);

private:
    QList<Domain::SnapshotKey> m_snapshots;
    KeepChoice *m_choice;
};

} // namespace Views
