// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcetreemodel.h"

#include "items/displaytext.h"
#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;
using Support::modelText;

namespace {

struct Watched
{
    Support::ManualClock clock{noon()};
    ResourceTreeModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};

    [[nodiscard]] QString trailing() const
    {
        return modelText(model, ResourceTreeModel::TrailingTextRole);
    }
};

Resource resource(const QString &id, const QString &name, const QString &project = {},
                  ResourceKind kind = ResourceKind::Server)
{
    Resource resource;
    resource.key = {shop(), kind, {id}};
    resource.name = name;
    resource.project = {project};
    return resource;
}

Snapshot taken(const QString &id, const QString &source, const QDateTime &created)
{
    Snapshot taken = snapshot(id, id);
    taken.source = serverKey(source);
    taken.created = created;
    return taken;
}

/// "shop" at Hetzner, with the servers of the names, whose ids are their names.
AccountBranch branch(const QStringList &servers = {})
{
    AccountBranch branch;
    branch.account.id = shop();
    branch.account.name = u"shop"_s;
    branch.account.colour = 4;
    branch.providerName = u"Hetzner"_s;
    branch.capabilities.server.canTake = true;
    for (const QString &name : servers) {
        branch.resources.append(resource(name, name));
    }
    return branch;
}

AccountBranch withProjects(const QStringList &projects)
{
    AccountBranch made = branch();
    for (const QString &name : projects) {
        made.projects.append({{name}, name});
        made.resources.append(resource(name + u"-1", name + u"-1", name));
        made.resources.append(resource(name + u"-2", name + u"-2", name));
    }
    return made;
}

} // namespace

class ResourceTreeModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithoutAccounts()
    {
        Watched watched;
        QCOMPARE(modelText(watched.model),
                 u"All snapshots\nServers and volumes\nActivity\nACCOUNTS"_s);
        QCOMPARE(watched.trailing(), u"0\n\n\n"_s);
        QCOMPARE(watched.model.allSnapshotsIndex().data().toString(), u"All snapshots"_s);
        QVERIFY(!watched.model.indexOf(shop()).isValid());
        QVERIFY(!watched.model.indexOf(serverKey(u"1"_s)).isValid());
        QCOMPARE(watched.model.serversIndex().data().toString(), u"Servers and volumes"_s);
        QCOMPARE(watched.model.activityIndex().data().toString(), u"Activity"_s);
        QCOMPARE(watched.model.flags(watched.model.index(3, 0)), Qt::ItemNeverHasChildren);
    }

    void showsServersAndVolumesWithAgesOfTheirLastGoodSnapshot()
    {
        Watched watched;
        AccountBranch made = branch({u"web-10"_s, u"Web-2"_s, u"db-1"_s});
        made.capabilities.volume.canTake = true;
        made.resources.prepend(resource(u"v"_s, u"a-volume"_s, {}, ResourceKind::Volume));
        made.snapshots = {taken(u"1"_s, u"db-1"_s, noon().addDays(-41)),
                          taken(u"2"_s, u"web-10"_s, noon().addSecs(-7200)),
                          taken(u"3"_s, u"web-10"_s, noon().addDays(-9)),
                          taken(u"4"_s, u"Web-2"_s, noon()), taken(u"5"_s, u"gone"_s, noon())};
        made.snapshots[3].status = SnapshotStatus::Failed;
        watched.model.merge(made);
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\nHetzner · shop\n  db-1\n  Web-2\n  web-10\n  a-volume"_s);
        QCOMPARE(watched.trailing(), u"5\n\n\n\n5\n  41 d\n  none\n  2 h\n  none"_s);
        QCOMPARE(modelText(watched.model, ResourceTreeModel::WarningRole),
                 u"false\nfalse\nfalse\nfalse\nfalse\n  true\n  true\n  false\n  true"_s);
        QCOMPARE(watched.model.indexOf(shop()).data(ResourceTreeModel::ColourRole).toInt(), 4);
        const QModelIndex server = watched.model.indexOf(serverKey(u"db-1"_s));
        QCOMPARE(server.data(ResourceTreeModel::ResourceKeyRole).value<ResourceKey>(),
                 serverKey(u"db-1"_s));
        QCOMPARE(server.data(ResourceTreeModel::AccountIdRole).value<AccountId>(), shop());
        QCOMPARE(server.data(ResourceTreeModel::NodeKindRole).toInt(),
                 int(ResourceTreeModel::NodeKind::Resource));
        QCOMPARE(server.data(Qt::ToolTipRole).toString(),
                 u"db-1: last good snapshot 2026-10-10T12:00:00Z"_s);
        QCOMPARE(server.data(Qt::AccessibleTextRole).toString(),
                 u"db-1, Server, last good snapshot 41 d old"_s);
    }

    void warnsAfterThirtyDays()
    {
        Watched watched;
        AccountBranch made = branch({u"a"_s});
        made.snapshots = {taken(u"1"_s, u"a"_s, noon().addDays(-30))};
        watched.model.merge(made);
        const QModelIndex server = watched.model.indexOf(serverKey(u"a"_s));
        QCOMPARE(server.data(ResourceTreeModel::WarningRole).toBool(), false);
        watched.log.take();
        watched.clock.advance(24h);
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), u"Hetzner · shop: changed 0-0"_s);
        QCOMPARE(server.data(ResourceTreeModel::WarningRole).toBool(), true);
        QCOMPARE(server.data(ResourceTreeModel::TrailingTextRole).toString(), u"31 d"_s);
        watched.model.refreshAges();
        QCOMPARE(watched.log.take(), QString());
    }

    void saysWhatTheProviderHasNoSnapshotsOf()
    {
        Watched watched;
        AccountBranch made = branch({u"a"_s});
        made.resources.append(resource(u"v"_s, u"data"_s, {}, ResourceKind::Volume));
        watched.model.merge(made);
        const QModelIndex volume = watched.model.indexOf({shop(), ResourceKind::Volume, {u"v"_s}});
        QCOMPARE(volume.data(ResourceTreeModel::DisabledReasonRole).toString(),
                 u"no snapshots at this provider"_s);
        QCOMPARE(volume.data(Qt::ToolTipRole).toString(),
                 u"data: no snapshots at this provider."_s);
        QCOMPARE(volume.data(ResourceTreeModel::TrailingTextRole).toString(), QString());
        QCOMPARE(volume.data(ResourceTreeModel::WarningRole).toBool(), false);
        // It has a page of its own all the same.
        QVERIFY(watched.model.flags(volume).testFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
        const QModelIndex server = watched.model.indexOf(serverKey(u"a"_s));
        QCOMPARE(server.data(ResourceTreeModel::DisabledReasonRole).toString(), QString());
        QVERIFY(watched.model.flags(server).testFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable));
    }

    void warnsOfNothingBeforeTheFirstList()
    {
        Watched watched;
        AccountBranch made = branch({u"a"_s});
        made.isLoading = true;
        watched.model.merge(made);
        QCOMPARE(watched.trailing(), u"0\n\n\n\n…\n  "_s);
        QCOMPARE(modelText(watched.model, ResourceTreeModel::WarningRole),
                 u"false\nfalse\nfalse\nfalse\nfalse\n  false"_s);
        made.isLoading = false;
        watched.model.merge(made);
        QCOMPARE(watched.trailing(), u"0\n\n\n\n0\n  none"_s);
    }

    void marksAnAccountThatFailed()
    {
        Watched watched;
        AccountBranch made = branch();
        made.isFailed = true;
        watched.model.merge(made);
        const QModelIndex account = watched.model.indexOf(shop());
        QCOMPARE(account.data(ResourceTreeModel::WarningRole).toBool(), true);
        QCOMPARE(account.data(Qt::ToolTipRole).toString(),
                 u"Hetzner · shop: the last refresh failed. What is shown is from before."_s);
    }

    void saysSinceWhenAnAccountIsUnchanged()
    {
        Watched watched;
        AccountBranch made = branch({u"a"_s});
        made.snapshots = {taken(u"1"_s, u"a"_s, noon()), taken(u"2"_s, u"a"_s, noon())};
        made.shownAsOf = noon().addSecs(-3600);
        watched.model.merge(made);
        const QModelIndex account = watched.model.indexOf(shop());
        QCOMPARE(account.data(ResourceTreeModel::TrailingTextRole).toString(), u"11:00"_s);
        QCOMPARE(account.data(ResourceTreeModel::WarningRole).toBool(), false);
        QCOMPARE(account.data(Qt::AccessibleTextRole).toString(),
                 u"Hetzner · shop, 2 snapshots, as of 11:00"_s);
        QCOMPARE(account.data(Qt::ToolTipRole).toString(),
                 u"Hetzner · shop: what is shown is as of 11:00, until a refresh succeeds."_s);
        static_cast<void>(watched.log.take());

        made.isFailed = true;
        made.shownAsOf = noon().addDays(-2);
        watched.model.merge(made);
        QCOMPARE(watched.log.take(), u"changed 4-4"_s);
        QCOMPARE(account.data(ResourceTreeModel::TrailingTextRole).toString(), u"18 Nov"_s);
        QCOMPARE(account.data(Qt::ToolTipRole).toString(),
                 u"Hetzner · shop: the last refresh failed. What is shown is as of %1."_s.arg(
                     asOfTimeText(made.shownAsOf, noon())));
        QCOMPARE(account.data(ResourceTreeModel::WarningRole).toBool(), true);

        made.isFailed = false;
        made.shownAsOf = {};
        watched.model.merge(made);
        QCOMPARE(account.data(ResourceTreeModel::TrailingTextRole).toString(), u"2"_s);
    }

    void mergesByKey()
    {
        Watched watched;
        watched.model.merge(branch({u"b"_s, u"c"_s, u"e"_s}));
        QCOMPARE(watched.log.take(), u"inserted 4-4"_s);
        watched.model.merge(branch({u"b"_s, u"c"_s, u"e"_s}));
        QCOMPARE(watched.log.take(), QString());
        watched.model.merge(branch({u"a"_s, u"b"_s, u"e"_s, u"f"_s, u"g"_s}));
        QCOMPARE(watched.log.take(),
                 u"Hetzner · shop: removed 1-1\nHetzner · shop: inserted 0-0\n"
                 "Hetzner · shop: inserted 3-4"_s);
        AccountBranch made = branch({u"a"_s, u"b"_s, u"e"_s, u"f"_s, u"g"_s});
        made.snapshots = {taken(u"1"_s, u"b"_s, noon()), taken(u"2"_s, u"f"_s, noon())};
        watched.model.merge(made);
        QCOMPARE(watched.log.take(), u"Hetzner · shop: changed 1-3\nchanged 4-4\nchanged 0-0"_s);
        made.resources[1].name = u"x"_s;
        watched.model.merge(made);
        QCOMPARE(watched.log.take(),
                 u"Hetzner · shop: moved 2-2 to 1\nHetzner · shop: moved 3-3 to 2\n"
                 "Hetzner · shop: moved 4-4 to 3\nHetzner · shop: changed 4-4"_s);
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\nHetzner · shop\n  a\n  e\n  f\n  g\n  x"_s);
    }

    void keepsAccountsInOrderOfArrival()
    {
        Watched watched;
        AccountBranch other = branch();
        other.account.id = office();
        other.account.name = u"office"_s;
        other.providerName.clear();
        watched.model.merge(other);
        watched.model.merge(branch({u"a"_s}));
        watched.model.merge(other);
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\noffice\nHetzner · shop\n  a"_s);
        watched.log.take();
        watched.model.removeAccount(office());
        watched.model.removeAccount(office());
        QCOMPARE(watched.log.take(), u"removed 4-4"_s);
        QVERIFY(watched.model.indexOf(serverKey(u"a"_s)).isValid());
        watched.model.removeAccount(shop());
        QVERIFY(!watched.model.indexOf(serverKey(u"a"_s)).isValid());
        QCOMPARE(modelText(watched.model),
                 u"All snapshots\nServers and volumes\nActivity\nACCOUNTS"_s);
    }

    void showsProjectsWhereThereAreSeveral()
    {
        Watched watched;
        AccountBranch made = withProjects({u"blue"_s, u"azure"_s});
        made.resources.append(resource(u"lost"_s, u"lost"_s, u"unknown project"_s));
        made.snapshots = {taken(u"1"_s, u"blue-1"_s, noon()), taken(u"2"_s, u"blue-2"_s, noon())};
        watched.model.merge(made);
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\nHetzner · shop\n  azure\n    "
            u"azure-1\n    azure-2\n"
            "  blue\n    blue-1\n    blue-2\n  lost"_s);
        QCOMPARE(watched.trailing(),
                 u"2\n\n\n\n2\n  0\n    none\n    none\n  2\n    now\n    now\n  none"_s);
    }

    void movesResourcesAsProjectsComeAndGo()
    {
        Watched watched;
        watched.model.merge(withProjects({u"blue"_s}));
        QItemSelectionModel selection(&watched.model);
        selection.setCurrentIndex(watched.model.indexOf(serverKey(u"blue-2"_s)),
                                  QItemSelectionModel::Select);
        watched.model.merge(withProjects({u"blue"_s, u"green"_s}));
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\nHetzner · shop\n  blue\n    "
            u"blue-1\n    blue-2\n"
            "  green\n    green-1\n    green-2"_s);
        QCOMPARE(selection.currentIndex(), watched.model.indexOf(serverKey(u"blue-2"_s)));
        watched.model.merge(withProjects({u"blue"_s}));
        QCOMPARE(
            modelText(watched.model),
            u"All snapshots\nServers and volumes\nActivity\nACCOUNTS\nHetzner · shop\n  blue-1\n  blue-2"_s);
        QCOMPARE(selection.currentIndex(), watched.model.indexOf(serverKey(u"blue-2"_s)));
        QVERIFY(!watched.log.take().contains(u"reset"));
    }

    void keepsTheCurrentServerAcrossMerges()
    {
        Watched watched;
        watched.model.merge(branch({u"b"_s, u"c"_s, u"d"_s}));
        QItemSelectionModel selection(&watched.model);
        selection.setCurrentIndex(watched.model.indexOf(serverKey(u"c"_s)),
                                  QItemSelectionModel::Select);
        watched.model.merge(branch({u"a"_s, u"c"_s, u"d"_s, u"e"_s}));
        QCOMPARE(selection.currentIndex().data().toString(), u"c"_s);
        QVERIFY(selection.isSelected(watched.model.indexOf(serverKey(u"c"_s))));
    }

    void showsStrangeNames()
    {
        Watched watched;
        const QString longest(128, u'n');
        watched.model.merge(branch({longest, u"גיבוי"_s, u"💾"_s, u"two\nlines"_s, QString()}));
        const QString text = modelText(watched.model);
        for (const QString &name : {longest, u"גיבוי"_s, u"💾"_s, u"two lines"_s}) {
            QVERIFY2(text.contains(u"  " + name), qPrintable(name));
        }
    }

    void endsAsItsBranchSays_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void endsAsItsBranchSays()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        Watched watched;
        for (int round = 0; round < 40; ++round) {
            AccountBranch made = branch();
            const int projects = random.bounded(4);
            for (int i = 0; i < projects; ++i) {
                const QString name = u"p%1"_s.arg(random.bounded(5));
                if (!std::ranges::contains(made.projects, ProjectId{name}, &Project::id)) {
                    made.projects.append({{name}, name});
                }
            }
            for (int i = 0; i < 12; ++i) {
                if (random.bounded(3) != 0) {
                    const auto kind = ResourceKind(i % 2);
                    made.resources.append(resource(QString::number(i),
                                                   u"n%1"_s.arg(random.bounded(6)),
                                                   u"p%1"_s.arg(random.bounded(5)), kind));
                }
            }
            watched.model.merge(made);
            Watched fresh;
            fresh.model.merge(made);
            QCOMPARE(modelText(watched.model), modelText(fresh.model));
            QCOMPARE(modelText(watched.model, ResourceTreeModel::NodeKindRole),
                     modelText(fresh.model, ResourceTreeModel::NodeKindRole));
            for (const Resource &resource : std::as_const(made.resources)) {
                const QModelIndex index = watched.model.indexOf(resource.key);
                QCOMPARE(index.data(ResourceTreeModel::ResourceKeyRole).value<ResourceKey>(),
                         resource.key);
            }
        }
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ResourceTreeModelTest)
#include "resourcetreemodeltest.moc"
