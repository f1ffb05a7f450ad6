// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/openstackcloud.h"
#include "support/testenvironment.h"

#include <QMap>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Support::OpenStackCloud;
using Support::RawAnswer;

namespace {

// How often each answer came, from 60 readings and 60 writings that change nothing.
QMap<QString, int> answersUnderFaults(quint32 seed)
{
    Demo::CloudOptions options = OpenStackCloud::options();
    options.seed = seed;
    options.faultRate = 0.5;
    OpenStackCloud openstack(options);
    RawAnswer login;
    while (login.status != 201) {
        login = openstack.logIn(OpenStackCloud::passwordAuth(u"production"_s));
    }
    openstack.use(login.header("X-Subject-Token"));
    QMap<QString, int> answers;
    Support::RawHttp orders(QUrl(openstack.root().toString() + u"/volume/v3"_s), {});
    orders.setHeader("X-Auth-Token", openstack.token());
    const QJsonObject unfit{{u"snapshot"_s, QJsonObject()}};
    for (int i = 0; i < 60; ++i) {
        ++answers[u"GET %1"_s.arg(openstack.compute().get(u"/limits"_s).status)];
        ++answers[u"POST %1"_s.arg(orders.post(u"/snapshots"_s, unfit).status)];
    }
    return answers;
}

} // namespace

// What goes wrong for no reason of the request's own: too many of them, and faults.
class OpenStackFaultTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void tooManyRequestsAreRefusedWithAWayOut()
    {
        Demo::CloudOptions options = OpenStackCloud::options();
        options.requestsPerHour = 3;
        OpenStackCloud openstack(options); // logs in
        QCOMPARE(openstack.compute().get(u"/servers"_s).status, 200);
        QCOMPARE(openstack.compute().get(u"/servers"_s).status, 200);
        const RawAnswer refused = openstack.compute().get(u"/servers"_s);
        QCOMPARE(refused.status, 429);
        QCOMPARE(refused.header("Retry-After"), "1200"_ba);
        openstack.cloud().skipTime(20min);
        QCOMPARE(openstack.compute().get(u"/servers"_s).status, 200);
    }

    void anOrderedRefusalHasTheShapeOfItsService_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("service");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("member");
        QTest::addRow("volume, conflict")
            << u"conflict"_s << u"volume"_s << 409 << u"conflictingRequest"_s;
        QTest::addRow("volume, quota") << u"over-quota"_s << u"volume"_s << 413 << u"overLimit"_s;
        QTest::addRow("volume, unavailable")
            << u"unavailable"_s << u"volume"_s << 503 << u"message"_s;
        QTest::addRow("compute, error")
            << u"server-error"_s << u"compute"_s << 500 << u"computeFault"_s;
        QTest::addRow("image, forbidden") << u"forbidden"_s << u"image"_s << 403 << u"title"_s;
        QTest::addRow("image, void token") << u"unauthorized"_s << u"image"_s << 401 << u"title"_s;
        QTest::addRow("compute, void token")
            << u"unauthorized"_s << u"compute"_s << 401 << u"error"_s;
        QTest::addRow("identity, error") << u"server-error"_s << u"identity"_s << 500 << u"error"_s;
        QTest::addRow("a page") << u"bad-gateway"_s << u"compute"_s << 502 << QString();
    }

    void anOrderedRefusalHasTheShapeOfItsService()
    {
        QFETCH(const QString, code);
        QFETCH(const QString, service);
        QFETCH(const int, status);
        QFETCH(const QString, member);
        OpenStackCloud openstack;
        openstack.cloud().refuseNext({"GET", u'/' + service + u'/', code});
        Support::RawHttp http(openstack.root(), {});
        http.setHeader("X-Auth-Token", openstack.token());
        const QMap<QString, QString> paths{{u"identity"_s, u"/identity/v3/auth/projects"_s},
                                           {u"volume"_s, u"/volume/v3/limits"_s},
                                           {u"compute"_s, u"/compute/v2.1/limits"_s},
                                           {u"image"_s, u"/image/v2/images"_s}};
        const RawAnswer refused = http.get(paths.value(service));
        QCOMPARE(refused.status, status);
        QCOMPARE(refused.json().contains(member), !member.isEmpty());
        QVERIFY(refused.hasHeader("x-openstack-request-id"));
        QCOMPARE(http.get(paths.value(service)).status, 200);
    }

    void aRefusedRequestMayHaveTakenEffect()
    {
        OpenStackCloud openstack;
        const QJsonObject body{
            {u"snapshot"_s,
             QJsonObject{{u"volume_id"_s, openstack.id(u"volumes"_s, u"web-assets"_s)},
                         {u"name"_s, u"there"_s}}}};
        openstack.cloud().refuseNext(
            {"POST", u"/snapshots"_s, u"bad-gateway"_s, Demo::Refusal::Carried::Out});
        QCOMPARE(openstack.volume().post(u"/snapshots"_s, body).status, 502);
        QCOMPARE(openstack.status(u"snapshots"_s, u"there"_s), u"creating"_s);
    }

    void faultsAreSeededAndOfEveryKind()
    {
        const quint32 seed = 11;
        const QMap<QString, int> answers = answersUnderFaults(seed);
        QCOMPARE(answersUnderFaults(seed), answers);
        for (const char *kind : {"GET 200", "GET 429", "GET 500", "GET 502", "GET 503", "POST 400",
                                 "POST 409", "POST 413", "POST 429"}) {
            QVERIFY2(answers.value(QString::fromLatin1(kind)) > 0, kind);
        }
    }
};

QTEST_GUILESS_MAIN(OpenStackFaultTest)
#include "openstackfaulttest.moc"
