// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Longer than most: a dialog is proved by its ways through, and this one has many.

#include "views/accounts/accountdialog.h"
#include "domain/deferred.h"
#include "support/testenvironment.h"
#include "tests/views/credentialsamples.h"
#include "views/accounts/removeaccountquestion.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QSignalSpy>
#include <QTest>

using namespace Domain;
using namespace Views;
using namespace Qt::StringLiterals;
using Keep = Accounts::AccountStore::Keep;

namespace {

const QString token = u"demo-secret-0123456789"_s;

AccountProvider hetzner()
{
    AccountProvider provider;
    provider.id = u"hetzner"_s;
    provider.name = u"Hetzner Cloud"_s;
    provider.icon = u"cloud"_s;
    provider.baseUrls = {QUrl(u"https://api.hetzner.cloud/v1"_s)};
    provider.forms = {Fixture::tokenForm(u"API token"_s, u"64 letters and digits"_s)};
    provider.tokenHelp = u"Made in the console."_s;
    provider.tokenHelpUrl = QUrl(u"https://console.hetzner.cloud/"_s);
    provider.scopeHint = u"One token reaches one project."_s;
    return provider;
}

AccountProvider raff()
{
    AccountProvider provider = hetzner();
    provider.id = u"raff"_s;
    provider.name = u"Raff"_s;
    provider.baseUrls = {QUrl(u"https://api.raff.example/api"_s)};
    provider.forms = {Fixture::tokenForm(u"API key"_s, {})};
    return provider;
}

Account storedAccount()
{
    Account account;
    account.id = AccountId{u"4a1c"_s};
    account.name = u"Hetzner · shop"_s;
    account.provider = u"hetzner"_s;
    account.baseUrl = QUrl(u"https://api.hetzner.cloud/v1"_s);
    account.colour = 2;
    return account;
}

Error errorOf(ErrorKind kind, const QString &message = {})
{
    Error error;
    error.kind = kind;
    error.message = message;
    error.host = u"api.hetzner.cloud"_s;
    return error;
}

QString keepText(Keep keep)
{
    return keep == Keep::Keychain ? u"keychain"_s : u"session"_s;
}

} // namespace

class AccountDialogTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup();

    void startsAtTheTokenWithTheRestFilledIn();
    void aNameAndAColourThatAreTakenAreNotSuggested();
    void asksForTheProviderOnlyWhereThereIsAChoice();
    void theNameFollowsTheProviderAndAnAddressStaysWithIt();
    void everyControlCanBeReachedByTabAndTellsItsName();
    void everyLabelLeadsToItsField();

    void saysWhatIsWrongUnderEveryFieldAndAsksNobody();
    void blanksInATokenAreSaidWhileTyping();
    void anEmptyFieldIsNotComplainedAboutBeforeItWasFilled();
    void aLookAtTheBrowserIsNotLeavingAField();
    void aFieldThatWasMendedIsNotComplainedAboutAnyMore();
    void aWrongAddressOpensTheAdvancedPart();

    void testsThenSavesWhatWasTyped();
    void takesATokenAsPastingBringsIt();
    void theTokenIsShownOnDemandOnly();
    void enterTestsAndSaves();
    void theArrowKeysChooseAColour();

    void aTestCanBeStoppedAndNothingIsLost();
    void escapeStopsTheTestBeforeItClosesTheDialog();
    void closingTheDialogCancelsItsTest();
    void whatIsBeingSavedCannotBeLeft();

    void aRefusedTokenIsExplainedAndStays();
    void aBannerGoesWhenTokenOrAddressChange();
    void offlineTheAccountCanBeSavedUntested();
    void withoutKeychainTheTokenCanBeKeptForTheSession();
    void aTokenThatMayOnlyReadIsSavedAfterAWarning();
    void aFailureOfTheSettingsSaysSo();
    void noErrorShowsTheToken();

    void anEditWithoutNewTokenIsSavedUntested();
    void anEditOfTheAddressIsTestedWithTheStoredToken();
    void anUnreadableStoredTokenCanBeEnteredAgain();
    void aLongNameDoesNotWidenTheDialog();
    void removingSaysThatSnapshotsStay();
    void removingWithoutTokenSaysWhereItStays();

