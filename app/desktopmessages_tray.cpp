// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/traymessages.h"

namespace App {

std::unique_ptr<DesktopMessages> makeDesktopMessages(Tray &tray)
{
    return std::make_unique<TrayMessages>(tray);
}

} // namespace App
