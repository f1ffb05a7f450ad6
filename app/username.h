// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace App {

/// Who sits at this computer, by the name that its system has for them.
[[nodiscard]] QString userName();

} // namespace App
