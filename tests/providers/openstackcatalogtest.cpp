// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "providers/openstack/openstackcatalog.h"
#include "providers/openstack/openstackkeystone.h"
#include "providers/openstackexchanges.h"
#include "support/testenvironment.h"

using namespace Qt::StringLiterals;
using Domain::ErrorKind;
using Providers::OpenStackCatalog;
using Providers::OpenStackEndpoint;
using Providers::OpenStackServices;

namespace {

using Choice = OpenStackCatalog::Choice;

OpenStackEndpoint endpoint(const QString &type, const QString &url,
                           const QString &region = u"one"_s,
                           const QString &catalogInterface = u"public"_s)
{
    return {type, catalogInterface, region, url};
}

Choice anywhere()
{
    return {u"public"_s, QString(), u"p1"_s};
}

} // namespace

class OpenStackCatalogTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsACatalogAsItIs();
    void choosesByInterfaceAndRegion();
    void knowsTheAliasesOfBlockStorage_data();
    void knowsTheAliasesOfBlockStorage();
    void completesAddresses_data();
    void completesAddresses();
    void leavesOutARegionWithNothingToSpeakTo();
    void namesARegionThatHasNoName();
    void refusesAddressesThatMustNotSeeAToken_data();
    void refusesAddressesThatMustNotSeeAToken();
    void tellsWhetherThereAreNetworks();
    void looksAtNothingThatIsNotChosen();
    void cutsAnAddressAtItsVersion();

private:
    Support::TestEnvironment m_environment;
};

void OpenStackCatalogTest::readsACatalogAsItIs()
{
    const auto token = Providers::OpenStackKeystone::readToken(
        OpenStackExchanges::body(u"ks_token_password_201"_s));
    QVERIFY(token);
    const auto services =
        OpenStackCatalog::services(token->catalog,
                                   {u"public"_s, QString(), u"8e65ec1b8c074bcab2a5111ed3cfcdad"_s,
                                    Choice::PlainText::OnThisMachine});
    QVERIFY(services);
    const OpenStackServices expected{
        u"RegionOne"_s, QUrl(u"http://127.0.0.1:18776/v3/8e65ec1b8c074bcab2a5111ed3cfcdad"_s),
        QUrl(u"http://127.0.0.1:18774/v2.1"_s), QUrl(u"http://127.0.0.1:19292/v2"_s)};
    QCOMPARE(*services, QList{expected});
}

void OpenStackCatalogTest::choosesByInterfaceAndRegion()
{
    const QList<OpenStackEndpoint> catalog = {
        endpoint(u"image"_s, u"https://admin"_s, u"one"_s, u"admin"_s),
        endpoint(u"image"_s, u"https://two"_s, u"two"_s),
        endpoint(u"image"_s, u"https://inside"_s, u"one"_s, u"internal"_s),
        endpoint(u"image"_s, u"https://one"_s, u"one"_s)};
    const auto all = OpenStackCatalog::services(catalog, anywhere());
    QVERIFY(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(all->at(0).region, u"one"_s);
    QCOMPARE(all->at(0).image, QUrl(u"https://one/v2"_s));
    QCOMPARE(all->at(1).region, u"two"_s);
    const auto inside = OpenStackCatalog::services(catalog, {u"internal"_s, u"one"_s, u"p1"_s});
    QVERIFY(inside);
    QCOMPARE(inside->size(), 1);
    QCOMPARE(inside->at(0).image, QUrl(u"https://inside/v2"_s));
}

void OpenStackCatalogTest::knowsTheAliasesOfBlockStorage_data()
{
    QTest::addColumn<QString>("type");
    for (const char *type : {"block-storage", "block-store", "volumev3"}) {
        QTest::addRow("%s", type) << QString::fromLatin1(type);
    }
}

void OpenStackCatalogTest::knowsTheAliasesOfBlockStorage()
{
    QFETCH(QString, type);
    const auto services = OpenStackCatalog::services(
        {endpoint(u"volumev2"_s, u"https://old/v2/p1"_s), endpoint(type, u"https://new/v3/p1"_s)},
        anywhere());
    QVERIFY(services);
    QCOMPARE(services->value(0).volume, QUrl(u"https://new/v3/p1"_s));
    QVERIFY(!services->value(0).compute);
}

void OpenStackCatalogTest::completesAddresses_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("written");
    QTest::addColumn<QUrl>("address");
    const auto add = [](const char *type, const char *written, const char *address) {
        QTest::addRow("%s %s", type, written)
            << QString::fromLatin1(type) << QString::fromLatin1(written)
            << QUrl(QString::fromLatin1(address));
    };
    add("volumev3", "https://c/v3/p1", "https://c/v3/p1");
    add("volumev3", "https://c/volume/v3/p1/", "https://c/volume/v3/p1");
    add("volumev3", "https://c/v3", "https://c/v3/p1");
    add("volumev3", "https://c/volume", "https://c/volume/v3/p1");
    add("compute", "https://n:8774/v2.1", "https://n:8774/v2.1");
    add("compute", "https://n/v2.1/p1", "https://n/v2.1/p1");
    add("compute", "https://n/v2/p1", "https://n/v2.1");
    add("compute", "https://n/compute/", "https://n/compute/v2.1");
    add("compute", "https://gate/v1/compute/v2.1/p1", "https://gate/v1/compute/v2.1/p1");
    add("volumev3", "https://gate/v1/volume/v3/p1", "https://gate/v1/volume/v3/p1");
    add("image", "https://g:9292", "https://g:9292/v2");
    add("image", "https://g/image", "https://g/image/v2");
    add("image", "https://g/v1", "https://g/v2");
    add("image", "https://g/v2/", "https://g/v2");
}