private:
    AccountDialog *open(const std::optional<Account> &account = {});
    template <class T>
    T *control(const QString &name) const
    {
        T *found = m_dialog->findChild<T *>(name);
        return found ? found : nullptr;
    }
    QLineEdit *field(const QString &name) const { return control<QLineEdit>(name); }
    Button *button(const QString &name) const { return control<Button>(name); }
    /// What stands in red below the field; empty when nothing does.
    QString errorBelow(const QString &name) const;
    /// "title | meaning and advice", or empty when no banner is shown.
    QString bannerText() const;
    QStringList tabOrder() const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<Theme> m_theme;
    AccountDialogServices m_services;
    QPointer<AccountDialog> m_dialog;
    QStringList m_tested; ///< "address token"
    QStringList m_saved; ///< "id name provider address token keep"
    std::optional<Deferred<Identity>> m_identity;
    std::optional<Deferred<Account>> m_account;
    QFuture<Result<Identity>> m_handedOut;
    Account m_savedAccount;
};

void AccountDialogTest::init()
{
    m_tested.clear();
    m_saved.clear();
    m_identity.emplace();
    m_account.emplace();
    m_services = AccountDialogServices();
    m_services.providers = {hetzner()};
    m_services.test = [this](const Account &account, const Secret &secret) {
        m_tested.append(account.baseUrl.toString() + u' ' + QString::fromUtf8(secret.reveal()));
        m_handedOut = m_identity->future();
        return m_handedOut;
    };
    m_services.save = [this](const Account &account, const Secret &secret, Keep keep) {
        m_savedAccount = account;
        m_saved.append(QStringList{account.id.value, account.name, account.provider,
                                   account.baseUrl.toString(), QString::fromUtf8(secret.reveal()),
                                   keepText(keep)}
                           .join(u'|'));
        return m_account->future();
    };
}

void AccountDialogTest::cleanup()
{
    delete m_dialog;
}

AccountDialog *AccountDialogTest::open(const std::optional<Account> &account)
{
    delete m_dialog;
    m_dialog = account ? new AccountDialog(m_services, *account) : new AccountDialog(m_services);
    m_dialog->open();
    const bool isActive = QTest::qWaitForWindowActive(m_dialog);
    Q_ASSERT(isActive);
    Q_UNUSED(isActive)
    return m_dialog;
}

QString AccountDialogTest::errorBelow(const QString &name) const
{
    const auto *error = field(name)->parentWidget()->findChild<QLabel *>(u"fieldError"_s);
    return error->isVisible() ? error->text() : QString();
}

QString AccountDialogTest::bannerText() const
{
    const auto *banner = control<QWidget>(u"accountBanner"_s);
    if (!banner->isVisible()) {
        return {};
    }
    return banner->findChild<QLabel *>(u"bannerTitle"_s)->text() + u" | "_s
        + banner->findChild<QLabel *>(u"bannerMeaning"_s)->text();
}

