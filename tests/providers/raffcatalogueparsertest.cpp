// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/raff/raffcatalogueparser.h"
#include "providers/raff/raffprices.h"
#include "rafffixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::RaffCatalogueParser;
using Providers::RaffPlan;
using Providers::RaffPrices;
namespace Fixtures = RaffFixtures;

/// What Raff sells, and what VMs are made of.
class RaffCatalogueParserTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsPlans();
    void refusesAPlanOfNothing();
    void sellsOneTypeInSeveralRegions();
    void keepsPricesAsTheyAreWritten_data();
    void keepsPricesAsTheyAreWritten();
    void tellsWindowsApart_data();
    void tellsWindowsApart();
    void readsTheImageThatWasSaved();

private:
    Support::TestEnvironment m_environment;
};

void RaffCatalogueParserTest::readsPlans()
{
    const auto plans = RaffCatalogueParser::plans(Fixtures::read(u"plans"_s));

    QVERIFY(plans);
    QCOMPARE(plans->size(), 4);
    const RaffPlan expected = {u"3"_s,         u"standard"_s, {u"us-east"_s}, 2,    4'000'000'000,
                               80'000'000'000, u"19.99"_s,    u"0.027764"_s,  false};
    QCOMPARE(plans->at(0), expected);
    QVERIFY(plans->at(1).isSoldOut);
    QCOMPARE(plans->at(3).kind, u"windows"_s);
    const auto none = RaffCatalogueParser::plans(R"({"success":true,"plans":null})");
    QVERIFY(none && none->isEmpty());
}

void RaffCatalogueParserTest::refusesAPlanOfNothing()
{
    const auto plans = RaffCatalogueParser::plans(Fixtures::with(u"plans"_s, u"plans.0.vcpu"_s, 0));

    QVERIFY(!plans);
    QCOMPARE(plans.error().message, u"plans[0].vcpu is not positive"_s);
}

void RaffCatalogueParserTest::sellsOneTypeInSeveralRegions()
{
    const auto plans = RaffCatalogueParser::plans(Fixtures::read(u"plans"_s));

    const QList<ServerType> types = RaffPrices::serverTypesOf(*plans);

    QCOMPARE(types.size(), 2); // none for Windows
    const ServerType &standard = types.at(0);
    QCOMPARE(standard.id.value, u"3"_s);
    QCOMPARE(standard.name, u"standard 3"_s);
    QCOMPARE(standard.cores, 2);
    QCOMPARE(standard.memoryBytes, 4'000'000'000);
    QCOMPARE(standard.diskBytes, 80'000'000'000);
    const UnitPrice month = {{19'990'000'000, u"USD"_s}, PriceUnit::PerMonth};
    const UnitPrice hour = {{30'001'000, u"USD"_s}, PriceUnit::PerHour};
    QCOMPARE(standard.offers,
             (QList<ServerOffer>{{{u"us-east"_s}, true, month}, {{u"eu-west"_s}, true, hour}}));
    QVERIFY(!types.at(1).offers.constFirst().isAvailable);
}

void RaffCatalogueParserTest::keepsPricesAsTheyAreWritten_data()
{
    QTest::addColumn<QJsonValue>("written");
    QTest::addColumn<std::optional<qint64>>("nanos");
    using Nanos = std::optional<qint64>;
    QTest::addRow("a number") << QJsonValue(19.99) << Nanos(19'990'000'000);
    QTest::addRow("a text") << QJsonValue(u"19.990000001"_s) << Nanos(19'990'000'001);
    QTest::addRow("a small number") << QJsonValue(1e-5) << Nanos(10'000);
    QTest::addRow("negative") << QJsonValue(-1) << Nanos();
    QTest::addRow("a word") << QJsonValue(u"free"_s) << Nanos();
    QTest::addRow("null") << QJsonValue() << Nanos();
}

void RaffCatalogueParserTest::keepsPricesAsTheyAreWritten()
{
    QFETCH(const QJsonValue, written);
    QFETCH(const std::optional<qint64>, nanos);
    const QByteArray json = Fixtures::with(u"plans"_s, u"plans.0.monthly_price"_s, written);
    const auto plans =
        RaffCatalogueParser::plans(JsonFixtures::with(json, u"plans.0.price_per_hour"_s, 0));

    const auto price = RaffPrices::serverTypesOf(*plans).constFirst().offers.constFirst().price;

    QCOMPARE(price.transform([](const UnitPrice &one) { return one.amount.nanos; }), nanos);
}

void RaffCatalogueParserTest::tellsWindowsApart_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<int>("count");
    QTest::addRow("as it is") << u"name"_s << QJsonValue(u"Windows"_s) << 1;
    QTest::addRow("by its mark") << u"is_windows"_s << QJsonValue(true) << 2;
    QTest::addRow("by a mark in text") << u"is_windows"_s << QJsonValue(u"true"_s) << 2;
    QTest::addRow("by its system") << u"os_type"_s << QJsonValue(u"Windows"_s) << 2;
}

void RaffCatalogueParserTest::tellsWindowsApart()
{
    QFETCH(const QString, member);
    QFETCH(const QJsonValue, value);
    QFETCH(const int, count);

    const auto ids = RaffCatalogueParser::windowsTemplates(
        Fixtures::with(u"templates"_s, u"data.0."_s + member, value));

    QVERIFY(ids);
    QCOMPARE(ids->size(), count);
    QVERIFY(ids->contains(u"33333333-0000-4000-8000-000000000002"_s));
}

void RaffCatalogueParserTest::readsTheImageThatWasSaved()
{
    const auto image = RaffCatalogueParser::image(Fixtures::read(u"image"_s));
    const auto windows =
        RaffCatalogueParser::image(Fixtures::with(u"image"_s, u"data.is_windows"_s, true));
    const auto elsewhere =
        RaffCatalogueParser::image(Fixtures::with(u"image"_s, u"data.id"_s, u"../vms"_s));

    QVERIFY(image && windows && !elsewhere);
    QCOMPARE(image->id.value, u"44444444-0000-4000-8000-000000000001"_s);
    QVERIFY(!image->isWindows && windows->isWindows);
}

QTEST_GUILESS_MAIN(RaffCatalogueParserTest)
#include "raffcatalogueparsertest.moc"
