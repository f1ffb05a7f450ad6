// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takedraft.h"

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/nametemplate.h"
#include "items/taketext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Items {

using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceKey;

namespace {

class DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(TakeDraft)
};

constexpr qsizetype none = -1;

/// The one that can be chosen; none when there are several or no such.
template <class Choice>
qsizetype onlyOne(const QList<Choice> &choices)
{
    qsizetype found = none;
    for (qsizetype i = 0; i < choices.size(); ++i) {
        if (choices.at(i).reason.isEmpty()) {
            if (found != none) {
                return none;
            }
            found = i;
        }
    }
    return found;
}

template <class Choice, class Predicate>
qsizetype find(const QList<Choice> &choices, const Predicate &isWanted)
{
    const auto found = std::ranges::find_if(choices, isWanted);
    return found == choices.cend() ? none : std::distance(choices.cbegin(), found);
}

template <class Choice>
const Choice *at(const QList<Choice> &choices, qsizetype index)
{
    return index == none ? nullptr : &choices.at(index);
}

template <class Choice>
StepState asked(const QList<Choice> &choices, qsizetype chosen)
{
    return chosen != none && onlyOne(choices) == chosen ? StepState::Made : StepState::Asked;
}

const TakeAccount *findAccount(const QList<TakeAccount> &accounts, const Domain::AccountId &id)
{
    const auto found = std::ranges::find_if(
        accounts, [&id](const TakeAccount &account) { return account.account.id == id; });
    return found == accounts.cend() ? nullptr : &*found;
}

const Resource *findResource(const QList<TakeAccount> &accounts, const ResourceKey &key)
{
    const TakeAccount *account = findAccount(accounts, key.account);
    if (!account) {
        return nullptr;
    }
    const auto found = std::ranges::find(account->resources, key, &Resource::key);
    return found == account->resources.cend() ? nullptr : &*found;
}

} // namespace

TakeDraft::TakeDraft()
    : m_nameTemplate(defaultNameTemplate())
{
}

void TakeDraft::setAccounts(const QList<TakeAccount> &accounts)
{
    m_accounts = accounts;
    m_places = placeChoices(accounts);
    resolve();
}

void TakeDraft::choosePlace(const TakePlace &place)
{
    m_wishedPlace = place;
    resolve();
}

void TakeDraft::chooseProject(const ProjectId &project)
{
    m_wishedProject = project;
    resolve();
}

void TakeDraft::chooseSource(const ResourceKey &source)
{
    const Resource *resource = findResource(m_accounts, source);
    m_wishedSource = source;
    m_wishedSourceName = resource ? resource->name : source.id.value;
    resolve();
}

void TakeDraft::prefill(const ResourceKey &source)
{
    if (const Resource *resource = findResource(m_accounts, source)) {
        m_wishedPlace = {source.account, resource->location};
        m_wishedProject = resource->project;
        chooseSource(source);
    }
}

void TakeDraft::clearSource()
{
    m_wishedSource.reset();
    resolve();
}

void TakeDraft::resolve()
{
    m_place = resolvedPlace();
    const PlaceChoice *place = at(m_places, m_place);
    const TakeAccount *owner = account();
    m_projects =
        place && owner ? projectChoices(*owner, place->location.id) : QList<ProjectChoice>();
    m_project = resolvedProject();
    const ProjectChoice *project = at(m_projects, m_project);
    m_sources = place && owner && project
        ? sourceChoices(*owner, place->location.id, project->project.id)
        : QList<SourceChoice>();
    m_source = resolvedSource();
    const SourceChoice *chosen = source();
    m_takenNames = chosen && owner ? takenNames(owner->snapshots, chosen->resource) : QStringList();
}

qsizetype TakeDraft::resolvedPlace() const
{
    if (!m_wishedPlace) {
        return onlyOne(m_places);
    }
    const qsizetype found = find(m_places, [this](const PlaceChoice &choice) {
        return choice.place() == *m_wishedPlace && choice.reason.isEmpty();
    });
    return found;
}

qsizetype TakeDraft::resolvedProject() const
{
    const qsizetype found = find(m_projects, [this](const ProjectChoice &choice) {
        return choice.project.id == m_wishedProject && choice.reason.isEmpty();
    });
    return found == none ? onlyOne(m_projects) : found;
}

qsizetype TakeDraft::resolvedSource() const
{
    const qsizetype found = find(m_sources, [this](const SourceChoice &choice) {
        return choice.resource.key == m_wishedSource;
    });
    if (found != none) {
        return m_sources.at(found).reason.isEmpty() ? found : none;
    }
    // The next best is no answer for somebody whose own choice has vanished.
    return m_wishedSource && !findResource(m_accounts, *m_wishedSource) ? none : onlyOne(m_sources);
}

const PlaceChoice *TakeDraft::place() const
{
    return at(m_places, m_place);
}

const ProjectChoice *TakeDraft::project() const
{
    return at(m_projects, m_project);
}

const SourceChoice *TakeDraft::source() const
{
    return at(m_sources, m_source);
}

const TakeAccount *TakeDraft::account() const
{
    const PlaceChoice *chosen = place();
    return chosen ? findAccount(m_accounts, chosen->account.id) : nullptr;
}