/// The names of what Tab visits, from the token on, once around.
QStringList AccountDialogTest::tabOrder() const
{
    field(u"accountToken"_s)->setFocus();
    QStringList names;
    do {
        names.append(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (QApplication::focusWidget() != field(u"accountToken"_s) && names.size() < 50);
    return names;
}

void AccountDialogTest::startsAtTheTokenWithTheRestFilledIn()
{
    open();

    QCOMPARE(QApplication::focusWidget(), field(u"accountToken"_s));
    QCOMPARE(field(u"accountName"_s)->text(), u"Hetzner Cloud"_s);
    QCOMPARE(field(u"accountUrl"_s)->text(), u"https://api.hetzner.cloud/v1"_s);
    QVERIFY(!field(u"accountUrl"_s)->isVisible());
    QCOMPARE(field(u"accountToken"_s)->placeholderText(), u"64 letters and digits"_s);
    QCOMPARE(field(u"accountToken"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(bannerText(), QString());
}

void AccountDialogTest::aNameAndAColourThatAreTakenAreNotSuggested()
{
    m_services.otherNames = {u"hetzner cloud"_s, u"Hetzner Cloud 2"_s};
    m_services.usedColours = {0, 1, 3};
    open();
    QCOMPARE(field(u"accountName"_s)->text(), u"Hetzner Cloud 3"_s);

    field(u"accountToken"_s)->setText(token);
    m_identity->settle(Identity());
    button(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_saved.count(), 1);
    QCOMPARE(m_savedAccount.colour, 2);
}

void AccountDialogTest::asksForTheProviderOnlyWhereThereIsAChoice()
{
    open();
    QVERIFY(!control<QComboBox>(u"accountProvider"_s)->isVisible());
    QCOMPARE(control<QLabel>(u"accountProviderName"_s)->text(), u"Hetzner Cloud"_s);

    m_services.providers = {hetzner(), raff()};
    open();
    QVERIFY(control<QComboBox>(u"accountProvider"_s)->isVisible());

    open(storedAccount());
    QVERIFY(!control<QComboBox>(u"accountProvider"_s)->isVisible());
}

void AccountDialogTest::theNameFollowsTheProviderAndAnAddressStaysWithIt()
{
    m_services.providers = {hetzner(), raff()};
    open();
    auto *choice = control<QComboBox>(u"accountProvider"_s);
    choice->setFocus();
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(field(u"accountName"_s)->text(), u"Raff"_s);
    QCOMPARE(field(u"accountUrl"_s)->text(), u"https://api.raff.example/api"_s);
    QCOMPARE(field(u"accountToken"_s)->accessibleName(), u"API key"_s);

    field(u"accountName"_s)->setText(u"mine"_s);
    field(u"accountUrl"_s)->setText(u"https://my.example/v1"_s);
    QTest::keyClick(choice, Qt::Key_Up);
    QCOMPARE(field(u"accountName"_s)->text(), u"mine"_s);
    QCOMPARE(field(u"accountUrl"_s)->text(), u"https://api.hetzner.cloud/v1"_s);
    QTest::keyClick(choice, Qt::Key_Down);
    QCOMPARE(field(u"accountUrl"_s)->text(), u"https://my.example/v1"_s);
}

void AccountDialogTest::everyControlCanBeReachedByTabAndTellsItsName()
{
    m_services.providers = {hetzner(), raff()};
    open();
    button(u"advancedButton"_s)->click();

    const QStringList expected{u"accountToken"_s,   u"showToken"_s,      u"openConsole"_s,
                               u"accountColour0"_s, u"advancedButton"_s, u"accountUrl"_s,
                               u"testAndSave"_s,    u"cancelButton"_s,   u"accountProvider"_s,
                               u"accountName"_s};
    QCOMPARE(tabOrder().join(u", "_s), expected.join(u", "_s));
    for (const QString &name : expected) {
        const QAccessibleInterface *accessible =
            QAccessible::queryAccessibleInterface(control<QWidget>(name));
        QVERIFY(accessible);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(name));
    }
}

void AccountDialogTest::everyLabelLeadsToItsField()
{
    m_services.providers = {hetzner(), raff()};
    open();
    QSet<QString> led;
    const QList<QLabel *> labels = m_dialog->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->buddy()) {
            led.insert(label->buddy()->objectName());
        }
    }
    const QSet<QString> expected{u"accountProvider"_s, u"accountName"_s, u"accountToken"_s,
                                 u"accountColour"_s, u"accountUrl"_s};
    QCOMPARE(led, expected);

    QTest::keyClick(m_dialog, Qt::Key_N, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), field(u"accountName"_s));
    QTest::keyClick(m_dialog, Qt::Key_C, Qt::AltModifier);
    QCOMPARE(QApplication::focusWidget(), control<QWidget>(u"accountColour0"_s));
}

