// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The account dialog where a provider knows several ways to sign in, and files to take them from.

#include "views/accounts/credentialfields.h"
#include "domain/deferred.h"
#include "support/testenvironment.h"
#include "tests/views/credentialsamples.h"
#include "views/accounts/accountdialog.h"
#include "views/accounts/formarea.h"
#include "views/common/button.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QScreen>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Domain;
using namespace Views;
using namespace Qt::StringLiterals;
using Keep = Accounts::AccountStore::Keep;

namespace {

AccountProvider severalWays()
{
    AccountProvider choice;
    choice.id = u"ways"_s;
    choice.name = u"Several Ways"_s;
    choice.icon = u"cloud"_s;
    choice.baseUrls = {QUrl(u"https://sign-in.ways.example/v3"_s)};
    choice.forms = {Fixture::keyForm(), Fixture::passwordForm()};
    choice.tokenHelp = u"Made in the dashboard."_s;
    choice.tokenHelpUrl = QUrl(u"https://dashboard.ways.example/"_s);
    choice.importText = u"Import from ways.yaml…"_s;
    choice.scopeHint = u"One account reaches its projects."_s;
    return choice;
}

AccountProvider anyOfThem()
{
    AccountProvider choice = severalWays();
    choice.profile = u"any"_s;
    choice.name = u"Any of them"_s;
    choice.baseUrls = {};
    return choice;
}

AccountProvider oneToken()
{
    AccountProvider choice;
    choice.id = u"token"_s;
    choice.name = u"One Token"_s;
    choice.icon = u"cloud"_s;
    choice.baseUrls = {QUrl(u"https://api.token.example"_s)};
    choice.forms = {Fixture::tokenForm(u"API token"_s)};
    return choice;
}

Account storedOne()
{
    Account account;
    account.id = AccountId{u"4a1c"_s};
    account.name = u"shop"_s;
    account.provider = u"ways"_s;
    account.baseUrl = QUrl(u"https://sign-in.ways.example/v3"_s);
    return account;
}

CredentialImport imported(const QString &name)
{
    CredentialImport import;
    import.name = name;
    import.baseUrl = QUrl(u"https://sign-in.ways.example/v3"_s);
    import.credential.form = u"password"_s;
    import.credential.values = {{u"user"_s, Secret("anna")},
                                {u"password"_s, Secret("demo-secret pass")},
                                {u"authority"_s, Secret("PEM")}};
    return import;
}

/// "form: key=value, …" in the order of the keys.
Secret asText(const QString &, const CredentialEntry &entry)
{
    if (entry.isEmpty()) {
        return Secret();
    }
    QStringList parts;
    for (const auto &[key, value] : entry.values.asKeyValueRange()) {
        parts.append(key + u'=' + QString::fromUtf8(value.reveal()));
    }
    parts.sort();
    return Secret((entry.form + u": "_s + parts.join(u", "_s)).toUtf8());
}

} // namespace

class CredentialFieldsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }
    void init();
    void cleanup() { delete m_dialog; }

    void asksForTheWayOnlyWhereThereAreSeveral();
    void showsTheFieldsOfTheWay();
    void whatWasTypedStaysWhereTheOtherWayAsksForItToo();
    void saysWhatIsMissingUnderEachField();
    void whatMayBeLeftOutIsNotMissed();
    void aPasswordIsTakenAsItWasTyped();
    void secretsAreShownOnDemandOnly();
    void everyFieldHasANameAndIsVisitedFromTopToBottom();
    void nothingStoredIsShownAndAllOfItIsKeptWhileAllIsEmpty();
    void onePartAloneReplacesNothing();
    void aFormThatIsTooHighScrollsToTheFieldWithFocus();

    void offersTheImportOnlyWhereThereIsOne();
    void anImportFillsInTheFieldsAndWhatNoFieldShows();
    void anImportChoosesTheOperatorItIsOf();
    void theUsualFilesAreOfferedBeforeTheChoiceOfOne();
    void oneOfSeveralAccountsIsChosen();
    void whatCannotBeImportedIsSaidAndNothingChanges();
    void anotherWayForgetsWhatWasImportedBesides();

private:
    void open(const std::optional<Account> &account = {});
    template <class T>
    T *control(const QString &name) const
    {
        return m_dialog->findChild<T *>(name);
    }
    [[nodiscard]] QLineEdit *field(const QString &name) const { return control<QLineEdit>(name); }
    [[nodiscard]] Button *button(const QString &name) const { return control<Button>(name); }
    void choose(const QString &way) const;
    [[nodiscard]] QString errorBelow(const QString &name) const;
    [[nodiscard]] QString bannerText() const;
    [[nodiscard]] QStringList shownFields() const;

    Support::TestEnvironment m_environment;
    std::unique_ptr<Theme> m_theme;
    AccountDialogServices m_services;
    QPointer<AccountDialog> m_dialog;
    QStringList m_tested; ///< "address secret"
    QList<CredentialImport> m_file;
    QString m_fileProblem;
    QStringList m_places;
    QStringList m_read; ///< paths
    int m_filesChosen = 0;
};

