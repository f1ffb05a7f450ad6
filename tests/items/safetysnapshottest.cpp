// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/safetysnapshot.h"

#include "support/testenvironment.h"
#include "takestory.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;

namespace {

TakeAccount withRollback()
{
    TakeAccount account = plain();
    account.capabilities.canPower = true;
    account.capabilities.server.rollback = RollbackStyle::InPlace;
    account.resources[0].power = PowerState::Running;
    return account;
}

SafetyOffer offerOf(const TakeAccount &account)
{
    return safetyOffer(account, account.resources.constFirst(), moment());
}

} // namespace

class SafetySnapshotTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isNamedByWhatItIsFor()
    {
        const SafetyOffer offer = offerOf(withRollback());
        QCOMPARE(offer.reason, QString());
        QCOMPARE(offer.name, u"before rollback 2026-11-20 14:05"_s);
        QVERIFY(offer.plan.isEmpty());
    }

    void isNamedSoThatTheProviderTakesIt_data()
    {
        QTest::addColumn<NameRule>("rule");
        QTest::addColumn<QString>("name");
        QTest::addRow("no rule") << NameRule() << u"before rollback 2026-11-20 14:05"_s;
        QTest::addRow("no blanks")
            << NameRule{false, false, 0, u"[a-z0-9-]+"_s} << u"safety-20261120-1405"_s;
        QTest::addRow("short") << NameRule{false, false, 24, {}} << u"safety-20261120-1405"_s;
    }

    void isNamedSoThatTheProviderTakesIt()
    {
        QFETCH(const NameRule, rule);
        TakeAccount account = withRollback();
        account.capabilities.server.name = rule;
        QTEST(offerOf(account).name, "name");
    }

    void isNamedOtherwiseWhereTheNameIsInUse()
    {
        TakeAccount account = withRollback();
        account.capabilities.server.name.isUnique = true;
        for (const QString &name :
             {u"before rollback 2026-11-20 14:05"_s, u"Before rollback 2026-11-20 14:05-2"_s}) {
            Snapshot snapshot;
            snapshot.key = {account.account.id, SnapshotKind::Server, {name}};
            snapshot.name = name;
            snapshot.location = account.resources.constFirst().location;
            snapshot.source = account.resources.constFirst().key;
            account.snapshots.append(snapshot);
        }
        QCOMPARE(offerOf(account).name, u"before rollback 2026-11-20 14:05-3"_s);
    }

    void thereIsNoneWhereTheLimitIsReached()
    {
        TakeAccount account = withRollback();
        Limit limit;
        limit.used = 2;
        limit.maximum = 3;
        account.limits = {limit};
        QCOMPARE(offerOf(account).reason, QString());
        account.limits[0].used = 3;
        QCOMPARE(offerOf(account).reason,
                 u"The account has 3 of 3 snapshots; remove one, or ask the operator for more."_s);
    }

    void saysWhyThereCanBeNone_data()
    {
        using Spoil = std::function<void(TakeAccount &)>;
        QTest::addColumn<Spoil>("spoil");
        QTest::addColumn<QString>("reason");
        QTest::addRow("read-only")
            << Spoil([](TakeAccount &a) { a.isReadOnly = true; }) << u"read"_s;
        QTest::addRow("none of its kind")
            << Spoil([](TakeAccount &a) { a.capabilities.server.canTake = false; })
            << u"This provider has no snapshots of servers."_s;
        QTest::addRow("off, and has to run")
            << Spoil([](TakeAccount &a) {
                   a.capabilities.server.takeNeeds = PowerRule::Running;
                   a.resources[0].power = PowerState::Stopped;
               })
            << u"Here a snapshot is taken only while the server runs. Start it first, or go on "
               "without."_s;
        QTest::addRow("runs, and has to be off")
            << Spoil([](TakeAccount &a) { a.capabilities.server.takeNeeds = PowerRule::Stopped; })
            << u"Here a snapshot is taken only while the server is off. Shut it down first, or "
               "go on without."_s;
        QTest::addRow("only the latest")
            << Spoil([](TakeAccount &a) { a.capabilities.server.canRollBackOnlyLatest = true; })
            << u"would be the latest"_s;
        QTest::addRow("newer ones go") << Spoil([](TakeAccount &a) {
            a.capabilities.server.newerSnapshotsSurviveRollback = false;
        }) << u"would be one of them"_s;
        QTest::addRow("nothing is sold")
            << Spoil([](TakeAccount &a) { a.capabilities.server.needsPlan = true; })
            << u"The operator sells no snapshots for it."_s;
        QTest::addRow("no cycle") << Spoil([](TakeAccount &a) {
            a.capabilities.server.needsBillingCycle = true;
        }) << u"How it would be billed is not known."_s;
    }

    void saysWhyThereCanBeNone()
    {
        QFETCH(const std::function<void(TakeAccount &)>, spoil);
        QFETCH(const QString, reason);
        TakeAccount account = withRollback();
        spoil(account);
        const SafetyOffer offer = offerOf(account);
        QVERIFY2(offer.reason.contains(reason), qPrintable(offer.reason));
    }

    void isPossibleWhereTheServerIsStoppedForTheRollbackAnyway()
    {
        TakeAccount account = withRollback();
        account.capabilities.server.takeNeeds = PowerRule::Stopped;
        account.capabilities.server.rollbackNeeds = PowerRule::Stopped;
        QCOMPARE(offerOf(account).reason, QString());
    }

    void buysTheOnlyPlanByTheOnlyCycle()
    {
        const TakeAccount account = portal();
        const auto disk =
            std::ranges::find(account.resources, Portal::volume(u"mail-disk"_s), &Resource::key);
        QVERIFY(disk != account.resources.cend());
        const SafetyOffer offer = safetyOffer(account, *disk, moment());
        QCOMPARE(offer.reason, QString());
        QCOMPARE(offer.plan, ofMailDisk().plan()->plan);
        QCOMPARE(offer.cycle, ofMailDisk().cycle()->id);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SafetySnapshotTest)
#include "safetysnapshottest.moc"
