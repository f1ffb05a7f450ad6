// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "providers/raff/raffrows.h"

#include <QSet>

namespace Providers {

/// What servers can be made of, and what sizes they are sold in, as values. Pure functions of
/// bytes, as RaffParser's.
class RaffCatalogueParser
{
public:
    /// All plans of all regions.
    [[nodiscard]] static Domain::Result<QList<RaffPlan>> plans(const QByteArray &json);
    /// The ids of the public templates that are Windows.
    [[nodiscard]] static Domain::Result<QSet<QString>> windowsTemplates(const QByteArray &json);
    /// One that was just saved.
    [[nodiscard]] static Domain::Result<RaffImage> image(const QByteArray &json);
};

} // namespace Providers
