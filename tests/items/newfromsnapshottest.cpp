// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

/// Why no new server or volume can be made from a snapshot.
class NewFromSnapshotTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    enum class Source { Gone, There };

    static Capabilities able()
    {
        Capabilities capabilities;
        capabilities.createServer.isPossible = true;
        return capabilities;
    }

    static QString reason(const Snapshot &snapshot, const Capabilities &capabilities,
                          Source source = Source::There, bool isReadOnly = false)
    {
        const Resource server;
        return whyNotCreateServer(snapshot, source == Source::There ? &server : nullptr,
                                  capabilities, isReadOnly);
    }

private Q_SLOTS:
    void aReadySnapshotWillDoEvenWithoutItsServer()
    {
        const Snapshot ready = snapshot(u"1"_s, u"nightly"_s);
        QCOMPARE(reason(ready, able()), QString());
        QCOMPARE(reason(ready, able(), Source::Gone), QString());
    }

    void saysWhyNoServerCanBeMade()
    {
        Snapshot one = snapshot(u"1"_s, u"nightly"_s);
        QCOMPARE(reason(one, {}), u"This provider's API can't make a server from a snapshot."_s);
        QCOMPARE(reason(one, able(), Source::There, true),
                 u"The account's credential may read, but change nothing."_s);
        Capabilities byImage = able();
        byImage.createServer.needsImage = true;
        QCOMPARE(reason(one, byImage), QString());
        QVERIFY(reason(one, byImage, Source::Gone)
                    .startsWith(u"An image of it has to be saved first"_s));
        one.status = SnapshotStatus::Failed;
        QCOMPARE(reason(one, able()), u"The snapshot was not made whole and can't be used."_s);
        one.status = SnapshotStatus::Creating;
        QCOMPARE(reason(one, able()), u"The snapshot is still being made."_s);
        one.key.kind = SnapshotKind::Volume;
        QVERIFY(reason(one, able()).contains(u"this is one of a volume"_s));
    }

    void aReadySnapshotOfAVolumeWillDoForAVolume()
    {
        Snapshot one = snapshot(u"1"_s, u"nightly"_s);
        one.key.kind = SnapshotKind::Volume;
        Capabilities capabilities;
        capabilities.createVolume.isPossible = true;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false), QString());
        QCOMPARE(whyNotCreateVolume(one, capabilities, true),
                 u"The account's credential may read, but change nothing."_s);
        one.status = SnapshotStatus::Failed;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false),
                 u"The snapshot was not made whole and can't be used."_s);
        one.status = SnapshotStatus::Removing;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false), u"The snapshot is being removed."_s);
        one.key.kind = SnapshotKind::Server;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false),
                 u"This is the snapshot of a server, not of a volume."_s);
    }

    void saysWhatCanBeDoneWhereTheProviderMakesNoVolume()
    {
        Snapshot one = snapshot(u"1"_s, u"nightly"_s);
        one.key.kind = SnapshotKind::Volume;
        Capabilities capabilities;
        const QString none = u"This provider's API can't make a volume from a snapshot."_s;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false), none);
        capabilities.volume.rollback = RollbackStyle::InPlace;
        QCOMPARE(whyNotCreateVolume(one, capabilities, false),
                 none
                     + u" It can be rolled back into the volume that it was taken of, and into no "
                       "other."_s);
        capabilities.volume.rollback = RollbackStyle::Rebuild;
        QVERIFY(whyNotCreateVolume(one, capabilities, false).endsWith(u"which is overwritten."_s));
    }
};

QTEST_GUILESS_MAIN(NewFromSnapshotTest)
#include "newfromsnapshottest.moc"
