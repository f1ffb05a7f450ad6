// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/detailspanel.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/accounttitle.h"
#include "items/billtext.h"
#include "items/consequences.h"
#include "items/displaytext.h"
#include "items/pricenote.h"
#include "items/snapshotmodel.h"
#include "views/common/button.h"
#include "views/common/card.h"
#include "views/common/dialog.h"
#include "views/common/flowlabel.h"
#include "views/common/hairline.h"
#include "views/common/theme.h"
#include "views/servers/newfromsnapshotcard.h"
#include "views/snapshots/costcard.h"
#include "views/snapshots/snapshotlinks.h"

#include <QJsonDocument>
#include <QLabel>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int titleLines = 3;
constexpr int contextLines = 3;
constexpr int rawHeight = 260;
constexpr int leastWidth = 248;

QString indented(const QString &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    return document.isNull() ? json : QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

} // namespace

DetailsPanel::DetailsPanel(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_reasons(services.inventory, &services.snapshots)
    , m_facts(services.inventory)
    , m_area(new QScrollArea(this))
    , m_content(new QWidget)
    , m_footer(new QWidget(this))
{
    setObjectName(u"detailsPanel"_s);
    setAccessibleName(tr("Details"));
    setMinimumWidth(leastWidth);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setWidget(m_content);
    setUp();
    show(ActionTarget{});
}

void DetailsPanel::setUp()
{
    QWidget *content = m_content;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Metrics::wideMargin, Metrics::margin, Metrics::wideMargin,
                               Metrics::wideMargin);
    column->setSpacing(Metrics::margin);
    m_context = new FlowLabel(contextLines, content);
    m_context->setObjectName(u"detailsContext"_s);
    setTextColour(m_context, ColourRole::Dim);
    m_title = new FlowLabel(titleLines, content);
    m_title->setObjectName(u"detailsTitle"_s);
    m_title->setFont(textFont(TextStyle::Title));
    m_grid = new FactsGrid(content);
    m_grid->setObjectName(u"detailsFacts"_s);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(m_context);
    head->addWidget(m_title);
    column->addLayout(head);
    column->addWidget(m_grid);
    setUpCards(column);
    setUpRaw(column);
    column->addStretch(1);
    setUpButtons();
    auto *parts = new QVBoxLayout(this);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(0);
    parts->addWidget(m_area, 1);
    parts->addWidget(m_footer);
}

void DetailsPanel::setUpCards(QVBoxLayout *column)
{
    m_costCard = new CostCard(m_content);
    connect(m_costCard, &CostCard::enterPricesClicked, this,
            [this] { Q_EMIT enterPricesClicked(m_account); });
    m_billCard = new Card(Card::Tone::Plain, m_content);
    m_billCard->setObjectName(u"billCard"_s);
    m_billCard->setHeading(tr("How it is billed, estimate"));
    m_bill = new FactsGrid(m_billCard, FactsGrid::Names::Above);
    m_bill->setObjectName(u"billFacts"_s);
    m_billNote = makeText({}, m_billCard);
    m_billNote->setObjectName(u"billNote"_s);
    m_billNote->setFont(textFont(TextStyle::Small));
    setTextColour(m_billNote, ColourRole::Dim);
    m_billCard->content()->addWidget(m_bill);
    m_billCard->content()->addSpacing(Metrics::space);
    m_billCard->content()->addWidget(m_billNote);
    m_rollbackCard = new Card(Card::Tone::Plain, m_content);
    m_rollbackCard->setObjectName(u"rollbackCard"_s);
    m_consequences = new BulletList(m_rollbackCard);
    m_rollbackCard->content()->addWidget(m_consequences);
    m_newCard = new NewFromSnapshotCard(m_content);
    setUpLinks();
    for (Card *card : std::initializer_list<Card *>{m_costCard, m_partsCard, m_rollbackCard,
                                                    m_newCard, m_newerCard, m_billCard}) {
        column->addWidget(card);
    }
    connect(m_newCard, &NewFromSnapshotCard::createServerClicked, this,
            &DetailsPanel::createServerClicked);
    connect(m_newCard, &NewFromSnapshotCard::createVolumeClicked, this,
            &DetailsPanel::createVolumeClicked);
}