void OpenStackCatalogTest::completesAddresses()
{
    QFETCH(QString, type);
    QFETCH(QString, written);
    QFETCH(QUrl, address);
    const auto services = OpenStackCatalog::services({endpoint(type, written)}, anywhere());
    QVERIFY(services);
    const OpenStackServices found = services->value(0);
    QCOMPARE(type == "image"_L1         ? found.image
                 : type == "compute"_L1 ? found.compute
                                        : found.volume,
             address);
}

void OpenStackCatalogTest::leavesOutARegionWithNothingToSpeakTo()
{
    const auto services =
        OpenStackCatalog::services({endpoint(u"object-store"_s, u"https://s"_s, u"two"_s),
                                    endpoint(u"compute"_s, u"https://n"_s)},
                                   anywhere());
    QVERIFY(services);
    QCOMPARE(services->size(), 1);
    QCOMPARE(services->at(0).region, u"one"_s);
}

void OpenStackCatalogTest::namesARegionThatHasNoName()
{
    const auto services =
        OpenStackCatalog::services({endpoint(u"compute"_s, u"https://n"_s, QString())}, anywhere());
    QVERIFY(services);
    QCOMPARE(services->value(0).region, u"default"_s);
}

void OpenStackCatalogTest::refusesAddressesThatMustNotSeeAToken_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("reason");
    QTest::addRow("plain text")
        << u"http://cinder.example:8776/v3/p1"_s
        << u"(http://cinder.example:8776/v3/p1): http:// is allowed to this machine only; use https://"_s;
    QTest::addRow("another scheme")
        << u"ftp://cinder.example/v3"_s
        << u"(ftp://cinder.example/v3): the address must begin with https://"_s;
    QTest::addRow("plain text to whoever listens here")
        << u"http://127.0.0.1:8776/v3/p1"_s
        << u"(http://127.0.0.1:8776/v3/p1): http:// to this machine, where the login is not"_s;
    QTest::addRow("no URL") << u"cinder"_s << u"(cinder): the address is not a URL"_s;
}

void OpenStackCatalogTest::refusesAddressesThatMustNotSeeAToken()
{
    QFETCH(QString, url);
    QFETCH(QString, reason);
    const auto services = OpenStackCatalog::services({endpoint(u"volumev3"_s, url)}, anywhere());
    QVERIFY(!services);
    QCOMPARE(services.error().kind, ErrorKind::InvalidInput);
    QCOMPARE(services.error().message,
             u"the cloud's catalog gives an address for its block storage service in one that "
             "can't be used "_s
                 + reason);
}

void OpenStackCatalogTest::tellsWhetherThereAreNetworks()
{
    QList<OpenStackEndpoint> catalog = {endpoint(u"compute"_s, u"https://n"_s)};
    QVERIFY(!OpenStackCatalog::services(catalog, anywhere()).value().constFirst().hasNetworks);
    catalog.append({u"network"_s, {}, {}, {}});
    QVERIFY(OpenStackCatalog::services(catalog, anywhere()).value().constFirst().hasNetworks);
}

void OpenStackCatalogTest::looksAtNothingThatIsNotChosen()
{
    const auto services = OpenStackCatalog::services(
        {endpoint(u"compute"_s, u"https://n"_s),
         endpoint(u"compute"_s, u"http://inside"_s, u"one"_s, u"internal"_s),
         endpoint(u"object-store"_s, u"http://store"_s)},
        anywhere());
    QVERIFY(services);
    QCOMPARE(services->size(), 1);
}

void OpenStackCatalogTest::cutsAnAddressAtItsVersion()
{
    QCOMPARE(OpenStackCatalog::versionRoot(QUrl(u"https://c/volume/v3/p1"_s)),
             QUrl(u"https://c/volume/v3"_s));
    QCOMPARE(OpenStackCatalog::versionRoot(QUrl(u"https://n:8774/v2.1"_s)),
             QUrl(u"https://n:8774/v2.1"_s));
}

QTEST_GUILESS_MAIN(OpenStackCatalogTest)
#include "openstackcatalogtest.moc"
