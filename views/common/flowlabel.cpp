// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/flowlabel.h"

#include "items/displaytext.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int leastCharacters = 8;
constexpr int mostCharacters = 48;

/// Identifiers in parts may be broken after any of them; by its own rules Unicode breaks only some.
QString breakable(const QString &paragraph)
{
    return paragraph.contains(u' ') ? paragraph : QString(paragraph).replace(u"-"_s, u"-\u200b"_s);
}
} // namespace

FlowLabel::FlowLabel(int maximumLines, QWidget *parent)
    : QLabel(parent)
    , m_maximumLines(maximumLines)
{
    setTextFormat(Qt::PlainText);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void FlowLabel::setHint(const QString &hint)
{
    m_hint = hint;
}

FlowLabel::Lines FlowLabel::linesFor(int width) const
{
    Lines lines;
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    const QStringList paragraphs = text().split(u'\n');
    for (const QString &whole : paragraphs) {
        const QString paragraph = breakable(whole);
        QTextLayout layout(paragraph, font());
        layout.setTextOption(option);
        layout.beginLayout();
        while (true) {
            QTextLine line = layout.createLine();
            if (!line.isValid()) {
                break;
            }
            line.setLineWidth(width);
            if (lines.texts.size() == m_maximumLines) {
                lines.isCut = true;
                break;
            }
            lines.texts.append(paragraph.mid(line.textStart(), line.textLength()));
            if (lines.texts.size() == m_maximumLines) {
                // What is left belongs to the last line, to be cut there.
                lines.texts.last() = paragraph.mid(line.textStart());
            }
        }
        layout.endLayout();
    }
    if (!lines.texts.isEmpty()) {
        QString &last = lines.texts.last();
        const QString elided = fontMetrics().elidedText(last, Qt::ElideRight, width);
        lines.isCut = lines.isCut || elided != last;
        last = elided;
    }
    return lines;
}

int FlowLabel::heightForWidth(int width) const
{
    const auto count = static_cast<int>(qMax(qsizetype(1), linesFor(width).texts.size()));
    return fontMetrics().height() + (count - 1) * fontMetrics().lineSpacing();
}

QSize FlowLabel::sizeHint() const
{
    const int most = fontMetrics().averageCharWidth() * mostCharacters;
    int width = 0;
    const QStringList paragraphs = text().split(u'\n');
    for (const QString &paragraph : paragraphs) {
        width = qMax(width, fontMetrics().horizontalAdvance(paragraph) + 1);
    }
    width = qMin(width, most);
    return {width, heightForWidth(width)};
}

QSize FlowLabel::minimumSizeHint() const
{
    const int least = fontMetrics().averageCharWidth() * leastCharacters;
    return {qMin(least, sizeHint().width()), fontMetrics().height()};
}

void FlowLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    const Lines lines = linesFor(width());
    int top = 0;
    const Qt::Alignment leading = QStyle::visualAlignment(layoutDirection(), alignment());
    const int flags = static_cast<int>(leading & Qt::AlignHorizontal_Mask) | Qt::TextSingleLine
        | static_cast<int>(lines.texts.size() == 1 ? Qt::AlignVCenter : Qt::AlignTop);
    for (const QString &line : lines.texts) {
        const int room = lines.texts.size() == 1 ? height() : fontMetrics().height();
        painter.drawText(QRect(0, top, width(), room), flags, line);
        top += fontMetrics().lineSpacing();
    }
}

void FlowLabel::resizeEvent(QResizeEvent *event)
{
    QLabel::resizeEvent(event);
    updateGeometry();
}

bool FlowLabel::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QString whole = linesFor(width()).isCut ? Items::plainToolTip(text()) : m_hint;
        QToolTip::showText(help->globalPos(), whole, this);
        return true;
    }
    return QLabel::event(event);
}

} // namespace Views
