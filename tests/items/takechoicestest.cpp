// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takechoices.h"

#include "items/taketext.h"
#include "support/testenvironment.h"
#include "takestory.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;

namespace {

QString placesText(const QList<TakeAccount> &accounts)
{
    QStringList lines;
    for (const PlaceChoice &choice : placeChoices(accounts)) {
        lines.append(choice.account.name + u' ' + locationTitle(choice.location) + u": "_s
                     + (choice.reason.isEmpty() ? countText(choice.count) : choice.reason));
    }
    return lines.join(u'\n');
}

QString sourcesText(const TakeAccount &account, const QString &location, const QString &project)
{
    QStringList lines;
    for (const SourceChoice &choice : sourceChoices(account, {location}, {project})) {
        QString line = choice.resource.name;
        line += choice.attachedTo.isEmpty() ? QString() : u" on "_s + choice.attachedTo;
        line += choice.reason.isEmpty() ? QString() : u": "_s + choice.reason;
        lines.append(line);
    }
    return lines.join(u'\n');
}

QString plansText(const QList<SnapshotPrice> &plans)
{
    QStringList ids;
    for (const SnapshotPrice &each : plans) {
        ids.append(each.plan.value);
    }
    return ids.join(u' ');
}

} // namespace

class TakeChoicesTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void everyPlaceIsThereWithItsCountOrItsReason()
    {
        QCOMPARE(placesText({portal(), plain()}),
                 u"office Yangon AZ01: 2 servers, 4 volumes\n"
                 "office Singapore AZ01: 1 server, 1 volume\n"
                 "office Dubai AZ01: There is no server or volume here.\n"
                 "office Frankfurt AZ01: Announced: nothing can be ordered there yet.\n"
                 "shop Falkenstein: 1 server"_s);
    }

    void aPlaceWithoutAnythingToTakeSaysWhy()
    {
        TakeAccount readOnly = plain();
        readOnly.isReadOnly = true;
        QCOMPARE(placesText({readOnly}),
                 u"shop Falkenstein: The account's credential may read, but change nothing."_s);
        TakeAccount locked = plain();
        locked.resources[0].isLocked = true;
        QCOMPARE(placesText({locked}), u"shop Falkenstein: Another action is running on web-1."_s);
        locked.resources.append(Portal::resource(
            {locked.account.id, ResourceKind::Volume, {u"v"_s}}, u"fsn1"_s, {}, 10));
        QCOMPARE(placesText({locked}),
                 u"shop Falkenstein: No server or volume here can be snapshotted now."_s);
    }

    void aPlaceThatOnlyAServerNamesIsAPlaceToo()
    {
        TakeAccount account = plain();
        account.locations.clear();
        QCOMPARE(placesText({account}), u"shop fsn1: 1 server"_s);
        account.resources[0].location = {};
        QCOMPARE(placesText({account}), u"shop No location told: 1 server"_s);
    }

    void everyServerAndVolumeIsThereWithItsReason()
    {
        QCOMPARE(
            sourcesText(portal(), u"ygn"_s, u"software-4"_s),
            u"mail\narchive\nmail-disk on mail\nold-disk: The operator has frozen old-disk."_s);
        TakeAccount account = portal();
        account.resources[3].takeObstacle = TakeObstacle::Withheld;
        account.resources[4].takeObstacle = TakeObstacle::Suspended;
        account.capabilities.server.canTake = false;
        QCOMPARE(sourcesText(account, u"ygn"_s, u"software-4"_s),
                 u"mail: This provider has no snapshots of servers.\n"
                 "archive: The operator has suspended archive, mostly for an open bill.\n"
                 "mail-disk on mail: The operator offers no snapshots of mail-disk.\n"
                 "old-disk: The operator has frozen old-disk."_s);
    }

    void aServerInTheWrongPowerStateSaysSo()
    {
        TakeAccount account = plain();
        account.resources[0].power = PowerState::Running;
        account.capabilities.server.takeNeeds = PowerRule::Stopped;
        QCOMPARE(sourcesText(account, u"fsn1"_s, {}),
                 u"web-1: The server has to be switched off first."_s);
    }

    void everySourceTellsItsLimits()
    {
        TakeAccount account = plain();
        Limit limit;
        limit.used = 9;
        limit.maximum = 10;
        account.limits = {limit};
        SourceChoice choice = sourceChoices(account, {u"fsn1"_s}, {}).constFirst();
        QCOMPARE(choice.reason, QString());
        QCOMPARE(choice.room, u"The account has 9 of 10 snapshots."_s);
        account.limits[0].used = 10;
        choice = sourceChoices(account, {u"fsn1"_s}, {}).constFirst();
        QCOMPARE(choice.reason,
                 u"The account has 10 of 10 snapshots; remove one, or ask the operator for "
                 "more."_s);
        QCOMPARE(placeChoices({account}).constFirst().reason, choice.reason);
    }

    void plansFitPlaceKindAndStorage_data()
    {
        QTest::addColumn<ResourceKey>("source");
        QTest::addColumn<QString>("plans");
        QTest::addRow("fast disk") << Portal::volume(u"mail-disk"_s) << u"snapshot-nvme"_s;
        QTest::addRow("slow disk") << Portal::volume(u"archive"_s) << u"snapshot-hdd"_s;
        QTest::addRow("disk of no known storage")
            << Portal::volume(u"old-disk"_s) << u"snapshot-nvme snapshot-hdd"_s;
        QTest::addRow("server") << Portal::server(u"mail"_s) << u"vm-snapshot"_s;
        QTest::addRow("server elsewhere") << Portal::server(u"build"_s) << u"vm-snapshot-sin"_s;
        QTest::addRow("none") << Portal::volume(u"scratch"_s) << QString();
    }

    void plansFitPlaceKindAndStorage()
    {
        QFETCH(const ResourceKey, source);
        for (const Resource &each : Portal::resources()) {
            if (each.key == source) {
                QTEST(plansText(planChoices(Portal::prices(), each)), "plans");
            }
        }
    }

    void aPlanForThePlaceOrTheStorageGoesBeforeOneForAll()
    {
        PriceList prices;
        prices.snapshots = {
            Portal::plan(SnapshotKind::Volume, {}, {}, 1, u"everywhere"_s),
            Portal::plan(SnapshotKind::Volume, u"ygn"_s, {}, 1, u"here"_s),
            Portal::plan(SnapshotKind::Volume, u"ygn"_s, u"nvme"_s, 1, u"here-fast"_s),
        };
        Resource disk = Portal::resource(Portal::volume(u"d"_s), u"ygn"_s, {}, 1);
        disk.storageCategory = u"nvme"_s;
        QCOMPARE(plansText(planChoices(prices, disk)), u"here-fast"_s);
        disk.storageCategory = u"hdd"_s;
        QCOMPARE(plansText(planChoices(prices, disk)), u"here"_s);
        disk.location = {u"sin"_s};
        QCOMPARE(plansText(planChoices(prices, disk)), u"everywhere"_s);
    }

    void aPriceWithoutAPlanIsNoPlan()
    {
        PriceList prices;
        prices.snapshots = {Portal::plan(SnapshotKind::Volume, u"ygn"_s, {}, 1, {})};
        QCOMPARE(planChoices(prices, Portal::resources().at(3)).size(), 0);
    }

    void cyclesThatAreNotForSnapshotsSayWhichIs()
    {
        const QList<CycleChoice> cycles = cycleChoices(Portal::prices());
        QCOMPARE(cycles.size(), 3);
        QCOMPARE(cycles.at(0).reason, QString());
        QCOMPARE(cycles.at(1).reason, u"Snapshots are billed by one cycle only: Hourly."_s);
        QCOMPARE(cycles.at(2).reason, cycles.at(1).reason);
    }
};

QTEST_GUILESS_MAIN(TakeChoicesTest)
#include "takechoicestest.moc"
