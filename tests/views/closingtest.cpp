// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/closing.h"

#include "views/common/card.h"
#include "windowfixture.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QLabel>

using namespace Domain;
using namespace Fixture;
using namespace std::chrono_literals;
using Views::ClosingRule;

namespace {

Operation taking(const QString &id = u"take"_s)
{
    Operation operation;
    operation.id = {id};
    operation.account = shopId();
    operation.resource = serverKey(u"1"_s);
    operation.resourceName = u"web-1"_s;
    operation.snapshotName = u"pre-upgrade"_s;
    operation.state = OperationState::Running;
    Step step;
    step.request = TakeSnapshot{serverKey(u"1"_s), u"pre-upgrade"_s, {}, {}};
    step.state = Step::State::Following;
    operation.steps = {step};
    return operation;
}

Operation held(const QString &id = u"100"_s)
{
    Operation operation;
    operation.id = {u"remove-"_s + id};
    operation.kind = OperationKind::Remove;
    operation.account = shopId();
    operation.snapshot = snapshotKey(id);
    operation.snapshotName = u"weekly"_s;
    operation.state = OperationState::Waiting;
    operation.hold = Hold::Undo;
    operation.heldUntil = now().addSecs(8);
    Step step;
    step.request = RemoveSnapshot{snapshotKey(id)};
    operation.steps = {step};
    return operation;
}

Operation sent(const QString &id, Step::State state)
{
    Operation operation = held(id);
    operation.hold = Hold::None;
    operation.state = OperationState::Running;
    operation.steps[0].state = state;
    return operation;
}

Operation dropped(const QString &id)
{
    Operation operation = held(id);
    operation.state = OperationState::Cancelled;
    return operation;
}

/// A window that is asked to close.
struct Closable : Window
{
    enum class Tray { Missing, Available };

    explicit Closable(Tray tray = Tray::Available)
    {
        canHide = tray == Tray::Available;
        quit = std::make_unique<QSignalSpy>(window.get(), &Views::MainWindow::quitRequested);
        hide = std::make_unique<QSignalSpy>(window.get(), &Views::MainWindow::hideRequested);
        undo = std::make_unique<QSignalSpy>(window.get(), &Views::MainWindow::undoRequested);
        send = std::make_unique<QSignalSpy>(window.get(), &Views::MainWindow::sendNowRequested);
    }

    void rule(ClosingRule closing)
    {
        Views::Preferences preferences;
        preferences.closing = closing;
        Views::storePreferences(preferences, settings);
    }

    void click(const QString &name) const
    {
        QVERIFY(dialog());
        auto *button = dialog()->findChild<QAbstractButton *>(name);
        QVERIFY2(button, qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    [[nodiscard]] QString asked() const
    {
        return dialog() ? dialog()->findChild<QLabel *>(u"dialogTitle"_s)->text() : QString();
    }

    std::unique_ptr<QSignalSpy> quit;
    std::unique_ptr<QSignalSpy> hide;
    std::unique_ptr<QSignalSpy> undo;
    std::unique_ptr<QSignalSpy> send;
};

} // namespace

class ClosingTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void closesWithoutAQuestionWhenNothingGoesOn()
    {
        Closable w;
        Operation over = taking();
        over.state = OperationState::Succeeded;
        w.operations.set(over);
        w.window->close();
        QVERIFY(!w.window->isVisible());
        QCOMPARE(w.quit->size(), 1);
    }

    void asksWhileWorkRuns()
    {
        Closable w;
        w.operations.set(taking());
        w.window->close();
        QVERIFY(w.window->isVisible());
        QCOMPARE(w.asked(), u"Close Snapdeck while work runs?"_s);
        const auto *list = w.dialog()->findChild<Views::BulletList *>(u"closingWork"_s);
        QCOMPARE(list->points(), QStringList{u"web-1: taking “pre-upgrade”"_s});
        w.click(u"cancelButton"_s);
        QVERIFY(w.window->isVisible());
        QCOMPARE(w.quit->size(), 0);
        w.window->close();
        w.click(u"confirmButton"_s);
        QVERIFY(!w.window->isVisible());
        QCOMPARE(w.quit->size(), 1);
    }

    void asksOnceAndRemembersWhenTicked()
    {
        Closable w;
        w.operations.set(taking());
        w.window->close();
        w.window->close();
        QCOMPARE(w.window->findChildren<Views::ClosingDialog *>().size(), 1);
        w.dialog()->findChild<QCheckBox *>(u"closingRemember"_s)->click();
        w.click(u"confirmButton"_s);
        QCOMPARE(Views::readPreferences(w.settings).closing, ClosingRule::Close);
        w.window->show();
        w.window->close();
        QVERIFY(!w.window->isVisible());
        QCOMPARE(w.quit->size(), 2);
    }

