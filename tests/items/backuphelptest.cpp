// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/backuphelp.h"

#include "support/testenvironment.h"

#include <QTest>

using namespace Items;
using namespace Qt::StringLiterals;

namespace {

/// What is said of the one provider.
QString saidOf(const Domain::Capabilities &capabilities)
{
    return snapshotsOrBackups({{u"Acme"_s, capabilities}}).constLast().points.join(u'\n');
}

} // namespace

class BackupHelpTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void explainsBothWithoutAnyAccount()
    {
        QStringList headings;
        for (const HelpSection &section : snapshotsOrBackups({})) {
            headings.append(section.heading);
            QVERIFY(!section.points.isEmpty());
        }
        QCOMPARE(headings.join(u", "_s), u"A snapshot, A backup, Which one when"_s);
    }

    void hasASectionForEachProvider()
    {
        const QList<HelpSection> sections =
            snapshotsOrBackups({{u"Acme"_s, {}}, {u"Best Cloud"_s, {}}});
        QCOMPARE(sections.at(3).heading, u"At Acme"_s);
        QCOMPARE(sections.at(4).heading, u"At Best Cloud"_s);
    }

    void saysWhatOutlivesTheServer()
    {
        Domain::Capabilities capabilities;
        capabilities.server.canTake = true;
        QVERIFY(saidOf(capabilities).contains(u"Snapshots of a server outlive the server."_s));
        capabilities.server.snapshotsDieWithSource = true;
        QVERIFY(saidOf(capabilities).contains(u"go when the server is removed"_s));
    }

    void saysWhatIsNotPartOfIt()
    {
        Domain::Capabilities capabilities;
        capabilities.server.canTake = true;
        QVERIFY(!saidOf(capabilities).contains(u"leaves out the volumes"_s));
        capabilities.server.excludesAttachedVolumes = true;
        QVERIFY(saidOf(capabilities).contains(u"leaves out the volumes"_s));
        QVERIFY(saidOf(capabilities).contains(u"There are no snapshots of volumes"_s));
        capabilities.volume.canTake = true;
        QVERIFY(saidOf(capabilities).contains(u"Snapshots of a volume outlive the volume."_s));
    }

    void saysHowWholeTheCopyIs()
    {
        Domain::Capabilities capabilities;
        capabilities.server.canTake = true;
        capabilities.server.isConsistentOnlyWhenStopped = true;
        QVERIFY(saidOf(capabilities).contains(u"that of a stopped one is whole"_s));
        capabilities.server.takeNeeds = Domain::PowerRule::Running;
        QVERIFY(saidOf(capabilities).contains(u"Only a running server can be snapshotted."_s));
    }

    void saysWhetherANewServerOrVolumeCanBeMade()
    {
        Domain::Capabilities capabilities;
        capabilities.server.canTake = true;
        QVERIFY(saidOf(capabilities).contains(u"No new server can be made from a snapshot"_s));
        QVERIFY(!saidOf(capabilities).contains(u"No new volume"_s));
        capabilities.volume.canTake = true;
        capabilities.volume.rollback = Domain::RollbackStyle::InPlace;
        QVERIFY(
            saidOf(capabilities)
                .contains(
                    u"No new volume can be made from a snapshot; a volume can only be rolled back to it."_s));
        capabilities.createVolume.isPossible = true;
        QVERIFY(saidOf(capabilities)
                    .contains(u"A new volume can be made from a snapshot of a volume."_s));
        QVERIFY(!saidOf(capabilities).contains(u"No new volume"_s));
        capabilities.createServer.isPossible = true;
        QVERIFY(saidOf(capabilities)
                    .contains(u"A new server can be made from a snapshot of a server."_s));
        capabilities.createServer.needsImage = true;
        capabilities.createServer.isExperimental = true;
        QVERIFY(saidOf(capabilities).contains(u"by way of an image, which stays and is billed."_s));
        QVERIFY(saidOf(capabilities).contains(u"leave open whether"_s));
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(BackupHelpTest)
#include "backuphelptest.moc"
