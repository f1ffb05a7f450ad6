// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace App {

/// Sends the program's own log lines to standard error: time, level, category, text. Warnings and
/// worse always; more by QT_LOGGING_RULES ("app.net.debug=true").
void installLogging();

} // namespace App
