// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The account dialog where operators, their addresses and the search for the API come in.

#include "domain/deferred.h"
#include "support/testenvironment.h"
#include "tests/views/credentialsamples.h"
#include "views/accounts/accountdialog.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QTest>

using namespace Domain;
using namespace Views;
using namespace Qt::StringLiterals;
using Keep = Accounts::AccountStore::Keep;

namespace {

const QString operatorToken = u"demo-secret-0123456789"_s;

AccountProvider plain()
{
    AccountProvider choice;
    choice.id = u"plain"_s;
    choice.name = u"Plain Cloud"_s;
    choice.icon = u"cloud"_s;
    choice.baseUrls = {QUrl(u"https://api.plain.example/v1"_s)};
    choice.forms = {Fixture::tokenForm(u"API token"_s)};
    choice.tokenHelp = u"Made in the console."_s;
    choice.tokenHelpUrl = QUrl(u"https://console.plain.example/"_s);
    choice.scopeHint = u"One token reaches one project."_s;
    return choice;
}

/// An operator with two places where its API may be.
AccountProvider twoPlaces()
{
    AccountProvider choice;
    choice.id = u"white-label"_s;
    choice.profile = u"two-places"_s;
    choice.name = u"Two Places"_s;
    choice.icon = u"cloud"_s;
    choice.baseUrls = {QUrl(u"https://portal.two.example/backend/api"_s),
                       QUrl(u"https://api.two.example/api"_s)};
    choice.addressTrust = AccountProvider::Trust::Confirmed;
    choice.forms = {Fixture::tokenForm(u"Personal Access Token"_s)};
    choice.tokenHelp = u"Made in your profile."_s;
    choice.noApiHelp = u"No such page? Ask support@two.example."_s;
    choice.tokenHelpUrl = QUrl(u"https://portal.two.example/"_s);
    return choice;
}

AccountProvider anyOperator()
{
    AccountProvider choice = twoPlaces();
    choice.profile = u"any"_s;
    choice.name = u"Other operator"_s;
    choice.baseUrls = {};
    choice.addressHelp = u"The operator tells it."_s;
    choice.tokenHelpUrl = {};
    return choice;
}

Account operatorAccount()
{
    Account account;
    account.id = AccountId{u"4a1c"_s};
    account.name = u"shop"_s;
    account.provider = u"white-label"_s;
    account.profile = u"two-places"_s;
    account.baseUrl = QUrl(u"https://api.two.example/api"_s);
    return account;
}

Error refusalOf(ErrorKind kind, const QString &host = {})
{
    Error error;
    error.kind = kind;
    error.host = host;
    return error;
}

Error notTheApi(int httpStatus)
{
    Error error = refusalOf(ErrorKind::Protocol);
    error.httpStatus = httpStatus;
    return error;
}

} // namespace

class AccountAddressTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { delete m_dialog; }

    void beginsWithTheListOfWhatCanBeConnected();
    void theFormIsBuiltFromTheProfile();
    void knownAddressesAreTriedUnlessOneIsTyped();
    void theAddressIsAFieldWhereNoneIsKnown();
    void whatIsWrongWithAnAddressIsSaidBelowIt_data();
    void whatIsWrongWithAnAddressIsSaidBelowIt();
    void anAddressStaysWithItsOperator();

    void theTokenIsTestedAtTheConfirmedAddress();
    void anAddressThatWasTypedIsTheOnlyOneAsked();
    void tellsWhichAddressIsTried();
    void listsEveryAddressWhenNoneConfirmed();
    void theListGoesWhenTheAddressChanges();
    void aSearchCanBeStoppedAndAskedAgain();
    void closingTheDialogEndsTheSearch();
    void whatIsGivenNeedsNoSearch();
    void anotherTokenIsTestedAfterAnotherSearch();

    void anEditKeepsProfileAndAddress();
    void anEditOfTheNameAsksNobody();
    void anEditedTokenIsShownToTheStoredAddressOnceItConfirmed();
    void offlineOnlyTheStoredAddressMayBeSavedUntested();
    void anAccountOfAnUnknownProfileKeepsIt();

