// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationsmodel.h"

#include "rowbuilder.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

Step stepOf(const Request &request, Step::Role role = Step::Role::Main)
{
    Step step;
    step.request = request;
    step.role = role;
    return step;
}

/// Stop, take, start again.
Operation taking(const QString &id = u"1"_s)
{
    Operation operation;
    operation.id = {id};
    operation.kind = OperationKind::Take;
    operation.account = shop();
    operation.resource = serverKey(u"7"_s);
    operation.resourceName = u"web-1"_s;
    operation.snapshotName = u"pre-upgrade"_s;
    operation.state = OperationState::Running;
    operation.steps = {
        stepOf(SetPower{serverKey(u"7"_s), PowerAction::ShutDown}, Step::Role::StopServer),
        stepOf(TakeSnapshot{serverKey(u"7"_s), u"pre-upgrade"_s, {}, {}}),
        stepOf(SetPower{serverKey(u"7"_s), PowerAction::Start}, Step::Role::StartServer)};
    return operation;
}

Operation single(OperationKind kind, const Request &request)
{
    Operation operation = taking();
    operation.kind = kind;
    operation.steps = {stepOf(request)};
    operation.steps[0].state = Step::State::Following;
    return operation;
}

struct Watched
{
    OperationsModel model;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};

    [[nodiscard]] QString text(int role, int row = 0) const
    {
        return model.index(row).data(role).toString();
    }
};

} // namespace

class OperationsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsEmpty()
    {
        const Watched watched;
        QCOMPARE(watched.model.rowCount(), 0);
        QCOMPARE(watched.model.operation({}), nullptr);
        QVERIFY(!watched.model.indexOf({u"1"_s}).isValid());
    }

    void addsUpdatesAndRemovesById()
    {
        Watched watched;
        watched.model.set(taking(u"1"_s));
        watched.model.set(taking(u"2"_s));
        QCOMPARE(watched.log.take(), u"inserted 0-0\ninserted 1-1"_s);
        watched.model.set(taking(u"1"_s));
        QCOMPARE(watched.log.take(), QString());
        Operation changed = taking(u"1"_s);
        changed.state = OperationState::Succeeded;
        watched.model.set(changed);
        QCOMPARE(watched.log.take(), u"changed 0-0"_s);
        QCOMPARE(watched.model.operation(watched.model.index(0))->state, OperationState::Succeeded);
        QCOMPARE(watched.model.indexOf({u"2"_s}).row(), 1);
        watched.model.remove({u"1"_s});
        watched.model.remove({u"1"_s});
        QCOMPARE(watched.log.take(), u"removed 0-0"_s);
        QCOMPARE(watched.model.index(0).data(OperationsModel::IdRole).value<OperationId>().value,
                 u"2"_s);
    }

    void saysWhatIsDone_data()
    {
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const Operation &operation, const QString &text) {
            QTest::addRow("%s", name) << operation << text;
        };
        const SnapshotKey key = keyOf(u"1"_s);
        add("take", taking(), u"taking “pre-upgrade” / waiting"_s);
        add("roll back", single(OperationKind::RollBack, RollBack{serverKey(u"7"_s), key, {}}),
            u"rolling back to “pre-upgrade” / restoring"_s);
        add("remove", single(OperationKind::Remove, RemoveSnapshot{key}),
            u"removing “pre-upgrade” / removing"_s);
        add("rename", single(OperationKind::Rename, RenameSnapshot{key, u"new"_s}),
            u"renaming “pre-upgrade” to “new” / renaming"_s);
        add("protect", single(OperationKind::Protect, ProtectSnapshot{key, Protection::On}),
            u"protecting “pre-upgrade” / changing the protection"_s);
        add("unprotect", single(OperationKind::Protect, ProtectSnapshot{key, Protection::Off}),
            u"taking the protection off “pre-upgrade” / changing the protection"_s);
        add("power",
            single(OperationKind::Power, SetPower{serverKey(u"7"_s), PowerAction::PowerOff}),
            u"stopping the server / stopping the server"_s);
    }
    void saysWhatIsDone()
    {
        QFETCH(const Operation, operation);
        Watched watched;
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::TitleRole), u"web-1"_s);
        const QString shown = watched.text(OperationsModel::TextRole) + u" / "
            + watched.text(OperationsModel::PhaseRole);
        QTEST(shown, "expected");
    }

    void tellsThePhaseOfTheStepThatRuns()
    {
        Watched watched;
        Operation operation = taking();
        const auto shown = [&]() -> QString {
            watched.model.set(operation);
            return watched.text(OperationsModel::PhaseRole) + u" / "
                + watched.text(OperationsModel::PercentRole) + u" / "
                + watched.model.index(0)
                      .data(OperationsModel::StepsRole)
                      .toStringList()
                      .join(u", ");
        };
        operation.state = OperationState::Waiting;
        QCOMPARE(shown(), u"waiting /  / Shut down, Take snapshot, Start"_s);
        operation.state = OperationState::Running;
        operation.steps[0].state = Step::State::Requesting;
        QCOMPARE(shown(), u"requested /  / ▸ Shut down, Take snapshot, Start"_s);
        operation.steps[0].state = Step::State::Following;
        QCOMPARE(shown(), u"stopping the server /  / ▸ Shut down, Take snapshot, Start"_s);
        operation.steps[0].state = Step::State::Done;
        operation.current = 1;
        operation.steps[1].state = Step::State::Following;
        QCOMPARE(shown(), u"copying /  / ✓ Shut down, ▸ Take snapshot, Start"_s);
        operation.steps[1].percent = 42;
        QCOMPARE(shown(), u"copying 42 % / 42 / ✓ Shut down, ▸ Take snapshot, Start"_s);
        operation.steps[1].percent = 100;
        QCOMPARE(shown(), u"finishing / 100 / ✓ Shut down, ▸ Take snapshot, Start"_s);
        operation.steps[1].state = Step::State::Failed;
        operation.steps[2].state = Step::State::Following;
        operation.current = 2;
        QCOMPARE(shown(), u"starting the server /  / ✓ Shut down, ✗ Take snapshot, ▸ Start"_s);
        operation.steps[2].state = Step::State::Done;
        operation.state = OperationState::Succeeded;
        QCOMPARE(shown(), u"done /  / ✓ Shut down, ✗ Take snapshot, ✓ Start"_s);
        operation.state = OperationState::Cancelled;
        operation.steps[2].state = Step::State::Skipped;
        QCOMPARE(shown(), u"cancelled /  / ✓ Shut down, ✗ Take snapshot, – Start"_s);
    }

    void tellsWhatFailedAndKeepsTheVendorsTextForTheDetails()
    {
        Watched watched;
        Operation operation = taking();
        operation.state = OperationState::Failed;
        operation.steps[1].state = Step::State::Failed;
        operation.error.kind = ErrorKind::Locked;
        operation.error.message = u"server is locked"_s;
        operation.error.requestId = u"abc"_s;
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::PhaseRole),
                 u"The snapshot “pre-upgrade” of web-1 could not be taken."_s);
        QCOMPARE(watched.text(OperationsModel::DetailsRole),
                 u"server is locked\nRequest id: abc"_s);
        operation.state = OperationState::NeedsAnswer;
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::PhaseRole),
                 u"It is not certain whether the snapshot “pre-upgrade” of web-1 was taken."_s);
    }

    void isNotMisledByAPlanThatIsOff()
    {
        Watched watched;
        Operation operation = taking();
        operation.current = 7;
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::PhaseRole), u"waiting"_s);
        operation.steps.clear();
        operation.current = -1;
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::PhaseRole), u"waiting"_s);
        QVERIFY(!watched.model.index(0).data(OperationsModel::PercentRole).isValid());
    }

    void callsASnapshotWithoutAResourceByItsOwnName()
    {
        Watched watched;
        Operation operation = single(OperationKind::Remove, RemoveSnapshot{keyOf(u"1"_s)});
        operation.resourceName.clear();
        watched.model.set(operation);
        QCOMPARE(watched.text(OperationsModel::TitleRole), u"pre-upgrade"_s);
        QCOMPARE(watched.text(Qt::AccessibleTextRole),
                 u"pre-upgrade: removing “pre-upgrade”, removing"_s);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(OperationsModelTest)
#include "operationsmodeltest.moc"
