// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/stackconsolecloud.h"
#include "support/testenvironment.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::RawAnswer;
using Support::RawHttp;
using Support::StackConsoleCloud;

namespace {

const auto take = "/blockstorages/root-4153/snapshots"_L1;
const auto volumeSnapshots = "/blockstorages/snapshots"_L1;

QString compact(const RawAnswer &answer)
{
    return QString::fromUtf8(QJsonDocument(answer.json()).toJson(QJsonDocument::Compact));
}

RawAnswer takeWith(StackConsoleCloud &console, const QString &field, const QJsonValue &value)
{
    QJsonObject body = StackConsoleCloud::volumeOrder(u"now"_s);
    if (value.isUndefined()) {
        body.remove(field);
    } else {
        body.insert(field, value);
    }
    return console.http().post(take, body);
}

} // namespace

// Every way in which the vendor does not do what it is asked.
class StackConsoleRefusalTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void theTokenHoldsABar()
    {
        const QString token = StackConsoleCloud::options().token;
        QVERIFY(token.startsWith(u"demo-secret-"_s));
        QVERIFY(token.contains(u'|'));
    }

    void aWrongTokenIsRefused_data()
    {
        QTest::addColumn<QString>("token");
        QTest::addRow("none") << QString();
        QTest::addRow("another") << u"demo-secret-of-somebody-else"_s;
        QTest::addRow("before the bar") << StackConsoleCloud::options().token.section(u'|', 0, 0);
    }

    void aWrongTokenIsRefused()
    {
        QFETCH(QString, token);
        StackConsoleCloud console;
        RawHttp http(console.cloud().baseUrl(), token);
        const RawAnswer answer = http.get(u"/regions"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(compact(answer), u"{\"message\":\"Unauthenticated.\",\"status\":\"Error\"}"_s);
        QCOMPARE(http.post(take, StackConsoleCloud::volumeOrder(u"now"_s)).status, 401);
    }

    void aReplacedTokenIsWrongFromThenOn()
    {
        StackConsoleCloud console;
        QCOMPARE(console.http().get(u"/regions"_s).status, 200);
        console.cloud().replaceToken(u"demo-secret-new"_s);
        QCOMPARE(console.http().get(u"/regions"_s).status, 401);
    }

    void aSubUserMayReadAndNotWrite()
    {
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.readOnlyToken = u"demo-secret-read|only"_s;
        StackConsoleCloud console(options);
        RawHttp http(console.cloud().baseUrl(), options.readOnlyToken);
        QCOMPARE(http.get(volumeSnapshots).status, 200);
        const QString refused = u"403 User does not have the right permissions."_s;
        QCOMPARE(refusal(http.post(take, StackConsoleCloud::volumeOrder(u"now"_s))), refused);
        QCOMPARE(refusal(http.del(volumeSnapshots + u"/ss-001041-0001"_s)), refused);
        QCOMPARE(console.http().del(volumeSnapshots + u"/ss-001041-0001"_s).status, 204);
    }

    void outsideTheApiIsThePortal()
    {
        StackConsoleCloud console;
        const QUrl portal = console.cloud().baseUrl().resolved(QUrl(u"/"_s));
        RawHttp http(portal, StackConsoleCloud::options().token);
        for (const QString &path : {u""_s, u"login"_s, u"api/regions"_s, u"backend"_s}) {
            const RawAnswer answer = http.get(path);
            QCOMPARE(answer.status, 200);
            QVERIFY(answer.header("Content-Type").startsWith("text/html"));
            QVERIFY(answer.body.startsWith("<!DOCTYPE html>"));
        }
        QCOMPARE(http.del(u"login"_s).status, 405);
    }

    void aPathThatLeadsNowhereIsToldInJson()
    {
        StackConsoleCloud console;
        RawHttp stranger(console.cloud().baseUrl(), {});
        for (RawHttp *http : {&console.http(), &stranger}) {
            QCOMPARE(refusal(http->get(u"/snapshots"_s)),
                     u"404 The route snapshots could not be found."_s);
            QCOMPARE(http->get({}).status, 404);
        }
        QCOMPARE(refusal(console.http().del(u"/regions"_s)),
                 u"405 The DELETE method is not supported for route regions."_s);
        // There is no way to ask for one snapshot.
        QCOMPARE(console.http().get(volumeSnapshots + u"/ss-001041-0001"_s).status, 405);
    }

    void whoDoesNotAskForJsonGetsAPage()
    {
        StackConsoleCloud console;
        RawHttp stranger(console.cloud().baseUrl(), {});
        stranger.setAccept("*/*");
        const RawAnswer answer = stranger.get(u"/regions"_s);
        QCOMPARE(answer.status, 401);
        QVERIFY(answer.header("Content-Type").startsWith("text/html"));
        QVERIFY(answer.body.contains("Unauthenticated."));
    }

    void aNameThatIsTakenIsRefused()
    {
        StackConsoleCloud console;
        for (const QString &name : {u"pre-upgrade"_s, u" PRE-Upgrade "_s}) {
            const RawAnswer answer = takeWith(console, u"name"_s, name);
            QCOMPARE(answer.status, 422);
            QCOMPARE(compact(answer),
                     u"{\"errors\":{\"name\":[\"The name has already been taken.\"]},"
                     "\"message\":\"The given data was invalid.\",\"status\":\"Error\"}"_s);
        }
    }

    void aNameIsFreeElsewhereAndAfterItsSnapshotIsGone()
    {
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::volumeOrder(u"clean"_s);
        QCOMPARE(console.http().post(take, body).status, 200);
        body.insert(u"name"_s, u"pre-upgrade"_s);
        const QString slug =
            console.named(volumeSnapshots, u"pre-upgrade"_s).value(u"slug"_s).toString();
        QCOMPARE(console.http().del(volumeSnapshots + u'/' + slug).status, 204);
        QCOMPARE(console.http().post(take, body).status, 422);
        console.cloud().skipTime(1min);
        QCOMPARE(console.http().post(take, body).status, 200);
    }

    void whatIsMissingInTheRequestIsRefusedInTheOtherShape_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("complaint");
        QTest::addRow("no name") << u"name"_s << QJsonValue(QJsonValue::Undefined)
                                 << u"The name field is required."_s;
        QTest::addRow("blank name")
            << u"name"_s << QJsonValue(u" "_s) << u"The name field is required."_s;
        QTest::addRow("null name")
            << u"name"_s << QJsonValue(QJsonValue::Null) << u"The name field is required."_s;
        QTest::addRow("a number") << u"name"_s << QJsonValue(7)
                                  << u"The name field must be a string."_s;
        QTest::addRow("a long name")
            << u"name"_s << QJsonValue(QString(256, u'x'))
            << u"The name field must not be greater than 255 characters."_s;
        QTest::addRow("no service") << u"service"_s << QJsonValue(QJsonValue::Undefined)
                                    << u"The service field is required."_s;
        QTest::addRow("no memory flag") << u"is_memory"_s << QJsonValue(QJsonValue::Undefined)
                                        << u"The is memory field is required."_s;
    }

    void whatIsMissingInTheRequestIsRefusedInTheOtherShape()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, complaint);
        StackConsoleCloud console;
        const RawAnswer answer = takeWith(console, field, value);
        QCOMPARE(answer.status, 422);
        QCOMPARE(
            compact(answer),
            u"{\"data\":{\"%1\":[\"%2\"]},\"message\":\"Validation errors\",\"success\":false}"_s
                .arg(field, complaint));
    }

    void aMissingReferenceIsAFailureOfTheServer()
    {
        StackConsoleCloud console;
        for (const QString &field :
             {u"plan"_s, u"project"_s, u"cloud_provider"_s, u"region"_s, u"billing_cycle"_s}) {
            QCOMPARE(refusal(takeWith(console, field, QJsonValue::Undefined)),
                     u"500 Attempt to read property \"id\" on null"_s);
        }
    }

    void anUnknownReferenceIsInvalid_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("thing");
        QTest::addRow("plan") << u"plan"_s << u"nobody"_s << u"plan"_s;
        QTest::addRow("a plan that is not sold any more")
            << u"plan"_s << u"snapshot-per-gb-2024"_s << u"plan"_s;
        QTest::addRow("project") << u"project"_s << u"default"_s << u"project"_s;
        QTest::addRow("provider") << u"cloud_provider"_s << u"ceph"_s << u"cloud provider"_s;
        QTest::addRow("region") << u"region"_s << u"moon"_s << u"region"_s;
        QTest::addRow("a region that comes soon")
            << u"region"_s << u"1cng-mdy-az01"_s << u"region"_s;
        QTest::addRow("cycle") << u"billing_cycle"_s << u"weekly"_s << u"billing cycle"_s;
    }

    void anUnknownReferenceIsInvalid()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        QFETCH(QString, thing);
        StackConsoleCloud console;
        QCOMPARE(refusal(takeWith(console, field, value)),
                 u"403 The provided %1 is invalid."_s.arg(thing));
    }

    void snapshotsAreBilledByTheHourAlone()
    {
        StackConsoleCloud console;
        const RawAnswer answer = takeWith(console, u"billing_cycle"_s, u"monthly"_s);
        QCOMPARE(answer.status, 422);
        QCOMPARE(answer.object(u"errors"_s).keys(), QStringList{u"billing_cycle"_s});
        QCOMPARE(takeWith(console, u"coupon"_s, u"FREE"_s).object(u"errors"_s).keys(),
                 QStringList{u"coupon"_s});
        QCOMPARE(takeWith(console, u"coupon"_s, QJsonValue::Null).status, 200);
    }

    void whatIsNotThereIsInvalid_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("refusal");
        QTest::addRow("volume") << "POST"_ba << u"/blockstorages/bs-1/snapshots"_s
                                << u"403 The provided blockstorage is invalid."_s;
        QTest::addRow("machine") << "POST"_ba << u"/virtual-machines/vm-1/snapshots"_s
                                 << u"403 The provided virtual machine is invalid."_s;
        QTest::addRow("snapshot of a volume")
            << "DELETE"_ba << u"/blockstorages/snapshots/ss-1"_s
            << u"403 The provided blockstorage snapshot is invalid."_s;
        QTest::addRow("snapshot of a machine")
            << "DELETE"_ba << u"/virtual-machines/snapshots/vms-1"_s
            << u"500 No query results for model [App\\Models\\VirtualMachineSnapshot] vms-1"_s;
        QTest::addRow("snapshot of a machine to revert to")
            << "POST"_ba << u"/virtual-machines/snapshots/vms-1/revert"_s
            << u"403 The provided virtual machine snapshot is invalid."_s;
    }

    void whatIsNotThereIsInvalid()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        StackConsoleCloud console;
        QTEST(refusal(console.http().send(method, path)), "refusal");
    }

    void aSuspendedVolumeIsRefused()
    {
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::volumeOrder(u"now"_s);
        body.insert(u"plan"_s, u"snapshot-ssd-sgp"_s);
        body.insert(u"region"_s, u"1cng-sgp-az01"_s);
        QCOMPARE(refusal(console.http().post(u"/blockstorages/bs-001041-0014/snapshots"_s, body)),
                 u"403 The service is suspended."_s);
    }

    void aProjectHasAQuotaOfItsOwn()
    {
        StackConsoleCloud console;
        QJsonObject body = StackConsoleCloud::volumeOrder({});
        body.insert(u"project"_s, u"test-7"_s);
        const auto held = console.all(volumeSnapshots + u"?filter[project]=test-7"_s).size();
        for (auto i = held; i < 20; ++i) {
            body.insert(u"name"_s, u"number %1"_s.arg(i));
            QCOMPARE(console.http().post(take, body).status, 200);
        }
        body.insert(u"name"_s, u"one too many"_s);
        QCOMPARE(refusal(console.http().post(take, body)),
                 u"403 Quota exceeded: the Block Storage Snapshot limit of 20 for this project has "
                 "been reached."_s);
    }

    void theAccountHasAQuotaOverAllProjects()
    {
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.snapshotLimit = 26;
        StackConsoleCloud console(options);
        QCOMPARE(takeWith(console, u"name"_s, u"the last"_s).status, 200);
        QCOMPARE(refusal(takeWith(console, u"name"_s, u"one too many"_s)),
                 u"403 Quota exceeded: the Block Storage Snapshot limit of 26 for this account has "
                 "been reached."_s);
    }

    void aGrownDataSetLeavesRoom()
    {
        Demo::CloudOptions options = StackConsoleCloud::options();
        options.snapshotCount = 500;
        StackConsoleCloud console(options);
        QCOMPARE(takeWith(console, u"name"_s, u"now"_s).status, 200);
    }
};

QTEST_GUILESS_MAIN(StackConsoleRefusalTest)
#include "stackconsolerefusaltest.moc"
