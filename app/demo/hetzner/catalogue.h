// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/entities.h"

// What the vendor offers, the same in every project.
namespace Demo::Hetzner {

[[nodiscard]] const QList<Location> &locations();
[[nodiscard]] const QList<ServerType> &serverTypes();
[[nodiscard]] QList<Image> systemImages(Instant now);

// Null when there is none.
[[nodiscard]] const Location *findLocation(qint64 id);
[[nodiscard]] const Location *findLocation(QStringView name);
[[nodiscard]] const ServerType *findServerType(qint64 id);
[[nodiscard]] const ServerType *findServerType(QStringView name);
[[nodiscard]] const Location *findLocationByIdOrName(const QString &idOrName);
[[nodiscard]] const ServerType *findServerTypeByIdOrName(const QString &idOrName);
// Where it is sold, also where none is left.
[[nodiscard]] QList<Location> locationsOf(const ServerType &type);

} // namespace Demo::Hetzner
