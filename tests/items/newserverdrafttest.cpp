// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/newserverdraft.h"

#include "newserverstory.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace NewServerStory;

class NewServerDraftTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

private Q_SLOTS:
    void showsWhatFitsFirstByPriceAndWhyTheOthersDoNot()
    {
        QCOMPARE(typesText(draft()),
                 u"cheap own dear | arm: The snapshot is for x86. | "
                 "gone: Sold out in Falkenstein. | "
                 "small: Too small: 80 GB needed. | "
                 "far: Not sold in Falkenstein."_s);
    }

    void comparesPricesByTheHourAndByTheMonth()
    {
        NewServerDraft mixed(facts());
        ServerType hourly = type(u"hourly"_s, 80, 0);
        hourly.offers[0].price = UnitPrice{{6'000'000, u"EUR"_s}, PriceUnit::PerHour}; // 4.39
        ServerType untold = type(u"untold"_s, 80, 0);
        untold.offers[0].price.reset();
        mixed.setTypes({untold, type(u"five"_s, 80, 500), hourly, type(u"four"_s, 80, 400)});
        QCOMPARE(typesText(mixed), u"four hourly five untold"_s);
    }

    void beginsWithTheSourcesOwnTypeWhereItFits()
    {
        QCOMPARE(chosen(draft()), u"own"_s);
        NewServerFacts other = facts();
        other.source->plan = u"gone"_s;
        QCOMPARE(chosen(draft(other)), u"cheap"_s);
        other.source.reset();
        other.snapshot.location = {u"fsn1"_s};
        QCOMPARE(chosen(draft(other)), u"cheap"_s);
    }

    void keepsAWishThatNoLongerFitsAndPutsNothingInItsPlace()
    {
        NewServerDraft two = draft();
        two.chooseType({u"cheap"_s});
        two.chooseLocation({u"hel1"_s});
        QCOMPARE(chosen(two), u"none"_s);
        QCOMPARE(two.problem(), u"Choose a server type."_s);
        two.chooseType({u"dear"_s});
        QCOMPARE(two.problem(), QString());
        QCOMPARE(two.type()->price, euroAMonth(2199));
        two.chooseType({u"cheap"_s});
        two.chooseLocation({u"fsn1"_s});
        QCOMPARE(chosen(two), u"cheap"_s);
    }

    void canNotChooseWhatDoesNotFit()
    {
        NewServerDraft one = draft();
        one.chooseType({u"small"_s});
        QCOMPARE(chosen(one), u"none"_s);
        one.clearType();
        QCOMPARE(one.problem(), u"Choose a server type."_s);
    }

    void staysWhereTheSnapshotLiesWhereItMust()
    {
        NewServerFacts bound = facts();
        bound.capabilities.createServer.onlyAtSnapshotsLocation = true;
        const NewServerDraft one = draft(bound);
        QVERIFY(!one.isPlaceAsked());
        QCOMPARE(one.place()->location.title, u"Falkenstein"_s);
        bound.snapshot.location = {u"nbg1"_s}; // not even listed
        QCOMPARE(draft(bound).place()->location.id, LocationId{u"nbg1"_s});
    }

    void showsPlacesThatCanNotBeChosenAndThoseThatOnlyTypesKnow()
    {
        NewServerFacts soon = facts();
        soon.locations[1].isComingSoon = true;
        NewServerDraft one(soon);
        ServerType everywhere = type(u"any"_s, 80, 100);
        everywhere.offers.append({{u"ash"_s}, true, euroAMonth(100)});
        one.setTypes({everywhere});
        QCOMPARE(one.places().size(), 3);
        QCOMPARE(one.places().at(1).reason, u"Announced: nothing can be ordered there yet."_s);
        QCOMPARE(one.places().at(2).location.id, LocationId{u"ash"_s});
        one.chooseLocation({u"hel1"_s});
        QVERIFY(!one.place());
        QCOMPARE(one.problem(), u"Choose a location."_s);
    }

    void knowsNoPlacesWhereTheProviderHasNone()
    {
        NewServerFacts placeless = facts();
        placeless.locations.clear();
        placeless.source->location = {};
        NewServerDraft one(placeless);
        ServerType anywhere = type(u"any"_s, 80, 100);
        anywhere.offers[0].location = {};
        one.setTypes({anywhere});
        QVERIFY(one.places().isEmpty());
        QCOMPARE(chosen(one), u"any"_s);
        QCOMPARE(one.problem(), QString());
    }

    void saysWhyNoneIsChosen_data()
    {
        QTest::addColumn<QList<ServerType>>("types");
        QTest::addColumn<QString>("problem");
        QTest::addRow("none") << QList<ServerType>() << u"The provider lists no server types."_s;
        QTest::addRow("all too small")
            << QList{type(u"a"_s, 20, 100), type(u"b"_s, 40, 200)}
            << u"No server type has the 80 GB of disk that the snapshot needs."_s;
        ServerType gone = type(u"b"_s, 160, 200);
        gone.offers[0].isAvailable = false;
        QTest::addRow("different reasons")
            << QList{type(u"a"_s, 20, 100), gone}
            << u"No server type in Falkenstein fits the snapshot. Each one says why; another "
               "location may have one."_s;
    }

    void saysWhyNoneIsChosen()
    {
        QFETCH(const QList<ServerType>, types);
        NewServerDraft one(facts());
        one.setTypes(types);
        QTEST(one.problem(), "problem");
    }

    void saysHowTheListStands()
    {
        NewServerDraft one(facts());
        QCOMPARE(one.problem(), u"The server types are still being read."_s);
        one.setFailed();
        QCOMPARE(one.problem(), u"The server types could not be read."_s);
        one.setTypes(types());
        QCOMPARE(one.problem(), QString());
        one.setLoading();
        QCOMPARE(one.problem(), u"The server types are still being read."_s);
    }

    void proposesANameThatIsFreeAndThatTheProviderTakes_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QStringList>("inUse");
        QTest::addColumn<NameRule>("rule");
        QTest::addColumn<QString>("name");
        const NameRule host{true, true, 63, u"[a-zA-Z0-9][a-zA-Z0-9.-]*"_s};
        QTest::addRow("free") << u"web-1"_s << QStringList() << host << u"web-1-copy"_s;
        QTest::addRow("in use") << u"web-1"_s << QStringList{u"Web-1-copy"_s, u"web-1-copy-2"_s}
                                << host << u"web-1-copy-3"_s;
        QTest::addRow("blanks") << u"My web (old)"_s << QStringList() << host
                                << u"My-web-old-copy"_s;
        QTest::addRow("blanks are allowed")
            << u"My web"_s << QStringList() << NameRule() << u"My web-copy"_s;
        QTest::addRow("small letters")
            << u"Web_1"_s << QStringList() << NameRule{true, false, 0, u"[a-z0-9-]+"_s}
            << u"web-1-copy"_s;
        QTest::addRow("long") << QString(63, u'x') << QStringList() << host
                              << QString(58, u'x') + u"-copy"_s;
        QTest::addRow("other script") << u"שרת"_s << QStringList() << host << u"server-copy"_s;
        QTest::addRow("none") << QString() << QStringList() << host << u"server-copy"_s;
        QTest::addRow("none can be made")
            << u"web"_s << QStringList() << NameRule{true, false, 0, u"[0-9]+"_s} << QString();
    }

    void proposesANameThatIsFreeAndThatTheProviderTakes()
    {
        QFETCH(const QString, source);
        QFETCH(const QStringList, inUse);
        QFETCH(const NameRule, rule);
        NewServerFacts one = facts();
        one.source->name = source;
        one.serverNames = inUse;
        one.capabilities.createServer.name = rule;
        QTEST(NewServerDraft(one).name(), "name");
    }

    void refusesANameWhileItIsTyped()
    {
        NewServerDraft one = draft();
        one.typeName(u"db-1"_s);
        QCOMPARE(one.problem(), u"The name “db-1” is in use already."_s);
        one.typeName(u"db 2"_s);
        QCOMPARE(one.problem(), u"The name has characters that this provider does not take."_s);
        one.typeName({});
        QCOMPARE(one.problem(), u"A name is needed."_s);
        one.typeName(u" db-2 "_s);
        QCOMPARE(one.name(), u"db-2"_s);
        QCOMPARE(one.problem(), QString());
    }

    void wantsAKeyOnlyWhereOneIsNeededAndNeverKeepsAPrivateOne()
    {
        NewServerFacts keyed = facts();
        keyed.capabilities.createServer.needsSshKey = true;
        NewServerDraft one = draft(keyed);
        QCOMPARE(one.problem(), u"A public SSH key is needed."_s);
        one.typeSshKey(u"-----BEGIN OPENSSH PRIVATE KEY----- b3BlbnNzaC1rZXktdjEAAAAA"_s);
        QCOMPARE(one.sshKey(), QString());
        QCOMPARE(draft().keyProblem(), QString());
    }
};

QTEST_GUILESS_MAIN(NewServerDraftTest)
#include "newserverdrafttest.moc"
