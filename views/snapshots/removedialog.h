// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"

class QLineEdit;

namespace Items {
struct SnapshotRow;
}

namespace Views {

/// Confirms the removal of one snapshot, plainly, or of many: their list, what it saves, and above
/// five the count to be typed. What can't be removed is named and left out.
class RemoveDialog : public Dialog
{
    Q_OBJECT

public:
    RemoveDialog(const MainWindowServices &services, const QList<Domain::SnapshotKey> &snapshots,
                 QWidget *parent);

Q_SIGNALS:
    void confirmed(const QList<Domain::SnapshotKey> &snapshots);

private:
    void sortOut(const QList<Domain::SnapshotKey> &snapshots);
    void setUpOne(const Items::SnapshotRow &row);
    void setUpMany();
    void setUpList();
    void setUpTyping();
    void setUpParts();
    void setUpLeftOut();
    void warnOfLastCopies();
    void showButton();
    [[nodiscard]] bool isConfirmed() const;

    MainWindowServices m_services;
    QList<Domain::SnapshotKey> m_keys;
    QStringList m_leftOut; ///< name and reason
    QLineEdit *m_typed = nullptr;
    Button *m_remove = nullptr;
};

} // namespace Views
