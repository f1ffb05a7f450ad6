// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/takedialog.h"

#include "windowfixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QRadioButton>

using namespace Domain;
using namespace Fixture;
using Operations::StopServer;

class TakeDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static Views::MainWindowServices services(Window &w)
    {
        return {w.snapshots, w.tree,      w.resources, w.operations, w.activity,
                w.estimates, w.inventory, w.prices,    w.clock,      w.settings,
                w.theme,     w.prompts,   {}};
    }

    static Views::TakeDialog *openFor(Window &w, const ResourceKey &resource)
    {
        auto *dialog = new Views::TakeDialog(services(w), resource, w.window.get());
        dialog->open();
        return dialog;
    }

    template <class T>
    static T *in(const QDialog *dialog, const QString &name)
    {
        return dialog->findChild<T *>(name);
    }

    /// A snapshot of a server of the same size, taken before.
    static JournalEntry takenIn(int number, int seconds)
    {
        JournalEntry entry;
        Operation &operation = entry.operation;
        operation.id = {QString::number(number)};
        operation.account = shopId();
        operation.resource = serverKey(u"2"_s);
        operation.sizeBytes = 40 * gigabyte;
        operation.state = OperationState::Succeeded;
        operation.steps = {Step()};
        operation.started = now().addDays(number - 9);
        operation.ended = operation.started.addSecs(seconds);
        return entry;
    }

