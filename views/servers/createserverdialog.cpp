// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/servers/createserverdialog.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/newservertext.h"
#include "items/sshpublickey.h"
#include "items/taketext.h"
#include "views/accounts/formfield.h"
#include "views/common/card.h"
#include "views/common/factsgrid.h"
#include "views/common/flowlabel.h"
#include "views/common/theme.h"
#include "views/servers/servertypelist.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;
using Items::NewServerDraft;

namespace Views {

namespace {

constexpr int leastDialogWidth = 880;
constexpr int fieldsWidth = 276;
constexpr int mostPlacesShown = 14;

Items::NewServerFacts factsFor(const Inventory::Inventory &inventory,
                               const Domain::Snapshot &snapshot)
{
    Items::NewServerFacts facts;
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
    facts.locations = account->locations;
    for (const Domain::Resource &resource : account->resources) {
        if (resource.key.kind == Domain::ResourceKind::Server) {
            facts.serverNames.append(resource.name);
        }
    }
    return facts;
}

QString placeTitle(const Domain::Location &location)
{
    const QString country = Items::countryName(location.country);
    const QString title = Items::locationTitle(location);
    return country.isEmpty()
        ? title
        : CreateServerDialog::tr("%1, %2", "location and country").arg(title, country);
}

} // namespace

CreateServerDialog::CreateServerDialog(const MainWindowServices &services,
                                       const Domain::Snapshot &snapshot, QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_draft(factsFor(services.inventory, snapshot))
    , m_meaning(makeText({}, this))
    , m_facts(new FactsGrid(this))
    , m_name(new QLineEdit(this))
    , m_nameField(new FormField(tr("&Name"), m_name, this))
    , m_place(new QComboBox(this))
    , m_placeField(new FormField(tr("&Location"), m_place, this))
    , m_key(new QLineEdit(this))
    , m_keyField(new FormField(tr("Public SSH &key"), m_key, this))
    , m_types(new ServerTypeList(m_draft, this))
    , m_priceCard(new Card(Card::Tone::Plain, this))
    , m_price(new FlowLabel(2, m_priceCard))
    , m_priceNote(makeText({}, m_priceCard))
    , m_warnings(new Card(Card::Tone::Warning, this))
    , m_steps(makeText({}, this))
    , m_create(addAction(ButtonKind::Take, u"server"_s, tr("Create server")))
{
    setObjectName(u"createServerDialog"_s);
    setMinimumWidth(leastDialogWidth);
    setTitle(tr("New server from %1").arg(Items::quotedName(snapshot.name)));
    setUpFields();
    setUpPlace();
    setUpKey();
    setUpPrice();
    content()->addWidget(m_meaning);
    content()->addLayout(makeColumns(), 1);
    setUpEnd();
    orderFocus();
    connect(m_types, &ServerTypeList::draftChanged, this, &CreateServerDialog::showDraft);
    connect(m_types, &ServerTypeList::retryClicked, this, &CreateServerDialog::askTypes);
    connect(m_create, &Button::clicked, this, &CreateServerDialog::confirm);
    fillPlaces();
    askTypes();
    m_name->setFocus();
    m_name->selectAll();
}

void CreateServerDialog::setUpFields()
{
    m_meaning->setObjectName(u"createServerMeaning"_s);
    setTextColour(m_meaning, ColourRole::Dim);
    m_meaning->setText(Items::newServerMeaning(m_draft, m_services.clock.now()));
    m_facts->setObjectName(u"createServerFacts"_s);
    m_name->setObjectName(u"createServerName"_s);
    m_name->setText(m_draft.name());
    connect(m_name, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_draft.typeName(text);
        showDraft();
    });
}

void CreateServerDialog::setUpPlace()
{
    m_place->setObjectName(u"createServerPlace"_s);
    m_place->setMaxVisibleItems(mostPlacesShown);
    m_place->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_place->setPlaceholderText(tr("Choose one…"));
    connect(m_place, &QComboBox::currentIndexChanged, this, [this](int index) {
        if (index >= 0) {
            m_draft.chooseLocation(m_draft.places().at(index).location.id);
            showDraft();
        }
    });
}

void CreateServerDialog::setUpKey()
{
    m_key->setObjectName(u"createServerKey"_s);
    m_key->setPlaceholderText(u"ssh-ed25519 AAAA…"_s);
    m_key->setFont(textFont(TextStyle::Fixed));
    m_keyField->setHelp(tr("Whoever has the private key to it can log in."));
    m_keyField->setVisible(m_draft.rules().needsSshKey);
    connect(m_key, &QLineEdit::textChanged, this, &CreateServerDialog::takeKey);
}

void CreateServerDialog::setUpPrice()
{
    m_price->setObjectName(u"createServerPrice"_s);
    m_price->setFont(textFont(TextStyle::Figure));
    m_priceNote->setObjectName(u"createServerPriceNote"_s);
    m_priceNote->setFont(textFont(TextStyle::Small));
    setTextColour(m_priceNote, ColourRole::Dim);
    m_priceCard->content()->addWidget(m_price);
    m_priceCard->content()->addWidget(m_priceNote);
}

QLayout *CreateServerDialog::makeColumns()
{
    auto *side = new QWidget(this);
    side->setFixedWidth(fieldsWidth);
    auto *fields = new QVBoxLayout(side);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(Metrics::margin);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_facts, m_nameField, m_placeField, m_keyField}) {
        fields->addWidget(field);
    }
    fields->addStretch(1);
    fields->addWidget(m_priceCard);
    auto *types = new QVBoxLayout;
    types->setSpacing(Metrics::space);
    auto *label = new QLabel(tr("Server &type"), this);
    label->setBuddy(m_types->searchField());
    types->addWidget(label);
    types->addWidget(m_types, 1);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(Metrics::pageMargin);
    columns->addWidget(side);
    columns->addLayout(types, 1);
    return columns;
}

