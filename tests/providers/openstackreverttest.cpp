// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackrevert.h"

#include "items/rollbackerrors.h"
#include "providers/openstack/openstackwords.h"

#include <QTest>

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::OpenStackRevert;
using Providers::OpenStackVersions;
using Providers::OpenStackVolume;
using Providers::OpenStackVolumeSnapshot;
using Providers::OpenStackWords;

namespace {

const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

OpenStackVolume volumeIn(const QString &state, qint64 size = 1)
{
    OpenStackVolume volume;
    volume.resource.key = {{}, ResourceKind::Volume, {u"v"_s}};
    volume.resource.rawState = state;
    volume.resource.sizeBytes = size;
    return volume;
}

OpenStackVolumeSnapshot copyIn(const QString &id, const QString &state, const QDateTime &created)
{
    OpenStackVolumeSnapshot row;
    row.snapshot.key = {{}, ResourceKind::Volume, {id}};
    row.snapshot.name = u"name of "_s + id;
    row.snapshot.rawStatus = state;
    row.snapshot.status = OpenStackWords::volumeSnapshotStatus(state);
    row.snapshot.isInUse = OpenStackWords::isSnapshotInUse(state);
    row.snapshot.created = created;
    row.snapshot.diskBytes = 1;
    row.snapshot.source = ResourceKey{{}, ResourceKind::Volume, {u"v"_s}};
    return row;
}

OpenStackVersions newEnough()
{
    OpenStackVersions versions;
    versions.volume = 70;
    return versions;
}

} // namespace

/// A volume whose revert does not fit is stuck for good: nothing that might not fit is sent.
class OpenStackRevertTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheLatestToAVolumeAtRest()
    {
        const auto copy = copyIn(u"s2"_s, u"available"_s, noon);
        const auto older = copyIn(u"s1"_s, u"available"_s, noon.addSecs(-1));

        QVERIFY(
            !OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {copy, older}, newEnough()));
    }

    void refusesASnapshotThatIsNotAvailable_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addRow("error") << u"error"_s << ErrorKind::InvalidInput;
        QTest::addRow("error_deleting") << u"error_deleting"_s << ErrorKind::InvalidInput;
        QTest::addRow("deleting") << u"deleting"_s << ErrorKind::InvalidInput;
        QTest::addRow("creating") << u"creating"_s << ErrorKind::Locked;
        QTest::addRow("restoring") << u"restoring"_s << ErrorKind::Locked;
        QTest::addRow("never heard of") << u"levitating"_s << ErrorKind::InvalidInput;
    }

    void refusesASnapshotThatIsNotAvailable()
    {
        QFETCH(QString, state);
        QFETCH(ErrorKind, kind);
        const auto copy = copyIn(u"s"_s, state, noon);

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->kind, kind);
        QCOMPARE(refusal->code, OpenStackRevert::notReady);
        QCOMPARE(refusal->effect, Effect::None);
        QVERIFY(refusal->message.contains(state));
    }

    void believesTheLaterReading()
    {
        const auto before = copyIn(u"s"_s, u"available"_s, noon);
        const auto later = copyIn(u"s"_s, u"error"_s, noon);

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), before, {later}, newEnough());
        const auto gone =
            OpenStackRevert::refusal(volumeIn(u"available"_s), before, {}, newEnough());

        QVERIFY(refusal && gone);
        QCOMPARE(refusal->code, OpenStackRevert::notReady);
        QCOMPARE(gone->code, OpenStackRevert::notReady);
    }

    void refusesAVolumeThatIsNotAvailable_data()
    {
        QTest::addColumn<QString>("state");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addRow("in-use") << u"in-use"_s << ErrorKind::InvalidInput << u"attached"_s;
        QTest::addRow("error") << u"error"_s << ErrorKind::InvalidInput
                               << u"volume-not-available"_s;
        QTest::addRow("reverting")
            << u"reverting"_s << ErrorKind::Locked << u"volume-not-available"_s;
        QTest::addRow("detaching")
            << u"detaching"_s << ErrorKind::Locked << u"volume-not-available"_s;
    }

    void refusesAVolumeThatIsNotAvailable()
    {
        QFETCH(QString, state);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        const auto copy = copyIn(u"s"_s, u"available"_s, noon);

        const auto refusal = OpenStackRevert::refusal(volumeIn(state), copy, {copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->kind, kind);
        QCOMPARE(refusal->code, code);
    }

    void refusesAnOlderSnapshot()
    {
        const auto copy = copyIn(u"s1"_s, u"available"_s, noon);
        const auto newer = copyIn(u"s2"_s, u"error"_s, noon.addSecs(1));

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {newer, copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->code, OpenStackRevert::notLatest);
        QVERIFY(refusal->message.contains("name of s2"_L1));
    }

    void refusesOneOfTwoWithinASecond()
    {
        const auto copy = copyIn(u"s1"_s, u"available"_s, noon);
        const auto twin = copyIn(u"s2"_s, u"available"_s, noon);

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {twin, copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->code, OpenStackRevert::sameSecond);
        QVERIFY(refusal->message.contains("second"_L1));
    }

    void refusesAVolumeOfAnotherSize()
    {
        const auto copy = copyIn(u"s"_s, u"available"_s, noon);

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s, 2), copy, {copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->code, OpenStackRevert::otherSize);
    }

    void refusesASnapshotOfAnotherVolume()
    {
        auto copy = copyIn(u"s"_s, u"available"_s, noon);
        copy.snapshot.source->id.value = u"w"_s;

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {copy}, newEnough());

        QVERIFY(refusal);
        QCOMPARE(refusal->code, OpenStackRevert::otherVolume);
    }

    void refusesWhereTheServiceIsTooOld()
    {
        const auto copy = copyIn(u"s"_s, u"available"_s, noon);
        OpenStackVersions versions;
        versions.volume = 39;

        const auto refusal =
            OpenStackRevert::refusal(volumeIn(u"available"_s), copy, {copy}, versions);

        QVERIFY(refusal);
        QCOMPARE(refusal->kind, ErrorKind::Unsupported);
    }

    void aPersonIsToldOfEachInWords()
    {
        QStringList seen;
        for (const QLatin1StringView code :
             {OpenStackRevert::notReady, OpenStackRevert::notLatest, OpenStackRevert::sameSecond,
              OpenStackRevert::attached, OpenStackRevert::notAvailable, OpenStackRevert::otherSize,
              OpenStackRevert::otherVolume}) {
            Error error;
            error.kind = ErrorKind::InvalidInput;
            error.code = code;
            const QString told = Items::heldBackCause(error) + Items::heldBackAdvice(error);
            QVERIFY2(!told.isEmpty() && !seen.contains(told), code.data());
            seen.append(told);
        }
    }
};

QTEST_GUILESS_MAIN(OpenStackRevertTest)
#include "openstackreverttest.moc"
