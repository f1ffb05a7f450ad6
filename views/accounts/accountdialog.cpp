// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accountdialog.h"

#include "views/accounts/accountform.h"
#include "views/accounts/accounttexts.h"
#include "views/accounts/formarea.h"
#include "views/accounts/importflow.h"
#include "views/common/icons.h"
#include "views/common/inlinebanner.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QPointer>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::Account;
using Domain::ErrorKind;
using Domain::Identity;
using Domain::Result;
using Keep = Accounts::AccountStore::Keep;

namespace {
constexpr int titleBarHeight = 40;
}

AccountDialog::AccountDialog(const AccountDialogServices &services, QWidget *parent)
    : Dialog(parent)
    , m_services(services)
{
    setTitle(tr("Add an account"));
    build();
}

AccountDialog::AccountDialog(const AccountDialogServices &services, const Account &account,
                             QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_existing(account)
{
    setTitle(tr("Edit the account %1").arg(nameInTitle(account.name)));
    build();
}

AccountDialog::~AccountDialog()
{
    m_search.cancel();
    m_test.cancel();
}

void AccountDialog::build()
{
    setObjectName(u"accountDialog"_s);
    // What does not fit the screen scrolls.
    setMaximumHeight(screen()->availableGeometry().height() - titleBarHeight);
    m_form = new AccountForm(m_services, m_existing, this);
    m_banner = new InlineBanner(this);
    m_banner->setObjectName(u"accountBanner"_s);
    m_banner->hide();
    content()->setSpacing(Metrics::wideMargin);
    content()->addWidget(new FormArea(m_form, this));
    content()->addWidget(m_banner);
    content()->addWidget(makeOffer());
    content()->addWidget(makeStatus());
    m_submit = addAction(ButtonKind::Primary, u"check"_s, tr("Test and save"));
    m_submit->setObjectName(u"testAndSave"_s);
    m_submit->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(m_submit, &Button::clicked, this, &AccountDialog::submit);
    connect(m_form, &AccountForm::edited, this, [this] { setStage(m_stage); });
    connect(m_form, &AccountForm::connectionEdited, this, &AccountDialog::forgetAddress);
    connectImport();
    setStage(Stage::Editing);
    m_form->focusFirst();
}

void AccountDialog::connectImport()
{
    auto *flow = new ImportFlow(m_services.import, this);
    connect(m_form, &AccountForm::importClicked, this, [this, flow](QWidget *button) {
        clearProblem();
        flow->start(m_form->provider().id, button);
    });
    connect(flow, &ImportFlow::chosen, m_form, &AccountForm::fill);
    connect(flow, &ImportFlow::failed, this, [this](const QStringList &problems) {
        m_banner->setKind(InlineBanner::Kind::Failure);
        setProblem(importErrorText(problems), Offer::None);
    });
}

QWidget *AccountDialog::makeOffer()
{
    m_offerRow = new QWidget(this);
    m_offerHint = makeText({}, m_offerRow);
    m_offerHint->setFont(textFont(TextStyle::Small));
    setTextColour(m_offerHint, ColourRole::Dim);
    m_offerButton = new Button(ButtonKind::Plain, {}, {}, m_offerRow);
    m_offerButton->setObjectName(u"secondWay"_s);
    m_offerButton->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_offerRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::margin);
    row->addWidget(m_offerHint, 1);
    row->addWidget(m_offerButton);
    m_offerRow->hide();
    connect(m_offerButton, &Button::clicked, this, &AccountDialog::takeOffer);
    return m_offerRow;
}

QWidget *AccountDialog::makeStatus()
{
    m_status = new QWidget(this);
    auto *icon = new QLabel(m_status);
    icon->setPixmap(
        Icons::icon(u"hourglass"_s, ColourRole::Dim).pixmap(Metrics::iconSize, Metrics::iconSize));
    m_statusText = makeText({}, m_status);
    m_statusText->setObjectName(u"accountStatus"_s);
    auto *row = new QHBoxLayout(m_status);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::gap);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addWidget(m_statusText, 1);
    m_status->hide();
    return m_status;
}

