// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/backuphelp.h"
#include "views/common/dialog.h"

namespace Views {

/// What snapshots are for, what backups are for, and what holds at each provider. To be read; there
/// is nothing to confirm.
class BackupHelpDialog : public Dialog
{
    Q_OBJECT

public:
    BackupHelpDialog(const QList<Items::HelpSection> &sections, QWidget *parent);
};

} // namespace Views
