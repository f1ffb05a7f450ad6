// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/busmessages.h"

namespace App {

std::unique_ptr<DesktopMessages> makeDesktopMessages(Tray &)
{
    return std::make_unique<BusMessages>();
}

} // namespace App
