// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/desktopmessages.h"

namespace App {

/// Messages that come from the icon in the tray.
class TrayMessages final : public DesktopMessages
{
    Q_OBJECT

public:
    explicit TrayMessages(Tray &tray);
    void show(const Items::OperationNews &news) override;

private:
    Tray &m_tray;
};

} // namespace App