void CredentialFieldsTest::init()
{
    m_tested.clear();
    m_file = {imported(u"office"_s)};
    m_fileProblem.clear();
    m_places.clear();
    m_read.clear();
    m_filesChosen = 0;
    m_services = AccountDialogServices();
    m_services.providers = {severalWays()};
    m_services.composeSecret = asText;
    m_services.test = [this](const Account &account, const Secret &secret) {
        m_tested.append(account.baseUrl.toString() + u' ' + QString::fromUtf8(secret.reveal()));
        return settled<Identity>(failure(ErrorKind::Unauthorized));
    };
    m_services.save = [](const Account &account, const Secret &, Keep) {
        return settled<Account>(account);
    };
    m_services.import.places = [this](const QString &) {
        return m_places;
    };
    m_services.import.chooseFile = [this](const QString &, QWidget *,
                                          const std::function<void(const QString &)> &chosen) {
        ++m_filesChosen;
        chosen(u"/somewhere/ways.yaml"_s);
    };
    m_services.import.read =
        [this](const QString &,
               const QString &path) -> std::expected<QList<CredentialImport>, QString> {
        m_read.append(path);
        if (!m_fileProblem.isEmpty()) {
            return std::unexpected(m_fileProblem);
        }
        return m_file;
    };
}

void CredentialFieldsTest::open(const std::optional<Account> &account)
{
    delete m_dialog;
    m_dialog = account ? new AccountDialog(m_services, *account) : new AccountDialog(m_services);
    m_dialog->open();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
}

void CredentialFieldsTest::choose(const QString &way) const
{
    auto *method = control<QComboBox>(u"accountMethod"_s);
    method->setFocus();
    QTest::keyClick(method, Qt::Key_Home);
    while (method->currentText() != way) {
        const int before = method->currentIndex();
        QTest::keyClick(method, Qt::Key_Down);
        QVERIFY2(method->currentIndex() != before, qPrintable(way));
    }
}

QString CredentialFieldsTest::errorBelow(const QString &name) const
{
    const auto *error = field(name)->parentWidget()->findChild<QLabel *>(u"fieldError"_s);
    return error->isVisible() ? error->text() : QString();
}

QString CredentialFieldsTest::bannerText() const
{
    const auto *banner = control<QWidget>(u"accountBanner"_s);
    return banner->isVisible() ? banner->findChild<QLabel *>(u"bannerTitle"_s)->text() + u" | "_s
            + banner->findChild<QLabel *>(u"bannerMeaning"_s)->text()
                               : QString();
}

QStringList CredentialFieldsTest::shownFields() const
{
    QStringList names;
    const QList<QLineEdit *> edits =
        m_dialog->findChild<CredentialFields *>()->findChildren<QLineEdit *>();
    for (const QLineEdit *edit : edits) {
        if (edit->isVisible()) {
            names.append(edit->accessibleName());
        }
    }
    return names;
}

void CredentialFieldsTest::asksForTheWayOnlyWhereThereAreSeveral()
{
    m_services.providers = {oneToken(), severalWays()};
    open();
    QVERIFY(!control<QComboBox>(u"accountMethod"_s));
    QVERIFY(field(u"accountToken"_s)->isVisible());

    auto *providers = control<QComboBox>(u"accountProvider"_s);
    QTest::keyClick(providers, Qt::Key_Down);
    QVERIFY(control<QComboBox>(u"accountMethod"_s)->isVisible());
    QVERIFY(!field(u"accountToken"_s));
    QTest::keyClick(providers, Qt::Key_Up);
    QVERIFY(!control<QComboBox>(u"accountMethod"_s));
}

void CredentialFieldsTest::showsTheFieldsOfTheWay()
{
    open();
    QCOMPARE(shownFields().join(u", "_s), u"ID, Secret"_s);
    QCOMPARE(control<QComboBox>(u"accountMethod"_s)->accessibleDescription(),
             u"It can be revoked.\nMade in the dashboard."_s);

    choose(u"User and password"_s);
    QCOMPARE(shownFields().join(u", "_s), u"User, Domain, Password, Region"_s);
    // One row for what belongs together.
    const auto top = [this](const QString &name) {
        return field(name)->mapTo(m_dialog, QPoint()).y();
    };
    QTRY_COMPARE(top(u"credential_user"_s), top(u"credential_domain"_s));
    QVERIFY(top(u"credential_password"_s) > top(u"credential_domain"_s));
    QCOMPARE(field(u"credential_domain"_s)->placeholderText(), u"Default"_s);
}

