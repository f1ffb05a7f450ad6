// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/authscheme.h"
#include "support/testenvironment.h"

#include <QNetworkRequest>
#include <QTest>

using Domain::Secret;
using Net::BodyAuth;
using Net::TokenAuth;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class AuthSchemeTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sendsTheNewestToken();
    void refusesATokenThatNoHeaderCanCarry_data();
    void refusesATokenThatNoHeaderCanCarry();
    void takesFormerTokensOutOfTexts();
    void isDueFromItsHourOn();
    void putsNothingOnRequestsWhoseBodyHoldsTheCredential();
    void takesTheCredentialOutOfBodiesOfJson_data();
    void takesTheCredentialOutOfBodiesOfJson();

private:
    Support::TestEnvironment m_environment;
};

void AuthSchemeTest::sendsTheNewestToken()
{
    TokenAuth auth("X-Auth-Token");
    QVERIFY(!auth.canBeSent());
    QCOMPARE(auth.version(), 0);
    QVERIFY(auth.replace(Secret("demo-secret-1")));
    QVERIFY(auth.replace(Secret("demo-secret-2")));
    QVERIFY(auth.canBeSent());
    QCOMPARE(auth.version(), 2);
    QNetworkRequest request;
    auth.authorize(request);
    QCOMPARE(request.rawHeader("X-Auth-Token"), "demo-secret-2");
    QCOMPARE(request.rawHeaderList().size(), 1);
}

void AuthSchemeTest::refusesATokenThatNoHeaderCanCarry_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addRow("empty") << QByteArray();
    QTest::addRow("line break") << QByteArray("demo\r\nX-Other: 1");
    QTest::addRow("blank") << QByteArray("demo secret");
    QTest::addRow("not ASCII") << QByteArray("demo-s\xc3\xa9"
                                             "cret");
}

void AuthSchemeTest::refusesATokenThatNoHeaderCanCarry()
{
    QFETCH(QByteArray, token);
    TokenAuth auth("X-Auth-Token");
    QVERIFY(auth.replace(Secret("demo-secret-1")));
    QVERIFY(!auth.replace(Secret(token)));
    QCOMPARE(auth.version(), 1);
    QNetworkRequest request;
    auth.authorize(request);
    QCOMPARE(request.rawHeader("X-Auth-Token"), "demo-secret-1");
}

void AuthSchemeTest::takesFormerTokensOutOfTexts()
{
    TokenAuth auth("X-Auth-Token");
    QVERIFY(auth.replace(Secret("demo-secret-a")));
    QVERIFY(auth.replace(Secret("demo-secret-b")));
    QVERIFY(auth.replace(Secret("demo-secret-c")));
    QCOMPARE(auth.withoutSecret(u"of demo-secret-a, demo-secret-b and demo-secret-c"_s),
             u"of [removed], [removed] and [removed]"_s);
}

void AuthSchemeTest::isDueFromItsHourOn()
{
    const QDateTime due(QDate(2026, 1, 2), QTime(3, 4), QTimeZone::UTC);
    TokenAuth auth("X-Auth-Token");
    QVERIFY(auth.replace(Secret("demo-secret-1"), due));
    QVERIFY(!auth.isDue(due.addMSecs(-1)));
    QVERIFY(auth.isDue(due));
    QVERIFY(auth.replace(Secret("demo-secret-2")));
    QVERIFY(!auth.isDue(due.addYears(1)));
}

void AuthSchemeTest::putsNothingOnRequestsWhoseBodyHoldsTheCredential()
{
    BodyAuth auth(Secret("demo-secret-password"));
    auth.hideToken(Secret("demo-secret-token"));
    QVERIFY(auth.canBeSent());
    QNetworkRequest request;
    auth.authorize(request);
    QVERIFY(request.rawHeaderList().isEmpty());
    QCOMPARE(auth.withoutSecret(u"demo-secret-token, demo-secret-password"_s),
             u"[removed], [removed]"_s);
    QVERIFY(!BodyAuth(Secret()).canBeSent());
}

void AuthSchemeTest::takesTheCredentialOutOfBodiesOfJson_data()
{
    QTest::addColumn<QString>("echo");
    QTest::addRow("as it is") << u"demo-secret-\"ä\\"_s;
    QTest::addRow("escaped as little as can be") << u"demo-secret-\\\"ä\\\\"_s;
    QTest::addRow("escaped to ASCII") << u"demo-secret-\\\"\\u00e4\\\\"_s;
    QTest::addRow("in capital letters") << u"demo-secret-\\\"\\u00E4\\\\"_s;
}

void AuthSchemeTest::takesTheCredentialOutOfBodiesOfJson()
{
    QFETCH(QString, echo);
    const BodyAuth auth(Secret("demo-secret-\"\xc3\xa4\\"));
    QCOMPARE(auth.withoutSecret(u"{\"message\":\"'"_s + echo + u"' is too long\"}"_s),
             u"{\"message\":\"'[removed]' is too long\"}"_s);
}

QTEST_GUILESS_MAIN(AuthSchemeTest)
#include "authschemetest.moc"
