// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/baseurl.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Net::HttpRequest;

class BaseUrlTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void acceptsSafeAddresses_data();
    void acceptsSafeAddresses();
    void refusesUnsafeAddresses_data();
    void refusesUnsafeAddresses();
    void putsRequestsBelowTheBase_data();
    void putsRequestsBelowTheBase();
    void refusesPathsThatLeaveTheBase_data();
    void refusesPathsThatLeaveTheBase();
    void encodesQueries();
    void comparesOrigins();

private:
    Support::TestEnvironment m_environment;
};

void BaseUrlTest::acceptsSafeAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("checked");
    const auto row = [](const QString &url, const QString &checked) {
        QTest::addRow("%s", qPrintable(url)) << url << checked;
    };
    row(u"https://api.hetzner.cloud/v1"_s, u"https://api.hetzner.cloud/v1"_s);
    row(u"https://api.example.com/v1/"_s, u"https://api.example.com/v1"_s);
    row(u"https://api.example.com"_s, u"https://api.example.com"_s);
    row(u"https://api.example.com:8443/a/b"_s, u"https://api.example.com:8443/a/b"_s);
    row(u"HTTPS://API.example.com/v1"_s, u"https://api.example.com/v1"_s);
    row(u"http://127.0.0.1:8080/v1"_s, u"http://127.0.0.1:8080/v1"_s);
    row(u"http://127.8.9.10/v1"_s, u"http://127.8.9.10/v1"_s);
    row(u"http://[::1]:8080/v1"_s, u"http://[::1]:8080/v1"_s);
    row(u"http://localhost:8080/v1"_s, u"http://localhost:8080/v1"_s);
}

void BaseUrlTest::acceptsSafeAddresses()
{
    QFETCH(const QString, url);
    QFETCH(const QString, checked);
    const Domain::Result<QUrl> result = Net::checkedBaseUrl(QUrl(url));
    QVERIFY(result.has_value());
    QCOMPARE(result->toString(), checked);
}

void BaseUrlTest::refusesUnsafeAddresses_data()
{
    QTest::addColumn<QString>("url");
    const QStringList urls{
        QString(),
        u"api.example.com"_s,
        u"https://"_s,
        u"ftp://api.example.com"_s,
        u"file:///etc/passwd"_s,
        u"http://api.example.com/v1"_s,
        u"http://192.168.1.1/v1"_s,
        u"http://10.0.0.1/v1"_s,
        u"http://0.0.0.0/v1"_s,
        u"http://127.0.0.1.example.com/v1"_s,
        u"http://localhost.example.com/v1"_s,
        u"http://[2001:db8::1]/v1"_s,
        u"https://user@api.example.com/v1"_s,
        u"https://user:password@api.example.com/v1"_s,
        u"http://127.0.0.1@api.example.com/"_s,
        u"https://api.example.com/v1?token=x"_s,
        u"https://api.example.com/v1#part"_s,
    };
    for (const QString &url : urls) {
        QTest::addRow("'%s'", qPrintable(url)) << url;
    }
}

void BaseUrlTest::refusesUnsafeAddresses()
{
    QFETCH(const QString, url);
    const Domain::Result<QUrl> result = Net::checkedBaseUrl(QUrl(url));
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::InvalidInput);
    QVERIFY(!result.error().message.isEmpty());
    QVERIFY(!result.error().message.contains(u"password@"_s));
}

void BaseUrlTest::putsRequestsBelowTheBase_data()
{
    QTest::addColumn<QString>("base");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("target");
    const QString base = u"https://api.example.com/v1"_s;
    QTest::addRow("simple") << base << u"servers"_s << base + u"/servers"_s;
    QTest::addRow("no base path") << u"https://api.example.com"_s << u"servers"_s
                                  << u"https://api.example.com/servers"_s;
    QTest::addRow("encoded slash stays one segment")
        << base << u"images/a%2Fb"_s << base + u"/images/a%2Fb"_s;
    QTest::addRow("a question mark is no query")
        << base << u"images/a?b"_s << base + u"/images/a%3Fb"_s;
    QTest::addRow("a hash is no fragment") << base << u"images/a#b"_s << base + u"/images/a%23b"_s;
}

void BaseUrlTest::putsRequestsBelowTheBase()
{
    QFETCH(const QString, base);
    QFETCH(const QString, path);
    QFETCH(const QString, target);
    HttpRequest request;
    request.path = path;
    const Domain::Result<QUrl> url = Net::targetUrl(QUrl(base), request);
    QVERIFY(url.has_value());
    QCOMPARE(url->toString(QUrl::FullyEncoded), target);
}

void BaseUrlTest::refusesPathsThatLeaveTheBase_data()
{
    QTest::addColumn<QString>("path");
    for (const QString &path :
         {QString(), u"/servers"_s, u"//evil.example.com"_s, u"../admin"_s,
          u"servers/../../admin"_s, u"servers/."_s, u"%2e%2e/admin"_s, u".%2E/admin"_s}) {
        QTest::addRow("'%s'", qPrintable(path)) << path;
    }
}

void BaseUrlTest::refusesPathsThatLeaveTheBase()
{
    QFETCH(const QString, path);
    HttpRequest request;
    request.path = path;
    const auto url = Net::targetUrl(QUrl(u"https://api.example.com/v1"_s), request);
    QVERIFY(!url);
    QCOMPARE(url.error().kind, ErrorKind::InvalidInput);
}

void BaseUrlTest::encodesQueries()
{
    HttpRequest request;
    request.path = u"images"_s;
    request.query = {{u"type"_s, u"snapshot"_s},
                     {u"type"_s, u"backup"_s},
                     {u"since"_s, u"2026-01-30T23:50+00:00"_s},
                     {u"name"_s, u"a b&c"_s}};
    const auto url = Net::targetUrl(QUrl(u"https://api.example.com/v1"_s), request);
    QVERIFY(url.has_value());
    QCOMPARE(url->query(QUrl::FullyEncoded),
             u"type=snapshot&type=backup&since=2026-01-30T23:50%2B00:00&name=a%20b%26c"_s);
}

void BaseUrlTest::comparesOrigins()
{
    const auto isSame = [](const char *a, const char *b) {
        return Net::isSameOrigin(QUrl::fromEncoded(a), QUrl::fromEncoded(b));
    };
    QVERIFY(isSame("https://a.example/x", "https://a.example/y?z"));
    QVERIFY(isSame("https://a.example/", "https://A.example:443/"));
    QVERIFY(!isSame("https://a.example/", "http://a.example/"));
    QVERIFY(!isSame("https://a.example/", "https://b.example/"));
    QVERIFY(!isSame("https://a.example/", "https://a.example:444/"));
    QVERIFY(!isSame("https://a.example/", "https://sub.a.example/"));
}

QTEST_GUILESS_MAIN(BaseUrlTest)
#include "baseurltest.moc"
