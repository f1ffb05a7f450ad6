// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::Raff {

class Account;
struct Call;
struct Vm;

// What makes something new: a server of a template or image, and an image of a server's disk.
[[nodiscard]] Answer createVm(const Call &call, Account &account);
[[nodiscard]] Answer saveImage(const Call &call, Account &account, const Vm &vm);

} // namespace Demo::Raff
