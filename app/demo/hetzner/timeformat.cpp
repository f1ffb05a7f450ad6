// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/timeformat.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {
QDateTime utc(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(instant.time_since_epoch().count(), QTimeZone::UTC);
}
} // namespace

QString timeText(Instant instant)
{
    return utc(instant).toString(u"yyyy-MM-dd'T'HH:mm:ss'+00:00'"_s);
}

QString dateText(Instant instant)
{
    return utc(instant).toString(u"yyyy-MM-dd"_s);
}

} // namespace Demo::Hetzner
