// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/accounts/accountdialogservices.h"
#include "views/common/dialog.h"

#include <optional>

namespace Items {
struct ErrorText;
}

namespace Views {

class AccountForm;
class InlineBanner;

/// Adds or edits an account: finds its provider's address where that must be confirmed, tests the
/// credential there, then saves. Whatever fails, what was typed stays. Deletes itself when it
/// closes.
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
    enum class Stage { Editing, Searching, Testing, Saving };
    /// The second way out of a failure, beside trying again.
    enum class Offer { None, SaveAnyway, KeepForSession };

    void build();
    void connectImport();
    QWidget *makeOffer();
    QWidget *makeStatus();
    void setStage(Stage stage);
    void setProblem(const Items::ErrorText &text, Offer offer);
    void clearProblem();
    void showOffer(Offer offer);
    void followContent();

    /// As typed, at the address that was confirmed, if one was.
    [[nodiscard]] Domain::Account account() const;
    /// Empty: the stored one is kept.
    [[nodiscard]] Domain::Secret secret() const;
    [[nodiscard]] QString statusOf(Stage stage) const;
    void forgetAddress();

    void submit();
    void takeOffer();
    void search();
    void showTrying(const QUrl &address);
    void finishSearch(const AddressFinding &finding);
    void test();
    void finishTest(const Domain::Result<Domain::Identity> &identity);
    void save(Accounts::AccountStore::Keep keep);
    void finishSave(const Domain::Result<Domain::Account> &account);

    AccountDialogServices m_services;
    std::optional<Domain::Account> m_existing;
    Stage m_stage = Stage::Editing;
    Offer m_offer = Offer::None;
    QFuture<Domain::Result<AddressFinding>> m_search;
    QFuture<Domain::Result<Domain::Identity>> m_test;
    int m_generation = 0; ///< of search or test: the answer of one that was stopped must not win
    QUrl m_confirmed;

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
