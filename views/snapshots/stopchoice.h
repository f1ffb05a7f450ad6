// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/planner.h"

#include <QWidget>

class QLabel;
class QRadioButton;

namespace Views {

/// Whether a running server is stopped for its snapshot, with what either means. Stopping is
/// recommended; it is never chosen beforehand, since nobody stops a server by pressing Enter.
class StopChoice : public QWidget
{
    Q_OBJECT

public:
    explicit StopChoice(QWidget *parent = nullptr);

    void setServerName(const QString &name);
    [[nodiscard]] Operations::StopServer choice() const;

Q_SIGNALS:
    void choiceChanged();

private:
    QRadioButton *m_live;
    QRadioButton *m_stopFirst;
    QLabel *m_liveMeaning;
    QLabel *m_stopMeaning;
};

} // namespace Views
