// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/dialog.h"
#include "views/preferences/preferences.h"

class QCheckBox;
class QRadioButton;
class QSettings;
class QSpinBox;

namespace Views {

/// Whether the window can go on without being seen.
enum class TrayIcon { Missing, Available };

/// The preferences. What is changed is stored at once, so there is nothing to confirm.
class PreferencesDialog : public Dialog
{
    Q_OBJECT

public:
    PreferencesDialog(QSettings &settings, TrayIcon tray, QWidget *parent);

private:
    void addNumbers();
    void addNotifications();
    void addClosing(TrayIcon tray);
    void addRule(QRadioButton *button, const QString &objectName);
    void show(const Preferences &preferences);
    void store();
    using Dialog::show;

    QSettings &m_settings;
    QSpinBox *m_undoTime;
    QSpinBox *m_keepDays;
    QCheckBox *m_notifications;
    QRadioButton *m_ask;
    QRadioButton *m_close;
    QRadioButton *m_keepRunning;
    QVBoxLayout *m_closingBlock = nullptr;
};

} // namespace Views
