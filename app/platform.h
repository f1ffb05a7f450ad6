// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace App {

/// What only the operating system can do. One source file a platform implements this.

/// No core dump of a process that holds credentials.
void disableCoreDumps();

} // namespace App
