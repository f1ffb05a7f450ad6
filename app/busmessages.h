// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktopmessages.h"

#include <QSet>

namespace App {

/// Messages by org.freedesktop.Notifications, which desktops without a tray have too.
class BusMessages final : public DesktopMessages
{
    Q_OBJECT

public:
    BusMessages();
    void show(const Items::OperationNews &news) override;

private Q_SLOTS:
    // By name, from the bus.
    void onActionInvoked(uint id, const QString &action);
    void onNotificationClosed(uint id, uint reason);

private:
    QSet<uint> m_shown;
};

} // namespace App
