// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/inlinebanner.h"

#include "items/errortext.h"
#include "views/common/button.h"
#include "views/common/icons.h"
#include "views/common/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

struct Look
{
    ColourRole ground;
    ColourRole line;
    ColourRole mark;
    QString icon;
};

Look lookOf(InlineBanner::Kind kind)
{
    switch (kind) {
    case InlineBanner::Kind::Information:
        break;
    case InlineBanner::Kind::Warning:
        return {ColourRole::RollbackGround, ColourRole::RollbackLine, ColourRole::Rollback,
                u"triangle-alert"_s};
    case InlineBanner::Kind::Failure:
        return {ColourRole::RemoveGround, ColourRole::RemoveLine, ColourRole::Remove,
                u"triangle-alert"_s};
    }
    return {ColourRole::AccentGround, ColourRole::Accent, ColourRole::Accent, u"info"_s};
}

constexpr int textIndent = Metrics::margin + Metrics::iconSize + Metrics::gap;
constexpr int detailsHeight = 110;
constexpr int roomForButtons = 620;

QLabel *wrappingLabel(QWidget *parent, const QString &objectName)
{
    auto *label = new QLabel(parent);
    label->setObjectName(objectName);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

InlineBanner::InlineBanner(QWidget *parent)
    : QWidget(parent)
    , m_title(wrappingLabel(this, u"bannerTitle"_s))
    , m_meaning(wrappingLabel(this, u"bannerMeaning"_s))
    , m_retry(new Button(ButtonKind::Plain, u"refresh-cw"_s, tr("Retry"), this))
    , m_edit(new Button(ButtonKind::Plain, u"key-round"_s, tr("Edit account…"), this))
    , m_detailsButton(new Button(ButtonKind::Quiet, u"chevron-down"_s, tr("Details"), this))
    , m_dismiss(new Button(ButtonKind::Quiet, u"x"_s, tr("Dismiss"), this))
    , m_details(new QPlainTextEdit(this))
{
    m_title->setFont(textFont(TextStyle::BodyStrong));
    m_retry->setObjectName(u"bannerRetry"_s);
    m_edit->setObjectName(u"bannerEditAccount"_s);
    m_detailsButton->setObjectName(u"bannerDetails"_s);
    m_detailsButton->setCheckable(true);
    m_dismiss->setObjectName(u"bannerDismiss"_s);
    m_dismiss->setButtonText(ButtonText::Hidden);
    m_details->setObjectName(u"bannerDetailsText"_s);
    m_details->setReadOnly(true);
    m_details->setFixedHeight(detailsHeight);
    m_details->setFont(textFont(TextStyle::Fixed));
    m_details->hide();
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_meaning);
    m_row = new QBoxLayout(QBoxLayout::LeftToRight);
    m_row->setContentsMargins(textIndent, Metrics::gap, Metrics::margin, Metrics::gap);
    m_row->setSpacing(Metrics::gap);
    m_row->addLayout(texts, 1);
    m_buttons = new QHBoxLayout;
    m_buttons->setSpacing(Metrics::gap);
    for (Button *button : {m_retry, m_edit, m_detailsButton, m_dismiss}) {
        button->setButtonSize(ButtonSize::Small);
        m_buttons->addWidget(button, 0, Qt::AlignTop);
    }
    m_buttons->addStretch(1);
    m_row->addLayout(m_buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_row);
    auto *below = new QHBoxLayout;
    below->setContentsMargins(textIndent, 0, Metrics::margin, 0);
    below->addWidget(m_details);
    column->addLayout(below);
    connect(m_retry, &Button::clicked, this, &InlineBanner::retryClicked);
    connect(m_edit, &Button::clicked, this, &InlineBanner::editAccountClicked);
    connect(m_dismiss, &Button::clicked, this, &InlineBanner::dismissClicked);
    connect(m_detailsButton, &Button::clicked, this, &InlineBanner::toggleDetails);
    setActions(NoAction);
    setDetails({});
    describe();
}

void InlineBanner::setKind(Kind kind)
{
    m_kind = kind;
    update();
}

void InlineBanner::setShape(Shape shape)
{
    m_shape = shape;
    update();
}

void InlineBanner::setText(const Items::ErrorText &text)
{
    setTitle(text.title);
    setMeaning(text.advice.isEmpty()
                   ? text.meaning
                   : tr("%1 %2", "what it means, what to do").arg(text.meaning, text.advice));
    setDetails(text.details);
}

void InlineBanner::setTitle(const QString &title)
{
    m_title->setText(title);
    describe();
}

void InlineBanner::setMeaning(const QString &meaning)
{
    m_meaning->setText(meaning);
    m_meaning->setVisible(!meaning.isEmpty());
    describe();
}

void InlineBanner::setDetails(const QString &details)
{
    m_details->setPlainText(details);
    m_detailsButton->setVisible(!details.isEmpty());
    if (details.isEmpty()) {
        m_details->hide();
        m_detailsButton->setChecked(false);
    }
}

void InlineBanner::setActions(Actions actions)
{
    m_retry->setVisible(actions.testFlag(Retry));
    m_edit->setVisible(actions.testFlag(EditAccount));
    m_dismiss->setVisible(actions.testFlag(Dismiss));
}

Button *InlineBanner::addButton(const QString &objectName, const QString &icon, const QString &text)
{
    auto *button = new Button(ButtonKind::Plain, icon, text, this);
    button->setObjectName(objectName);
    button->setButtonSize(ButtonSize::Small);
    m_buttons->insertWidget(m_ownButtons++, button, 0, Qt::AlignTop);
    return button;
}

void InlineBanner::setSubject(const QString &subject)
{
    m_subject = subject;
    describe();
}

void InlineBanner::describe()
{
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_meaning->text());
    m_details->setAccessibleName(tr("The provider's own words"));
    if (m_subject.isEmpty()) {
        return;
    }
    m_retry->setAccessibleName(tr("Retry %1").arg(m_subject));
    m_edit->setAccessibleName(tr("Edit account %1").arg(m_subject));
    m_detailsButton->setAccessibleName(tr("Details of %1").arg(m_subject));
    m_dismiss->setAccessibleName(tr("Dismiss the message about %1").arg(m_subject));
}

void InlineBanner::toggleDetails()
{
    const bool isOpen = m_detailsButton->isChecked();
    m_details->setVisible(isOpen);
    m_detailsButton->setIconName(isOpen ? u"chevron-up"_s : u"chevron-down"_s);
    layout()->setContentsMargins(0, 0, 0, isOpen ? Metrics::gap : 0);
}

/// Where it is narrow the buttons go below the text, or the text would be a column of words.
void InlineBanner::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_row->setDirection(width() < roomForButtons ? QBoxLayout::TopToBottom
                                                 : QBoxLayout::LeftToRight);
}

void InlineBanner::paintEvent(QPaintEvent *)
{
    const Look look = lookOf(m_kind);
    QPainter painter(this);
    if (m_shape == Shape::Card) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setBrush(Theme::colour(look.ground));
        painter.setPen(Theme::colour(look.line));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Metrics::cardRadius,
                                Metrics::cardRadius);
    } else {
        painter.fillRect(rect(), Theme::colour(look.ground));
        painter.fillRect(QRect(0, height() - 1, width(), 1), Theme::colour(look.line));
    }
    const QRect icon(Metrics::margin, m_title->y(), Metrics::iconSize,
                     qMin(m_title->height(), m_title->fontMetrics().height()));
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), look.icon,
                 Theme::colour(look.mark));
}

} // namespace Views
