// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/newvolumetext.h"
#include "operations/planner.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"

class QLineEdit;
class QSpinBox;

namespace Views {

class FactsGrid;
class FormField;

/// Asks what a new volume from a snapshot is to be: its name and, where it may be larger than the
/// snapshot's disk, its size; says what is done for it.
class CreateVolumeDialog : public Dialog
{
    Q_OBJECT

public:
    CreateVolumeDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                       QWidget *parent);

Q_SIGNALS:
    void confirmed(const Operations::CreateVolumeOrder &order);

private:
    void setUpName();
    void setUpSize();
    void setUpEnd();
    void showFacts();
    void showOrder();
    void confirm();
    [[nodiscard]] QString problem() const;
    [[nodiscard]] Operations::CreateVolumeOrder order() const;
    [[nodiscard]] bool isSizeAsked() const;

    MainWindowServices m_services;
    Items::NewVolumeFacts m_draft;
    QLabel *m_meaning;
    FactsGrid *m_facts;
    QLineEdit *m_name;
    FormField *m_nameField;
    QSpinBox *m_size;
    FormField *m_sizeField;
    QLabel *m_steps;
    QLabel *m_time;
    Button *m_create;
};

} // namespace Views