void AccountDialog::setStage(Stage stage)
{
    m_stage = stage;
    const bool isEditing = stage == Stage::Editing;
    const bool canStop = stage == Stage::Searching || stage == Stage::Testing;
    const QString status = statusOf(stage);
    m_form->setEnabled(isEditing);
    m_offerButton->setEnabled(isEditing);
    m_statusText->setText(status);
    m_status->setVisible(!isEditing);
    m_submit->setText(m_form->needsTest() ? tr("Test and save") : tr("Save"));
    m_submit->setDisabledReason(status);
    cancelButton()->setText(canStop ? tr("Stop the test") : tr("Cancel"));
    cancelButton()->setDisabledReason(stage == Stage::Saving ? status : QString());
}

QString AccountDialog::statusOf(Stage stage) const
{
    switch (stage) {
    case Stage::Editing:
        return {};
    case Stage::Searching:
        return tr("Looking for the API. No token is sent yet.");
    case Stage::Testing:
        return tr("Asking %1… Nothing is saved yet.").arg(account().baseUrl.host());
    case Stage::Saving:
        break;
    }
    return tr("Saving the account…");
}

Account AccountDialog::account() const
{
    Account account = m_form->account();
    if (!m_confirmed.isEmpty()) {
        account.baseUrl = m_confirmed;
    }
    return account;
}

Domain::Secret AccountDialog::secret() const
{
    const Domain::CredentialEntry entry = m_form->credential();
    if (m_services.composeSecret) {
        return m_services.composeSecret(m_form->provider().id, entry);
    }
    return entry.isEmpty() ? Domain::Secret() : *entry.values.cbegin();
}

/// What was found out is about what was typed then.
void AccountDialog::forgetAddress()
{
    m_confirmed.clear();
    clearProblem();
}

bool AccountDialog::event(QEvent *event)
{
    const bool isHandled = Dialog::event(event);
    if (event->type() == QEvent::LayoutRequest) {
        followContent();
    }
    return isHandled;
}

/// Wrapped texts come and go, and a dialog does not follow their height by itself.
void AccountDialog::followContent()
{
    if (isVisible() && layout()->hasHeightForWidth()) {
        layout()->activate();
        resize(width(), layout()->totalHeightForWidth(width()));
    }
}

void AccountDialog::submit()
{
    clearProblem();
    if (m_stage != Stage::Editing || !m_form->checkAll()) {
        return;
    }
    if (!m_form->needsTest()) {
        save(Keep::Keychain);
    } else if (m_form->provider().addressTrust == AccountProvider::Trust::Confirmed) {
        search();
    } else {
        test();
    }
}

void AccountDialog::search()
{
    m_confirmed.clear();
    setStage(Stage::Searching);
    cancelButton()->setFocus();
    const int generation = ++m_generation;
    const auto isCurrent = [self = QPointer(this), generation] {
        return self && self->m_generation == generation && self->m_stage == Stage::Searching;
    };
    m_search = m_services.findAddress(m_form->provider().id, m_form->addresses(),
                                      [this, isCurrent](const QUrl &address) {
                                          if (isCurrent()) {
                                              showTrying(address);
                                          }
                                      });
    m_search.then(this, [this, isCurrent](const Result<AddressFinding> &finding) {
        if (isCurrent() && finding) {
            finishSearch(*finding);
        } else if (isCurrent()) {
            reject();
        }
    });
}

void AccountDialog::showTrying(const QUrl &address)
{
    m_statusText->setText(
        tr("Looking for the API at %1… No token is sent yet.").arg(address.toDisplayString()));
}

void AccountDialog::finishSearch(const AddressFinding &finding)
{
    if (!finding.confirmed.isEmpty()) {
        m_confirmed = finding.confirmed;
        test();
        return;
    }
    setStage(Stage::Editing);
    const QString problem = addressProblemText(finding);
    m_form->showAddressProblem(problem);
    // The stored address was confirmed when it was stored; any other is not worth a token.
    const bool isStored = m_existing && m_form->account().baseUrl == m_existing->baseUrl;
    if (isStored && isOffline(finding.trials.constFirst().error)) {
        showOffer(Offer::SaveAnyway);
    }
    QAccessibleAnnouncementEvent announcement(this, problem);
    QAccessible::updateAccessibility(&announcement);
}

