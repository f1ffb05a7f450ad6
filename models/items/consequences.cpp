// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"

#include "items/displaytext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::KindCapabilities;
using Domain::PowerRule;
using Domain::PowerState;
using Domain::Resource;
using Domain::ResourceKind;
using Domain::RollbackStyle;

namespace {

class ConsequenceWords
{
    Q_DECLARE_TR_FUNCTIONS(Consequences)
};

bool isServer(const Resource &resource)
{
    return resource.key.kind == ResourceKind::Server;
}

QString overwrittenText(const RollbackFacts &facts)
{
    const QDateTime &created = facts.snapshot.created;
    if (!created.isValid()) {
        return ConsequenceWords::tr(
            "The disk is overwritten with the snapshot. Everything written since is "
            "lost.");
    }
    const qint64 seconds = std::max<qint64>(0, created.secsTo(facts.now));
    return ConsequenceWords::tr(
               "The disk is overwritten with its state of %1. Everything written since, %2, "
               "is lost.")
        .arg(timestampText(created, facts.now, TextPlace::InSentence),
             durationText(std::chrono::seconds(seconds)));
}

/// Whether and how the server is off meanwhile.
QString powerText(const RollbackFacts &facts)
{
    if (!isServer(facts.target)) {
        return {};
    }
    const bool isRunning = facts.target.power == PowerState::Running;
    if (facts.capabilities.rollbackNeeds == PowerRule::Stopped && isRunning) {
        return ConsequenceWords::tr("The server is shut down first and started again afterwards.");
    }
    if (facts.capabilities.rollbackNeeds == PowerRule::Running && !isRunning) {
        return ConsequenceWords::tr("The server is started first and shut down again afterwards.");
    }
    return isRunning ? ConsequenceWords::tr("The server is off while this runs.") : QString();
}

QString detachedText(const RollbackFacts &facts)
{
    return !isServer(facts.target) && facts.capabilities.rollbackNeedsDetached
        ? ConsequenceWords::tr("It is attached to no server, and has to stay so until the rollback "
                               "is over.")
        : QString();
}

QString newerText(const RollbackFacts &facts)
{
    const int count = facts.newerSnapshots;
    if (count == 0) {
        return {};
    }
    if (facts.capabilities.newerSnapshotsSurviveRollback) {
        return count == 1 ? ConsequenceWords::tr("1 newer snapshot stays.")
                          : ConsequenceWords::tr("%n newer snapshots stay.", nullptr, count);
    }
    return count == 1
        ? ConsequenceWords::tr("1 newer snapshot is removed by it.")
        : ConsequenceWords::tr("%n newer snapshots are removed by it.", nullptr, count);
}

QString volumesText(const RollbackFacts &facts)
{
    if (!facts.capabilities.excludesAttachedVolumes || facts.volumeNames.isEmpty()) {
        return {};
    }
    QStringList names;
    for (const QString &name : facts.volumeNames) {
        names.append(inlineName(name));
    }
    return names.size() == 1
        ? ConsequenceWords::tr("The volume %1 is not part of it and stays as it is.")
              .arg(names.first())
        : ConsequenceWords::tr("The volumes %1 are not part of it and stay as they are.")
              .arg(names.join(ConsequenceWords::tr(", ", "between names")));
}

QString otherSourceText(const RollbackFacts &facts)
{
    if (facts.snapshot.source == facts.target.key) {
        return {};
    }
    const QString target = inlineName(facts.target.name);
    return facts.snapshot.sourceName.isEmpty()
        ? ConsequenceWords::tr("The snapshot was not taken of %1.").arg(target)
        : ConsequenceWords::tr("The snapshot was taken of %1, not of %2.")
              .arg(inlineName(facts.snapshot.sourceName), target);
}

QString unknownStateText(const RollbackFacts &facts)
{
    if (facts.snapshot.status != Domain::SnapshotStatus::Unknown) {
        return {};
    }
    return facts.snapshot.rawStatus.isEmpty()
        ? ConsequenceWords::tr("The provider does not tell the snapshot's state; it may refuse.")
        : ConsequenceWords::tr("The provider calls the snapshot's state %1; it may refuse.")
              .arg(quotedName(facts.snapshot.rawStatus));
}

struct StepText
{
    Domain::Step::Role role;

    QString operator()(const Domain::TakeSnapshot &) const
    {
        return role == Domain::Step::Role::SafetySnapshot
            ? ConsequenceWords::tr("Take safety snapshot")
            : ConsequenceWords::tr("Take snapshot");
    }
    QString operator()(const Domain::RollBack &) const { return ConsequenceWords::tr("Roll back"); }
    QString operator()(const Domain::RemoveSnapshot &) const
    {
        return ConsequenceWords::tr("Remove snapshot");
    }
    QString operator()(const Domain::RenameSnapshot &) const
    {
        return ConsequenceWords::tr("Rename");
    }
    QString operator()(const Domain::ProtectSnapshot &request) const
    {
        return request.protection == Domain::Protection::On
            ? ConsequenceWords::tr("Protect")
            : ConsequenceWords::tr("Take protection off");
    }
    QString operator()(const Domain::SetPower &request) const
    {
        switch (request.action) {
        case Domain::PowerAction::Start:
            return ConsequenceWords::tr("Start");
        case Domain::PowerAction::ShutDown:
            return ConsequenceWords::tr("Shut down");
        case Domain::PowerAction::PowerOff:
            return ConsequenceWords::tr("Power off");
        }
        Q_UNREACHABLE_RETURN({});
    }
    QString operator()(const Domain::SaveImage &) const
    {
        return ConsequenceWords::tr("Save as image");
    }
    QString operator()(const Domain::CreateServer &) const
    {
        return ConsequenceWords::tr("Create server");
    }
    QString operator()(const Domain::CreateVolume &) const
    {
        return ConsequenceWords::tr("Create volume");
    }
};

} // namespace

QStringList rollbackConsequences(const RollbackFacts &facts)
{
    const KindCapabilities &capabilities = facts.capabilities;
    QStringList texts{overwrittenText(facts), otherSourceText(facts), powerText(facts),
                      detachedText(facts)};
    if (isServer(facts.target)) {
        texts.append(capabilities.keepsAddressesOnRollback
                         ? ConsequenceWords::tr("Its addresses stay.")
                         : ConsequenceWords::tr("Its addresses may change."));
    }
    texts.append({newerText(facts), volumesText(facts)});
    if (capabilities.mayReturnPasswordOnRollback) {
        texts.append(
            ConsequenceWords::tr("The provider may set a new administrator password. It is shown "
                                 "once."));
    }
    texts.append(unknownStateText(facts));
    texts.removeAll(QString());
    return texts;
}

QStringList stepTexts(const QList<Domain::Step> &steps)
{
    QStringList texts;
    texts.reserve(steps.size());
    for (const Domain::Step &step : steps) {
        texts.append(std::visit(StepText{step.role}, step.request));
    }
    return texts;
}

} // namespace Items
