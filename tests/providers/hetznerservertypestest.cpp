// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/hetzner/hetznerservertypes.h"
#include "hetznerfixtures.h"
#include "support/testenvironment.h"

using namespace Domain;
using namespace Qt::StringLiterals;
using Providers::HetznerServerType;
using Providers::HetznerServerTypes;

namespace {

const LocationId fsn1 = {u"fsn1"_s};
const LocationId ash = {u"ash"_s};
const LocationId hel1 = {u"hel1"_s};
const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), QTimeZone::UTC);

UnitPrice monthly(qint64 nanos, const QString &currency)
{
    return {{nanos, currency}, PriceUnit::PerMonth};
}

} // namespace

class HetznerServerTypesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTypes();
    void refusesAPriceThatIsNone_data();
    void refusesAPriceThatIsNone();
    void offersUntilTheEndThatWasAnnounced_data();
    void offersUntilTheEndThatWasAnnounced();
    void givesPricesTheirCurrency();

private:
    Support::TestEnvironment m_environment;
};

void HetznerServerTypesTest::readsTypes()
{
    const auto page = HetznerServerTypes::page(HetznerFixtures::read(u"server_types"_s));

    QVERIFY(page);
    QCOMPARE(page->rows.size(), 2);
    QCOMPARE(page->last, 1);
    HetznerServerType intel;
    intel.type = {
        {u"cpx22"_s},
        u"cpx22"_s,
        2,
        4'000'000'000,
        80'000'000'000,
        u"x86"_s,
        {{fsn1, true, monthly(3'790'000'000, {})}, {ash, false, monthly(4'990'000'000, {})}}};
    QCOMPARE(page->rows.at(0), intel);
    HetznerServerType arm;
    arm.type = {{u"cax11"_s},
                u"cax11"_s,
                2,
                4'000'000'000,
                40'000'000'000,
                u"arm"_s,
                {{fsn1, true, monthly(3'290'000'000, {})}, {hel1, true, {}}}};
    arm.soldUntil = {{fsn1, noon}};
    QCOMPARE(page->rows.at(1), arm);
}

void HetznerServerTypesTest::refusesAPriceThatIsNone_data()
{
    QTest::addColumn<QString>("net");
    QTest::addRow("a word") << u"cheap"_s;
    QTest::addRow("nothing") << QString();
    QTest::addRow("an exponent") << u"4e0"_s;
}

void HetznerServerTypesTest::refusesAPriceThatIsNone()
{
    QFETCH(const QString, net);

    const auto page = HetznerServerTypes::page(HetznerFixtures::with(
        u"server_types"_s, u"server_types.0.prices.0.price_monthly.net"_s, net));

    QVERIFY(!page);
    QCOMPARE(page.error().kind, ErrorKind::Protocol);
    QCOMPARE(page.error().message,
             u"server_types[0].prices[0].price_monthly.net is not a decimal number"_s);
}

void HetznerServerTypesTest::offersUntilTheEndThatWasAnnounced_data()
{
    QTest::addColumn<bool>("isLeft");
    QTest::addColumn<QDateTime>("now");
    QTest::addColumn<bool>("isAvailable");
    QTest::addRow("before") << true << noon.addSecs(-1) << true;
    QTest::addRow("at the end") << true << noon << false;
    QTest::addRow("sold out before") << false << noon.addSecs(-1) << false;
}

void HetznerServerTypesTest::offersUntilTheEndThatWasAnnounced()
{
    QFETCH(const bool, isLeft);
    QFETCH(const QDateTime, now);
    HetznerServerType type;
    type.type.offers = {{fsn1, isLeft, {}}, {hel1, true, {}}};
    type.soldUntil = {{fsn1, noon}};

    const QList<ServerType> offered = HetznerServerTypes::offered({type}, u"EUR"_s, now);

    QTEST(offered.constFirst().offers.at(0).isAvailable, "isAvailable");
    QVERIFY(offered.constFirst().offers.at(1).isAvailable);
}

void HetznerServerTypesTest::givesPricesTheirCurrency()
{
    HetznerServerType type;
    type.type.offers = {{fsn1, true, monthly(5, {})}, {hel1, true, {}}};

    const QList<ServerType> offered = HetznerServerTypes::offered({type}, u"USD"_s, noon);

    QCOMPARE(offered.size(), 1);
    QCOMPARE(offered.constFirst().offers,
             QList<ServerOffer>({{fsn1, true, monthly(5, u"USD"_s)}, {hel1, true, {}}}));
}

QTEST_GUILESS_MAIN(HetznerServerTypesTest)
#include "hetznerservertypestest.moc"
