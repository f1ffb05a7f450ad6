// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/createvolumedialog.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/copyestimate.h"
#include "items/displaytext.h"
#include "items/taketext.h"
#include "views/accounts/formfield.h"
#include "views/common/factsgrid.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

/// More than any provider has, and few enough digits for the field.
constexpr int mostUnits = 1'000'000;
constexpr int unitsWidth = 140;

Items::NewVolumeFacts volumeFactsFor(const Inventory::Inventory &inventory,
                                     const Domain::Snapshot &snapshot)
{
    Items::NewVolumeFacts facts;
    facts.snapshot = snapshot;
    const Domain::Resource *source =
        snapshot.source ? inventory.findResource(*snapshot.source) : nullptr;
    if (source) {
        facts.source = *source;
    }
    const Inventory::AccountInventory *account = inventory.find(snapshot.key.account);
    if (!account) {
        return facts;
    }
    facts.capabilities = account->capabilities;
    for (const Domain::Resource &resource : account->resources) {
        if (resource.key.kind == Domain::ResourceKind::Volume) {
            facts.volumeNames.append(resource.name);
        }
    }
    return facts;
}

/// Where the snapshot lies, else where its source is.
Domain::LocationId homeOf(const Items::NewVolumeFacts &facts)
{
    const Domain::LocationId &own = facts.snapshot.location;
    return own.isEmpty() && facts.source ? facts.source->location : own;
}

QString placeOf(const Inventory::AccountInventory &account, const Domain::LocationId &id)
{
    const auto found = std::ranges::find(account.locations, id, &Domain::Location::id);
    return found == account.locations.cend() ? id.value : Items::locationTitle(*found);
}

} // namespace

