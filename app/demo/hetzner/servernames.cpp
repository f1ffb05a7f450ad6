// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/servernames.h"

#include "demo/hetzner/project.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

bool isHostName(const QString &name)
{
    static const QRegularExpression hostName(
        u"\\A[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*\\z"_s);
    return name.size() <= 253 && hostName.match(name).hasMatch();
}

bool isTaken(const Project &project, const QString &name, qint64 exceptId)
{
    return std::ranges::any_of(project.servers, [&](const auto &entry) {
        return entry.first != exceptId && entry.second.name == name;
    });
}

} // namespace Demo::Hetzner