private:
    AccountDialog *open(const std::optional<Account> &account = {});
    void choose(const AccountProvider &choice);
    template <class T = QLineEdit>
    T *control(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    void submit() { control<QPushButton>(u"testAndSave"_s)->click(); }
    [[nodiscard]] QString errorBelow(const QString &name) const;
    [[nodiscard]] QString status() const { return control<QLabel>(u"accountStatus"_s)->text(); }
    [[nodiscard]] QStringList tabOrderFrom(const QString &name) const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<Theme> m_theme;
    AccountDialogServices m_services;
    QPointer<AccountDialog> m_dialog;
    QStringList m_searched; ///< "provider address address"
    std::function<void(const QUrl &)> m_trying;
    std::optional<Deferred<AddressFinding>> m_finding;
    QStringList m_tested; ///< "address token"
    QList<Account> m_saved;
    std::optional<Deferred<Identity>> m_identity;
    std::optional<Deferred<Account>> m_account;
};

void AccountAddressTest::init()
{
    m_searched.clear();
    m_tested.clear();
    m_saved.clear();
    m_finding.emplace();
    m_identity.emplace();
    m_account.emplace();
    m_services = AccountDialogServices();
    m_services.providers = {plain(), twoPlaces(), anyOperator()};
    m_services.findAddress = [this](const QString &provider, const QList<QUrl> &addresses,
                                    const std::function<void(const QUrl &)> &trying) {
        QStringList words{provider};
        for (const QUrl &address : addresses) {
            words.append(address.toString());
        }
        m_searched.append(words.join(u' '));
        m_trying = trying;
        return m_finding->future();
    };
    m_services.test = [this](const Account &account, const Secret &secret) {
        m_tested.append(account.baseUrl.toString() + u' ' + QString::fromUtf8(secret.reveal()));
        return m_identity->future();
    };
    m_services.save = [this](const Account &account, const Secret &, Keep) {
        m_saved.append(account);
        return m_account->future();
    };
}

AccountDialog *AccountAddressTest::open(const std::optional<Account> &account)
{
    delete m_dialog;
    m_dialog = account ? new AccountDialog(m_services, *account) : new AccountDialog(m_services);
    m_dialog->open();
    const bool isActive = QTest::qWaitForWindowActive(m_dialog);
    Q_ASSERT(isActive);
    Q_UNUSED(isActive)
    return m_dialog;
}

/// By the keyboard, as one would.
void AccountAddressTest::choose(const AccountProvider &choice)
{
    auto *list = control<QComboBox>(u"accountProvider"_s);
    list->setFocus();
    const int wanted = list->findText(choice.name);
    while (list->currentIndex() != wanted) {
        QTest::keyClick(list, list->currentIndex() < wanted ? Qt::Key_Down : Qt::Key_Up);
    }
}

QString AccountAddressTest::errorBelow(const QString &name) const
{
    const auto *error = control(name)->parentWidget()->findChild<QLabel *>(u"fieldError"_s);
    return error->isVisible() ? error->text() : QString();
}

QStringList AccountAddressTest::tabOrderFrom(const QString &name) const
{
    control<QWidget>(name)->setFocus();
    QStringList names;
    do {
        names.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget()->objectName() != name && names.size() < 50);
    return names;
}

void AccountAddressTest::beginsWithTheListOfWhatCanBeConnected()
{
    open();
    const auto *list = control<QComboBox>(u"accountProvider"_s);
    QCOMPARE(QApplication::focusWidget(), list);
    QStringList names;
    for (int i = 0; i < list->count(); ++i) {
        names.append(list->itemText(i));
    }
    QCOMPARE(names.join(u", "_s), u"Plain Cloud, Two Places, Other operator"_s);
    QCOMPARE(list->accessibleName(), u"Provider"_s);
}