void AccountDialog::test()
{
    setStage(Stage::Testing);
    cancelButton()->setFocus();
    const int generation = ++m_generation;
    m_test = m_services.test(account(), secret());
    m_test.then(this, [this, generation](const Result<Identity> &identity) {
        if (generation == m_generation && m_stage == Stage::Testing) {
            finishTest(identity);
        }
    });
}

void AccountDialog::finishTest(const Result<Identity> &identity)
{
    if (identity && !identity->isReadOnly.value_or(false)) {
        save(Keep::Keychain);
        return;
    }
    setStage(Stage::Editing);
    if (!identity && identity.error().kind == ErrorKind::Cancelled) {
        m_submit->setFocus();
        return;
    }
    if (identity) {
        m_banner->setKind(InlineBanner::Kind::Warning);
        setProblem(readOnlyTokenText(), Offer::SaveAnyway);
        m_form->focusCredential();
        return;
    }
    m_banner->setKind(InlineBanner::Kind::Failure);
    setProblem(testErrorText(identity.error()),
               isOffline(identity.error()) ? Offer::SaveAnyway : Offer::None);
    if (isOffline(identity.error())) {
        m_submit->setFocus();
    } else {
        m_form->focusCredential();
    }
}

void AccountDialog::save(Keep keep)
{
    setStage(Stage::Saving);
    m_services.save(account(), secret(), keep).then(this, [this](const Result<Account> &account) {
        finishSave(account);
    });
}

void AccountDialog::finishSave(const Result<Account> &account)
{
    setStage(Stage::Editing);
    if (account) {
        Q_EMIT saved(*account);
        accept();
        return;
    }
    m_banner->setKind(InlineBanner::Kind::Failure);
    const bool isKeychain = account.error().kind == ErrorKind::SecretUnavailable;
    setProblem(saveErrorText(account.error()), isKeychain ? Offer::KeepForSession : Offer::None);
    m_submit->setFocus();
}

void AccountDialog::setProblem(const Items::ErrorText &text, Offer offer)
{
    m_banner->setTitle(text.title);
    m_banner->setMeaning(text.meaning + u'\n' + text.advice);
    m_banner->setDetails(text.details);
    m_banner->show();
    showOffer(offer);
    QAccessibleAnnouncementEvent announcement(this, text.title + u' ' + text.meaning);
    QAccessible::updateAccessibility(&announcement);
}

void AccountDialog::clearProblem()
{
    m_banner->hide();
    showOffer(Offer::None);
}

void AccountDialog::showOffer(Offer offer)
{
    m_offer = offer;
    m_offerRow->setVisible(offer != Offer::None);
    if (offer == Offer::SaveAnyway) {
        m_offerButton->setText(tr("Save anyway"));
        m_offerHint->setText(tr("Untested, the account is saved as you typed it. Snapdeck asks the "
                                "provider at the next refresh."));
    } else if (offer == Offer::KeepForSession) {
        m_offerButton->setText(tr("Keep for this session only"));
        m_offerHint->setText(tr("Nothing is written anywhere. Account and token are gone when "
                                "Snapdeck ends."));
    }
}

void AccountDialog::takeOffer()
{
    const Offer offer = m_offer;
    clearProblem();
    if (m_stage == Stage::Editing && m_form->checkAll()) {
        save(offer == Offer::KeepForSession ? Keep::SessionOnly : Keep::Keychain);
    }
}

void AccountDialog::reject()
{
    switch (m_stage) {
    case Stage::Saving:
        return; // It can't be called back, and its answer must be seen.
    case Stage::Searching:
    case Stage::Testing:
        ++m_generation;
        m_search.cancel();
        m_test.cancel();
        setStage(Stage::Editing);
        m_submit->setFocus();
        return;
    case Stage::Editing:
        Dialog::reject();
    }
}

} // namespace Views
