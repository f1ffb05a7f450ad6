// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonfixtures.h"

/// Exchanges captured from an OpenStack of our own, with tokens and secrets replaced.
namespace OpenStackExchanges {

inline QJsonObject exchange(const QString &name)
{
    return QJsonDocument::fromJson(JsonFixtures::read(QStringLiteral("openstack"), name)).object();
}

inline QByteArray asText(const QJsonValue &value)
{
    return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
}

inline QByteArray sentBody(const QString &name)
{
    return asText(exchange(name).value(QLatin1String("request"))[QLatin1String("body")]);
}

inline int status(const QString &name)
{
    return exchange(name).value(QLatin1String("response"))[QLatin1String("status")].toInt();
}

inline QByteArray body(const QString &name)
{
    return asText(exchange(name).value(QLatin1String("response"))[QLatin1String("body")]);
}

} // namespace OpenStackExchanges
