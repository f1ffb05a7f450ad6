// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/accountdesk.h"

#include "accounts/accountstore.h"
#include "accounts/memorysecretstore.h"
#include "app/accountconnector.h"
#include "domain/deferred.h"
#include "providers/openstack/openstackforms.h"
#include "providers/profilelibrary.h"
#include "support/loopbackserver.h"
#include "views/windowfixture.h"

#include <QComboBox>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace Domain;
using namespace Qt::StringLiterals;
using Support::LoopbackServer;
using Support::ServedAnswer;
using Support::ServedRequest;

namespace {

const QString token = u"demo-secret-4|0123456789"_s;

ServedAnswer webPage(const ServedRequest &)
{
    ServedAnswer answer;
    answer.body = "<!doctype html><title>Portal</title>";
    answer.headers.append("Content-Type", "text/html");
    return answer;
}

/// Refuses whom it does not know, in JSON, as the API does; knows the token.
ServedAnswer api(const ServedRequest &request)
{
    ServedAnswer answer;
    if (request.headers.contains("Authorization")) {
        answer.body = R"({"images": [], "servers": [], "volumes": [], "locations": []})";
    } else {
        answer.status = 401;
        answer.body = R"({"status": "Error", "message": "Unauthenticated."})";
    }
    return answer;
}

/// The address of a server that has gone.
QUrl refusedAddress()
{
    QTcpServer server;
    const bool isListening = server.listen(QHostAddress::LocalHost);
    Q_ASSERT(isListening);
    Q_UNUSED(isListening)
    return QUrl(u"http://127.0.0.1:%1/api"_s.arg(server.serverPort()));
}

/// As a provider with white-label operators does: JSON with a status is the API, also when it
/// refuses.
QFuture<Result<Done>> confirm(const QUrl &address, QNetworkAccessManager &network, Clock &)
{
    const Deferred<Done> answer;
    QNetworkReply *reply = network.get(QNetworkRequest(address.resolved(QUrl(u"/probe"_s))));
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, answer, address] {
        const bool isApi = QJsonDocument::fromJson(reply->readAll()).object().contains("status"_L1);
        Error error;
        error.kind = reply->error() == QNetworkReply::ConnectionRefusedError
            ? ErrorKind::NoConnection
            : ErrorKind::Protocol;
        error.host = address.host();
        answer.settle(isApi ? Result<Done>(Done{}) : std::unexpected(error));
        reply->deleteLater();
    });
    return answer.future();
}

QStringList tokenHolders(const QList<ServedRequest> &requests)
{
    QStringList targets;
    for (const ServedRequest &request : requests) {
        const QByteArray everything = request.target + request.body
            + request.headers.combinedValue("Authorization")
            + request.headers.combinedValue("Cookie");
        if (request.headers.contains("Authorization") || everything.contains("demo-secret")) {
            targets.append(QString::fromLatin1(request.target));
        }
    }
    return targets;
}

} // namespace

/// From the dialog to servers on loopback: what each of them saw decides.
class AccountDeskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersProvidersAndProfiles();
    void theTokenReachesTheConfirmedAddressAlone();
    void withoutAConfirmedAddressTheTokenReachesNobody();
    void aStoppedSearchAsksNoFurtherAddress();
    void aHelpTextIsInThePersonsLanguage();
    void anAccountWorksOnWhenItsProfileIsGone();
    void severalFieldsBecomeTheOneSecretThatIsKept();
    void anAccountOfAFileIsImportedAndKept();

