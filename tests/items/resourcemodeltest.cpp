// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/resourcemodel.h"

#include "items/resourceorder.h"
#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;
using Support::columnText;
using Support::modelText;

namespace {

struct Watched
{
    Support::ManualClock clock{noon()};
    ResourceModel model{clock};
    ResourceOrder order;
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};

    Watched()
    {
        order.setSourceModel(&model);
        m_orderTester = std::make_unique<QAbstractItemModelTester>(
            &order, QAbstractItemModelTester::FailureReportingMode::Fatal);
    }

    [[nodiscard]] QString sortedBy(ResourceModel::Column column,
                                   Qt::SortOrder direction = Qt::AscendingOrder)
    {
        order.sort(column, direction);
        return columnText(order, ResourceModel::Name);
    }

private:
    std::unique_ptr<QAbstractItemModelTester> m_orderTester;
};

ResourceRow serverRow(const QString &name, const AccountId &account = shop())
{
    ResourceRow row;
    row.resource.key = serverKey(name, account);
    row.resource.name = name;
    row.resource.power = PowerState::Running;
    row.resource.sizeBytes = 40 * gigabyte;
    row.accountName = account == shop() ? u"shop"_s : u"office"_s;
    row.providerName = u"Hetzner"_s;
    row.locationName = u"Falkenstein"_s;
    return row;
}

QList<ResourceRow> named(const QStringList &names, const AccountId &account = shop())
{
    QList<ResourceRow> rows;
    for (const QString &name : names) {
        rows.append(serverRow(name, account));
    }
    return rows;
}

ResourceRow volumeRow()
{
    ResourceRow row = serverRow(u"data"_s);
    row.resource.key.kind = ResourceKind::Volume;
    row.resource.power = PowerState::Unknown;
    row.resource.sizeBytes.reset();
    row.resource.attachedTo = serverKey(u"web-1"_s);
    row.serverName = u"web-1"_s;
    row.canTake = false;
    return row;
}

} // namespace

class ResourceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsTheFactsOfEachRow()
    {
        Watched w;
        ResourceRow server = serverRow(u"web-1"_s);
        server.projectName = u"Software"_s;
        server.lastGood = noon().addSecs(-7200);
        server.snapshots = 3;
        w.model.merge(shop(), {server, volumeRow()});
        QCOMPARE(modelText(w.model),
                 u"web-1 | Server | 40.00 GB | running | Falkenstein | shop | 2 h | 3\n"
                 "data | Volume | — | at web-1 | Falkenstein | shop | — | 0"_s);
        QCOMPARE(w.model.index(0, ResourceModel::Location)
                     .data(ResourceModel::SecondaryTextRole)
                     .toString(),
                 u" · Software"_s);
        QCOMPARE(w.model.index(0, ResourceModel::Name).data(ResourceModel::IconRole).toString(),
                 u"server"_s);
    }

    void marksWhatHasNoGoodSnapshot()
    {
        Watched w;
        ResourceRow old = serverRow(u"old"_s);
        old.lastGood = noon().addDays(-41);
        ResourceRow good = serverRow(u"good"_s);
        good.lastGood = noon().addDays(-30);
        w.model.merge(shop(), {serverRow(u"bare"_s), old, good, volumeRow()});
        QCOMPARE(columnText(w.model, ResourceModel::LastGood), u"none 41 d 30 d —"_s);
        QCOMPARE(columnText(w.model, ResourceModel::LastGood, ResourceModel::IconRole),
                 u"triangle-alert triangle-alert  "_s);
        QCOMPARE(w.model.index(0, ResourceModel::LastGood).data(Qt::AccessibleTextRole).toString(),
                 u"There is no snapshot yet."_s);
        QVERIFY(w.model.summaryText().endsWith(u"2 without a good snapshot of the last 30 days"_s));
    }

    void mergesByKey()
    {
        Watched w;
        w.model.merge(shop(), named({u"b"_s, u"c"_s, u"e"_s}));
        QCOMPARE(w.log.take(), u"inserted 0-2"_s);
        w.model.merge(shop(), named({u"b"_s, u"c"_s, u"e"_s}));
        QCOMPARE(w.log.take(), QString());
        w.model.merge(office(), named({u"x"_s}, office()));
        QCOMPARE(w.log.take(), u"inserted 3-3"_s);
        w.model.merge(shop(), named({u"a"_s, u"b"_s, u"e"_s, u"f"_s}));
        QCOMPARE(w.log.take(), u"removed 1-1\ninserted 0-0\ninserted 3-3"_s);
        QCOMPARE(columnText(w.model, ResourceModel::Name), u"a b e f x"_s);
        QList<ResourceRow> changed = named({u"a"_s, u"b"_s, u"e"_s, u"f"_s});
        changed[1].snapshots = 1;
        changed[2].snapshots = 1;
        w.model.merge(shop(), changed);
        QCOMPARE(w.log.take(), u"changed 1-2"_s);
        w.model.removeAccount(shop());
        QCOMPARE(w.log.take(), u"removed 0-3"_s);
        w.model.removeAccount(shop());
        QCOMPARE(w.log.take(), QString());
        QVERIFY(!w.model.row(serverKey(u"a"_s)));
        QVERIFY(w.model.row(serverKey(u"x"_s, office())));
    }

    void keepsTheCurrentRowAcrossMerges()
    {
        Watched w;
        w.model.merge(shop(), named({u"b"_s, u"c"_s}));
        w.order.sort(ResourceModel::Name);
        QItemSelectionModel selection(&w.order);
        selection.setCurrentIndex(w.order.index(1, 0), QItemSelectionModel::Select);
        w.model.merge(shop(), named({u"a"_s, u"c"_s, u"d"_s}));
        QCOMPARE(selection.currentIndex().data().toString(), u"c"_s);
    }

    void agesGoOnByTheMinute()
    {
        Watched w;
        ResourceRow row = serverRow(u"a"_s);
        row.lastGood = noon().addDays(-30);
        w.model.merge(shop(), {row});
        w.log.take();
        w.model.refreshAges();
        QCOMPARE(w.log.take(), QString());
        w.clock.advance(24h);
        w.model.refreshAges();
        QCOMPARE(w.log.take(), u"changed 0-0"_s);
        QCOMPARE(columnText(w.model, ResourceModel::LastGood), u"31 d"_s);
    }

    void namesStandInNaturalOrder()
    {
        Watched w;
        w.model.merge(shop(), named({u"web-10"_s, u"Web-2"_s, u"db"_s}));
        QCOMPARE(w.sortedBy(ResourceModel::Name), u"db Web-2 web-10"_s);
        QCOMPARE(w.sortedBy(ResourceModel::Name, Qt::DescendingOrder), u"web-10 Web-2 db"_s);
    }

    void sortsWhatIsWorstCoveredFirstAndEqualOnesByName()
    {
        Watched w;
        ResourceRow old = serverRow(u"z-old"_s);
        old.lastGood = noon().addDays(-41);
        ResourceRow young = serverRow(u"a-young"_s);
        young.lastGood = noon();
        w.model.merge(shop(),
                      {young, volumeRow(), serverRow(u"c-bare"_s), old, serverRow(u"b-bare"_s)});
        QCOMPARE(w.sortedBy(ResourceModel::LastGood), u"b-bare c-bare z-old a-young data"_s);
        QCOMPARE(w.sortedBy(ResourceModel::LastGood, Qt::DescendingOrder),
                 u"data a-young z-old b-bare c-bare"_s);
        QCOMPARE(w.sortedBy(ResourceModel::Size), u"data a-young b-bare c-bare z-old"_s);
    }

    void showsWhatHasEveryWord()
    {
        Watched w;
        w.model.merge(shop(), {serverRow(u"web-1"_s), volumeRow()});
        w.order.setWords(u"volume FALKEN"_s);
        QCOMPARE(columnText(w.order, ResourceModel::Name), u"data"_s);
        w.order.setWords({});
        QCOMPARE(w.order.rowCount(), 2);
    }

    void everyColumnHasANameAndSaysMoreOnDemand()
    {
        Watched w;
        w.model.merge(shop(), {serverRow(u"web-1"_s), volumeRow()});
        for (int column = 0; column < ResourceModel::ColumnCount; ++column) {
            QVERIFY(
                !w.model.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString().isEmpty());
            QVERIFY(
                !w.model.headerData(column, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
            for (int row = 0; row < w.model.rowCount(); ++row) {
                const QModelIndex index = w.model.index(row, column);
                QVERIFY(!index.data(Qt::ToolTipRole).toString().isEmpty());
                QVERIFY(!index.data(Qt::AccessibleTextRole).toString().contains(u'—'));
            }
        }
    }

    void takesNamesForNoMarkup()
    {
        Watched w;
        ResourceRow row = serverRow(u"<b>bold</b>\nname"_s);
        w.model.merge(shop(), {row});
        QCOMPARE(w.model.index(0, 0).data().toString(), u"<b>bold</b> name"_s);
        QVERIFY(!w.model.index(0, 0).data(Qt::ToolTipRole).toString().contains(u"<b>bold"_s));
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ResourceModelTest)
#include "resourcemodeltest.moc"
