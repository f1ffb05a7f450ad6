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
