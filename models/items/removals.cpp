// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/removals.h"

#include "items/aftermath.h"
#include "items/displaytext.h"
#include "items/errortext.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <limits>

namespace Items {

using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;

namespace {

class RemovalWords
{
    Q_DECLARE_TR_FUNCTIONS(Removals)
};

/// When the first and the last of them are sent.
struct Sending
{
    QDateTime first;
    QDateTime last;
};

Sending sendingOf(const QList<Operation> &waiting)
{
    const auto [first, last] = std::ranges::minmax_element(waiting, {}, &Operation::heldUntil);
    return {first->heldUntil, last->heldUntil};
}

QString snapshotsText(qsizetype count)
{
    return RemovalWords::tr("%n snapshot(s)", nullptr, int(count));
}

/// While it went on, from the confirmation to the end, in milliseconds since the epoch.
struct RemovalSpan
{
    qint64 from = 0;
    qint64 to = 0;
    qsizetype index = 0; ///< of the operation
};

RemovalSpan spanOf(const Operation &operation, qsizetype index)
{
    const qint64 from = operation.started.isValid() ? operation.started.toMSecsSinceEpoch() : 0;
    const bool hasEnd = operation.isOver() && operation.ended.isValid();
    return {from, hasEnd ? operation.ended.toMSecsSinceEpoch() : std::numeric_limits<qint64>::max(),
            index};
}

/// Those removals that went on at the same time, each group by the index of its first operation.
QHash<qsizetype, QList<Domain::OperationId>> groupsOf(const QList<Operation> &operations,
                                                      QSet<qsizetype> &members)
{
    QList<RemovalSpan> spans;
    for (qsizetype i = 0; i < operations.size(); ++i) {
        const Operation &operation = operations.at(i);
        if (operation.kind == OperationKind::Remove && !waitsForUndo(operation)
            && !isTakenBack(operation)) {
            spans.append(spanOf(operation, i));
        }
    }
    std::ranges::stable_sort(spans, {}, &RemovalSpan::from);
    QHash<qsizetype, QList<Domain::OperationId>> groups;
    for (qsizetype begin = 0; begin < spans.size();) {
        qint64 to = spans.at(begin).to;
        qsizetype end = begin + 1;
        while (end < spans.size() && spans.at(end).from <= to) {
            to = std::max(to, spans.at(end).to);
            ++end;
        }
        QList<qsizetype> indexes;
        for (qsizetype i = begin; i < end; ++i) {
            indexes.append(spans.at(i).index);
        }
        std::ranges::sort(indexes);
        for (const qsizetype index : std::as_const(indexes)) {
            groups[indexes.constFirst()].append(operations.at(index).id);
            members.insert(index);
        }
        begin = end;
    }
    return groups;
}

/// How many of several removals stand how.
struct RemovalTally
{
    int removed = 0;
    int failed = 0;
    int uncertain = 0;
    int cancelled = 0;
    int open = 0;

