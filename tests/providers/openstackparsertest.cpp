// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackparser.h"

#include "openstackexchanges.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackParser;
namespace Exchanges = OpenStackExchanges;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODate);
}

QByteArray changed(const QString &fixture, const QString &path, const QJsonValue &value)
{
    return JsonFixtures::with(Exchanges::body(fixture), path, value);
}

} // namespace

/// Cinder's answers, as captured and with one thing changed.
class OpenStackParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAVolume()
    {
        const auto volume = OpenStackParser::volume(Exchanges::body(u"ci_volume_show"_s));

        QVERIFY(volume);
        const Resource &resource = volume->resource;
        QCOMPARE(resource.key.kind, ResourceKind::Volume);
        QCOMPARE(resource.key.id.value, u"70993d00-7801-40b6-85dd-746fe0c7c01c"_s);
        QCOMPARE(resource.name, u"data"_s);
        QCOMPARE(resource.rawState, u"available"_s);
        QVERIFY(!resource.isLocked && !resource.attachedTo);
        QCOMPARE(resource.sizeBytes, qint64(1) << 30);
        QCOMPARE(resource.location.value, u"nova"_s);
        QCOMPARE(resource.project.value, u"8e65ec1b8c074bcab2a5111ed3cfcdad"_s);
        QCOMPARE(resource.storageCategory, u"filetype"_s);
        QCOMPARE(resource.labels, (QMap<QString, QString>{{u"delay"_s, u"1"_s}}));
    }

    void takesTimesWithoutAZoneForUtc()
    {
        const auto volume = OpenStackParser::volume(Exchanges::body(u"ci_volume_show"_s));
        const auto zoned = OpenStackParser::volume(
            changed(u"ci_volume_show"_s, u"volume.created_at"_s, u"2026-11-20T21:38:26+02:00"_s));

        QVERIFY(volume && zoned);
        QCOMPARE(volume->resource.created, utc(u"2026-11-20T19:38:26Z"_s));
        QCOMPARE(volume->resource.created.timeSpec(), Qt::UTC);
        QCOMPARE(volume->updated, utc(u"2026-11-20T19:38:27Z"_s));
        QCOMPARE(zoned->resource.created, volume->resource.created);
    }

    void tellsWhereAVolumeIsAttached()
    {
        const auto volume = OpenStackParser::volume(Exchanges::body(u"ci_volume_show_in_use"_s));

        QVERIFY(volume);
        QCOMPARE(volume->resource.rawState, u"in-use"_s);
        QVERIFY(!volume->resource.isLocked);
        const ResourceKey server = {
            {}, ResourceKind::Server, {u"ad9dbd5c-44a2-4248-8f5e-8b9464a55b89"_s}};
        QCOMPARE(volume->resource.attachedTo, server);
    }

    void readsTheOldestAndTheFirstAnswer()
    {
        const auto old = OpenStackParser::volume(Exchanges::body(u"ci_volume_show_3_0"_s));
        const auto made = OpenStackParser::volume(Exchanges::body(u"ci_volume_create_202"_s));

        QVERIFY(old && made);
        QVERIFY(made->resource.isLocked);
        QVERIFY(!made->updated.isValid());
    }

    void callsANamelessVolumeByItsId()
    {
        const auto volume =
            OpenStackParser::volume(changed(u"ci_volume_show"_s, u"volume.name"_s, u""_s));
        const auto none = OpenStackParser::volume(
            changed(u"ci_volume_show"_s, u"volume.name"_s, QJsonValue(QJsonValue::Null)));

        QVERIFY(volume && none);
        QCOMPARE(volume->resource.name, volume->resource.key.id.value);
        QCOMPARE(none->resource.name, none->resource.key.id.value);
    }

    void readsASnapshot()
    {
        const auto row = OpenStackParser::volumeSnapshot(Exchanges::body(u"ci_snapshot_show"_s));

        QVERIFY(row);
        const Snapshot &snapshot = row->snapshot;
        QCOMPARE(snapshot.key.kind, ResourceKind::Volume);
        QCOMPARE(snapshot.name, u"first"_s);
        QCOMPARE(snapshot.status, SnapshotStatus::Ready);
        QCOMPARE(snapshot.created, utc(u"2026-11-20T19:38:27Z"_s));
        QCOMPARE(row->updated, utc(u"2026-11-20T19:38:28Z"_s));
        QCOMPARE(snapshot.sizeBytes, qint64(1) << 30);
        QCOMPARE(snapshot.diskBytes, qint64(1) << 30);
        QVERIFY(snapshot.source);
        QCOMPARE(snapshot.source->id.value, u"70993d00-7801-40b6-85dd-746fe0c7c01c"_s);
        QCOMPARE(snapshot.labels.value(u"k"_s), u"v"_s);
        QVERIFY(snapshot.raw.contains("before upgrade"_L1));
    }

    /// The answer to the making has microseconds, the later ones have none.
    void countsAgeInWholeSeconds()
    {
        const auto made =
            OpenStackParser::volumeSnapshot(Exchanges::body(u"ci_snapshot_create_202"_s));
        const auto later = OpenStackParser::volumeSnapshot(Exchanges::body(u"ci_snapshot_show"_s));

        QVERIFY(made && later);
        QCOMPARE(made->snapshot.key, later->snapshot.key);
        QCOMPARE(made->snapshot.created, later->snapshot.created);
        QCOMPARE(made->snapshot.status, SnapshotStatus::Creating);
        QVERIFY(!made->snapshot.sizeBytes && made->snapshot.diskBytes);
    }

    void readsStates_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<SnapshotStatus>("status");
        QTest::addColumn<bool>("isInUse");
        QTest::addRow("available") << u"available"_s << SnapshotStatus::Ready << false;
        QTest::addRow("restoring") << u"restoring"_s << SnapshotStatus::Ready << true;
        QTest::addRow("creating") << u"creating"_s << SnapshotStatus::Creating << false;
        QTest::addRow("deleting") << u"deleting"_s << SnapshotStatus::Removing << false;
        QTest::addRow("error") << u"error"_s << SnapshotStatus::Failed << false;
        QTest::addRow("error_deleting") << u"error_deleting"_s << SnapshotStatus::Failed << false;
        QTest::addRow("never heard of") << u"levitating"_s << SnapshotStatus::Unknown << false;
    }

    void readsStates()
    {
        QFETCH(QString, word);
        QFETCH(SnapshotStatus, status);
        QFETCH(bool, isInUse);

        const auto row = OpenStackParser::volumeSnapshot(
            changed(u"ci_snapshot_show"_s, u"snapshot.status"_s, word));

        QVERIFY(row);
        QCOMPARE(row->snapshot.status, status);
        QCOMPARE(row->snapshot.isInUse, isInUse);
        QCOMPARE(row->snapshot.rawStatus, word);
    }

    void tellsWhetherThereIsAnotherPage()
    {
        const auto first =
            OpenStackParser::volumeSnapshots(Exchanges::body(u"ci_snapshots_page1"_s));
        const auto last =
            OpenStackParser::volumeSnapshots(Exchanges::body(u"ci_snapshots_page3"_s));

        QVERIFY(first && last);
        QCOMPARE(first->rows.size(), 2);
        QVERIFY(first->next);
        QCOMPARE(last->rows.size(), 1);
        QVERIFY(!last->next);
    }

    void readsLimits()
    {
        const auto limits = OpenStackParser::limits(Exchanges::body(u"ci_limits"_s));
        const auto unbounded = OpenStackParser::limits(
            changed(u"ci_limits"_s, u"limits.absolute.maxTotalSnapshots"_s, -1));

        QVERIFY(limits && unbounded);
        QCOMPARE(limits->snapshots, (Providers::OpenStackQuota{0, 10}));
        QCOMPARE(limits->gigabytes, (Providers::OpenStackQuota{0, 1000}));
        QCOMPARE(unbounded->snapshots, (Providers::OpenStackQuota{0, std::nullopt}));
    }

    void readsMessagesAndZones()
    {
        const auto messages = OpenStackParser::messages(Exchanges::body(u"ci_messages"_s));
        const auto zones = OpenStackParser::zones(Exchanges::body(u"ci_availability_zones"_s));

        QVERIFY(messages && zones);
        QCOMPARE(messages->constFirst().object, u"3c8858b6-8743-48ed-983a-45fcd8c13aa1"_s);
        QCOMPARE(messages->constFirst().text, u"create snapshot:Snapshot failed to create."_s);
        QCOMPARE(*zones, (QList<Providers::OpenStackZone>{{u"nova"_s, true}}));
    }

    void namesWhatIsWrong_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QJsonValue>("value");
        const QJsonValue missing(QJsonValue::Undefined);
        QTest::addRow("no id") << u"snapshot.id"_s << missing;
        QTest::addRow("an id with a path in it") << u"snapshot.id"_s << QJsonValue(u"../x"_s);
        QTest::addRow("no state") << u"snapshot.status"_s << missing;
        QTest::addRow("no volume") << u"snapshot.volume_id"_s << missing;
        QTest::addRow("no time") << u"snapshot.created_at"_s << missing;
        QTest::addRow("no such time") << u"snapshot.created_at"_s << QJsonValue(u"yesterday"_s);
        QTest::addRow("a size in words") << u"snapshot.size"_s << QJsonValue(u"1"_s);
        QTest::addRow("a size below nothing") << u"snapshot.size"_s << QJsonValue(-1);
    }

    void namesWhatIsWrong()
    {
        QFETCH(QString, path);
        QFETCH(QJsonValue, value);

        const auto row =
            OpenStackParser::volumeSnapshot(changed(u"ci_snapshot_show"_s, path, value));

        QVERIFY(!row);
        QCOMPARE(row.error().kind, ErrorKind::Protocol);
        QVERIFY2(row.error().message.contains(path), qPrintable(row.error().message));
    }

    void readsNoSizeThatDoesNotFit()
    {
        const auto row = OpenStackParser::volume(
            changed(u"ci_volume_show"_s, u"volume.size"_s, qint64(9'000'000'000'000'000)));

        QVERIFY(row);
        QCOMPARE(row->resource.sizeBytes, qint64(1) << 62);
    }
};

QTEST_GUILESS_MAIN(OpenStackParserTest)
#include "openstackparsertest.moc"
