// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"
#include "demo/stackconsole/entities.h"

// What is done with snapshots. Every request is answered at once; the work runs along simulated
// time, and nothing but the lists tells how it goes.
namespace Demo::StackConsole {

class Tenant;

[[nodiscard]] Answer takeOfVolume(const Request &request, Tenant &tenant, const Volume &volume);
[[nodiscard]] Answer takeOfMachine(const Request &request, Tenant &tenant, const Machine &machine);
[[nodiscard]] Answer revertVolume(Tenant &tenant, Volume &volume, Snapshot &snapshot);
[[nodiscard]] Answer revertMachine(Tenant &tenant, const Machine &machine, Snapshot &snapshot);
// In progress, it can't be removed.
[[nodiscard]] bool isRemovable(const Snapshot &snapshot);
void removeSnapshot(Tenant &tenant, const Snapshot &snapshot, Instant at);

} // namespace Demo::StackConsole
