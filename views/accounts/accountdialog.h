// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accountstore.h"
#include "domain/cloudprovider.h"
#include "domain/secret.h"
#include "views/common/dialog.h"

#include <QUrl>

#include <functional>
#include <optional>

namespace Items {
struct ErrorText;
}

namespace Views {

class AccountForm;
class InlineBanner;

/// One vendor that an account can be made at, as plain values.
struct AccountProvider
{
    QString id; ///< "hetzner"
    QString name; ///< "Hetzner Cloud"
    QString icon;
    QUrl baseUrl;
    QString tokenLabel; ///< "API token"
    QString tokenPlaceholder;
    QString tokenHelp; ///< where it is made
    QUrl tokenHelpUrl;
    QString scopeHint; ///< what one account stands for
};

/// What the dialog is given. The functions are called on the dialog's thread.
struct AccountDialogServices
{
    QList<AccountProvider> providers; ///< at least one
    QStringList otherNames; ///< names that are taken
    QList<int> usedColours; ///< of the other accounts: a new one gets another if there is one
    /// Asks the provider who the token is; an empty token means the stored one. Stores nothing. Its
    /// future is cancelled when the person stops the test or closes the dialog.
    std::function<QFuture<Domain::Result<Domain::Identity>>(const Domain::Account &,
                                                            const Domain::Secret &)>
        test;
    /// An empty token keeps the stored one.
    std::function<QFuture<Domain::Result<Domain::Account>>(
        const Domain::Account &, const Domain::Secret &, Accounts::AccountStore::Keep)>
        save;
};

/// Adds or edits an account: tests it at its provider, then saves it. Whatever fails, what was
/// typed stays. Deletes itself when it closes.
class AccountDialog : public Dialog
{
    Q_OBJECT

public:
    /// Adds an account.
    explicit AccountDialog(const AccountDialogServices &services, QWidget *parent = nullptr);
    /// Edits this account; its provider can't be changed.
    AccountDialog(const AccountDialogServices &services, const Domain::Account &account,
                  QWidget *parent = nullptr);
    ~AccountDialog() override;

    /// Cancels a test that runs; closes the dialog when none does.
    void reject() override;

Q_SIGNALS:
    void saved(const Domain::Account &account);

protected:
    bool event(QEvent *event) override;

private:
    enum class Stage { Editing, Testing, Saving };
    /// The second way out of a failure, beside trying again.
    enum class Offer { None, SaveAnyway, KeepForSession };

    void build();
    QWidget *makeOffer();
    QWidget *makeStatus();
    void setStage(Stage stage);
    void setProblem(const Items::ErrorText &text, Offer offer);
    void clearProblem();
    void showOffer(Offer offer);
    void followContent();

    void submit();
    void takeOffer();
    void test();
    void finishTest(const Domain::Result<Domain::Identity> &identity);
    void save(Accounts::AccountStore::Keep keep);
    void finishSave(const Domain::Result<Domain::Account> &account);

    AccountDialogServices m_services;
    std::optional<Domain::Account> m_existing;
    Stage m_stage = Stage::Editing;
    Offer m_offer = Offer::None;
    QFuture<Domain::Result<Domain::Identity>> m_test;
    int m_generation = 0; ///< of the test: the answer of one that was stopped must not win

    AccountForm *m_form = nullptr;
    InlineBanner *m_banner = nullptr;
    QLabel *m_offerHint = nullptr;
    Button *m_offerButton = nullptr;
    QWidget *m_offerRow = nullptr;
    QWidget *m_status = nullptr;
    QLabel *m_statusText = nullptr;
    Button *m_submit = nullptr;
};

} // namespace Views
