// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/action.h"
#include "demo/hetzner/entities.h"
#include "demo/message.h"

#include <QJsonObject>

// The JSON that goes over the wire.
namespace Demo::Hetzner {

class Project;

[[nodiscard]] QJsonObject json(const Location &location);
[[nodiscard]] QJsonObject json(const ServerType &type);
[[nodiscard]] QJsonObject json(const Image &image);
[[nodiscard]] QJsonObject json(const Volume &volume);
[[nodiscard]] QJsonObject json(const SshKey &key);
[[nodiscard]] QJsonObject json(const Action &action, Instant now);
[[nodiscard]] QJsonObject json(const Server &server, const Project &project);

[[nodiscard]] QByteArray bytes(const QJsonObject &object);
[[nodiscard]] Answer answerWith(int status, const QJsonObject &object);

} // namespace Demo::Hetzner
