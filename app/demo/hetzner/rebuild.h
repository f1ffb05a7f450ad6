// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::Hetzner {

class Project;
struct Server;

// POST /servers/{id}/actions/rebuild: the server is turned off, its disk overwritten, and started.
[[nodiscard]] Answer rebuild(const Request &request, Project &project, Server &server);

} // namespace Demo::Hetzner
