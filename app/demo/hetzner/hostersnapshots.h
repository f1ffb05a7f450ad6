// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Demo::Hetzner {

class Project;

// Snapshots, automatic backups, and the actions that made the newest of them. After the servers.
void addHosterImages(Project &project, std::optional<int> snapshotCount);

} // namespace Demo::Hetzner
