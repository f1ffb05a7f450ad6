// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/secondtake.h"

#include "items/displaytext.h"
#include "items/operationsmodel.h"
#include "views/common/prompts.h"
#include "views/mainwindow/mainwindowservices.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

class SecondTakeWords
{
    Q_DECLARE_TR_FUNCTIONS(SecondTake)
};

/// The one that runs or waits; null when there is none.
const Domain::Operation *openTake(const Items::OperationsModel &operations,
                                  const Domain::ResourceKey &source)
{
    for (int row = 0; row < operations.rowCount(); ++row) {
        const Domain::Operation *operation = operations.operation(operations.index(row));
        if (operation->kind == Domain::OperationKind::Take && !operation->isOver()
            && operation->resource == source) {
            return operation;
        }
    }
    return nullptr;
}

Question secondTakeQuestion(const Domain::Operation &open)
{
    Question question;
    question.title = SecondTakeWords::tr("Take another snapshot of %1?")
                         .arg(Items::inlineName(open.resourceName));
    question.text = SecondTakeWords::tr("The snapshot %1 of it is being taken already.")
                        .arg(Items::quotedName(open.snapshotName));
    question.points = {
        SecondTakeWords::tr("The other one is taken after it, and both are billed."),
    };
    question.kind = ButtonKind::Take;
    question.icon = u"camera"_s;
    question.action = SecondTakeWords::tr("Take another snapshot");
    return question;
}

} // namespace

void askBeforeSecondTake(const MainWindowServices &services, QWidget *parent,
                         const Domain::ResourceKey &source, const std::function<void()> &goOn)
{
    if (const Domain::Operation *open = openTake(services.operations, source)) {
        services.prompts.confirm(parent, secondTakeQuestion(*open), goOn);
    } else {
        goOn();
    }
}

} // namespace Views
