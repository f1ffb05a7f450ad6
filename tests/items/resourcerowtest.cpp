// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcerow.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

Snapshot of(const QString &source, const QString &id, const QDateTime &created,
            SnapshotStatus status = SnapshotStatus::Ready)
{
    Snapshot taken = snapshot(id, id);
    taken.source = serverKey(source);
    taken.created = created;
    taken.status = status;
    return taken;
}

AccountBranch branch()
{
    AccountBranch branch;
    branch.account.id = shop();
    branch.account.name = u"shop"_s;
    branch.account.colour = 3;
    branch.providerName = u"Hetzner"_s;
    branch.capabilities.server.canTake = true;
    Resource server;
    server.key = serverKey(u"web"_s);
    server.name = u"web-1"_s;
    server.location = {u"fsn1"_s};
    server.project = {u"p2"_s};
    branch.resources = {server};
    branch.locations = {{{u"fsn1"_s}, u"fsn1"_s, u"Falkenstein"_s, u"DE"_s}};
    return branch;
}

ResourceRow only(const AccountBranch &branch)
{
    return makeResourceRows(branch).constFirst();
}

QString told(const ResourceRow &row)
{
    const CoverText text = coverText(row, noon());
    return text.meaning.isEmpty() ? text.title : text.title + u' ' + text.meaning;
}

} // namespace

class ResourceRowTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void resolvesWhatTheRowNeeds()
    {
        AccountBranch made = branch();
        Resource volume;
        volume.key = {shop(), ResourceKind::Volume, {u"v"_s}};
        volume.attachedTo = serverKey(u"web"_s);
        made.resources.append(volume);
        made.snapshots = {
            of(u"web"_s, u"1"_s, noon().addDays(-9)), of(u"web"_s, u"2"_s, noon().addSecs(-7200)),
            of(u"web"_s, u"3"_s, noon(), SnapshotStatus::Failed), of(u"gone"_s, u"4"_s, noon())};
        const QList<ResourceRow> rows = makeResourceRows(made);
        QCOMPARE(rows.size(), 2);
        const ResourceRow &server = rows.at(0);
        QCOMPARE(server.accountName, u"shop"_s);
        QCOMPARE(server.providerName, u"Hetzner"_s);
        QCOMPARE(server.colour, 3);
        QCOMPARE(server.locationName, u"Falkenstein"_s);
        QCOMPARE(server.projectName, QString());
        QCOMPARE(server.snapshots, 3);
        QCOMPARE(server.lastGood, noon().addSecs(-7200));
        QVERIFY(server.canTake);
        QCOMPARE(rows.at(1).serverName, u"web-1"_s);
        QVERIFY(!rows.at(1).canTake);
    }

    void namesTheProjectWhereThereAreSeveral()
    {
        AccountBranch made = branch();
        made.projects = {{{u"p1"_s}, u"Default"_s}, {{u"p2"_s}, u"Software"_s}};
        QCOMPARE(only(made).projectName, u"Software"_s);
    }

    void aPlaceThatIsNotListedHasItsId()
    {
        AccountBranch made = branch();
        made.locations.clear();
        QCOMPARE(only(made).locationName, u"fsn1"_s);
    }

    void saysInWordsHowItIsCovered_data()
    {
        QTest::addColumn<QList<Snapshot>>("snapshots");
        QTest::addColumn<Cover>("cover");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QList<Snapshot> &snapshots, Cover cover,
                            const QString &text) {
            QTest::addRow("%s", name) << snapshots << cover << text;
        };
        row("none", {}, Cover::Missing,
            u"There is no snapshot yet. If a change goes wrong, this server can't be rolled "
            "back."_s);
        row("failed ones only",
            {of(u"web"_s, u"1"_s, noon(), SnapshotStatus::Failed),
             of(u"web"_s, u"2"_s, noon(), SnapshotStatus::Failed)},
            Cover::Missing,
            u"There is no good snapshot among its 2. If a change goes wrong, this server can't be "
            "rolled back."_s);
        row("the first", {of(u"web"_s, u"1"_s, noon(), SnapshotStatus::Creating)}, Cover::Missing,
            u"Its first snapshot is being taken. If a change goes wrong, this server can't be "
            "rolled back."_s);
        row("one after failed ones",
            {of(u"web"_s, u"1"_s, noon(), SnapshotStatus::Failed),
             of(u"web"_s, u"2"_s, noon(), SnapshotStatus::Creating)},
            Cover::Missing,
            u"A snapshot is being taken, and none of the others is good. If a change goes wrong, "
            "this server can't be rolled back."_s);
        row("fresh", {of(u"web"_s, u"1"_s, noon())}, Cover::Good,
            u"Last good snapshot: just now"_s);
        row("thirty days", {of(u"web"_s, u"1"_s, noon().addDays(-30))}, Cover::Good,
            u"Last good snapshot: 30 d ago"_s);
        row("too old", {of(u"web"_s, u"1"_s, noon().addDays(-41))}, Cover::TooOld,
            u"The last good snapshot is 41 d old. What was written since 10 Oct 12:00 is in no "
            "snapshot."_s);
    }

    void saysInWordsHowItIsCovered()
    {
        QFETCH(QList<Snapshot>, snapshots);
        QFETCH(Cover, cover);
        QFETCH(QString, text);
        AccountBranch made = branch();
        made.snapshots = snapshots;
        QCOMPARE(coverOf(only(made), noon()), cover);
        QCOMPARE(told(only(made)), text);
    }

    void warnsOfNothingThatCanNotBe()
    {
        AccountBranch made = branch();
        made.isLoading = true;
        QCOMPARE(coverOf(only(made), noon()), Cover::NotKnown);
        QCOMPARE(told(only(made)), u"Its snapshots are still being loaded."_s);
        made.isLoading = false;
        made.capabilities.server.canTake = false;
        QCOMPARE(coverOf(only(made), noon()), Cover::NotPossible);
        QCOMPARE(told(only(made)),
                 u"This provider has no snapshots of servers. Keep copies of its data by other "
                 "means."_s);
        // One that is left from before counts all the same.
        made.snapshots = {of(u"web"_s, u"1"_s, noon())};
        QCOMPARE(coverOf(only(made), noon()), Cover::Good);
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ResourceRowTest)
#include "resourcerowtest.moc"
