// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Demo::Raff {

class Account;

// The newest of the data set. Where more are wanted than it has, nightly ones are added.
void addSnapshots(Account &account, std::optional<int> wanted);

} // namespace Demo::Raff
