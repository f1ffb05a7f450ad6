// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/rollbackdialog.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/copyestimate.h"
#include "items/displaytext.h"
#include "items/takeprice.h"
#include "pricing/pricebook.h"
#include "views/common/card.h"
#include "views/common/theme.h"
#include "views/preferences/preferences.h"
#include "views/snapshots/keepchoice.h"
#include "views/snapshots/resourcepicker.h"
#include "views/wizard/takeaccounts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int noteIndent = 24;
}

RollbackDialog::RollbackDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                               QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_facts(services.inventory)
    , m_snapshot(snapshot)
    , m_sourceNote(makeText({}, this))
    , m_picker(new ResourcePicker(tr("&Server to roll back"), this))
    , m_chooseOther(new Button(ButtonKind::Quiet, u"server"_s, tr("Choose another server…"), this))
    , m_card(new Card(Card::Tone::Warning, this))
    , m_consequences(new BulletList(m_card))
    , m_safety(new QCheckBox(tr("Take a &safety snapshot of the current state first"), this))
    , m_safetyNote(makeText({}, this))
    , m_keep(new KeepChoice(services.clock.now(), tr("&Keep it"), this))
    , m_stepsHeading(makeText(tr("Steps"), this))
    , m_steps(makeText({}, this))
    , m_time(makeText({}, this))
    , m_typeLabel(makeText({}, this))
    , m_typed(new QLineEdit(this))
    , m_rollBack(addAction(ButtonKind::RollbackStrong, u"rotate-ccw"_s, tr("Roll back")))
{
    setObjectName(u"rollBackDialog"_s);
    setUpTarget();
    setUpConsequences();
    setUpSafety();
    setUpSteps();
    setUpConfirmation();
    connect(m_picker, &ResourcePicker::chosenChanged, this, &RollbackDialog::showTarget);
    connect(m_typed, &QLineEdit::textChanged, this, &RollbackDialog::showButton);
    connect(m_rollBack, &Button::clicked, this, &RollbackDialog::confirm);
    showTarget();
    if (target()) {
        m_typed->setFocus();
    } else {
        m_picker->field()->setFocus();
    }
}

void RollbackDialog::setUpTarget()
{
    const Inventory::AccountInventory *account = m_services.inventory.find(m_snapshot.key.account);
    QList<PickerEntry> entries;
    for (const Domain::Resource &resource : m_facts.targets(m_snapshot)) {
        const QString reason = account
            ? Items::whyNotRollBack(m_snapshot, &resource, account->capabilities,
                                    account->isReadOnly, m_facts.around(m_snapshot, &resource))
            : QString();
        const QString name = Items::inlineName(resource.name);
        entries.append(
            {resource.key,
             reason.isEmpty() ? name : tr("%1: %2", "server and why not").arg(name, reason),
             reason});
    }
    m_picker->setEntries(entries);
    const Domain::Resource *source = m_facts.source(m_snapshot);
    if (source) {
        m_picker->choose(source->key);
    } else {
        m_sourceNote->setText(
            m_snapshot.sourceName.isEmpty()
                ? tr("The server it was taken of no longer exists. Another one is overwritten.")
                : tr("%1, the server it was taken of, no longer exists. Another one is "
                     "overwritten.")
                      .arg(Items::inlineName(m_snapshot.sourceName)));
        m_picker->field()->setCurrentIndex(-1);
    }
    m_sourceNote->setVisible(!source);
    m_picker->setVisible(!target());
    m_chooseOther->setObjectName(u"rollBackChooseOther"_s);
    m_chooseOther->setButtonSize(ButtonSize::Small);
    m_chooseOther->setVisible(target() && entries.size() > 1);
    content()->addWidget(m_sourceNote);
    content()->addWidget(m_picker);
    addFooterWidget(m_chooseOther);
    connect(m_chooseOther, &Button::clicked, this, [this] {
        m_chooseOther->hide();
        m_picker->show();
        m_picker->field()->setFocus();
        adjustSize();
    });
}

void RollbackDialog::setUpConsequences()
{
    m_consequences->setObjectName(u"rollBackConsequences"_s);
    m_card->content()->addWidget(m_consequences);
    content()->addWidget(m_card);
}

void RollbackDialog::setUpSafety()
{
    m_safety->setObjectName(u"rollBackSafety"_s);
    m_safety->setFont(textFont(TextStyle::BodyStrong));
    m_safetyNote->setObjectName(u"rollBackSafetyNote"_s);
    setTextColour(m_safetyNote, ColourRole::Dim);
    auto *block = new QVBoxLayout;
    block->setSpacing(2);
    auto *indented = new QHBoxLayout;
    indented->setContentsMargins(noteIndent, 0, 0, 0);
    indented->addWidget(m_safetyNote);
    m_keep->setDays(readPreferences(m_services.settings).keepDays);
    m_keep->setToolTip(tr("Past that its removal is proposed. It is never removed by itself."));
    auto *keepLine = new QHBoxLayout;
    keepLine->setContentsMargins(noteIndent, Metrics::space, 0, 0);
    keepLine->addWidget(m_keep);
    block->addWidget(m_safety);
    block->addLayout(indented);
    block->addLayout(keepLine);
    content()->addLayout(block);
    connect(m_safety, &QCheckBox::toggled, this, [this] {
        showSteps();
        showKeep();
    });
}

void RollbackDialog::showKeep()
{
    m_keep->setVisible(m_safety->isChecked() && target());
}

