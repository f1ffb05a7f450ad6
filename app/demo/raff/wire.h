// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/raff/entities.h"

#include <QJsonObject>

// The JSON that goes over the wire.
namespace Demo::Raff {

class Account;
struct Traits;

[[nodiscard]] QJsonObject json(const Project &project);
[[nodiscard]] QJsonObject json(const Vm &vm, const Account &account);
[[nodiscard]] QJsonObject json(const Volume &volume);
[[nodiscard]] QJsonObject json(const Snapshot &snapshot, const Traits &traits);
[[nodiscard]] QJsonObject imageJson(const Template &image);

} // namespace Demo::Raff