void AccountDialogTest::saysWhatIsWrongUnderEveryFieldAndAsksNobody()
{
    m_services.otherNames = {u"shop"_s};
    open();
    field(u"accountName"_s)->setText(u" Shop"_s);
    field(u"accountUrl"_s)->setText(u"http://api.hetzner.cloud"_s);

    button(u"testAndSave"_s)->click();

    QCOMPARE(errorBelow(u"accountName"_s),
             u"Another account has this name. Choose a different one."_s);
    QCOMPARE(errorBelow(u"accountToken"_s), u"Enter the token."_s);
    QVERIFY(errorBelow(u"accountUrl"_s).startsWith(u"The address must begin with https://"_s));
    QCOMPARE(QApplication::focusWidget(), field(u"accountName"_s));
    QVERIFY(field(u"accountName"_s)
                ->accessibleDescription()
                .startsWith(u"Another account has this name."_s));
    QCOMPARE(m_tested, QStringList());
    QCOMPARE(m_saved, QStringList());
}

void AccountDialogTest::blanksInATokenAreSaidWhileTyping()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), u"demo"_s);
    QCOMPARE(errorBelow(u"accountToken"_s), QString());
    QTest::keyClicks(field(u"accountToken"_s), u" secret"_s);
    QVERIFY(errorBelow(u"accountToken"_s).startsWith(u"There are blanks inside it."_s));
}

void AccountDialogTest::anEmptyFieldIsNotComplainedAboutBeforeItWasFilled()
{
    open();
    QTest::keyClick(field(u"accountToken"_s), Qt::Key_Tab);
    QCOMPARE(errorBelow(u"accountToken"_s), QString());

    QTest::keyClicks(field(u"accountToken"_s), u"x"_s);
    QTest::keyClick(field(u"accountToken"_s), Qt::Key_Backspace);
    QCOMPARE(errorBelow(u"accountToken"_s), QString());
    field(u"accountToken"_s)->setFocus();
    QTest::keyClick(field(u"accountToken"_s), Qt::Key_Tab);
    QCOMPARE(errorBelow(u"accountToken"_s), u"Enter the token."_s);
}

void AccountDialogTest::aLookAtTheBrowserIsNotLeavingAField()
{
    open();
    QLineEdit *name = field(u"accountName"_s);
    name->setFocus();
    name->selectAll();
    QTest::keyClick(name, Qt::Key_Backspace);
    QFocusEvent away(QEvent::FocusOut, Qt::ActiveWindowFocusReason);
    QApplication::sendEvent(name, &away);
    QCOMPARE(errorBelow(u"accountName"_s), QString());

    QTest::keyClick(name, Qt::Key_Tab);
    QCOMPARE(errorBelow(u"accountName"_s), u"Give the account a name."_s);
}

void AccountDialogTest::aFieldThatWasMendedIsNotComplainedAboutAnyMore()
{
    open();
    button(u"testAndSave"_s)->click();
    QCOMPARE(errorBelow(u"accountToken"_s), u"Enter the token."_s);
    QTest::keyClicks(field(u"accountToken"_s), u"d"_s);
    QCOMPARE(errorBelow(u"accountToken"_s), QString());
}

void AccountDialogTest::aWrongAddressOpensTheAdvancedPart()
{
    open();
    field(u"accountToken"_s)->setText(token);
    field(u"accountUrl"_s)->setText(u"nowhere"_s);
    QVERIFY(!field(u"accountUrl"_s)->isVisible());

    button(u"testAndSave"_s)->click();

    QVERIFY(field(u"accountUrl"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), field(u"accountUrl"_s));
}

void AccountDialogTest::testsThenSavesWhatWasTyped()
{
    open();
    QSignalSpy saved(m_dialog, &AccountDialog::saved);
    field(u"accountName"_s)->setText(u"  shop   one "_s);
    field(u"accountUrl"_s)->setText(u"https://cloud.example/v1/"_s);
    QTest::keyClicks(field(u"accountToken"_s), token);

    button(u"testAndSave"_s)->click();
    QCOMPARE(m_tested, QStringList{u"https://cloud.example/v1 "_s + token});
    QCOMPARE(m_saved, QStringList());
    m_identity->settle(Identity());

    const QString expected =
        u"|shop one|hetzner|https://cloud.example/v1|"_s + token + u"|keychain"_s;
    QTRY_COMPARE(m_saved, QStringList{expected});
    QVERIFY(m_dialog->isVisible());
    m_account->settle(m_savedAccount);
    QTRY_COMPARE(saved.count(), 1);
    QTRY_VERIFY(!m_dialog);
}

