// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accountform.h"

#include "views/accounts/accountchoice.h"
#include "views/accounts/accounttexts.h"
#include "views/accounts/colourpicker.h"
#include "views/accounts/formfield.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFocusEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

using Accounts::AccountDraft;
using Accounts::DraftField;
using Accounts::DraftFinding;

namespace {

constexpr int longestName = 128;

/// A look at the browser, where the token is, is not leaving the field.
bool isLeaving(Qt::FocusReason reason)
{
    return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
        && reason != Qt::MenuBarFocusReason;
}

int firstFree(const QList<int> &used)
{
    for (int i = 0; i < accountColourCount; ++i) {
        if (!used.contains(i)) {
            return i;
        }
    }
    return static_cast<int>(used.size() % accountColourCount);
}

} // namespace

AccountForm::AccountForm(const AccountDialogServices &services,
                         const std::optional<Domain::Account> &existing, QWidget *parent)
    : QWidget(parent)
    , m_existing(existing)
    , m_otherNames(services.otherNames)
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::wideMargin);
    m_column->addWidget(makeProvider(services.providers));
    m_column->addWidget(makeName());
    m_column->addWidget(makeToken());
    m_column->addWidget(makeColour(services.usedColours));
    m_column->addWidget(makeAdvanced());
    useProvider(existing ? choiceOf(*existing, services.providers)
                         : services.providers.constFirst());
    if (existing) {
        showStored(*existing);
    }
    connectFields();
}

void AccountForm::showStored(const Domain::Account &account)
{
    m_name->setText(account.name);
    m_url->setText(account.baseUrl.toString());
    m_colour->setColour(account.colour);
    if (!m_provider.baseUrls.contains(account.baseUrl)) {
        revealAddress();
    }
}

void AccountForm::connectFields()
{
    connect(m_url, &QLineEdit::textChanged, this, [this] { m_addressProblem.clear(); });
    for (QLineEdit *edit : {m_name, m_token, m_url}) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            showFindings();
            Q_EMIT edited();
            if (edit != m_name) {
                Q_EMIT connectionEdited();
            }
        });
    }
    connect(m_colour, &ColourPicker::colourChanged, this, &AccountForm::edited);
}

QWidget *AccountForm::makeProvider(const QList<AccountProvider> &providers)
{
    m_providerChoice = new QComboBox(this);
    m_providerChoice->setObjectName(u"accountProvider"_s);
    for (const AccountProvider &provider : providers) {
        m_providerChoice->addItem(Icons::icon(provider.icon), provider.name);
    }
    connect(m_providerChoice, &QComboBox::activated, this, [this, providers](int index) {
        useProvider(providers.at(index));
        Q_EMIT edited();
        Q_EMIT connectionEdited();
    });
    if (!m_existing && providers.size() > 1) {
        m_providerField = new FormField(tr("&Provider"), m_providerChoice, this);
        return m_providerField;
    }
    // One choice is made and shown, not asked.
    m_providerChoice->hide();
    auto *fixed = new QLabel(this);
    fixed->setObjectName(u"accountProviderName"_s);
    fixed->setTextFormat(Qt::PlainText);
    fixed->setText(m_existing ? choiceOf(*m_existing, providers).name
                              : providers.constFirst().name);
    fixed->setFont(textFont(TextStyle::BodyStrong));
    m_providerField = new FormField(tr("Provider"), fixed, this);
    return m_providerField;
}

QWidget *AccountForm::makeName()
{
    m_name = new QLineEdit(this);
    m_name->setMaxLength(longestName);
    adopt(m_name, DraftField::Name, u"accountName"_s);
    m_nameField = new FormField(tr("&Name"), m_name, this);
    return m_nameField;
}

QWidget *AccountForm::makeToken()
{
    m_token = new QLineEdit(this);
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
    adopt(m_token, DraftField::Token, u"accountToken"_s);
    m_showToken = new Button(ButtonKind::Plain, u"eye"_s, {}, this);
    m_showToken->setObjectName(u"showToken"_s);
    m_showToken->setCheckable(true);
    m_showToken->setAutoDefault(false);
    m_showToken->setButtonText(ButtonText::Hidden);
    connect(m_showToken, &Button::toggled, this, &AccountForm::showToken);
    m_openConsole = new Button(ButtonKind::Quiet, u"external-link"_s, {}, this);
    m_openConsole->setObjectName(u"openConsole"_s);
    m_openConsole->setAutoDefault(false);
    m_openConsole->setButtonSize(ButtonSize::Small);
    connect(m_openConsole, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(m_provider.tokenHelpUrl); });
    m_tokenField = new FormField({}, m_token, this);
    m_tokenField->addBeside(m_showToken);
    m_tokenField->addBelow(m_openConsole);
    showToken(false);
    return m_tokenField;
}