private:
    /// A profile of the test's provider with these addresses.
    void writeProfile(const QString &id, const QList<QUrl> &addresses) const;
    void openDesk();
    void openDeskOfSeveralFields();
    void openDialog(const QString &choice);
    template <class T = QLineEdit>
    T *control(const QString &name) const
    {
        return m_window->dialog()->findChild<T *>(name);
    }
    [[nodiscard]] QString addressError() const
    {
        return control(u"accountUrl"_s)
            ->parentWidget()
            ->findChild<QLabel *>(u"fieldError"_s)
            ->text();
    }

    Support::TestEnvironment m_environment;
    std::unique_ptr<Fixture::Window> m_window;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Accounts::MemorySecretStore> m_secrets;
    std::unique_ptr<Accounts::AccountStore> m_store;
    std::unique_ptr<Providers::ProfileLibrary> m_profiles;
    std::unique_ptr<App::AccountConnector> m_connector;
    std::unique_ptr<App::AccountDesk> m_desk;
    std::unique_ptr<LoopbackServer> m_server;
};

void AccountDeskTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_window = std::make_unique<Fixture::Window>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(u"accounts.ini"_s), QSettings::IniFormat);
    m_network = std::make_unique<QNetworkAccessManager>();
    m_secrets = std::make_unique<Accounts::MemorySecretStore>();
    m_store = std::make_unique<Accounts::AccountStore>(*m_settings, *m_secrets);
    m_server = std::make_unique<LoopbackServer>(api);
}

void AccountDeskTest::cleanup()
{
    m_desk.reset();
    m_connector.reset();
    m_store.reset();
    m_window.reset();
}

void AccountDeskTest::writeProfile(const QString &id, const QList<QUrl> &addresses) const
{
    QStringList quoted;
    for (const QUrl &address : addresses) {
        quoted.append(u'"' + address.toString() + u'"');
    }
    QDir().mkpath(m_home->filePath(u"profiles"_s));
    QFile file(m_home->filePath(u"profiles/%1.json"_s.arg(id)));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(u"{\"version\": 1, \"id\": \"%1\", \"name\": \"Operator %1\", \"provider\": "
               u"\"hetzner\", \"baseUrls\": [%2], \"currency\": \"MMK\", \"texts\": {\"en\": "
               u"{\"tokenHelp\": \"In the portal.\", \"noApiHelp\": \"Ask support.\"}, \"my\": "
               u"{\"tokenHelp\": \"ပေါ်တယ်တွင်\"}}}"_s.arg(id, quoted.join(u", "_s))
                   .toUtf8());
}

void AccountDeskTest::openDesk()
{
    m_profiles = std::make_unique<Providers::ProfileLibrary>(m_home->filePath(u"profiles"_s),
                                                             QStringList{u"hetzner"_s});
    m_connector = std::make_unique<App::AccountConnector>(*m_store, m_window->inventory, *m_network,
                                                          m_window->clock, *m_profiles);
    // The one provider there is, as if it were sold under many names and addresses.
    Providers::ProviderDescription whiteLabel = *Providers::findProvider(u"hetzner"_s);
    whiteLabel.baseUrl.clear();
    whiteLabel.confirmBaseUrl = confirm;
    m_desk = std::make_unique<App::AccountDesk>(App::AccountDesk::Parts{
        *m_store, *m_connector, *m_profiles, *m_window->window, m_window->prompts, {whiteLabel}});
}

void AccountDeskTest::openDialog(const QString &choice)
{
    m_desk->add();
    QVERIFY(m_window->dialog());
    auto *list = control<QComboBox>(u"accountProvider"_s);
    if (list->isVisible()) {
        while (list->currentText() != choice) {
            QTest::keyClick(list, Qt::Key_Down);
        }
    }
    QTest::keyClicks(control(u"accountToken"_s), token);
}

