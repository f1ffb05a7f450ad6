// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/pagewalk.h"
#include "support/testenvironment.h"

#include <QTest>

using Domain::ErrorKind;
using Net::PageWalk;

namespace {

PageWalk::Arrival page(qint64 rows, std::optional<int> next, std::optional<int> last = {},
                       std::optional<qint64> total = {})
{
    return {rows, rows, next, last, total};
}

} // namespace

class PageWalkTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForTheFirstPageAlone();
    void endsWithASinglePage();
    void asksForTheRestAtOnceWhereTheEndIsKnown();
    void keepsNoMorePagesOpenThanTheWindow();
    void takesPagesInAnyOrder();
    void followsNextWhereTheEndIsUnknown();
    void followsNextWhenTheListGrew();
    void refusesANextPageThatDoesNotFollow_data();
    void refusesANextPageThatDoesNotFollow();
    void refusesPagesThatBringNothingNew();
    void refusesMoreRowsThanAnybodyHas();
    void refusesClaimsOfEndlessPages();
    void noticesThatTheListMoved();

private:
    Support::TestEnvironment m_environment;
};

void PageWalkTest::asksForTheFirstPageAlone()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32), QList<int>{1});
    QCOMPARE(walk.ask(32), QList<int>{});
    QVERIFY(!walk.isWhole());
}

void PageWalkTest::endsWithASinglePage()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(1, page(0, {}, 1, 0)).has_value());
    QVERIFY(walk.isWhole());
    QCOMPARE(walk.ask(32), QList<int>{});
    QCOMPARE(walk.total(), std::optional<qint64>(0));
}

void PageWalkTest::asksForTheRestAtOnceWhereTheEndIsKnown()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2, 5, 230)).has_value());
    QCOMPARE(walk.ask(32), (QList<int>{2, 3, 4, 5}));
}

void PageWalkTest::keepsNoMorePagesOpenThanTheWindow()
{
    PageWalk walk;
    QCOMPARE(walk.ask(3).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2, 9)).has_value());
    QCOMPARE(walk.ask(3), (QList<int>{2, 3, 4}));
    QCOMPARE(walk.ask(3), QList<int>{});
    QVERIFY(walk.arrived(3, page(50, 4, 9)).has_value());
    QCOMPARE(walk.ask(3), QList<int>{5});
}

void PageWalkTest::takesPagesInAnyOrder()
{
    PageWalk walk;
    QCOMPARE(walk.ask(9).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2, 4)).has_value());
    QCOMPARE(walk.ask(9).size(), 3);
    QVERIFY(walk.arrived(4, page(10, {}, 4)).has_value());
    QVERIFY(walk.arrived(2, page(50, 3, 4)).has_value());
    QVERIFY(!walk.isWhole());
    QVERIFY(walk.arrived(3, page(50, 4, 4)).has_value());
    QVERIFY(walk.isWhole());
}

void PageWalkTest::followsNextWhereTheEndIsUnknown()
{
    PageWalk walk;
    for (int number = 1; number < 4; ++number) {
        QCOMPARE(walk.ask(32), QList<int>{number});
        QVERIFY(walk.arrived(number, page(50, number + 1)).has_value());
        QVERIFY(!walk.isWhole());
    }
    QCOMPARE(walk.ask(32), QList<int>{4});
    QVERIFY(walk.arrived(4, page(3, {})).has_value());
    QVERIFY(walk.isWhole());
}

void PageWalkTest::followsNextWhenTheListGrew()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2, 2)).has_value());
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(2, page(50, 3, 3)).has_value());
    QVERIFY(!walk.isWhole());
    QCOMPARE(walk.ask(32), QList<int>{3});
}

void PageWalkTest::refusesANextPageThatDoesNotFollow_data()
{
    QTest::addColumn<int>("next");
    QTest::addRow("the same") << 1;
    QTest::addRow("before") << 0;
    QTest::addRow("negative") << -7;
    QTest::addRow("one left out") << 3;
    QTest::addRow("far away") << 2'000'000'000;
}

void PageWalkTest::refusesANextPageThatDoesNotFollow()
{
    QFETCH(const int, next);
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    const auto walked = walk.arrived(1, page(50, next));
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, ErrorKind::Protocol);
    QVERIFY(walked.error().message.contains(QStringLiteral("next_page")));
}

void PageWalkTest::refusesPagesThatBringNothingNew()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2)).has_value());
    QCOMPARE(walk.ask(32).size(), 1);
    PageWalk::Arrival same = page(50, 3);
    same.newRows = 0;
    const auto walked = walk.arrived(2, same);
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, ErrorKind::Protocol);
}

void PageWalkTest::refusesMoreRowsThanAnybodyHas()
{
    PageWalk walk;
    int number = 1;
    Domain::Result<Domain::Done> walked;
    for (; number < 100 && walked; ++number) {
        QCOMPARE(walk.ask(1), QList<int>{number});
        walked = walk.arrived(number, page(50'000, number + 1));
    }
    QVERIFY(!walked);
    QCOMPARE(walked.error().kind, ErrorKind::Protocol);
    QCOMPARE(number - 1, 21);
}

void PageWalkTest::refusesClaimsOfEndlessPages()
{
    for (const int last : {2'000'000'000, 20'001}) {
        PageWalk walk;
        QCOMPARE(walk.ask(32).size(), 1);
        const auto walked = walk.arrived(1, page(50, 2, last));
        QVERIFY(!walked);
        QCOMPARE(walked.error().kind, ErrorKind::Protocol);
    }
    PageWalk walk; // one new row a page, for ever
    int number = 0;
    Domain::Result<Domain::Done> walked;
    while (walked && number < 30'000) {
        ++number;
        QCOMPARE(walk.ask(1), QList<int>{number});
        walked = walk.arrived(number, page(1, number + 1));
    }
    QVERIFY(!walked);
    QCOMPARE(number, PageWalk::mostPages);
}

void PageWalkTest::noticesThatTheListMoved()
{
    PageWalk walk;
    QCOMPARE(walk.ask(32).size(), 1);
    QVERIFY(walk.arrived(1, page(50, 2, 3, 120)).has_value());
    QCOMPARE(walk.ask(32).size(), 2);
    QVERIFY(walk.arrived(2, page(50, 3, 3, 120)).has_value());
    QVERIFY(walk.isSteady());
    QVERIFY(walk.arrived(3, page(19, {}, 3, 119)).has_value());
    QVERIFY(!walk.isSteady());
}

QTEST_GUILESS_MAIN(PageWalkTest)
#include "pagewalktest.moc"