void DetailsPanel::setUpLinks()
{
    m_newerCard = new SnapshotLinks(u"newerSnapshot"_s, m_content);
    m_newerCard->setObjectName(u"newerCard"_s);
    m_partsCard = new SnapshotLinks(u"partSnapshot"_s, m_content);
    m_partsCard->setObjectName(u"partsCard"_s);
    for (SnapshotLinks *links : {m_newerCard, m_partsCard}) {
        connect(links, &SnapshotLinks::clicked, this, &DetailsPanel::snapshotClicked);
    }
}

/// Below what scrolls, so that they are always in sight.
void DetailsPanel::setUpButtons()
{
    auto *column = new QVBoxLayout(m_footer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new Hairline(Qt::Horizontal, m_footer));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Metrics::wideMargin, Metrics::margin, Metrics::wideMargin,
                            Metrics::margin);
    row->setSpacing(Metrics::gap);
    m_take = new Button(ButtonKind::Take, u"camera"_s, tr("Take snapshot"), m_footer);
    m_take->setObjectName(u"detailsTakeButton"_s);
    m_rollBack = new Button(ButtonKind::Rollback, u"rotate-ccw"_s, tr("Roll back"), m_footer);
    m_rollBack->setObjectName(u"detailsRollBackButton"_s);
    m_remove = new Button(ButtonKind::Remove, u"trash-2"_s, tr("Remove"), m_footer);
    m_remove->setObjectName(u"detailsRemoveButton"_s);
    row->addWidget(m_take);
    row->addWidget(m_rollBack);
    row->addWidget(m_remove);
    row->addStretch(1);
    column->addLayout(row);
    connect(m_take, &Button::clicked, this, &DetailsPanel::takeClicked);
    connect(m_rollBack, &Button::clicked, this, &DetailsPanel::rollBackClicked);
    connect(m_remove, &Button::clicked, this, &DetailsPanel::removeClicked);
}

void DetailsPanel::setUpRaw(QVBoxLayout *column)
{
    m_rawToggle = new Button(ButtonKind::Quiet, u"chevron-right"_s,
                             tr("What the provider says (JSON)"), m_content);
    m_rawToggle->setObjectName(u"detailsRawToggle"_s);
    m_rawToggle->setCheckable(true);
    m_rawToggle->setButtonSize(ButtonSize::Small);
    m_rawText = new QPlainTextEdit(m_content);
    m_rawText->setObjectName(u"detailsRaw"_s);
    m_rawText->setAccessibleName(tr("What the provider says, as JSON"));
    m_rawText->setReadOnly(true);
    m_rawText->setFont(textFont(TextStyle::Fixed));
    m_rawText->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_rawText->setFixedHeight(rawHeight);
    m_rawText->hide();
    column->addWidget(m_rawToggle, 0, Qt::AlignLeft);
    column->addWidget(m_rawText);
    connect(m_rawToggle, &Button::toggled, this, &DetailsPanel::showRaw);
}

void DetailsPanel::show(const ActionTarget &target)
{
    const Items::SnapshotRow *row =
        target.snapshots.size() == 1 ? m_services.snapshots.row(target.snapshots.first()) : nullptr;
    for (QWidget *part :
         QList<QWidget *>{m_costCard, m_partsCard, m_billCard, m_rollbackCard, m_newCard,
                          m_newerCard, m_rawToggle, m_rawText, m_take, m_rollBack, m_remove}) {
        part->setVisible(false);
    }
    if (row) {
        showSnapshot(*row);
    } else if (target.snapshots.size() > 1) {
        showSeveral(target.snapshots);
    } else if (target.resource && m_services.inventory.findResource(*target.resource)) {
        showResource(*target.resource);
    } else {
        showNothing();
    }
}

