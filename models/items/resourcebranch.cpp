// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcebranch.h"

#include "items/accounttitle.h"

#include <QCollator>
#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace Items {

using Domain::Project;
using Domain::ProjectId;
using Domain::Resource;
using Domain::ResourceKey;
using Domain::Snapshot;
using NodeKind = ResourceTreeModel::NodeKind;

namespace {

class BranchWords
{
    Q_DECLARE_TR_FUNCTIONS(ResourceTree)
};

struct Tally
{
    int count = 0;
    QDateTime lastGood;
};

class BranchPlanner
{
public:
    explicit BranchPlanner(const AccountBranch &branch)
        : m_branch(branch)
    {
        const QLocale locale;
        m_collator.setLocale(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
        for (const Snapshot &snapshot : branch.snapshots) {
            if (snapshot.source) {
                count(m_tallies[*snapshot.source], snapshot);
            }
        }
    }

    [[nodiscard]] NodePlan plan() const
    {
        const Domain::Account &account = m_branch.account;
        NodePlan plan;
        plan.id = {NodeKind::Account, account.id, {}, {}};
        plan.content.text = accountTitle(m_branch.providerName, account.name);
        plan.content.colour = account.colour;
        plan.content.snapshots = int(m_branch.snapshots.size());
        plan.content.isLoading = m_branch.isLoading && m_branch.snapshots.isEmpty();
        plan.content.isFailed = m_branch.isFailed;
        plan.content.shownAsOf = m_branch.shownAsOf;
        if (m_branch.projects.size() < 2) {
            plan.children = resources([](const Resource &) { return true; });
            return plan;
        }
        QList<Project> projects = m_branch.projects;
        std::ranges::stable_sort(projects, [this](const Project &a, const Project &b) {
            return m_collator.compare(a.name, b.name) < 0;
        });
        for (const Project &project : std::as_const(projects)) {
            plan.children.push_back(planProject(project));
        }
        // What belongs to no known project is not hidden for that.
        std::vector<NodePlan> others = resources([this](const Resource &resource) {
            return !std::ranges::contains(m_branch.projects, resource.project, &Project::id);
        });
        std::ranges::move(others, std::back_inserter(plan.children));
        return plan;
    }

private:
    static void count(Tally &tally, const Snapshot &snapshot)
    {
        ++tally.count;
        const bool isGood = snapshot.status == Domain::SnapshotStatus::Ready;
        if (isGood && (!tally.lastGood.isValid() || tally.lastGood < snapshot.created)) {
            tally.lastGood = snapshot.created;
        }
    }

    [[nodiscard]] NodePlan planProject(const Project &project) const
    {
        NodePlan plan;
        plan.id = {NodeKind::Project, m_branch.account.id, project.id, {}};
        plan.content.text = project.name;
        plan.children = resources(
            [&project](const Resource &resource) { return resource.project == project.id; });
        for (const NodePlan &child : plan.children) {
            plan.content.snapshots += child.content.snapshots;
        }
        return plan;
    }

    [[nodiscard]] NodePlan planResource(const Resource &resource) const
    {
        const Tally tally = m_tallies.value(resource.key);
        NodePlan plan;
        plan.id = {NodeKind::Resource, m_branch.account.id, {}, resource.key};
        plan.content.text = resource.name.isEmpty() ? resource.key.id.value : resource.name;
        plan.content.snapshots = tally.count;
        plan.content.lastGood = tally.lastGood;
        plan.content.isLoading = m_branch.isLoading && m_branch.snapshots.isEmpty();
        const bool canTake = m_branch.capabilities.of(resource.key.kind).canTake;
        if (!canTake && tally.count == 0) {
            plan.content.disabledReason = BranchWords::tr("no snapshots at this provider");
        }
        return plan;
    }

    template <class Predicate>
    [[nodiscard]] std::vector<NodePlan> resources(const Predicate &isWanted) const
    {
        std::vector<const Resource *> wanted;
        for (const Resource &resource : m_branch.resources) {
            if (isWanted(resource)) {
                wanted.push_back(&resource);
            }
        }
        std::ranges::stable_sort(wanted, [this](const Resource *a, const Resource *b) {
            return a->key.kind != b->key.kind ? a->key.kind < b->key.kind
                                              : m_collator.compare(a->name, b->name) < 0;
        });
        std::vector<NodePlan> plans;
        plans.reserve(wanted.size());
        for (const Resource *resource : wanted) {
            plans.push_back(planResource(*resource));
        }
        return plans;
    }

    const AccountBranch &m_branch;
    QHash<ResourceKey, Tally> m_tallies;
    QCollator m_collator;
};

} // namespace

NodePlan planBranch(const AccountBranch &branch)
{
    return BranchPlanner(branch).plan();
}

} // namespace Items
