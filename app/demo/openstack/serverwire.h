// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <QJsonArray>
#include <QJsonObject>

// The JSON that goes over the wire of the compute service.
namespace Demo::OpenStack {

class Cloud;
struct Call;

enum class ServerDetail { Short, List, Shown };

[[nodiscard]] QJsonObject json(const Server &server, const Cloud &cloud, const Call &call,
                               ServerDetail detail);
[[nodiscard]] QJsonObject json(const Flavor &flavor, const Call &call);
[[nodiscard]] QJsonObject json(const ActionRecord &record, const Call &call);
// {"rel":"self",..} and {"rel":"bookmark",..} of "/servers/ID".
[[nodiscard]] QJsonArray computeLinks(const Call &call, const QString &path);
// A password that is told once, to who creates or rebuilds a server.
[[nodiscard]] QString onceToldPassword(Cloud &cloud);

} // namespace Demo::OpenStack