void DetailsPanel::setHeading(const QString &context, const QString &title)
{
    m_context->setText(context);
    m_context->setVisible(!context.isEmpty());
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_footer->show();
}

void DetailsPanel::showNothing()
{
    m_grid->setFacts({});
    setHeading(tr("Select a snapshot, server or volume to see its facts and what it costs."), {});
    m_footer->hide();
}

void DetailsPanel::showSnapshot(const Items::SnapshotRow &row)
{
    const QString source = row.sourceName.isEmpty() ? Items::kindText(row.snapshot.key.kind)
                                                    : Items::inlineName(row.sourceName);
    setHeading(tr("%1 · %2", "source, then provider and account")
                   .arg(source, Items::accountTitle(row.providerName, row.accountName)),
               Items::snapshotNameText(row.snapshot));
    m_grid->setFacts(m_facts.ofSnapshot(row, m_services.clock.now()));
    showCost(row);
    showParts(row);
    showBill(row);
    showConsequences(row);
    showNewer(row);
    const QList keys{row.snapshot.key};
    const bool isServer = row.snapshot.key.kind == Domain::SnapshotKind::Server;
    m_newCard->show(row.snapshot.key.kind,
                    isServer ? m_reasons.createServer(keys) : m_reasons.createVolume(keys));
    m_rollBack->setVisible(true);
    m_rollBack->setDisabledReason(m_reasons.rollBack(keys));
    m_remove->setVisible(true);
    m_remove->setDisabledReason(m_reasons.remove(keys));
    m_raw = row.snapshot.raw;
    m_rawToggle->setVisible(!m_raw.isEmpty());
    showRaw();
}

void DetailsPanel::showCost(const Items::SnapshotRow &row)
{
    if (!row.monthly) {
        showNoCost(row);
        return;
    }
    const std::optional<Domain::Money> soFar =
        m_services.prices.soFarThisMonth(row.snapshot, m_services.clock.now());
    QStringList notes{soFar ? tr("%1 so far this month, without tax").arg(Items::moneyText(*soFar))
                            : tr("Without tax")};
    if (const QString note = Items::priceNote(row.priceOrigin); !note.isEmpty()) {
        notes.append(note);
    }
    m_costCard->show(tr("%1 a month").arg(Items::moneyText(*row.monthly)), notes.join(u'\n'));
}

void DetailsPanel::showNoCost(const Items::SnapshotRow &row)
{
    if (row.partsBytes) {
        m_costCard->show(tr("nothing of its own", "cost"),
                         tr("Its volume snapshots are priced by themselves."));
        return;
    }
    m_account = row.snapshot.key.account;
    const Inventory::AccountInventory *found = m_services.inventory.find(m_account);
    const bool tellsNone = found && found->freshness == Inventory::Freshness::Fresh
        && found->prices.snapshots.isEmpty();
    const bool isSized = row.snapshot.sizeBytes || !row.snapshot.rawSize.isEmpty();
    m_costCard->show(tr("not known", "cost"),
                     isSized ? tr("The provider tells no price for it.")
                             : tr("The cost follows from the size, once it is ready."),
                     tellsNone ? CostCard::Prices::CanBeEntered : CostCard::Prices::Told);
}

/// What the figures above are made from.
void DetailsPanel::showBill(const Items::SnapshotRow &row)
{
    const QDateTime now = m_services.clock.now();
    const Items::BillText text = Items::billText(m_services.prices.bill(row.snapshot, now), now);
    QList<Fact> facts;
    for (const Items::BillLine &line : text.lines) {
        facts.append({line.label, line.value, line.hint, {}, ColourRole::Text});
    }
    m_billCard->setVisible(true);
    m_bill->setFacts(facts);
    m_billNote->setText(text.note);
}

