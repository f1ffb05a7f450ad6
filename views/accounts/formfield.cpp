// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/formfield.h"

#include "views/common/dialog.h"
#include "views/common/icons.h"
#include "views/common/style.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

/// What is wrong, as icon and words.
class FieldError : public QWidget
{
public:
    explicit FieldError(QWidget *parent)
        : QWidget(parent)
        , m_text(makeText({}, this))
    {
        m_text->setObjectName(u"fieldError"_s);
        m_text->setFont(textFont(TextStyle::Small));
        setTextColour(m_text, ColourRole::Remove);
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(Metrics::iconSize + Metrics::space, 0, 0, 0);
        row->addWidget(m_text);
    }

    void setText(const QString &text) { m_text->setText(text); }
    [[nodiscard]] QString text() const { return m_text->text(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const QRect icon(0, 0, Metrics::iconSize, m_text->fontMetrics().height());
        Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), icon), u"circle-x"_s,
                     Theme::colour(ColourRole::Remove), Metrics::iconSize - Metrics::space / 2);
    }

private:
    QLabel *m_text;
};

FormField::FormField(const QString &label, QWidget *editor, QWidget *parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_editor(editor)
    , m_row(new QHBoxLayout)
    , m_help(makeText({}, this))
    , m_error(new FieldError(this))
{
    m_label->setTextFormat(Qt::PlainText);
    m_label->setBuddy(editor);
    m_help->setFont(textFont(TextStyle::Small));
    m_help->hide();
    setTextColour(m_help, ColourRole::Dim);
    m_error->hide();
    m_row->setSpacing(Metrics::gap);
    m_row->addWidget(editor, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::space);
    column->addWidget(m_label);
    column->addLayout(m_row);
    column->addWidget(m_error);
    column->addWidget(m_help);
    setLabel(label);
}

void FormField::setLabel(const QString &label)
{
    m_label->setText(label);
    m_editor->setAccessibleName(QString(label).remove(u'&'));
}

void FormField::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    describe();
}

void FormField::setError(const QString &error)
{
    m_error->setText(error);
    m_error->setVisible(!error.isEmpty());
    setFieldState(m_editor, error.isEmpty() ? FieldState::Good : FieldState::Invalid);
    describe();
}

QString FormField::error() const
{
    return m_error->text();
}

void FormField::addBeside(QWidget *widget)
{
    m_row->addWidget(widget);
}

void FormField::addBelow(QWidget *widget)
{
    layout()->addWidget(widget);
    layout()->setAlignment(widget, Qt::AlignLeft);
}

void FormField::describe()
{
    QStringList parts{m_error->text(), m_help->text()};
    parts.removeAll(QString());
    m_editor->setAccessibleDescription(parts.join(u'\n'));
}

bool isLeavingField(Qt::FocusReason reason)
{
    return reason != Qt::ActiveWindowFocusReason && reason != Qt::PopupFocusReason
        && reason != Qt::MenuBarFocusReason;
}

} // namespace Views
