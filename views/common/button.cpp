// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/button.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QEnterEvent>
#include <QPainter>
#include <QStyleOptionButton>

namespace Views {

namespace {

constexpr int wordGap = 6;
constexpr int chevronSize = 12;

/// Towards the text's colour for a pressed button, less so for one under the pointer.
QColor mixed(const QColor &colour, const QColor &other, int percent)
{
    const auto channel = [percent](int a, int b) {
        return (a * (100 - percent) + b * percent) / 100;
    };
    return QColor(channel(colour.red(), other.red()), channel(colour.green(), other.green()),
                  channel(colour.blue(), other.blue()));
}

} // namespace

Button::Button(ButtonKind kind, const QString &iconName, const QString &text, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
    , m_iconName(iconName)
{
    setAttribute(Qt::WA_Hover);
    setAutoDefault(false);
    QSizePolicy policy(QSizePolicy::Fixed, QSizePolicy::Fixed, QSizePolicy::PushButton);
    setSizePolicy(policy);
}

void Button::setKind(ButtonKind kind)
{
    m_kind = kind;
    update();
}

void Button::setIconName(const QString &name)
{
    m_iconName = name;
    updateGeometry();
    update();
}

void Button::setButtonSize(ButtonSize size)
{
    m_size = size;
    setFont(textFont(size == ButtonSize::Small ? TextStyle::Small : TextStyle::Body));
    updateGeometry();
}

void Button::setButtonText(ButtonText buttonText)
{
    if (m_buttonText == buttonText) {
        return;
    }
    m_buttonText = buttonText;
    if (buttonText == ButtonText::Hidden && toolTip().isEmpty()) {
        setToolTip(text().remove(u'&'));
    }
    updateGeometry();
    update();
}

void Button::setButtonContent(ButtonContent content)
{
    m_content = content;
    const bool isLeading = content == ButtonContent::Leading;
    setSizePolicy(isLeading ? QSizePolicy::Ignored : QSizePolicy::Fixed, QSizePolicy::Fixed);
    update();
}

void Button::setDisabledReason(const QString &reason, const QString &enabledToolTip)
{
    setEnabled(reason.isEmpty());
    setToolTip(reason.isEmpty() ? enabledToolTip : reason);
    setAccessibleDescription(reason);
}

QSize Button::sizeHint() const
{
    ensurePolished();
    const bool isSmall = m_size == ButtonSize::Small;
    const int padding = isSmall ? Metrics::gap : Metrics::margin;
    const int least = isSmall ? Metrics::smallControlHeight : Metrics::controlHeight;
    const int height = qMax(least, fontMetrics().height() + 2 * Metrics::space);
    const bool hasWord = m_buttonText == ButtonText::Beside && !text().isEmpty();
    if (!hasWord) {
        return {height, height};
    }
    int width = 2 * padding + fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    if (!m_iconName.isEmpty()) {
        width += Metrics::iconSize + wordGap;
    }
    if (menu()) {
        width += chevronSize + Metrics::space;
    }
    return {width, height};
}

QSize Button::minimumSizeHint() const
{
    return sizeHint();
}

Button::Look Button::lookWhenEnabled() const
{
    const auto of = [](ColourRole role) {
        return Theme::colour(role);
    };
    switch (m_kind) {
    case ButtonKind::Take:
        return {of(ColourRole::Take), of(ColourRole::Take), of(ColourRole::OnTake)};
    case ButtonKind::Rollback:
        return {of(ColourRole::RollbackGround), of(ColourRole::RollbackLine),
                of(ColourRole::Rollback)};
    case ButtonKind::Remove:
        return {of(ColourRole::RemoveGround), of(ColourRole::RemoveLine), of(ColourRole::Remove)};
    case ButtonKind::RefreshOutline:
        return {of(ColourRole::Base), of(ColourRole::Take), of(ColourRole::Take)};
    case ButtonKind::Primary:
        return {of(ColourRole::Accent), of(ColourRole::Accent), of(ColourRole::OnAccent)};
    case ButtonKind::RollbackStrong:
        return {of(ColourRole::Rollback), of(ColourRole::Rollback), of(ColourRole::OnRollback)};
    case ButtonKind::RemoveStrong:
        return {of(ColourRole::Remove), of(ColourRole::Remove), of(ColourRole::OnRemove)};
    case ButtonKind::Plain:
        return {of(ColourRole::Base), of(ColourRole::FieldLine), of(ColourRole::Text)};
    case ButtonKind::Quiet:
        break;
    }
    return {QColor(Qt::transparent), QColor(Qt::transparent), of(ColourRole::Text)};
}

Button::Look Button::look() const
{
    Look look = lookWhenEnabled();
    const bool isQuiet = m_kind == ButtonKind::Quiet;
    if (!isEnabled()) {
        const QColor none(Qt::transparent);
        look.ground = isQuiet ? none : Theme::colour(ColourRole::Hover);
        look.line = isQuiet ? none : Theme::colour(ColourRole::Line);
        look.text = Theme::colour(ColourRole::Disabled);
        return look;
    }
    const bool isHot = underMouse() && testAttribute(Qt::WA_UnderMouse);
    const int percent = isDown() || isChecked() ? 16 : (isHot ? 8 : 0);
    if (percent > 0) {
        const QColor from = isQuiet ? Theme::colour(ColourRole::Window) : look.ground;
        look.ground = mixed(from, look.text, percent);
    }
    return look;
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Look current = look();
    paintFrame(painter, current);
    paintContent(painter, current);
}

void Button::paintFrame(QPainter &painter, const Look &look) const
{
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(look.line);
    painter.setBrush(look.ground);
    const qreal radius = Metrics::controlRadius - 0.5;
    painter.drawRoundedRect(frame, radius, radius);
    if (!hasFocus() || !window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        return;
    }
    // A gap of the ground's colour between button and ring, so that the ring shows on any kind.
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(Theme::colour(ColourRole::Base), 3));
    painter.drawRoundedRect(frame.adjusted(1.5, 1.5, -1.5, -1.5), radius - 1, radius - 1);
    painter.setPen(QPen(Theme::colour(ColourRole::Accent), 2));
    painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void Button::paintContent(QPainter &painter, const Look &look) const
{
    const bool hasWord = m_buttonText == ButtonText::Beside && !text().isEmpty();
    if (!hasWord) {
        Icons::paint(&painter, rect(), m_iconName, look.text, Metrics::iconSize);
        return;
    }
    const int padding = m_size == ButtonSize::Small ? Metrics::gap : Metrics::margin;
    QRect content = rect().adjusted(padding, 0, -padding, 0);
    if (menu()) {
        const QRect chevron(content.right() - chevronSize + 1, content.top(), chevronSize,
                            content.height());
        Icons::paint(&painter, QStyle::visualRect(layoutDirection(), content, chevron),
                     QStringLiteral("chevron-down"), look.text, chevronSize);
        content.setRight(chevron.left() - Metrics::space);
    }
    const int iconWidth = m_iconName.isEmpty() ? 0 : Metrics::iconSize + wordGap;
    const int room = content.width() - iconWidth;
    QString shown = text();
    int textWidth = fontMetrics().size(Qt::TextShowMnemonic, shown).width();
    if (textWidth > room) {
        shown = fontMetrics().elidedText(shown, Qt::ElideRight, room);
        textWidth = fontMetrics().size(Qt::TextShowMnemonic, shown).width();
    }
    const int spare = m_content == ButtonContent::Centred ? qMax(0, room - textWidth) / 2 : 0;
    const int left = content.left() + spare;
    if (iconWidth > 0) {
        const QRect icon(left, content.top(), Metrics::iconSize, content.height());
        Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), m_iconName,
                     look.text, Metrics::iconSize);
    }
    painter.setPen(look.text);
    paintWord(painter, QRect(left + iconWidth, content.top(), textWidth + 1, content.height()),
              shown);
}

void Button::paintWord(QPainter &painter, const QRect &word, const QString &text) const
{
    QStyleOptionButton option;
    option.initFrom(this);
    const bool isUnderlined = style()->styleHint(QStyle::SH_UnderlineShortcut, &option, this);
    const int flags = static_cast<int>(Qt::AlignCenter) | static_cast<int>(Qt::TextSingleLine)
        | static_cast<int>(isUnderlined ? Qt::TextShowMnemonic : Qt::TextHideMnemonic);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), word), flags, text);
}

void Button::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void Button::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace Views
