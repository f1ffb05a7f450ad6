// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"

#include <QWidget>

class QLabel;

namespace Views {

class Button;
class ResourceTable;

/// Every server and volume, each with a button that takes a snapshot of it.
class ServersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ServersPage(const MainWindowServices &services, QWidget *parent = nullptr);

    [[nodiscard]] ResourceTable *table() const { return m_table; }
    /// What it does is the window's.
    [[nodiscard]] Button *exportButton() const { return m_export; }
    /// Rows that the filter leaves.
    [[nodiscard]] int shownCount() const;
    /// What the models can't tell by themselves: sums, and why a button is disabled.
    void refresh();

private:
    MainWindowServices m_services;
    ActionReasons m_reasons;
    QLabel *m_summary;
    Button *m_export;
    ResourceTable *m_table;
};

} // namespace Views
