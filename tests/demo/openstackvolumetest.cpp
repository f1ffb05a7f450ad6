// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::OpenStackCloud;
using Support::RawAnswer;

namespace {

QJsonObject order(const QString &volume, const QString &name)
{
    return {{u"snapshot"_s, QJsonObject{{u"volume_id"_s, volume}, {u"name"_s, name}}}};
}

QJsonObject revert(const QString &snapshot)
{
    return {{u"revert"_s, QJsonObject{{u"snapshot_id"_s, snapshot}}}};
}

// "409 Invalid volume: .."
QString refusalOf(const RawAnswer &answer)
{
    const QJsonObject body = answer.json();
    const QString message =
        body.isEmpty() ? QString() : body.begin().value()[u"message"_s].toString();
    return u"%1 %2"_s.arg(answer.status).arg(message);
}

} // namespace

// Volumes and their snapshots in the simulated OpenStack.
class OpenStackVolumeTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

    static RawAnswer take(OpenStackCloud &openstack, const QString &volume, const QString &name)
    {
        return openstack.volume().post(u"/snapshots"_s,
                                       order(openstack.id(u"volumes"_s, volume), name));
    }

    static RawAnswer revertTo(OpenStackCloud &openstack, const QString &volume,
                              const QString &snapshot)
    {
        return openstack.volume().post(openstack.path(u"volumes"_s, volume) + u"/action"_s,
                                       revert(openstack.id(u"snapshots"_s, snapshot)));
    }

