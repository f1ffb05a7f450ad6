// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// What is not a server: versions, flavors, limits and zones.
void addComputeCatalogueRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
