// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/factsrow.h"

#include "items/displaytext.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QStyle>
#include <QVBoxLayout>

namespace Views {

namespace {

constexpr int mostTileWidth = 220;

QLabel *makeTileText(const QString &text, ColourRole role, QWidget *tile)
{
    auto *label = new QLabel(tile);
    label->setTextFormat(Qt::PlainText);
    setTextColour(label, role);
    label->setText(
        label->fontMetrics().elidedText(text.simplified(), Qt::ElideRight, mostTileWidth));
    return label;
}

QWidget *makeTile(const Fact &fact, QWidget *parent)
{
    auto *tile = new QWidget(parent);
    auto *column = new QVBoxLayout(tile);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    QLabel *name = makeTileText(fact.label, ColourRole::Dim, tile);
    name->setFont(textFont(TextStyle::Small));
    column->addWidget(name);
    column->addWidget(makeTileText(fact.value, fact.role, tile));
    tile->setToolTip(Items::plainToolTip(fact.hint.isEmpty() ? fact.value : fact.hint));
    return tile;
}

} // namespace

FactsRow::FactsRow(QWidget *parent)
    : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FactsRow::setFacts(const QList<Fact> &facts)
{
    if (facts == m_facts) {
        return;
    }
    m_facts = facts;
    qDeleteAll(m_tiles);
    m_tiles.clear();
    for (const Fact &fact : facts) {
        QWidget *tile = makeTile(fact, this);
        m_tiles.append(tile);
        tile->show();
    }
    arrange(width(), Move::Yes);
    updateGeometry();
}

int FactsRow::arrange(int width, Move move) const
{
    int left = 0;
    int top = 0;
    int height = 0;
    for (QWidget *tile : m_tiles) {
        const QSize size = tile->sizeHint();
        if (left > 0 && left + size.width() > width) {
            left = 0;
            top += height + Metrics::gap;
        }
        if (move == Move::Yes) {
            tile->setGeometry(
                QStyle::visualRect(layoutDirection(), rect(), QRect(QPoint(left, top), size)));
        }
        height = size.height();
        left += size.width() + Metrics::pageMargin;
    }
    return top + height;
}

int FactsRow::heightForWidth(int width) const
{
    return arrange(width, Move::No);
}

QSize FactsRow::sizeHint() const
{
    return {0, arrange(qMax(width(), 1), Move::No)};
}

void FactsRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange(width(), Move::Yes);
    updateGeometry();
}

} // namespace Views
