// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/hosterdata.h"

#include "demo/hetzner/hosterkeys.h"
#include "demo/hetzner/hosterservers.h"
#include "demo/hetzner/hostersnapshots.h"

namespace Demo::Hetzner {

void fillWithHosterData(Project &project, std::optional<int> snapshotCount)
{
    addHosterKeys(project);
    addHosterServers(project);
    addHosterVolumes(project);
    addHosterImages(project, snapshotCount);
}

} // namespace Demo::Hetzner
