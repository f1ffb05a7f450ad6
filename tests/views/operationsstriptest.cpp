// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/operations/operationsstrip.h"

#include "views/operations/operationrow.h"
#include "windowfixture.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QProgressBar>

using namespace Domain;
using namespace Fixture;

namespace {

Operation taking(const QString &id)
{
    Operation operation;
    operation.id = {id};
    operation.kind = OperationKind::Take;
    operation.account = shopId();
    operation.resource = serverKey(u"1"_s);
    operation.resourceName = u"web-1"_s;
    operation.snapshotName = u"pre-upgrade"_s;
    operation.state = OperationState::Running;
    Step step;
    step.request = TakeSnapshot{serverKey(u"1"_s), u"pre-upgrade"_s, {}, {}};
    step.state = Step::State::Following;
    step.percent = 42;
    operation.steps = {step};
    return operation;
}

Step endedStep(const Request &request, Step::Role role, Step::State state)
{
    Step step;
    step.request = request;
    step.role = role;
    step.state = state;
    return step;
}

/// The rollback was refused, and the server was not started again.
Operation rolledBackInVain()
{
    const ResourceKey server = serverKey(u"1"_s);
    Operation operation = taking(u"1"_s);
    operation.kind = OperationKind::RollBack;
    operation.snapshot = snapshotKey(u"100"_s);
    operation.snapshotName = u"before upgrade"_s;
    operation.state = OperationState::Failed;
    operation.error.kind = ErrorKind::NoConnection;
    operation.steps = {endedStep(SetPower{server, PowerAction::ShutDown}, Step::Role::StopServer,
                                 Step::State::Done),
                       endedStep(RollBack{server, snapshotKey(u"100"_s), {}}, Step::Role::Main,
                                 Step::State::Failed),
                       endedStep(SetPower{server, PowerAction::Start}, Step::Role::StartServer,
                                 Step::State::Failed)};
    return operation;
}

} // namespace

class OperationsStripTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void takesNoRoomWhenNothingGoesOn()
    {
        Window w;
        QVERIFY(!w.sees(u"operationsStrip"_s));
        w.operations.set(taking(u"1"_s));
        QVERIFY(w.sees(u"operationsStrip"_s));
        w.operations.remove({u"1"_s});
        QVERIFY(!w.sees(u"operationsStrip"_s));
    }

    void showsWhatIsDoneAndHowFarItIs()
    {
        Window w;
        w.operations.set(taking(u"1"_s));
        QCOMPARE(w.find<QLabel>(u"operationTitle"_s)->text(), u"web-1"_s);
        QCOMPARE(w.find<QLabel>(u"operationText"_s)->text(), u"taking “pre-upgrade”"_s);
        QCOMPARE(w.find<QLabel>(u"operationPhase"_s)->text(), u"copying 42 %"_s);
        QVERIFY(w.sees(u"operationProgress"_s));
        QCOMPARE(w.find<QProgressBar>(u"operationProgress"_s)->value(), 42);
        QVERIFY(!w.sees(u"operationDismissButton"_s));
        QVERIFY(!w.sees(u"operationCancelButton"_s));
    }

    void showsNoBarWithoutAnHonestNumber()
    {
        Window w;
        Operation operation = taking(u"1"_s);
        operation.steps[0].percent.reset();
        w.operations.set(operation);
        QVERIFY(!w.sees(u"operationProgress"_s));
    }

    void aWaitingOneCanBeCancelled()
    {
        Window w;
        Operation operation = taking(u"1"_s);
        operation.state = OperationState::Waiting;
        operation.steps[0].state = Step::State::Waiting;
        w.operations.set(operation);
        QSignalSpy cancel(w.window.get(), &Views::MainWindow::cancelOperationRequested);
        QTest::mouseClick(w.find(u"operationCancelButton"_s), Qt::LeftButton);
        QCOMPARE(cancel.value(0).value(0).value<OperationId>(), OperationId{u"1"_s});
    }

    void aFailedOneStaysWithItsSentenceAndDetails()
    {
        Window w;
        Operation operation = taking(u"1"_s);
        operation.state = OperationState::Failed;
        operation.steps[0].state = Step::State::Failed;
        operation.error.kind = ErrorKind::Locked;
        operation.error.message = u"server is locked"_s;
        operation.error.requestId = u"abc-123"_s;
        w.operations.set(operation);
        QVERIFY(w.sees(u"operationFailure"_s));
        QVERIFY(w.find<QLabel>(u"operationFailure"_s)->text().contains(u"web-1"_s));
        QVERIFY(!w.sees(u"operationDetailsText"_s));
        QTest::mouseClick(w.find(u"operationDetailsButton"_s), Qt::LeftButton);
        QVERIFY(w.find<QPlainTextEdit>(u"operationDetailsText"_s)
                    ->toPlainText()
                    .contains(u"abc-123"_s));
        QVERIFY(w.sees(u"operationDetailsText"_s));
        QSignalSpy dismiss(w.window.get(), &Views::MainWindow::dismissOperationRequested);
        QTest::mouseClick(w.find(u"operationDismissButton"_s), Qt::LeftButton);
        QCOMPARE(dismiss.value(0).value(0).value<OperationId>(), OperationId{u"1"_s});
    }

    void aPlanTicksItsStepsOffUntilItIsDone()
    {
        Window w;
        Operation operation = rolledBackInVain();
        operation.state = OperationState::Running;
        operation.current = 1;
        operation.steps[1].state = Step::State::Following;
        operation.steps[2].state = Step::State::Waiting;
        w.operations.set(operation);
        QVERIFY(w.sees(u"operationSteps"_s));
        QCOMPARE(w.find<QLabel>(u"operationSteps"_s)->text(),
                 u"1 ✓ Shut down  →  2 ▸ Roll back  →  3 Start"_s);
        w.operations.set(rolledBackInVain());
        QCOMPARE(w.find<QLabel>(u"operationSteps"_s)->text(),
                 u"1 ✓ Shut down  →  2 ✗ Roll back  →  3 ✗ Start"_s);
        operation.state = OperationState::Succeeded;
        w.operations.set(operation);
        QVERIFY(!w.sees(u"operationSteps"_s));
        w.operations.set(taking(u"2"_s));
        QCOMPARE(w.window->findChildren<QLabel *>(u"operationSteps"_s).constLast()->isVisible(),
                 false);
    }

    void aFailedRollbackOffersToStartTheServerThatStayedOff()
    {
        Window w;
        w.operations.set(rolledBackInVain());
        QVERIFY(w.sees(u"operationStartServerButton"_s));
        QSignalSpy start(w.window.get(), &Views::MainWindow::startServerRequested);
        QTest::mouseClick(w.find(u"operationStartServerButton"_s), Qt::LeftButton);
        QCOMPARE(start.size(), 1);
        QCOMPARE(start.value(0).value(0).value<ResourceKey>(), serverKey(u"1"_s));
    }

    void offersNoStartWhileALaterOperationSeesToIt()
    {
        Window w;
        w.operations.set(rolledBackInVain());
        Operation start = rolledBackInVain();
        start.id = {u"2"_s};
        start.kind = OperationKind::Power;
        start.steps = {start.steps.constLast()};
        start.state = OperationState::Running;
        start.steps[0].state = Step::State::Following;
        w.operations.set(start);
        QVERIFY(!w.sees(u"operationStartServerButton"_s));
        start.state = OperationState::Failed;
        start.steps[0].state = Step::State::Failed;
        w.operations.set(start);
        QVERIFY(w.sees(u"operationStartServerButton"_s));
    }

    void whatEndsBadlyIsScrolledTo()
    {
        Window w;
        QVERIFY(w.load());
        for (int i = 0; i < 12; ++i) {
            w.operations.set(taking(QString::number(i)));
        }
        Operation operation = rolledBackInVain();
        operation.id = {u"3"_s};
        w.operations.set(operation);
        const auto rows = w.window->findChildren<Views::OperationRow *>();
        const QWidget *row = rows.at(3);
        const auto *strip = w.find(u"operationsStrip"_s);
        QTRY_VERIFY(strip->rect().contains(
            QRect(row->mapTo(strip, QPoint(0, 0)), row->size()).adjusted(0, 1, 0, -1)));
        QVERIFY(row->height() > 60);
    }

    void aFailedRollbackOffersToBeginAgain()
    {
        Window w;
        QVERIFY(w.load());
        w.operations.set(rolledBackInVain());
        QTest::mouseClick(w.find(u"operationRollBackAgainButton"_s), Qt::LeftButton);
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"rollBackDialog"_s);
    }

    void aRollbackThatCanNotBeginAgainSaysWhy()
    {
        Window w;
        QVERIFY(w.load());
        Operation operation = rolledBackInVain();
        operation.snapshot = snapshotKey(u"gone"_s);
        w.operations.set(operation);
        QTest::mouseClick(w.find(u"operationRollBackAgainButton"_s), Qt::LeftButton);
        QVERIFY(!w.dialog());
        QStringList shown;
        for (const auto *label : w.window->findChildren<QLabel *>()) {
            if (label->isVisible()) {
                shown.append(label->text());
            }
        }
        QVERIFY(shown.contains(u"This rollback can't be begun again now."_s));
    }

    void offersNothingMoreOnceTheServerIsBackAndTheEndIsNotCertain()
    {
        Window w;
        Operation operation = rolledBackInVain();
        operation.state = OperationState::NeedsAnswer;
        operation.error.effect = Effect::Ambiguous;
        operation.steps[2].state = Step::State::Done;
        w.operations.set(operation);
        QVERIFY(!w.sees(u"operationStartServerButton"_s));
        QVERIFY(!w.sees(u"operationRollBackAgainButton"_s));
    }

    void rowsFollowTheModelInOrder()
    {
        Window w;
        for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
            Operation operation = taking(id);
            operation.resourceName = u"web-"_s + id;
            w.operations.set(operation);
        }
        w.operations.remove({u"2"_s});
        QStringList titles;
        for (const auto *row : w.window->findChildren<Views::OperationRow *>()) {
            if (!row->isHidden()) {
                titles.append(row->findChild<QLabel *>(u"operationTitle"_s)->text());
            }
        }
        QCOMPARE(titles.join(u' '), u"web-1 web-3"_s);
    }

    void manyOperationsScrollInsteadOfEatingTheTable()
    {
        Window w;
        QVERIFY(w.load());
        for (int i = 0; i < 40; ++i) {
            w.operations.set(taking(QString::number(i)));
        }
        QTRY_VERIFY(w.find(u"operationsStrip"_s)->height() <= 230);
        QVERIFY(w.table().height() > 200);
    }
};

QTEST_MAIN(OperationsStripTest)
#include "operationsstriptest.moc"
