// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/wizard/steprail.h"

#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int railWidth = 184;
constexpr int markWidth = 16;
} // namespace

RailStep::RailStep(QWidget *parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailStep::setStep(int number, const QString &title, const QString &answer)
{
    m_number = number;
    m_answer = answer.simplified();
    setText(title);
    setToolTip(m_answer);
    setAccessibleName(
        m_answer.isEmpty()
            ? tr("Step %L1, %2", "number and title").arg(number).arg(title)
            : tr("Step %L1, %2: %3", "number, title and answer").arg(number).arg(title, m_answer));
    updateGeometry();
    update();
}

void RailStep::setMark(Mark mark)
{
    m_mark = mark;
    update();
}

QSize RailStep::sizeHint() const
{
    const int title = QFontMetrics(textFont(TextStyle::BodyStrong)).height();
    const int answer = QFontMetrics(textFont(TextStyle::Small)).height();
    return {railWidth - 2 * Metrics::gap, title + answer + 2 * Metrics::gap};
}

QColor RailStep::titleColour() const
{
    if (m_mark == Mark::Current) {
        return Theme::colour(ColourRole::Accent);
    }
    return Theme::colour(isEnabled() ? ColourRole::Text : ColourRole::Dim);
}

/// Enter on a step leads to it, not on to the next one.
void RailStep::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        click();
    } else {
        QAbstractButton::keyPressEvent(event);
    }
}

void RailStep::paintGround(QPainter &painter) const
{
    const QRectF frame = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    const bool isCurrent = m_mark == Mark::Current;
    if (isCurrent || (underMouse() && isEnabled())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(Theme::colour(isCurrent ? ColourRole::AccentGround : ColourRole::Hover));
        painter.drawRoundedRect(frame, Metrics::controlRadius, Metrics::controlRadius);
    }
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(Theme::colour(ColourRole::Accent), 2));
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), Metrics::controlRadius,
                                Metrics::controlRadius);
    }
}

void RailStep::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintGround(painter);
    const QFont titleFont =
        textFont(m_mark == Mark::Current ? TextStyle::BodyStrong : TextStyle::Body);
    const int left = Metrics::gap + markWidth + Metrics::gap;
    const int titleHeight = QFontMetrics(titleFont).height();
    const int top = m_answer.isEmpty() ? (height() - titleHeight) / 2 : Metrics::gap;
    const QRect title(left, top, width() - left - Metrics::gap, titleHeight);
    const QRect mark(Metrics::gap, title.top(), markWidth, title.height());
    const auto visual = [this](const QRect &logical) {
        return QStyle::visualRect(layoutDirection(), rect(), logical);
    };
    const auto write = [&](const QRect &place, const QString &text) {
        const int flags =
            static_cast<int>(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft))
            | static_cast<int>(Qt::AlignVCenter) | static_cast<int>(Qt::AlignAbsolute);
        painter.drawText(visual(place), flags,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width()));
    };
    painter.setFont(titleFont);
    painter.setPen(titleColour());
    write(title, text());
    if (m_mark == Mark::Answered) {
        Icons::paint(&painter, visual(mark), u"check"_s, Theme::colour(ColourRole::Take), 14);
    } else {
        painter.drawText(visual(mark), Qt::AlignCenter, QLocale().toString(m_number));
    }
    painter.setFont(textFont(TextStyle::Small));
    painter.setPen(Theme::colour(ColourRole::Dim));
    write(QRect(left, title.bottom() + 1, title.width(), painter.fontMetrics().height()), m_answer);
}

StepRail::StepRail(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(u"wizardRail"_s);
    setAccessibleName(tr("Steps"));
    setFixedWidth(railWidth);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Metrics::gap, Metrics::margin, Metrics::gap, Metrics::margin);
    column->setSpacing(Metrics::space);
    column->addStretch(1);
}

void StepRail::setSteps(const QList<Step> &steps, int current)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    while (m_steps.size() < steps.size()) {
        auto *step = new RailStep(this);
        const qsizetype position = m_steps.size();
        connect(step, &RailStep::clicked, this,
                [this, position] { Q_EMIT stepClicked(m_ids.at(position)); });
        column->insertWidget(static_cast<int>(position), step);
        m_steps.append(step);
    }
    m_ids.clear();
    for (qsizetype i = 0; i < m_steps.size(); ++i) {
        RailStep *shown = m_steps.at(i);
        shown->setVisible(i < steps.size());
        if (i >= steps.size()) {
            continue;
        }
        const Step &step = steps.at(i);
        m_ids.append(step.id);
        shown->setObjectName(step.objectName);
        shown->setStep(static_cast<int>(i) + 1, step.title, step.answer);
        shown->setEnabled(step.isReachable);
        const auto mark = step.isAnswered ? RailStep::Mark::Answered : RailStep::Mark::Pending;
        shown->setMark(step.id == current ? RailStep::Mark::Current : mark);
    }
}

} // namespace Views
