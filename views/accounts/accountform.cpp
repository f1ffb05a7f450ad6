// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accountform.h"

#include "views/accounts/accountchoice.h"
#include "views/accounts/accounttexts.h"
#include "views/accounts/colourpicker.h"
#include "views/accounts/credentialfields.h"
#include "views/accounts/formfield.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QComboBox>
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
    , m_choices(services.providers)
    , m_credential(new CredentialFields(
          existing ? CredentialFields::Stored::Yes : CredentialFields::Stored::No, this))
{
    m_column = new QVBoxLayout(this);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Metrics::wideMargin);
    m_column->addWidget(makeProvider(services.providers));
    m_column->addWidget(makeName());
    m_column->addWidget(m_credential);
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
    for (QLineEdit *edit : {m_name, m_url}) {
        connect(edit, &QLineEdit::textChanged, this, [this, edit] {
            showFindings();
            Q_EMIT edited();
            if (edit != m_name) {
                Q_EMIT connectionEdited();
            }
        });
    }
    connect(m_credential, &CredentialFields::edited, this, [this] {
        Q_EMIT edited();
        Q_EMIT connectionEdited();
    });
    connect(m_credential, &CredentialFields::rebuilt, this, &AccountForm::orderStops);
    connect(m_credential, &CredentialFields::importClicked, this, &AccountForm::importClicked);
    connect(m_colour, &ColourPicker::colourChanged, this, &AccountForm::edited);
}

QWidget *AccountForm::makeProvider(const QList<AccountProvider> &providers)
{
    m_providerChoice = new QComboBox(this);
    m_providerChoice->setObjectName(u"accountProvider"_s);
    for (const AccountProvider &provider : providers) {
        m_providerChoice->addItem(Icons::icon(provider.icon), provider.name, keyOf(provider));
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
    m_credential->setChoice(provider);
    orderStops();
}

/// The rows of the credential come and go; Tab visits what is there from top to bottom.
void AccountForm::orderStops()
{
    QWidget *before = m_name;
    if (m_provider.baseUrls.isEmpty()) {
        setTabOrder(before, m_url);
        before = m_url;
    } else {
        setTabOrder(m_advanced, m_url);
    }
    for (QWidget *stop : m_credential->stops()) {
        setTabOrder(before, stop);
        before = stop;
    }
}

void AccountForm::fill(const Domain::CredentialImport &import, const QString &fileName)
{
    const AccountProvider of =
        m_existing ? m_provider : importedChoice(import, m_provider, m_choices);
    if (keyOf(of) != keyOf(m_provider)) {
        m_providerChoice->setCurrentIndex(m_providerChoice->findData(keyOf(of)));
        useProvider(of);
    }
    if (m_name->text() == m_suggestedName) {
        m_suggestedName = freeName(import.name);
        m_name->setText(m_suggestedName);
    }
    m_url->setText(import.baseUrl.toString());
    if (m_url->text() != knownUrlText(m_provider)) {
        revealAddress();
    }
    m_credential->fill(import.credential, importNoteText(import, fileName));
    Q_EMIT edited();
    Q_EMIT connectionEdited();
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
        m_column->insertWidget(m_column->indexOf(m_credential), m_urlField);
    } else {
        m_advancedColumn->addWidget(m_urlField);
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

Domain::CredentialEntry AccountForm::credential() const
{
    return m_credential->entry();
}

bool AccountForm::needsTest() const
{
    return !m_existing || !credential().isEmpty()
        || Accounts::cleanUrl(m_url->text()) != m_existing->baseUrl;
}

QList<DraftFinding> AccountForm::findings() const
{
    AccountDraft draft;
    draft.name = m_name->text();
    draft.url = m_url->text();
    draft.urlRule = m_provider.baseUrls.size() > 1 ? AccountDraft::UrlRule::EmptyUsesKnown
                                                   : AccountDraft::UrlRule::Required;
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
    m_urlField->setError(texts.value(DraftField::Url, m_addressProblem));
    m_urlField->setHelp(m_addressProblem.isEmpty() ? addressHelpText(m_provider) : QString());
    if (!m_urlField->error().isEmpty()) {
        revealAddress();
    }
}

bool AccountForm::checkAll()
{
    m_judged = {DraftField::Name, DraftField::Url};
    m_addressProblem.clear();
    showFindings();
    // From top to bottom, wherever the address stands.
    QList<QWidget *> wrong{m_nameField->error().isEmpty() ? nullptr : m_name,
                           m_credential->checkAll()};
    wrong.insert(m_provider.baseUrls.isEmpty() ? 1 : 2,
                 m_urlField->error().isEmpty() ? nullptr : m_url);
    wrong.removeAll(nullptr);
    if (wrong.isEmpty()) {
        return true;
    }
    wrong.constFirst()->setFocus(Qt::OtherFocusReason);
    if (auto *edit = qobject_cast<QLineEdit *>(wrong.constFirst())) {
        edit->selectAll();
    }
    return false;
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
    if (m_existing) {
        m_name->setFocus(Qt::OtherFocusReason);
        m_name->selectAll();
    } else {
        m_credential->focusFirst();
    }
}

void AccountForm::focusCredential()
{
    m_credential->focusSecret();
}

bool AccountForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut && m_fieldOf.contains(watched)) {
        const auto *edit = qobject_cast<QLineEdit *>(watched);
        if (edit->isModified() && isLeavingField(static_cast<QFocusEvent *>(event)->reason())) {
            m_judged.insert(m_fieldOf.value(watched));
            showFindings();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Views