const Domain::KindCapabilities *TakeDraft::rules() const
{
    const SourceChoice *chosen = source();
    const TakeAccount *owner = account();
    return chosen && owner ? &owner->capabilities.of(chosen->resource.key.kind) : nullptr;
}

QList<Domain::SnapshotPrice> TakeDraft::plans() const
{
    const SourceChoice *chosen = source();
    const TakeAccount *owner = account();
    return chosen && owner ? planChoices(owner->prices, chosen->resource)
                           : QList<Domain::SnapshotPrice>();
}

QList<CycleChoice> TakeDraft::cycles() const
{
    const TakeAccount *owner = account();
    return owner ? cycleChoices(owner->prices) : QList<CycleChoice>();
}

std::optional<Domain::SnapshotPrice> TakeDraft::plan() const
{
    const QList<Domain::SnapshotPrice> fitting = plans();
    for (const Domain::SnapshotPrice &each : fitting) {
        if (each.plan == m_plan) {
            return each;
        }
    }
    return fitting.size() == 1 ? std::optional(fitting.first()) : std::nullopt;
}

std::optional<Domain::BillingCycle> TakeDraft::cycle() const
{
    const QList<CycleChoice> all = cycles();
    for (const CycleChoice &each : all) {
        if (each.cycle.id == m_cycle && each.reason.isEmpty()) {
            return each.cycle;
        }
    }
    const qsizetype only = onlyOne(all);
    return only == none ? std::nullopt : std::optional(all.at(only).cycle);
}

QString TakeDraft::name() const
{
    return m_typedName ? m_typedName->trimmed() : nameOfTemplate();
}

QString TakeDraft::nameOfTemplate() const
{
    const SourceChoice *chosen = source();
    const Domain::KindCapabilities *kind = rules();
    return chosen && kind
        ? nameFromTemplate(m_nameTemplate,
                           {chosen->resource.name, m_nameReason, m_now, kind->name.maxLength})
        : QString();
}

bool TakeDraft::hasProjects() const
{
    if (!account()) {
        return std::ranges::any_of(
            m_accounts, [](const TakeAccount &each) { return !each.projects.isEmpty(); });
    }
    return m_projects.size() > 1
        || (m_projects.size() == 1 && !m_projects.first().project.id.isEmpty());
}

StepState TakeDraft::stateOf(TakeStep step) const
{
    switch (step) {
    case TakeStep::Location:
        return m_places.size() == 1 && m_places.first().location.id.isEmpty()
            ? StepState::Absent
            : asked(m_places, m_place);
    case TakeStep::Project:
        return hasProjects() ? asked(m_projects, m_project) : StepState::Absent;
    case TakeStep::Source:
        return asked(m_sources, m_source);
    case TakeStep::Name:
    case TakeStep::Review:
        break;
    }
    return StepState::Asked;
}

QString TakeDraft::problem(TakeStep step) const
{
    switch (step) {
    case TakeStep::Location:
        return place() ? QString() : DraftWords::tr("Choose a location.");
    case TakeStep::Project:
        return project() ? QString() : DraftWords::tr("Choose a project.");
    case TakeStep::Source:
        return sourceProblem();
    case TakeStep::Name: {
        const Domain::KindCapabilities *kind = rules();
        return kind ? nameProblem(name(), kind->name, m_takenNames) : sourceProblem();
    }
    case TakeStep::Review:
        return reviewProblem();
    }
    Q_UNREACHABLE_RETURN({});
}

QString TakeDraft::sourceProblem() const
{
    if (source()) {
        return {};
    }
    const QString lost = lostText();
    return lost.isEmpty() ? DraftWords::tr("Choose a server or volume.") : lost;
}

QString TakeDraft::reviewProblem() const
{
    for (const TakeStep before :
         {TakeStep::Location, TakeStep::Project, TakeStep::Source, TakeStep::Name}) {
        QString missing = problem(before);
        if (!missing.isEmpty()) {
            return missing;
        }
    }
    const Domain::KindCapabilities &kind = *rules();
    if (kind.needsPlan && !plan()) {
        return plans().isEmpty() ? noPlanText(*this) : DraftWords::tr("Choose a plan.");
    }
    if (kind.needsBillingCycle && !cycle()) {
        return onlyOne(cycles()) == none
                && std::ranges::none_of(
                    cycles(), [](const CycleChoice &each) { return each.reason.isEmpty(); })
            ? DraftWords::tr("The operator offers no billing cycle for snapshots, so none can be "
                             "taken. Ask its support.")
            : DraftWords::tr("Choose a billing cycle.");
    }
    return {};
}

QString TakeDraft::lostText() const
{
    if (!m_wishedSource || source()) {
        return {};
    }
    const TakeAccount *owner = findAccount(m_accounts, m_wishedSource->account);
    if (!owner) {
        return DraftWords::tr("The account of %1 is no longer connected.")
            .arg(inlineName(m_wishedSourceName));
    }
    const Resource *resource = findResource(m_accounts, *m_wishedSource);
    if (!resource) {
        return DraftWords::tr("%1 is no longer there. Choose another server or volume.")
            .arg(inlineName(m_wishedSourceName));
    }
    const bool isHere = m_wishedPlace == TakePlace{m_wishedSource->account, resource->location};
    return isHere || !m_wishedPlace
        ? whyNotTake(*resource, owner->capabilities, owner->isReadOnly, roomOf(*owner))
        : QString();
}

} // namespace Items
