// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/takelimit.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

#include <functional>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

constexpr qint64 gibibyte = qint64(1) << 30;

Resource volume()
{
    Resource resource;
    resource.key = {shop(), ResourceKind::Volume, {u"7"_s}};
    resource.name = u"data"_s;
    resource.project = {u"blog"_s};
    resource.location = {u"north/zone-a"_s};
    resource.sizeBytes = 40 * gibibyte;
    return resource;
}

Limit counted(qint64 used, std::optional<qint64> maximum)
{
    Limit limit;
    limit.kind = SnapshotKind::Volume;
    limit.project = {u"blog"_s};
    limit.location = {u"north"_s};
    limit.used = used;
    limit.maximum = maximum;
    return limit;
}

Limit weighed(qint64 used, qint64 maximum)
{
    Limit limit = counted(used * gibibyte, maximum * gibibyte);
    limit.unit = Limit::Unit::Bytes;
    return limit;
}

QList<TakeLimit> limitsOn(const Resource &resource, const QList<Limit> &limits)
{
    return takeLimits(resource, {}, {limits, {}});
}

QString reasonOf(const QList<Limit> &limits)
{
    return whyNoRoom(limitsOn(volume(), limits), SizeUnit::Gibibyte);
}

} // namespace

/// What of an account's limits concerns one server or volume, and what it means.
class TakeLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyLimitsOfItsKindProjectAndPlaceConcernIt_data();
    void onlyLimitsOfItsKindProjectAndPlaceConcernIt();
    void aServerOnVolumesIsBoundByTheirLimitsToo();
    void tellsHowMuchOfHowMuch();
    void tellsAllOfThem();
    void saysThatNoMoreFit_data();
    void saysThatNoMoreFit();
    void countsTheSnapshotsOfOneServerWhereTheProviderLimitsThese();
    void countsOnlyWhereTheProviderLimitsThese();
    void aServerOnVolumesTakesOneOfEach_data();
    void aServerOnVolumesTakesOneOfEach();
    void warnsWhereTheDiskIsLargerThanWhatIsLeft();
    void warnsAndRefusesNothingWhereTheGigabytesAreFull();
    void namesThePlaceOnlyWhereThereAreSeveral();

private:
    Support::TestEnvironment m_environment;
};

void TakeLimitTest::onlyLimitsOfItsKindProjectAndPlaceConcernIt_data()
{
    QTest::addColumn<Limit>("limit");
    QTest::addColumn<bool>("concerns");
    const auto add = [](const char *name, bool concerns, const std::function<void(Limit &)> &edit) {
        Limit limit = counted(3, 10);
        edit(limit);
        QTest::addRow("%s", name) << limit << concerns;
    };
    add("its own", true, [](Limit &) {});
    add("of servers", false, [](Limit &limit) { limit.kind = SnapshotKind::Server; });
    add("of another project", false, [](Limit &limit) { limit.project = {u"shop"_s}; });
    add("of the whole account", true, [](Limit &limit) { limit.project = {}; });
    add("of another region", false, [](Limit &limit) { limit.location = {u"south"_s}; });
    add("of a region whose name begins alike", false,
        [](Limit &limit) { limit.location = {u"nor"_s}; });
    add("of its zone", true, [](Limit &limit) { limit.location = {u"north/zone-a"_s}; });
    add("of another zone", false, [](Limit &limit) { limit.location = {u"north/zone-b"_s}; });
    add("of all places", true, [](Limit &limit) { limit.location = {}; });
    add("without an end", false, [](Limit &limit) { limit.maximum.reset(); });
}

void TakeLimitTest::onlyLimitsOfItsKindProjectAndPlaceConcernIt()
{
    QFETCH(const Limit, limit);
    QFETCH(const bool, concerns);
    QCOMPARE(!limitsOn(volume(), {limit}).isEmpty(), concerns);
}

void TakeLimitTest::aServerOnVolumesIsBoundByTheirLimitsToo()
{
    Resource server = volume();
    server.key.kind = ResourceKind::Server;
    QVERIFY(limitsOn(server, {counted(10, 10)}).isEmpty());
    server.isVolumeBacked = true;
    QCOMPARE(limitsOn(server, {counted(10, 10)}).size(), 1);
}

void TakeLimitTest::tellsHowMuchOfHowMuch()
{
    QCOMPARE(limitText(counted(3, 10), SizeUnit::Gibibyte), u"3 of 10 snapshots"_s);
    QCOMPARE(limitText(counted(0, 1), SizeUnit::Gibibyte), u"0 of 1 snapshot"_s);
    QCOMPARE(limitText(counted(1200, 5000), SizeUnit::Gibibyte), u"1,200 of 5,000 snapshots"_s);
    QCOMPARE(limitText(weighed(120, 1000), SizeUnit::Gibibyte), u"120 of 1,000 GiB"_s);
    Limit half = weighed(0, 1000);
    half.used = gibibyte / 2;
    QCOMPARE(limitText(half, SizeUnit::Gibibyte), u"0.5 of 1,000 GiB"_s);
    half.used = 20 * gigabyte;
    half.maximum = 100 * gigabyte;
    QCOMPARE(limitText(half, SizeUnit::Gigabyte), u"20 of 100 GB"_s);
}

