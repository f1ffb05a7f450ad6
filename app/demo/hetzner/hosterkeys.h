// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::Hetzner {

class Project;

// Public keys that nobody has the other half of.
void addHosterKeys(Project &project);

} // namespace Demo::Hetzner
