// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takewizard.h"

#include "wizardfixture.h"

#include <QComboBox>
#include <QRadioButton>

using namespace Domain;
using namespace Fixture;
using namespace WizardFixture;

class WizardChoicesTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    /// Goes to every row by the down key; each that can't be chosen and what is then said.
    static QString reasonsText(const Wizard &wizard, const QString &list, const QString &reason)
    {
        auto *view = wizard.find<QAbstractItemView>(list);
        view->setFocus();
        wizard.press(Qt::Key_Home);
        QStringList lines;
        for (int i = 0; i < view->model()->rowCount(); ++i) {
            const QModelIndex row = view->currentIndex();
            const QString said = wizard.find<QLabel>(reason)->text();
            const bool isChoosable = row.flags().testFlag(Qt::ItemIsSelectable);
            if (isChoosable != said.isEmpty()) {
                return u"not told: "_s + row.data().toString();
            }
            if (!said.isEmpty()
                && !lines.contains(row.siblingAtColumn(0).data().toString() + u": "_s + said)) {
                lines.append(row.siblingAtColumn(0).data().toString() + u": "_s + said);
            }
            wizard.press(Qt::Key_Down);
        }
        return lines.join(u'\n');
    }

private Q_SLOTS:
    void everyPlaceThatCanNotBeChosenSaysWhy()
    {
        Wizard wizard;
        QVERIFY(wizard.open());
        QCOMPARE(reasonsText(wizard, u"wizardLocations"_s, u"wizardLocationsReason"_s),
                 u"Dubai AZ01: There is no server or volume here.\n"
                 "Frankfurt AZ01: Announced: nothing can be ordered there yet."_s);
        // Standing on one of them has changed nothing.
        QCOMPARE(wizard.chosen(u"wizardLocations"_s), u"Singapore AZ01"_s);
    }

    void everyProjectThatCanNotBeChosenSaysWhy()
    {
        Wizard wizard;
        QVERIFY(wizard.open());
        wizard.choose(u"wizardLocations"_s, u"Singapore AZ01"_s);
        wizard.click(u"railProject"_s);
        QCOMPARE(wizard.title(), u"Which project?"_s);
        QCOMPARE(reasonsText(wizard, u"wizardProjects"_s, u"wizardProjectsReason"_s),
                 u"Default: There is no server or volume here.\n"
                 "Software: There is no server or volume here."_s);
    }

    void everyVolumeThatCanNotBeChosenSaysWhy()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.click(u"railSource"_s);
        QCOMPARE(reasonsText(wizard, u"wizardSources"_s, u"wizardSourcesReason"_s),
                 u"old-disk: The operator has frozen old-disk."_s);
    }

    void everyCycleThatCanNotBeChosenSaysWhy()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        const QString reason = u"Snapshots are billed by one cycle only: Hourly."_s;
        for (const QString &cycle : {u"wizardCycle-monthly"_s, u"wizardCycle-yearly"_s}) {
            const auto *radio = wizard.find<QRadioButton>(cycle);
            QVERIFY(radio->isVisible() && !radio->isEnabled());
            QCOMPARE(radio->toolTip(), reason);
            QCOMPARE(radio->accessibleDescription(), reason);
        }
        QCOMPARE(wizard.text(u"wizardCycleReason"_s), reason);
    }

    void aReadOnlyAccountSaysSo()
    {
        Wizard wizard;
        Holdings holdings = portalHoldings();
        holdings.identity.isReadOnly = true;
        QVERIFY(wizard.w.load(holdings));
        QVERIFY(!wizard.w.action(u"actionTakeInSteps"_s).isEnabled());
        QCOMPARE(wizard.w.find(u"headerTakeButton"_s)->toolTip(),
                 u"The account's credential may read, but change nothing."_s);
    }

    void explainsThatThereIsNoPlan()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"scratch"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QVERIFY(wizard.text(u"wizardPlanText"_s)
                    .startsWith(u"The operator sells no plan for snapshots of this volume"_s));
        QVERIFY(!wizard.find(u"confirmButton"_s)->isEnabled());
        QCOMPARE(wizard.find(u"confirmButton"_s)->toolTip(), wizard.text(u"wizardPlanText"_s));
        QVERIFY(!wizard.sees(u"wizardPrice"_s));
    }

    void asksForThePlanWhereSeveralFit()
    {
        Wizard wizard;
        Holdings holdings = portalHoldings();
        holdings.prices.snapshots.append(Portal::plan(SnapshotKind::Volume, u"ygn"_s, u"nvme"_s,
                                                      60'000'000, u"snapshot-slow"_s));
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s), holdings));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        auto *field = wizard.find<QComboBox>(u"wizardPlan"_s);
        QVERIFY(field->isVisible());
        QCOMPARE(field->currentIndex(), -1);
        QCOMPARE(wizard.find(u"confirmButton"_s)->toolTip(), u"Choose a plan."_s);
        field->setFocus();
        wizard.press(Qt::Key_Down);
        wizard.press(Qt::Key_Down);
        QCOMPARE(field->currentText(), u"snapshot-slow, K 0.06 per GB and hour"_s);
        QCOMPARE(wizard.text(u"wizardPrice"_s), u"K 7.20 an hour"_s);
        wizard.click(u"confirmButton"_s);
        QTRY_VERIFY(wizard.sent());
        QCOMPARE(wizard.sent()->plan, PlanId{u"snapshot-slow"_s});
    }

    void saysWhatIsWrongWithANameWhileItIsTyped_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        QTest::addRow("empty") << QString() << u"A name is needed."_s;
        QTest::addRow("in use") << u"Nightly"_s << u"The name “Nightly” is in use already."_s;
        QTest::addRow("too long") << QString(61, u'x')
                                  << u"A name has at most 60 characters here; this one has 61."_s;
        QTest::addRow("right to left") << u"לפני השדרוג"_s << QString();
        QTest::addRow("emoji") << u"💾 pre-upgrade"_s << QString();
    }

    void saysWhatIsWrongWithANameWhileItIsTyped()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, problem);
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(name);
        QCOMPARE(wizard.text(u"wizardNameProblem"_s), problem);
        QCOMPARE(wizard.find(u"wizardName"_s)->property("isInvalid").toBool(), !problem.isEmpty());
        QCOMPARE(wizard.find(u"wizardNext"_s)->toolTip(), problem);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(),
                 problem.isEmpty() ? u"Billing and review"_s : u"What is the snapshot called?"_s);
        if (problem.isEmpty()) {
            wizard.click(u"confirmButton"_s);
            QTRY_VERIFY(wizard.sent());
            QCOMPARE(wizard.sent()->name, name);
        }
    }

    void aPastedLineBreakIsNoPartOfAName()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName({});
        auto *field = wizard.find<QLineEdit>(u"wizardName"_s);
        field->insert(u"a\u0007b"_s);
        wizard.type(u"c"_s);
        QCOMPARE(wizard.text(u"wizardNameProblem"_s),
                 u"A name can't contain line breaks or other control characters."_s);
        QVERIFY(!wizard.find(u"wizardNext"_s)->isEnabled());
    }

    void reasonsAndTemplateMakeTheNameUntilOneIsTyped()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        const auto *name = wizard.find<QLineEdit>(u"wizardName"_s);
        QCOMPARE(name->text(), u"mail-disk 2026-11-20 14:05"_s);
        wizard.click(u"wizardReason-nightly"_s);
        QCOMPARE(name->text(), u"mail-disk 2026-11-20 14:05 nightly"_s);
        QVERIFY(!wizard.sees(u"wizardUseTemplate"_s));
        wizard.typeName(u"by hand"_s);
        wizard.find(u"wizardReason-pre-upgrade"_s)->setFocus();
        wizard.press(Qt::Key_Return); // presses the chip
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
        QCOMPARE(name->text(), u"by hand"_s);
        QCOMPARE(wizard.text(u"wizardTemplatePreview"_s),
                 u"Gives “mail-disk 2026-11-20 14:05 pre-upgrade”"_s);
        wizard.click(u"wizardUseTemplate"_s);
        QCOMPARE(name->text(), u"mail-disk 2026-11-20 14:05 pre-upgrade"_s);
    }

    void theSearchNeverHidesWhatEnterWouldTake()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.click(u"railSource"_s);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"mail-disk"_s);
        wizard.type(u"archive"_s);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"archive"_s);
        wizard.press(Qt::Key_A, Qt::ControlModifier);
        wizard.type(u"nothing like it"_s);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), QString());
        QCOMPARE(wizard.text(u"wizardSourcesReason"_s),
                 u"No volume or server matches the search."_s);
        wizard.press(Qt::Key_Return);
        QCOMPARE(wizard.title(), u"Which volume or server?"_s);
    }

    void arrowsMoveInTheListWhileOneSearches()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.click(u"railSource"_s);
        QCOMPARE(wizard.dialog()->focusWidget(), wizard.find(u"wizardSearch"_s));
        wizard.press(Qt::Key_Down);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"archive"_s);
        wizard.press(Qt::Key_Up);
        wizard.press(Qt::Key_Up);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"mail"_s);
        QCOMPARE(wizard.dialog()->focusWidget(), wizard.find(u"wizardSearch"_s));
    }
};

QTEST_MAIN(WizardChoicesTest)
#include "wizardchoicestest.moc"
