// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/accountdialog.h"

#include "views/accounts/accountform.h"
#include "views/accounts/accounttexts.h"
#include "views/common/icons.h"
#include "views/common/inlinebanner.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QEvent>
#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::Account;
using Domain::ErrorKind;
using Domain::Identity;
using Domain::Result;
using Keep = Accounts::AccountStore::Keep;

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
    m_test.cancel();
}

void AccountDialog::build()
{
    setObjectName(u"accountDialog"_s);
    m_form = new AccountForm(m_services, m_existing, this);
    m_banner = new InlineBanner(this);
    m_banner->setObjectName(u"accountBanner"_s);
    m_banner->hide();
    content()->setSpacing(Metrics::wideMargin);
    content()->addWidget(m_form);
    content()->addWidget(m_banner);
    content()->addWidget(makeOffer());
    content()->addWidget(makeStatus());
    m_submit = addAction(ButtonKind::Primary, u"check"_s, tr("Test and save"));
    m_submit->setObjectName(u"testAndSave"_s);
    m_submit->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(m_submit, &Button::clicked, this, &AccountDialog::submit);
    connect(m_form, &AccountForm::edited, this, [this] { setStage(m_stage); });
    connect(m_form, &AccountForm::connectionEdited, this, &AccountDialog::clearProblem);
    setStage(Stage::Editing);
    m_form->focusFirst();
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
    QString status;
    if (stage == Stage::Testing) {
        status = tr("Asking %1… Nothing is saved yet.").arg(m_form->account().baseUrl.host());
    } else if (stage == Stage::Saving) {
        status = tr("Saving the account…");
    }
    m_form->setEnabled(isEditing);
    m_offerButton->setEnabled(isEditing);
    m_statusText->setText(status);
    m_status->setVisible(!isEditing);
    m_submit->setText(m_form->needsTest() ? tr("Test and save") : tr("Save"));
    m_submit->setDisabledReason(status);
    cancelButton()->setText(stage == Stage::Testing ? tr("Stop the test") : tr("Cancel"));
    cancelButton()->setDisabledReason(stage == Stage::Saving ? status : QString());
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
    if (m_form->needsTest()) {
        test();
    } else {
        save(Keep::Keychain);
    }
}

void AccountDialog::test()
{
    setStage(Stage::Testing);
    cancelButton()->setFocus();
    const int generation = ++m_generation;
    m_test = m_services.test(m_form->account(), m_form->token());
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
        m_form->focusToken();
        return;
    }
    m_banner->setKind(InlineBanner::Kind::Failure);
    setProblem(testErrorText(identity.error()),
               isOffline(identity.error()) ? Offer::SaveAnyway : Offer::None);
    if (isOffline(identity.error())) {
        m_submit->setFocus();
    } else {
        m_form->focusToken();
    }
}

void AccountDialog::save(Keep keep)
{
    setStage(Stage::Saving);
    m_services.save(m_form->account(), m_form->token(), keep)
        .then(this, [this](const Result<Account> &account) { finishSave(account); });
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
    case Stage::Testing:
        ++m_generation;
        m_test.cancel();
        setStage(Stage::Editing);
        m_submit->setFocus();
        return;
    case Stage::Editing:
        Dialog::reject();
    }
}

} // namespace Views
