// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Hetzner {

class Project;

// Listing, reading, changing, deleting and protecting images.
void addImageRoutes(Router &router, Project &project);

} // namespace Demo::Hetzner