    void keepsRunningInTheTray()
    {
        Closable w;
        w.operations.set(taking());
        w.window->close();
        w.click(u"closingHideButton"_s);
        QCOMPARE(w.hide->size(), 1);
        QCOMPARE(w.quit->size(), 0);
        QCOMPARE(Views::readPreferences(w.settings).closing, ClosingRule::Ask);
        w.rule(ClosingRule::KeepRunning);
        w.window->close();
        QCOMPARE(w.hide->size(), 2);
        QVERIFY(w.asked().isEmpty());
    }

    void asksInsteadWhereThereIsNoTray()
    {
        Closable w(Closable::Tray::Missing);
        w.rule(ClosingRule::KeepRunning);
        w.operations.set(taking());
        w.window->close();
        QCOMPARE(w.hide->size(), 0);
        QVERIFY(!w.asked().isEmpty());
        QVERIFY(!w.dialog()->findChild<QWidget *>(u"closingHideButton"_s));
    }

    void quittingNeverMeansTheTray()
    {
        Closable w;
        w.rule(ClosingRule::KeepRunning);
        w.operations.set(taking());
        w.action(u"actionQuit"_s).trigger();
        QCOMPARE(w.hide->size(), 0);
        QCOMPARE(w.asked(), u"Close Snapdeck while work runs?"_s);
        w.click(u"confirmButton"_s);
        QCOMPARE(w.quit->size(), 1);
    }

    void removalsThatWaitAreAskedAboutWhateverTheRule()
    {
        Closable w;
        w.rule(ClosingRule::Close);
        w.operations.set(held(u"100"_s));
        w.operations.set(held(u"101"_s));
        w.operations.set(taking());
        w.window->close();
        QCOMPARE(w.asked(), u"Remove 2 snapshots before closing?"_s);
        QVERIFY(w.dialog()->findChild<Views::BulletList *>(u"closingWork"_s));
        QVERIFY(!w.dialog()->findChild<QCheckBox *>(u"closingRemember"_s));
        w.click(u"cancelButton"_s);
        QVERIFY(w.window->isVisible());
        QVERIFY(w.undo->isEmpty() && w.send->isEmpty());
    }

    void dropsThemAndCloses()
    {
        Closable w;
        w.operations.set(held());
        connect(w.window.get(), &Views::MainWindow::undoRequested, this,
                [&w](const QList<OperationId> &) { w.operations.set(dropped(u"100"_s)); });
        w.window->close();
        w.click(u"closingDropButton"_s);
        QCOMPARE(w.undo->size(), 1);
        QVERIFY(w.send->isEmpty());
        QVERIFY(!w.window->isVisible());
    }

    void waitsUntilWhatIsSentIsAccepted()
    {
        Closable w;
        w.operations.set(held(u"100"_s));
        w.operations.set(held(u"101"_s));
        w.window->close();
        w.click(u"confirmButton"_s);
        QCOMPARE(w.send->size(), 1);
        w.operations.set(sent(u"100"_s, Step::State::Requesting));
        w.operations.set(sent(u"101"_s, Step::State::Requesting));
        QVERIFY(w.window->isVisible());
        QCOMPARE(w.asked(), u"Removing 2 snapshots…"_s);
        w.operations.set(sent(u"100"_s, Step::State::Following));
        QVERIFY(w.window->isVisible());
        w.operations.set(sent(u"101"_s, Step::State::Following));
        QVERIFY(!w.window->isVisible());
        QCOMPARE(w.quit->size(), 1);
    }

    void waitsNoLongerThanItSays()
    {
        Closable w;
        w.operations.set(held());
        w.window->close();
        w.click(u"confirmButton"_s);
        w.operations.set(sent(u"100"_s, Step::State::Requesting));
        QVERIFY(w.window->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!w.window->isVisible(), 9000);
    }

    void whoDoesNotWantToWaitClosesOrStays()
    {
        Closable w;
        w.operations.set(held());
        w.window->close();
        w.click(u"confirmButton"_s);
        w.operations.set(sent(u"100"_s, Step::State::Requesting));
        w.click(u"cancelButton"_s);
        w.operations.set(sent(u"100"_s, Step::State::Following));
        QVERIFY(w.window->isVisible());
        w.operations.set(held(u"101"_s));
        w.window->close();
        w.click(u"confirmButton"_s);
        w.operations.set(sent(u"101"_s, Step::State::Requesting));
        w.click(u"confirmButton"_s);
        QVERIFY(!w.window->isVisible());
    }

    void asksAnewWhenTheirTimeEndsWhileTheQuestionStands()
    {
        Closable w;
        w.operations.set(held());
        w.window->close();
        QCOMPARE(w.asked(), u"Remove 1 snapshot before closing?"_s);
        w.operations.set(sent(u"100"_s, Step::State::Requesting));
        QTRY_COMPARE(w.asked(), u"Close Snapdeck while work runs?"_s);
        QVERIFY(w.send->isEmpty());
        QCOMPARE(w.quit->size(), 0);
    }
};

QTEST_MAIN(ClosingTest)
#include "closingtest.moc"
