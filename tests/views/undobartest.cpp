// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/undobar.h"

#include "views/common/progressline.h"
#include "windowfixture.h"

#include <QLabel>
#include <QPlainTextEdit>

using namespace Domain;
using namespace Fixture;
using namespace std::chrono_literals;

namespace {

/// Confirmed at the fixture's moment, to be sent so many seconds after it.
Operation held(const QString &id, int seconds = 8)
{
    Operation operation;
    operation.id = {u"remove-"_s + id};
    operation.kind = OperationKind::Remove;
    operation.account = shopId();
    operation.snapshot = snapshotKey(id);
    operation.snapshotName = u"snapshot "_s + id;
    operation.state = OperationState::Waiting;
    operation.hold = Hold::Undo;
    operation.heldUntil = now().addSecs(seconds);
    operation.started = now();
    Step step;
    step.request = RemoveSnapshot{snapshotKey(id)};
    operation.steps = {step};
    return operation;
}

Operation as(Operation operation, OperationState state)
{
    operation.hold = Hold::None;
    operation.state = state;
    if (operation.isOver()) {
        operation.ended = now().addSecs(20);
    }
    if (state == OperationState::Failed) {
        operation.error.kind = ErrorKind::Locked;
        operation.steps[0].state = Step::State::Failed;
    }
    return operation;
}

QString barText(const Window &w)
{
    QStringList texts;
    for (const QString &name : {u"undoTitle"_s, u"undoText"_s}) {
        if (w.sees(name)) {
            texts.append(w.find<QLabel>(name)->text());
        }
    }
    return texts.join(u' ');
}

QList<OperationId> idsOf(const QSignalSpy &spy)
{
    return spy.value(0).value(0).value<QList<OperationId>>();
}

} // namespace

class UndoBarTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void takesNoRoomWhenNothingWaits()
    {
        Window w;
        QVERIFY(!w.sees(u"undoBar"_s));
        w.operations.set(held(u"100"_s));
        QVERIFY(w.sees(u"undoBar"_s));
        w.operations.set(as(held(u"100"_s), OperationState::Running));
        QVERIFY(!w.sees(u"undoBar"_s));
    }

    void countsDown()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        QCOMPARE(barText(w), u"“snapshot 100” will be removed in 8 s"_s);
        QCOMPARE(w.find<Views::ProgressLine>(u"undoProgress"_s)->value(), 100);
        w.clock.advance(6s);
        QTRY_COMPARE(barText(w), u"“snapshot 100” will be removed in 2 s"_s);
        QCOMPARE(w.find<Views::ProgressLine>(u"undoProgress"_s)->value(), 25);
    }

    void aLongNameGivesWayToWhatBecomesOfIt()
    {
        Window w;
        w.window->resize(w.window->minimumSize());
        Operation operation = held(u"100"_s);
        operation.snapshotName = QString(128, u'w');
        w.operations.set(operation);
        const auto *text = w.find<QLabel>(u"undoText"_s);
        QTRY_VERIFY(text->width() >= text->fontMetrics().horizontalAdvance(text->text()));
        const QWidget *bar = w.find(u"undoBar"_s);
        const QWidget *undo = w.find(u"undoButton"_s);
        QVERIFY(undo->mapTo(bar, QPoint(undo->width(), 0)).x() <= bar->width());
    }

    void removalsConfirmedOneAfterAnotherAddUp()
    {
        Window w;
        w.operations.set(held(u"100"_s, 8));
        w.clock.advance(3s);
        w.operations.set(held(u"101"_s, 11));
        w.operations.set(held(u"102"_s, 11));
        QCOMPARE(barText(w), u"3 snapshots will be removed, the first in 5 s"_s);
        w.operations.set(as(held(u"100"_s, 8), OperationState::Running));
        QCOMPARE(barText(w), u"2 snapshots will be removed in 8 s"_s);
    }

    void theStripDoesNotShowThemASecondTime()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        QVERIFY(!w.sees(u"operationsStrip"_s));
        w.operations.set(as(held(u"100"_s), OperationState::Running));
        QVERIFY(w.sees(u"operationsStrip"_s));
    }

    void undoTakesAllOfThemBack()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        w.operations.set(held(u"101"_s, 11));
        QSignalSpy undo(w.window.get(), &Views::MainWindow::undoRequested);
        QTest::mouseClick(w.find(u"undoButton"_s), Qt::LeftButton);
        QCOMPARE(idsOf(undo), (QList{held(u"100"_s).id, held(u"101"_s).id}));
        w.operations.set(as(held(u"100"_s), OperationState::Cancelled));
        QCOMPARE(barText(w), u"“snapshot 101” will be removed in 11 s"_s);
        w.operations.set(as(held(u"101"_s), OperationState::Cancelled));
        QCOMPARE(barText(w), u"Nothing was removed."_s);
        QVERIFY(!w.sees(u"undoButton"_s));
        QVERIFY(!w.sees(u"operationsStrip"_s));
        QTRY_VERIFY_WITH_TIMEOUT(!w.sees(u"undoBar"_s), 8000);
    }

    void handsOutWhatStaysWhileEachIsTakenBack()
    {
        Window w;
        QList<OperationId> asked;
        for (const QString &id : {u"100"_s, u"101"_s, u"102"_s}) {
            w.operations.set(held(id));
            asked.append(held(id).id);
        }
        QList<OperationId> takenBack;
        // As the program does: at once, while the list is being gone through.
        QObject::connect(w.window.get(), &Views::MainWindow::undoRequested, w.window.get(),
                         [&](const QList<OperationId> &removals) {
                             for (const OperationId &id : removals) {
                                 const auto *removal =
                                     w.operations.operation(w.operations.indexOf(id));
                                 QVERIFY(removal);
                                 w.operations.set(as(*removal, OperationState::Cancelled));
                                 takenBack.append(id);
                             }
                         });
        w.action(u"actionUndo"_s).trigger();
        QCOMPARE(takenBack, asked);
        QCOMPARE(barText(w), u"Nothing was removed."_s);
    }

    void saysSoWhenSomeHadBeenSentAlready()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        w.operations.set(held(u"101"_s));
        QTest::mouseClick(w.find(u"undoButton"_s), Qt::LeftButton);
        w.operations.set(as(held(u"100"_s), OperationState::Running));
        w.operations.set(as(held(u"101"_s), OperationState::Cancelled));
        QCOMPARE(barText(w), u"1 of 2 were taken back; the others had been sent already."_s);
    }

    void whatComesNextTakesThePlaceOfTheNews()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        w.action(u"actionUndo"_s).trigger();
        w.operations.set(as(held(u"100"_s), OperationState::Cancelled));
        QCOMPARE(barText(w), u"Nothing was removed."_s);
        w.operations.set(held(u"101"_s));
        QCOMPARE(barText(w), u"“snapshot 101” will be removed in 8 s"_s);
        QVERIFY(w.sees(u"undoButton"_s));
        w.operations.set(as(held(u"101"_s), OperationState::Succeeded));
        QVERIFY(!w.sees(u"undoBar"_s));
    }

    void theKeysUndoOnlyWhileSomethingWaits()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy undo(w.window.get(), &Views::MainWindow::undoRequested);
        QVERIFY(!w.action(u"actionUndo"_s).isEnabled());
        QVERIFY(!w.action(u"actionUndo"_s).toolTip().isEmpty());
        w.operations.set(held(u"100"_s));
        QVERIFY(w.action(u"actionUndo"_s).isEnabled());
        w.table().setFocus();
        QTest::keyClick(&w.table(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(idsOf(undo), QList{held(u"100"_s).id});
    }

    void removeNowSendsThem()
    {
        Window w;
        w.operations.set(held(u"100"_s));
        QSignalSpy send(w.window.get(), &Views::MainWindow::sendNowRequested);
        QTest::mouseClick(w.find(u"undoSendNowButton"_s), Qt::LeftButton);
        QCOMPARE(idsOf(send), QList{held(u"100"_s).id});
    }

    void theRowsAreMarkedAndLeftAlone()
    {
        Window w;
        QVERIFY(w.load());
        w.table().select(snapshotKey(u"100"_s));
        QVERIFY(w.action(u"actionRemove"_s).isEnabled());
        w.operations.set(held(u"100"_s));
        const QModelIndex status =
            w.snapshots.indexOf(snapshotKey(u"100"_s), Items::SnapshotModel::Status);
        QCOMPARE(status.data().toString(), u"to be removed"_s);
        for (const QString &name : {u"actionRemove"_s, u"actionRollBack"_s, u"actionRename"_s,
                                    u"actionProtect"_s, u"actionCreateServer"_s}) {
            QTRY_VERIFY2(!w.action(name).isEnabled(), qPrintable(name));
            QVERIFY2(w.action(name).toolTip().contains(u"about to be removed"_s), qPrintable(name));
        }
        w.operations.set(as(held(u"100"_s), OperationState::Cancelled));
        QCOMPARE(status.data().toString(), u"ready"_s);
        QTRY_VERIFY(w.action(u"actionRemove"_s).isEnabled());
    }

    void manyRemovalsAreOneLineWithTheFailedToBeTriedAgain()
    {
        Window w;
        QVERIFY(w.load());
        for (const QString &id : {u"100"_s, u"101"_s, u"102"_s}) {
            w.operations.set(as(held(id), OperationState::Running));
        }
        QCOMPARE(w.find<QLabel>(u"removalsTitle"_s)->text(), u"3 snapshots"_s);
        QVERIFY(!w.sees(u"removalsTryAgainButton"_s));
        QVERIFY(!w.sees(u"operationRow"_s));
        w.operations.set(as(held(u"100"_s), OperationState::Succeeded));
        QCOMPARE(w.find<Views::ProgressLine>(u"removalsProgress"_s)->value(), 33);
        w.operations.set(as(held(u"101"_s), OperationState::Failed));
        w.operations.set(as(held(u"102"_s), OperationState::Failed));
        QCOMPARE(w.find<QLabel>(u"removalsText"_s)->text(), u"1 of 3 removed; 2 failed"_s);
        QTest::mouseClick(w.find(u"removalsDetailsButton"_s), Qt::LeftButton);
        QVERIFY(w.sees(u"removalsDetailsText"_s));
        QVERIFY(w.find<QPlainTextEdit>(u"removalsDetailsText"_s)
                    ->toPlainText()
                    .contains(u"“snapshot 102” could not be removed"_s));
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        connect(w.window.get(), &Views::MainWindow::dismissOperationRequested, this,
                [&w](const OperationId &id) { w.operations.remove(id); });
        QTest::mouseClick(w.find(u"removalsTryAgainButton"_s), Qt::LeftButton);
        QCOMPARE(remove.value(0).value(0).value<QList<SnapshotKey>>(),
                 (QList{snapshotKey(u"101"_s), snapshotKey(u"102"_s)}));
        QVERIFY(!w.sees(u"operationsStrip"_s));
    }

    void whatWaitsBehindOthersCanBeGivenUp()
    {
        Window w;
        w.operations.set(as(held(u"100"_s), OperationState::Running));
        w.operations.set(as(held(u"101"_s), OperationState::Waiting));
        w.operations.set(as(held(u"102"_s), OperationState::Waiting));
        QSignalSpy cancel(w.window.get(), &Views::MainWindow::cancelOperationRequested);
        QTest::mouseClick(w.find(u"removalsCancelButton"_s), Qt::LeftButton);
        QCOMPARE(cancel.size(), 2);
        QCOMPARE(cancel.value(1).value(0).value<OperationId>(), held(u"102"_s).id);
    }

    void dismissingTakesTheWholeLineAway()
    {
        Window w;
        for (const QString &id : {u"100"_s, u"101"_s, u"102"_s}) {
            w.operations.set(as(held(id), OperationState::Succeeded));
        }
        QCOMPARE(w.find<QLabel>(u"removalsText"_s)->text(), u"removed"_s);
        connect(w.window.get(), &Views::MainWindow::dismissOperationRequested, this,
                [&w](const OperationId &id) { w.operations.remove(id); });
        QTest::mouseClick(w.find(u"removalsDismissButton"_s), Qt::LeftButton);
        QCOMPARE(w.operations.rowCount(), 0);
        QVERIFY(!w.sees(u"operationsStrip"_s));
    }
};

QTEST_MAIN(UndoBarTest)
#include "undobartest.moc"