void CreateServerDialog::setUpEnd()
{
    m_warnings->setObjectName(u"createServerWarnings"_s);
    const QStringList warnings = Items::newServerWarnings(m_draft);
    auto *points = new BulletList(m_warnings);
    points->setPoints(warnings);
    m_warnings->content()->addWidget(points);
    m_warnings->setVisible(!warnings.isEmpty());
    m_steps->setObjectName(u"createServerSteps"_s);
    m_steps->hide();
    setTextColour(m_steps, ColourRole::Dim);
    content()->addWidget(m_warnings);
    content()->addWidget(m_steps);
    // Nothing is destroyed by it: here Enter may do what the dialog is for.
    m_create->setAutoDefault(true);
    m_create->setDefault(true);
}

void CreateServerDialog::orderFocus()
{
    QWidget *before = m_name;
    for (QWidget *next : std::initializer_list<QWidget *>{
             m_place, m_key, m_types->searchField(), m_types->view(), m_create, cancelButton()}) {
        setTabOrder(before, next);
        before = next;
    }
}

void CreateServerDialog::askTypes()
{
    m_draft.setLoading();
    showDraft();
    m_services.listServerTypes(m_draft.facts().snapshot.key.account)
        .then(this,
              [this](const Domain::Result<QList<Domain::ServerType>> &types) { takeTypes(types); });
}

/// An account that is connected anew gives up what it was asked: nobody needs to be told of that.
void CreateServerDialog::takeTypes(const Domain::Result<QList<Domain::ServerType>> &types)
{
    const bool isGivenUp = !types && types.error().kind == Domain::ErrorKind::Cancelled;
    if (isGivenUp && !std::exchange(m_isAskingAgain, true)) {
        // Not from here: the old provider is on its way out.
        QMetaObject::invokeMethod(this, &CreateServerDialog::askTypes, Qt::QueuedConnection);
        return;
    }
    m_isAskingAgain = false;
    if (types) {
        m_draft.setTypes(*types);
    } else {
        m_draft.setFailed();
        m_types->setError(types.error());
    }
    fillPlaces();
    showDraft();
}

/// A private key leaves the field, and what the field could undo, before anything else is done.
void CreateServerDialog::takeKey(const QString &text)
{
    m_keyRefusal.clear();
    m_draft.typeSshKey(text);
    if (Items::isPrivateKey(text)) {
        const QSignalBlocker blocker(m_key);
        m_key->setText({});
        m_keyRefusal = Items::privateKeyText();
    }
    showDraft();
}

