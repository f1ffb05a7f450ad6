// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QJsonObject>

namespace Demo::Hetzner {

struct ServerType;

// Prices in the wire's form: decimal text, net and gross, never a number.
[[nodiscard]] QJsonArray pricesOf(const ServerType &type);
[[nodiscard]] QJsonObject priceList();

} // namespace Demo::Hetzner
