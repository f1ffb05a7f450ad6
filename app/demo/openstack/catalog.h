// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>

namespace Demo::OpenStack {

class Cloud;

// Where the services of each region are, for a project. The host is that of the listener.
[[nodiscard]] QJsonArray catalog(const Cloud &cloud, const QString &project, const QString &host);

} // namespace Demo::OpenStack