void AccountDialogTest::takesATokenAsPastingBringsIt()
{
    open();
    QGuiApplication::clipboard()->setText(u"  "_s + token + u"\n"_s);
    QTest::keySequence(field(u"accountToken"_s), QKeySequence::Paste);
    QCOMPARE(errorBelow(u"accountToken"_s), QString());

    button(u"testAndSave"_s)->click();

    QCOMPARE(m_tested, QStringList{u"https://api.hetzner.cloud/v1 "_s + token});
}

void AccountDialogTest::theTokenIsShownOnDemandOnly()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    QCOMPARE(field(u"accountToken"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(button(u"showToken"_s)->accessibleName(), u"Show the characters"_s);

    button(u"showToken"_s)->click();
    QCOMPARE(field(u"accountToken"_s)->echoMode(), QLineEdit::Normal);
    QCOMPARE(button(u"showToken"_s)->accessibleName(), u"Hide the characters"_s);

    button(u"showToken"_s)->click();
    QCOMPARE(field(u"accountToken"_s)->echoMode(), QLineEdit::Password);
}

void AccountDialogTest::enterTestsAndSaves()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    QTest::keyClick(field(u"accountToken"_s), Qt::Key_Return);
    QCOMPARE(m_tested.count(), 1);
}

void AccountDialogTest::theArrowKeysChooseAColour()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    auto *first = control<QWidget>(u"accountColour0"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Right);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    m_identity->settle(Identity());
    button(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_savedAccount.colour, 2);
}

void AccountDialogTest::aTestCanBeStoppedAndNothingIsLost()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    QVERIFY(!field(u"accountToken"_s)->isEnabled());
    QVERIFY(!button(u"testAndSave"_s)->isEnabled());
    QVERIFY(control<QLabel>(u"accountStatus"_s)->isVisible());
    QCOMPARE(button(u"cancelButton"_s)->text(), u"Stop the test"_s);
    QCOMPARE(QApplication::focusWidget(), button(u"cancelButton"_s));

    button(u"cancelButton"_s)->click();

    QVERIFY(m_handedOut.isCanceled());
    QVERIFY(m_dialog->isVisible());
    QVERIFY(!control<QLabel>(u"accountStatus"_s)->isVisible());
    QCOMPARE(field(u"accountToken"_s)->text(), token);
    QVERIFY(field(u"accountToken"_s)->isEnabled());
    QCOMPARE(button(u"cancelButton"_s)->text(), u"Cancel"_s);

    // The answer of the stopped test comes late, then a new test runs and answers.
    m_identity->settle(Identity());
    m_identity.emplace();
    button(u"testAndSave"_s)->click();
    QCoreApplication::processEvents();
    QCOMPARE(m_saved, QStringList());
    m_identity->settle(Identity());
    QTRY_COMPARE(m_saved.count(), 1);
}

void AccountDialogTest::escapeStopsTheTestBeforeItClosesTheDialog()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QVERIFY(m_dialog->isVisible());
    QVERIFY(m_handedOut.isCanceled());

    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(m_saved, QStringList());
}

void AccountDialogTest::closingTheDialogCancelsItsTest()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    delete m_dialog;
    QVERIFY(m_handedOut.isCanceled());
}

void AccountDialogTest::whatIsBeingSavedCannotBeLeft()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    m_identity->settle(Identity());
    button(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_saved.count(), 1);

    QTest::keyClick(m_dialog, Qt::Key_Escape);
    m_dialog->close();
    QVERIFY(m_dialog && m_dialog->isVisible());
    QVERIFY(!button(u"cancelButton"_s)->isEnabled());

    m_account->settle(failure(ErrorKind::Unknown));
    QTRY_VERIFY(button(u"cancelButton"_s)->isEnabled());
}

