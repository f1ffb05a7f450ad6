// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Raff {

class Account;

// Of projects, and of what anybody may read. The account must live as long as the router.
void addCatalogueRoutes(Router &router, const Account &account);

} // namespace Demo::Raff
