// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/taketext.h"

#include "items/displaytext.h"
#include "items/takedraft.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace Items {

using Domain::Location;
using Domain::Resource;
using Domain::ResourceKind;

namespace {

class TakeWords
{
    Q_DECLARE_TR_FUNCTIONS(TakeText)
};

/// Which kinds there is anything to choose of.
struct Kinds
{
    bool servers = false;
    bool volumes = false;
};

Kinds takableKinds(const TakeDraft &draft)
{
    Kinds kinds;
    for (const TakeAccount &account : draft.accounts()) {
        if (!draft.account() || draft.account() == &account) {
            kinds.servers = kinds.servers || account.capabilities.server.canTake;
            kinds.volumes = kinds.volumes || account.capabilities.volume.canTake;
        }
    }
    return kinds;
}

QString sourceTitle(const TakeDraft &draft)
{
    if (const SourceChoice *source = draft.source()) {
        return kindText(source->resource.key.kind);
    }
    const Kinds kinds = takableKinds(draft);
    if (kinds.servers != kinds.volumes) {
        return kinds.servers ? TakeWords::tr("Server") : TakeWords::tr("Volume");
    }
    return TakeWords::tr("Volume or server");
}

QString sourceQuestion(const TakeDraft &draft)
{
    const Kinds kinds = takableKinds(draft);
    if (kinds.servers != kinds.volumes) {
        return kinds.servers ? TakeWords::tr("Which server?") : TakeWords::tr("Which volume?");
    }
    return TakeWords::tr("Which volume or server?");
}

bool areLocationsNamed(const TakeDraft &draft)
{
    return std::ranges::any_of(
        draft.places(), [](const PlaceChoice &choice) { return !choice.location.id.isEmpty(); });
}

QString placeAnswer(const PlaceChoice &choice)
{
    return choice.location.id.isEmpty() ? choice.account.name : locationTitle(choice.location);
}

QString placeSummary(const TakeDraft &draft)
{
    const PlaceChoice *place = draft.place();
    if (!place) {
        return {};
    }
    QString text = inlineName(placeAnswer(*place));
    const QString country = countryName(place->location.country);
    if (!country.isEmpty()) {
        text = TakeWords::tr("%1, %2", "location and country").arg(text, country);
    }
    return draft.accounts().size() > 1 && !place->location.id.isEmpty()
        ? TakeWords::tr("%1 · account %2").arg(text, inlineName(place->account.name))
        : text;
}

QString sourceSummary(const TakeDraft &draft)
{
    const SourceChoice *source = draft.source();
    if (!source) {
        return {};
    }
    const Resource &resource = source->resource;
    QString text = inlineName(resource.name);
    if (resource.sizeBytes) {
        text = TakeWords::tr("%1, %2", "name and size")
                   .arg(text, sizeText(*resource.sizeBytes, source->sizeUnit));
    }
    if (resource.key.kind == ResourceKind::Server) {
        return TakeWords::tr("%1, %2", "server and its power state")
            .arg(text, Items::powerText(resource.power, resource.rawState));
    }
    return source->attachedTo.isEmpty()
        ? TakeWords::tr("%1, not attached").arg(text)
        : TakeWords::tr("%1, attached to %2").arg(text, inlineName(source->attachedTo));
}

} // namespace

QString locationTitle(const Location &location)
{
    if (!location.title.isEmpty()) {
        return location.title;
    }
    if (!location.name.isEmpty()) {
        return location.name;
    }
    return location.id.isEmpty() ? TakeWords::tr("No location told") : location.id.value;
}

QString countryName(const QString &code)
{
    const QLocale::Territory territory = QLocale::codeToTerritory(code);
    return territory == QLocale::AnyTerritory ? code : QLocale::territoryToString(territory);
}

QString countText(const ResourceCount &count)
{
    const QString servers = count.servers == 1
        ? TakeWords::tr("1 server")
        : TakeWords::tr("%n servers", nullptr, count.servers);
    const QString volumes = count.volumes == 1
        ? TakeWords::tr("1 volume")
        : TakeWords::tr("%n volumes", nullptr, count.volumes);
    if (count.volumes == 0) {
        return count.servers == 0 ? QString() : servers;
    }
    return count.servers == 0
        ? volumes
        : TakeWords::tr("%1, %2", "servers and volumes").arg(servers, volumes);
}

QString projectTitle(const Domain::Project &project)
{
    if (!project.name.isEmpty()) {
        return project.name;
    }
    return project.id.isEmpty() ? TakeWords::tr("Without a project") : project.id.value;
}

