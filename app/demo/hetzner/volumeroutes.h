// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Hetzner {

class Project;

// Volumes can be seen. The vendor has no snapshots of them.
void addVolumeRoutes(Router &router, Project &project);

} // namespace Demo::Hetzner
