// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// What is neither a volume nor a snapshot: versions, limits, zones, types and messages.
void addVolumeCatalogueRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
