// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::Hetzner {

class Project;

// The vendor's "create": a new server whose disk is a copy of an image, of any location.
[[nodiscard]] Answer createServer(const Request &request, Project &project);

} // namespace Demo::Hetzner