void RollbackDialog::setUpSteps()
{
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    setTextColour(m_stepsHeading, ColourRole::Dim);
    m_steps->setObjectName(u"rollBackSteps"_s);
    block->addWidget(m_stepsHeading);
    block->addWidget(m_steps);
    m_time->setObjectName(u"rollBackTime"_s);
    setTextColour(m_time, ColourRole::Dim);
    block->addWidget(m_time);
    content()->addLayout(block);
}

void RollbackDialog::setUpConfirmation()
{
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    m_typeLabel->setBuddy(m_typed);
    m_typed->setObjectName(u"rollBackConfirm"_s);
    block->addWidget(m_typeLabel);
    block->addWidget(m_typed);
    content()->addLayout(block);
}

const Domain::Resource *RollbackDialog::target() const
{
    const std::optional<Domain::ResourceKey> key = m_picker->chosen();
    return key ? m_services.inventory.findResource(*key) : nullptr;
}

Domain::Result<Domain::Operation> RollbackDialog::plan() const
{
    const Inventory::AccountInventory *account = m_services.inventory.find(m_snapshot.key.account);
    const Domain::Resource *resource = target();
    if (!account || !resource) {
        return Domain::failure(Domain::ErrorKind::NotFound);
    }
    return Operations::planRollBack({*resource, m_snapshot, safety()}, account->capabilities,
                                    {Domain::OperationId{u"preview"_s}, m_services.clock.now()});
}

std::optional<Operations::SafetyOrder> RollbackDialog::safety() const
{
    return m_safety->isChecked()
        ? std::optional(
              Operations::SafetyOrder{m_offer.name, {m_offer.plan, m_offer.cycle}, m_keep->until()})
        : std::nullopt;
}

/// Ticked wherever it can be had: who wants none has to say so.
void RollbackDialog::showSafety(const Domain::Resource &target)
{
    const QList<Items::TakeAccount> accounts =
        takeAccounts(m_services.inventory, target.key.account);
    if (accounts.isEmpty()) {
        return;
    }
    const Items::TakeAccount &account = accounts.constFirst();
    m_offer = Items::safetyOffer(account, target, m_services.clock.now());
    const bool isPossible = m_offer.reason.isEmpty();
    m_safety->setEnabled(isPossible);
    m_safety->setChecked(isPossible);
    if (isPossible) {
        const Items::TakePrice price =
            Items::takePrice(target,
                             m_services.prices.unitPrice(target.key.account, target.key.kind,
                                                         target.location, target.storageCategory),
                             account.capabilities.sizeUnit, m_services.prices);
        m_safetyNote->setText(
            tr("%1. Called %2. If it fails, nothing is rolled back.", "price, name")
                .arg(price.figure, Items::quotedName(m_offer.name)));
    } else {
        m_safetyNote->setText(m_offer.reason);
    }
    m_safety->setAccessibleDescription(m_safetyNote->text());
    m_safety->setToolTip(m_offer.reason);
}

void RollbackDialog::showSteps()
{
    const Domain::Result<Domain::Operation> planned = plan();
    const QStringList texts = planned ? Items::stepTexts(planned->steps) : QStringList();
    m_steps->setText(numberedSteps(texts));
    m_stepsHeading->setVisible(texts.size() > 1);
    m_steps->setVisible(texts.size() > 1);
    showTime(planned);
}

/// Nothing where nothing is known: no figure is made up. A safety snapshot comes on top.
void RollbackDialog::showTime(const Domain::Result<Domain::Operation> &planned)
{
    const QString usual = planned ? m_services.estimates.sentence(*planned) : QString();
    m_time->setText(
        usual.isEmpty() || !m_safety->isChecked()
            ? usual
            : tr("%1 The safety snapshot comes on top.", "how long it takes").arg(usual));
    m_time->setVisible(!usual.isEmpty());
}

void RollbackDialog::showTarget()
{
    const Domain::Resource *resource = target();
    const QString snapshot = Items::quotedName(m_snapshot.name);
    if (resource) {
        const QString name = Items::inlineName(resource->name);
        setTitle(tr("Roll back %1 to %2?").arg(name, snapshot));
        m_card->setHeading(tr("What happens to %1").arg(name));
        m_consequences->setPoints(Items::rollbackConsequences(
            m_facts.rollback(m_snapshot, *resource, m_services.clock.now())));
        showSafety(*resource);
        const QString sentence = tr("Type %1 to confirm");
        setSentenceWithName(m_typeLabel, sentence, name);
        m_typed->setAccessibleName(sentence.arg(name));
        m_rollBack->setText(tr("Roll back %1").arg(QString(name).replace(u'&', u"&&"_s)));
    } else {
        setTitle(tr("Roll back to %1?").arg(snapshot));
    }
    m_card->setVisible(resource);
    m_safety->setVisible(resource);
    m_safetyNote->setVisible(resource);
    m_typeLabel->setVisible(resource);
    m_typed->setVisible(resource);
    showSteps();
    showKeep();
    m_typed->clear();
    showButton();
    if (isVisible()) {
        adjustSize();
    }
}

void RollbackDialog::showButton()
{
    const Domain::Resource *resource = target();
    if (!resource) {
        m_rollBack->setDisabledReason(tr("Choose the server first."));
        return;
    }
    const bool isTyped = m_typed->text().simplified() == resource->name.simplified();
    m_rollBack->setDisabledReason(
        isTyped ? QString() : tr("Type %1 above first.").arg(Items::inlineName(resource->name)));
}

void RollbackDialog::confirm()
{
    const Domain::Resource *resource = target();
    if (!resource || m_typed->text().simplified() != resource->name.simplified()) {
        return;
    }
    Q_EMIT confirmed(m_snapshot.key, resource->key, safety());
    accept();
}

} // namespace Views
