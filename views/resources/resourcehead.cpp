// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/resources/resourcehead.h"

#include "domain/clock.h"
#include "inventory/inventory.h"
#include "items/accounttitle.h"
#include "items/displaytext.h"
#include "items/resourcemodel.h"
#include "views/common/button.h"
#include "views/common/factsrow.h"
#include "views/common/flowlabel.h"
#include "views/common/icons.h"
#include "views/common/inlinebanner.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;
using Items::Cover;

namespace Views {

namespace {

constexpr int headIcon = 20;

InlineBanner::Kind bannerKindOf(Cover cover)
{
    return cover == Cover::Missing || cover == Cover::TooOld ? InlineBanner::Kind::Warning
                                                             : InlineBanner::Kind::Information;
}

} // namespace

ResourceHead::ResourceHead(const MainWindowServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_reasons(services.inventory)
    , m_facts(services.inventory)
    , m_back(new Button(ButtonKind::Quiet, u"chevron-left"_s, tr("Servers and volumes"), this))
    , m_iconRoom(new QWidget(this))
    , m_title(new FlowLabel(2, this))
    , m_context(new FlowLabel(1, this))
    , m_take(new Button(ButtonKind::Take, u"camera"_s, tr("Take snapshot"), this))
    , m_coverLine(new QWidget(this))
    , m_coverIcon(new QWidget(m_coverLine))
    , m_cover(new QLabel(m_coverLine))
    , m_warning(new InlineBanner(this))
    , m_row(new FactsRow(this))
{
    setObjectName(u"resourceHead"_s);
    setUp();
    connect(m_back, &Button::clicked, this, &ResourceHead::backClicked);
    connect(m_take, &Button::clicked, this, &ResourceHead::takeClicked);
}

void ResourceHead::setUp()
{
    m_back->setObjectName(u"resourceBackButton"_s);
    m_back->setButtonSize(ButtonSize::Small);
    m_title->setObjectName(u"resourceTitle"_s);
    m_title->setFont(textFont(TextStyle::Title));
    m_context->setObjectName(u"resourceContext"_s);
    setTextColour(m_context, ColourRole::Dim);
    m_take->setObjectName(u"resourceTakeButton"_s);
    m_cover->setObjectName(u"resourceCover"_s);
    m_cover->setTextFormat(Qt::PlainText);
    m_warning->setObjectName(u"resourceWarning"_s);
    m_warning->setShape(InlineBanner::Shape::Card);
    m_row->setObjectName(u"resourceFacts"_s);
    m_iconRoom->setFixedSize(headIcon, headIcon);
    m_coverIcon->setFixedSize(Metrics::iconSize, Metrics::iconSize);
    auto *cover = new QHBoxLayout(m_coverLine);
    cover->setContentsMargins(0, 0, 0, 0);
    cover->setSpacing(Metrics::gap - 2);
    cover->addWidget(m_coverIcon);
    cover->addWidget(m_cover, 1);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_title);
    names->addWidget(m_context);
    auto *top = new QHBoxLayout;
    top->setSpacing(Metrics::gap);
    top->addWidget(m_iconRoom, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    top->addWidget(m_take, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::wideMargin, Metrics::gap, Metrics::wideMargin,
                               Metrics::margin);
    column->setSpacing(Metrics::margin);
    column->addWidget(m_back, 0, Qt::AlignLeading);
    column->addLayout(top);
    column->addWidget(m_row);
    column->addWidget(m_coverLine);
    column->addWidget(m_warning);
}

void ResourceHead::show(const Domain::ResourceKey &key)
{
    const Items::ResourceRow *row = m_services.resources.row(key);
    setVisible(row != nullptr);
    if (!row) {
        return;
    }
    const QDateTime now = m_services.clock.now();
    const QString name = row->resource.name.isEmpty() ? key.id.value : row->resource.name;
    m_icon = key.kind == Domain::ResourceKind::Server ? u"server"_s : u"hard-drive"_s;
    m_title->setText(name);
    m_context->setText(tr("%1 · %2", "kind, then provider and account")
                           .arg(Items::kindText(key.kind),
                                Items::accountTitle(row->providerName, row->accountName)));
    const QString whyNot = m_reasons.takeOf(key);
    m_take->setDisabledReason(whyNot);
    m_take->setAccessibleName(tr("Take a snapshot of %1").arg(Items::inlineName(name)));
    m_row->setFacts(m_facts.ofPage(row->resource));
    const Cover cover = Items::coverOf(*row, now);
    const Items::CoverText text = Items::coverText(*row, now);
    const bool isCalm = text.meaning.isEmpty();
    m_isGood = cover == Cover::Good;
    m_coverLine->setVisible(isCalm);
    m_coverIcon->setVisible(m_isGood);
    m_cover->setText(text.title);
    m_cover->setToolTip(Items::isoText(row->lastGood));
    m_warning->setVisible(!isCalm);
    m_warning->setKind(bannerKindOf(cover));
    m_warning->setTitle(text.title);
    const bool isToTake = cover == Cover::Missing || cover == Cover::TooOld;
    m_warning->setMeaning(isToTake && !whyNot.isEmpty()
                              ? tr("%1 %2", "two sentences").arg(text.meaning, whyNot)
                              : text.meaning);
    update();
}

void ResourceHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::colour(ColourRole::Line));
    Icons::paint(&painter, m_iconRoom->geometry(), m_icon, Theme::colour(ColourRole::Dim),
                 headIcon);
    if (m_isGood && m_coverLine->isVisible()) {
        const QRect place(m_coverLine->mapTo(this, m_coverIcon->pos()), m_coverIcon->size());
        Icons::paint(&painter, place, u"circle-check"_s, Theme::colour(ColourRole::Take));
    }
}

} // namespace Views
