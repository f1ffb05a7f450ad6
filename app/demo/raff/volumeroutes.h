// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo {
class Router;
}

namespace Demo::Raff {

class Account;

// The account must live as long as the router.
void addVolumeRoutes(Router &router, Account &account);

} // namespace Demo::Raff
