// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/stackconsole/stackconsolerows.h"

namespace Providers {

/// Regions, projects and cloud providers as last read: what rows refer to by id. Pure.
class StackConsoleAtlas
{
public:
    QList<StackConsoleRegion> regions;
    QList<StackConsoleProject> projects;
    QList<StackConsoleCloudProvider> cloudProviders;

    /// Those a person may see.
    [[nodiscard]] QList<Domain::Location> locations() const;
    /// Those where something can be bought.
    [[nodiscard]] QList<Domain::LocationId> openRegions() const;
    [[nodiscard]] QList<Domain::Project> projectList() const;

    /// Empty for one that is not known.
    [[nodiscard]] Domain::LocationId location(const StackConsoleReference &region) const;
    [[nodiscard]] Domain::ProjectId project(const StackConsoleReference &reference) const;
    /// False when a row names a region or project that was made since.
    [[nodiscard]] bool knows(const StackConsoleReference &region,
                             const StackConsoleReference &reference) const;

    /// The slug that orders in the region carry; empty where nothing tells.
    [[nodiscard]] QString cloudProviderFor(const Domain::LocationId &region) const;

    friend bool operator==(const StackConsoleAtlas &, const StackConsoleAtlas &) = default;
};

} // namespace Providers
