// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

// What a small hosting company runs: its own machines in one project, those of its customers in
// another.
namespace Demo::OpenStack {

class Cloud;

[[nodiscard]] QList<Project> hosterProjects();
[[nodiscard]] QList<Flavor> hosterFlavors();
// Names of what there is are unique.
void addServersAndVolumes(Cloud &cloud);
[[nodiscard]] QString volumeType();

} // namespace Demo::OpenStack
