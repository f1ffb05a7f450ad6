// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"

#include <QLocale>
#include <QStandardPaths>

namespace Support {

TestEnvironment::TestEnvironment()
{
    Q_ASSERT(m_home.isValid());
    qputenv("TZ", "UTC");
    qputenv("HOME", m_home.path().toLocal8Bit());
    for (const char *folder :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"}) {
        qunsetenv(folder);
    }
    QLocale::setDefault(QLocale::c());
    QStandardPaths::setTestModeEnabled(true);
}

QString TestEnvironment::home() const
{
    return m_home.path();
}

} // namespace Support