void TakeLimitTest::tellsAllOfThem()
{
    const QList<TakeLimit> limits = limitsOn(volume(), {counted(3, 10), weighed(120, 1000)});
    QCOMPARE(limitTexts(limits, SizeUnit::Gibibyte),
             (QStringList{u"3 of 10 snapshots"_s, u"120 of 1,000 GiB"_s}));
    QCOMPARE(limitsMeaning(limits, volume(), SizeUnit::Gibibyte),
             u"The project has 3 of 10 snapshots. The project uses 120 of 1,000 GiB."_s);
    QVERIFY(limitTexts({}, SizeUnit::Gibibyte).isEmpty());
    QCOMPARE(limitsMeaning({}, volume(), SizeUnit::Gibibyte), QString());
}

void TakeLimitTest::saysThatNoMoreFit_data()
{
    QTest::addColumn<QList<Limit>>("limits");
    QTest::addColumn<QString>("reason");
    Limit ofAccount = counted(10, 10);
    ofAccount.project = {};
    QTest::addRow("nothing is known") << QList<Limit>() << QString();
    QTest::addRow("room for one more") << QList{counted(9, 10)} << QString();
    QTest::addRow("reached") << QList{counted(10, 10)}
                             << u"The project has 10 of 10 snapshots; remove one, or ask the "
                                "operator for more."_s;
    QTest::addRow("beyond, after it was lowered")
        << QList{counted(12, 10)}
        << u"The project has 12 of 10 snapshots; remove one, or ask the operator for more."_s;
    QTest::addRow("of the account") << QList{ofAccount}
                                    << u"The account has 10 of 10 snapshots; remove one, or ask "
                                       "the operator for more."_s;
    QTest::addRow("gigabytes") << QList{counted(3, 10), weighed(1000, 1000)} << QString();
    QTest::addRow("none at all") << QList{
        counted(0, 0)} << u"The project may have no snapshots. Ask the operator for some."_s;
}

void TakeLimitTest::saysThatNoMoreFit()
{
    QFETCH(const QList<Limit>, limits);
    QTEST(reasonOf(limits), "reason");
    QCOMPARE(hasRoom(volume(), {}, {limits}), reasonOf(limits).isEmpty());
}

void TakeLimitTest::countsTheSnapshotsOfOneServerWhereTheProviderLimitsThese()
{
    Resource server;
    server.key = serverKey(u"7"_s);
    server.name = u"web-1"_s;
    Capabilities capabilities;
    capabilities.server.maximumCount = 2;
    Snapshot own = snapshot(u"1"_s, u"nightly"_s);
    own.source = server.key;
    Snapshot ofAnother = snapshot(u"2"_s, u"nightly"_s);
    ofAnother.source = serverKey(u"8"_s);
    QList<TakeLimit> limits =
        takeLimits(server, capabilities, takeRoom({}, {own, ofAnother}, capabilities));
    QCOMPARE(limitTexts(limits, SizeUnit::Gigabyte), QStringList{u"1 of 2 snapshots"_s});
    QCOMPARE(limitsMeaning(limits, server, SizeUnit::Gigabyte), u"web-1 has 1 of 2 snapshots."_s);
    QCOMPARE(whyNoRoom(limits, SizeUnit::Gigabyte), QString());
    QVERIFY(hasRoom(server, capabilities, takeRoom({}, {own, ofAnother}, capabilities)));
    limits = takeLimits(server, capabilities, takeRoom({}, {own, own}, capabilities));
    QVERIFY(!hasRoom(server, capabilities, takeRoom({}, {own, own}, capabilities)));
    QCOMPARE(whyNoRoom(limits, SizeUnit::Gigabyte),
             u"web-1 has 2 of 2 snapshots; remove one, or ask the operator for more."_s);
}

void TakeLimitTest::countsOnlyWhereTheProviderLimitsThese()
{
    Snapshot own = snapshot(u"1"_s, u"nightly"_s);
    own.source = serverKey(u"7"_s);
    Capabilities capabilities;
    QVERIFY(takeRoom({}, {own}, capabilities).counts.isEmpty());
    capabilities.volume.maximumCount = 2;
    QCOMPARE(takeRoom({}, {own}, capabilities).counts.value(serverKey(u"7"_s)), 1);
}

