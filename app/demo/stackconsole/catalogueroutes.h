// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::StackConsole {

class Tenant;

// What the operator offers, and who the customer is. The tenant must live as long as the router.
void addCatalogueRoutes(Router &router, const Tenant &tenant);

} // namespace Demo::StackConsole