QString sourceStateText(const Resource &resource)
{
    if (resource.key.kind == ResourceKind::Server) {
        return Items::powerText(resource.power, resource.rawState);
    }
    return resource.attachedTo ? TakeWords::tr("in use", "state of a volume")
                               : TakeWords::tr("free", "state of a volume");
}

QString stepTitle(TakeStep step, const TakeDraft &draft)
{
    switch (step) {
    case TakeStep::Location:
        return areLocationsNamed(draft) ? TakeWords::tr("Location") : TakeWords::tr("Account");
    case TakeStep::Project:
        return TakeWords::tr("Project");
    case TakeStep::Source:
        return sourceTitle(draft);
    case TakeStep::Name:
        return TakeWords::tr("Name");
    case TakeStep::Review:
        return hasBilling(draft) ? TakeWords::tr("Billing and review") : TakeWords::tr("Review");
    }
    Q_UNREACHABLE_RETURN({});
}

QString stepQuestion(TakeStep step, const TakeDraft &draft)
{
    switch (step) {
    case TakeStep::Location:
        return areLocationsNamed(draft) ? TakeWords::tr("Where is the server or volume?")
                                        : TakeWords::tr("Which account?");
    case TakeStep::Project:
        return TakeWords::tr("Which project?");
    case TakeStep::Source:
        return sourceQuestion(draft);
    case TakeStep::Name:
        return TakeWords::tr("What is the snapshot called?");
    case TakeStep::Review:
        return stepTitle(step, draft);
    }
    Q_UNREACHABLE_RETURN({});
}

QString stepAnswer(TakeStep step, const TakeDraft &draft)
{
    switch (step) {
    case TakeStep::Location:
        return draft.place() ? placeAnswer(*draft.place()) : QString();
    case TakeStep::Project:
        return draft.project() ? projectTitle(draft.project()->project) : QString();
    case TakeStep::Source:
        return draft.source() ? draft.source()->resource.name : QString();
    case TakeStep::Name:
        return draft.name();
    case TakeStep::Review:
        break;
    }
    return {};
}

QString stepSummary(TakeStep step, const TakeDraft &draft)
{
    switch (step) {
    case TakeStep::Location:
        return placeSummary(draft);
    case TakeStep::Source:
        return sourceSummary(draft);
    case TakeStep::Name:
        return draft.name().isEmpty() ? TakeWords::tr("No name") : draft.name();
    case TakeStep::Project:
    case TakeStep::Review:
        break;
    }
    return stepAnswer(step, draft);
}

bool hasBilling(const TakeDraft &draft)
{
    if (const Domain::KindCapabilities *rules = draft.rules()) {
        return rules->needsPlan || rules->needsBillingCycle;
    }
    return std::ranges::any_of(draft.accounts(), [&draft](const TakeAccount &account) {
        const Domain::Capabilities &can = account.capabilities;
        return (!draft.account() || draft.account() == &account)
            && (can.server.needsPlan || can.server.needsBillingCycle || can.volume.needsPlan
                || can.volume.needsBillingCycle);
    });
}

QString noPlanText(const TakeDraft &draft)
{
    const SourceChoice *source = draft.source();
    const PlaceChoice *place = draft.place();
    if (!source || !place) {
        return {};
    }
    const QString where = inlineName(locationTitle(place->location));
    return source->resource.key.kind == ResourceKind::Server
        ? TakeWords::tr("The operator sells no plan for VM snapshots in %1, so none can be taken "
                        "there. Its support can add one.")
              .arg(where)
        : TakeWords::tr("The operator sells no plan for snapshots of this volume in %1, so none "
                        "can be taken of it. Its support can add one.")
              .arg(where);
}

QString planTitle(const Domain::SnapshotPrice &plan)
{
    return plan.planName.isEmpty() ? plan.plan.value : plan.planName;
}

QString ruleTitle(Domain::BillingRule rule)
{
    switch (rule) {
    case Domain::BillingRule::FixedProrata:
        return TakeWords::tr("Fixed prorata");
    case Domain::BillingRule::Unknown:
        break;
    }
    return {};
}

QString ruleMeaning(Domain::BillingRule rule)
{
    switch (rule) {
    case Domain::BillingRule::FixedProrata:
        return TakeWords::tr("the first invoice covers the rest of the running period");
    case Domain::BillingRule::Unknown:
        break;
    }
    return {};
}

} // namespace Items