void CreateServerDialog::fillPlaces()
{
    const QSignalBlocker blocker(m_place);
    auto *model = new QStandardItemModel(m_place);
    for (const Items::ServerPlace &place : m_draft.places()) {
        const QString title = placeTitle(place.location);
        auto *item = new QStandardItem(
            place.reason.isEmpty() ? title
                                   : tr("%1: %2", "location and why not").arg(title, place.reason));
        item->setEnabled(place.reason.isEmpty());
        item->setToolTip(Items::plainToolTip(place.reason));
        model->appendRow(item);
    }
    m_place->setModel(model);
}

void CreateServerDialog::showDraft()
{
    const Items::ServerPlace *place = m_draft.place();
    const QSignalBlocker blocker(m_place);
    m_place->setCurrentIndex(
        place && m_place->count() > 0 ? int(place - m_draft.places().constData()) : -1);
    m_placeField->setVisible(m_draft.isPlaceAsked());
    // An empty field that nobody has touched is no mistake yet.
    m_nameField->setError(m_name->isModified() || !m_draft.name().isEmpty() ? m_draft.nameProblem()
                                                                            : QString());
    m_keyField->setError(m_draft.sshKey().isEmpty() ? m_keyRefusal : m_draft.keyProblem());
    m_types->showDraft();
    const Items::NewServerPrice price = Items::newServerPrice(m_draft);
    m_price->setText(price.figure);
    m_priceNote->setText(price.note);
    m_priceCard->setVisible(!price.figure.isEmpty());
    showFacts();
    showSteps();
    m_create->setDisabledReason(m_draft.problem());
    makeRoom();
}

/// What is said below a field may need more than there is; the dialog never shrinks meanwhile.
void CreateServerDialog::makeRoom()
{
    if (!isVisible()) {
        return;
    }
    layout()->activate();
    const int wanted = layout()->totalHeightForWidth(width());
    if (wanted > height()) {
        resize(width(), wanted);
    }
}

void CreateServerDialog::showFacts()
{
    QList<Fact> facts;
    const Inventory::AccountInventory *account =
        m_services.inventory.find(m_draft.facts().snapshot.key.account);
    if (account) {
        facts.append({tr("Account"), account->account.name, {}, {}, ColourRole::Text});
    }
    if (!m_draft.isPlaceAsked() && m_draft.place()) {
        const bool isBound = m_draft.rules().onlyAtSnapshotsLocation;
        facts.append({tr("Location"),
                      placeTitle(m_draft.place()->location),
                      isBound ? tr("Where the snapshot lies: this provider makes it nowhere else.")
                              : QString(),
                      {},
                      ColourRole::Text});
    }
    m_facts->setFacts(facts);
}

void CreateServerDialog::showSteps()
{
    const Inventory::AccountInventory *account =
        m_services.inventory.find(m_draft.facts().snapshot.key.account);
    std::optional<Operations::CreateServerOrder> wanted = order();
    if (!account || !wanted) {
        return;
    }
    // The steps are the same whatever is still to be typed.
    wanted->name = Items::proposedServerName(m_draft.facts());
    wanted->sshKey = u"ssh"_s;
    const Domain::Result<Domain::Operation> plan =
        Operations::planCreateServer(*wanted, account->capabilities,
                                     {Domain::OperationId{u"preview"_s}, m_services.clock.now()});
    if (plan && plan->steps.size() > 1) {
        m_steps->setText(numberedSteps(Items::stepTexts(plan->steps)));
        m_steps->show();
    }
}

/// As far as it is chosen: without a type there is none.
std::optional<Operations::CreateServerOrder> CreateServerDialog::order() const
{
    const Items::ServerTypeChoice *type = m_draft.type();
    if (!type) {
        return std::nullopt;
    }
    Operations::CreateServerOrder order;
    order.snapshot = m_draft.facts().snapshot;
    order.source = m_draft.facts().source;
    order.name = m_draft.name();
    order.type = type->type;
    if (const Items::ServerPlace *place = m_draft.place()) {
        order.location = place->location.id;
    }
    order.sshKey = m_draft.sshKey();
    return order;
}

void CreateServerDialog::confirm()
{
    const std::optional<Operations::CreateServerOrder> wanted = order();
    if (!wanted || !m_draft.problem().isEmpty()) {
        return;
    }
    Q_EMIT confirmed(*wanted);
    accept();
}

} // namespace Views
