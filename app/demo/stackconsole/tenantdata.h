// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::StackConsole {

class Tenant;

// The servers and volumes of a small software company.
void addMachinesAndVolumes(Tenant &tenant);

} // namespace Demo::StackConsole
