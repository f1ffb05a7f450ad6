// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Bench {

void benchTls();
/// The other end of benchTls(), in a process of its own; prints its port.
[[nodiscard]] int serveTls();
void benchList();
void benchTable();
void benchRefresh();
void benchStart();

} // namespace Bench
