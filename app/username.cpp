// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/username.h"

#include <QDir>
#include <QFileInfo>

#include <array>

namespace App {

QString userName()
{
    constexpr std::array variables{"USER", "LOGNAME", "USERNAME"};
    for (const char *variable : variables) {
        const QString name = qEnvironmentVariable(variable);
        if (!name.isEmpty()) {
            return name;
        }
    }
    // Started by a service or in a container there may be none of them.
    return QFileInfo(QDir::homePath()).owner();
}

} // namespace App