void AccountDialogTest::aRefusedTokenIsExplainedAndStays()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    m_identity->settle(
        std::unexpected(errorOf(ErrorKind::Unauthorized, u"unable to authenticate"_s)));

    QTRY_VERIFY(!bannerText().isEmpty());
    QVERIFY(bannerText().startsWith(u"The test of the account failed."_s));
    QVERIFY(bannerText().contains(u"wrong, expired or deleted"_s));
    QVERIFY(button(u"bannerDetails"_s)->isVisible());
    QVERIFY(!button(u"secondWay"_s)->isVisible());
    QCOMPARE(QApplication::focusWidget(), field(u"accountToken"_s));
    QCOMPARE(field(u"accountToken"_s)->text(), token);
    QCOMPARE(m_saved, QStringList());
}

void AccountDialogTest::aBannerGoesWhenTokenOrAddressChange()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    m_identity->settle(std::unexpected(errorOf(ErrorKind::NoConnection)));
    QTRY_VERIFY(!bannerText().isEmpty());

    QTest::keyClicks(field(u"accountName"_s), u" two"_s);
    QVERIFY(!bannerText().isEmpty());
    QTest::keyClicks(field(u"accountToken"_s), u"x"_s);
    QCOMPARE(bannerText(), QString());
    QVERIFY(!button(u"secondWay"_s)->isVisible());
}

void AccountDialogTest::offlineTheAccountCanBeSavedUntested()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    m_identity->settle(std::unexpected(errorOf(ErrorKind::HostNotFound)));
    QTRY_VERIFY(button(u"secondWay"_s)->isVisible());
    QCOMPARE(button(u"secondWay"_s)->text(), u"Save anyway"_s);
    QVERIFY(bannerText().contains(u"api.hetzner.cloud could not be found"_s));

    button(u"secondWay"_s)->click();

    QCOMPARE(m_tested.count(), 1);
    QCOMPARE(m_saved.count(), 1);
    QVERIFY(m_saved.constFirst().endsWith(token + u"|keychain"_s));
}

void AccountDialogTest::withoutKeychainTheTokenCanBeKeptForTheSession()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    m_identity->settle(Identity());
    button(u"testAndSave"_s)->click();
    QTRY_COMPARE(m_saved.count(), 1);
    m_account->settle(std::unexpected(errorOf(ErrorKind::SecretUnavailable, u"no such service"_s)));
    QTRY_VERIFY(button(u"secondWay"_s)->isVisible());
    QCOMPARE(button(u"secondWay"_s)->text(), u"Keep for this session only"_s);
    QVERIFY(
        bannerText().startsWith(u"The token could not be stored in the system's keychain. | "_s));
    QCOMPARE(field(u"accountToken"_s)->text(), token);

    m_account.emplace();
    button(u"secondWay"_s)->click();

    QCOMPARE(m_tested.count(), 1);
    QCOMPARE(m_saved.count(), 2);
    QVERIFY(m_saved.constLast().endsWith(token + u"|session"_s));
    m_account->settle(m_savedAccount);
    QTRY_VERIFY(!m_dialog);
}

void AccountDialogTest::aTokenThatMayOnlyReadIsSavedAfterAWarning()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    m_identity->settle(Identity{u"shop"_s, true});
    QTRY_VERIFY(button(u"secondWay"_s)->isVisible());
    QVERIFY(bannerText().startsWith(u"This token may read, but change nothing."_s));
    QCOMPARE(m_saved, QStringList());

    button(u"secondWay"_s)->click();
    QCOMPARE(m_saved.count(), 1);
}

void AccountDialogTest::aFailureOfTheSettingsSaysSo()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    m_identity->settle(Identity());
    m_account->settle(std::unexpected(errorOf(ErrorKind::Unknown, u"disk full"_s)));
    button(u"testAndSave"_s)->click();

    QTRY_VERIFY(bannerText().startsWith(u"The account could not be saved."_s));
    QVERIFY(!button(u"secondWay"_s)->isVisible());
    QVERIFY(button(u"testAndSave"_s)->isEnabled());
}