void AccountDeskTest::offersProvidersAndProfiles()
{
    writeProfile(u"b"_s, {});
    writeProfile(u"a"_s, {QUrl(u"https://a.example"_s)});
    openDesk();
    m_desk->add();
    const auto *list = control<QComboBox>(u"accountProvider"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(list->itemText(0), u"Operator a"_s);
    QCOMPARE(list->itemText(1), u"Operator b"_s);
    delete m_window->dialog();

    // A provider with an address of its own stands beside its profiles.
    App::AccountDesk usual(
        {*m_store, *m_connector, *m_profiles, *m_window->window, m_window->prompts});
    usual.add();
    const auto *usualList = control<QComboBox>(u"accountProvider"_s);
    QCOMPARE(usualList->itemText(0), Providers::providers().constFirst().name);
    QVERIFY(usualList->findText(u"Operator a"_s) > 0);
}

void AccountDeskTest::theTokenReachesTheConfirmedAddressAlone()
{
    LoopbackServer portal(webPage);
    LoopbackServer confirmed(api);
    LoopbackServer never(api);
    writeProfile(u"acme"_s,
                 {portal.url(u"/backend"_s), refusedAddress(), confirmed.url(), never.url()});
    openDesk();
    openDialog(u"Operator acme"_s);

    control<QPushButton>(u"testAndSave"_s)->click();

    QTRY_COMPARE(m_store->accounts().size(), 1);
    const Account account = m_store->accounts().first();
    QCOMPARE(account.profile, u"acme"_s);
    QCOMPARE(account.baseUrl, confirmed.url());
    QCOMPARE(portal.requests().size(), 1);
    QCOMPARE(tokenHolders(portal.requests()), QStringList());
    QCOMPARE(never.requests().size(), 0);
    QVERIFY(!confirmed.requests().first().headers.contains("Authorization"));
    QVERIFY(!tokenHolders(confirmed.requests()).isEmpty());
    QTRY_VERIFY(!m_window->dialog());
}

void AccountDeskTest::withoutAConfirmedAddressTheTokenReachesNobody()
{
    LoopbackServer portal(webPage);
    LoopbackServer notFound([](const ServedRequest &) {
        ServedAnswer answer;
        answer.status = 404;
        answer.body = R"({"message": "no such place"})";
        return answer;
    });
    const QUrl refused = refusedAddress();
    writeProfile(u"acme"_s, {portal.url(), notFound.url(), refused});
    openDesk();
    openDialog(u"Operator acme"_s);

    control<QPushButton>(u"testAndSave"_s)->click();

    QTRY_VERIFY(control(u"accountUrl"_s)->isVisible());
    const QStringList lines = addressError().split(u'\n');
    QCOMPARE(lines.size(), 5);
    QVERIFY(lines.at(1).startsWith(u"• "_s + portal.url().toString() + u": Something answers"_s));
    QVERIFY(lines.at(2).startsWith(u"• "_s + notFound.url().toString() + u": "_s));
    QCOMPARE(lines.at(3),
             u"• "_s + refused.toString() + u": The host 127.0.0.1 could not be reached."_s);
    QCOMPARE(portal.requests().size(), 1);
    QCOMPARE(notFound.requests().size(), 1);
    QCOMPARE(tokenHolders(portal.requests()) + tokenHolders(notFound.requests()), QStringList());
    QVERIFY(m_store->accounts().isEmpty());
    QVERIFY(m_window->dialog());
    QCOMPARE(control(u"accountToken"_s)->text(), token);
}

void AccountDeskTest::aStoppedSearchAsksNoFurtherAddress()
{
    LoopbackServer first(webPage);
    LoopbackServer second(api);
    first.hold();
    writeProfile(u"acme"_s, {first.url(), second.url()});
    openDesk();
    openDialog(u"Operator acme"_s);
    control<QPushButton>(u"testAndSave"_s)->click();
    QTRY_COMPARE(first.inFlight(), 1);
    QVERIFY(control<QLabel>(u"accountStatus"_s)->text().contains(first.url().toString()));

    control<QPushButton>(u"cancelButton"_s)->click();
    first.releaseAll();

    QTRY_COMPARE(first.inFlight(), 0);
    control<QPushButton>(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_store->accounts().size(), 1);
    QCOMPARE(first.requests().size(), 2);
    QCOMPARE(tokenHolders(first.requests()), QStringList());
}

void AccountDeskTest::aHelpTextIsInThePersonsLanguage()
{
    writeProfile(u"acme"_s, {});
    openDesk();
    QLocale::setDefault(QLocale(QLocale::Burmese, QLocale::Myanmar));
    m_desk->add();
    QLocale::setDefault(QLocale::c());
    QCOMPARE(control(u"accountToken"_s)->accessibleDescription(), u"ပေါ်တယ်တွင်"_s);
    delete m_window->dialog();
    m_desk->add();
    QCOMPARE(control(u"accountToken"_s)->accessibleDescription(),
             u"In the portal.\nAsk support."_s);
}

void AccountDeskTest::anAccountWorksOnWhenItsProfileIsGone()
{
    LoopbackServer server(api);
    Account account;
    account.name = u"shop"_s;
    account.provider = u"hetzner"_s;
    account.profile = u"gone"_s;
    account.baseUrl = server.url();
    openDesk();
    const AccountId id = [&] {
        const QFuture<Result<Account>> saved = m_store->save(
            account, Secret(token.toUtf8()), Accounts::AccountStore::Keep::SessionOnly);
        return saved.isFinished() ? saved.result()->id : AccountId();
    }();
    QTRY_VERIFY(!tokenHolders(server.requests()).isEmpty());
    QVERIFY(m_connector->isConnected(id));

    m_desk->edit(id);
    QTest::keyClicks(control(u"accountName"_s), u"renamed"_s);
    control<QPushButton>(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_store->find(id)->name, u"renamed"_s);
    QCOMPARE(m_store->find(id)->profile, u"gone"_s);
    QCOMPARE(m_store->find(id)->baseUrl, server.url());
}

/// The one provider there is, as if it wanted more than a token.
void AccountDeskTest::openDeskOfSeveralFields()
{
    openDesk();
    Providers::ProviderDescription several = *Providers::findProvider(u"hetzner"_s);
    Providers::OpenStackForms::describe(several);
    several.baseUrl = m_server->url();
    several.credentialFile.usualPlaces = {};
    m_desk = std::make_unique<App::AccountDesk>(App::AccountDesk::Parts{
        *m_store, *m_connector, *m_profiles, *m_window->window, m_window->prompts, {several}});
}

void AccountDeskTest::severalFieldsBecomeTheOneSecretThatIsKept()
{
    openDeskOfSeveralFields();
    m_desk->add();
    QTest::keyClicks(control(u"credential_id"_s), u"abc"_s);
    QTest::keyClicks(control(u"credential_secret"_s), u"demo-secret"_s);
    control<QPushButton>(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_store->accounts().size(), 1);
    const auto kept = m_store->readSecret(m_store->accounts().first().id);
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(kept.result()->reveal(),
             R"({"id":"abc","method":"application_credential","secret":"demo-secret","v":1})"_ba);
}

void AccountDeskTest::anAccountOfAFileIsImportedAndKept()
{
    const QString path = m_home->filePath(u"my clouds.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("clouds:\n  office:\n    auth:\n      auth_url: " + m_server->url().toEncoded()
               + "\n      username: anna\n      password: demo-secret\n    region_name: north\n");
    file.close();
    m_window->prompts.file = path;
    openDeskOfSeveralFields();
    m_desk->add();
    QCOMPARE(control<QPushButton>(u"importCredential"_s)->text(), u"Import from clouds.yaml…"_s);
    control<QPushButton>(u"importCredential"_s)->click();
    QCOMPARE(m_window->prompts.fileQuestions.size(), 1);
    QCOMPARE(control(u"credential_region"_s)->text(), u"north"_s);
    control<QPushButton>(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_store->accounts().size(), 1);
    QCOMPARE(m_store->accounts().first().name, u"office"_s);
    const auto kept = m_store->readSecret(m_store->accounts().first().id);
    QTRY_VERIFY(kept.isFinished());
    QCOMPARE(
        kept.result()->reveal(),
        R"({"method":"password","password":"demo-secret","region":"north","user":"anna","user_domain":"Default","v":1})"_ba);
}

QTEST_MAIN(AccountDeskTest)
#include "accountdesktest.moc"
