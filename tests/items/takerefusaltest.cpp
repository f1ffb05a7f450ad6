// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takerefusal.h"

#include "support/testenvironment.h"
#include "takestory.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;

namespace {

Operation taking(OperationState state, Step::State main)
{
    Operation operation;
    operation.id = {u"op"_s};
    operation.resource = Portal::volume(u"mail-disk"_s);
    operation.resourceName = u"mail-disk"_s;
    operation.snapshotName = u"weekly"_s;
    operation.state = state;
    Step step;
    step.request = TakeSnapshot();
    step.state = main;
    operation.steps = {step};
    return operation;
}

Operation refused(ErrorKind kind, const QStringList &fields = {})
{
    Operation operation = taking(OperationState::Failed, Step::State::Failed);
    operation.error.kind = kind;
    for (const QString &field : fields) {
        operation.error.fields.append({field, u"words of the vendor"_s});
    }
    return operation;
}

} // namespace

class TakeRefusalTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void isOpenUntilTheProviderAnswers()
    {
        QCOMPARE(takeFate(taking(OperationState::Waiting, Step::State::Waiting)), TakeFate::Open);
        QCOMPARE(takeFate(taking(OperationState::Running, Step::State::Requesting)),
                 TakeFate::Open);
    }

    void isAcceptedOnceThereIsATask()
    {
        Operation operation = taking(OperationState::Running, Step::State::Following);
        operation.steps[0].task = RemoteTask();
        QCOMPARE(takeFate(operation), TakeFate::Accepted);
        operation.state = OperationState::Failed; // later, and told by the strip
        QCOMPARE(takeFate(operation), TakeFate::Accepted);
        operation.state = OperationState::NeedsAnswer;
        QCOMPARE(takeFate(operation), TakeFate::Accepted);
    }

    void stoppingTheServerIsNotYetAnAnswer()
    {
        Operation operation = taking(OperationState::Running, Step::State::Waiting);
        Step stop;
        stop.role = Step::Role::StopServer;
        stop.state = Step::State::Following;
        stop.task = RemoteTask();
        operation.steps.prepend(stop);
        QCOMPARE(takeFate(operation), TakeFate::Open);
        QCOMPARE(takeWaitText(operation), u"The server is being shut down first…"_s);
        operation.current = 1;
        QCOMPARE(takeWaitText(operation), u"Asking the provider…"_s);
        operation.state = OperationState::Waiting;
        QCOMPARE(takeWaitText(operation), u"Another operation on mail-disk runs first…"_s);
    }

    void isInDoubtWhereItMayHaveBeenTaken()
    {
        Operation lost = refused(ErrorKind::Interrupted);
        lost.error.effect = Effect::Ambiguous;
        lost.state = OperationState::NeedsAnswer;
        QCOMPARE(takeFate(lost), TakeFate::InDoubt);
        lost.state = OperationState::Failed;
        QCOMPARE(takeFate(lost), TakeFate::InDoubt);
    }

    void isRefusedWhereNothingWasDone()
    {
        QCOMPARE(takeFate(refused(ErrorKind::NameTaken)), TakeFate::Refused);
        QCOMPARE(takeFate(taking(OperationState::Cancelled, Step::State::Skipped)),
                 TakeFate::Refused);
        Operation unplanned = refused(ErrorKind::InvalidInput, {u"name"_s});
        unplanned.steps.clear();
        QCOMPARE(takeFate(unplanned), TakeFate::Refused);
    }

    void refusalsGoToTheirQuestion_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<TakeStep>("step");
        QTest::addRow("name in use") << ErrorKind::NameTaken << QString() << TakeStep::Name;
        QTest::addRow("name") << ErrorKind::InvalidInput << u"name"_s << TakeStep::Name;
        QTest::addRow("plan") << ErrorKind::InvalidInput << u"plan"_s << TakeStep::Review;
        QTest::addRow("cycle") << ErrorKind::InvalidInput << u"billing_cycle"_s << TakeStep::Review;
        QTest::addRow("plan that is not found")
            << ErrorKind::NotFound << u"plan"_s << TakeStep::Review;
        QTest::addRow("project") << ErrorKind::InvalidInput << u"project"_s << TakeStep::Project;
        QTest::addRow("region") << ErrorKind::InvalidInput << u"region"_s << TakeStep::Location;
        QTest::addRow("volume gone") << ErrorKind::NotFound << QString() << TakeStep::Source;
        QTest::addRow("quota") << ErrorKind::QuotaExceeded << QString() << TakeStep::Review;
        QTest::addRow("locked") << ErrorKind::Locked << QString() << TakeStep::Review;
        QTest::addRow("money") << ErrorKind::PaymentRequired << QString() << TakeStep::Review;
    }

    void refusalsGoToTheirQuestion()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, field);
        const QStringList fields = field.isEmpty() ? QStringList() : QStringList{field};
        QTEST(refusedStep(refused(kind, fields).error), "step");
    }

    void saysWhichValueIsRefused()
    {
        const ErrorText text = takeRefusalText(refused(ErrorKind::InvalidInput, {u"plan"_s}));
        QCOMPARE(text.title, u"The snapshot “weekly” of mail-disk could not be taken."_s);
        QVERIFY(text.meaning.startsWith(
            u"The provider no longer sells snapshots by this plan. No snapshot was taken"_s));
        QVERIFY(text.details.contains(u"words of the vendor"_s));
        QVERIFY(!text.meaning.contains(u"words of the vendor"_s));
        const ErrorText name = takeRefusalText(refused(ErrorKind::InvalidInput, {u"name"_s}));
        QVERIFY(name.meaning.startsWith(u"The provider does not take this name."_s));
        const ErrorText gone = takeRefusalText(refused(ErrorKind::NotFound));
        QCOMPARE(gone.advice, u"Choose another server or volume."_s);
    }

    void tellsNotAllWhereAServerWasLeftOff()
    {
        Operation operation = refused(ErrorKind::QuotaExceeded);
        QVERIFY(isRefusalAll(operation));
        Step start;
        start.role = Step::Role::StartServer;
        start.state = Step::State::Failed;
        operation.steps.append(start);
        QVERIFY(!isRefusalAll(operation));
        operation.steps.last().state = Step::State::Done;
        QVERIFY(isRefusalAll(operation));
    }
};

QTEST_GUILESS_MAIN(TakeRefusalTest)
#include "takerefusaltest.moc"
