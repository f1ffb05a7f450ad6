// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/progressline.h"

#include "views/common/theme.h"

#include <QPainter>
#include <QStyle>

namespace Views {

namespace {
constexpr int thickness = 6;
constexpr int usualWidth = 180;
constexpr int leastLineWidth = 60;
} // namespace

ProgressLine::ProgressLine(QWidget *parent)
    : QProgressBar(parent)
{
    setRange(0, 100);
    setTextVisible(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize ProgressLine::sizeHint() const
{
    return {usualWidth, thickness};
}

QSize ProgressLine::minimumSizeHint() const
{
    return {leastLineWidth, thickness};
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal radius = height() / 2.0;
    // With an outline, since in high contrast a filled groove would look like the bar itself.
    painter.setPen(Theme::colour(ColourRole::Line));
    painter.setBrush(Theme::colour(ColourRole::Hover));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setPen(Qt::NoPen);
    const int done = width() * (value() - minimum()) / qMax(1, maximum() - minimum());
    if (done > 0) {
        painter.setBrush(Theme::colour(ColourRole::Take));
        const QRect bar(0, 0, qMax(done, height()), height());
        painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), rect(), bar), radius, radius);
    }
}

} // namespace Views