void DetailsPanel::showConsequences(const Items::SnapshotRow &row)
{
    m_rollbackCard->setVisible(true);
    const Domain::Resource *source = m_facts.source(row.snapshot);
    const QString why = m_reasons.rollBack({row.snapshot.key});
    if (!why.isEmpty()) {
        m_rollbackCard->setHeading(tr("Why it can't be rolled back to"));
        m_consequences->setPoints({why});
    } else if (source) {
        m_rollbackCard->setHeading(tr("If you roll back"));
        m_consequences->setPoints(Items::rollbackConsequences(
            m_facts.rollback(row.snapshot, *source, m_services.clock.now())));
    } else {
        m_rollbackCard->setHeading(tr("If you roll back"));
        m_consequences->setPoints(
            {tr("Its server no longer exists. You choose another one, which is overwritten.")});
    }
}

void DetailsPanel::showNewer(const Items::SnapshotRow &row)
{
    const QList<Domain::Snapshot> newer = m_facts.newerThan(row.snapshot);
    m_newerCard->show(tr("%n newer snapshot(s) of it", nullptr, static_cast<int>(newer.size())),
                      newerLinks(newer, m_services.clock.now()));
}

/// Of a server whose disks are volumes: where its data is.
void DetailsPanel::showParts(const Items::SnapshotRow &row)
{
    const QList<Domain::Snapshot> parts = m_facts.parts(row.snapshot);
    m_partsCard->show(parts.size() == 1 ? tr("Its volume snapshot") : tr("Its volume snapshots"),
                      partLinks(parts, m_facts, row.sizeUnit),
                      parts.size() == row.snapshot.parts.size()
                          ? QString()
                          : tr("Not all volume snapshots that it is made of are there any more: it "
                               "can't be used."));
}

void DetailsPanel::showRaw()
{
    const bool isOpen = m_rawToggle->isChecked() && !m_raw.isEmpty();
    m_rawToggle->setIconName(isOpen ? u"chevron-down"_s : u"chevron-right"_s);
    m_rawText->setVisible(isOpen);
    if (!isOpen) {
        return;
    }
    const QString text = indented(m_raw);
    if (m_rawText->toPlainText() != text) {
        m_rawText->setPlainText(text);
    }
}

void DetailsPanel::showSeveral(const QList<Domain::SnapshotKey> &keys)
{
    const Items::SnapshotSummary summary = m_services.snapshots.summaryOf(keys);
    setHeading(tr("Selected"), tr("%n snapshot(s)", nullptr, static_cast<int>(summary.count)));
    QList<Fact> facts;
    if (summary.bytes > 0) {
        const Items::SnapshotRow *first = m_services.snapshots.row(keys.first());
        facts.append(
            {tr("Size in all"),
             Items::sizeText(summary.bytes, first ? first->sizeUnit : Domain::SizeUnit::Gigabyte),
             {},
             {},
             ColourRole::Text});
    }
    m_grid->setFacts(facts);
    if (!summary.monthly.isEmpty()) {
        m_costCard->show(tr("%1 a month").arg(Items::moneyListText(summary.monthly)),
                         tr("What removing them saves, without tax"));
    }
    m_remove->setVisible(true);
    m_remove->setDisabledReason(m_reasons.remove(keys));
}

void DetailsPanel::showResource(const Domain::ResourceKey &key)
{
    const Domain::Resource &resource = *m_services.inventory.findResource(key);
    const Inventory::AccountInventory *account = m_services.inventory.find(key.account);
    setHeading(tr("%1 · %2", "kind and account")
                   .arg(Items::kindText(key.kind),
                        Items::inlineName(account ? account->account.name : QString())),
               resource.name);
    m_grid->setFacts(m_facts.ofResource(resource, m_services.clock.now()));
    const std::optional<Domain::UnitPrice> price =
        m_services.prices.unitPrice(key.account, key.kind, resource.location);
    if (price) {
        m_costCard->show(Items::unitPriceText(*price,
                                              account ? account->capabilities.sizeUnit
                                                      : Domain::SizeUnit::Gigabyte),
                         Items::firstCostNote(
                             m_services.prices.origin(key.account, key.kind, resource.location)));
    }
    m_take->setVisible(true);
    m_take->setDisabledReason(m_reasons.takeOf(key));
}

} // namespace Views
