// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activitytext.h"

#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/operationtext.h"
#include "items/searchtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <chrono>
#include <utility>

namespace Items {

using Domain::JournalEntry;
using Domain::Operation;
using Domain::ResourceKind;
using Domain::Step;

namespace {

class ActivityWords
{
    Q_DECLARE_TR_FUNCTIONS(ActivityText)
};

class Lines
{
public:
    void add(const QString &label, const QString &value, const QString &hint = {})
    {
        if (!value.isEmpty()) {
            m_lines.append({label, value, hint});
        }
    }
    void addTime(const QString &label, const QDateTime &time, const QDateTime &now)
    {
        if (time.isValid()) {
            add(label, timestampText(time, now), isoText(time));
        }
    }
    [[nodiscard]] QList<ActivityLine> take() { return std::move(m_lines); }

private:
    QList<ActivityLine> m_lines;
};

QString stepStateText(Step::State state)
{
    switch (state) {
    case Step::State::Waiting:
        return ActivityWords::tr("not begun", "a step");
    case Step::State::Requesting:
        return ActivityWords::tr("requested", "a step");
    case Step::State::Following:
        return ActivityWords::tr("running", "a step");
    case Step::State::Done:
        return ActivityWords::tr("done", "a step");
    case Step::State::Failed:
        return ActivityWords::tr("failed", "a step");
    case Step::State::Skipped:
        return ActivityWords::tr("left out", "a step");
    }
    Q_UNREACHABLE_RETURN({});
}

QString resourceLabel(const Operation &operation)
{
    return operation.resource && operation.resource->kind == ResourceKind::Volume
        ? ActivityWords::tr("Volume")
        : ActivityWords::tr("Server");
}

/// Seconds count in a log, where the strip has "less than a minute".
QString tookText(const Operation &operation)
{
    if (!operation.started.isValid() || !operation.ended.isValid()) {
        return {};
    }
    const std::chrono::seconds took(operation.started.secsTo(operation.ended));
    if (took.count() < 0) {
        return {}; // the computer's clock was set back meanwhile
    }
    return took < std::chrono::minutes(1)
        ? ActivityWords::tr("%n seconds", nullptr, int(took.count()))
        : durationText(took);
}

} // namespace

QList<ActivityLine> activityFacts(const JournalEntry &entry, const QDateTime &now,
                                  Domain::SizeUnit unit)
{
    const Operation &operation = entry.operation;
    Lines lines;
    lines.add(ActivityWords::tr("Result"), operationResultText(operation));
    lines.addTime(ActivityWords::tr("Begun"), operation.started, now);
    lines.addTime(ActivityWords::tr("Ended"), operation.ended, now);
    lines.add(ActivityWords::tr("Took"), tookText(operation));
    lines.add(ActivityWords::tr("By"), entry.user,
              ActivityWords::tr("The user of this computer who asked for it"));
    lines.add(ActivityWords::tr("Account"), entry.accountName, operation.account.value);
    lines.add(resourceLabel(operation), operation.resourceName.simplified());
    lines.add(ActivityWords::tr("Snapshot"), operation.snapshotName.simplified());
    lines.addTime(ActivityWords::tr("Taken"), operation.snapshotCreated, now);
    if (operation.sizeBytes) {
        lines.add(ActivityWords::tr("Size"), sizeText(*operation.sizeBytes, unit),
                  ActivityWords::tr("%1 bytes").arg(QLocale().toString(*operation.sizeBytes)));
    }
    lines.addTime(ActivityWords::tr("Keep until"), operation.keepUntil, now);
    return lines.take();
}

QStringList activitySteps(const Operation &operation)
{
    QStringList texts = stepTexts(operation.steps);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        texts[i] = ActivityWords::tr("%1: %2", "a step and how it stands")
                       .arg(texts.at(i), stepStateText(operation.steps.at(i).state));
    }
    return texts;
}

QList<ActivityLine> activityIds(const Operation &operation)
{
    Lines lines;
    lines.add(ActivityWords::tr("Request"), operation.error.requestId,
              ActivityWords::tr("The provider's id of the request that failed"));
    for (const Step &step : operation.steps) {
        lines.add(ActivityWords::tr("Request"), step.requestId,
                  ActivityWords::tr("The provider's id of the request for: %1")
                      .arg(stepTexts({step}).join(QString())));
        if (step.task) {
            lines.add(ActivityWords::tr("Task"), step.task->id.value,
                      ActivityWords::tr("The provider's id of the work for: %1")
                          .arg(stepTexts({step}).join(QString())));
        }
    }
    if (operation.resource) {
        lines.add(resourceLabel(operation), operation.resource->id.value,
                  ActivityWords::tr("The provider's id of it"));
    }
    if (operation.snapshot) {
        lines.add(ActivityWords::tr("Snapshot"), operation.snapshot->id.value,
                  ActivityWords::tr("The provider's id of it"));
    }
    return lines.take();
}

std::string activitySearchText(const JournalEntry &entry)
{
    const Operation &operation = entry.operation;
    std::string text;
    const auto add = [&text](QStringView part) {
        appendFolded(text, part);
        text += '\n';
    };
    add(operationKindText(operation.kind));
    add(operationActionText(operation));
    add(operationText(operation));
    add(operationStateText(operation.state));
    add(operation.resourceName);
    add(entry.accountName);
    add(entry.user);
    add(isoText(operation.started));
    add(operation.error.message);
    add(operation.error.code);
    for (const ActivityLine &id : activityIds(operation)) {
        add(id.value);
    }
    return text;
}

} // namespace Items