void TakeLimitTest::aServerOnVolumesTakesOneOfEach_data()
{
    QTest::addColumn<Limit>("limit");
    QTest::addColumn<QString>("meaning");
    QTest::addColumn<QString>("reason");
    const QString share = u" A snapshot of web-1 takes one of each of its 3 volumes."_s;
    const QString more = u"; remove some, or ask the operator for more."_s;
    Limit ofAccount = counted(8, 10);
    ofAccount.project = {};
    QTest::addRow("room") << counted(7, 10) << u"The project has 7 of 10 snapshots."_s + share
                          << QString();
    QTest::addRow("too few left")
        << counted(8, 10) << u"The project has 8 of 10 snapshots."_s + share
        << u"A snapshot of web-1 takes one of each of its 3 volumes, and the project has 8 of 10 "
           "snapshots"_s
            + more;
    QTest::addRow("none left")
        << counted(10, 10) << u"The project has 10 of 10 snapshots."_s + share
        << u"A snapshot of web-1 takes one of each of its 3 volumes, and the project has 10 of 10 "
           "snapshots"_s
            + more;
    QTest::addRow("of the account")
        << ofAccount << u"The account has 8 of 10 snapshots."_s + share
        << u"A snapshot of web-1 takes one of each of its 3 volumes, and the account has 8 of 10 "
           "snapshots"_s
            + more;
    Limit ofServers = counted(9, 10);
    ofServers.kind = SnapshotKind::Server;
    QTest::addRow("of servers, of which it is one")
        << ofServers << u"The project has 9 of 10 snapshots."_s << QString();
}

void TakeLimitTest::aServerOnVolumesTakesOneOfEach()
{
    QFETCH(const Limit, limit);
    Resource server = volume();
    server.key.kind = ResourceKind::Server;
    server.name = u"web-1"_s;
    server.isVolumeBacked = true;
    for (const QString &id : {u"1"_s, u"2"_s, u"3"_s}) {
        server.volumes.append({shop(), ResourceKind::Volume, {id}});
    }
    const QList<TakeLimit> limits = limitsOn(server, {limit});
    QTEST(limitsMeaning(limits, server, SizeUnit::Gibibyte), "meaning");
    QTEST(whyNoRoom(limits, SizeUnit::Gibibyte), "reason");
    QCOMPARE(hasRoom(server, {}, {{limit}}), whyNoRoom(limits, SizeUnit::Gibibyte).isEmpty());
}

void TakeLimitTest::warnsWhereTheDiskIsLargerThanWhatIsLeft()
{
    const QList<TakeLimit> enough = limitsOn(volume(), {weighed(960, 1000)});
    QVERIFY(!isShort(enough, volume()));
    const QList<TakeLimit> little = limitsOn(volume(), {weighed(980, 1000)});
    QVERIFY(isShort(little, volume()));
    QCOMPARE(whyNoRoom(little, SizeUnit::Gibibyte), QString()); // it is the provider's to judge
    QCOMPARE(limitsMeaning(little, volume(), SizeUnit::Gibibyte),
             u"The project uses 980 of 1,000 GiB. The disk of data has 40 GiB: the provider may "
             "refuse the snapshot."_s);
    QVERIFY(!isShort(limitsOn(volume(), {counted(9, 10)}), volume()));
}

void TakeLimitTest::warnsAndRefusesNothingWhereTheGigabytesAreFull()
{
    const QList<TakeLimit> full = limitsOn(volume(), {weighed(1000, 1000)});
    QVERIFY(isShort(full, volume()));
    QCOMPARE(whyNoRoom(full, SizeUnit::Gibibyte), QString()); // snapshots may not be among them
    QCOMPARE(limitsMeaning(full, volume(), SizeUnit::Gibibyte),
             u"The project uses 1,000 of 1,000 GiB. The disk of data has 40 GiB: the provider may "
             "refuse the snapshot."_s);
    Resource unknown = volume();
    unknown.sizeBytes.reset();
    QVERIFY(isShort(full, unknown));
    QVERIFY(!isShort(limitsOn(unknown, {weighed(999, 1000)}), unknown));
    QCOMPARE(limitsMeaning(full, unknown, SizeUnit::Gibibyte),
             u"The project uses 1,000 of 1,000 GiB. Nothing is left of it: the provider may refuse "
             "the snapshot."_s);
}

void TakeLimitTest::namesThePlaceOnlyWhereThereAreSeveral()
{
    Limit elsewhere = counted(1, 10);
    elsewhere.location = {u"south"_s};
    QCOMPARE(reasonOf({counted(10, 10), elsewhere}),
             u"The project has 10 of 10 snapshots in north; remove one, or ask the operator for "
             "more."_s);
}

QTEST_GUILESS_MAIN(TakeLimitTest)
#include "takelimittest.moc"
