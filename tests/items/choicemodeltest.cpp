// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/choicemodel.h"

#include "support/modeltext.h"
#include "support/testenvironment.h"
#include "takestory.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace TakeStory;
using Support::modelText;

class ChoiceModelTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void headsPlacesByTheirContinent()
    {
        ChoiceModel model;
        const QAbstractItemModelTester tester(&model);
        model.merge(placeRows(placeChoices({portal()})));
        QCOMPARE(modelText(model).trimmed(),
                 u"Asia\nYangon AZ01\nSingapore AZ01\nDubai AZ01\nEurope\nFrankfurt AZ01"_s);
        QVERIFY(model.index(1).data(SecondaryRole).toString().startsWith(u"Myanmar"_s));
        QCOMPARE(model.index(1).data(TrailingRole).toString(), u"2 servers, 4 volumes"_s);
    }

    void headsPlacesByTheirAccountWhereThereAreSeveral()
    {
        ChoiceModel model;
        model.merge(placeRows(placeChoices({portal(), plain()})));
        QCOMPARE(modelText(model).trimmed(),
                 u"office · Asia\nYangon AZ01\nSingapore AZ01\nDubai AZ01\n"
                 "office · Europe\nFrankfurt AZ01\nshop\nFalkenstein"_s);
        QCOMPARE(model.index(0).data(AccountColourRole).toInt(), 2);
    }

    void anAccountWithoutLocationsIsAChoiceItself()
    {
        TakeAccount account = plain();
        account.locations.clear();
        account.resources[0].location = {};
        ChoiceModel model;
        model.merge(placeRows(placeChoices({account})));
        QCOMPARE(modelText(model).trimmed(), u"shop"_s);
    }

    void headingsCanNotBeGoneToAndTheImpossibleNotBeChosen()
    {
        ChoiceModel model;
        model.merge(placeRows(placeChoices({portal()})));
        QCOMPARE(model.flags(model.index(0)), Qt::NoItemFlags);
        QVERIFY(model.flags(model.index(1)).testFlag(Qt::ItemIsSelectable));
        const QModelIndex coming = model.index(5);
        QVERIFY(coming.flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(!coming.flags().testFlag(Qt::ItemIsSelectable));
        QCOMPARE(coming.data(ReasonRole).toString(),
                 u"Announced: nothing can be ordered there yet."_s);
        QCOMPARE(coming.data(Qt::ToolTipRole).toString(), coming.data(ReasonRole).toString());
        QCOMPARE(coming.data(Qt::AccessibleTextRole).toString(),
                 u"Frankfurt AZ01, Germany. Can't be chosen: Announced: nothing can be ordered "
                 "there yet."_s);
    }

    void mergesByKey()
    {
        ChoiceModel model;
        const QAbstractItemModelTester tester(&model);
        model.merge(projectRows(projectChoices(portal(), {u"ygn"_s})));
        QCOMPARE(modelText(model).trimmed(), u"Default\nSoftware\nTest"_s);
        Support::ModelLog log(model);
        TakeAccount changed = portal();
        changed.projects.removeFirst();
        changed.resources.removeIf(
            [](const Resource &each) { return each.project.value == u"default-9"_s; });
        changed.projects.append({{u"new-1"_s}, u"New"_s});
        model.merge(projectRows(projectChoices(changed, {u"ygn"_s})));
        QCOMPARE(modelText(model).trimmed(), u"New\nSoftware\nTest"_s);
        QCOMPARE(log.take(), u"removed 0-0\ninserted 0-0"_s);
        QCOMPARE(model.indexOf(QVariant::fromValue(ProjectId{u"test-2"_s})).row(), 2);
    }
};

QTEST_GUILESS_MAIN(ChoiceModelTest)
#include "choicemodeltest.moc"
