// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Hetzner {

class Project;

// Listing, reading, renaming and deleting servers, and everything that is done to one.
void addServerRoutes(Router &router, Project &project);

} // namespace Demo::Hetzner
