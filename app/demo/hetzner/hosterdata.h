// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Demo::Hetzner {

class Project;

// Puts in what a small hosting company has after some years: servers in three locations, volumes,
// automatic backups, and a year of snapshots as people take and name them. Another count of
// snapshots takes the newest of these, or adds nightly ones.
void fillWithHosterData(Project &project, std::optional<int> snapshotCount);

} // namespace Demo::Hetzner
