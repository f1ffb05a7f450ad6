// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::Hetzner {

class Project;

void addHosterServers(Project &project);
// After the servers, for most volumes are attached to one.
void addHosterVolumes(Project &project);

} // namespace Demo::Hetzner
