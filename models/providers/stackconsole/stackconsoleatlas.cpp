// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/stackconsole/stackconsoleatlas.h"

#include <algorithm>

namespace Providers {

QList<Domain::Location> StackConsoleAtlas::locations() const
{
    QList<Domain::Location> shown;
    for (const StackConsoleRegion &region : regions) {
        if (!region.isHidden) {
            shown.append(region.location);
        }
    }
    return shown;
}

QList<Domain::LocationId> StackConsoleAtlas::openRegions() const
{
    QList<Domain::LocationId> open;
    for (const StackConsoleRegion &region : regions) {
        if (!region.isHidden && !region.location.isComingSoon) {
            open.append(region.location.id);
        }
    }
    return open;
}

QList<Domain::Project> StackConsoleAtlas::projectList() const
{
    QList<Domain::Project> list;
    for (const StackConsoleProject &row : projects) {
        list.append(row.project);
    }
    return list;
}

Domain::LocationId StackConsoleAtlas::location(const StackConsoleReference &region) const
{
    if (!region.slug.isEmpty()) {
        return {region.slug};
    }
    const auto found = std::ranges::find(regions, region.id, &StackConsoleRegion::id);
    const bool isKnown = !region.id.isEmpty() && found != regions.end();
    return isKnown ? found->location.id : Domain::LocationId();
}

Domain::ProjectId StackConsoleAtlas::project(const StackConsoleReference &reference) const
{
    if (!reference.slug.isEmpty()) {
        return {reference.slug};
    }
    const auto found = std::ranges::find(projects, reference.id, &StackConsoleProject::id);
    const bool isKnown = !reference.id.isEmpty() && found != projects.end();
    return isKnown ? found->project.id : Domain::ProjectId();
}

bool StackConsoleAtlas::knows(const StackConsoleReference &region,
                              const StackConsoleReference &reference) const
{
    return (region.isEmpty() || !location(region).isEmpty())
        && (reference.isEmpty() || !project(reference).isEmpty());
}

QString StackConsoleAtlas::cloudProviderFor(const Domain::LocationId &region) const
{
    const auto place = std::ranges::find(
        regions, region, [](const StackConsoleRegion &row) { return row.location.id; });
    QString own = place == regions.end() ? QString() : place->cloudProvider;
    QList<StackConsoleCloudProvider> active = cloudProviders;
    active.removeIf([](const StackConsoleCloudProvider &row) { return !row.isActive; });
    if (active.size() > 1 && !own.isEmpty()) {
        return own;
    }
    const auto withServers = std::ranges::find_if(active, &StackConsoleCloudProvider::hasServers);
    if (withServers != active.end()) {
        return withServers->slug;
    }
    if (!own.isEmpty()) {
        return own;
    }
    return active.size() == 1 ? active.first().slug : QString();
}

} // namespace Providers
