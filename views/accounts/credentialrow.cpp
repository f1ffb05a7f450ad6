// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/credentialrow.h"

#include "accounts/accountdraft.h"
#include "views/accounts/accounttexts.h"
#include "views/common/button.h"

#include <QFocusEvent>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::CredentialField;
using Domain::Secret;

CredentialRow::CredentialRow(const CredentialField &field, QWidget *parent)
    : CredentialRow(field, new QLineEdit, parent)
{
}

CredentialRow::CredentialRow(const CredentialField &field, QLineEdit *edit, QWidget *parent)
    : FormField(QString(field.label).replace(u'&', u"&&"_s), edit, parent)
    , m_field(field)
    , m_edit(edit)
{
    m_edit->setPlaceholderText(field.placeholder);
    m_edit->installEventFilter(this);
    setHelp(field.help);
    if (field.isSecret) {
        m_edit->setInputMethodHints(Qt::ImhHiddenText | Qt::ImhSensitiveData
                                    | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
        makeShowButton();
    }
    connect(m_edit, &QLineEdit::textChanged, this, &CredentialRow::edited);
}

void CredentialRow::makeShowButton()
{
    m_show = new Button(ButtonKind::Plain, u"eye"_s, {}, this);
    m_show->setCheckable(true);
    m_show->setAutoDefault(false);
    m_show->setButtonText(ButtonText::Hidden);
    connect(m_show, &Button::toggled, this, &CredentialRow::showCharacters);
    addBeside(m_show);
    showCharacters(false);
}

void CredentialRow::showCharacters(bool areShown)
{
    const QString text = areShown ? tr("Hide the characters") : tr("Show the characters");
    m_edit->setEchoMode(areShown ? QLineEdit::Normal : QLineEdit::Password);
    m_show->setIconName(areShown ? u"eye-off"_s : u"eye"_s);
    m_show->setText(text);
    m_show->setToolTip(text);
    m_show->setAccessibleName(text);
    m_show->setAccessibleDescription(m_field.label);
}

QList<QWidget *> CredentialRow::stops() const
{
    return m_show ? QList<QWidget *>{m_edit, m_show} : QList<QWidget *>{m_edit};
}

Secret CredentialRow::value() const
{
    return Accounts::cleanValue(m_field, Secret(m_edit->text().toUtf8()));
}

bool CredentialRow::isEmpty() const
{
    return value().isEmpty();
}

void CredentialRow::setValue(const Secret &value)
{
    m_edit->setText(QString::fromUtf8(value.reveal()));
}

void CredentialRow::takeOver(const CredentialRow &other)
{
    m_edit->setText(other.m_edit->text());
    m_edit->setModified(other.m_edit->isModified());
}

void CredentialRow::judge()
{
    m_isJudged = true;
}

void CredentialRow::showProblem(Need need)
{
    const std::optional<Accounts::DraftProblem> problem =
        Accounts::valueProblem(m_field, Secret(m_edit->text().toUtf8()));
    const bool isMissing = problem == Accounts::DraftProblem::ValueEmpty;
    const bool isSaid = problem && (m_isJudged || isSaidWhileTyping(*problem))
        && !(isMissing && need == Need::Nothing);
    setError(isSaid ? valueProblemText(*problem, m_field) : QString());
}

/// A look at the browser, where the credential is, is not leaving the field.
bool CredentialRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edit && event->type() == QEvent::FocusOut && m_edit->isModified()
        && isLeavingField(static_cast<QFocusEvent *>(event)->reason())) {
        m_isJudged = true;
        Q_EMIT judged();
    }
    return FormField::eventFilter(watched, event);
}

} // namespace Views
