// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

// What is done with disks: capturing them, and putting them back. It is accepted at once and takes
// its time, longer for larger disks.
namespace Demo::Raff {

class Account;
struct Snapshot;
struct Vm;
struct Volume;

[[nodiscard]] Answer takeOfVm(Account &account, Vm &vm, const QString &name);
[[nodiscard]] Answer takeOfVolume(Account &account, Volume &volume, const QString &name);
[[nodiscard]] Answer restoreVm(Account &account, Vm &vm, Snapshot &snapshot);
[[nodiscard]] Answer restoreVolume(Account &account, Volume &volume, Snapshot &snapshot);
[[nodiscard]] Answer deleteSnapshot(Account &account, const Snapshot &snapshot);

} // namespace Demo::Raff
