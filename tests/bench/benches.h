// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Bench {

void benchList();
void benchTable();
void benchRefresh();
void benchStart();

} // namespace Bench
