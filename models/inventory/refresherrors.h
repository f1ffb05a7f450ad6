// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QList>

#include <optional>

namespace Inventory {

/// Of several lists that failed, the failure that explains the others and that a person can do
/// most about: the credential before the connection, the connection before one answer. The first
/// of equal ones; nothing when only we gave up.
[[nodiscard]] std::optional<Domain::Error> worstOf(const QList<Domain::Error> &errors);

} // namespace Inventory
