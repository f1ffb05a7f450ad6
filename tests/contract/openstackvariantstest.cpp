// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providersample.h"
#include "support/testenvironment.h"

#include <QSet>

using namespace Domain;
using namespace Qt::StringLiterals;
using Contract::answer;
using Contract::errorText;
using Contract::Rig;

namespace {

Demo::CloudOptions optionsWith(const QString &variant)
{
    Demo::CloudOptions options = Demo::CloudOptions::forVendor(u"openstack"_s);
    options.variants = {variant};
    return options;
}

Resource findVolume(Rig &rig, const QString &name)
{
    const auto resources = answer(rig.provider().listResources({})).value_or(QList<Resource>());
    for (const Resource &resource : resources) {
        if (resource.key.kind == ResourceKind::Volume && resource.name == name) {
            return resource;
        }
    }
    return {};
}

TakeSnapshot takeOf(const Resource &resource, const QString &name)
{
    TakeSnapshot take;
    take.source = resource.key;
    take.name = name;
    take.marker = u"variant"_s;
    take.notBefore = Contract::now();
    take.project = resource.project;
    take.location = resource.location;
    return take;
}

} // namespace

/// The provider in front of clouds that are not as the usual one is.
class OpenStackVariantsTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEveryRegion();
    void worksInEveryRegion_data();
    void worksInEveryRegion();
    void readsListsWhoseLinksNameAnotherHost();
    void knowsWhatAnOldReleaseCanNotDo();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackVariantsTest::tellsEveryRegion()
{
    Rig rig(optionsWith(u"second-region"_s));
    const auto locations = answer(rig.provider().listLocations());
    QVERIFY2(locations, errorText(locations).constData());
    QStringList ids;
    for (const Location &location : *locations) {
        ids.append(location.id.value);
    }
    QCOMPARE(ids, (QStringList{u"ber"_s, u"fra"_s, u"fra/fra-a"_s, u"fra/fra-b"_s}));
    const auto limits = answer(rig.provider().listLimits());
    QVERIFY2(limits, errorText(limits).constData());
    QSet<QString> places;
    for (const Limit &limit : *limits) {
        places.insert(limit.location.value);
    }
    QCOMPARE(places, (QSet<QString>{u"ber"_s, u"fra"_s}));
}

void OpenStackVariantsTest::worksInEveryRegion_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("location");
    QTest::addRow("the first") << u"build-cache"_s << u"fra/fra-b"_s;
    QTest::addRow("the second") << u"mirror-data"_s << u"ber"_s;
}

void OpenStackVariantsTest::worksInEveryRegion()
{
    QFETCH(QString, name);
    QFETCH(QString, location);
    Rig rig(optionsWith(u"second-region"_s));
    const Resource volume = findVolume(rig, name);
    QCOMPARE(volume.location.value, location);
    const auto accepted = answer(rig.provider().request(takeOf(volume, u"here"_s)));
    QVERIFY2(accepted, errorText(accepted).constData());
    const auto taken = rig.followToEnd(accepted->task);
    QVERIFY2(taken, errorText(taken).constData());
    QCOMPARE(taken->state, TaskState::Succeeded);
    const SnapshotKey key = {volume.key.account, SnapshotKind::Volume,
                             accepted->task.made.value_or(SnapshotId())};
    const auto snapshot = answer(rig.provider().readSnapshot(key));
    QVERIFY2(snapshot, errorText(snapshot).constData());
    QCOMPARE(snapshot->location.value, location.section(u'/', 0, 0));

    RollBack rollback;
    rollback.target = volume.key;
    rollback.snapshot = key;
    rollback.notBefore = Contract::now();
    const auto back = answer(rig.provider().request(rollback));
    QVERIFY2(back, errorText(back).constData());
    const auto ended = rig.followToEnd(back->task);
    QVERIFY2(ended, errorText(ended).constData());
    QCOMPARE(ended->state, TaskState::Succeeded);
    QVERIFY(answer(rig.provider().request(RemoveSnapshot{key})));
}

void OpenStackVariantsTest::readsListsWhoseLinksNameAnotherHost()
{
    Demo::CloudOptions options = optionsWith(u"wrong-links"_s);
    options.snapshotCount = 2300;
    Rig rig(options);
    const auto snapshots = answer(rig.provider().listSnapshots({}));
    QVERIFY2(snapshots, errorText(snapshots).constData());
    QSet<SnapshotKey> keys;
    for (const Snapshot &snapshot : *snapshots) {
        keys.insert(snapshot.key);
    }
    QCOMPARE(keys.size(), snapshots->size());
    QVERIFY(keys.size() >= 2300);
}

void OpenStackVariantsTest::knowsWhatAnOldReleaseCanNotDo()
{
    Rig rig(optionsWith(u"old-release"_s));
    const Resource inUse = findVolume(rig, u"db-1-data"_s);
    QVERIFY(inUse.attachedTo);
    const auto accepted = answer(rig.provider().request(takeOf(inUse, u"forced"_s)));
    QVERIFY2(accepted, errorText(accepted).constData());
    const auto taken = rig.followToEnd(accepted->task);
    QVERIFY2(taken, errorText(taken).constData());
    QCOMPARE(taken->state, TaskState::Succeeded);

    const auto sample = Contract::findSample(rig, ResourceKind::Volume);
    QVERIFY2(sample, errorText(sample).constData());
    RollBack rollback;
    rollback.target = sample->source.key;
    rollback.snapshot = sample->snapshot.key;
    const auto refused = answer(rig.provider().request(rollback));
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
    QCOMPARE(refused.error().effect, Effect::None);
}

QTEST_GUILESS_MAIN(OpenStackVariantsTest)
#include "openstackvariantstest.moc"
