// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/stylepainter.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QPainter>
#include <QStyleOption>
#include <QWidget>

using namespace Qt::StringLiterals;

namespace Views::StylePainter {

namespace {

constexpr qreal indicatorRadius = 4;

QRectF halfPixelInside(const QRect &rectangle)
{
    return QRectF(rectangle).adjusted(0.5, 0.5, -0.5, -0.5);
}

/// Saves and restores around one element.
class Painting
{
public:
    explicit Painting(QPainter *painter)
        : m_painter(painter)
    {
        m_painter->save();
        m_painter->setRenderHint(QPainter::Antialiasing);
    }
    ~Painting() { m_painter->restore(); }
    Painting(const Painting &) = delete;
    Painting &operator=(const Painting &) = delete;

private:
    QPainter *m_painter;
};

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

} // namespace

void field(QPainter *painter, const QStyleOption &option, const QWidget *widget)
{
    const Painting painting(painter);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool hasFocus = has(option, QStyle::State_HasFocus);
    const bool isInvalid = widget && widget->property("isInvalid").toBool();
    QColor line = Theme::colour(isEnabled ? ColourRole::FieldLine : ColourRole::Line);
    if (isInvalid) {
        line = Theme::colour(ColourRole::Remove);
    } else if (hasFocus) {
        line = Theme::colour(ColourRole::Accent);
    }
    const qreal width = hasFocus ? 1.5 : 1;
    const qreal inset = width / 2;
    painter->setBrush(Theme::colour(isEnabled ? ColourRole::Base : ColourRole::Window));
    painter->setPen(QPen(line, width));
    painter->drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset),
                             Metrics::controlRadius, Metrics::controlRadius);
}

void plainButton(QPainter *painter, const QStyleOption &option)
{
    const Painting painting(painter);
    const bool isDown = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    const bool isHot = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->setBrush(Theme::colour(isDown || isHot ? ColourRole::Hover : ColourRole::Base));
    painter->setPen(Theme::colour(has(option, QStyle::State_Enabled) ? ColourRole::FieldLine
                                                                     : ColourRole::Line));
    painter->drawRoundedRect(halfPixelInside(option.rect), Metrics::controlRadius,
                             Metrics::controlRadius);
}

void focusRing(QPainter *painter, const QRect &rectangle)
{
    const Painting painting(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(Theme::colour(ColourRole::Accent), 2));
    painter->drawRoundedRect(QRectF(rectangle).adjusted(1, 1, -1, -1), Metrics::controlRadius - 1,
                             Metrics::controlRadius - 1);
}

void checkBox(QPainter *painter, const QStyleOption &option)
{
    const Painting painting(painter);
    const bool isEnabled = has(option, QStyle::State_Enabled);
    const bool isOn = has(option, QStyle::State_On);
    const bool isMarked = isOn || has(option, QStyle::State_NoChange);
    const ColourRole fill = isEnabled ? ColourRole::Accent : ColourRole::Disabled;
    painter->setBrush(Theme::colour(isMarked ? fill : ColourRole::Base));
    painter->setPen(Theme::colour(isMarked ? fill : ColourRole::FieldLine));
    painter->drawRoundedRect(halfPixelInside(option.rect), indicatorRadius, indicatorRadius);
    if (isOn) {
        Icons::paint(painter, option.rect, u"check"_s, Theme::colour(ColourRole::OnAccent),
                     option.rect.width() - 4);
    } else if (isMarked) {
        painter->setPen(QPen(Theme::colour(ColourRole::OnAccent), 2));
        const QPointF middle = QRectF(option.rect).center();
        painter->drawLine(middle - QPointF(4, 0), middle + QPointF(4, 0));
    }
}

void radioButton(QPainter *painter, const QStyleOption &option)
{
    const Painting painting(painter);
    const bool isOn = has(option, QStyle::State_On);
    const ColourRole fill =
        has(option, QStyle::State_Enabled) ? ColourRole::Accent : ColourRole::Disabled;
    painter->setBrush(Theme::colour(isOn ? fill : ColourRole::Base));
    painter->setPen(Theme::colour(isOn ? fill : ColourRole::FieldLine));
    painter->drawEllipse(halfPixelInside(option.rect));
    if (isOn) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(Theme::colour(ColourRole::OnAccent));
        const qreal dot = option.rect.width() / 5.0;
        painter->drawEllipse(QRectF(option.rect).center(), dot, dot);
    }
}

