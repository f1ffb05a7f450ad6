// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/takewizard.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/displaytext.h"
#include "items/nametemplate.h"
#include "items/takeprice.h"
#include "items/taketext.h"
#include "views/common/inlinebanner.h"
#include "views/common/prompts.h"
#include "views/common/theme.h"
#include "views/wizard/listpage.h"
#include "views/wizard/namepage.h"
#include "views/wizard/reviewpage.h"
#include "views/wizard/sourcepage.h"
#include "views/wizard/steprail.h"
#include "views/wizard/takeaccounts.h"
#include "views/wizard/takewatch.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QLabel>
#include <QSettings>
#include <QShortcut>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using Items::StepState;
using Items::TakeStep;

namespace Views {

namespace {

constexpr QSize leastWizardSize(780, 620);

/// The object name of a step's entry in the rail.
QString railName(TakeStep step)
{
    switch (step) {
    case TakeStep::Location:
        return u"railLocation"_s;
    case TakeStep::Project:
        return u"railProject"_s;
    case TakeStep::Source:
        return u"railSource"_s;
    case TakeStep::Name:
        return u"railName"_s;
    case TakeStep::Review:
        break;
    }
    return u"railReview"_s;
}

} // namespace

TakeWizard::TakeWizard(const MainWindowServices &services, const ActionTarget &target,
                       QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_onlyAccount(target.resource ? std::nullopt : target.account)
    , m_rail(new StepRail(this))
    , m_banner(new InlineBanner(this))
    , m_stack(new QStackedWidget(this))
    , m_status(new QLabel(this))
    , m_back(new Button(ButtonKind::Plain, {}, tr("&Back"), this))
    , m_next(new Button(ButtonKind::Primary, {}, tr("&Next"), this))
    , m_take(addAction(ButtonKind::Take, u"camera"_s, tr("&Take snapshot")))
    , m_watch(new TakeWatch(services.operations, this))
{
    setObjectName(u"takeWizard"_s);
    setMinimumSize(leastWizardSize);
    m_draft.setNameTemplate(
        m_services.settings.value(nameTemplateSetting, Items::defaultNameTemplate()).toString());
    m_draft.setNow(m_services.clock.now());
    m_draft.setAccounts(takeAccounts(m_services.inventory, m_onlyAccount));
    if (const auto source = sourceOf(m_services.inventory, target)) {
        m_draft.prefill(*source);
    }
    setUpPages();
    setUpFooter();
    followInventory();
    connect(m_watch, &TakeWatch::changed, this, &TakeWizard::follow);
    for (const TakeStep step : steps) {
        const bool isOpen = m_draft.stateOf(step) == StepState::Asked
            && (step == TakeStep::Name || !m_draft.problem(step).isEmpty());
        if (isOpen) {
            goTo(step);
            break;
        }
    }
}

TakeWizard::~TakeWizard() = default;

void TakeWizard::setUpPages()
{
    setSide(m_rail);
    m_banner->setObjectName(u"wizardBanner"_s);
    m_banner->setShape(InlineBanner::Shape::Card);
    m_review = new ReviewPage(m_draft, m_services, m_stack);
    m_pages = {new PlacePage(m_draft, m_stack), new ProjectPage(m_draft, m_stack),
               new SourcePage(m_draft, m_stack), new NamePage(m_draft, m_stack), m_review};
    for (WizardPage *page : m_pages) {
        m_stack->addWidget(page);
        connect(page, &WizardPage::draftChanged, this, [this] {
            dropRefusal();
            showAll();
        });
        connect(page, &WizardPage::goOnRequested, this, &TakeWizard::goOn);
    }
    connect(m_review, &ReviewPage::changeRequested, this, &TakeWizard::goTo);
    connect(m_rail, &StepRail::stepClicked, this,
            [this](int id) { goTo(static_cast<TakeStep>(id)); });
    content()->addWidget(m_banner);
    content()->addWidget(m_stack, 1);
}

void TakeWizard::setUpFooter()
{
    m_status->setObjectName(u"wizardStatus"_s);
    setTextColour(m_status, ColourRole::Dim);
    m_back->setObjectName(u"wizardBack"_s);
    m_next->setObjectName(u"wizardNext"_s);
    // Enter on Back goes back, although another button is the default.
    m_back->setAutoDefault(true);
    m_next->setAutoDefault(true);
    m_take->setAutoDefault(true);
    addFooterWidget(m_status);
    addFooterWidget(cancelButton());
    addFooterButton(m_back);
    addFooterButton(m_next);
    connect(m_back, &Button::clicked, this, &TakeWizard::goBack);
    connect(m_next, &Button::clicked, this, &TakeWizard::goOn);
    connect(m_take, &Button::clicked, this, &TakeWizard::take);
    QList<QKeySequence> backKeys = QKeySequence::keyBindings(QKeySequence::Back);
    const QKeySequence usual(Qt::ALT | Qt::Key_Left);
    if (!backKeys.contains(usual)) {
        backKeys.append(usual);
    }
    for (const QKeySequence &keys : std::as_const(backKeys)) {
        if (keys != QKeySequence(Qt::Key_Backspace)) { // it erases in a field
            connect(new QShortcut(keys, this), &QShortcut::activated, this, &TakeWizard::goBack);
        }
    }
}

void TakeWizard::followInventory()
{
    const Inventory::Inventory *inventory = &m_services.inventory;
    using Inventory::Inventory;
    connect(inventory, &Inventory::accountAdded, this, &TakeWizard::reload);
    connect(inventory, &Inventory::accountRemoved, this, &TakeWizard::reload);
    connect(inventory, &Inventory::stateChanged, this, &TakeWizard::reload);
    connect(inventory, &Inventory::resourcesChanged, this, &TakeWizard::reload);
    connect(inventory, &Inventory::snapshotsChanged, this, &TakeWizard::reload);
}

void TakeWizard::reload()
{
    const QList<Items::TakeAccount> accounts = takeAccounts(m_services.inventory, m_onlyAccount);
    // Lists that did not change are shared, so that comparing them costs nothing.
    if (accounts != m_draft.accounts()) {
        m_draft.setAccounts(accounts);
        showAll();
    }
}

WizardPage *TakeWizard::pageOf(TakeStep step) const
{
    return m_pages.at(static_cast<size_t>(step));
}

std::optional<TakeStep> TakeWizard::nextAsked() const
{
    for (const TakeStep step : steps) {
        if (step > m_step && m_draft.stateOf(step) == StepState::Asked) {
            return step;
        }
    }
    return std::nullopt;
}

std::optional<TakeStep> TakeWizard::previousAsked() const
{
    std::optional<TakeStep> previous;
    for (const TakeStep step : steps) {
        if (step < m_step && m_draft.stateOf(step) == StepState::Asked) {
            previous = step;
        }
    }
    return previous;
}

bool TakeWizard::isReachable(TakeStep step) const
{
    for (const TakeStep before : steps) {
        if (before < step && !m_draft.problem(before).isEmpty()) {
            return false;
        }
    }
    return m_draft.stateOf(step) != StepState::Absent && m_phase == Phase::Asking;
}

QString TakeWizard::reasonNotToGoOn() const
{
    for (const TakeStep step : steps) {
        const QString problem = step <= m_step ? m_draft.problem(step) : QString();
        if (!problem.isEmpty()) {
            return problem;
        }
    }
    return {};
}

void TakeWizard::goTo(TakeStep step)
{
    if (!isReachable(step)) {
        return;
    }
    m_step = step;
    m_draft.setNow(m_services.clock.now());
    m_stack->setCurrentWidget(pageOf(step));
    setTitle(Items::stepQuestion(step, m_draft));
    showAll();
    // Where all is answered, what is left to do is to take it.
    QWidget *field =
        step == TakeStep::Review && m_take->isEnabled() ? m_take : pageOf(step)->firstField();
    if (field) {
        field->setFocus(Qt::TabFocusReason);
    }
    announce(windowTitle());
}

void TakeWizard::goOn()
{
    const std::optional<TakeStep> next = nextAsked();
    if (next && reasonNotToGoOn().isEmpty()) {
        goTo(*next);
    }
}

void TakeWizard::goBack()
{
    const std::optional<TakeStep> previous = previousAsked();
    if (previous && m_phase == Phase::Asking) {
        goTo(*previous);
    }
}

/// A page is no window: whoever can't see it turn is told.
void TakeWizard::announce(const QString &text)
{
    QAccessibleAnnouncementEvent event(this, text);
    QAccessible::updateAccessibility(&event);
}

void TakeWizard::showAll()
{
    pageOf(m_step)->showDraft();
    showRail();
    showBanner();
    showFooter();
}

void TakeWizard::showRail()
{
    QList<StepRail::Step> shown;
    for (const TakeStep step : steps) {
        if (m_draft.stateOf(step) == StepState::Absent) {
            continue;
        }
        const bool isAnswered = step != TakeStep::Review && m_draft.problem(step).isEmpty()
            && (step < m_step || isReachable(step));
        const bool isNamed = step != TakeStep::Name || m_step >= step || m_draft.isNameTyped();
        shown.append({static_cast<int>(step), railName(step), Items::stepTitle(step, m_draft),
                      isNamed ? Items::stepAnswer(step, m_draft) : QString(), isReachable(step),
                      isAnswered && isNamed});
    }
    m_rail->setSteps(shown, static_cast<int>(m_step));
}

void TakeWizard::showFooter()
{
    const bool isLast = m_step == TakeStep::Review;
    const bool isAsking = m_phase == Phase::Asking;
    QString reason = reasonNotToGoOn();
    if (m_phase == Phase::Waiting) {
        reason = tr("The provider has been asked.");
    } else if (m_phase == Phase::InDoubt) {
        reason = tr("It may have been taken. Close this window, refresh and look.");
    }
    m_next->setVisible(!isLast);
    m_take->setVisible(isLast);
    m_back->setVisible(previousAsked().has_value());
    m_back->setEnabled(isAsking);
    m_next->setDisabledReason(reason);
    m_take->setDisabledReason(reason);
    if (reason.isEmpty()) {
        m_take->setAccessibleDescription(Items::takePrice(m_draft, m_services.prices).figure);
    }
    cancelButton()->setText(isAsking ? tr("Cancel") : tr("Close"));
    m_status->setVisible(!m_status->text().isEmpty());
    (isLast ? m_take : m_next)->setDefault(true);
}

/// What the provider refused, at the question that it concerns; else what has vanished meanwhile.
void TakeWizard::showBanner()
{
    const QString lost = m_draft.lostText();
    const bool isRefused = m_refusal && m_refusal->step == m_step;
    const bool isLost = !lost.isEmpty() && m_step > TakeStep::Project;
    m_banner->setVisible(isRefused || isLost);
    if (isRefused) {
        const Items::ErrorText &text = m_refusal->text;
        m_banner->setKind(m_phase == Phase::InDoubt ? InlineBanner::Kind::Warning
                                                    : InlineBanner::Kind::Failure);
        m_banner->setTitle(text.title);
        m_banner->setMeaning(
            tr("%1 %2", "two whole sentences").arg(text.meaning, text.advice).trimmed());
        m_banner->setDetails(text.details);
    } else if (isLost) {
        m_banner->setKind(InlineBanner::Kind::Warning);
        m_banner->setTitle(lost);
        m_banner->setMeaning(m_step == TakeStep::Source
                                 ? QString()
                                 : tr("What you have typed stays. Go back to choose again."));
        m_banner->setDetails({});
    }
}

void TakeWizard::setPhase(Phase phase)
{
    m_phase = phase;
    m_stack->setEnabled(phase == Phase::Asking);
    m_status->clear();
    showAll();
}

void TakeWizard::dropRefusal()
{
    if (m_refusal && m_refusal->step == m_step) {
        m_refusal.reset();
    }
}

void TakeWizard::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    // A key that is held down must not run through all the pages and buy something at the end.
    if (isEnter && event->isAutoRepeat()) {
        event->accept();
        return;
    }
    Dialog::keyPressEvent(event);
}

void TakeWizard::reject()
{
    if (m_phase != Phase::Asking || !m_draft.isNameTyped() || m_draft.name().isEmpty()) {
        Dialog::reject();
        return;
    }
    Question question;
    question.title = tr("Close without taking a snapshot?");
    question.text =
        tr("The name %1 has not been used yet and is lost.").arg(Items::quotedName(m_draft.name()));
    question.kind = ButtonKind::RemoveStrong;
    question.action = tr("Close without a snapshot");
    m_services.prompts.confirm(this, question, [this] { done(Rejected); });
}

} // namespace Views
