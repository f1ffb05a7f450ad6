// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/router.h"

#include <QTest>

using namespace Demo;
using namespace Qt::StringLiterals;

namespace {

Router::Handler named(const QByteArray &name)
{
    return [name](const Request &, const QStringList &) {
        Answer answer;
        answer.body = name;
        return answer;
    };
}

Router someRouter()
{
    Router router;
    router.add("GET", u"/images/{id}"_s, named("image"));
    router.add("GET", u"/images/actions"_s, named("actions of all images"));
    router.add("GET", u"/images/{id}/actions/{action_id}"_s, named("action of an image"));
    router.add("PUT", u"/images/{id}"_s, named("update"));
    return router;
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheHandler_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("handler");
        QTest::addColumn<QString>("captured");
        QTest::addRow("one placeholder") << "GET"_ba << u"/images/7"_s << "image"_ba << u"7"_s;
        QTest::addRow("a literal is preferred")
            << "GET"_ba << u"/images/actions"_s << "actions of all images"_ba << QString();
        QTest::addRow("two placeholders")
            << "GET"_ba << u"/images/7/actions/8"_s << "action of an image"_ba << u"7 8"_s;
        QTest::addRow("by method") << "PUT"_ba << u"/images/7"_s << "update"_ba << u"7"_s;
        QTest::addRow("HEAD is answered as GET")
            << "HEAD"_ba << u"/images/7"_s << "image"_ba << u"7"_s;
    }

    void findsTheHandler()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        const Router router = someRouter();
        const Router::Match match = router.find(method, path);
        QCOMPARE(match.outcome, Router::Outcome::Found);
        QTEST((*match.handler)({}, {}).body, "handler");
        QTEST(match.captured.join(u' '), "captured");
    }

    void tellsAWrongPathFromAWrongMethod()
    {
        const Router router = someRouter();
        QCOMPARE(router.find("GET", u"/pictures").outcome, Router::Outcome::NoSuchPath);
        QCOMPARE(router.find("GET", u"/images/7/").outcome, Router::Outcome::NoSuchPath);
        QCOMPARE(router.find("DELETE", u"/images/7").outcome, Router::Outcome::NoSuchMethod);
        QCOMPARE(router.find("DELETE", u"/images/actions").outcome, Router::Outcome::NoSuchMethod);
    }
};

QTEST_GUILESS_MAIN(RouterTest)
#include "routertest.moc"