void CredentialFieldsTest::whatWasTypedStaysWhereTheOtherWayAsksForItToo()
{
    AccountProvider choice = severalWays();
    choice.forms[0].fields.append(choice.forms.at(1).fields.last());
    m_services.providers = {choice};
    open();
    QTest::keyClicks(field(u"credential_region"_s), u"north"_s);
    QTest::keyClicks(field(u"credential_secret"_s), u"demo-secret"_s);
    choose(u"User and password"_s);
    QCOMPARE(field(u"credential_region"_s)->text(), u"north"_s);
    QCOMPARE(field(u"credential_password"_s)->text(), QString());
}

void CredentialFieldsTest::saysWhatIsMissingUnderEachField()
{
    open();
    QTest::keyClicks(field(u"credential_id"_s), u"two words"_s);
    QVERIFY(errorBelow(u"credential_id"_s).startsWith(u"There are blanks inside it."_s));

    button(u"testAndSave"_s)->click();
    QCOMPARE(errorBelow(u"credential_secret"_s), u"Enter the secret."_s);
    QCOMPARE(QApplication::focusWidget(), field(u"credential_id"_s));
    QVERIFY(field(u"credential_secret"_s)->accessibleDescription().startsWith(u"Enter"_s));
    QVERIFY(m_tested.isEmpty());

    QTest::keyClicks(field(u"credential_secret"_s), u"d"_s);
    QCOMPARE(errorBelow(u"credential_secret"_s), QString());
}

void CredentialFieldsTest::whatMayBeLeftOutIsNotMissed()
{
    open();
    choose(u"User and password"_s);
    QTest::keyClicks(field(u"credential_user"_s), u" anna "_s);
    QTest::keyClicks(field(u"credential_password"_s), u"demo-secret"_s);
    button(u"testAndSave"_s)->click();
    QCOMPARE(m_tested.join(u'\n'),
             u"https://sign-in.ways.example/v3 password: password=demo-secret, user=anna"_s);
    // What was refused is what one looks at next.
    QCOMPARE(QApplication::focusWidget(), field(u"credential_password"_s));
}

void CredentialFieldsTest::aPasswordIsTakenAsItWasTyped()
{
    open();
    choose(u"User and password"_s);
    QTest::keyClicks(field(u"credential_user"_s), u"anna"_s);
    field(u"credential_password"_s)->setText(u" demo-secret ä "_s);
    button(u"testAndSave"_s)->click();
    QVERIFY(m_tested.value(0).endsWith(u"password= demo-secret ä , user=anna"_s));
}

