// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Hetzner {

class Project;

// Following actions: some by their ids, all of a kind of resource, all of one resource.
void addActionRoutes(Router &router, Project &project);

} // namespace Demo::Hetzner