    [[nodiscard]] int over() const { return removed + failed + uncertain + cancelled; }
    [[nodiscard]] int all() const { return over() + open; }
};

RemovalTally tallyOf(const QList<Operation> &removals)
{
    RemovalTally tally;
    for (const Operation &removal : removals) {
        switch (removal.state) {
        case OperationState::Waiting:
        case OperationState::Running:
            ++tally.open;
            break;
        case OperationState::Succeeded:
            ++tally.removed;
            break;
        case OperationState::Failed:
            ++(isUncertain(removal) ? tally.uncertain : tally.failed);
            break;
        case OperationState::Cancelled:
            ++tally.cancelled;
            break;
        case OperationState::NeedsAnswer:
            ++tally.uncertain;
            break;
        }
    }
    return tally;
}

QString otherEnds(const RemovalTally &tally)
{
    QStringList ends;
    if (tally.failed > 0) {
        ends.append(RemovalWords::tr("%n failed", "removals", tally.failed));
    }
    if (tally.uncertain > 0) {
        ends.append(RemovalWords::tr("%n not certain", "removals", tally.uncertain));
    }
    if (tally.cancelled > 0) {
        ends.append(RemovalWords::tr("%n cancelled", "removals", tally.cancelled));
    }
    return QLocale().createSeparatedList(ends);
}

QString reportText(const RemovalTally &tally)
{
    const QLocale locale;
    const QString ends = otherEnds(tally);
    if (ends.isEmpty() && tally.open == 0) {
        return RemovalWords::tr("removed");
    }
    const QString removed = RemovalWords::tr("%1 of %2 removed")
                                .arg(locale.toString(tally.removed), locale.toString(tally.all()));
    return ends.isEmpty()
        ? removed
        : RemovalWords::tr("%1; %2", "how many removed; other ends").arg(removed, ends);
}

OperationState reportState(const RemovalTally &tally)
{
    if (tally.open > 0) {
        return OperationState::Running;
    }
    if (tally.failed > 0) {
        return OperationState::Failed;
    }
    if (tally.uncertain > 0) {
        return OperationState::NeedsAnswer;
    }
    return tally.removed > 0 ? OperationState::Succeeded : OperationState::Cancelled;
}

/// A line, and the vendor's own words below it where there are any.
QString whatHappened(const Operation &removal)
{
    const ErrorText text = operationErrorText(removal);
    const QString line = RemovalWords::tr("%1 %2", "two whole sentences: what failed, and why")
                             .arg(text.title, causeText(removal.error));
    return text.details.isEmpty() ? line : line + u'\n' + text.details;
}

} // namespace

bool waitsForUndo(const Operation &operation)
{
    return operation.hold == Domain::Hold::Undo && !operation.isOver();
}

bool isTakenBack(const Operation &operation)
{
    return operation.kind == OperationKind::Remove && operation.heldUntil.isValid()
        && operation.state == OperationState::Cancelled;
}

qint64 undoSeconds(const QList<Operation> &waiting, const QDateTime &now)
{
    const qint64 left = now.msecsTo(sendingOf(waiting).first);
    return std::max<qint64>(0, (left + 999) / 1000);
}

UndoText undoText(const QList<Operation> &waiting, const QDateTime &now)
{
    UndoText text;
    const Operation &first = waiting.constFirst();
    text.title =
        waiting.size() == 1 ? quotedName(first.snapshotName) : snapshotsText(waiting.size());
    const QString seconds = QLocale().toString(undoSeconds(waiting, now));
    const Sending sending = sendingOf(waiting);
    const bool isAtOnce = sending.first.msecsTo(sending.last) < 1000;
    text.text = isAtOnce ? RemovalWords::tr("will be removed in %1 s").arg(seconds)
                         : RemovalWords::tr("will be removed, the first in %1 s").arg(seconds);
    return text;
}

QList<QList<Domain::OperationId>> stripEntries(const QList<Operation> &operations)
{
    QSet<qsizetype> members;
    const QHash<qsizetype, QList<Domain::OperationId>> groups = groupsOf(operations, members);
    QList<QList<Domain::OperationId>> entries;
    for (qsizetype i = 0; i < operations.size(); ++i) {
        const Operation &operation = operations.at(i);
        const auto group = groups.constFind(i);
        if (group != groups.cend()) {
            entries.append(*group);
        } else if (!members.contains(i) && !waitsForUndo(operation) && !isTakenBack(operation)) {
            entries.append(QList{operation.id});
        }
    }
    return entries;
}

RemovalReport removalReport(const QList<Operation> &removals)
{
    const RemovalTally tally = tallyOf(removals);
    RemovalReport report;
    report.title = snapshotsText(removals.size());
    report.text = reportText(tally);
    report.state = reportState(tally);
    report.percent = removals.isEmpty() ? 0 : 100 * tally.over() / tally.all();
    for (const Operation &removal : removals) {
        const bool isBad =
            removal.state == OperationState::Failed || removal.state == OperationState::NeedsAnswer;
        if (isBad) {
            report.details.append(whatHappened(removal));
        }
        if (removal.state == OperationState::Failed && !isUncertain(removal) && removal.snapshot) {
            report.failed.append(*removal.snapshot);
        }
        if (removal.state == OperationState::Waiting) {
            report.waiting.append(removal.id);
        }
    }
    return report;
}

} // namespace Items
