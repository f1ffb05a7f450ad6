// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takewizard.h"

#include "wizardfixture.h"

#include <QAccessible>
#include <QRadioButton>

using namespace Domain;
using namespace Fixture;
using namespace WizardFixture;

class TakeWizardTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static QString pagesText(const Wizard &wizard)
    {
        return wizard.chosen(u"wizardLocations"_s) + u'|' + wizard.chosen(u"wizardProjects"_s)
            + u'|' + wizard.chosen(u"wizardSources"_s) + u'|'
            + wizard.find<QLineEdit>(u"wizardName"_s)->text();
    }

    /// A snapshot of a volume of the same size, taken before.
    static JournalEntry takenIn(int number, int seconds)
    {
        JournalEntry entry;
        Operation &operation = entry.operation;
        operation.id = {QString::number(number)};
        operation.account = Portal::officeId();
        operation.resource = Portal::volume(u"archive"_s);
        operation.sizeBytes = 120 * gigabyte;
        operation.state = OperationState::Succeeded;
        operation.steps = {Step()};
        operation.started = now().addDays(number - 9);
        operation.ended = operation.started.addSecs(seconds);
        return entry;
    }

private Q_SLOTS:
    void takesAVolumeSnapshotByKeysAlone()
    {
        Wizard wizard;
        QVERIFY(wizard.open());
        QCOMPARE(wizard.title(), u"Where is the server or volume?"_s);
        QCOMPARE(wizard.dialog()->focusWidget(), wizard.find(u"wizardLocations"_s));
        wizard.press(Qt::Key_Space);
        QCOMPARE(wizard.chosen(u"wizardLocations"_s), u"Yangon AZ01"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Which project?"_s);
        wizard.press(Qt::Key_Down);
        QCOMPARE(wizard.chosen(u"wizardProjects"_s), u"Software"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Which volume or server?"_s);
        QCOMPARE(wizard.dialog()->focusWidget(), wizard.find(u"wizardSearch"_s));
        wizard.type(u"mail use"_s);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"mail-disk"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
        wizard.press(Qt::Key_A, Qt::ControlModifier);
        wizard.type(u"before dovecot"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Billing and review"_s);
        QVERIFY(!wizard.sent());
        wizard.press(Qt::Key_Return);
        QTRY_VERIFY(wizard.sent());
        const TakeSnapshot expected{
            Portal::volume(u"mail-disk"_s), u"before dovecot"_s, wizard.sent()->marker,
            wizard.sent()->notBefore,       {u"software-4"_s},   {u"ygn"_s},
            {u"snapshot-nvme"_s},           {u"hourly"_s}};
        QCOMPARE(*wizard.sent(), expected);
        QVERIFY(wizard.isOpen());
        wizard.accept();
        QTRY_VERIFY(!wizard.isOpen());
        QCOMPARE(wizard.w.operations.rowCount(), 1);
    }

    void theReviewTellsWhatIsUsedOfTheLimit()
    {
        Wizard wizard;
        wizard.w.provider.tellsLimits = true;
        Fixture::Holdings holdings = portalHoldings();
        Limit limit;
        limit.kind = SnapshotKind::Volume;
        limit.used = 3;
        limit.maximum = 10;
        holdings.limits = {limit};
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s), holdings));
        wizard.typeName(u"by hand"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(wizard.text(u"wizardLimit"_s), u"3 of 10 snapshots"_s);
        QCOMPARE(wizard.find(u"wizardLimit"_s)->toolTip(),
                 u"The account has 3 of 10 snapshots."_s);
    }

    void theReviewSaysNothingOfALimitThatIsNotKnown()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QVERIFY(!wizard.sees(u"wizardLimit"_s));
    }

    void backAndForthOverEveryPageLosesNothing()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
        wizard.typeName(u"by hand"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Billing and review"_s);
        const QStringList titles{u"What is the snapshot called?"_s, u"Which volume or server?"_s,
                                 u"Which project?"_s, u"Where is the server or volume?"_s};
        const QString before = u"Yangon AZ01|Software|mail-disk|by hand"_s;
        for (int round = 0; round < 2; ++round) {
            for (const QString &title : titles) {
                wizard.press(Qt::Key_Left, Qt::AltModifier);
                QCOMPARE(wizard.title(), title);
            }
            QVERIFY(!wizard.sees(u"wizardBack"_s)); // there is nothing before the first page
            QVERIFY(wizard.goOnTo(u"Billing and review"_s));
            QCOMPARE(pagesText(wizard), before);
        }
        QCOMPARE(wizard.text(u"wizardAnswerName"_s), u"by hand"_s);
    }

    void anotherLocationAndBackLosesNothing()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        wizard.click(u"wizardChangeLocation"_s);
        wizard.choose(u"wizardLocations"_s, u"Singapore AZ01"_s);
        QVERIFY(!wizard.find(u"railReview"_s)->isEnabled());
        wizard.press(Qt::Key_Return); // its one project is not asked for
        QCOMPARE(wizard.title(), u"Which volume or server?"_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Which volume or server?"_s);
        QCOMPARE(wizard.find(u"wizardNext"_s)->toolTip(), u"Choose a server or volume."_s);
        wizard.press(Qt::Key_Left, Qt::AltModifier);
        wizard.choose(u"wizardLocations"_s, u"Yangon AZ01"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(pagesText(wizard), u"Yangon AZ01|Software|mail-disk|by hand"_s);
    }

    void everyAnswerCanBeJumpedBackTo_data()
    {
        QTest::addColumn<QString>("button");
        QTest::addColumn<QString>("title");
        for (const auto &[part, title] :
             {std::pair(u"Location"_s, u"Where is the server or volume?"_s),
              std::pair(u"Project"_s, u"Which project?"_s),
              std::pair(u"Source"_s, u"Which volume or server?"_s),
              std::pair(u"Name"_s, u"What is the snapshot called?"_s)}) {
            QTest::addRow("review: %s", qPrintable(part)) << u"wizardChange"_s + part << title;
            QTest::addRow("rail: %s", qPrintable(part)) << u"rail"_s + part << title;
        }
    }

    void everyAnswerCanBeJumpedBackTo()
    {
        QFETCH(const QString, button);
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        wizard.find(button)->setFocus();
        wizard.press(Qt::Key_Return);
        QTEST(wizard.title(), "title");
        QVERIFY(wizard.isOpen());
        QVERIFY(!wizard.sent());
    }

    void stepsWithOneChoiceAreShownAndNotAsked()
    {
        Wizard wizard;
        wizard.w.provider.rules = Fixture::capabilities();
        Holdings one;
        one.resources.removeLast();
        for (Resource &each : one.resources) {
            each.key.account = Portal::officeId();
        }
        QVERIFY(wizard.open(one));
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
        QVERIFY(!wizard.sees(u"wizardBack"_s));
        QVERIFY(wizard.sees(u"railLocation"_s));
        QVERIFY(!wizard.find<QWidget>(u"railProject"_s)); // the provider has none
        QCOMPARE(wizard.find(u"railLocation"_s)->accessibleName(),
                 u"Step 1, Location: Falkenstein"_s);
        QCOMPARE(wizard.find(u"railSource"_s)->accessibleName(), u"Step 2, Server: web-1"_s);
        QVERIFY(wizard.goOnTo(u"Review"_s)); // no billing
        QVERIFY(!wizard.sees(u"wizardCycles"_s));
        QVERIFY(!wizard.sees(u"wizardPlanText"_s));
        QCOMPARE(wizard.text(u"wizardPrice"_s), u"At most € 0.57 a month"_s);
        QVERIFY(wizard.sees(u"takeStopFirst"_s));
        wizard.find<QRadioButton>(u"takeStopFirst"_s)->setChecked(true);
        QCOMPARE(wizard.text(u"wizardSteps"_s), u"1 Shut down  →  2 Take snapshot  →  3 Start"_s);
    }

    void reviewsBillingAndPrice()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QVERIFY(wizard.text(u"wizardAnswerLocation"_s).startsWith(u"Yangon AZ01, Myanmar"_s));
        QCOMPARE(wizard.text(u"wizardAnswerProject"_s), u"Software"_s);
        QCOMPARE(wizard.text(u"wizardAnswerSource"_s), u"mail-disk, 120.00 GB, attached to mail"_s);
        QVERIFY(wizard.find<QRadioButton>(u"wizardCycle-hourly"_s)->isChecked());
        QCOMPARE(wizard.text(u"wizardRule"_s),
                 u"Fixed prorata · the first invoice covers the rest of the running period"_s);
        QCOMPARE(wizard.text(u"wizardPlanText"_s), u"snapshot-nvme · the only one here"_s);
        QCOMPARE(wizard.text(u"wizardBalance"_s), u"K 250,000 prepaid"_s);
        QCOMPARE(wizard.text(u"wizardPrice"_s), u"K 9.00 an hour"_s);
        QCOMPARE(wizard.text(u"wizardPriceAside"_s), u"about K 6,588 a month (732 h), estimate"_s);
    }

    void tellsHowLongItUsuallyTakesOnceThatIsKnown()
    {
        Wizard wizard;
        wizard.w.estimates.setAccount(Portal::officeId(), {u"vendor/"_s, SizeUnit::Gigabyte, {}});
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QVERIFY(!wizard.sees(u"wizardTime"_s));
        wizard.dialog()->reject();
        QTRY_VERIFY(!wizard.w.dialog());
        for (int i = 0; i < 3; ++i) {
            wizard.w.activity.put(takenIn(i, 120 + 60 * i));
        }
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(wizard.text(u"wizardTime"_s), u"It usually takes 2–4 min for 120 GB here."_s);
    }

    void asksBeforeATypedNameIsLost()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        wizard.press(Qt::Key_Escape);
        QCOMPARE(wizard.w.prompts.questions.size(), 1);
        QVERIFY(wizard.w.prompts.questions.first().text.contains(u"“by hand”"_s));
        QVERIFY(wizard.isOpen());
        wizard.w.prompts.says = ScriptedPrompts::Says::Yes;
        wizard.press(Qt::Key_Escape);
        QTRY_VERIFY(!wizard.isOpen());
    }

    void closesWithoutAQuestionWhereNothingWasTyped()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.press(Qt::Key_Escape);
        QTRY_VERIFY(!wizard.isOpen());
        QCOMPARE(wizard.w.prompts.questions.size(), 0);
    }

    void remembersTheTemplate()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        auto *field = wizard.find<QLineEdit>(u"wizardTemplate"_s);
        field->setFocus();
        field->selectAll();
        wizard.type(u"{date} {resource}"_s);
        QCOMPARE(wizard.find<QLineEdit>(u"wizardName"_s)->text(), u"2026-11-20 mail-disk"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        wizard.click(u"confirmButton"_s);
        QTRY_VERIFY(wizard.sent());
        QCOMPARE(wizard.sent()->name, u"2026-11-20 mail-disk"_s);
        wizard.accept();
        QTRY_VERIFY(!wizard.isOpen());
        QVERIFY(wizard.openFor(Portal::volume(u"archive"_s)));
        QCOMPARE(wizard.find<QLineEdit>(u"wizardTemplate"_s)->text(), u"{date} {resource}"_s);
    }

    void aKeyHeldDownDoesNotRunThroughToTheEnd()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        for (int i = 0; i < 5; ++i) {
            QKeyEvent repeated(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier, u"\r"_s, true);
            QCoreApplication::sendEvent(wizard.dialog()->focusWidget(), &repeated);
        }
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
    }

    void everyControlIsNamedAndReachedByTab()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        const QList<std::pair<QString, QStringList>> pages{
            {u"railLocation"_s, {u"wizardLocations"_s}},
            {u"railProject"_s, {u"wizardProjects"_s, u"wizardBack"_s}},
            {u"railSource"_s, {u"wizardSearch"_s, u"wizardSources"_s}},
            {u"railName"_s, {u"wizardName"_s, u"wizardReason-nightly"_s, u"wizardTemplate"_s}},
            {u"railReview"_s, {u"wizardChangeName"_s, u"wizardCycle-hourly"_s}}};
        for (const auto &[rail, controls] : pages) {
            wizard.click(rail);
            QSet<QString> reached;
            for (int i = 0; i < 30; ++i) {
                const QWidget *focused = wizard.dialog()->focusWidget();
                QVERIFY(focused);
                QAccessibleInterface *seen =
                    QAccessible::queryAccessibleInterface(wizard.dialog()->focusWidget());
                QVERIFY2(seen && !seen->text(QAccessible::Name).isEmpty(),
                         qPrintable(focused->objectName()));
                reached.insert(focused->objectName());
                wizard.press(Qt::Key_Tab);
            }
            for (const QString &name : controls + QStringList{u"cancelButton"_s, rail}) {
                QVERIFY2(reached.contains(name), qPrintable(rail + u": "_s + name));
            }
        }
    }
};

QTEST_MAIN(TakeWizardTest)
#include "takewizardtest.moc"
