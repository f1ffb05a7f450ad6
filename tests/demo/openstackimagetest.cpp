// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using Support::OpenStackCloud;
using Support::RawAnswer;

namespace {

const auto patchType = "application/openstack-images-v2.1-json-patch"_ba;

QJsonObject operation(const QString &name, const QString &path, const QJsonValue &value)
{
    return {{u"op"_s, name}, {u"path"_s, path}, {u"value"_s, value}};
}

RawAnswer patch(OpenStackCloud &openstack, const QString &path, const QJsonArray &operations)
{
    openstack.image().setHeader("Content-Type", patchType);
    RawAnswer answer = openstack.image().send("PATCH", path, QJsonDocument(operations).toJson());
    openstack.image().setHeader("Content-Type", {});
    return answer;
}

} // namespace

// Images in the simulated OpenStack.
class OpenStackImageTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void listsAreFilteredByAnyProperty_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("count");
        QTest::addRow("all") << QString() << 12;
        QTest::addRow("visibility") << u"visibility=private"_s << 8;
        QTest::addRow("public ones") << u"visibility=public"_s << 4;
        QTest::addRow("snapshots") << u"image_type=snapshot"_s << 7;
        QTest::addRow("metadata of a snapshot") << u"by=cron"_s << 2;
        QTest::addRow("name") << u"name=debian-13"_s << 1;
        QTest::addRow("one of several names") << u"name=in:debian-13,debian-12"_s << 2;
        QTest::addRow("protected") << u"protected=True&visibility=private"_s << 1;
        QTest::addRow("no such property") << u"banana=1"_s << 0;
    }

    void listsAreFilteredByAnyProperty()
    {
        QFETCH(const QString, query);
        QFETCH(const int, count);
        OpenStackCloud openstack;
        const RawAnswer answer = openstack.image().get(u"/images?"_s + query);
        QCOMPARE(answer.array(u"images"_s).size(), count);
    }

    void listsComeInPagesWithRelativeLinks()
    {
        OpenStackCloud openstack;
        QStringList seen;
        QString path = u"/images?visibility=private&limit=4&sort=created_at:desc"_s;
        int pages = 0;
        while (!path.isEmpty()) {
            const RawAnswer page = openstack.image().get(path);
            QCOMPARE(page.status, 200);
            const QJsonArray entries = page.array(u"images"_s);
            for (const QJsonValueConstRef entry : entries) {
                seen.append(entry[u"created_at"_s].toString());
            }
            const QString next = page.json().value(u"next"_s).toString();
            QVERIFY(next.isEmpty() || next.startsWith(u"/v2/images?"_s));
            path = next.mid(3);
            ++pages;
        }
        QCOMPARE(seen.size(), 8);
        QCOMPARE(pages, 3); // a full page leads on, so the last one is empty
        QVERIFY(std::ranges::is_sorted(seen, std::greater()));
    }

    void anImageIsRenamedAndMarked()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"images"_s, u"runner + docker cache"_s);
        const RawAnswer answer = patch(openstack, path,
                                       {operation(u"replace"_s, u"/name"_s, u"runner"_s),
                                        operation(u"add"_s, u"/snapdeck_op"_s, u"17"_s)});
        QCOMPARE(answer.status, 200);
        const QJsonObject image = openstack.image().get(path).json();
        QCOMPARE(image.value(u"name"_s), u"runner"_s);
        QCOMPARE(image.value(u"snapdeck_op"_s), u"17"_s);
    }

    void aProtectedImageStays()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"images"_s, u"web-1 golden"_s);
        QCOMPARE(openstack.image().del(path).status, 403);
        const QJsonArray free{operation(u"replace"_s, u"/protected"_s, false)};
        QCOMPARE(patch(openstack, path, free).status, 200);
        QCOMPARE(openstack.image().del(path).status, 204);
        QCOMPARE(openstack.image().get(path).status, 404);
    }

    void changesAreRefused_data()
    {
        QTest::addColumn<QString>("image");
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<int>("status");
        QTest::addRow("what the service alone decides")
            << u"web-1 golden"_s << operation(u"replace"_s, u"/status"_s, u"x"_s) << 403;
        QTest::addRow("what is not there")
            << u"web-1 golden"_s << operation(u"replace"_s, u"/nosuch"_s, u"x"_s) << 409;
        QTest::addRow("another type")
            << u"web-1 golden"_s << operation(u"replace"_s, u"/protected"_s, u"x"_s) << 400;
        QTest::addRow("an unknown operation")
            << u"web-1 golden"_s << operation(u"turn"_s, u"/name"_s, u"x"_s) << 400;
        QTest::addRow("another's image")
            << u"debian-13"_s << operation(u"replace"_s, u"/name"_s, u"x"_s) << 403;
    }

    void changesAreRefused()
    {
        QFETCH(const QString, image);
        QFETCH(const QJsonObject, change);
        QFETCH(const int, status);
        OpenStackCloud openstack;
        const QString path = openstack.path(u"images"_s, image);
        const QJsonObject before = openstack.image().get(path).json();
        const QJsonArray both{operation(u"replace"_s, u"/min_disk"_s, 77), change};
        QCOMPARE(patch(openstack, path, both).status, status);
        QCOMPARE(openstack.image().get(path).json(), before);
    }

    void aChangeInAnotherFormatIsNotTaken()
    {
        OpenStackCloud openstack;
        const QString path = openstack.path(u"images"_s, u"web-1 golden"_s);
        QCOMPARE(openstack.image().send("PATCH", path, "[]").status, 415);
    }

    void imagesOfAnotherProjectAreNotThere()
    {
        OpenStackCloud openstack;
        OpenStackCloud customers(OpenStackCloud::options(), u"customers"_s);
        const QString path = customers.path(u"images"_s, u"praxis-lorenz 2026-11-14"_s);
        QCOMPARE(customers.image().get(path).status, 200);
        QCOMPARE(openstack.image().get(path).status, 404);
        QCOMPARE(openstack.image().del(path).status, 404);
    }
};

QTEST_GUILESS_MAIN(OpenStackImageTest)
#include "openstackimagetest.moc"
