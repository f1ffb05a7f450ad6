// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/takechoices.h"

#include <QDateTime>

namespace Items {

/// A snapshot that is not taken yet: what was chosen so far, what can be chosen next, and what is
/// still missing.
///
/// A choice is kept as a wish. It counts where it fits what was chosen before it, and comes back
/// when it fits again, so that neither going back nor a refresh loses anything. Where there is but
/// one answer it is given without a wish; not in place of a wish that has vanished.
class TakeDraft
{
public:
    TakeDraft();

    /// Anew after every refresh. What was chosen stays, as far as it is still there.
    void setAccounts(const QList<TakeAccount> &accounts);
    /// For names from the template.
    void setNow(const QDateTime &now) { m_now = now; }

    void choosePlace(const TakePlace &place);
    void chooseProject(const Domain::ProjectId &project);
    void chooseSource(const Domain::ResourceKey &source);
    /// With its place and its project.
    void prefill(const Domain::ResourceKey &source);
    void clearSource();
    void choosePlan(const Domain::PlanId &plan) { m_plan = plan; }
    void chooseCycle(const Domain::BillingCycleId &cycle) { m_cycle = cycle; }
    /// Typed by hand; from then on the template does not change it.
    void typeName(const QString &name) { m_typedName = name; }
    void useTemplate() { m_typedName.reset(); }
    void setNameTemplate(const QString &nameTemplate) { m_nameTemplate = nameTemplate; }
    void setNameReason(const QString &reason) { m_nameReason = reason; }

    [[nodiscard]] const QList<TakeAccount> &accounts() const { return m_accounts; }
    [[nodiscard]] const QList<PlaceChoice> &places() const { return m_places; }
    [[nodiscard]] const QList<ProjectChoice> &projects() const { return m_projects; }
    [[nodiscard]] const QList<SourceChoice> &sources() const { return m_sources; }
    [[nodiscard]] QList<Domain::SnapshotPrice> plans() const;
    [[nodiscard]] QList<CycleChoice> cycles() const;

    /// What counts now; nothing where it has to be chosen (again).
    [[nodiscard]] const PlaceChoice *place() const;
    [[nodiscard]] const ProjectChoice *project() const;
    [[nodiscard]] const SourceChoice *source() const;
    [[nodiscard]] const TakeAccount *account() const; ///< of the place
    [[nodiscard]] std::optional<Domain::SnapshotPrice> plan() const;
    [[nodiscard]] std::optional<Domain::BillingCycle> cycle() const;
    /// What the provider can do for the source's kind; nothing without a source.
    [[nodiscard]] const Domain::KindCapabilities *rules() const;

    [[nodiscard]] QString name() const; ///< trimmed
    [[nodiscard]] QString nameOfTemplate() const;
    [[nodiscard]] bool isNameTyped() const { return m_typedName.has_value(); }
    [[nodiscard]] const QString &nameTemplate() const { return m_nameTemplate; }
    [[nodiscard]] const QString &nameReason() const { return m_nameReason; }

    [[nodiscard]] StepState stateOf(TakeStep step) const;
    /// What is missing or wrong with it; empty when it is answered.
    [[nodiscard]] QString problem(TakeStep step) const;
    /// Why what was chosen no longer counts: it has gone, or can't be snapshotted any more. Empty
    /// mostly.
    [[nodiscard]] QString lostText() const;

private:
    void resolve();
    [[nodiscard]] qsizetype resolvedPlace() const;
    [[nodiscard]] qsizetype resolvedProject() const;
    [[nodiscard]] qsizetype resolvedSource() const;
    [[nodiscard]] QString sourceProblem() const;
    [[nodiscard]] QString reviewProblem() const;
    [[nodiscard]] bool hasProjects() const;

    QList<TakeAccount> m_accounts;
    QDateTime m_now;

    std::optional<TakePlace> m_wishedPlace;
    std::optional<Domain::ProjectId> m_wishedProject;
    std::optional<Domain::ResourceKey> m_wishedSource;
    QString m_wishedSourceName; ///< for saying that it has gone
    std::optional<Domain::PlanId> m_plan;
    std::optional<Domain::BillingCycleId> m_cycle;
    std::optional<QString> m_typedName;
    QString m_nameTemplate;
    QString m_nameReason;

    QList<PlaceChoice> m_places;
    QList<ProjectChoice> m_projects;
    QList<SourceChoice> m_sources;
    QStringList m_takenNames;
    qsizetype m_place = -1;
    qsizetype m_project = -1;
    qsizetype m_source = -1;
};

} // namespace Items
