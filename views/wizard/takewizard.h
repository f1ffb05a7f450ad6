// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/errortext.h"
#include "items/takedraft.h"
#include "operations/takeintent.h"
#include "views/common/dialog.h"
#include "views/mainwindow/mainwindowservices.h"
#include "views/snapshots/actionreasons.h"

#include <array>

class QStackedWidget;

namespace Views {

class InlineBanner;
class ReviewPage;
class StepRail;
class TakeWatch;
class WizardPage;

/// Asks step by step where, of what, by which name and at which price a snapshot is taken. Stays
/// open until the provider has accepted or refused; what is refused is said at the question that it
/// concerns, and nothing typed is lost. Follows the inventory while it is open.
class TakeWizard : public Dialog
{
    Q_OBJECT

public:
    /// The target's resource is chosen already when it has one, else the source of its one
    /// snapshot. An account without a resource narrows the choice.
    TakeWizard(const MainWindowServices &services, const ActionTarget &target, QWidget *parent);
    ~TakeWizard() override;

    void reject() override;

Q_SIGNALS:
    void confirmed(const Operations::TakeIntent &intent);
    /// The wizard has told all that the operation's row would: it can go.
    void operationTold(const Domain::OperationId &operation);
    /// What is known of the account has proved to be out of date.
    void refreshWanted(const Domain::AccountId &account);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    enum class Phase {
        Asking,
        Waiting, ///< for the provider's answer
        InDoubt, ///< it may have been taken: nothing more can be done here
    };
    /// The name template of the last snapshot.
    static constexpr QLatin1StringView nameTemplateSetting{"wizard/nameTemplate"};
    static constexpr std::array steps{Items::TakeStep::Location, Items::TakeStep::Project,
                                      Items::TakeStep::Source, Items::TakeStep::Name,
                                      Items::TakeStep::Review};

    void setUpPages();
    void setUpFooter();
    void followInventory();
    void reload();
    [[nodiscard]] WizardPage *pageOf(Items::TakeStep step) const;
    [[nodiscard]] std::optional<Items::TakeStep> nextAsked() const;
    [[nodiscard]] std::optional<Items::TakeStep> previousAsked() const;
    [[nodiscard]] bool isReachable(Items::TakeStep step) const;
    [[nodiscard]] QString reasonNotToGoOn() const;
    void goTo(Items::TakeStep step);
    void goOn();
    void goBack();
    void announce(const QString &text);
    void showAll();
    void showRail();
    void showFooter();
    void showBanner();
    void setPhase(Phase phase);
    void take();
    void send(const Operations::TakeIntent &wanted);
    [[nodiscard]] Operations::TakeIntent intent() const;
    void follow(const Domain::Operation &operation);
    void refused(const Domain::Operation &operation);
    void dropRefusal();

    struct Refusal
    {
        Items::TakeStep step = Items::TakeStep::Review;
        Items::ErrorText text;
    };

    MainWindowServices m_services;
    std::optional<Domain::AccountId> m_onlyAccount;
    Items::TakeDraft m_draft;
    StepRail *m_rail;
    InlineBanner *m_banner;
    QStackedWidget *m_stack;
    std::array<WizardPage *, steps.size()> m_pages{};
    ReviewPage *m_review = nullptr;
    QLabel *m_status;
    Button *m_back;
    Button *m_next;
    Button *m_take;
    TakeWatch *m_watch;
    Items::TakeStep m_step = Items::TakeStep::Location;
    Phase m_phase = Phase::Asking;
    std::optional<Refusal> m_refusal;
};

} // namespace Views
