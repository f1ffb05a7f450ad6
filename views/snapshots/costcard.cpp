// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/costcard.h"

#include "views/common/button.h"
#include "views/common/dialog.h"
#include "views/common/flowlabel.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

CostCard::CostCard(QWidget *parent)
    : Card(Tone::Plain, parent)
    , m_figure(new FlowLabel(2, this))
    , m_note(makeText({}, this))
    , m_enterPrices(
          new Button(ButtonKind::Plain, u"banknote"_s, tr("Prices of the account…"), this))
{
    setObjectName(u"costCard"_s);
    setHeading(tr("Cost, estimate"));
    m_figure->setObjectName(u"costFigure"_s);
    m_figure->setFont(textFont(TextStyle::Figure));
    m_note->setObjectName(u"costNote"_s);
    m_note->setFont(textFont(TextStyle::Small));
    setTextColour(m_note, ColourRole::Dim);
    m_enterPrices->setObjectName(u"enterPricesButton"_s);
    m_enterPrices->setButtonSize(ButtonSize::Small);
    m_enterPrices->setToolTip(
        tr("Enter what the operator's price list says. The costs are computed from it."));
    content()->addWidget(m_figure);
    content()->addWidget(m_note);
    content()->addWidget(m_enterPrices, 0, Qt::AlignLeft);
    connect(m_enterPrices, &Button::clicked, this, &CostCard::enterPricesClicked);
}

void CostCard::show(const QString &figure, const QString &note, Prices prices)
{
    m_figure->setText(figure);
    m_note->setText(note);
    m_enterPrices->setVisible(prices == Prices::CanBeEntered);
    setVisible(true);
}

} // namespace Views
