// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::Raff {

class Account;

// What an account at a small hosting company holds, the oldest first.
void addProjects(Account &account);
void addVmsAndVolumes(Account &account);

} // namespace Demo::Raff
