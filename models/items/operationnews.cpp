// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationnews.h"

#include "items/displaytext.h"
#include "items/errortext.h"
#include "items/operationtext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Items {

using Domain::Operation;
using Domain::OperationKind;
using Domain::OperationState;

namespace {

class NewsWords
{
    Q_DECLARE_TR_FUNCTIONS(OperationNews)
};

constexpr qint64 longSeconds = 30;

bool endedBadly(const Operation &operation)
{
    return operation.state == OperationState::Failed
        || operation.state == OperationState::NeedsAnswer;
}

QString wellDoneText(const Operation &operation)
{
    const QString snapshot = quotedName(operation.snapshotName);
    const QString resource = inlineName(operation.resourceName);
    switch (operation.kind) {
    case OperationKind::Take:
        return NewsWords::tr("The snapshot %1 of %2 is taken.").arg(snapshot, resource);
    case OperationKind::RollBack:
        return NewsWords::tr("%2 is rolled back to the snapshot %1.").arg(snapshot, resource);
    case OperationKind::Remove:
        return NewsWords::tr("The snapshot %1 is removed.").arg(snapshot);
    case OperationKind::Rename:
        return NewsWords::tr("The snapshot %1 is renamed.").arg(snapshot);
    case OperationKind::Protect:
        return NewsWords::tr("The protection of the snapshot %1 is changed.").arg(snapshot);
    case OperationKind::Power:
        return NewsWords::tr("The server %1 is switched.", "on or off").arg(resource);
    case OperationKind::CreateServer:
        return NewsWords::tr("The server %2 is created from the snapshot %1.")
            .arg(snapshot, resource);
    case OperationKind::CreateVolume:
        return NewsWords::tr("The volume %2 is created from the snapshot %1.")
            .arg(snapshot, resource);
    }
    Q_UNREACHABLE_RETURN({});
}

OperationNews newsOfOne(const Operation &operation)
{
    if (!endedBadly(operation)) {
        return {operationTitle(operation), wellDoneText(operation), false};
    }
    const ErrorText error = operationErrorText(operation);
    return {operationTitle(operation),
            NewsWords::tr("%1 %2", "two whole sentences: what failed, what it means for the data")
                .arg(error.title, error.meaning),
            true};
}

} // namespace

bool isWorthTelling(const Operation &operation)
{
    if (endedBadly(operation)) {
        return true;
    }
    const QDateTime begin = std::max(operation.started, operation.heldUntil);
    return operation.state == OperationState::Succeeded && begin.isValid()
        && begin.secsTo(operation.ended) > longSeconds;
}

OperationNews operationNews(const QList<Operation> &ended)
{
    if (ended.size() == 1) {
        return newsOfOne(ended.constFirst());
    }
    const auto bad = std::ranges::count_if(ended, endedBadly);
    OperationNews news;
    news.title = NewsWords::tr("%n operation(s) ended", nullptr, int(ended.size()));
    news.text = bad == 0
        ? NewsWords::tr("All of them succeeded.")
        : NewsWords::tr("%n ended badly. Snapdeck's window tells why.", "operations", int(bad));
    news.isBad = bad > 0;
    return news;
}

} // namespace Items
