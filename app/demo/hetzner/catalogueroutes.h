// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Hetzner {

// Locations, server types and prices.
void addCatalogueRoutes(Router &router);

} // namespace Demo::Hetzner
