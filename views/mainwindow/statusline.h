// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/keys.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QWidget>

class QLabel;

namespace Views {

/// The line at the bottom: what is shown and selected at the leading side, all totals and how old
/// the data is at the other.
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const MainWindowServices &services, QWidget *parent = nullptr);

    void showSelection(const QList<Domain::SnapshotKey> &keys);
    /// How many rows of the page are shown, and what all snapshots cost.
    void showTotals(qsizetype shown, qsizetype total);
    void showFreshness();
    void setModeText(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLabel *addLabel(const QString &objectName);
    void setText(QLabel *label, const QString &text);

    MainWindowServices m_services;
    QLabel *m_shown;
    QLabel *m_selected;
    QLabel *m_size;
    QLabel *m_cost;
    QLabel *m_mode;
    QLabel *m_totals;
    QLabel *m_freshness;
};

} // namespace Views
