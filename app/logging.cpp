// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/logging.h"

#include <QLoggingCategory>

namespace App {

void installLogging()
{
    qSetMessagePattern(
        QStringLiteral("%{time yyyy-MM-ddTHH:mm:ss.zzz} %{type} %{category}: %{message}"));
    QLoggingCategory::setFilterRules(QStringLiteral("app.*.debug=false\napp.*.info=false"));
}

} // namespace App
