// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Items {

/// "Hetzner Cloud · shop": an account by provider and name; once where both are the same.
[[nodiscard]] QString accountTitle(const QString &provider, const QString &account);

} // namespace Items
