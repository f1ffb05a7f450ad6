// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/actionlog.h"
#include "demo/hetzner/project.h"
#include "demo/message.h"

namespace Demo {
class Router;
}

// What all actions on a server share: the server exists, is not locked, and the action is told.
namespace Demo::Hetzner {

using ServerAct = std::function<Answer(const Request &, Project &, Server &)>;

// Adds POST /servers/{id}/actions/<name>.
void addServerAction(Router &router, Project &project, const QString &name, ServerAct act);
// A refusal unless the body is empty or an empty object.
[[nodiscard]] std::optional<Answer> refuseFields(const Request &request);
[[nodiscard]] Answer beginOnServer(Project &project, const Server &server, ActionLog::Plan plan);

} // namespace Demo::Hetzner
