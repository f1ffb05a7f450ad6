// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Support::HetznerCloud;
using Support::RawAnswer;
using Support::refusalText;
using Support::refusedFields;

namespace {

// "page 2 of 3, 40 in all, 20 a page, before 1, after 3"
QString paginationText(const RawAnswer &answer)
{
    const QJsonObject pagination = answer.object(u"meta"_s).value(u"pagination"_s).toObject();
    const auto number = [&pagination](const QString &name) {
        const QJsonValue value = pagination.value(name);
        return value.isNull() ? u"none"_s : QString::number(value.toInt(-1));
    };
    return u"page %1 of %2, %3 in all, %4 a page, before %5, after %6"_s.arg(
        number(u"page"_s), number(u"last_page"_s), number(u"total_entries"_s),
        number(u"per_page"_s), number(u"previous_page"_s), number(u"next_page"_s));
}

QStringList names(const RawAnswer &answer, const QString &list, const QString &field)
{
    QStringList all;
    for (const QJsonValueConstRef entry : answer.array(list)) {
        all.append(entry[field].toVariant().toString());
    }
    return all;
}

} // namespace

class HetznerListTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tellsWhichPageItIs_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("entries");
        QTest::addColumn<QString>("pagination");
        QTest::addRow("first, by default 25")
            << QString() << 25 << u"page 1 of 2, 40 in all, 25 a page, before none, after 2"_s;
        QTest::addRow("last") << u"&page=2"_s << 15
                              << u"page 2 of 2, 40 in all, 25 a page, before 1, after none"_s;
        QTest::addRow("in the middle") << u"&page=2&per_page=15"_s << 15
                                       << u"page 2 of 3, 40 in all, 15 a page, before 1, after 3"_s;
        QTest::addRow("all on one")
            << u"&per_page=50"_s << 40
            << u"page 1 of 1, 40 in all, 50 a page, before none, after none"_s;
        QTest::addRow("more than the vendor gives")
            << u"&per_page=500"_s << 40
            << u"page 1 of 1, 40 in all, 50 a page, before none, after none"_s;
        QTest::addRow("beyond the end")
            << u"&page=9"_s << 0 << u"page 9 of 2, 40 in all, 25 a page, before none, after none"_s;
    }

    void tellsWhichPageItIs()
    {
        QFETCH(QString, query);
        HetznerCloud hetzner;
        const RawAnswer answer = hetzner.http().get(u"/images?type=snapshot"_s + query);
        QCOMPARE(answer.status, 200);
        QTEST(int(answer.array(u"images"_s).size()), "entries");
        QTEST(paginationText(answer), "pagination");
    }

    void anEmptyListHasOnePage()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = hetzner.http().get(u"/servers?name=nobody"_s);
        QCOMPARE(paginationText(answer),
                 u"page 1 of 1, 0 in all, 25 a page, before none, after none"_s);
    }

    void linksToThePagesAround()
    {
        HetznerCloud hetzner;
        const QString base = hetzner.cloud().baseUrl().toString();
        const RawAnswer answer = hetzner.http().get(u"/images?type=snapshot&per_page=15&page=2"_s);
        const QByteArray link = answer.header("Link");
        QCOMPARE(link.count("rel="), 3);
        const QByteArrayList links = link.split(',');
        QVERIFY(links.at(0).contains("page=1>; rel=\"prev\""));
        QVERIFY(links.at(1).contains("page=3>; rel=\"next\""));
        QVERIFY(links.at(2).contains("page=3>; rel=\"last\""));
        QVERIFY(links.at(1).trimmed().startsWith(u"<%1/images?"_s.arg(base).toUtf8()));
        QVERIFY(links.at(1).contains("type=snapshot"));
        QVERIFY(!hetzner.http().get(u"/locations"_s).hasHeader("Link"));
    }

    void refusesWhatIsNoPage_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("field");
        QTest::addRow("page 0") << u"page=0"_s << u"page"_s;
        QTest::addRow("page is a word") << u"page=two"_s << u"page"_s;
        QTest::addRow("page is too large") << u"page=2147483647"_s << u"page"_s;
        QTest::addRow("no entries a page") << u"per_page=0"_s << u"per_page"_s;
        QTest::addRow("sort by something else") << u"sort=size"_s << u"sort"_s;
        QTest::addRow("sort sideways") << u"sort=id:sideways"_s << u"sort"_s;
        QTest::addRow("unknown type") << u"type=photo"_s << u"type"_s;
        QTest::addRow("unknown status") << u"status=tired"_s << u"status"_s;
        QTest::addRow("unknown architecture") << u"architecture=mips"_s << u"architecture"_s;
        QTest::addRow("no selector") << u"label_selector=a%20b"_s << u"label_selector"_s;
        QTest::addRow("bound to a name") << u"bound_to=web-1"_s << u"bound_to"_s;
    }

    void refusesWhatIsNoPage()
    {
        QFETCH(QString, query);
        HetznerCloud hetzner;
        const RawAnswer answer = hetzner.http().get(u"/images?"_s + query);
        QCOMPARE(refusalText(answer), u"422 invalid_input"_s);
        QTEST(refusedFields(answer), "field");
    }

    void sorts_data()
    {
        QTest::addColumn<QString>("sort");
        QTest::addColumn<QString>("field");
        QTest::addColumn<bool>("isDescending");
        QTest::addRow("by id unless told otherwise") << QString() << u"id"_s << false;
        QTest::addRow("by id, downwards") << u"&sort=id:desc"_s << u"id"_s << true;
        QTest::addRow("by name") << u"&sort=name"_s << u"name"_s << false;
        QTest::addRow("by name, downwards") << u"&sort=name:desc"_s << u"name"_s << true;
        QTest::addRow("by time") << u"&sort=created:asc"_s << u"created"_s << false;
        QTest::addRow("by time, downwards") << u"&sort=created:desc"_s << u"created"_s << true;
    }

    void sorts()
    {
        QFETCH(QString, sort);
        QFETCH(QString, field);
        QFETCH(bool, isDescending);
        HetznerCloud hetzner;
        const QStringList given =
            names(hetzner.http().get(u"/servers?per_page=50"_s + sort), u"servers"_s, field);
        QCOMPARE(given.size(), 15);
        QStringList sorted = given;
        sorted.sort();
        if (isDescending) {
            std::ranges::reverse(sorted);
        }
        QCOMPARE(given, sorted);
    }

    void laterKeysSortWhatEarlierOnesLeaveEqual()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().get(u"/images?type=snapshot&per_page=50&sort=name&sort=id:desc"_s);
        const QStringList ids = names(answer, u"images"_s, u"id"_s);
        QVERIFY(std::ranges::is_sorted(ids, std::ranges::greater()));
    }

    void filtersImages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("total");
        QTest::addRow("snapshots") << u"type=snapshot"_s << 40;
        QTest::addRow("backups") << u"type=backup"_s << 21;
        QTest::addRow("system images") << u"type=system"_s << 7;
        QTest::addRow("two types") << u"type=snapshot&type=backup"_s << 61;
        QTest::addRow("a type that does not occur") << u"type=app"_s << 0;
        QTest::addRow("everything") << u"include_deprecated=true"_s << 68;
        QTest::addRow("failed") << u"type=snapshot&status=unavailable"_s << 1;
        QTest::addRow("of an architecture") << u"type=snapshot&architecture=arm"_s << 2;
        QTest::addRow("by name") << u"name=debian-12"_s << 2;
        QTest::addRow("by name and architecture") << u"name=debian-12&architecture=arm"_s << 1;
        QTest::addRow("by label") << u"label_selector=golden%3Dtrue"_s << 2;
        QTest::addRow("by labels")
            << u"type=snapshot&label_selector=kunde%20in%20(bergmann%2Clindner)"_s << 3;
    }

    void filtersImages()
    {
        QFETCH(QString, query);
        HetznerCloud hetzner;
        QTEST(int(hetzner.all(u"/images?"_s + query, u"images"_s).size()), "total");
    }

    void findsTheBackupsOfAServer()
    {
        HetznerCloud hetzner;
        const qint64 id = Support::idOf(hetzner.server(u"db-1"_s));
        const QJsonArray backups =
            hetzner.all(u"/images?type=backup&bound_to=%1"_s.arg(id), u"images"_s);
        QCOMPARE(backups.size(), 7);
        QCOMPARE(backups.first()[u"bound_to"_s].toInteger(), id);
    }

    void filtersServersAndVolumes()
    {
        HetznerCloud hetzner;
        QCOMPARE(names(hetzner.http().get(u"/servers?status=off"_s), u"servers"_s, u"name"_s),
                 QStringList{u"staging"_s});
        QCOMPARE(hetzner.all(u"/servers?label_selector=role%3Dweb"_s, u"servers"_s).size(), 3);
        QCOMPARE(names(hetzner.http().get(u"/volumes?name=scratch"_s), u"volumes"_s, u"name"_s),
                 QStringList{u"scratch"_s});
        QCOMPARE(hetzner.all(u"/volumes?status=creating"_s, u"volumes"_s).size(), 0);
    }

    void thePriceOfAGigabyteIsDecimalText()
    {
        HetznerCloud hetzner;
        const QJsonObject pricing = hetzner.http().get(u"/pricing"_s).object(u"pricing"_s);
        QCOMPARE(pricing.value(u"currency"_s), u"EUR"_s);
        QCOMPARE(pricing.value(u"image"_s)[u"price_per_gb_month"_s][u"net"_s],
                 u"0.0100000000000000"_s);
        QCOMPARE(pricing.value(u"image"_s)[u"price_per_gb_month"_s][u"gross"_s],
                 u"0.0119000000000000"_s);
    }

    void readsOneOfEach()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http().get(u"/locations/1"_s).object(u"location"_s).value(u"name"_s),
                 u"fsn1"_s);
        QCOMPARE(
            hetzner.http().get(u"/server_types/114"_s).object(u"server_type"_s).value(u"name"_s),
            u"cx23"_s);
        QCOMPARE(refusalText(hetzner.http().get(u"/locations/99"_s)), u"404 not_found"_s);
    }
};

QTEST_GUILESS_MAIN(HetznerListTest)
#include "hetznerlisttest.moc"