void AccountAddressTest::theFormIsBuiltFromTheProfile()
{
    open();
    choose(twoPlaces());

    QCOMPARE(control(u"accountName"_s)->text(), u"Two Places"_s);
    QCOMPARE(control(u"accountToken"_s)->accessibleName(), u"Personal Access Token"_s);
    QCOMPARE(control(u"accountToken"_s)->accessibleDescription(),
             u"Made in your profile.\nNo such page? Ask support@two.example."_s);
    QCOMPARE(control<QPushButton>(u"openConsole"_s)->text(), u"Open portal.two.example"_s);

    choose(plain());
    QCOMPARE(control(u"accountToken"_s)->accessibleDescription(), u"Made in the console."_s);
}

void AccountAddressTest::knownAddressesAreTriedUnlessOneIsTyped()
{
    open();
    choose(twoPlaces());
    QVERIFY(!control(u"accountUrl"_s)->isVisible());
    QVERIFY(control<QPushButton>(u"advancedButton"_s)->isVisible());

    control<QPushButton>(u"advancedButton"_s)->click();

    QVERIFY(control(u"accountUrl"_s)->isVisible());
    QCOMPARE(control(u"accountUrl"_s)->text(), QString());
    const QString help = control(u"accountUrl"_s)->accessibleDescription();
    QVERIFY2(help.contains(u"https://portal.two.example/backend/api"_s), qPrintable(help));
    QVERIFY2(help.contains(u"https://api.two.example/api"_s), qPrintable(help));
    // Empty is well here: the known ones are tried.
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    QCOMPARE(errorBelow(u"accountUrl"_s), QString());
    QCOMPARE(m_searched.size(), 1);
}

void AccountAddressTest::theAddressIsAFieldWhereNoneIsKnown()
{
    open();
    choose(anyOperator());

    QVERIFY(control(u"accountUrl"_s)->isVisible());
    QVERIFY(!control<QPushButton>(u"advancedButton"_s)->isVisible());
    QCOMPARE(control(u"accountUrl"_s)->accessibleName(), u"Address of the API"_s);
    QCOMPARE(control(u"accountUrl"_s)->accessibleDescription(), u"The operator tells it."_s);
    const QStringList expected{u"accountProvider"_s, u"accountName"_s, u"accountUrl"_s,
                               u"accountToken"_s,    u"showToken"_s,   u"accountColour0"_s,
                               u"testAndSave"_s,     u"cancelButton"_s};
    QCOMPARE(tabOrderFrom(u"accountProvider"_s).join(u", "_s), expected.join(u", "_s));

    choose(twoPlaces());
    control<QPushButton>(u"advancedButton"_s)->click();
    const QStringList below{u"accountColour0"_s, u"advancedButton"_s, u"accountUrl"_s,
                            u"testAndSave"_s};
    QCOMPARE(tabOrderFrom(u"accountColour0"_s).sliced(0, 4).join(u", "_s), below.join(u", "_s));
}

void AccountAddressTest::whatIsWrongWithAnAddressIsSaidBelowIt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("start");
    QTest::addRow("nothing") << QString() << u"Enter the address"_s;
    QTest::addRow("blanks") << u"   "_s << u"Enter the address"_s;
    QTest::addRow("no URL") << u"my cloud"_s << u"This is not a complete web address"_s;
    QTest::addRow("no scheme") << u"portal.example/api"_s << u"This is not a complete"_s;
    QTest::addRow("http elsewhere")
        << u"http://portal.example/api"_s << u"The address must begin with https://"_s;
    QTest::addRow("a password") << u"https://me:pw@portal.example"_s
                                << u"Leave user name, password"_s;
    QTest::addRow("right to left") << u"https://\u202eelpmaxe"_s << u"This is not a complete"_s;
}