private Q_SLOTS:
    void aSnapshotIsTakenInItsTime()
    {
        OpenStackCloud openstack;
        const RawAnswer answer = take(openstack, u"db-1-data"_s, u"now"_s);
        QCOMPARE(answer.status, 202);
        const QString wrong = Support::misshapen(
            answer.object(u"snapshot"_s),
            u"id:s created_at:s updated_at:s? name:s description:s? volume_id:s status:s size:n "
            "metadata:o group_snapshot_id:s? user_id:s consumes_quota:b"_s);
        QVERIFY2(wrong.isEmpty(), qUtf8Printable(wrong));
        QCOMPARE(openstack.statuses(u"snapshots"_s, u"now"_s), u"creating available"_s);
    }

    void aSnapshotThatFailsTellsWhy()
    {
        OpenStackCloud openstack;
        QJsonObject failing = order(openstack.id(u"volumes"_s, u"web-assets"_s), u"bad"_s);
        QJsonObject snapshot = failing.value(u"snapshot"_s).toObject();
        snapshot.insert(u"metadata"_s, QJsonObject{{u"fault"_s, u"snapshot"_s}});
        failing.insert(u"snapshot"_s, snapshot);
        const RawAnswer answer = openstack.volume().post(u"/snapshots"_s, failing);
        QCOMPARE(openstack.statuses(u"snapshots"_s, u"bad"_s), u"creating error"_s);
        const QJsonArray messages = openstack.volume().get(u"/messages"_s).array(u"messages"_s);
        QCOMPARE(messages.at(0)[u"resource_uuid"_s], answer.object(u"snapshot"_s).value(u"id"_s));
        QCOMPARE(messages.at(0)[u"request_id"_s].toString().toLatin1(),
                 answer.header("x-openstack-request-id"));
    }

    void aSnapshotIsDeletedInItsTime()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"snapshots"_s, u"cache warm"_s);
        QCOMPARE(openstack.volume().del(path).status, 202);
        QCOMPARE(
            refusalOf(openstack.volume().del(path)),
            u"400 Invalid snapshot: Snapshot status must be available or error and must not be "
            "part of a group."_s);
        QCOMPARE(openstack.statuses(u"snapshots"_s, u"cache warm"_s), u"deleting -"_s);
        QCOMPARE(openstack.volume().get(path).status, 404);
    }

    void aVolumeIsRevertedToItsLatestSnapshot()
    {
        OpenStackCloud openstack;
        QCOMPARE(revertTo(openstack, u"build-cache"_s, u"cache with Qt 6.8"_s).status, 202);
        QCOMPARE(openstack.status(u"snapshots"_s, u"cache with Qt 6.8"_s), u"restoring"_s);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"build-cache"_s), u"reverting available"_s);
        QCOMPARE(openstack.status(u"snapshots"_s, u"cache with Qt 6.8"_s), u"available"_s);
    }

    void revertIsRefusedByRule_data()
    {
        QTest::addColumn<QString>("volume");
        QTest::addColumn<QString>("snapshot");
        QTest::addColumn<QString>("refusal");
        QTest::addRow("not the latest")
            << u"build-cache"_s << u"cache warm"_s << u"400 Specified snapshot "_s;
        QTest::addRow("attached") << u"shop-media"_s << u"<b>Nordwind</b> & \"relaunch\""_s
                                  << u"409 Invalid volume: Can't revert"_s;
        QTest::addRow("of another volume")
            << u"build-cache"_s << u"do not delete!!"_s << u"400 Specified snapshot "_s;
    }

    void revertIsRefusedByRule()
    {
        QFETCH(const QString, volume);
        QFETCH(const QString, snapshot);
        QFETCH(const QString, refusal);
        OpenStackCloud openstack;
        const QString before = openstack.status(u"volumes"_s, volume);
        const QString got = refusalOf(revertTo(openstack, volume, snapshot));
        QVERIFY2(got.startsWith(refusal), qUtf8Printable(got));
        QCOMPARE(openstack.status(u"volumes"_s, volume), before);
    }

    void revertIsNotThereInOldMicroversions()
    {
        OpenStackCloud openstack;
        const QString action = openstack.path(u"volumes"_s, u"build-cache"_s) + u"/action"_s;
        const QJsonObject body = revert(openstack.id(u"snapshots"_s, u"cache with Qt 6.8"_s));
        QCOMPARE(openstack.volume("3.39").post(action, body).status, 404);
        QCOMPARE(openstack.volume("3.40").post(action, body).status, 202);
    }

    void anExtendedVolumeIsNotReverted()
    {
        OpenStackCloud openstack;
        const QString action = openstack.path(u"volumes"_s, u"build-cache"_s) + u"/action"_s;
        const QJsonObject extend{{u"os-extend"_s, QJsonObject{{u"new_size"_s, 120}}}};
        QCOMPARE(openstack.volume().post(action, extend).status, 202);
        openstack.settle();
        const QString got =
            refusalOf(revertTo(openstack, u"build-cache"_s, u"cache with Qt 6.8"_s));
        QVERIFY2(got.endsWith(u"The volume size must be equal to the snapshot size."_s),
                 qUtf8Printable(got));
    }

    void aSnapshotInErrorLeavesItsVolumeReverting()
    {
        OpenStackCloud openstack;
        const QString got =
            refusalOf(revertTo(openstack, u"backup-scratch"_s, u"scratch 2026-10-21"_s));
        QVERIFY2(got.startsWith(u"409 Invalid snapshot: "_s), qUtf8Printable(got));
        QCOMPARE(openstack.statuses(u"volumes"_s, u"backup-scratch"_s), u"reverting"_s);
        const QString path = openstack.path(u"volumes"_s, u"backup-scratch"_s);
        QCOMPARE(openstack.volume()
                     .post(path + u"/action"_s, {{u"os-reset_status"_s, QJsonObject()}})
                     .status,
                 403);
        QVERIFY(refusalOf(take(openstack, u"backup-scratch"_s, u"x"_s))
                    .endsWith(u"but current status is: reverting."_s));
    }

    void ofTwoSnapshotsOfOneSecondEitherIsTheLatest()
    {
        OpenStackCloud openstack;
        QStringList latest;
        for (int i = 0; i < 12; ++i) {
            const QString first = take(openstack, u"web-assets"_s, u"a"_s)
                                      .object(u"snapshot"_s)
                                      .value(u"id"_s)
                                      .toString();
            const QString second = take(openstack, u"web-assets"_s, u"b"_s)
                                       .object(u"snapshot"_s)
                                       .value(u"id"_s)
                                       .toString();
            openstack.settle();
            const RawAnswer answer = openstack.volume().post(
                openstack.path(u"volumes"_s, u"web-assets"_s) + u"/action"_s, revert(second));
            latest.append(answer.status == 202 ? u"second"_s : u"first"_s);
            openstack.settle();
            for (const QString &id : {first, second}) {
                QCOMPARE(openstack.volume().del(u"/snapshots/"_s + id).status, 202);
            }
            openstack.settle();
            openstack.use(openstack.logIn(OpenStackCloud::passwordAuth(u"production"_s))
                              .header("X-Subject-Token"));
        }
        QVERIFY2(latest.contains(u"first"_s), qUtf8Printable(latest.join(u' ')));
        QVERIFY2(latest.contains(u"second"_s), qUtf8Printable(latest.join(u' ')));
    }

    void aVolumeInUseIsCapturedWithForceOrLater()
    {
        OpenStackCloud openstack;
        QJsonObject body = order(openstack.id(u"volumes"_s, u"shop-media"_s), u"hot"_s);
        QCOMPARE(openstack.volume("3.65").post(u"/snapshots"_s, body).status, 400);
        QCOMPARE(openstack.volume("3.66").post(u"/snapshots"_s, body).status, 202);
        QJsonObject forced = body.value(u"snapshot"_s).toObject();
        forced.insert(u"force"_s, true);
        body.insert(u"snapshot"_s, forced);
        QCOMPARE(openstack.volume("3.65").post(u"/snapshots"_s, body).status, 202);
        forced.insert(u"force"_s, false);
        body.insert(u"snapshot"_s, forced);
        QCOMPARE(openstack.volume("3.70").post(u"/snapshots"_s, body).status, 400);
    }

    void aVolumeIsMadeOfASnapshot()
    {
        OpenStackCloud openstack;
        const QString snapshot = openstack.id(u"snapshots"_s, u"cache warm"_s);
        const QJsonObject body{
            {u"volume"_s, QJsonObject{{u"name"_s, u"copy"_s}, {u"snapshot_id"_s, snapshot}}}};
        const RawAnswer answer = openstack.volume().post(u"/volumes"_s, body);
        QCOMPARE(answer.status, 202);
        QCOMPARE(answer.object(u"volume"_s).value(u"size"_s), 100);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"copy"_s), u"creating available"_s);
    }

    void aVolumeWithSnapshotsGoesOnlyWithThem()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"volumes"_s, u"build-cache"_s);
        QCOMPARE(openstack.volume().del(path).status, 400);
        QCOMPARE(openstack.volume().del(path + u"?cascade=true"_s).status, 202);
        QCOMPARE(openstack.statuses(u"volumes"_s, u"build-cache"_s), u"deleting -"_s);
        QVERIFY(openstack.named(u"snapshots"_s, u"cache warm"_s).isEmpty());
    }

    void whatIsOverTheQuotaIsRefused()
    {
        Demo::CloudOptions options = OpenStackCloud::options();
        options.snapshotCount = 3;
        options.snapshotLimit = 4;
        OpenStackCloud openstack(options);
        QCOMPARE(openstack.all(u"snapshots"_s).size(), 3);
        QCOMPARE(take(openstack, u"web-assets"_s, u"fourth"_s).status, 202);
        const RawAnswer refused = take(openstack, u"web-assets"_s, u"fifth"_s);
        QCOMPARE(refused.status, 413);
        QCOMPARE(refused.object(u"overLimit"_s).value(u"message"_s),
                 u"SnapshotLimitExceeded: Maximum number of snapshots allowed (4) exceeded"_s);
        const QJsonValue limits =
            openstack.volume().get(u"/limits"_s).object(u"limits"_s).value(u"absolute"_s);
        QCOMPARE(limits[u"maxTotalSnapshots"_s], 4);
        QCOMPARE(limits[u"totalSnapshotsUsed"_s], 4);
        const QJsonObject large{{u"volume"_s, QJsonObject{{u"size"_s, 90'000}}}};
        QCOMPARE(openstack.volume().post(u"/volumes"_s, large).status, 413);
    }

    void listsComeInPagesTheNewestFirst()
    {
        OpenStackCloud openstack;
        QStringList seen;
        QString path = u"/snapshots/detail?limit=10&with_count=true"_s;
        while (!path.isEmpty()) {
            const RawAnswer page = openstack.volume().get(path);
            QCOMPARE(page.json().value(u"count"_s), 23);
            const QJsonArray entries = page.array(u"snapshots"_s);
            for (const QJsonValueConstRef entry : entries) {
                seen.append(entry[u"created_at"_s].toString());
            }
            const QUrl next(page.array(u"snapshots_links"_s).at(0)[u"href"_s].toString());
            path = next.isEmpty() ? QString() : u"/snapshots/detail?"_s + next.query();
        }
        QCOMPARE(seen.size(), 23);
        QVERIFY(std::ranges::is_sorted(seen, std::greater()));
    }

    void aFullPageLeadsOnEvenWhereNothingFollows()
    {
        OpenStackCloud openstack;
        const RawAnswer page = openstack.volume().get(u"/snapshots?limit=23"_s);
        const QUrl next(page.array(u"snapshots_links"_s).at(0)[u"href"_s].toString());
        const RawAnswer last = openstack.volume().get(u"/snapshots?"_s + next.query());
        QCOMPARE(last.array(u"snapshots"_s).size(), 0);
        QVERIFY(!last.json().contains(u"snapshots_links"_s));
    }

    void linksMayNameAHostThatNobodyReaches()
    {
        OpenStackCloud openstack(OpenStackCloud::options({u"wrong-links"_s}));
        const RawAnswer page = openstack.volume().get(u"/snapshots?limit=5"_s);
        const QUrl next(page.array(u"snapshots_links"_s).at(0)[u"href"_s].toString());
        QCOMPARE(next.host(), u"controller.invalid"_s);
        QCOMPARE(openstack.volume().get(u"/snapshots?"_s + next.query()).status, 200);
    }

    void listsAreFilteredAndSorted_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::addRow("status") << u"status=error"_s << 1;
        QTest::addRow("name") << u"name=do not delete!!"_s << 1;
        QTest::addRow("metadata") << u"metadata={'ticket':'502'}"_s << 2;
        QTest::addRow("two of them") << u"metadata={'by':'cron'}&status=error"_s << 1;
        QTest::addRow("all, sorted") << u"sort=name:asc"_s << 23;
        QTest::addRow("all tenants") << u"all_tenants=1"_s << 23;
    }

    void listsAreFilteredAndSorted()
    {
        QFETCH(const QString, query);
        QFETCH(const int, count);
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.volume().get(u"/snapshots/detail?"_s + query);
        QCOMPARE(answer.array(u"snapshots"_s).size(), count);
    }

    void anUnknownFilterIsRefusedByLaterMicroversions()
    {
        OpenStackCloud openstack;
        QCOMPARE(openstack.volume("3.70").get(u"/snapshots?banana=1"_s).status, 400);
        QCOMPARE(openstack.volume("").get(u"/snapshots?banana=1"_s).status, 200);
    }

    void metadataAreMergedReplacedAndTakenAway()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"snapshots"_s, u"do not delete!!"_s) + u"/metadata"_s;
        const QJsonObject more{{u"metadata"_s, QJsonObject{{u"snapdeck_op"_s, u"17"_s}}}};
        QCOMPARE(openstack.volume().post(path, more).object(u"metadata"_s).size(), 2);
        QCOMPARE(openstack.volume().put(path, more).object(u"metadata"_s).size(), 1);
        QCOMPARE(openstack.volume().del(path + u"/snapdeck_op"_s).status, 200);
        QCOMPARE(openstack.volume().del(path + u"/snapdeck_op"_s).status, 404);
        QCOMPARE(openstack.volume().get(path).object(u"metadata"_s).size(), 0);
    }

    void whatBelongsToAnotherProjectIsNotThere()
    {
        OpenStackCloud openstack;
        OpenStackCloud customers(OpenStackCloud::options(), u"customers"_s);
        const QString path = customers.path(u"snapshots"_s, u"vor Umzug"_s);
        QCOMPARE(customers.volume().get(path).status, 200);
        QCOMPARE(openstack.volume().get(path).status, 404);
        openstack.use(openstack.logIn(OpenStackCloud::passwordAuth(u"customers"_s))
                          .header("X-Subject-Token"));
        QCOMPARE(refusalOf(openstack.volume().get(path)), u"400 Malformed request url"_s);
    }

    void anOldReleaseKnowsNoRevert()
    {
        OpenStackCloud openstack(OpenStackCloud::options({u"old-release"_s}));
        QCOMPARE(openstack.volume("3.40").get(u"/volumes"_s).status, 406);
        QCOMPARE(revertTo(openstack, u"build-cache"_s, u"cache with Qt 6.8"_s).status, 404);
    }

    void aSecondRegionHasItsOwnObjects()
    {
        OpenStackCloud openstack(OpenStackCloud::options({u"second-region"_s}));
        QCOMPARE(openstack.all(u"volumes"_s).size(), 9);
        Support::RawHttp north(QUrl(openstack.root().toString() + u"/ber/volume/v3"_s), {});
        north.setHeader("X-Auth-Token", openstack.token());
        const QJsonArray volumes = north.get(u"/volumes"_s).array(u"volumes"_s);
        QCOMPARE(volumes.size(), 1);
        QCOMPARE(volumes.at(0)[u"name"_s], u"mirror-data"_s);
    }
};

QTEST_GUILESS_MAIN(OpenStackVolumeTest)
#include "openstackvolumetest.moc"