QWidget *AccountForm::makeColour(const QList<int> &usedColours)
{
    m_colour = new ColourPicker(this);
    m_colour->setObjectName(u"accountColour"_s);
    m_colour->setColour(firstFree(usedColours));
    return new FormField(tr("&Colour"), m_colour, this);
}

QWidget *AccountForm::makeAdvanced()
{
    auto *block = new QWidget(this);
    m_advancedColumn = new QVBoxLayout(block);
    m_advancedColumn->setContentsMargins(0, 0, 0, 0);
    m_advancedColumn->setSpacing(Metrics::gap);
    m_advanced = new Button(ButtonKind::Quiet, u"chevron-right"_s, tr("Advanced"), block);
    m_advanced->setObjectName(u"advancedButton"_s);
    m_advanced->setButtonSize(ButtonSize::Small);
    m_advanced->setCheckable(true);
    m_advanced->setAutoDefault(false);
    m_url = new QLineEdit(block);
    m_url->setInputMethodHints(Qt::ImhUrlCharactersOnly | Qt::ImhNoPredictiveText);
    adopt(m_url, DraftField::Url, u"accountUrl"_s);
    m_urlField = new FormField(tr("&Address of the API"), m_url, block);
    m_urlField->hide();
    m_advancedColumn->addWidget(m_advanced, 0, Qt::AlignLeft);
    m_advancedColumn->addWidget(m_urlField);
    connect(m_advanced, &Button::toggled, this, [this](bool isOpen) {
        m_advanced->setIconName(isOpen ? u"chevron-down"_s : u"chevron-right"_s);
        m_urlField->setVisible(isOpen);
    });
    return block;
}

void AccountForm::revealAddress()
{
    if (!m_provider.baseUrls.isEmpty()) {
        m_advanced->setChecked(true);
    }
}

void AccountForm::adopt(QLineEdit *edit, DraftField field, const QString &objectName)
{
    edit->setObjectName(objectName);
    edit->installEventFilter(this);
    m_fieldOf.insert(edit, field);
}

/// The name follows the choice for as long as the person has not made it their own; an address is
/// kept for its choice alone, or a token could go to another operator's.
void AccountForm::useProvider(const AccountProvider &provider)
{
    const AccountProvider before = std::exchange(m_provider, provider);
    if (m_name->text() == m_suggestedName) {
        m_suggestedName = freeName(provider.name);
        m_name->setText(m_suggestedName);
    }
    useAddress(before);
    m_providerField->setHelp(provider.scopeHint);
    m_tokenField->setLabel(QString(provider.tokenLabel).replace(u'&', u"&&"_s));
    m_tokenField->setHelp(tokenHelpText(provider));
    m_token->setPlaceholderText(m_existing ? tr("Unchanged. Enter a new one to replace it.")
                                           : provider.tokenPlaceholder);
    m_openConsole->setText(tr("Open %1").arg(provider.tokenHelpUrl.host()));
    m_openConsole->setVisible(!provider.tokenHelpUrl.isEmpty());
}

void AccountForm::useAddress(const AccountProvider &before)
{
    if (!before.id.isEmpty()) {
        m_typedUrls.insert(keyOf(before), m_url->text());
    }
    const QString known = knownUrlText(m_provider);
    m_judged.remove(DraftField::Url);
    m_url->setText(m_typedUrls.value(keyOf(m_provider), known));
    m_url->setPlaceholderText(addressPlaceholder(m_provider));
    placeAddress();
    if (m_url->text() != known) {
        revealAddress();
    }
    showFindings();
}

/// Among the first fields where it must be typed, else out of the way.
void AccountForm::placeAddress()
{
    const bool isTyped = m_provider.baseUrls.isEmpty();
    m_advanced->setVisible(!isTyped);
    if (isTyped) {
        m_column->insertWidget(m_column->indexOf(m_tokenField), m_urlField);
        setTabOrder(m_name, m_url);
    } else {
        m_advancedColumn->addWidget(m_urlField);
        setTabOrder(m_advanced, m_url);
    }
    m_urlField->setVisible(isTyped || m_advanced->isChecked());
}

