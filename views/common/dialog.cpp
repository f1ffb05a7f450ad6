// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/dialog.h"

#include "views/common/hairline.h"
#include "views/common/theme.h"

#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int leastWidth = 520;

/// Windows and KDE put what is done before Cancel, macOS and GNOME behind it.
bool isActionFirst(const QWidget &dialog)
{
    const int layout = dialog.style()->styleHint(QStyle::SH_DialogButtonLayout, nullptr, &dialog);
    return layout == QDialogButtonBox::WinLayout || layout == QDialogButtonBox::KdeLayout;
}

} // namespace

Dialog::Dialog(QWidget *parent)
    : QDialog(parent)
    , m_title(makeText({}, this))
    , m_content(new QVBoxLayout)
    , m_middle(new QHBoxLayout)
    , m_footer(new QHBoxLayout)
    , m_cancel(new Button(ButtonKind::Plain, {}, tr("Cancel"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowModality(Qt::WindowModal);
    setMinimumWidth(leastWidth);
    m_title->setObjectName(u"dialogTitle"_s);
    m_title->setFont(textFont(TextStyle::Title));
    m_content->setSpacing(Metrics::margin);
    m_cancel->setObjectName(u"cancelButton"_s);
    m_cancel->setAutoDefault(true);
    m_cancel->setDefault(true);
    connect(m_cancel, &Button::clicked, this, &QDialog::reject);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(Metrics::pageMargin, Metrics::wideMargin, Metrics::pageMargin,
                             Metrics::wideMargin);
    body->setSpacing(Metrics::margin);
    body->addWidget(m_title);
    body->addLayout(m_content, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_middle->setSpacing(0);
    m_middle->addLayout(body, 1);
    column->addLayout(m_middle, 1);
    m_footer->setContentsMargins(Metrics::pageMargin, Metrics::margin, Metrics::pageMargin,
                                 Metrics::margin);
    m_footer->setSpacing(Metrics::gap);
    m_footer->addStretch(1);
    m_footer->addWidget(m_cancel);
    column->addLayout(m_footer);
}

void Dialog::setTitle(const QString &title)
{
    m_title->setText(title);
    setWindowTitle(title);
    setAccessibleName(title);
}

Button *Dialog::addAction(ButtonKind kind, const QString &icon, const QString &text)
{
    auto *button = new Button(kind, icon, text, this);
    button->setObjectName(u"confirmButton"_s);
    // By hand: a QDialogButtonBox also turns the tab order round, and loses a button at it.
    const int cancel = m_footer->indexOf(m_cancel);
    m_footer->insertWidget(isActionFirst(*this) ? cancel : cancel + 1, button);
    setTabOrder(button, m_cancel);
    return button;
}

void Dialog::addFooterWidget(QWidget *widget)
{
    m_footer->insertWidget(0, widget);
}

void Dialog::addFooterButton(Button *button)
{
    m_footer->insertWidget(m_footer->count() - 1, button);
}

void Dialog::setSide(QWidget *side)
{
    m_middle->insertWidget(0, side);
    m_middle->insertWidget(1, new Hairline(Qt::Vertical, this));
    m_footer->removeWidget(m_cancel);
    m_footer->insertWidget(0, m_cancel);
}

void Dialog::showEvent(QShowEvent *event)
{
    fitHeight();
    QDialog::showEvent(event);
}

/// Wrapped labels make the height depend on the width, which a dialog does not follow by itself.
void Dialog::fitHeight()
{
    const int wide = qMax(width(), minimumWidth());
    if (layout()->hasHeightForWidth()) {
        resize(wide, qMax(layout()->totalHeightForWidth(wide), minimumHeight()));
    }
}

void Dialog::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), Theme::colour(ColourRole::Window));
    const int top = m_footer->geometry().top();
    painter.fillRect(QRect(0, top, width(), 1), Theme::colour(ColourRole::Line));
}

QLabel *makeText(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void setSentenceWithName(QLabel *label, const QString &sentence, const QString &name)
{
    label->setTextFormat(Qt::RichText);
    label->setText(sentence.toHtmlEscaped().arg(u"<b>"_s + name.toHtmlEscaped() + u"</b>"_s));
}

QString numberedSteps(const QStringList &steps)
{
    QStringList numbered;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        numbered.append(Dialog::tr("%L1 %2", "number and step").arg(i + 1).arg(steps.at(i)));
    }
    const bool isMirrored = QGuiApplication::isRightToLeft();
    return numbered.join(isMirrored ? u"  ←  "_s : u"  →  "_s);
}

} // namespace Views
