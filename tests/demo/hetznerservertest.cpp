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

QString status(HetznerCloud &hetzner, const QString &server)
{
    return hetzner.server(server).value(u"status"_s).toString();
}

RawAnswer rebuild(HetznerCloud &hetzner, const QString &server, const QJsonValue &image)
{
    return hetzner.http().post(hetzner.actionPath(server, u"rebuild"_s), {{u"image"_s, image}});
}

QString idText(const QJsonObject &object)
{
    return QString::number(idOf(object));
}

} // namespace

class HetznerServerTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aShutdownSucceedsAtOnceAndTheServerIsOffLater()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"shutdown"_s));
        QCOMPARE(answer.status, 201);
        QCOMPARE(answer.object(u"action"_s).value(u"status"_s), u"success"_s);
        QCOMPARE(status(hetzner, u"web-1"_s), u"running"_s);
        hetzner.cloud().skipTime(20s);
        QCOMPARE(status(hetzner, u"web-1"_s), u"off"_s);
    }

    void aServerThatIgnoresAcpiNeverShutsDown()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = hetzner.http().post(hetzner.actionPath(u"fw-1"_s, u"shutdown"_s));
        QCOMPARE(answer.object(u"action"_s).value(u"status"_s), u"success"_s);
        hetzner.cloud().skipTime(1h);
        QCOMPARE(status(hetzner, u"fw-1"_s), u"running"_s);
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"fw-1"_s, u"poweroff"_s)).status, 201);
        QCOMPARE(status(hetzner, u"fw-1"_s), u"stopping"_s);
        hetzner.cloud().skipTime(20s);
        QCOMPARE(status(hetzner, u"fw-1"_s), u"off"_s);
    }

    void aStoppedServerStarts()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().post(hetzner.actionPath(u"staging"_s, u"poweron"_s));
        QCOMPARE(answer.object(u"action"_s).value(u"status"_s), u"running"_s);
        QCOMPARE(status(hetzner, u"staging"_s), u"starting"_s);
        hetzner.cloud().skipTime(20s);
        QCOMPARE(status(hetzner, u"staging"_s), u"running"_s);
        QCOMPARE(hetzner.action(answer.object(u"action"_s)).value(u"status"_s), u"success"_s);
    }

    void aShutdownThatComesTooLateDoesNothing()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"shutdown"_s)).status, 201);
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"reset"_s)).status, 201);
        hetzner.cloud().skipTime(1min);
        QCOMPARE(status(hetzner, u"web-1"_s), u"running"_s);
    }

    void aRebuildTurnsOffOverwritesAndStarts_data()
    {
        QTest::addColumn<bool>("isNumber");
        QTest::addRow("image as text") << false;
        QTest::addRow("image as a number") << true;
    }

    void aRebuildTurnsOffOverwritesAndStarts()
    {
        QFETCH(bool, isNumber);
        HetznerCloud hetzner;
        const QJsonObject image = hetzner.snapshot(u"web-2 vor Kernel-Update"_s);
        const RawAnswer answer = rebuild(
            hetzner, u"web-2"_s, isNumber ? QJsonValue(idOf(image)) : QJsonValue(idText(image)));
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.json().value(u"root_password"_s).isNull());
        QStringList seen{status(hetzner, u"web-2"_s)};
        QVERIFY(hetzner.server(u"web-2"_s).value(u"locked"_s).toBool());
        for (int second = 0; second < 60; ++second) {
            hetzner.cloud().skipTime(1s);
            const QString now = status(hetzner, u"web-2"_s);
            if (now != seen.last()) {
                seen.append(now);
            }
        }
        QCOMPARE(seen.join(u' '), u"stopping rebuilding starting running"_s);
        QCOMPARE(hetzner.action(answer.object(u"action"_s)).value(u"status"_s), u"success"_s);
        const QJsonObject server = hetzner.server(u"web-2"_s);
        QCOMPARE(idOf(server.value(u"image"_s).toObject()), idOf(image));
        QVERIFY(!server.value(u"locked"_s).toBool());
    }

    void aServerWithoutKeysGetsARootPassword()
    {
        HetznerCloud hetzner;
        const RawAnswer answer = rebuild(hetzner, u"kunde-osthoff"_s, u"debian-12"_s);
        QCOMPARE(answer.status, 201);
        QVERIFY(answer.json().value(u"root_password"_s).toString().startsWith(u"demo-secret-"_s));
    }

    void aRebuildThatCannotWorkIsRefused_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("snapshot");
        QTest::addColumn<QString>("refusal");
        QTest::addColumn<QString>("reason");
        QTest::addRow("protected")
            << u"mail"_s << u"vor Umstellung auf rspamd"_s << u"423 protected"_s << u"protected"_s;
        QTest::addRow("disk too small")
            << u"db-2"_s << u"before minor update 16.4"_s << u"422 invalid_input"_s << u"bigger"_s;
        QTest::addRow("disk not grown with the type")
            << u"web-3"_s << u"golden image web"_s << u"422 invalid_input"_s << u"bigger"_s;
        QTest::addRow("another architecture")
            << u"monitor"_s << u"rocky fresh"_s << u"422 invalid_input"_s << u"architecture"_s;
        QTest::addRow("a snapshot that failed")
            << u"lab-2"_s << u"vor Plattentausch"_s << u"422 invalid_input"_s << u"not found"_s;
        QTest::addRow("no such image")
            << u"lab-2"_s << u"never taken"_s << u"422 invalid_input"_s << u"not found"_s;
    }

    void aRebuildThatCannotWorkIsRefused()
    {
        QFETCH(QString, server);
        QFETCH(QString, snapshot);
        QFETCH(QString, reason);
        HetznerCloud hetzner;
        const QJsonObject before = hetzner.server(server);
        const RawAnswer answer = rebuild(hetzner, server, idText(hetzner.snapshot(snapshot)));
        QTEST(refusalText(answer), "refusal");
        QVERIFY2(answer.body.contains(reason.toUtf8()), answer.body.constData());
        QCOMPARE(hetzner.server(server), before);
    }

    void aSnapshotInTheMakingIsNoImageToRebuildFrom()
    {
        HetznerCloud hetzner;
        const QJsonObject image =
            hetzner.http()
                .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), QJsonObject{})
                .object(u"image"_s);
        QCOMPARE(refusalText(rebuild(hetzner, u"web-1"_s, idText(image))), u"422 invalid_input"_s);
        hetzner.cloud().skipTime(10min);
        QCOMPARE(rebuild(hetzner, u"web-1"_s, idText(image)).status, 201);
    }

    void aRebuildNeedsAnImage()
    {
        HetznerCloud hetzner;
        const RawAnswer answer =
            hetzner.http().post(hetzner.actionPath(u"web-2"_s, u"rebuild"_s), QJsonObject{});
        QCOMPARE(refusedFields(answer), u"image"_s);
    }

    void aServerIsLockedWhileAnActionRuns_data()
    {
        QTest::addColumn<QString>("action");
        for (const char *action : {"create_image", "rebuild", "poweron", "poweroff", "shutdown",
                                   "change_protection", "enable_backup"}) {
            QTest::addRow("%s", action) << QString::fromLatin1(action);
        }
    }

    void aServerIsLockedWhileAnActionRuns()
    {
        QFETCH(QString, action);
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http()
                     .post(hetzner.actionPath(u"web-2"_s, u"create_image"_s), QJsonObject{})
                     .status,
                 201);
        QCOMPARE(
            refusalText(hetzner.http().post(hetzner.actionPath(u"web-2"_s, action), QJsonObject{})),
            u"423 locked"_s);
        const QString server = u"/servers/%1"_s.arg(idOf(hetzner.server(u"web-2"_s)));
        QCOMPARE(refusalText(hetzner.http().del(server)), u"423 locked"_s);
    }

    void protectionIsOneForDeletingAndRebuilding()
    {
        HetznerCloud hetzner;
        const QString path = hetzner.actionPath(u"mail"_s, u"change_protection"_s);
        const RawAnswer refused = hetzner.http().post(path, {{u"delete"_s, false}});
        QCOMPARE(refusalText(refused), u"422 invalid_input"_s);
        QCOMPARE(hetzner.http().post(path, {{u"delete"_s, false}, {u"rebuild"_s, false}}).status,
                 201);
        const QJsonObject protection = hetzner.server(u"mail"_s).value(u"protection"_s).toObject();
        QCOMPARE(protection, (QJsonObject{{u"delete"_s, false}, {u"rebuild"_s, false}}));
    }

    void snapshotsOutliveTheirServerAndBackupsDoNot()
    {
        HetznerCloud hetzner;
        const qint64 id = idOf(hetzner.server(u"shop-muenchen"_s));
        QCOMPARE(hetzner.all(u"/images?bound_to=%1"_s.arg(id), u"images"_s).size(), 7);
        QCOMPARE(hetzner.http().del(u"/servers/%1"_s.arg(id)).status, 200);
        QCOMPARE(hetzner.http().get(u"/servers/%1"_s.arg(id)).status, 404);
        QCOMPARE(hetzner.all(u"/images?bound_to=%1"_s.arg(id), u"images"_s).size(), 0);
        QCOMPARE(idOf(hetzner.snapshot(u"vor Relaunch"_s).value(u"created_from"_s).toObject()), id);
        const QJsonValue attached = hetzner.http()
                                        .get(u"/volumes?name=shop-media"_s)
                                        .array(u"volumes"_s)
                                        .first()[u"server"_s];
        QVERIFY(attached.isNull());
    }

    void namesAreHostNamesAndUsedOnce()
    {
        HetznerCloud hetzner;
        const QString path = u"/servers/%1"_s.arg(idOf(hetzner.server(u"web-1"_s)));
        QCOMPARE(refusalText(hetzner.http().put(path, {{u"name"_s, u"web-2"_s}})),
                 u"409 uniqueness_error"_s);
        QCOMPARE(refusedFields(hetzner.http().put(path, {{u"name"_s, u"web 1"_s}})), u"name"_s);
        QCOMPARE(hetzner.http().put(path, {{u"name"_s, u"www"_s}}).status, 200);
        QCOMPARE(
            hetzner.snapshot(u"Grundinstallation Webserver"_s).value(u"created_from"_s)[u"name"_s],
            u"web-1"_s);
    }

    void backupsEndWithTheirOption()
    {
        HetznerCloud hetzner;
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"disable_backup"_s)).status,
                 201);
        QVERIFY(hetzner.server(u"web-1"_s).value(u"backup_window"_s).isNull());
        const qint64 id = idOf(hetzner.server(u"web-1"_s));
        QCOMPARE(hetzner.all(u"/images?bound_to=%1"_s.arg(id), u"images"_s).size(), 0);
        QCOMPARE(hetzner.http().post(hetzner.actionPath(u"web-1"_s, u"enable_backup"_s)).status,
                 201);
        QVERIFY(hetzner.server(u"web-1"_s).value(u"backup_window"_s).isString());
    }
};

QTEST_GUILESS_MAIN(HetznerServerTest)
#include "hetznerservertest.moc"
