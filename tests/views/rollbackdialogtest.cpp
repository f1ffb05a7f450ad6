// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/rollbackdialog.h"

#include "views/common/card.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>

using namespace Domain;
using namespace Fixture;

class RollbackDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static QDialog *openFor(const Window &w, const QString &id)
    {
        w.window->selectSnapshot(snapshotKey(id));
        w.action(u"actionRollBack"_s).trigger();
        return w.dialog();
    }

    template <class T>
    static T *in(const QDialog *dialog, const QString &name)
    {
        return dialog->findChild<T *>(name);
    }

    /// Of a server of the same size, before.
    static JournalEntry rolledBackIn(int number, int seconds)
    {
        JournalEntry entry;
        Operation &operation = entry.operation;
        operation.id = {QString::number(number)};
        operation.kind = OperationKind::RollBack;
        operation.account = shopId();
        operation.resource = serverKey(u"2"_s);
        operation.sizeBytes = 20 * gigabyte;
        operation.state = OperationState::Succeeded;
        operation.steps = {Step()};
        operation.started = now().addDays(number - 9);
        operation.ended = operation.started.addSecs(seconds);
        return entry;
    }

private Q_SLOTS:
    void saysWhatHappensBeforeItAsks()
    {
        Window w;
        QVERIFY(w.load());
        const QDialog *dialog = openFor(w, u"101"_s);
        QVERIFY(dialog);
        QCOMPARE(dialog->windowTitle(), u"Roll back web-1 to “weekly”?"_s);
        const auto *list = in<Views::BulletList>(dialog, u"rollBackConsequences"_s);
        QVERIFY(list->isVisible());
        QVERIFY(list->points().join(u' ').contains(u"1 newer snapshot stays."_s));
        QCOMPARE(in<QAbstractButton>(dialog, u"confirmButton"_s)->text(), u"Roll back web-1"_s);
    }

    void tellsHowLongItUsuallyTakesOnceThatIsKnown()
    {
        Window w;
        QVERIFY(w.load());
        QDialog *dialog = openFor(w, u"101"_s);
        QVERIFY(!in<QLabel>(dialog, u"rollBackTime"_s)->isVisible());
        dialog->reject();
        QTRY_VERIFY(!w.dialog());
        w.estimates.setAccount(shopId(), {u"vendor/"_s, SizeUnit::Gigabyte, {}});
        for (int i = 0; i < 3; ++i) {
            w.activity.put(rolledBackIn(i, 300 + 60 * i));
        }
        const QDialog *known = openFor(w, u"101"_s);
        const auto *time = in<QLabel>(known, u"rollBackTime"_s);
        QVERIFY(time->isVisible());
        QCOMPARE(time->text(),
                 u"It usually takes 5–7 min for 20 GB here. The safety snapshot "
                 "comes on top."_s);
        in<QCheckBox>(known, u"rollBackSafety"_s)->setChecked(false);
        QCOMPARE(time->text(), u"It usually takes 5–7 min for 20 GB here."_s);
    }

    void isConfirmedByTheServersNameAlone_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<bool>("isEnough");
        QTest::addRow("nothing") << QString() << false;
        QTest::addRow("a part") << u"web"_s << false;
        QTest::addRow("another server") << u"web-2"_s << false;
        QTest::addRow("other case") << u"Web-1"_s << false;
        QTest::addRow("the snapshot") << u"weekly"_s << false;
        QTest::addRow("the name") << u"web-1"_s << true;
        QTest::addRow("blanks around it") << u" web-1 "_s << true;
    }

    void isConfirmedByTheServersNameAlone()
    {
        QFETCH(QString, typed);
        QFETCH(bool, isEnough);
        Window w;
        QVERIFY(w.load());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        QDialog *dialog = openFor(w, u"101"_s);
        auto *button = in<QAbstractButton>(dialog, u"confirmButton"_s);
        QVERIFY(!button->isEnabled());
        QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), typed);
        QCOMPARE(button->isEnabled(), isEnough);
        QCOMPARE(button->toolTip().isEmpty(), isEnough);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(rollBack.count(), isEnough ? 1 : 0);
    }

    void enterDoesNotRollBack()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        QDialog *dialog = openFor(w, u"101"_s);
        auto *field = in<QLineEdit>(dialog, u"rollBackConfirm"_s);
        QTest::keyClicks(field, u"web-1"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QCOMPARE(rollBack.count(), 0);
    }

    void tellsSnapshotAndTarget()
    {
        Window w;
        QVERIFY(w.load());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        const QDialog *dialog = openFor(w, u"101"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"web-1"_s);
        QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(rollBack.value(0).value(0).value<SnapshotKey>(), snapshotKey(u"101"_s));
        QCOMPARE(rollBack.value(0).value(1).value<ResourceKey>(), serverKey(u"1"_s));
    }

    void theSafetySnapshotHasADateThatCanBeChanged()
    {
        Window w;
        w.provider.rules.server.canTake = true;
        QVERIFY(w.load());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        const auto ordered = [&](const QString &choice) {
            const QDialog *dialog = openFor(w, u"101"_s);
            auto *keep = in<QComboBox>(dialog, u"keepField"_s);
            if (!choice.isEmpty()) {
                keep->setCurrentIndex(keep->findText(choice));
            }
            QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"web-1"_s);
            QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
            const auto safety =
                rollBack.takeFirst().value(2).value<std::optional<Operations::SafetyOrder>>();
            return safety ? safety->keepUntil : now();
        };
        const QTime last(23, 59, 59, 999);
        QCOMPARE(ordered({}), QDateTime({2026, 11, 27}, last, QTimeZone::UTC));
        QCOMPARE(ordered(u"30 days, until 20 Dec"_s),
                 QDateTime({2026, 12, 20}, last, QTimeZone::UTC));
        QCOMPARE(ordered(u"For good"_s), QDateTime());
    }

    void noDateIsAskedForWithoutASafetySnapshot()
    {
        Window w;
        w.provider.rules.server.canTake = true;
        QVERIFY(w.load());
        const QDialog *dialog = openFor(w, u"101"_s);
        auto *keep = in<QComboBox>(dialog, u"keepField"_s);
        QVERIFY(keep->isVisible());
        QTest::keyClick(in<QCheckBox>(dialog, u"rollBackSafety"_s), Qt::Key_Space);
        QVERIFY(!keep->isVisible());
    }

    void takesASafetySnapshotUnlessItIsDeclined()
    {
        Window w;
        w.provider.rules.server.canTake = true;
        QVERIFY(w.load());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        const auto confirmed = [&](bool isDeclined) {
            const QDialog *dialog = openFor(w, u"101"_s);
            auto *safety = in<QCheckBox>(dialog, u"rollBackSafety"_s);
            if (!safety->isChecked()) {
                return std::optional(Operations::SafetyOrder{u"not ticked"_s});
            }
            if (isDeclined) {
                QTest::keyClick(safety, Qt::Key_Space);
            }
            QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"web-1"_s);
            QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
            return rollBack.takeFirst().value(2).value<std::optional<Operations::SafetyOrder>>();
        };
        const std::optional<Operations::SafetyOrder> ordered = confirmed(false);
        QVERIFY(ordered);
        QVERIFY(ordered->name.startsWith(u"before rollback "_s));
        QTRY_VERIFY(!w.dialog());
        QCOMPARE(confirmed(true), std::nullopt);
    }

    void showsTheSafetySnapshotAmongTheStepsAndWhatItCosts()
    {
        Window w;
        w.provider.rules.server.canTake = true;
        QVERIFY(w.load());
        const QDialog *dialog = openFor(w, u"101"_s);
        const auto *steps = in<QLabel>(dialog, u"rollBackSteps"_s);
        QVERIFY(steps->isVisible());
        QVERIFY(steps->text().contains(u"Take safety snapshot"_s));
        const QString note = in<QLabel>(dialog, u"rollBackSafetyNote"_s)->text();
        QVERIFY2(note.contains(u"a month"_s), qPrintable(note));
        QVERIFY2(note.endsWith(u"If it fails, nothing is rolled back."_s), qPrintable(note));
        in<QCheckBox>(dialog, u"rollBackSafety"_s)->setChecked(false);
        QVERIFY(!steps->text().contains(u"Take safety snapshot"_s));
    }

    void saysWhyThereCanBeNoSafetySnapshot()
    {
        Window w;
        w.provider.rules.server.canTake = true;
        w.provider.rules.server.takeNeeds = PowerRule::Running;
        w.provider.rules.canPower = true;
        Holdings holdings;
        holdings.resources[0].power = PowerState::Stopped;
        QVERIFY(w.load(holdings));
        const QDialog *dialog = openFor(w, u"101"_s);
        const auto *safety = in<QCheckBox>(dialog, u"rollBackSafety"_s);
        QVERIFY(!safety->isEnabled());
        QVERIFY(!safety->isChecked());
        QVERIFY(in<QLabel>(dialog, u"rollBackSafetyNote"_s)
                    ->text()
                    .contains(u"only while the server runs"_s));
        QVERIFY(safety->accessibleDescription().contains(u"only while the server runs"_s));
    }

    void asksForAnotherServerWhenTheSourceIsGone()
    {
        Window w;
        Holdings holdings;
        holdings.resources.removeFirst();
        QVERIFY(w.load(holdings));
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        const QDialog *dialog = openFor(w, u"101"_s);
        QVERIFY(dialog);
        auto *field = in<QComboBox>(dialog, u"resourceField"_s);
        QVERIFY(field->isVisible());
        QCOMPARE(field->currentIndex(), -1);
        QVERIFY(!in<QLineEdit>(dialog, u"rollBackConfirm"_s)->isVisible());
        QVERIFY(!in<QAbstractButton>(dialog, u"confirmButton"_s)->isEnabled());
        field->setCurrentIndex(0);
        QCOMPARE(dialog->windowTitle(), u"Roll back web-2 to “weekly”?"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"web-2"_s);
        QTest::mouseClick(in<QAbstractButton>(dialog, u"confirmButton"_s), Qt::LeftButton);
        QCOMPARE(rollBack.value(0).value(1).value<ResourceKey>(), serverKey(u"2"_s));
    }

    void anotherTargetHasToBeTypedAgain()
    {
        Window w;
        QVERIFY(w.load());
        const QDialog *dialog = openFor(w, u"101"_s);
        auto *typed = in<QLineEdit>(dialog, u"rollBackConfirm"_s);
        QTest::keyClicks(typed, u"web-1"_s);
        QTest::mouseClick(in<QAbstractButton>(dialog, u"rollBackChooseOther"_s), Qt::LeftButton);
        auto *field = in<QComboBox>(dialog, u"resourceField"_s);
        QVERIFY(field->isVisible());
        field->setCurrentIndex(field->findText(u"web-2"_s));
        QVERIFY(typed->text().isEmpty());
        QVERIFY(!in<QAbstractButton>(dialog, u"confirmButton"_s)->isEnabled());
        QVERIFY(in<Views::BulletList>(dialog, u"rollBackConsequences"_s)
                    ->points()
                    .join(u' ')
                    .contains(u"not of web-2"_s));
    }

    void aServerThatIsTooSmallStaysVisibleWithTheReason()
    {
        Window w;
        Holdings holdings;
        holdings.resources[1].sizeBytes = 20 * gigabyte;
        QVERIFY(w.load(holdings));
        const QDialog *dialog = openFor(w, u"101"_s);
        const auto *field = in<QComboBox>(dialog, u"resourceField"_s);
        QCOMPARE(field->count(), 2);
        QVERIFY(field->itemText(1).startsWith(u"web-2: "_s));
        QVERIFY(!field->model()->flags(field->model()->index(1, 0)).testFlag(Qt::ItemIsEnabled));
    }

    void aNameIsNotTakenForMarkup()
    {
        Window w;
        Holdings holdings;
        holdings.resources[0].name = u"<b>web</b>"_s;
        QVERIFY(w.load(holdings));
        const QDialog *dialog = openFor(w, u"101"_s);
        const auto *label =
            qobject_cast<QLabel *>(in<QLineEdit>(dialog, u"rollBackConfirm"_s)->parentWidget());
        QVERIFY(!label);
        QStringList texts;
        for (const QLabel *each : dialog->findChildren<QLabel *>()) {
            texts.append(each->text());
        }
        QVERIFY(texts.join(u'\n').contains(u"&lt;b&gt;web&lt;/b&gt;"_s));
        QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"<b>web</b>"_s);
        QVERIFY(in<QAbstractButton>(dialog, u"confirmButton"_s)->isEnabled());
    }

    void everyControlIsReachedByTab()
    {
        Window w;
        QVERIFY(w.load());
        QDialog *dialog = openFor(w, u"101"_s);
        QTest::keyClicks(in<QLineEdit>(dialog, u"rollBackConfirm"_s), u"web-1"_s);
        QStringList reached;
        for (int i = 0; i < 5; ++i) {
            reached.append(dialog->focusWidget()->objectName());
            QTest::keyClick(dialog, Qt::Key_Tab);
        }
        reached.sort();
        QCOMPARE(
            reached.join(u' '),
            u"cancelButton confirmButton rollBackChooseOther rollBackConfirm rollBackSafety"_s);
    }

    void cancelIsTheDefaultAndChangesNothing()
    {
        Window w;
        QVERIFY(w.load());
        QDialog *dialog = openFor(w, u"101"_s);
        QVERIFY(in<QPushButton>(dialog, u"cancelButton"_s)->isDefault());
        QVERIFY(dialog->isModal());
        QSignalSpy rollBack(w.window.get(), &Views::MainWindow::rollBackRequested);
        QTest::mouseClick(in<QPushButton>(dialog, u"cancelButton"_s), Qt::LeftButton);
        QCOMPARE(rollBack.count(), 0);
        QTRY_VERIFY(!w.dialog());
    }
};

QTEST_MAIN(RollbackDialogTest)
#include "rollbackdialogtest.moc"
