// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace Demo::Hetzner {

class Project;

// The vendor's rule for the names of servers: RFC 1123.
[[nodiscard]] bool isHostName(const QString &name);
// By another server than that one, if there is one.
[[nodiscard]] bool isTaken(const Project &project, const QString &name, qint64 exceptId = 0);

} // namespace Demo::Hetzner
