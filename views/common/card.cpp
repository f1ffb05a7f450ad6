// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/card.h"

#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Views {

Card::Card(Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_tone(tone)
    , m_heading(new QLabel(this))
    , m_content(new QVBoxLayout(this))
{
    m_content->setContentsMargins(Metrics::margin, Metrics::margin - 2, Metrics::margin,
                                  Metrics::margin - 2);
    m_content->setSpacing(Metrics::space);
    m_heading->setTextFormat(Qt::PlainText);
    if (tone == Tone::Warning) {
        m_heading->setFont(textFont(TextStyle::BodyStrong));
    } else {
        setTextColour(m_heading, ColourRole::Dim);
    }
    m_heading->hide();
    m_content->addWidget(m_heading);
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::paintEvent(QPaintEvent *)
{
    const bool isWarning = m_tone == Tone::Warning;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Theme::colour(isWarning ? ColourRole::RollbackGround : ColourRole::Base));
    painter.setPen(Theme::colour(isWarning ? ColourRole::RollbackLine : ColourRole::Line));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                            Metrics::cardRadius);
}

BulletList::BulletList(QWidget *parent)
    : QWidget(parent)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Metrics::gap);
    grid->setVerticalSpacing(Metrics::space);
    grid->setColumnStretch(1, 1);
}

void BulletList::setPoints(const QStringList &points)
{
    if (points == m_points) {
        return;
    }
    m_points = points;
    auto *grid = static_cast<QGridLayout *>(layout());
    qDeleteAll(findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    int row = 0;
    for (const QString &point : points) {
        auto *dot = new QLabel(u"•"_s, this);
        QLabel *text = makeText(point, this);
        grid->addWidget(dot, row, 0, Qt::AlignTop);
        grid->addWidget(text, row, 1);
        dot->show();
        text->show();
        ++row;
    }
}

} // namespace Views
