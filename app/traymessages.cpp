// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/traymessages.h"

#include "app/tray.h"

namespace App {

TrayMessages::TrayMessages(Tray &tray)
    : m_tray(tray)
{
    connect(&tray, &Tray::messageClicked, this, &TrayMessages::activated);
}

void TrayMessages::show(const Items::OperationNews &news)
{
    m_tray.showMessage(news.title, news.text,
                       news.isBad ? Tray::Severity::Warning : Tray::Severity::Information);
}

} // namespace App
