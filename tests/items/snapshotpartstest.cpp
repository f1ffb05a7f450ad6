// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotparts.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

SnapshotKey partKey(const QString &id)
{
    return {shop(), SnapshotKind::Volume, {id}};
}

/// "nightly" of two volume snapshots, "weekly" of one, and a volume snapshot of no server's.
QList<Snapshot> all()
{
    Snapshot nightly = snapshot(u"1"_s, u"nightly"_s);
    nightly.parts = {partKey(u"11"_s), partKey(u"12"_s)};
    Snapshot weekly = snapshot(u"2"_s, u"weekly"_s);
    weekly.parts = {partKey(u"13"_s)};
    QList<Snapshot> all{nightly, weekly};
    for (const QString &id : {u"11"_s, u"12"_s, u"13"_s, u"14"_s}) {
        Snapshot part = snapshot(id, u"snapshot for web-1"_s);
        part.key = partKey(id);
        all.append(part);
    }
    return all;
}

QString consequencesOf(const QList<SnapshotKey> &removed, const QList<Snapshot> &snapshots = all())
{
    return removalConsequences(removed, snapshots).join(u' ');
}

} // namespace

/// Snapshots that are made of others.
class SnapshotPartsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheWholeAndItsParts()
    {
        const QList<Snapshot> snapshots = all();
        QCOMPARE(wholeOf(partKey(u"12"_s), snapshots), &snapshots.at(0));
        QCOMPARE(wholeOf(partKey(u"14"_s), snapshots), nullptr);
        QCOMPARE(partsOf(snapshots.at(0), snapshots), (QList{snapshots.at(2), snapshots.at(3)}));
        QCOMPARE(partsOf(snapshots.at(0), snapshots.first(3)), QList{snapshots.at(2)});
        QVERIFY(partsOf(snapshots.at(5), snapshots).isEmpty());
    }

    void whatItIsMadeOfStays()
    {
        QCOMPARE(consequencesOf({keyOf(u"1"_s)}),
                 u"Its 2 volume snapshots stay, and are billed until they are removed too."_s);
        QCOMPARE(consequencesOf({keyOf(u"2"_s)}),
                 u"Its volume snapshot stays, and is billed until it is removed too."_s);
        QCOMPARE(consequencesOf({keyOf(u"1"_s), keyOf(u"2"_s)}),
                 u"3 volume snapshots that hold data of these stay, and are billed until they are "
                 "removed too."_s);
    }

    void whatIsMadeOfItCanNotBeUsedAnyMore()
    {
        QCOMPARE(consequencesOf({partKey(u"11"_s)}),
                 u"The VM snapshot “nightly” is made of it and can't be used without it."_s);
        QCOMPARE(consequencesOf({partKey(u"11"_s), partKey(u"13"_s)}),
                 u"The VM snapshots “nightly”, “weekly” are made of some of these and can't be "
                 "used without them."_s);
    }

    void nothingIsSaidWhereAllOfItGoesOrNothingBelongsTogether()
    {
        QCOMPARE(consequencesOf({keyOf(u"2"_s), partKey(u"13"_s)}), QString());
        QCOMPARE(consequencesOf({partKey(u"14"_s)}), QString());
        const QList<Snapshot> without = all().mid(0, 2); // the parts are gone
        QCOMPARE(consequencesOf({keyOf(u"1"_s)}, without), QString());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotPartsTest)
#include "snapshotpartstest.moc"
