// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::Hetzner {

class Project;
struct Server;

// POST /servers/{id}/actions/create_image: a snapshot or a backup that becomes available, with its
// size, after some minutes. The server is locked meanwhile.
[[nodiscard]] Answer createImage(const Request &request, Project &project, Server &server);

} // namespace Demo::Hetzner
