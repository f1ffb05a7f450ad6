// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/hetznercloud.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::HetznerCloud;
using Support::idOf;
using Support::RawAnswer;
using Support::refusalText;
using Support::refusedFields;

namespace {

// "running 42 %"
QString actionText(const QJsonObject &action)
{
    return u"%1 %2 %"_s.arg(action.value(u"status"_s).toString())
        .arg(action.value(u"progress"_s).toInt());
}

QJsonObject stored(HetznerCloud &hetzner, const QJsonObject &action)
{
    return hetzner.action(action);
}

} // namespace

class HetznerSnapshotTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aSnapshotBecomesAvailableAndThenHasASize()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"create_image"_s),
                                {{u"type"_s, u"snapshot"_s},
                                 {u"description"_s, u"vor Update"_s},
                                 {u"labels"_s, QJsonObject{{u"snapdeck/op"_s, u"17"_s}}}});
        QCOMPARE(answer.status, 201);
        const QJsonObject image = answer.object(u"image"_s);
        const QJsonObject action = answer.object(u"action"_s);
        QCOMPARE(image.value(u"status"_s), u"creating"_s);
        QVERIFY(image.value(u"image_size"_s).isNull());
        QCOMPARE(image.value(u"description"_s), u"vor Update"_s);
        QCOMPARE(image.value(u"labels"_s)[u"snapdeck/op"_s], u"17"_s);
        QCOMPARE(image.value(u"created_from"_s)[u"name"_s], u"web-1"_s);
        QCOMPARE(image.value(u"disk_size"_s), 80);
        QCOMPARE(actionText(action), u"running 0 %"_s);
        QVERIFY(action.value(u"finished"_s).isNull());
        QVERIFY(hetzner.server(u"web-1"_s).value(u"locked"_s).toBool());

        hetzner.cloud().skipTime(45s);
        const int early = stored(hetzner, action).value(u"progress"_s).toInt();
        QVERIFY(early > 0 && early < 100);
        hetzner.cloud().skipTime(20s);
        QVERIFY(stored(hetzner, action).value(u"progress"_s).toInt() > early);
        QCOMPARE(hetzner.image(image).value(u"status"_s), u"creating"_s);

        hetzner.cloud().skipTime(10min);
        QCOMPARE(actionText(stored(hetzner, action)), u"success 100 %"_s);
        QVERIFY(stored(hetzner, action).value(u"finished"_s).isString());
        QCOMPARE(hetzner.image(image).value(u"status"_s), u"available"_s);
        const double size = hetzner.image(image).value(u"image_size"_s).toDouble();
        QVERIFY(size > 11 && size < 14);
        QVERIFY(!hetzner.server(u"web-1"_s).value(u"locked"_s).toBool());
    }

    void twentyGigabytesTakeTwoToFourMinutes_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 5; ++seed) {
            QTest::addRow("seed %d", seed) << seed;
        }
    }

    void twentyGigabytesTakeTwoToFourMinutes()
    {
        QFETCH(int, seed);
        Demo::CloudOptions options = HetznerCloud::options();
        options.seed = static_cast<quint32>(seed);
        HetznerCloud hetzner(options);
        const QJsonObject action =
            hetzner.http()
                .post(hetzner.actionPath(u"shop-muenchen"_s, u"create_image"_s), QJsonObject{})
                .object(u"action"_s);
        hetzner.cloud().skipTime(2min);
        QCOMPARE(stored(hetzner, action).value(u"status"_s), u"running"_s);
        hetzner.cloud().skipTime(2min + 30s);
        QCOMPARE(stored(hetzner, action).value(u"status"_s), u"success"_s);
    }

    void theTimeFactorMakesItFaster()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.timeFactor = 1000;
        HetznerCloud hetzner(options);
        const QJsonObject action =
            hetzner.http()
                .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), QJsonObject{})
                .object(u"action"_s);
        QTRY_COMPARE(stored(hetzner, action).value(u"status"_s), u"success"_s);
    }

    void anUndescribedSnapshotIsNamedAfterItsTime()
    {
        HetznerCloud hetzner;
        const QJsonObject image =
            hetzner.http()
                .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), QJsonObject{})
                .object(u"image"_s);
        QCOMPARE(image.value(u"type"_s), u"snapshot"_s);
        QVERIFY(image.value(u"description"_s).toString().contains(u"2026-11-20T14:02"_s));
    }

    void aSnapshotOfAFailingDiskFails()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().post(hetzner.actionPath(u"lab-2"_s, u"create_image"_s), QJsonObject{});
        QCOMPARE(answer.status, 201);
        hetzner.cloud().skipTime(10min);
        const QJsonObject action = stored(hetzner, answer.object(u"action"_s));
        QCOMPARE(actionText(action), u"error 60 %"_s);
        QCOMPARE(action.value(u"error"_s)[u"code"_s], u"action_failed"_s);
        const QJsonObject image = hetzner.image(answer.object(u"image"_s));
        QCOMPARE(image.value(u"status"_s), u"unavailable"_s);
        QVERIFY(image.value(u"image_size"_s).isNull());
        QVERIFY(!hetzner.server(u"lab-2"_s).value(u"locked"_s).toBool());
    }

    void aBackupNeedsBackupsAndDropsTheOldest()
    {
        HetznerCloud hetzner;
        const QJsonObject wish{{u"type"_s, u"backup"_s}};
        const RawAnswer refused =
            hetzner.http().post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), wish);
        QCOMPARE(refusalText(refused), u"422 invalid_input"_s);
        const QString list =
            u"/images?type=backup&bound_to=%1"_s.arg(idOf(hetzner.server(u"web-1"_s)));
        const QJsonArray before = hetzner.all(list, u"images"_s);
        QCOMPARE(
            hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"create_image"_s), wish).status,
            201);
        hetzner.cloud().skipTime(10min);
        const QJsonArray after = hetzner.all(list, u"images"_s);
        QCOMPARE(after.size(), before.size());
        QCOMPARE(after.first(), before.at(1));
    }

    void anImageIsRenamedAndItsLabelsReplaced()
    {
        HetznerCloud hetzner;
        const QString path = hetzner.imagePath(u"golden image web"_s);
        const RawAnswer renamed = hetzner.http().put(path, {{u"description"_s, u"golden"_s}});
        QCOMPARE(renamed.status, 200);
        QCOMPARE(renamed.object(u"image"_s).value(u"labels"_s)[u"golden"_s], u"true"_s);
        QCOMPARE(
            hetzner.http().put(path, {{u"labels"_s, QJsonObject{{u"keep"_s, u"yes"_s}}}}).status,
            200);
        const QJsonObject image = hetzner.http().get(path).object(u"image"_s);
        QCOMPARE(image.value(u"description"_s), u"golden"_s);
        QCOMPARE(image.value(u"labels"_s).toObject(), (QJsonObject{{u"keep"_s, u"yes"_s}}));
    }

    void aBackupBecomesASnapshot()
    {
        HetznerCloud hetzner;
        const QJsonObject backup =
            hetzner.all(u"/images?type=backup"_s, u"images"_s).first().toObject();
        const RawAnswer answer =
            hetzner.http().put(u"/images/%1"_s.arg(idOf(backup)), {{u"type"_s, u"snapshot"_s}});
        QCOMPARE(answer.object(u"image"_s).value(u"type"_s), u"snapshot"_s);
        QVERIFY(answer.object(u"image"_s).value(u"bound_to"_s).isNull());
        QCOMPARE(hetzner.all(u"/images?type=snapshot"_s, u"images"_s).size(), 41);
    }

    void aDeletedImageIsGoneWithoutABody()
    {
        HetznerCloud hetzner;
        const QString path = hetzner.imagePath(u"test 2"_s);
        const RawAnswer answer = hetzner.http().del(path);
        QCOMPARE(answer.status, 204);
        QVERIFY(answer.body.isEmpty());
        QVERIFY(!answer.hasHeader("Content-Type"));
        QCOMPARE(refusalText(hetzner.http().del(path)), u"404 not_found"_s);
    }

    void aProtectedImageStaysUntilItsProtectionIsLifted()
    {
        HetznerCloud hetzner;
        const QString path = hetzner.imagePath(u"vor Relaunch"_s);
        QCOMPARE(refusalText(hetzner.http().del(path)), u"423 protected"_s);
        const RawAnswer lifted =
            hetzner.http().post(path + u"/actions/change_protection"_s, {{u"delete"_s, false}});
        QCOMPARE(lifted.status, 201);
        QCOMPARE(actionText(lifted.object(u"action"_s)), u"success 100 %"_s);
        QCOMPARE(hetzner.http().del(path).status, 204);
    }

    void anImageInTheMakingCannotBeDeleted()
    {
        HetznerCloud hetzner;
        const QJsonObject image =
            hetzner.http()
                .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), QJsonObject{})
                .object(u"image"_s);
        QCOMPARE(refusalText(hetzner.http().del(u"/images/%1"_s.arg(idOf(image)))),
                 u"423 locked"_s);
    }

    void theLimitOfSnapshotsIsNamed()
    {
        Demo::CloudOptions options = HetznerCloud::options();
        options.snapshotLimit = 40;
        HetznerCloud hetzner(options);
        const QString create = hetzner.actionPath(u"web-2"_s, u"create_image"_s);
        const RawAnswer answer = hetzner.http().post(create, QJsonObject{});
        QCOMPARE(refusalText(answer), u"403 resource_limit_exceeded"_s);
        const QJsonObject error = answer.object(u"error"_s);
        QCOMPARE(error[u"details"_s][u"limits"_s][0][u"name"_s], u"snapshot_limit"_s);
        QCOMPARE(hetzner.http().del(hetzner.imagePath(u"test 2"_s)).status, 204);
        QCOMPARE(hetzner.http().post(create, QJsonObject{}).status, 201);
    }

    void systemImagesBelongToTheVendor()
    {
        HetznerCloud hetzner;
        const QString path = u"/images/114690387"_s;
        QCOMPARE(refusalText(hetzner.http().del(path)), u"403 forbidden"_s);
        QCOMPARE(refusalText(hetzner.http().put(path, {{u"description"_s, u"mine"_s}})),
                 u"403 forbidden"_s);
        QCOMPARE(refusalText(hetzner.http().post(path + u"/actions/change_protection"_s,
                                                 {{u"delete"_s, true}})),
                 u"422 service_error"_s);
    }

    void wrongFieldsAreNamed_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<QString>("fields");
        QTest::addRow("unknown field") << QJsonObject{{u"name"_s, u"x"_s}} << u"name"_s;
        QTest::addRow("description is a number")
            << QJsonObject{{u"description"_s, 7}} << u"description"_s;
        QTest::addRow("unknown type") << QJsonObject{{u"type"_s, u"photo"_s}} << u"type"_s;
        QTest::addRow("labels are a list")
            << QJsonObject{{u"labels"_s, QJsonArray{u"a"_s}}} << u"labels"_s;
        QTest::addRow("a label with a blank")
            << QJsonObject{{u"labels"_s, QJsonObject{{u"a"_s, u"b c"_s}}}} << u"labels"_s;
        QTest::addRow("two at once")
            << QJsonObject{{u"description"_s, true}, {u"size"_s, 3}} << u"description,size"_s;
    }

    void wrongFieldsAreNamed()
    {
        QFETCH(QJsonObject, body);
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), body);
        QCOMPARE(refusalText(answer), u"422 invalid_input"_s);
        QTEST(refusedFields(answer), "fields");
        QVERIFY(!hetzner.server(u"web-2"_s).value(u"locked"_s).toBool());
    }
};

QTEST_GUILESS_MAIN(HetznerSnapshotTest)
#include "hetznersnapshottest.moc"
