// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/tablestate.h"

#include <QWidget>

class QLabel;

namespace Views {

class Button;

/// One of the designed states where the table would be blank: what is so, and what to do now.
class StatePage : public QWidget
{
    Q_OBJECT

public:
    explicit StatePage(QWidget *parent = nullptr);

    /// Why taking is not possible goes to the button of NoSnapshots.
    void show(const TableState &state, const QString &whyNotTake);
    using QWidget::show;

Q_SIGNALS:
    void connectClicked();
    void demoClicked();
    void takeClicked();
    void retryClicked();
    void clearFilterClicked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showButtons(StateKind kind, const QString &whyNotTake);

    StateKind m_kind = StateKind::Rows;
    QWidget *m_iconRoom;
    QLabel *m_title;
    QLabel *m_text;
    Button *m_connect;
    Button *m_demo;
    Button *m_take;
    Button *m_retry;
    Button *m_clear;
};

} // namespace Views
