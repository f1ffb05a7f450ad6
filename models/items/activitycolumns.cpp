// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activitycolumns.h"

#include "items/displaytext.h"
#include "items/operationtext.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::JournalEntry;
using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;

namespace {

class ActivityColumnWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityTable)
};

QString dashIfEmpty(const QString &text)
{
    const QString line = text.simplified();
    return line.isEmpty() ? u"—"_s : line;
}

/// As the journal wrote it down: a snapshot without a name is known by its id alone.
QString snapshotText(const Operation &operation)
{
    return operation.snapshotName.isEmpty() && operation.snapshot ? operation.snapshot->id.value
                                                                  : operation.snapshotName;
}

QString resourceText(const Operation &operation)
{
    return operation.resourceName.isEmpty() && operation.resource ? operation.resource->id.value
                                                                  : operation.resourceName;
}

QString withId(const QString &text, const QString &id)
{
    return id.isEmpty() ? text
                        : ActivityColumnWords::tr("%1\nID %2", "a name, then its id").arg(text, id);
}

QString actionIcon(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return u"camera"_s;
    case OperationKind::RollBack:
        return u"rotate-ccw"_s;
    case OperationKind::Remove:
        return u"trash-2"_s;
    case OperationKind::Rename:
        return u"pencil"_s;
    case OperationKind::Protect:
        return u"lock"_s;
    case OperationKind::Power:
        return u"power"_s;
    case OperationKind::CreateServer:
        return u"server"_s;
    case OperationKind::CreateVolume:
        return u"hard-drive"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString resultIcon(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
        return u"hourglass"_s;
    case OperationState::Running:
        return u"loader-circle"_s;
    case OperationState::Succeeded:
        return u"circle-check"_s;
    case OperationState::Failed:
        return u"triangle-alert"_s;
    case OperationState::Cancelled:
        return u"circle-x"_s;
    case OperationState::NeedsAnswer:
        return u"circle-question-mark"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

ActivityModel::Tone resultTone(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
    case OperationState::Cancelled:
        return ActivityModel::Tone::Dim;
    case OperationState::Running:
    case OperationState::Succeeded:
        return ActivityModel::Tone::Good;
    case OperationState::Failed:
        return ActivityModel::Tone::Bad;
    case OperationState::NeedsAnswer:
        return ActivityModel::Tone::Doubtful;
    }
    Q_UNREACHABLE_RETURN(ActivityModel::Tone::Plain);
}

} // namespace