void AccountAddressTest::whatIsWrongWithAnAddressIsSaidBelowIt()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, start);
    open();
    choose(anyOperator());
    control(u"accountUrl"_s)->setText(typed);
    control(u"accountToken"_s)->setText(operatorToken);

    submit();

    QVERIFY2(errorBelow(u"accountUrl"_s).startsWith(start),
             qPrintable(errorBelow(u"accountUrl"_s)));
    QCOMPARE(QApplication::focusWidget(), control(u"accountUrl"_s));
    QCOMPARE(control(u"accountUrl"_s)->text(), typed);
    QCOMPARE(control(u"accountToken"_s)->text(), operatorToken);
    QVERIFY(m_searched.isEmpty() && m_tested.isEmpty() && m_saved.isEmpty());
}

void AccountAddressTest::anAddressStaysWithItsOperator()
{
    open();
    choose(anyOperator());
    control(u"accountUrl"_s)->setText(u"https://mine.example/api"_s);
    choose(plain());
    QCOMPARE(control(u"accountUrl"_s)->text(), u"https://api.plain.example/v1"_s);
    choose(twoPlaces());
    QCOMPARE(control(u"accountUrl"_s)->text(), QString());
    choose(anyOperator());
    QCOMPARE(control(u"accountUrl"_s)->text(), u"https://mine.example/api"_s);
}

void AccountAddressTest::theTokenIsTestedAtTheConfirmedAddress()
{
    open();
    choose(twoPlaces());
    QTest::keyClicks(control(u"accountToken"_s), operatorToken);

    submit();

    QCOMPARE(m_searched,
             QStringList{u"white-label https://portal.two.example/backend/api "
                         u"https://api.two.example/api"_s});
    QCOMPARE(m_tested, QStringList());
    AddressFinding finding;
    finding.confirmed = QUrl(u"https://api.two.example/api"_s);
    m_finding->settle(finding);
    QTRY_COMPARE(m_tested, QStringList{u"https://api.two.example/api "_s + operatorToken});
    QCOMPARE(status(), u"Asking api.two.example… Nothing is saved yet."_s);
    m_identity->settle(Identity());
    QTRY_COMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved.first().provider, u"white-label"_s);
    QCOMPARE(m_saved.first().profile, u"two-places"_s);
    QCOMPARE(m_saved.first().baseUrl, QUrl(u"https://api.two.example/api"_s));
    m_account->settle(m_saved.first());
    QTRY_VERIFY(!m_dialog);
}

void AccountAddressTest::anAddressThatWasTypedIsTheOnlyOneAsked()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    control(u"accountUrl"_s)->setText(u" https://new.two.example/api/ "_s);
    submit();
    QCOMPARE(m_searched, QStringList{u"white-label https://new.two.example/api"_s});
}

void AccountAddressTest::tellsWhichAddressIsTried()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    QVERIFY(control<QLabel>(u"accountStatus"_s)->isVisible());
    m_trying(QUrl(u"https://portal.two.example/backend/api"_s));
    QCOMPARE(status(),
             u"Looking for the API at https://portal.two.example/backend/api… No token is sent "
             u"yet."_s);
    m_trying(QUrl(u"https://api.two.example/api"_s));
    QVERIFY(status().contains(u"https://api.two.example/api"_s));
    QCOMPARE(control<QPushButton>(u"cancelButton"_s)->text(), u"Stop the test"_s);
}