void CredentialFieldsTest::secretsAreShownOnDemandOnly()
{
    open();
    QCOMPARE(field(u"credential_id"_s)->echoMode(), QLineEdit::Normal);
    QCOMPARE(field(u"credential_secret"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(button(u"show_secret"_s)->accessibleName(), u"Show the characters"_s);
    QCOMPARE(button(u"show_secret"_s)->accessibleDescription(), u"Secret"_s);
    button(u"show_secret"_s)->click();
    QCOMPARE(field(u"credential_secret"_s)->echoMode(), QLineEdit::Normal);
    QVERIFY(!button(u"show_id"_s));
}

void CredentialFieldsTest::everyFieldHasANameAndIsVisitedFromTopToBottom()
{
    m_services.providers = {anyOfThem()};
    open();
    choose(u"User and password"_s);
    QStringList visited;
    QWidget *first = field(u"accountName"_s);
    first->setFocus();
    do {
        QWidget *at = QApplication::focusWidget();
        const QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(at);
        QVERIFY2(!accessible->text(QAccessible::Name).isEmpty(), qPrintable(at->objectName()));
        visited.append(at->objectName());
        QTest::keyClick(at, Qt::Key_Tab);
    } while (QApplication::focusWidget() != first && visited.size() < 50);
    const QStringList expected{
        u"accountName"_s,       u"accountUrl"_s,          u"accountMethod"_s,
        u"openConsole"_s,       u"importCredential"_s,    u"credential_user"_s,
        u"credential_domain"_s, u"credential_password"_s, u"show_password"_s,
        u"credential_region"_s, u"accountColour0"_s,      u"testAndSave"_s,
        u"cancelButton"_s};
    QCOMPARE(visited.join(u", "_s), expected.join(u", "_s));
}

void CredentialFieldsTest::nothingStoredIsShownAndAllOfItIsKeptWhileAllIsEmpty()
{
    open(storedOne());
    QCOMPARE(field(u"credential_id"_s)->text(), QString());
    QVERIFY(control<QLabel>(u"credentialNote"_s)->text().contains(u"is not shown"_s));
    QCOMPARE(button(u"testAndSave"_s)->text(), u"Save"_s);

    field(u"accountName"_s)->setText(u"renamed"_s);
    QSignalSpy saved(m_dialog, &AccountDialog::saved);
    button(u"testAndSave"_s)->click();
    QCOMPARE(saved.count(), 1);
    QVERIFY(m_tested.isEmpty());
}

void CredentialFieldsTest::onePartAloneReplacesNothing()
{
    open(storedOne());
    QTest::keyClicks(field(u"credential_secret"_s), u"demo-secret"_s);
    QCOMPARE(button(u"testAndSave"_s)->text(), u"Test and save"_s);
    button(u"testAndSave"_s)->click();
    QCOMPARE(errorBelow(u"credential_id"_s), u"Enter the ID."_s);
    QVERIFY(m_tested.isEmpty());
}

void CredentialFieldsTest::aFormThatIsTooHighScrollsToTheFieldWithFocus()
{
    AccountProvider choice = anyOfThem();
    for (int i = 0; i < 12; ++i) {
        CredentialField further = choice.forms.at(1).fields.last();
        further.key = u"further%1"_s.arg(i);
        choice.forms[0].fields.append(further);
    }
    m_services.providers = {choice};
    open();
    const int most = m_dialog->screen()->availableGeometry().height();
    QVERIFY(m_dialog->height() <= most);
    const auto *area = m_dialog->findChild<FormArea *>();
    QVERIFY(area->verticalScrollBar()->maximum() > 0);
    QLineEdit *last = field(u"credential_further11"_s);
    QVERIFY(last->visibleRegion().isEmpty());
    field(u"credential_further10"_s)->setFocus();
    QTest::keyClick(field(u"credential_further10"_s), Qt::Key_Tab);
    QCOMPARE(QApplication::focusWidget(), last);
    QVERIFY(!last->visibleRegion().isEmpty());
    QVERIFY(!button(u"testAndSave"_s)->visibleRegion().isEmpty());

    QVERIFY(field(u"accountUrl"_s)->visibleRegion().isEmpty());
    button(u"testAndSave"_s)->click();
    QCOMPARE(QApplication::focusWidget(), field(u"accountUrl"_s));
    QVERIFY(!field(u"accountUrl"_s)->visibleRegion().isEmpty());
}

void CredentialFieldsTest::offersTheImportOnlyWhereThereIsOne()
{
    m_services.providers = {oneToken(), severalWays()};
    open();
    QVERIFY(!button(u"importCredential"_s)->isVisible());
    QTest::keyClick(control<QComboBox>(u"accountProvider"_s), Qt::Key_Down);
    QVERIFY(button(u"importCredential"_s)->isVisible());
    QCOMPARE(button(u"importCredential"_s)->text(), u"Import from ways.yaml…"_s);
}

void CredentialFieldsTest::anImportFillsInTheFieldsAndWhatNoFieldShows()
{
    m_file.first().notes = {u"Its own endpoints are used."_s};
    open();
    QTest::keyClicks(field(u"credential_secret"_s), u"demo-secret-before"_s);
    button(u"importCredential"_s)->click();

    QCOMPARE(m_filesChosen, 1);
    QCOMPARE(control<QComboBox>(u"accountMethod"_s)->currentText(), u"User and password"_s);
    QCOMPARE(field(u"accountName"_s)->text(), u"office"_s);
    QCOMPARE(field(u"credential_user"_s)->text(), u"anna"_s);
    QCOMPARE(field(u"credential_domain"_s)->text(), QString());
    QCOMPARE(field(u"credential_password"_s)->echoMode(), QLineEdit::Password);
    const QString note = control<QLabel>(u"credentialNote"_s)->text();
    QVERIFY(note.contains(u"office"_s) && note.contains(u"ways.yaml"_s));
    QVERIFY(note.endsWith(u"\nIts own endpoints are used."_s));
    QVERIFY(!note.contains(u"demo-secret"_s));
    QVERIFY(m_tested.isEmpty());

    button(u"testAndSave"_s)->click();
    QCOMPARE(m_tested.join(u'\n'),
             u"https://sign-in.ways.example/v3 password: authority=PEM, password=demo-secret pass, "
             "user=anna"_s);
}

void CredentialFieldsTest::anImportChoosesTheOperatorItIsOf()
{
    m_services.providers = {oneToken(), anyOfThem(), severalWays()};
    open();
    auto *providers = control<QComboBox>(u"accountProvider"_s);
    QTest::keyClick(providers, Qt::Key_Down);
    QCOMPARE(providers->currentText(), u"Any of them"_s);
    button(u"importCredential"_s)->click();
    QCOMPARE(providers->currentText(), u"Several Ways"_s);
    QCOMPARE(field(u"credential_user"_s)->text(), u"anna"_s);

    // Of none that is known: the address is filled in where one types it.
    m_file.first().baseUrl = QUrl(u"https://elsewhere.example:5000/v3"_s);
    button(u"importCredential"_s)->click();
    QCOMPARE(providers->currentText(), u"Any of them"_s);
    QCOMPARE(field(u"accountUrl"_s)->text(), u"https://elsewhere.example:5000/v3"_s);
    QVERIFY(field(u"accountUrl"_s)->isVisible());
}

void CredentialFieldsTest::theUsualFilesAreOfferedBeforeTheChoiceOfOne()
{
    m_places = {u"/home/anna/ways.yaml"_s, u"/etc/ways.yaml"_s};
    open();
    const auto trigger = [this](int row) {
        button(u"importCredential"_s)->click();
        auto *menu = control<QMenu>(u"importMenu"_s);
        menu->actions().at(row)->trigger();
        menu->close();
    };
    trigger(1);
    QCOMPARE(m_read.join(u' '), u"/etc/ways.yaml"_s);
    QCOMPARE(m_filesChosen, 0);
    QCOMPARE(field(u"credential_user"_s)->text(), u"anna"_s);
    QTRY_VERIFY(!control<QMenu>(u"importMenu"_s));
    trigger(3);
    QCOMPARE(m_filesChosen, 1);
}

void CredentialFieldsTest::oneOfSeveralAccountsIsChosen()
{
    CredentialImport unsafe = imported(u"bare"_s);
    const QString longReason = u" It is not used."_s.repeated(12);
    unsafe.problems = {u"It turns the check off."_s + longReason};
    m_file = {unsafe, imported(u"home"_s), imported(u"office"_s)};
    open();
    button(u"importCredential"_s)->click();

    auto *dialog = control<QDialog>(u"importChoiceDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    auto *list = dialog->findChild<QTreeView *>(u"importChoices"_s);
    const auto *reason = dialog->findChild<QLabel *>(u"importReason"_s);
    QTRY_COMPARE(QApplication::focusWidget(), list);
    QCOMPARE(list->currentIndex().row(), 1);
    QCOMPARE(reason->text(), QString());
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(reason->text(), u"It turns the check off."_s + longReason);
    QVERIFY(reason->height() >= reason->heightForWidth(reason->width()));
    QVERIFY(reason->geometry().top() > list->geometry().bottom());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(field(u"accountName"_s)->text(), u"office"_s);
    QTRY_VERIFY(!control<QDialog>(u"importChoiceDialog"_s));
}

void CredentialFieldsTest::whatCannotBeImportedIsSaidAndNothingChanges()
{
    m_fileProblem = u"ways.yaml, line 3, column 1: it is damaged."_s;
    open();
    QTest::keyClicks(field(u"credential_id"_s), u"typed"_s);
    button(u"importCredential"_s)->click();
    QVERIFY(bannerText().startsWith(u"Nothing was imported. | "_s + m_fileProblem));
    QCOMPARE(field(u"credential_id"_s)->text(), u"typed"_s);

    m_fileProblem.clear();
    m_file.first().problems = {u"It turns the check off."_s};
    m_file.append(m_file.first());
    button(u"importCredential"_s)->click();
    QVERIFY(bannerText().contains(u"office: It turns the check off.\noffice: It turns"_s));
    QCOMPARE(field(u"credential_id"_s)->text(), u"typed"_s);
}

void CredentialFieldsTest::anotherWayForgetsWhatWasImportedBesides()
{
    open();
    button(u"importCredential"_s)->click();
    choose(u"Key"_s);
    QVERIFY(!control<QLabel>(u"credentialNote"_s)->isVisible());
    QTest::keyClicks(field(u"credential_id"_s), u"id"_s);
    QTest::keyClicks(field(u"credential_secret"_s), u"demo-secret"_s);
    button(u"testAndSave"_s)->click();
    QCOMPARE(m_tested.join(u'\n'),
             u"https://sign-in.ways.example/v3 key: id=id, secret=demo-secret"_s);
}

QTEST_MAIN(CredentialFieldsTest)
#include "credentialfieldstest.moc"
