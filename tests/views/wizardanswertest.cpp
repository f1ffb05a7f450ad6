// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takewizard.h"

#include "wizardfixture.h"

#include <QRadioButton>

using namespace Domain;
using namespace Fixture;
using namespace WizardFixture;

/// What the provider answers, and what changes while the wizard is open.
class WizardAnswerTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static bool take(Wizard &wizard)
    {
        if (!wizard.openFor(Portal::volume(u"mail-disk"_s))) {
            return false;
        }
        wizard.typeName(u"by hand"_s);
        if (!wizard.goOnTo(u"Billing and review"_s)) {
            return false;
        }
        wizard.click(u"confirmButton"_s);
        return QTest::qWaitFor([&wizard] { return wizard.sent() != nullptr; });
    }

private Q_SLOTS:
    void waitsForTheProvider()
    {
        Wizard wizard;
        QVERIFY(take(wizard));
        QVERIFY(wizard.isOpen());
        QVERIFY(!wizard.find(u"confirmButton"_s)->isEnabled());
        QVERIFY(!wizard.find(u"wizardBack"_s)->isEnabled());
        QVERIFY(wizard.sees(u"wizardStatus"_s));
        wizard.click(u"confirmButton"_s);
        wizard.press(Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(wizard.title(), u"Billing and review"_s);
        QCOMPARE(wizard.w.provider.requests.size(), 1);
        wizard.accept();
        QTRY_VERIFY(!wizard.isOpen());
    }

    void canBeClosedWhileItWaits()
    {
        Wizard wizard;
        QVERIFY(take(wizard));
        wizard.press(Qt::Key_Escape);
        QTRY_VERIFY(!wizard.isOpen());
        QCOMPARE(wizard.w.prompts.questions.size(), 0);
        wizard.refuse(ErrorKind::QuotaExceeded);
        // Nobody was told in the wizard: the strip tells.
        QTRY_COMPARE(wizard.w.operations.rowCount(), 1);
        QTRY_VERIFY(wizard.w.operations.operation(wizard.w.operations.index(0))->isOver());
    }

    void refusalsLandOnTheirPageAndLoseNothing_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("words");
        QTest::addRow("name taken")
            << ErrorKind::NameTaken << QString() << u"What is the snapshot called?"_s
            << u"The name is in use already."_s;
        QTest::addRow("name refused")
            << ErrorKind::InvalidInput << u"name"_s << u"What is the snapshot called?"_s
            << u"The provider does not take this name."_s;
        QTest::addRow("plan vanished")
            << ErrorKind::InvalidInput << u"plan"_s << u"Billing and review"_s
            << u"The provider no longer sells snapshots by this plan."_s;
        QTest::addRow("cycle refused")
            << ErrorKind::InvalidInput << u"billing_cycle"_s << u"Billing and review"_s
            << u"The provider does not bill snapshots by this cycle."_s;
        QTest::addRow("volume deleted")
            << ErrorKind::NotFound << QString() << u"Which volume or server?"_s
            << u"The provider no longer has what was asked for."_s;
        QTest::addRow("quota") << ErrorKind::QuotaExceeded << QString() << u"Billing and review"_s
                               << u"A limit of the account at the provider is reached."_s;
    }

    void refusalsLandOnTheirPageAndLoseNothing()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const QString, field);
        QFETCH(const QString, words);
        Wizard wizard;
        QSignalSpy refresh(wizard.w.window.get(), &Views::MainWindow::refreshRequested);
        QVERIFY(take(wizard));
        wizard.refuse(kind, field);
        QTRY_VERIFY(wizard.sees(u"wizardBanner"_s));
        QTEST(wizard.title(), "page");
        QVERIFY2(wizard.text(u"bannerMeaning"_s).contains(words),
                 qPrintable(wizard.text(u"bannerMeaning"_s)));
        QVERIFY(!wizard.text(u"bannerMeaning"_s).contains(u"words of the vendor"_s));
        QVERIFY(wizard.sees(u"bannerDetails"_s));
        QCOMPARE(wizard.w.operations.rowCount(), 0); // told here: no row beside it
        const bool isOutOfDate = kind != ErrorKind::QuotaExceeded;
        QCOMPARE(refresh.count(), isOutOfDate ? 1 : 0);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(wizard.text(u"wizardAnswerName"_s), u"by hand"_s);
        QCOMPARE(wizard.text(u"wizardAnswerSource"_s), u"mail-disk, 120.00 GB, attached to mail"_s);
        QVERIFY(wizard.find(u"confirmButton"_s)->isEnabled());
        wizard.click(u"confirmButton"_s);
        QTRY_COMPARE(wizard.w.provider.requests.size(), 2);
        QVERIFY(!wizard.sees(u"wizardBanner"_s));
        wizard.accept();
        QTRY_VERIFY(!wizard.isOpen());
    }

    void theRefusalGoesOnceItsAnswerIsChanged()
    {
        Wizard wizard;
        QVERIFY(take(wizard));
        wizard.refuse(ErrorKind::NameTaken);
        QTRY_VERIFY(wizard.sees(u"wizardBanner"_s));
        QCOMPARE(wizard.dialog()->focusWidget(), wizard.find(u"wizardName"_s));
        wizard.type(u" 2"_s);
        QVERIFY(!wizard.sees(u"wizardBanner"_s));
    }

    void aDoubtfulEndIsNotRepeated()
    {
        Wizard wizard;
        wizard.w.provider.onFindEffect = [](const Request &) {
            return Result<Finding>(Finding{Trace::CanNotTell, {}});
        };
        QVERIFY(take(wizard));
        Error lost;
        lost.kind = ErrorKind::Interrupted;
        lost.effect = Effect::Ambiguous;
        wizard.w.provider.requests.back().refuse(lost);
        QVERIFY(QTest::qWaitFor([&wizard] { // it is looked into, more than once
            wizard.w.clock.advance(std::chrono::seconds(1));
            return wizard.sees(u"wizardBanner"_s);
        }));
        QVERIFY(wizard.text(u"bannerTitle"_s).startsWith(u"It is not certain whether"_s));
        QVERIFY(!wizard.find(u"confirmButton"_s)->isEnabled());
        QCOMPARE(wizard.w.operations.rowCount(), 1); // the question stays in the strip
        wizard.press(Qt::Key_Escape);
        QTRY_VERIFY(!wizard.isOpen());
    }

    void aVolumeThatVanishesMeanwhileIsSaidInPlace()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        Holdings holdings = portalHoldings();
        holdings.resources.removeIf(
            [](const Resource &each) { return each.key == Portal::volume(u"mail-disk"_s); });
        QVERIFY(wizard.w.load(holdings));
        QCOMPARE(wizard.title(), u"What is the snapshot called?"_s);
        QCOMPARE(wizard.text(u"bannerTitle"_s),
                 u"mail-disk is no longer there. Choose another server or volume."_s);
        QVERIFY(!wizard.find(u"wizardNext"_s)->isEnabled());
        QCOMPARE(wizard.find<QLineEdit>(u"wizardName"_s)->text(), u"by hand"_s);
        wizard.press(Qt::Key_Left, Qt::AltModifier);
        wizard.choose(u"wizardSources"_s, u"archive"_s);
        QVERIFY(!wizard.sees(u"wizardBanner"_s));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(wizard.text(u"wizardAnswerName"_s), u"by hand"_s);
    }

    void aRefreshWhileItIsOpenKeepsWhatWasChosen()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        wizard.click(u"railSource"_s);
        Holdings holdings = portalHoldings();
        holdings.resources.prepend(
            Portal::resource(Portal::server(u"alpha"_s), u"ygn"_s, u"software-4"_s, 30));
        QVERIFY(wizard.w.load(holdings));
        QCOMPARE(wizard.find<QAbstractItemView>(u"wizardSources"_s)->model()->rowCount(), 5);
        QCOMPARE(wizard.chosen(u"wizardSources"_s), u"mail-disk"_s);
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        QCOMPARE(wizard.text(u"wizardAnswerName"_s), u"by hand"_s);
    }

    void aNameThatComesIntoUseMeanwhileIsSaid()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        wizard.typeName(u"by hand"_s);
        Holdings holdings = portalHoldings();
        holdings.snapshots.append(holdings.snapshots.first());
        holdings.snapshots.last().key.id = {u"s-2"_s};
        holdings.snapshots.last().name = u"By Hand"_s;
        QVERIFY(wizard.w.load(holdings));
        QCOMPARE(wizard.text(u"wizardNameProblem"_s), u"The name “by hand” is in use already."_s);
    }

    void aPlanThatIsNoLongerSoldIsExplained()
    {
        Wizard wizard;
        QVERIFY(wizard.openFor(Portal::volume(u"mail-disk"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        Holdings holdings = portalHoldings();
        holdings.prices.snapshots.removeFirst();
        QVERIFY(wizard.w.load(holdings));
        QVERIFY(wizard.text(u"wizardPlanText"_s).startsWith(u"The operator sells no plan"_s));
        QVERIFY(!wizard.find(u"confirmButton"_s)->isEnabled());
    }

    void stopsTheServerWhereThatIsChosen()
    {
        Wizard wizard;
        wizard.w.provider.rules.canPower = true;
        wizard.w.provider.rules.server.isConsistentOnlyWhenStopped = true;
        QVERIFY(wizard.openFor(Portal::server(u"mail"_s)));
        QVERIFY(wizard.goOnTo(u"Billing and review"_s));
        wizard.find<QRadioButton>(u"takeStopFirst"_s)->setChecked(true);
        QSignalSpy take(wizard.w.window.get(), &Views::MainWindow::takeRequested);
        wizard.click(u"confirmButton"_s);
        const auto intent = take.value(0).value(0).value<Operations::TakeIntent>();
        QCOMPARE(intent.stop, Operations::StopServer::Yes);
        QCOMPARE(intent.purchase.plan, PlanId{u"vm-snapshot"_s});
    }
};

QTEST_MAIN(WizardAnswerTest)
#include "wizardanswertest.moc"
