// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Demo::StackConsole {

class Tenant;

// Of what the tenant holds already. A count takes the newest, or adds nightly ones before them.
void addSnapshots(Tenant &tenant, std::optional<int> count);

} // namespace Demo::StackConsole
