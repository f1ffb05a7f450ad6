// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activityexport.h"

#include "items/displaytext.h"
#include "items/exporttext.h"

#include <QJsonArray>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::JournalEntry;
using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;
using Domain::ResourceKind;
using Domain::Step;

namespace {

QString actionWord(OperationKind kind)
{
    switch (kind) {
    case OperationKind::Take:
        return u"take"_s;
    case OperationKind::RollBack:
        return u"roll-back"_s;
    case OperationKind::Remove:
        return u"remove"_s;
    case OperationKind::Rename:
        return u"rename"_s;
    case OperationKind::Protect:
        return u"protect"_s;
    case OperationKind::Power:
        return u"power"_s;
    case OperationKind::CreateServer:
        return u"create-server"_s;
    case OperationKind::CreateVolume:
        return u"create-volume"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString resultWord(OperationState state)
{
    switch (state) {
    case OperationState::Waiting:
        return u"waiting"_s;
    case OperationState::Running:
        return u"running"_s;
    case OperationState::Succeeded:
        return u"succeeded"_s;
    case OperationState::Failed:
        return u"failed"_s;
    case OperationState::Cancelled:
        return u"cancelled"_s;
    case OperationState::NeedsAnswer:
        return u"not-certain"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString roleWord(Step::Role role)
{
    switch (role) {
    case Step::Role::Main:
        return u"main"_s;
    case Step::Role::StopServer:
        return u"stop-server"_s;
    case Step::Role::StartServer:
        return u"start-server"_s;
    case Step::Role::SafetySnapshot:
        return u"safety-snapshot"_s;
    case Step::Role::SaveImage:
        return u"save-image"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString stepWord(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
        return u"waiting"_s;
    case Step::State::Requesting:
        return u"requesting"_s;
    case Step::State::Following:
        return u"following"_s;
    case Step::State::Done:
        return u"done"_s;
    case Step::State::Failed:
        return u"failed"_s;
    case Step::State::Skipped:
        return u"skipped"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString kindWord(const Operation &operation)
{
    if (operation.resource) {
        return exportWord(operation.resource->kind);
    }
    return exportWord(operation.snapshot ? operation.snapshot->kind : ResourceKind::Server);
}

QStringList taskIds(const Operation &operation)
{
    QStringList ids;
    for (const Step &step : operation.steps) {
        if (step.task && !step.task->id.isEmpty()) {
            ids.append(step.task->id.value);
        }
    }
    return ids;
}

bool hasError(const Operation &operation)
{
    return operation.state == OperationState::Failed
        || operation.state == OperationState::NeedsAnswer;
}

QString idOf(const std::optional<Domain::ResourceKey> &key)
{
    return key ? key->id.value : QString();
}

QString idOf(const std::optional<Domain::SnapshotKey> &key)
{
    return key ? key->id.value : QString();
}

/// Of the requests that were accepted, and of the one that failed.
QStringList requestIds(const Operation &operation)
{
    QStringList ids;
    for (const Step &step : operation.steps) {
        ids.append(step.requestId);
    }
    ids.append(operation.error.requestId);
    ids.removeAll(QString());
    ids.removeDuplicates();
    return ids;
}

ExportCells cellsOf(const JournalEntry &entry)
{
    const Operation &operation = entry.operation;
    const Domain::Error &error = operation.error;
    return {{"started"_L1, exportTime(operation.started)},
            {"ended"_L1, exportTime(operation.ended)},
            {"action"_L1, actionWord(operation.kind)},
            {"result"_L1, resultWord(operation.state)},
            {"user"_L1, entry.user},
            {"account"_L1, entry.accountName},
            {"account_id"_L1, operation.account.value},
            {"kind"_L1, kindWord(operation)},
            {"source"_L1, operation.resourceName},
            {"source_id"_L1, idOf(operation.resource)},
            {"snapshot"_L1, operation.snapshotName},
            {"snapshot_id"_L1, idOf(operation.snapshot)},
            {"snapshot_created"_L1, exportTime(operation.snapshotCreated)},
            {"size_bytes"_L1, exportNumber(operation.sizeBytes.value_or(0))},
            {"keep_until"_L1, exportTime(operation.keepUntil)},
            {"task_ids"_L1, taskIds(operation).join(u' ')},
            {"request_ids"_L1, requestIds(operation).join(u' ')},
            {"error"_L1, error.message},
            {"error_code"_L1, error.code},
            {"http_status"_L1, exportNumber(error.httpStatus)},
            {"operation_id"_L1, operation.id.value}};
}

QJsonArray stepsJson(const Operation &operation)
{
    QJsonArray steps;
    for (const Step &step : operation.steps) {
        QJsonObject object{{u"role"_s, roleWord(step.role)}, {u"state"_s, stepWord(step.state)}};
        insertText(object, "task_id"_L1, step.task ? step.task->id.value : QString());
        insertText(object, "request_id"_L1, step.requestId);
        insertText(object, "started"_L1, exportTime(step.started));
        insertText(object, "ended"_L1, exportTime(step.ended));
        steps.append(object);
    }
    return steps;
}

QJsonObject errorJson(const Domain::Error &error)
{
    QJsonObject object;
    insertText(object, "message"_L1, error.message);
    insertText(object, "code"_L1, error.code);
    insertText(object, "request_id"_L1, error.requestId);
    if (error.httpStatus != 0) {
        object.insert("http_status"_L1, error.httpStatus);
    }
    QJsonArray fields;
    for (const Domain::ErrorField &field : error.fields) {
        fields.append(QJsonObject{{u"name"_s, field.name}, {u"message"_s, field.message}});
    }
    if (!fields.isEmpty()) {
        object.insert("fields"_L1, fields);
    }
    return object;
}

QJsonObject snapshotJson(const Operation &operation)
{
    QJsonObject object = namedJson(idOf(operation.snapshot), operation.snapshotName);
    insertText(object, "created"_L1, exportTime(operation.snapshotCreated));
    return object;
}

QJsonObject entryJson(const JournalEntry &entry)
{
    const Operation &operation = entry.operation;
    QJsonObject object{{u"operation_id"_s, operation.id.value},
                       {u"action"_s, actionWord(operation.kind)},
                       {u"result"_s, resultWord(operation.state)},
                       {u"kind"_s, kindWord(operation)},
                       {u"account"_s, namedJson(operation.account.value, entry.accountName)},
                       {u"source"_s, namedJson(idOf(operation.resource), operation.resourceName)},
                       {u"snapshot"_s, snapshotJson(operation)},
                       {u"steps"_s, stepsJson(operation)}};
    insertText(object, "user"_L1, entry.user);
    insertText(object, "started"_L1, exportTime(operation.started));
    insertText(object, "ended"_L1, exportTime(operation.ended));
    insertText(object, "keep_until"_L1, exportTime(operation.keepUntil));
    if (operation.sizeBytes) {
        object.insert("size_bytes"_L1, *operation.sizeBytes);
    }
    if (hasError(operation)) {
        object.insert("error"_L1, errorJson(operation.error));
    }
    return object;
}

} // namespace

QByteArray activityCsv(const QList<JournalEntry> &entries)
{
    CsvTable table(cellsOf({}));
    for (const JournalEntry &entry : entries) {
        table.append(cellsOf(entry));
    }
    return table.bytes();
}

QByteArray activityJson(const QList<JournalEntry> &entries, const QDateTime &exported)
{
    QJsonArray array;
    for (const JournalEntry &entry : entries) {
        array.append(entryJson(entry));
    }
    return documentBytes({{u"exported"_s, isoText(exported)}, {u"entries"_s, array}});
}

} // namespace Items
