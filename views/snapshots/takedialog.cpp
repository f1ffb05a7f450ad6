// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/takedialog.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/copyestimate.h"
#include "items/displaytext.h"
#include "items/nametemplate.h"
#include "items/takechoices.h"
#include "items/takeprice.h"
#include "pricing/pricebook.h"
#include "views/common/card.h"
#include "views/common/flowlabel.h"
#include "views/common/noteline.h"
#include "views/common/style.h"
#include "views/common/theme.h"
#include "views/snapshots/actionreasons.h"
#include "views/snapshots/databasehint.h"
#include "views/snapshots/secondtake.h"
#include "views/snapshots/stopchoice.h"

#include <QLabel>
#include <QLineEdit>
#include <QUuid>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

TakeDialog::TakeDialog(const MainWindowServices &services, const Domain::ResourceKey &source,
                       QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_facts(services.inventory)
    , m_key(source)
    , m_sourceFacts(new FactsGrid(this))
    , m_room(makeText({}, this))
    , m_name(new QLineEdit(this))
    , m_nameProblem(new NoteLine(NoteLine::Kind::Mistake, this))
    , m_stop(new StopChoice(this))
    , m_databases(new DatabaseHint(this))
    , m_steps(makeText({}, this))
    , m_time(makeText({}, this))
    , m_priceCard(new Card(Card::Tone::Plain, this))
    , m_price(new FlowLabel(2, this))
    , m_priceNote(makeText({}, this))
{
    setObjectName(u"takeDialog"_s);
    m_take = addAction(ButtonKind::Take, u"camera"_s, tr("Take snapshot"));
    m_sourceFacts->setObjectName(u"takeFacts"_s);
    content()->addWidget(m_sourceFacts);
    m_room->setObjectName(u"takeRoom"_s);
    setTextColour(m_room, ColourRole::Rollback);
    content()->addWidget(m_room);
    setUpName();
    content()->addWidget(m_stop);
    content()->addWidget(m_databases);
    connect(m_databases, &DatabaseHint::unfolded, this, [this] { adjustSize(); });
    m_steps->setObjectName(u"takeSteps"_s);
    setTextColour(m_steps, ColourRole::Dim);
    content()->addWidget(m_steps);
    m_time->setObjectName(u"takeTime"_s);
    setTextColour(m_time, ColourRole::Dim);
    content()->addWidget(m_time);
    setUpPrice();
    // Nothing is destroyed by taking: here Enter may do what the dialog is for.
    m_take->setAutoDefault(true);
    m_take->setDefault(true);
    connect(m_take, &Button::clicked, this, &TakeDialog::confirm);
    connect(m_stop, &StopChoice::choiceChanged, this, &TakeDialog::showSteps);
    showSource();
    m_name->setFocus();
}

void TakeDialog::setUpName()
{
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    auto *label = new QLabel(tr("&Name"), this);
    label->setBuddy(m_name);
    m_name->setObjectName(u"takeName"_s);
    m_name->setAccessibleName(tr("Name of the snapshot"));
    m_name->setPlaceholderText(tr("For example: before the upgrade"));
    m_nameProblem->setObjectName(u"takeNameProblem"_s);
    block->addWidget(label);
    block->addWidget(m_name);
    block->addWidget(m_nameProblem);
    content()->addLayout(block);
    connect(m_name, &QLineEdit::textChanged, this, &TakeDialog::showName);
}

void TakeDialog::setUpPrice()
{
    m_price->setObjectName(u"takePrice"_s);
    m_price->setFont(textFont(TextStyle::Figure));
    setTextColour(m_priceNote, ColourRole::Dim);
    m_priceNote->setFont(textFont(TextStyle::Small));
    m_priceCard->content()->addWidget(m_price);
    m_priceCard->content()->addWidget(m_priceNote);
    content()->addWidget(m_priceCard);
}

const Domain::Resource *TakeDialog::source() const
{
    return m_services.inventory.findResource(m_key);
}

const Inventory::AccountInventory *TakeDialog::account() const
{
    return m_services.inventory.find(m_key.account);
}

void TakeDialog::showSource()
{
    const Domain::Resource *resource = source();
    const Inventory::AccountInventory *owner = account();
    const bool isKnown = resource && owner;
    setTitle(isKnown ? tr("Take a snapshot of %1").arg(Items::inlineName(resource->name))
                     : tr("Take a snapshot"));
    bool canStop = false;
    m_room->hide();
    if (isKnown) {
        showFacts(*resource, *owner);
        canStop = resource->key.kind == Domain::ResourceKind::Server
            && resource->power == Domain::PowerState::Running && owner->capabilities.canPower
            && owner->capabilities.of(resource->key.kind).isConsistentOnlyWhenStopped;
        m_stop->setServerName(resource->name);
    }
    m_sourceFacts->setVisible(isKnown);
    m_stop->setVisible(canStop);
    if (const QString usual = usualName(); !usual.isEmpty()) {
        m_name->setPlaceholderText(usual);
        m_name->setToolTip(tr("Left empty, it is called %1.").arg(Items::quotedName(usual)));
    }
    // A volume's own power is that of the server it is attached to, where the API tells.
    m_databases->setVisible(isKnown && resource->power == Domain::PowerState::Running);
    showPrice();
    showSteps();
    showName();
}

/// What is used of a limit is among them; that the disk may not fit any more is said in words.
void TakeDialog::showFacts(const Domain::Resource &resource,
                           const Inventory::AccountInventory &owner)
{
    const bool isServer = resource.key.kind == Domain::ResourceKind::Server;
    QList<Fact> facts;
    facts.append({tr("Kind"),
                  isServer ? tr("VM snapshot") : tr("Volume snapshot"),
                  {},
                  isServer ? u"server"_s : u"hard-drive"_s,
                  ColourRole::Text});
    facts.append({tr("Account"), owner.account.name, {}, {}, ColourRole::Text});
    facts.append({tr("Location"), m_facts.locationName(resource), {}, {}, ColourRole::Text});
    if (isServer) {
        facts.append({tr("Power"),
                      Items::powerText(resource.power, resource.rawState),
                      {},
                      u"power"_s,
                      ColourRole::Text});
    }
    const Fact room = m_facts.limit(resource);
    if (!room.value.isEmpty()) {
        facts.append(room);
    }
    m_sourceFacts->setFacts(facts);
    m_room->setText(room.hint);
    m_room->setVisible(room.role == ColourRole::Rollback);
}

QString TakeDialog::usualName() const
{
    const Domain::Resource *resource = source();
    const Inventory::AccountInventory *owner = account();
    return resource && owner ? Items::usualName(owner->capabilities.of(m_key.kind).name,
                                                {resource->name, {}, m_services.clock.now(), 0})
                             : QString();
}

QString TakeDialog::name() const
{
    const QString typed = m_name->text().trimmed();
    return typed.isEmpty() ? usualName() : typed;
}

QString TakeDialog::nameProblem() const
{
    const Domain::Resource *resource = source();
    const Inventory::AccountInventory *owner = account();
    return resource && owner ? Items::nameProblem(name(), owner->capabilities.of(m_key.kind).name,
                                                  Items::takenNames(owner->snapshots, *resource))
                             : QString();
}

void TakeDialog::showName()
{
    const QString problem = nameProblem();
    // An empty field that nobody has touched is no mistake yet.
    const bool isShown = !problem.isEmpty() && m_name->isModified();
    m_nameProblem->setText(problem);
    m_nameProblem->setVisible(isShown);
    m_name->setAccessibleDescription(problem);
    setFieldState(m_name, isShown ? FieldState::Invalid : FieldState::Good);
    const QString reason = source() ? ActionReasons(m_services.inventory).takeOf(m_key)
                                    : tr("It is no longer there. Refresh to see what is.");
    m_take->setDisabledReason(reason.isEmpty() ? problem : reason);
}

void TakeDialog::showSteps()
{
    const Domain::Resource *resource = source();
    const Inventory::AccountInventory *owner = account();
    m_steps->setVisible(false);
    m_time->setVisible(false);
    if (!resource || !owner) {
        return;
    }
    const auto stop = m_stop->isHidden() ? Operations::StopServer::No : m_stop->choice();
    const Domain::Result<Domain::Operation> plan =
        Operations::planTake({*resource, name(), stop}, owner->capabilities,
                             {Domain::OperationId{u"preview"_s}, m_services.clock.now()});
    if (plan && plan->steps.size() > 1) {
        m_steps->setText(numberedSteps(Items::stepTexts(plan->steps)));
        m_steps->setVisible(true);
    }
    showTime(plan);
}

/// Nothing where nothing is known: no figure is made up.
void TakeDialog::showTime(const Domain::Result<Domain::Operation> &plan)
{
    const QString usual = plan ? m_services.estimates.sentence(*plan) : QString();
    m_time->setText(usual);
    m_time->setVisible(!usual.isEmpty());
}

void TakeDialog::showPrice()
{
    const Domain::Resource *resource = source();
    const Inventory::AccountInventory *owner = account();
    m_priceCard->setVisible(resource && owner);
    if (!resource || !owner) {
        return;
    }
    const Items::TakePrice price =
        Items::takePrice(*resource,
                         m_services.prices.unitPrice(m_key.account, m_key.kind, resource->location,
                                                     resource->storageCategory),
                         owner->capabilities.sizeUnit, m_services.prices);
    m_price->setText(price.figure);
    m_priceNote->setText(
        price.aside.isEmpty()
            ? price.note
            : tr("%1. %2", "estimate, and how it comes about").arg(price.aside, price.note));
}

void TakeDialog::confirm()
{
    if (!ActionReasons(m_services.inventory).takeOf(m_key).isEmpty() || !nameProblem().isEmpty()) {
        return;
    }
    askBeforeSecondTake(m_services, this, m_key, [this] {
        const auto stop = m_stop->isHidden() ? Operations::StopServer::No : m_stop->choice();
        Q_EMIT confirmed(
            {{QUuid::createUuid().toString(QUuid::WithoutBraces)}, m_key, name(), stop});
        accept();
    });
}

} // namespace Views