void AccountAddressTest::listsEveryAddressWhenNoneConfirmed()
{
    open();
    choose(twoPlaces());
    control(u"accountName"_s)->setText(u"mine"_s);
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    m_finding->settle(
        AddressFinding{{},
                       {{QUrl(u"https://portal.two.example/backend/api"_s), notTheApi(200)},
                        {QUrl(u"https://api.two.example/api"_s),
                         refusalOf(ErrorKind::NoConnection, u"api.two.example"_s)}}});

    QTRY_VERIFY(control(u"accountUrl"_s)->isVisible());
    const QStringList lines = errorBelow(u"accountUrl"_s).split(u'\n');
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.at(0).contains(u"The token was sent nowhere, and nothing is saved."_s));
    QCOMPARE(
        lines.at(1),
        u"• https://portal.two.example/backend/api: A web server answers there, but not this API "
        u"(HTTP status 200)."_s);
    QCOMPARE(lines.at(2),
             u"• https://api.two.example/api: The host api.two.example could not be reached."_s);
    QCOMPARE(QApplication::focusWidget(), control(u"accountUrl"_s));
    QVERIFY(control(u"accountUrl"_s)->accessibleDescription().startsWith(lines.at(0)));
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(control(u"accountName"_s)->text(), u"mine"_s);
    QCOMPARE(control(u"accountToken"_s)->text(), operatorToken);
    QVERIFY(!control<QPushButton>(u"secondWay"_s)->isVisible());
    QVERIFY(m_tested.isEmpty() && m_saved.isEmpty());
}

void AccountAddressTest::theListGoesWhenTheAddressChanges()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    m_finding->settle(AddressFinding{
        {}, {{QUrl(u"https://api.two.example/api"_s), refusalOf(ErrorKind::NotFound)}}});
    QTRY_VERIFY(!errorBelow(u"accountUrl"_s).isEmpty());

    control(u"accountName"_s)->setText(u"other"_s);
    QVERIFY(!errorBelow(u"accountUrl"_s).isEmpty());
    control(u"accountUrl"_s)->setText(u"https://new.two.example/api"_s);
    QCOMPARE(errorBelow(u"accountUrl"_s), QString());

    m_finding.emplace();
    submit();
    QCOMPARE(m_searched.last(), u"white-label https://new.two.example/api"_s);
}

void AccountAddressTest::aSearchCanBeStoppedAndAskedAgain()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    const QFuture<Result<AddressFinding>> handedOut = m_finding->future();

    control<QPushButton>(u"cancelButton"_s)->click();

    QVERIFY(handedOut.isCanceled());
    QVERIFY(m_dialog->isVisible());
    QCOMPARE(control(u"accountToken"_s)->text(), operatorToken);
    QCOMPARE(errorBelow(u"accountUrl"_s), QString());
    // The stopped search tells late.
    m_trying(QUrl(u"https://late.example"_s));
    QVERIFY(!status().contains(u"late.example"_s));
    AddressFinding late;
    late.confirmed = QUrl(u"https://late.example"_s);
    m_finding->settle(late);
    m_finding.emplace();
    submit();
    QCoreApplication::processEvents();
    QCOMPARE(m_tested, QStringList());
    QCOMPARE(m_searched.size(), 2);
}

void AccountAddressTest::closingTheDialogEndsTheSearch()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    const auto trying = m_trying;
    delete m_dialog;
    QVERIFY(m_finding->isCancelled());
    trying(QUrl(u"https://late.example"_s)); // and nobody is told
}

void AccountAddressTest::whatIsGivenNeedsNoSearch()
{
    open();
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    QCOMPARE(m_searched, QStringList());
    QCOMPARE(m_tested, QStringList{u"https://api.plain.example/v1 "_s + operatorToken});
}

void AccountAddressTest::anotherTokenIsTestedAfterAnotherSearch()
{
    open();
    choose(twoPlaces());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    AddressFinding finding;
    finding.confirmed = QUrl(u"https://api.two.example/api"_s);
    m_finding->settle(finding);
    QTRY_COMPARE(m_tested.size(), 1);
    m_identity->settle(std::unexpected(refusalOf(ErrorKind::Unauthorized)));
    QTRY_VERIFY(control<QWidget>(u"accountBanner"_s)->isVisible());

    m_finding.emplace();
    control(u"accountToken"_s)->setText(operatorToken + u'9');
    submit();

    QCOMPARE(m_searched.size(), 2);
    QCOMPARE(m_tested.size(), 1);
}

