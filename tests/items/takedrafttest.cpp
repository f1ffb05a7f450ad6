// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takedraft.h"

#include "support/testenvironment.h"
#include "takestory.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;

namespace {

QString sourceName(const TakeDraft &draft)
{
    return draft.source() ? draft.source()->resource.name : QString();
}

QString projectName(const TakeDraft &draft)
{
    return draft.project() ? draft.project()->project.name : QString();
}

/// "L- Pm Sa": each question's first letter and whether it is absent, made or asked.
QString statesText(const TakeDraft &draft)
{
    QStringList texts;
    for (const auto &[step, letter] :
         {std::pair(TakeStep::Location, u'L'), std::pair(TakeStep::Project, u'P'),
          std::pair(TakeStep::Source, u'S')}) {
        const StepState state = draft.stateOf(step);
        const QChar sign =
            state == StepState::Absent ? u'-' : (state == StepState::Made ? u'm' : u'a');
        texts.append(QString(letter) + sign);
    }
    return texts.join(u' ');
}

TakeAccount without(TakeAccount account, const ResourceKey &gone)
{
    account.resources.removeIf([&gone](const Resource &each) { return each.key == gone; });
    return account;
}

} // namespace

class TakeDraftTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void asksNothingThatHasButOneAnswer()
    {
        const TakeDraft draft = draftOf({plain()});
        QCOMPARE(statesText(draft), u"Lm P- Sm"_s);
        QCOMPARE(sourceName(draft), u"web-1"_s);
        QCOMPARE(draft.problem(TakeStep::Review), QString());
    }

    void choosesNothingBeforehandWhereThereIsAChoice()
    {
        const TakeDraft draft = draftOf({portal()});
        QCOMPARE(statesText(draft), u"La Pa Sa"_s);
        QVERIFY(!draft.place());
        QCOMPARE(draft.problem(TakeStep::Location), u"Choose a location."_s);
    }

    void makesTheProjectOfAPlaceThatHasButOne()
    {
        TakeDraft draft = draftOf({portal()});
        draft.choosePlace(singapore());
        QCOMPARE(statesText(draft), u"La Pm Sa"_s);
        QCOMPARE(projectName(draft), u"Test"_s);
        QCOMPARE(draft.projects().size(), 3); // the others are shown, with the reason
        QCOMPARE(draft.projects().first().reason, u"There is no server or volume here."_s);
    }

    void prefillsEverythingThatLeadsToAServerOrVolume()
    {
        const TakeDraft draft = ofMailDisk();
        QCOMPARE(draft.place()->place(), yangon());
        QCOMPARE(projectName(draft), u"Software"_s);
        QCOMPARE(sourceName(draft), u"mail-disk"_s);
    }

    void anotherPlaceAndBackLosesNothing()
    {
        TakeDraft draft = ofMailDisk();
        draft.typeName(u"before dovecot"_s);
        draft.choosePlace(singapore());
        QCOMPARE(projectName(draft), u"Test"_s);
        QCOMPARE(sourceName(draft), QString());
        QCOMPARE(draft.lostText(), QString()); // it has not gone: it is elsewhere
        QCOMPARE(draft.name(), u"before dovecot"_s);
        draft.choosePlace(yangon());
        QCOMPARE(projectName(draft), u"Software"_s);
        QCOMPARE(sourceName(draft), u"mail-disk"_s);
        QCOMPARE(draft.name(), u"before dovecot"_s);
    }

    void aLaterAnswerStaysWhereItStillFits()
    {
        TakeAccount account = portal();
        account.resources.append(
            Portal::resource(Portal::server(u"second"_s), u"sin"_s, u"software-4"_s, 30));
        TakeDraft draft = draftOf({account});
        draft.choosePlace(yangon());
        draft.chooseProject({u"software-4"_s});
        draft.choosePlace(singapore());
        QCOMPARE(projectName(draft), u"Software"_s);
        QCOMPARE(statesText(draft), u"La Pa Sm"_s);
    }

    void aRefreshKeepsWhatWasChosen()
    {
        TakeDraft draft = ofMailDisk();
        draft.typeName(u"weekly"_s);
        TakeAccount changed = portal();
        changed.resources[3].sizeBytes = 200 * Portal::gigabyte;
        changed.resources.removeFirst();
        draft.setAccounts({changed});
        QCOMPARE(sourceName(draft), u"mail-disk"_s);
        QCOMPARE(draft.source()->resource.sizeBytes, 200 * Portal::gigabyte);
        QCOMPARE(draft.name(), u"weekly"_s);
    }

    void aVanishedVolumeIsSaidAndNotReplaced()
    {
        TakeAccount account = portal();
        account.resources = {account.resources.at(3), account.resources.at(4)};
        TakeDraft draft = draftOf({account});
        draft.chooseSource(Portal::volume(u"mail-disk"_s));
        draft.typeName(u"weekly"_s);
        draft.setAccounts({without(account, Portal::volume(u"mail-disk"_s))});
        QCOMPARE(sourceName(draft), QString());
        QCOMPARE(draft.lostText(),
                 u"mail-disk is no longer there. Choose another server or volume."_s);
        QCOMPARE(draft.problem(TakeStep::Review), draft.lostText());
        QCOMPARE(draft.stateOf(TakeStep::Source), StepState::Asked);
        QCOMPARE(draft.name(), u"weekly"_s);
        draft.chooseSource(Portal::volume(u"archive"_s));
        QCOMPARE(draft.lostText(), QString());
        QCOMPARE(draft.problem(TakeStep::Review), QString());
    }

    void saysWhyAVolumeCanNoLongerBeSnapshotted()
    {
        TakeDraft draft = ofMailDisk();
        TakeAccount changed = portal();
        changed.resources[3].isLocked = true;
        draft.setAccounts({changed});
        QCOMPARE(draft.lostText(), u"Another action is running on mail-disk."_s);
        draft.setAccounts({portal()});
        QCOMPARE(draft.lostText(), QString());
        QCOMPARE(sourceName(draft), u"mail-disk"_s);
    }

    void saysThatTheAccountHasGone()
    {
        TakeDraft draft = ofMailDisk();
        draft.setAccounts({plain()});
        QCOMPARE(draft.lostText(), u"The account of mail-disk is no longer connected."_s);
    }

    void namesByTheTemplateUntilOneIsTyped()
    {
        TakeDraft draft = ofMailDisk();
        QCOMPARE(draft.name(), u"mail-disk 2026-11-20 14:05"_s);
        draft.setNameReason(u"pre-upgrade"_s);
        QCOMPARE(draft.name(), u"mail-disk 2026-11-20 14:05 pre-upgrade"_s);
        draft.typeName(u" by hand "_s);
        draft.setNameReason(u"nightly"_s);
        QCOMPARE(draft.name(), u"by hand"_s);
        QCOMPARE(draft.nameOfTemplate(), u"mail-disk 2026-11-20 14:05 nightly"_s);
        draft.useTemplate();
        QCOMPARE(draft.name(), u"mail-disk 2026-11-20 14:05 nightly"_s);
    }

    void judgesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("problem");
        QTest::addRow("good") << u"before dovecot 2.4"_s << QString();
        QTest::addRow("empty") << u"  "_s << u"A name is needed."_s;
        QTest::addRow("in use") << u"NIGHTLY"_s << u"The name “NIGHTLY” is in use already."_s;
        QTest::addRow("too long") << QString(61, u'x')
                                  << u"A name has at most 60 characters here; this one has 61."_s;
        QTest::addRow("control character")
            << u"a\u0007b"_s << u"A name can't contain line breaks or other control characters."_s;
        QTest::addRow("right to left") << u"לפני השדרוג"_s << QString();
        QTest::addRow("emoji") << u"💾 שלום 👩‍💻"_s << QString();
    }

    void judgesNames()
    {
        QFETCH(const QString, name);
        TakeDraft draft = ofMailDisk();
        draft.typeName(name);
        QTEST(draft.problem(TakeStep::Name), "problem");
        QTEST(draft.problem(TakeStep::Review), "problem");
    }

    void aNameIsInUseOnlyWhereItCanClash()
    {
        TakeDraft draft = ofMailDisk();
        draft.typeName(u"nightly"_s);
        QVERIFY(!draft.problem(TakeStep::Name).isEmpty());
        draft.prefill(Portal::volume(u"web-disk"_s)); // another project
        QCOMPARE(draft.problem(TakeStep::Name), QString());
        draft.prefill(Portal::server(u"mail"_s)); // another kind
        QCOMPARE(draft.problem(TakeStep::Name), QString());
        TakeAccount vague = portal();
        vague.snapshots[0].location = {};
        vague.snapshots[0].project = {};
        draft.setAccounts({vague});
        draft.prefill(Portal::volume(u"web-disk"_s)); // it may be there
        QVERIFY(!draft.problem(TakeStep::Name).isEmpty());
    }

    void choosesTheOnePlanAndTheOneCycle()
    {
        TakeDraft draft = ofMailDisk();
        QCOMPARE(draft.plan()->plan, PlanId{u"snapshot-nvme"_s});
        QCOMPARE(draft.cycle()->id, BillingCycleId{u"hourly"_s});
        draft.prefill(Portal::volume(u"archive"_s));
        QCOMPARE(draft.plan()->plan, PlanId{u"snapshot-hdd"_s});
        draft.prefill(Portal::server(u"mail"_s));
        QCOMPARE(draft.plan()->plan, PlanId{u"vm-snapshot"_s});
        QCOMPARE(draft.problem(TakeStep::Review), QString());
    }

    void asksForThePlanWhereSeveralFit()
    {
        TakeAccount account = portal();
        account.prices.snapshots.append(Portal::plan(SnapshotKind::Volume, u"ygn"_s, u"nvme"_s,
                                                     60'000'000, u"snapshot-slow"_s));
        TakeDraft draft = draftOf({account});
        draft.prefill(Portal::volume(u"mail-disk"_s));
        QCOMPARE(draft.plans().size(), 2);
        QVERIFY(!draft.plan());
        QCOMPARE(draft.problem(TakeStep::Review), u"Choose a plan."_s);
        draft.choosePlan({u"snapshot-slow"_s});
        QCOMPARE(draft.problem(TakeStep::Review), QString());
        draft.setAccounts({portal()}); // the chosen one is no longer sold
        QCOMPARE(draft.plan()->plan, PlanId{u"snapshot-nvme"_s});
    }

    void explainsThatThereIsNoPlan()
    {
        TakeDraft draft = draftOf({portal()});
        draft.prefill(Portal::volume(u"scratch"_s));
        QVERIFY(draft.plans().isEmpty());
        QCOMPARE(draft.problem(TakeStep::Review),
                 u"The operator sells no plan for snapshots of this volume in Singapore AZ01, so "
                 "none can be taken of it. Its support can add one."_s);
    }

    void explainsThatThereIsNoCycle()
    {
        TakeAccount account = portal();
        account.prices.billingCycles.removeFirst();
        TakeDraft draft = draftOf({account});
        draft.prefill(Portal::volume(u"mail-disk"_s));
        QVERIFY(!draft.cycle());
        QCOMPARE(draft.problem(TakeStep::Review),
                 u"The operator offers no billing cycle for snapshots, so none can be taken. Ask "
                 "its support."_s);
    }

    void asksForTheCycleWhereSeveralAreForSnapshots()
    {
        TakeAccount account = portal();
        account.prices.billingCycles[1].isForSnapshots = true;
        TakeDraft draft = draftOf({account});
        draft.prefill(Portal::volume(u"mail-disk"_s));
        QCOMPARE(draft.problem(TakeStep::Review), u"Choose a billing cycle."_s);
        draft.chooseCycle({u"yearly"_s}); // which is not for snapshots
        QCOMPARE(draft.problem(TakeStep::Review), u"Choose a billing cycle."_s);
        draft.chooseCycle({u"monthly"_s});
        QCOMPARE(draft.problem(TakeStep::Review), QString());
    }
};

QTEST_GUILESS_MAIN(TakeDraftTest)
#include "takedrafttest.moc"
