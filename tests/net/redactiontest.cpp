// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/redaction.h"
#include "net/authscheme.h"
#include "support/testenvironment.h"

#include <QNetworkRequest>
#include <QTest>

using namespace Qt::StringLiterals;
using Domain::Secret;

namespace {

QByteArray token()
{
    return QByteArrayLiteral("demo-secret-77aa");
}

} // namespace

/// What may be shown and logged, and where the credential goes.
class RedactionTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void putsTheTokenInItsHeader();
    void putsTheKeyInTheVendorsHeader();
    void refusesCredentialsThatNoHeaderCarries_data();
    void refusesCredentialsThatNoHeaderCarries();
    void takesTheCredentialOutOfEveryText();
    void hidesIdsInPaths_data();
    void hidesIdsInPaths();
    void showsPrintableHeadersOnly();

private:
    Support::TestEnvironment m_environment;
};

void RedactionTest::putsTheTokenInItsHeader()
{
    QNetworkRequest request;
    Net::BearerAuth(Secret(token())).authorize(request);
    QCOMPARE(request.rawHeader("Authorization"), "Bearer " + token());
}

void RedactionTest::putsTheKeyInTheVendorsHeader()
{
    QNetworkRequest request;
    Net::HeaderAuth("X-API-Key", Secret(token())).authorize(request);
    QCOMPARE(request.rawHeader("X-API-Key"), token());
    QVERIFY(!request.hasRawHeader("Authorization"));
}

void RedactionTest::refusesCredentialsThatNoHeaderCarries_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("canBeSent");
    QTest::addRow("good") << token() << true;
    QTest::addRow("empty") << QByteArray() << false;
    QTest::addRow("blank inside") << QByteArray("demo secret") << false;
    QTest::addRow("line break") << QByteArray("demo-secret\r\nX-Evil: 1") << false;
    QTest::addRow("newline at the end") << QByteArray("demo-secret\n") << false;
    QTest::addRow("not ASCII") << QByteArray("demo-s\xc3\xa9"
                                             "cret")
                               << false;
    QTest::addRow("zero byte") << QByteArray("demo\0secret", 11) << false;
}

void RedactionTest::refusesCredentialsThatNoHeaderCarries()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const bool, canBeSent);
    QCOMPARE(Net::BearerAuth(Secret(bytes)).canBeSent(), canBeSent);
    QCOMPARE(Net::HeaderAuth("X-API-Key", Secret(bytes)).canBeSent(), canBeSent);
}

void RedactionTest::takesTheCredentialOutOfEveryText()
{
    const QString secret = QString::fromLatin1(token());
    Domain::Error error;
    error.message = u"no such token: "_s + secret + u" or "_s + secret;
    error.code = secret;
    error.requestId = u"r-"_s + secret;
    error.fields = {{secret, u"is "_s + secret}};
    const Net::BearerAuth auth{Secret(token())};
    const Domain::Error clean = Net::withoutSecret(error, &auth);
    QCOMPARE(clean.message, u"no such token: [removed] or [removed]"_s);
    QCOMPARE(clean.code, u"[removed]"_s);
    QCOMPARE(clean.requestId, u"r-[removed]"_s);
    QCOMPARE(clean.fields, (QList<Domain::ErrorField>{{u"[removed]"_s, u"is [removed]"_s}}));
    QCOMPARE(Net::withoutSecret(error, nullptr), error);
    const Net::BearerAuth none{Secret()};
    QCOMPARE(Net::withoutSecret(error, &none), error);
}

void RedactionTest::hidesIdsInPaths_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("shown");
    QTest::addRow("words") << u"servers/actions/change_protection"_s
                           << u"servers/actions/change_protection"_s;
    QTest::addRow("number") << u"servers/42/actions"_s << u"servers/{id}/actions"_s;
    QTest::addRow("version") << u"v2/servers"_s << u"v2/servers"_s;
    QTest::addRow("UUID") << u"snapshots/6c0f1e9e-4d6b-4c6a-9f3b-0d1f2c3b4a5e"_s
                          << u"snapshots/{id}"_s;
    QTest::addRow("encoded") << u"snapshots/a%20b"_s << u"snapshots/{id}"_s;
    QTest::addRow("long word") << u"snapshots/"_s + QString(40, u'x') << u"snapshots/{id}"_s;
}

void RedactionTest::hidesIdsInPaths()
{
    QFETCH(const QString, path);
    QFETCH(const QString, shown);
    QCOMPARE(Net::withoutIds(path), shown);
}

void RedactionTest::showsPrintableHeadersOnly()
{
    QCOMPARE(Net::printable("abc-123"), u"abc-123"_s);
    QCOMPARE(Net::printable("a\nb\x1b[31mc\xff"), u"ab[31mc"_s);
    QCOMPARE(Net::printable(QByteArray(1000, 'x')).size(), 128);
}

QTEST_GUILESS_MAIN(RedactionTest)
#include "redactiontest.moc"
