// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Support::misshapen;
using Support::RawAnswer;
using Support::StackConsoleCloud;

namespace {

const auto plansOf = "/plans/service/Block%20Storage%20Snapshot?filter[region]="_L1;

QStringList slugs(const QJsonArray &entries)
{
    QStringList slugs;
    for (const QJsonValueConstRef entry : entries) {
        slugs.append(entry[u"slug"_s].toString());
    }
    return slugs;
}

} // namespace

// What the operator offers: whether it has the names and JSON types that clients of the vendor
// read.
class StackConsoleCatalogueTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void everyListHasItsShape_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("shape");
        QTest::addRow("regions")
            << u"/regions"_s
            << u"id:s name:s slug:s country:s country_code:s continent_code:s continent_name:s "
               "description:s status:b is_coming_soon:b cloud_provider:o cloud_provider_setup:o"_s;
        QTest::addRow("cloud providers")
            << u"/cloud-providers"_s
            << u"id:s name:s display_name:s slug:s status:b is_multi_region_setup:b services:a "
               "sort_order:n?"_s;
        QTest::addRow("projects") << u"/projects"_s
                                  << u"id:s name:s slug:s description:s? icon_id:s purpose:s "
                                     "status:n created_at:s"_s;
        QTest::addRow("billing cycles")
            << u"/billing-cycles"_s
            << u"id:s name:s slug:s description:s? duration:n unit:s is_enabled:b sort_order:n "
               "payment_modes:a"_s;
        QTest::addRow("storage categories")
            << u"/storage-categories"_s << u"id:s name:s slug:s status:b"_s;
        QTest::addRow("currencies")
            << u"/currencies"_s << u"id:s name:s slug:s currency_name:s decimal_place:n"_s;
        QTest::addRow("plans") << u"/plans/service/VM%20Snapshot"_s
                               << u"id:s name:s slug:s status:b is_custom:b hourly_price:n "
                                  "monthly_price:n storage_category_id:s? network_type:s? "
                                  "attribute:o tag:oa prices:a created_at:s updated_at:s"_s;
    }

    void everyListHasItsShape()
    {
        QFETCH(QString, path);
        QFETCH(QString, shape);
        StackConsoleCloud console;
        const RawAnswer answer = console.http().get(path);
        QCOMPARE(answer.status, 200);
        QCOMPARE(misshapen(answer.json(), u"status:s message:s timezone:s data:a"_s), QString());
        QCOMPARE(answer.json().value(u"status"_s), u"Success"_s);
        QVERIFY(!answer.json().contains(u"current_page"_s));
        QVERIFY(!answer.array(u"data"_s).isEmpty());
        const QJsonArray entryRows = answer.array(u"data"_s);
        for (const QJsonValueConstRef entry : entryRows) {
            QCOMPARE(misshapen(entry, shape), QString());
        }
    }

    void theInnerObjectsHaveTheirShapes()
    {
        StackConsoleCloud console;
        const QJsonObject region = console.list(u"/regions"_s).first().toObject();
        QCOMPARE(misshapen(region.value(u"cloud_provider"_s),
                           u"id:s name:s display_name:s slug:s status:b services:a"_s),
                 QString());
        QCOMPARE(misshapen(region.value(u"cloud_provider_setup"_s),
                           u"id:s name:s slug:s version:s timezone:s status:b"_s),
                 QString());
        const QJsonObject cycle = console.list(u"/billing-cycles"_s).first().toObject();
        QCOMPARE(misshapen(cycle.value(u"payment_modes"_s)[0],
                           u"id:s name:s slug:s display_name:s status:b"_s),
                 QString());
        const QJsonObject plan = console.list(u"/plans/service/VM%20Snapshot"_s)[0].toObject();
        const QJsonValue price = plan.value(u"prices"_s)[0];
        QCOMPARE(misshapen(price, u"id:s amount:s otc:s currency:o billing_cycle:o"_s), QString());
        QCOMPARE(misshapen(price[u"currency"_s], u"id:s name:s slug:s currency_name:s"_s),
                 QString());
        QCOMPARE(misshapen(price[u"billing_cycle"_s],
                           u"id:s name:s slug:s duration:n unit:s is_enabled:b sort_order:n"_s),
                 QString());
    }

    void twoLocationsInAsiaAreOpenAndOneComesSoon()
    {
        StackConsoleCloud console;
        QStringList lines;
        const QJsonArray regionRows = console.list(u"/regions"_s);
        for (const QJsonValueConstRef region : regionRows) {
            lines.append(u"%1, %2, %3, %4"_s.arg(
                region[u"name"_s].toString(), region[u"country"_s].toString(),
                region[u"continent_name"_s].toString(),
                region[u"is_coming_soon"_s].toBool() ? u"soon"_s : u"open"_s));
        }
        QCOMPARE(lines.join(u'\n'),
                 u"1CNG-YGN-AZ01, Myanmar (Burma), Asia, open\n"
                 "1CNG-SGP-AZ01, Singapore, Asia, open\n"
                 "1CNG-MDY-AZ01, Myanmar (Burma), Asia, soon"_s);
    }

    void theProjectsAreAsInThePortal()
    {
        StackConsoleCloud console;
        QStringList names;
        const QJsonArray projectRows = console.list(u"/projects"_s);
        for (const QJsonValueConstRef project : projectRows) {
            names.append(project[u"name"_s].toString());
        }
        QCOMPARE(names.join(u','), u"Default,Software,Test"_s);
    }

    void theCyclesReachFromHourlyToThreeYears()
    {
        StackConsoleCloud console;
        QCOMPARE(slugs(console.list(u"/billing-cycles"_s)).join(u','),
                 u"hourly,monthly,quarterly,semi-annually,yearly,bi-annually,tri-annually"_s);
    }

    void oneCloudAloneRunsMachines()
    {
        StackConsoleCloud console;
        QStringList running;
        const QJsonArray providerRows = console.list(u"/cloud-providers"_s);
        for (const QJsonValueConstRef provider : providerRows) {
            if (provider[u"services"_s].toArray().contains(u"Virtual Machine"_s)) {
                running.append(provider[u"slug"_s].toString());
            }
        }
        QCOMPARE(running.join(u','), u"nimbo"_s);
    }

    void storageCategoriesAreOfARegion()
    {
        StackConsoleCloud console;
        const QString path = u"/storage-categories?filter[region]="_s;
        QCOMPARE(slugs(console.list(path + u"1cng-ygn-az01"_s)).join(u','), u"nvme"_s);
        QCOMPARE(slugs(console.list(path + u"1cng-sgp-az01"_s)).join(u','), u"nvme,ssd"_s);
    }

    void plansAreOfARegionAndMixedWithoutOne()
    {
        StackConsoleCloud console;
        QCOMPARE(slugs(console.list(plansOf + u"1cng-ygn-az01"_s)).join(u','),
                 u"snapshot-per-gb,snapshot-per-gb-2024"_s);
        QCOMPARE(slugs(console.list(plansOf + u"1cng-sgp-az01"_s)).join(u','),
                 u"snapshot-nvme-sgp,snapshot-ssd-sgp"_s);
        QCOMPARE(console.list(plansOf).size(), 4);
        QCOMPARE(console.list(u"/plans/service/VM%20Snapshot?filter[region]=1cng-sgp-az01"_s),
                 QJsonArray());
    }

    void aPriceIsInKyatAndWrittenAsText()
    {
        StackConsoleCloud console;
        const QJsonArray plans = console.list(plansOf + u"1cng-ygn-az01"_s);
        const QJsonValue plan = plans.first();
        const QJsonValue price = plan[u"prices"_s][0];
        QCOMPARE(price[u"amount"_s], u"0.1200"_s);
        QCOMPARE(price[u"currency"_s][u"slug"_s], u"mmk"_s);
        QCOMPARE(price[u"billing_cycle"_s][u"slug"_s], u"hourly"_s);
        QCOMPARE(plan[u"hourly_price"_s].toDouble(), 0.12);
        QVERIFY(plan[u"tag"_s].isObject());
        // A plan that is not sold any more stays on the list.
        QVERIFY(!plans.last()[u"status"_s].toBool());
        QVERIFY(plans.last()[u"tag"_s].isArray());
    }

    void twoPlansAreToldApartByTheirStorage()
    {
        StackConsoleCloud console;
        const QJsonArray categories =
            console.list(u"/storage-categories?filter[region]=1cng-sgp-az01"_s);
        const QJsonArray plans = console.list(plansOf + u"1cng-sgp-az01"_s);
        for (int i = 0; i < 2; ++i) {
            QCOMPARE(plans[i][u"storage_category_id"_s], categories[i][u"id"_s]);
        }
    }

    void aServiceNobodyKnowsHasNoPlans()
    {
        StackConsoleCloud console;
        QCOMPARE(console.list(u"/plans/service/Kubernetes"_s), QJsonArray());
        QCOMPARE(refusal(console.http().get(u"/plans/service/Block+Storage+Snapshot"_s)),
                 u"403 The provided service is invalid."_s);
    }

    void anOperatorMaySellNoSnapshots()
    {
        StackConsoleCloud console(StackConsoleCloud::options({u"no-plan"_s}));
        QCOMPARE(console.list(plansOf + u"1cng-ygn-az01"_s), QJsonArray());
        QCOMPARE(console.list(u"/plans/service/VM%20Snapshot"_s).size(), 1);
        QCOMPARE(refusal(console.http().post(u"/blockstorages/root-4153/snapshots"_s,
                                             StackConsoleCloud::volumeOrder(u"a"_s))),
                 u"403 The provided plan is invalid."_s);
    }

    void theProfileTellsTheCustomerNumber()
    {
        StackConsoleCloud console;
        const QJsonValue user =
            console.http().get(u"/profile"_s).json().value(u"data"_s)[u"user"_s];
        QCOMPARE(misshapen(user, u"id:s name:s email:s is_blocked:b account:o"_s), QString());
        QCOMPARE(misshapen(user[u"account"_s],
                           u"crn:s status:s account_status:s payment_mode:s timezone:s "
                           "date_time_format:s"_s),
                 QString());
        QCOMPARE(user[u"account"_s][u"crn"_s], u"001041"_s);
    }

    void theBalanceIsWrittenAsText()
    {
        StackConsoleCloud console;
        const QJsonObject balance = console.http().get(u"/account/balance"_s).object(u"data"_s);
        QCOMPARE(misshapen(balance,
                           u"available_balance:s available_net_balance:s deposited:s charged:s "
                           "due:s current_hourly_rate:s current_month_usage:s unpaid_invoices:s"_s),
                 QString());
    }

    void theApiTellsWhereItIsDocumented()
    {
        StackConsoleCloud console;
        const QString url = console.http()
                                .get(u"/profile/swagger-doc-links"_s)
                                .object(u"data"_s)
                                .value(u"url"_s)
                                .toString();
        QCOMPARE(url, console.cloud().baseUrl().toString() + u"/docs/nimbo"_s);
    }
};

QTEST_GUILESS_MAIN(StackConsoleCatalogueTest)
#include "stackconsolecataloguetest.moc"