void scrollBar(QPainter *painter, const QStyleOptionSlider &option, const QRect &slider)
{
    if (option.minimum == option.maximum) {
        return;
    }
    const Painting painting(painter);
    const bool isHot = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    QColor colour = Theme::colour(ColourRole::Dim);
    colour.setAlpha(isHot ? 170 : 90);
    painter->setPen(Qt::NoPen);
    painter->setBrush(colour);
    const QRectF thumb = QRectF(slider).adjusted(3, 3, -3, -3);
    const qreal radius = qMin(thumb.width(), thumb.height()) / 2;
    painter->drawRoundedRect(thumb, radius, radius);
}

void headerSection(QPainter *painter, const QStyleOptionHeader &option)
{
    const Painting painting(painter);
    const bool isHot = has(option, QStyle::State_MouseOver) && has(option, QStyle::State_Enabled);
    painter->fillRect(option.rect, Theme::colour(isHot ? ColourRole::Hover : ColourRole::Window));
    painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                      Theme::colour(ColourRole::Line));
}

void headerLabel(QPainter *painter, const QStyleOptionHeader &option, int stripe)
{
    constexpr int arrowSize = 12;
    const Painting painting(painter);
    painter->setFont(textFont(TextStyle::Header));
    const QFontMetrics metrics(painter->font());
    const bool isSorted = option.sortIndicator != QStyleOptionHeader::None;
    const bool isRight = option.textAlignment.testFlag(Qt::AlignRight);
    const bool isFirst = option.position == QStyleOptionHeader::Beginning
        || option.position == QStyleOptionHeader::OnlyOneSection;
    const int leading = Metrics::gap + (isFirst ? stripe : 0);
    const QRect rectangle = option.rect.adjusted(leading, 0, -Metrics::gap, 0);
    const int room = rectangle.width() - (isSorted ? arrowSize + 2 : 0);
    const QString text = metrics.elidedText(option.text, Qt::ElideRight, room);
    const int width = metrics.horizontalAdvance(text);
    const int total = width + (isSorted ? arrowSize + 2 : 0);
    const int left = isRight ? rectangle.right() + 1 - total : rectangle.left();
    const auto visual = [&option](const QRect &logical) {
        return QStyle::visualRect(option.direction, option.rect, logical);
    };
    painter->setPen(Theme::colour(isSorted ? ColourRole::Text : ColourRole::Dim));
    painter->drawText(visual(QRect(left, rectangle.top(), width + 1, rectangle.height())),
                      Qt::AlignVCenter | Qt::AlignHCenter | Qt::TextSingleLine, text);
    if (isSorted) {
        // Qt calls it "down" when values grow downwards; people read the arrow the other way.
        const bool isAscending = option.sortIndicator == QStyleOptionHeader::SortDown;
        Icons::paint(
            painter,
            visual(QRect(left + width + 2, rectangle.top(), arrowSize, rectangle.height())),
            isAscending ? u"chevron-up"_s : u"chevron-down"_s, Theme::colour(ColourRole::Text),
            arrowSize);
    }
}

void tabShape(QPainter *painter, const QStyleOptionTab &option)
{
    const Painting painting(painter);
    const bool isCurrent = has(option, QStyle::State_Selected);
    if (isCurrent) {
        painter->fillRect(
            QRect(option.rect.left(), option.rect.bottom() - 1, option.rect.width(), 2),
            Theme::colour(ColourRole::Accent));
    }
}

void tabLabel(QPainter *painter, const QStyleOptionTab &option)
{
    const Painting painting(painter);
    const bool isCurrent = has(option, QStyle::State_Selected);
    const bool isHot = has(option, QStyle::State_MouseOver);
    painter->setFont(textFont(isCurrent ? TextStyle::BodyStrong : TextStyle::Body));
    painter->setPen(Theme::colour(isCurrent || isHot ? ColourRole::Text : ColourRole::Dim));
    painter->drawText(option.rect, Qt::AlignCenter | Qt::TextShowMnemonic, option.text);
    if (has(option, QStyle::State_HasFocus) && has(option, QStyle::State_KeyboardFocusChange)) {
        focusRing(painter, option.rect.adjusted(1, 6, -1, -6));
    }
}

void frame(QPainter *painter, const QRect &rectangle)
{
    const Painting painting(painter);
    painter->setBrush(Qt::NoBrush);
    painter->setPen(Theme::colour(ColourRole::Line));
    painter->drawRect(halfPixelInside(rectangle));
}

void popupPanel(QPainter *painter, const QRect &rectangle)
{
    const Painting painting(painter);
    painter->setRenderHint(QPainter::Antialiasing, false);
    painter->setBrush(Theme::colour(ColourRole::Base));
    painter->setPen(Theme::colour(ColourRole::FieldLine));
    painter->drawRect(rectangle.adjusted(0, 0, -1, -1));
}

} // namespace Views::StylePainter