void AccountDialogTest::noErrorShowsTheToken()
{
    open();
    QTest::keyClicks(field(u"accountToken"_s), token);
    button(u"testAndSave"_s)->click();
    m_identity->settle(std::unexpected(errorOf(ErrorKind::Protocol, u"no id"_s)));
    QTRY_VERIFY(!bannerText().isEmpty());

    const QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
    QVERIFY(widgets.size() > 20);
    for (const QWidget *widget : widgets) {
        if (widget == field(u"accountToken"_s)) {
            continue;
        }
        const QString texts = widget->property("text").toString() + widget->toolTip()
            + widget->accessibleName() + widget->accessibleDescription()
            + widget->property("plainText").toString();
        QVERIFY2(!texts.contains(token), qPrintable(widget->objectName()));
    }
    const QAccessibleInterface *accessible =
        QAccessible::queryAccessibleInterface(field(u"accountToken"_s));
    QVERIFY(!accessible->text(QAccessible::Value).contains(token));
}

void AccountDialogTest::anEditWithoutNewTokenIsSavedUntested()
{
    open(storedAccount());
    QCOMPARE(button(u"testAndSave"_s)->text(), u"Save"_s);
    QCOMPARE(QApplication::focusWidget(), field(u"accountName"_s));
    QTest::keyClicks(field(u"accountName"_s), u"renamed"_s);

    button(u"testAndSave"_s)->click();

    QCOMPARE(m_tested, QStringList());
    QCOMPARE(m_saved,
             QStringList{u"4a1c|renamed|hetzner|https://api.hetzner.cloud/v1||keychain"_s});
    QCOMPARE(m_savedAccount.colour, 2);
}

void AccountDialogTest::anEditOfTheAddressIsTestedWithTheStoredToken()
{
    open(storedAccount());
    field(u"accountUrl"_s)->setText(u"https://proxy.example/v1"_s);
    QCOMPARE(button(u"testAndSave"_s)->text(), u"Test and save"_s);

    button(u"testAndSave"_s)->click();

    QCOMPARE(m_tested, QStringList{u"https://proxy.example/v1 "_s});
}

void AccountDialogTest::anUnreadableStoredTokenCanBeEnteredAgain()
{
    open(storedAccount());
    field(u"accountUrl"_s)->setText(u"https://proxy.example/v1"_s);
    button(u"testAndSave"_s)->click();
    m_identity->settle(failure(ErrorKind::SecretUnavailable));

    QTRY_VERIFY(bannerText().startsWith(u"The stored token could not be read"_s));
    QVERIFY(bannerText().contains(u"enter the token again"_s));
    QCOMPARE(QApplication::focusWidget(), field(u"accountToken"_s));
}

void AccountDialogTest::aLongNameDoesNotWidenTheDialog()
{
    open(storedAccount());
    const int width = m_dialog->width();
    Account account = storedAccount();
    account.name = QString(128, u'W');
    open(account);
    QCOMPARE(m_dialog->width(), width);
}

void AccountDialogTest::removingSaysThatSnapshotsStay()
{
    const Question question = removeAccountQuestion(u"shop"_s, u"Hetzner Cloud"_s);
    QCOMPARE(question.title, u"Remove the account “shop”?"_s);
    QVERIFY(question.text.contains(u"snapshots stay at Hetzner Cloud"_s));
    QVERIFY(
        question.points.join(u' ').contains(u"The token is deleted from the system's keychain"_s));
    QCOMPARE(question.action, u"Remove account"_s);
    QCOMPARE(question.kind, ButtonKind::RemoveStrong);
}

void AccountDialogTest::removingWithoutTokenSaysWhereItStays()
{
    const Question question = forgetAccountQuestion(u"shop"_s, u"Hetzner Cloud"_s);
    QCOMPARE(question.title, u"Remove “shop” and leave its token?"_s);
    const QString points = question.points.join(u' ');
    QVERIFY(points.contains(u"its token stays in the keychain"_s));
    QVERIFY(points.contains(u"snapshots stay at Hetzner Cloud"_s));
    QCOMPARE(question.action, u"Remove account, leave token"_s);
}

QTEST_MAIN(AccountDialogTest)
#include "accountdialogtest.moc"
