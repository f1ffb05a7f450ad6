// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"
#include "views/snapshots/snapshotfacts.h"

#include <QWidget>

class QLabel;

namespace Views {

class Button;
class FactsRow;
class FlowLabel;
class InlineBanner;

/// The head of a server's or volume's own page, above the table of its snapshots: its facts, how
/// old its last good snapshot is, or a warning in words, and the button that takes one.
class ResourceHead : public QWidget
{
    Q_OBJECT

public:
    explicit ResourceHead(const MainWindowServices &services, QWidget *parent = nullptr);

    /// Hides itself when there is no such server or volume.
    void show(const Domain::ResourceKey &key);
    using QWidget::show;

Q_SIGNALS:
    void takeClicked();
    void backClicked(); ///< to all servers and volumes

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void setUp();

    MainWindowServices m_services;
    ActionReasons m_reasons;
    SnapshotFacts m_facts;
    QString m_icon;
    bool m_isGood = false;
    Button *m_back;
    QWidget *m_iconRoom;
    FlowLabel *m_title;
    FlowLabel *m_context;
    Button *m_take;
    QWidget *m_coverLine;
    QWidget *m_coverIcon;
    QLabel *m_cover;
    InlineBanner *m_warning;
    FactsRow *m_row;
};

} // namespace Views