QString headerText(ActivityModel::Column column)
{
    switch (column) {
    case ActivityModel::Started:
        return ActivityColumnWords::tr("Time");
    case ActivityModel::Action:
        return ActivityColumnWords::tr("Action");
    case ActivityModel::Snapshot:
        return ActivityColumnWords::tr("Snapshot");
    case ActivityModel::Resource:
        return ActivityColumnWords::tr("Server or volume");
    case ActivityModel::Size:
        return ActivityColumnWords::tr("Size");
    case ActivityModel::Account:
        return ActivityColumnWords::tr("Account");
    case ActivityModel::User:
        return ActivityColumnWords::tr("By");
    case ActivityModel::Result:
        return ActivityColumnWords::tr("Result");
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

QString headerToolTip(ActivityModel::Column column)
{
    switch (column) {
    case ActivityModel::Started:
        return ActivityColumnWords::tr("When it was begun");
    case ActivityModel::Action:
        return ActivityColumnWords::tr("What was asked for");
    case ActivityModel::Snapshot:
        return ActivityColumnWords::tr("The name of the snapshot, as it was then");
    case ActivityModel::Resource:
        return ActivityColumnWords::tr("The name of the server or volume, as it was then");
    case ActivityModel::Size:
        return ActivityColumnWords::tr("How much there was to copy, as far as it was known");
    case ActivityModel::Account:
        return ActivityColumnWords::tr("The account, as it was called then");
    case ActivityModel::User:
        return ActivityColumnWords::tr("The user of this computer who asked for it");
    case ActivityModel::Result:
        return ActivityColumnWords::tr("How it ended, or how it stands");
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

Qt::Alignment columnAlignment(ActivityModel::Column column)
{
    return (column == ActivityModel::Size ? Qt::AlignRight : Qt::AlignLeading) | Qt::AlignVCenter;
}

QString displayText(const JournalEntry &entry, ActivityModel::Column column, const QDateTime &now,
                    Domain::SizeUnit unit)
{
    const Operation &operation = entry.operation;
    switch (column) {
    case ActivityModel::Started:
        return timestampText(operation.started, now);
    case ActivityModel::Action:
        return operationActionText(operation);
    case ActivityModel::Snapshot:
        return dashIfEmpty(snapshotText(operation));
    case ActivityModel::Resource:
        return dashIfEmpty(resourceText(operation));
    case ActivityModel::Size:
        return operation.sizeBytes ? sizeText(*operation.sizeBytes, unit) : dashIfEmpty({});
    case ActivityModel::Account:
        return dashIfEmpty(entry.accountName);
    case ActivityModel::User:
        return dashIfEmpty(entry.user);
    case ActivityModel::Result:
        return operationResultText(operation);
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

QString secondaryText(const JournalEntry &entry, ActivityModel::Column column, const QDateTime &now)
{
    const QDateTime &started = entry.operation.started;
    const bool isToday = started.isValid() && column == ActivityModel::Started
        && started.toLocalTime().date() == now.toLocalTime().date();
    return isToday ? u" · "_s + ageText(started, now) : QString();
}

QString explanation(const JournalEntry &entry, ActivityModel::Column column)
{
    const Operation &operation = entry.operation;
    switch (column) {
    case ActivityModel::Started:
        return operation.ended.isValid()
            ? ActivityColumnWords::tr("%1 to %2", "two points in time")
                  .arg(isoText(operation.started), isoText(operation.ended))
            : isoText(operation.started);
    case ActivityModel::Action:
        return operationText(operation);
    case ActivityModel::Snapshot:
        return withId(inlineName(operation.snapshotName),
                      operation.snapshot ? operation.snapshot->id.value : QString());
    case ActivityModel::Resource:
        return withId(inlineName(operation.resourceName),
                      operation.resource ? operation.resource->id.value : QString());
    case ActivityModel::Size:
        return operation.sizeBytes
            ? ActivityColumnWords::tr("%1 bytes").arg(QLocale().toString(*operation.sizeBytes))
            : ActivityColumnWords::tr("The size was not known.");
    case ActivityModel::Account:
        return withId(inlineName(entry.accountName), operation.account.value);
    case ActivityModel::User:
        return entry.user.isEmpty() ? ActivityColumnWords::tr("Nobody's name was written down.")
                                    : entry.user;
    case ActivityModel::Result:
        return operationPhase(operation);
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

QString accessibleText(const JournalEntry &entry, ActivityModel::Column column,
                       const QDateTime &now, Domain::SizeUnit unit)
{
    const Operation &operation = entry.operation;
    if (column == ActivityModel::Started) {
        return ActivityColumnWords::tr("%1, %2, %3", "when, what is done to what, and its result")
            .arg(displayText(entry, column, now, unit), operationText(operation),
                 operationResultText(operation));
    }
    QString shown = displayText(entry, column, now, unit);
    return shown == dashIfEmpty({}) ? ActivityColumnWords::tr("not known") : shown;
}

QVariant sortValue(const JournalEntry &entry, ActivityModel::Column column)
{
    const Operation &operation = entry.operation;
    switch (column) {
    case ActivityModel::Started:
        return operation.started.isValid() ? operation.started.toMSecsSinceEpoch() : qint64(0);
    case ActivityModel::Action:
        return operationActionText(operation);
    case ActivityModel::Snapshot:
        return snapshotText(operation);
    case ActivityModel::Resource:
        return resourceText(operation);
    case ActivityModel::Size:
        return operation.sizeBytes.value_or(-1);
    case ActivityModel::Account:
        return entry.accountName;
    case ActivityModel::User:
        return entry.user;
    case ActivityModel::Result:
        return operationStateText(operation.state);
    case ActivityModel::ColumnCount:
        break;
    }
    return {};
}

QString iconName(const JournalEntry &entry, ActivityModel::Column column)
{
    if (column == ActivityModel::Action) {
        return actionIcon(entry.operation.kind);
    }
    return column == ActivityModel::Result ? resultIcon(entry.operation.state) : QString();
}

ActivityModel::Tone toneOf(const JournalEntry &entry, ActivityModel::Column column)
{
    switch (column) {
    case ActivityModel::Result:
        return resultTone(entry.operation.state);
    case ActivityModel::Size:
    case ActivityModel::Account:
    case ActivityModel::User:
        return ActivityModel::Tone::Dim;
    case ActivityModel::Started:
    case ActivityModel::Action:
    case ActivityModel::Snapshot:
    case ActivityModel::Resource:
    case ActivityModel::ColumnCount:
        break;
    }
    return ActivityModel::Tone::Plain;
}

} // namespace Items
