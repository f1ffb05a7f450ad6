// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/stackconsole/catalogue.h"
#include "demo/stackconsole/entities.h"

#include <QJsonObject>
#include <QStringList>

// The JSON that goes over the wire.
namespace Demo::StackConsole {

class Tenant;

[[nodiscard]] QJsonObject json(const Region &region);
[[nodiscard]] QJsonObject json(const Project &project);
[[nodiscard]] QJsonObject json(const BillingCycle &cycle);
// What a request asks to be included comes along; the rest is left out.
[[nodiscard]] QJsonObject json(const Machine &machine, const Tenant &tenant,
                               const QStringList &included = {});
[[nodiscard]] QJsonObject json(const Volume &volume, const Tenant &tenant,
                               const QStringList &included = {});
[[nodiscard]] QJsonObject json(const Snapshot &snapshot, const Tenant &tenant,
                               const QStringList &included = {});
[[nodiscard]] QJsonArray cloudProvidersJson();
[[nodiscard]] QString userId();
[[nodiscard]] QString accountId();

} // namespace Demo::StackConsole
