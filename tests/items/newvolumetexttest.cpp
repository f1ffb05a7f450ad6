// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newvolumetext.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

constexpr qint64 gibibyte = qint64(1) << 30;

/// A snapshot of the volume "data" of 40 GiB, which is there.
NewVolumeFacts ofData()
{
    NewVolumeFacts facts;
    facts.snapshot = snapshot(u"1"_s, u"nightly"_s);
    facts.snapshot.key.kind = SnapshotKind::Volume;
    facts.snapshot.diskBytes = 40 * gibibyte;
    facts.snapshot.sourceName = u"data of then"_s;
    Resource source;
    source.key = {shop(), ResourceKind::Volume, {u"7"_s}};
    source.name = u"data"_s;
    source.sizeBytes = 80 * gibibyte;
    facts.source = source;
    facts.capabilities.sizeUnit = SizeUnit::Gibibyte;
    facts.capabilities.createVolume.isPossible = true;
    facts.capabilities.createVolume.canBeLarger = true;
    facts.volumeNames = {u"data"_s};
    return facts;
}

} // namespace

/// What a new volume from a snapshot is called, how large it is, and what is said of it.
class NewVolumeTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void proposesTheNameOfACopy()
    {
        NewVolumeFacts facts = ofData();
        QCOMPARE(proposedVolumeName(facts), u"data-copy"_s);
        facts.volumeNames.append(u"Data-Copy"_s);
        QCOMPARE(proposedVolumeName(facts), u"data-copy-2"_s);
        facts.source.reset();
        QCOMPARE(proposedVolumeName(facts), u"data of then-copy"_s);
        facts.capabilities.createVolume.name.pattern = u"[a-z-]+"_s;
        QCOMPARE(proposedVolumeName(facts), u"data-of-then-copy"_s);
        facts.snapshot.sourceName.clear();
        QCOMPARE(proposedVolumeName(facts), u"volume-copy"_s);
    }

    void judgesTheNameByTheRuleForVolumes()
    {
        NewVolumeFacts facts = ofData();
        QCOMPARE(newVolumeNameProblem(u"data"_s, facts), QString());
        facts.capabilities.createVolume.name.isUnique = true;
        QCOMPARE(newVolumeNameProblem(u"data"_s, facts), u"The name “data” is in use already."_s);
        facts.capabilities.createVolume.name.isRequired = true;
        QCOMPARE(newVolumeNameProblem({}, facts), u"A name is needed."_s);
    }

    void isAsLargeAsTheDiskInTheSnapshot()
    {
        NewVolumeFacts facts = ofData();
        QCOMPARE(leastVolumeBytes(facts), 40 * gibibyte); // its source has been enlarged since
        facts.snapshot.diskBytes.reset();
        QCOMPARE(leastVolumeBytes(facts), facts.snapshot.sizeBytes);
        facts.snapshot.sizeBytes.reset();
        QCOMPARE(leastVolumeBytes(facts), 80 * gibibyte);
        facts.source.reset();
        QVERIFY(!leastVolumeBytes(facts));
    }

    void sendsNoSizeThatIsNotLarger()
    {
        NewVolumeFacts facts = ofData();
        QCOMPARE(volumeBytes(40, facts), 0);
        QCOMPARE(volumeBytes(41, facts), 41 * gibibyte);
        facts.capabilities.sizeUnit = SizeUnit::Gigabyte;
        facts.snapshot.diskBytes = 40 * gigabyte + 1;
        QCOMPARE(wholeUnits(leastVolumeBytes(facts).value_or(0), SizeUnit::Gigabyte), 41);
        QCOMPARE(volumeBytes(41, facts), 0);
        QCOMPARE(volumeBytes(42, facts), 42 * gigabyte);
    }

    void saysWhatItWillBe()
    {
        NewVolumeFacts facts = ofData();
        QCOMPARE(newVolumeMeaning(facts, noon()),
                 u"A copy of data as it was today 11:00, attached to no server."_s);
        facts.snapshot.created = {};
        QCOMPARE(newVolumeMeaning(facts, noon()),
                 u"A copy of all that the snapshot holds, attached to no server."_s);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(NewVolumeTextTest)
#include "newvolumetexttest.moc"
