// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::StackConsole {

class Tenant;

// Of virtual machines and block storages. The tenant must live as long as the router.
void addMachineRoutes(Router &router, Tenant &tenant);

} // namespace Demo::StackConsole
