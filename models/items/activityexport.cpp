// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activityexport.h"

#include "items/displaytext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

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
    const bool isVolume = operation.resource
        ? operation.resource->kind == ResourceKind::Volume
        : operation.snapshot && operation.snapshot->kind == ResourceKind::Volume;
    return isVolume ? u"volume"_s : u"server"_s;
}

QString exportTime(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
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

/// One column of the table.
struct ExportField
{
    QLatin1StringView name;
    QString (*value)(const JournalEntry &);
};

constexpr std::array exportFields{
    ExportField{"started"_L1,
                [](const auto &e) {
                    return exportTime(e.operation.started);
                }},
    ExportField{"ended"_L1,
                [](const auto &e) {
                    return exportTime(e.operation.ended);
                }},
    ExportField{"action"_L1,
                [](const auto &e) {
                    return actionWord(e.operation.kind);
                }},
    ExportField{"result"_L1,
                [](const auto &e) {
                    return resultWord(e.operation.state);
                }},
    ExportField{"user"_L1,
                [](const auto &e) {
                    return e.user;
                }},
    ExportField{"account"_L1,
                [](const auto &e) {
                    return e.accountName;
                }},
    ExportField{"account_id"_L1,
                [](const auto &e) {
                    return e.operation.account.value;
                }},
    ExportField{"kind"_L1,
                [](const auto &e) {
                    return kindWord(e.operation);
                }},
    ExportField{"source"_L1,
                [](const auto &e) {
                    return e.operation.resourceName;
                }},
    ExportField{"source_id"_L1,
                [](const auto &e) {
                    return e.operation.resource ? e.operation.resource->id.value : QString();
                }},
    ExportField{"snapshot"_L1,
                [](const auto &e) {
                    return e.operation.snapshotName;
                }},
    ExportField{"snapshot_id"_L1,
                [](const auto &e) {
                    return e.operation.snapshot ? e.operation.snapshot->id.value : QString();
                }},
    ExportField{"snapshot_created"_L1,
                [](const auto &e) {
                    return exportTime(e.operation.snapshotCreated);
                }},
    ExportField{"size_bytes"_L1,
                [](const auto &e) {
                    return e.operation.sizeBytes ? QString::number(*e.operation.sizeBytes)
                                                 : QString();
                }},
    ExportField{"keep_until"_L1,
                [](const auto &e) {
                    return exportTime(e.operation.keepUntil);
                }},
    ExportField{"task_ids"_L1,
                [](const auto &e) {
                    return taskIds(e.operation).join(u' ');
                }},
    ExportField{"request_id"_L1,
                [](const auto &e) {
                    return e.operation.error.requestId;
                }},
    ExportField{"error"_L1,
                [](const auto &e) {
                    return e.operation.error.message;
                }},
    ExportField{"error_code"_L1,
                [](const auto &e) {
                    return e.operation.error.code;
                }},
    ExportField{"http_status"_L1,
                [](const auto &e) {
                    const int status = e.operation.error.httpStatus;
                    return status == 0 ? QString() : QString::number(status);
                }},
    ExportField{"operation_id"_L1,
                [](const auto &e) {
                    return e.operation.id.value;
                }},
};

/// Whether a spreadsheet would compute it. The wide signs are taken for the narrow ones by some.
bool isFormula(const QString &text)
{
    constexpr QStringView signs = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";
    const QString shown = text.trimmed();
    return !text.isEmpty()
        && (signs.contains(text.front()) || (!shown.isEmpty() && signs.contains(shown.front())));
}

void appendCell(QByteArray &csv, const QString &text)
{
    constexpr QStringView special = u",;\t\r\n\"";
    QString cell = isFormula(text) ? QString(u'\'' + text) : text;
    const bool isQuoted = cell != cell.trimmed()
        || std::ranges::any_of(cell, [special](QChar c) { return special.contains(c); });
    if (isQuoted) {
        cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
    }
    csv += cell.toUtf8();
}

template <class CellOf>
void appendLine(QByteArray &csv, const CellOf &cellOf)
{
    bool isFirst = true;
    for (const ExportField &field : exportFields) {
        if (!isFirst) {
            csv += ',';
        }
        isFirst = false;
        appendCell(csv, cellOf(field));
    }
    csv += "\r\n";
}

/// A member that is not known is left out.
void insertText(QJsonObject &object, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty()) {
        object.insert(name, text);
    }
}

QJsonArray stepsJson(const Operation &operation)
{
    QJsonArray steps;
    for (const Step &step : operation.steps) {
        QJsonObject object{{u"role"_s, roleWord(step.role)}, {u"state"_s, stepWord(step.state)}};
        insertText(object, "task_id"_L1, step.task ? step.task->id.value : QString());
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

QJsonObject objectJson(const QString &id, const QString &name)
{
    QJsonObject object;
    insertText(object, "id"_L1, id);
    insertText(object, "name"_L1, name);
    return object;
}

QJsonObject snapshotJson(const Operation &operation)
{
    QJsonObject object = objectJson(operation.snapshot ? operation.snapshot->id.value : QString(),
                                    operation.snapshotName);
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
                       {u"account"_s, objectJson(operation.account.value, entry.accountName)},
                       {u"source"_s,
                        objectJson(operation.resource ? operation.resource->id.value : QString(),
                                   operation.resourceName)},
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
    QByteArray csv("\xEF\xBB\xBF");
    appendLine(csv, [](const ExportField &field) { return QString(field.name); });
    for (const JournalEntry &entry : entries) {
        appendLine(csv, [&entry](const ExportField &field) { return field.value(entry); });
    }
    return csv;
}

QByteArray activityJson(const QList<JournalEntry> &entries, const QDateTime &exported)
{
    QJsonArray array;
    for (const JournalEntry &entry : entries) {
        array.append(entryJson(entry));
    }
    return QJsonDocument(QJsonObject{{u"exported"_s, isoText(exported)}, {u"entries"_s, array}})
        .toJson(QJsonDocument::Indented);
}

} // namespace Items
