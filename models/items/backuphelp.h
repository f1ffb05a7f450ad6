// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"

#include <QStringList>

namespace Items {

struct HelpSection
{
    QString heading;
    QStringList points; ///< whole sentences

    friend bool operator==(const HelpSection &, const HelpSection &) = default;
};

/// One provider that the person has an account at.
struct HelpProvider
{
    QString name;
    Domain::Capabilities capabilities;
};

/// What snapshots are for and what backups are for; for each provider what its snapshots hold and
/// outlive, from its capabilities alone.
[[nodiscard]] QList<HelpSection> snapshotsOrBackups(const QList<HelpProvider> &providers);

} // namespace Items
