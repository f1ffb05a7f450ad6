// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/servertypemodel.h"

#include "newserverstory.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Items;
using namespace NewServerStory;

class ServerTypeModelTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static QString rowText(const ServerTypeModel &model, int row)
    {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column) {
            cells.append(model.index(row, column).data().toString());
        }
        return cells.join(u", "_s);
    }

private Q_SLOTS:
    void tellsWhatATypeIsAndCosts()
    {
        ServerTypeModel model;
        const QAbstractItemModelTester tester(&model);
        model.merge(draft().types());
        QCOMPARE(rowText(model, 0), u"cheap, 2, 4 GB, 80 GB, € 4.99 a month"_s);
        QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"cheap, cores: 2, memory: 4 GB, disk: 80 GB, € 4.99 a month"_s);
        QCOMPARE(model.headerData(ServerTypeModel::Price, Qt::Horizontal, Qt::DisplayRole),
                 u"Price, estimate"_s);
    }

    void letsWhatDoesNotFitBeGoneToAndNotChosen()
    {
        ServerTypeModel model;
        model.merge(draft().types());
        QVERIFY(model.index(0, 0).flags().testFlag(Qt::ItemIsSelectable));
        const QModelIndex arm = model.index(3, 0);
        QVERIFY(arm.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!arm.flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(arm.data(ReasonRole), u"The snapshot is for x86."_s);
        QVERIFY(arm.data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith(u"Can't be chosen: The snapshot is for x86."_s));
    }

    void mergesByIdSoThatTheCurrentRowStays()
    {
        ServerTypeModel model;
        NewServerDraft two = draft();
        model.merge(two.types());
        const QPersistentModelIndex dear = model.index(2, 0);
        QCOMPARE(dear.data(), u"dear"_s);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QList<Domain::ServerType> dearer = types();
        dearer[0].offers[0].price = euroAMonth(2499);
        dearer.removeLast(); // cheap
        two.setTypes(dearer);
        model.merge(two.types());
        QCOMPARE(model.rowCount(), 6);
        QVERIFY(dear.isValid());
        QCOMPARE(dear.row(), 1);
        QCOMPARE(dear.sibling(1, ServerTypeModel::Price).data(), u"€ 24.99 a month"_s);
        QCOMPARE(reset.count(), 0);
        QCOMPARE(changed.count(), 1);
    }
};

QTEST_GUILESS_MAIN(ServerTypeModelTest)
#include "servertypemodeltest.moc"