CreateVolumeDialog::CreateVolumeDialog(const MainWindowServices &services,
                                       const Domain::Snapshot &snapshot, QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_draft(volumeFactsFor(services.inventory, snapshot))
    , m_meaning(makeText({}, this))
    , m_facts(new FactsGrid(this))
    , m_name(new QLineEdit(this))
    , m_nameField(new FormField(tr("&Name"), m_name, this))
    , m_size(new QSpinBox(this))
    , m_sizeField(new FormField(tr("&Size"), m_size, this))
    , m_steps(makeText({}, this))
    , m_time(makeText({}, this))
    , m_create(addAction(ButtonKind::Take, u"hard-drive"_s, tr("Create volume")))
{
    setObjectName(u"createVolumeDialog"_s);
    setTitle(tr("New volume from %1").arg(Items::quotedName(snapshot.name)));
    m_meaning->setObjectName(u"createVolumeMeaning"_s);
    setTextColour(m_meaning, ColourRole::Dim);
    m_meaning->setText(Items::newVolumeMeaning(m_draft, m_services.clock.now()));
    m_facts->setObjectName(u"createVolumeFacts"_s);
    content()->addWidget(m_meaning);
    content()->addWidget(m_facts);
    setUpName();
    setUpSize();
    setUpEnd();
    showFacts();
    showOrder();
    m_name->setFocus();
    m_name->selectAll();
}

void CreateVolumeDialog::setUpName()
{
    m_name->setObjectName(u"createVolumeName"_s);
    m_name->setText(Items::proposedVolumeName(m_draft));
    content()->addWidget(m_nameField);
    connect(m_name, &QLineEdit::textChanged, this, &CreateVolumeDialog::showOrder);
}

bool CreateVolumeDialog::isSizeAsked() const
{
    return m_draft.capabilities.createVolume.canBeLarger
        && Items::leastVolumeBytes(m_draft).has_value();
}

void CreateVolumeDialog::setUpSize()
{
    const Domain::SizeUnit unit = m_draft.capabilities.sizeUnit;
    const int least =
        std::min(mostUnits, Items::wholeUnits(Items::leastVolumeBytes(m_draft).value_or(0), unit));
    m_size->setObjectName(u"createVolumeSize"_s);
    m_size->setFixedSize(unitsWidth, Metrics::controlHeight);
    m_size->setGroupSeparatorShown(true);
    m_size->setRange(least, mostUnits);
    m_size->setValue(least);
    m_size->setSuffix(unit == Domain::SizeUnit::Gibibyte ? tr(" GiB", "behind a number")
                                                         : tr(" GB", "behind a number"));
    m_sizeField->setHelp(tr("At least the disk in the snapshot. A larger volume has room that its "
                            "file system does not use before it is grown."));
    auto *rest = new QWidget(m_sizeField); // the field begins where the others do
    rest->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_sizeField->addBeside(rest);
    m_sizeField->setVisible(isSizeAsked());
    content()->addWidget(m_sizeField);
    connect(m_size, &QSpinBox::valueChanged, this, &CreateVolumeDialog::showOrder);
}

void CreateVolumeDialog::setUpEnd()
{
    m_steps->setObjectName(u"createVolumeSteps"_s);
    m_time->setObjectName(u"createVolumeTime"_s);
    for (QLabel *text : {m_steps, m_time}) {
        setTextColour(text, ColourRole::Dim);
        content()->addWidget(text);
    }
    // Nothing is destroyed by it: here Enter may do what the dialog is for.
    m_create->setAutoDefault(true);
    m_create->setDefault(true);
    connect(m_create, &Button::clicked, this, &CreateVolumeDialog::confirm);
}

void CreateVolumeDialog::showFacts()
{
    QList<Fact> facts;
    const Inventory::AccountInventory *account =
        m_services.inventory.find(m_draft.snapshot.key.account);
    if (account) {
        facts.append({tr("Account"), account->account.name, {}, {}, ColourRole::Text});
    }
    const Domain::LocationId home = homeOf(m_draft);
    if (account && !home.isEmpty()) {
        facts.append({tr("Location"),
                      placeOf(*account, home),
                      tr("Where the snapshot lies."),
                      {},
                      ColourRole::Text});
    }
    const std::optional<qint64> least = Items::leastVolumeBytes(m_draft);
    if (least && !isSizeAsked()) {
        facts.append({tr("Size"),
                      Items::sizeText(*least, m_draft.capabilities.sizeUnit),
                      tr("As large as the disk in the snapshot: this provider makes it no larger."),
                      {},
                      ColourRole::Text});
    }
    m_facts->setFacts(facts);
    m_facts->setVisible(!facts.isEmpty());
}

QString CreateVolumeDialog::problem() const
{
    return m_services.inventory.findSnapshot(m_draft.snapshot.key)
        ? Items::newVolumeNameProblem(m_name->text().trimmed(), m_draft)
        : tr("The snapshot is no longer there. Refresh to see what is.");
}

void CreateVolumeDialog::showOrder()
{
    const QString problem = this->problem();
    // An empty field that nobody has touched is no mistake yet.
    const bool isShown = m_name->isModified() || !m_name->text().isEmpty();
    m_nameField->setError(isShown ? problem : QString());
    m_create->setDisabledReason(problem);
    Operations::CreateVolumeOrder wanted = order();
    wanted.name = Items::proposedVolumeName(m_draft); // the steps are the same whatever is typed
    const Domain::Result<Domain::Operation> plan = Operations::planCreateVolume(
        wanted, m_draft.capabilities, {Domain::OperationId{u"preview"_s}, m_services.clock.now()});
    const QStringList steps = plan ? Items::stepTexts(plan->steps) : QStringList();
    m_steps->setText(numberedSteps(steps));
    m_steps->setVisible(steps.size() > 1);
    // Nothing where nothing is known: no figure is made up.
    const QString usual = plan ? m_services.estimates.sentence(*plan) : QString();
    m_time->setText(usual);
    m_time->setVisible(!usual.isEmpty());
}

Operations::CreateVolumeOrder CreateVolumeDialog::order() const
{
    Operations::CreateVolumeOrder order;
    order.snapshot = m_draft.snapshot;
    order.name = m_name->text().trimmed();
    order.sizeBytes = isSizeAsked() ? Items::volumeBytes(m_size->value(), m_draft) : 0;
    order.location = homeOf(m_draft);
    return order;
}

void CreateVolumeDialog::confirm()
{
    if (!problem().isEmpty()) {
        return;
    }
    Q_EMIT confirmed(order());
    accept();
}

} // namespace Views
