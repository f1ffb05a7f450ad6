// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

// How servers come up and go down. Every change of power is accepted at once and takes its time.
namespace Demo::Raff {

class Account;
struct Vm;

[[nodiscard]] Answer startVm(Account &account, Vm &vm);
[[nodiscard]] Answer stopVm(Account &account, Vm &vm);
[[nodiscard]] Answer rebootVm(Account &account, Vm &vm);
// From nothing to running.
void bringUp(Account &account, Vm &vm);
// From now on it boots, and runs after a while.
void boot(Account &account, Vm &vm);

} // namespace Demo::Raff