QString AccountForm::freeName(const QString &wanted) const
{
    QString name = wanted;
    for (int i = 2; m_otherNames.contains(name, Qt::CaseInsensitive); ++i) {
        name = tr("%1 %2", "name of a provider and a number").arg(wanted).arg(i);
    }
    return name;
}

void AccountForm::showToken(bool isShown)
{
    const QString text = isShown ? tr("Hide the token") : tr("Show the token");
    m_token->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password);
    m_showToken->setIconName(isShown ? u"eye-off"_s : u"eye"_s);
    m_showToken->setText(text);
    m_showToken->setToolTip(text);
    m_showToken->setAccessibleName(text);
}

Domain::Account AccountForm::account() const
{
    Domain::Account account = m_existing.value_or(Domain::Account());
    account.name = m_name->text().simplified();
    account.provider = m_provider.id;
    account.profile = m_provider.profile;
    account.baseUrl = Accounts::cleanUrl(m_url->text());
    account.colour = m_colour->colour();
    return account;
}

QList<QUrl> AccountForm::addresses() const
{
    return m_url->text().trimmed().isEmpty() ? m_provider.baseUrls
                                             : QList{Accounts::cleanUrl(m_url->text())};
}

Domain::Secret AccountForm::token() const
{
    return Accounts::cleanToken(Domain::Secret(m_token->text().toUtf8()));
}

bool AccountForm::needsTest() const
{
    return !m_existing || !token().isEmpty()
        || Accounts::cleanUrl(m_url->text()) != m_existing->baseUrl;
}

QList<DraftFinding> AccountForm::findings() const
{
    AccountDraft draft;
    draft.name = m_name->text();
    draft.url = m_url->text();
    draft.urlRule = m_provider.baseUrls.size() > 1 ? AccountDraft::UrlRule::EmptyUsesKnown
                                                   : AccountDraft::UrlRule::Required;
    draft.token = Domain::Secret(m_token->text().toUtf8());
    draft.tokenRule =
        m_existing ? AccountDraft::TokenRule::EmptyKeepsStored : AccountDraft::TokenRule::Required;
    return Accounts::check(draft, m_otherNames);
}

void AccountForm::showFindings()
{
    QHash<DraftField, QString> texts;
    const QList<DraftFinding> found = findings();
    for (const DraftFinding &finding : found) {
        if (m_judged.contains(finding.field) || isSaidWhileTyping(finding.problem)) {
            texts.insert(finding.field, draftProblemText(finding.problem));
        }
    }
    m_nameField->setError(texts.value(DraftField::Name));
    m_tokenField->setError(texts.value(DraftField::Token));
    m_urlField->setError(texts.value(DraftField::Url, m_addressProblem));
    m_urlField->setHelp(m_addressProblem.isEmpty() ? addressHelpText(m_provider) : QString());
    if (!m_urlField->error().isEmpty()) {
        revealAddress();
    }
}

bool AccountForm::checkAll()
{
    m_judged = {DraftField::Name, DraftField::Url, DraftField::Token};
    m_addressProblem.clear();
    showFindings();
    // From top to bottom, wherever the address stands.
    QList fields{std::pair(m_nameField, m_name), std::pair(m_tokenField, m_token)};
    fields.insert(m_provider.baseUrls.isEmpty() ? 1 : 2, std::pair(m_urlField, m_url));
    for (const auto &[field, edit] : std::as_const(fields)) {
        if (!field->error().isEmpty()) {
            edit->setFocus(Qt::OtherFocusReason);
            edit->selectAll();
            return false;
        }
    }
    return true;
}

void AccountForm::showAddressProblem(const QString &problem)
{
    m_addressProblem = problem;
    showFindings();
    m_url->setFocus(Qt::OtherFocusReason);
    m_url->selectAll();
}

void AccountForm::focusFirst()
{
    if (m_providerField->isAncestorOf(m_providerChoice)) {
        m_providerChoice->setFocus(Qt::OtherFocusReason);
        return;
    }
    QLineEdit *first = m_existing ? m_name : m_token;
    first->setFocus(Qt::OtherFocusReason);
    first->selectAll();
}

void AccountForm::focusToken()
{
    m_token->setFocus(Qt::OtherFocusReason);
    m_token->selectAll();
}

bool AccountForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_fieldOf.contains(watched)) {
        const auto *edit = qobject_cast<QLineEdit *>(watched);
        if (edit->isModified() && isLeaving(static_cast<QFocusEvent *>(event)->reason())) {
            m_judged.insert(m_fieldOf.value(watched));
            showFindings();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Views