void AccountAddressTest::anEditKeepsProfileAndAddress()
{
    open(operatorAccount());
    QCOMPARE(control<QLabel>(u"accountProviderName"_s)->text(), u"Two Places"_s);
    QCOMPARE(control(u"accountUrl"_s)->text(), u"https://api.two.example/api"_s);
    QVERIFY(!control(u"accountUrl"_s)->isVisible());

    Account elsewhere = operatorAccount();
    elsewhere.baseUrl = QUrl(u"https://moved.example/api"_s);
    open(elsewhere);
    QVERIFY(control(u"accountUrl"_s)->isVisible());
    QCOMPARE(control(u"accountUrl"_s)->text(), u"https://moved.example/api"_s);
}

void AccountAddressTest::anEditOfTheNameAsksNobody()
{
    open(operatorAccount());
    control(u"accountName"_s)->setText(u"renamed"_s);
    submit();
    QCOMPARE(m_searched, QStringList());
    QCOMPARE(m_tested, QStringList());
    QCOMPARE(m_saved.size(), 1);
    Account expected = operatorAccount();
    expected.name = u"renamed"_s;
    QCOMPARE(m_saved.first(), expected);
}

void AccountAddressTest::anEditedTokenIsShownToTheStoredAddressOnceItConfirmed()
{
    open(operatorAccount());
    control(u"accountToken"_s)->setText(operatorToken);
    submit();
    QCOMPARE(m_searched, QStringList{u"white-label https://api.two.example/api"_s});
    QCOMPARE(m_tested, QStringList());
    AddressFinding finding;
    finding.confirmed = QUrl(u"https://api.two.example/api"_s);
    m_finding->settle(finding);
    QTRY_COMPARE(m_tested.size(), 1);
}

void AccountAddressTest::offlineOnlyTheStoredAddressMayBeSavedUntested()
{
    const auto fail = [this](const QString &url, ErrorKind kind) {
        submit();
        m_finding->settle(AddressFinding{{}, {{QUrl(url), refusalOf(kind)}}});
        QTRY_VERIFY(!errorBelow(u"accountUrl"_s).isEmpty());
        m_finding.emplace();
    };
    open(operatorAccount());
    control(u"accountToken"_s)->setText(operatorToken);
    fail(u"https://api.two.example/api"_s, ErrorKind::NoConnection);
    QVERIFY(control<QPushButton>(u"secondWay"_s)->isVisible());
    QCOMPARE(control<QPushButton>(u"secondWay"_s)->text(), u"Save anyway"_s);

    // Reached, but no API any more: the token must not go there.
    fail(u"https://api.two.example/api"_s, ErrorKind::Protocol);
    QVERIFY(!control<QPushButton>(u"secondWay"_s)->isVisible());

    control(u"accountUrl"_s)->setText(u"https://new.two.example/api"_s);
    fail(u"https://new.two.example/api"_s, ErrorKind::NoConnection);
    QVERIFY(!control<QPushButton>(u"secondWay"_s)->isVisible());
    QVERIFY(m_saved.isEmpty());
}

void AccountAddressTest::anAccountOfAnUnknownProfileKeepsIt()
{
    Account account = operatorAccount();
    account.profile = u"gone"_s;
    open(account);
    QCOMPARE(control(u"accountUrl"_s)->text(), u"https://api.two.example/api"_s);
    control(u"accountName"_s)->setText(u"renamed"_s);
    submit();
    QCOMPARE(m_saved.size(), 1);
    QCOMPARE(m_saved.first().profile, u"gone"_s);
    QCOMPARE(m_saved.first().baseUrl, account.baseUrl);
}

QTEST_MAIN(AccountAddressTest)
#include "accountaddresstest.moc"