private Q_SLOTS:
    void takesTheSelectedServerWithItsName()
    {
        Window w;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        QCOMPARE(dialog->windowTitle(), u"Take a snapshot of web-1"_s);
        QCOMPARE(dialog->focusWidget(), in<QLineEdit>(dialog, u"takeName"_s));
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::keyClicks(in<QLineEdit>(dialog, u"takeName"_s), u"  before PHP 8.4 "_s);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 1);
        const auto intent = confirmed.value(0).value(0).value<Operations::TakeIntent>();
        QVERIFY(!intent.id.isEmpty());
        QCOMPARE(intent.source, serverKey(u"1"_s));
        QCOMPARE(intent.name, u"before PHP 8.4"_s);
        QCOMPARE(intent.stop, StopServer::No);
    }

    void namesItAsTheVendorDoesWhereNothingIsTyped()
    {
        Window w;
        w.provider.rules.server.name.usual = u"vm-{resource}"_s;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        QCOMPARE(in<QLineEdit>(dialog, u"takeName"_s)->placeholderText(), u"vm-web-1"_s);
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(confirmed.value(0).value(0).value<Operations::TakeIntent>().name, u"vm-web-1"_s);
    }

    void offersLinesForTheDatabasesOfARunningServer()
    {
        Window w;
        Holdings holdings;
        holdings.resources[0].power = PowerState::Running;
        holdings.resources[1].power = PowerState::Stopped;
        QVERIFY(w.load(holdings));
        auto *running = openFor(w, serverKey(u"1"_s));
        auto *fold = in<QAbstractButton>(running, u"databaseHintButton"_s);
        auto *line = in<QLineEdit>(running, u"databaseHintPostgreSql"_s);
        QVERIFY(fold->isVisible());
        QVERIFY(!line->isVisible());
        QTest::mouseClick(fold, Qt::LeftButton);
        QVERIFY(line->isVisible());
        QTest::mouseClick(in<QAbstractButton>(running, u"databaseHintPostgreSqlCopy"_s),
                          Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), line->text());
        running->reject();
        auto *stopped = openFor(w, serverKey(u"2"_s));
        QVERIFY(!in<QAbstractButton>(stopped, u"databaseHintButton"_s)->isVisible());
    }

    void checksTheNameWhileItIsTyped()
    {
        Window w;
        w.provider.rules.server.name.isRequired = true;
        w.provider.rules.server.name.maxLength = 10;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        auto *name = in<QLineEdit>(dialog, u"takeName"_s);
        auto *problem = in<QLabel>(dialog, u"takeNameProblem"_s);
        auto *take = in<QAbstractButton>(dialog, u"confirmButton"_s);
        QVERIFY(!problem->isVisible());
        QVERIFY(!take->isEnabled());
        QTest::keyClicks(name, u"short"_s);
        QVERIFY(take->isEnabled());
        QTest::keyClicks(name, u" and then too long"_s);
        QVERIFY(problem->isVisible());
        QVERIFY(!problem->text().isEmpty());
        QVERIFY(name->property("isInvalid").toBool());
        QVERIFY(!take->isEnabled());
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 0);
    }

    void recommendsStoppingARunningServerWithoutChoosingIt()
    {
        Window w;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        auto *stop = in<QRadioButton>(dialog, u"takeStopFirst"_s);
        QVERIFY(stop->isVisible());
        QVERIFY(stop->text().contains(u"recommended"_s));
        QVERIFY(in<QRadioButton>(dialog, u"takeLive"_s)->isChecked());
        QVERIFY(!in<QLabel>(dialog, u"takeSteps"_s)->isVisible());
        stop->setChecked(true);
        QCOMPARE(in<QLabel>(dialog, u"takeSteps"_s)->text(),
                 u"1 Shut down  →  2 Take snapshot  →  3 Start"_s);
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(confirmed.value(0).value(0).value<Operations::TakeIntent>().stop, StopServer::Yes);
    }

    void tellsHowLongItUsuallyTakesOnceThatIsKnown()
    {
        Window w;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        QVERIFY(!in<QLabel>(dialog, u"takeTime"_s)->isVisible());
        dialog->reject();
        w.estimates.setAccount(shopId(), {u"vendor/"_s, SizeUnit::Gigabyte, {}});
        for (int i = 0; i < 3; ++i) {
            w.activity.put(takenIn(i, 1200 + 60 * i));
        }
        auto *known = openFor(w, serverKey(u"1"_s));
        auto *time = in<QLabel>(known, u"takeTime"_s);
        QVERIFY(time->isVisible());
        QCOMPARE(time->text(), u"It usually takes 20–22 min for 40 GB here."_s);
        // With other steps it takes another time, which nobody has seen yet.
        in<QRadioButton>(known, u"takeStopFirst"_s)->setChecked(true);
        QVERIFY(!time->isVisible());
    }

    void marksTheVendorsFigureAsTheVendors()
    {
        Window w;
        w.feed.setEstimates(w.estimates);
        w.account.provider = u"raff"_s;
        QVERIFY(w.load());
        const auto *time = in<QLabel>(openFor(w, serverKey(u"1"_s)), u"takeTime"_s);
        QVERIFY(time->isVisible());
        QCOMPARE(time->text(),
                 u"The provider's own figure for the time it takes is 1–2 min; a large disk takes "
                 "longer."_s);
    }

    void asksNothingOfAStoppedServer()
    {
        Window w;
        Holdings holdings;
        holdings.resources[0].power = PowerState::Stopped;
        QVERIFY(w.load(holdings));
        const auto *dialog = openFor(w, serverKey(u"1"_s));
        QVERIFY(!in<QRadioButton>(dialog, u"takeStopFirst"_s)->isVisible());
    }

    void saysWhatItCostsAtMost()
    {
        Window w;
        QVERIFY(w.load());
        const auto *dialog = openFor(w, serverKey(u"1"_s));
        QCOMPARE(in<QLabel>(dialog, u"takePrice"_s)->text(), u"At most € 0.57 a month"_s);
    }

    void asksBeforeASecondOneOfTheSameServer()
    {
        Window w;
        QVERIFY(w.load());
        Operation running;
        running.id = {u"running"_s};
        running.resource = serverKey(u"1"_s);
        running.resourceName = u"web-1"_s;
        running.snapshotName = u"nightly"_s;
        running.state = OperationState::Running;
        w.operations.set(running);
        auto *dialog = openFor(w, serverKey(u"1"_s));
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(w.prompts.questions.size(), 1);
        QVERIFY(w.prompts.questions.first().text.contains(u"nightly"_s));
        QCOMPARE(confirmed.count(), 0);
        QVERIFY(dialog->isVisible());

        w.prompts.says = ScriptedPrompts::Says::Yes;
        QTest::keyClick(dialog, Qt::Key_Return);
        QCOMPARE(confirmed.count(), 1);

        running.state = OperationState::Succeeded;
        w.operations.set(running);
        auto *another = openFor(w, serverKey(u"1"_s));
        QSignalSpy anotherConfirmed(another, &Views::TakeDialog::confirmed);
        QTest::keyClick(another, Qt::Key_Return);
        QCOMPARE(w.prompts.questions.size(), 2);
        QCOMPARE(anotherConfirmed.count(), 1);
    }

    void escapeTakesNothing()
    {
        Window w;
        QVERIFY(w.load());
        auto *dialog = openFor(w, serverKey(u"1"_s));
        QSignalSpy confirmed(dialog, &Views::TakeDialog::confirmed);
        QTest::keyClick(dialog, Qt::Key_Escape);
        QCOMPARE(confirmed.count(), 0);
        QTRY_VERIFY(!w.dialog());
    }
};

QTEST_MAIN(TakeDialogTest)
#include "takedialogtest.moc"
