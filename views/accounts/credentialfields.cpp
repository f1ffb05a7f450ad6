// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/credentialfields.h"

#include "views/accounts/accountchoice.h"
#include "views/accounts/credentialrow.h"
#include "views/common/dialog.h"
#include "views/common/theme.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::CredentialEntry;
using Domain::CredentialField;
using Domain::CredentialForm;
using Domain::Secret;

namespace {

QBoxLayout *plainBox(QBoxLayout::Direction direction, int spacing)
{
    auto *box = new QBoxLayout(direction);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(spacing);
    return box;
}

} // namespace

CredentialFields::CredentialFields(Stored stored, QWidget *parent)
    : QWidget(parent)
    , m_stored(stored)
    , m_head(plainBox(QBoxLayout::TopToBottom, Metrics::space))
    , m_lines(plainBox(QBoxLayout::TopToBottom, Metrics::wideMargin))
{
    makeLinks();
    m_note = makeText({}, this);
    m_note->setObjectName(u"credentialNote"_s);
    m_note->setFont(textFont(TextStyle::Small));
    setTextColour(m_note, ColourRole::Dim);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::wideMargin);
    m_head->addWidget(m_links);
    m_head->addWidget(m_note);
    column->addLayout(m_head);
    column->addLayout(m_lines);
}

void CredentialFields::makeLinks()
{
    m_links = new QWidget(this);
    m_openConsole = new Button(ButtonKind::Quiet, u"external-link"_s, {}, m_links);
    m_openConsole->setObjectName(u"openConsole"_s);
    m_import = new Button(ButtonKind::Quiet, u"download"_s, {}, m_links);
    m_import->setObjectName(u"importCredential"_s);
    QBoxLayout *row = plainBox(QBoxLayout::LeftToRight, Metrics::gap);
    for (Button *button : {m_openConsole, m_import}) {
        button->setAutoDefault(false);
        button->setButtonSize(ButtonSize::Small);
        row->addWidget(button);
    }
    row->addStretch(1);
    m_links->setLayout(row);
    connect(m_openConsole, &Button::clicked, this,
            [this] { QDesktopServices::openUrl(m_choice.tokenHelpUrl); });
    connect(m_import, &Button::clicked, this, [this] { Q_EMIT importClicked(m_import); });
}

void CredentialFields::setChoice(const AccountProvider &choice)
{
    m_choice = choice;
    m_further.clear();
    m_openConsole->setText(tr("Open %1").arg(choice.tokenHelpUrl.host()));
    m_openConsole->setVisible(!choice.tokenHelpUrl.isEmpty());
    m_import->setText(choice.importText);
    m_import->setVisible(!choice.importText.isEmpty());
    m_links->setVisible(!choice.tokenHelpUrl.isEmpty() || !choice.importText.isEmpty());
    makeMethod();
    const bool isKnown = std::ranges::contains(choice.forms, m_formId, &CredentialForm::id);
    useForm(isKnown || choice.forms.isEmpty() ? m_formId : choice.forms.constFirst().id);
}

/// Asked only where there is something to choose.
void CredentialFields::makeMethod()
{
    delete std::exchange(m_methodField, nullptr);
    m_method = nullptr;
    if (m_choice.forms.size() < 2) {
        return;
    }
    m_method = new QComboBox(this);
    m_method->setObjectName(u"accountMethod"_s);
    for (const CredentialForm &form : std::as_const(m_choice.forms)) {
        m_method->addItem(form.title, form.id);
    }
    m_methodField = new FormField(tr("&Sign in with"), m_method, this);
    m_head->insertWidget(0, m_methodField);
    m_methodField->show();
    connect(m_method, &QComboBox::activated, this, [this](int index) {
        m_further.clear();
        useForm(m_method->itemData(index).toString());
        Q_EMIT edited();
    });
}

CredentialForm CredentialFields::form() const
{
    const auto found = std::ranges::find(m_choice.forms, m_formId, &CredentialForm::id);
    return found == m_choice.forms.end() ? CredentialForm() : *found;
}

CredentialRow *CredentialFields::rowOf(const QString &key) const
{
    const auto found =
        std::ranges::find(m_rows, key, [](const CredentialRow *row) { return row->field().key; });
    return found == m_rows.end() ? nullptr : *found;
}

void CredentialFields::useForm(const QString &id)
{
    m_formId = id;
    if (m_method) {
        m_method->setCurrentIndex(m_method->findData(id));
    }
    const QList<CredentialField> fields = form().fields;
    QList<CredentialRow *> rows;
    for (const CredentialField &field : fields) {
        auto *row = new CredentialRow(field, this);
        const CredentialRow *before = rowOf(field.key);
        if (before && before->field().isSecret == field.isSecret) {
            row->takeOver(*before);
        }
        rows.append(row);
    }
    qDeleteAll(std::exchange(m_rows, rows));
    for (const CredentialRow *row : std::as_const(m_rows)) {
        connect(row, &CredentialRow::edited, this, [this] {
            showProblems();
            Q_EMIT edited();
        });
        connect(row, &CredentialRow::judged, this, &CredentialFields::showProblems);
    }
    placeRows();
    nameRows();
    explain();
    showProblems();
    Q_EMIT rebuilt();
}

/// One after the other, but for those that stand beside the one before. The first one has the links
/// below it where there is no choice above.
void CredentialFields::placeRows()
{
    while (QLayoutItem *line = m_lines->takeAt(0)) {
        delete line; // a layout; the rows in it are gone
    }
    QBoxLayout *line = nullptr;
    for (CredentialRow *row : std::as_const(m_rows)) {
        if (!m_methodField && row == m_rows.constFirst()) {
            m_head->insertWidget(0, row);
            continue;
        }
        if (!line || row->field().place == CredentialField::Place::OwnRow) {
            line = plainBox(QBoxLayout::LeftToRight, Metrics::margin);
            m_lines->addLayout(line);
        }
        line->addWidget(row, 1, Qt::AlignTop);
    }
    // At once, not when the layout comes to it: a person may be typing on.
    for (CredentialRow *row : std::as_const(m_rows)) {
        row->show();
    }
}

void CredentialFields::nameRows() const
{
    const bool isOne = m_rows.size() == 1;
    for (const CredentialRow *row : m_rows) {
        const QString key = row->field().key;
        const QList<QWidget *> stops = row->stops();
        stops.first()->setObjectName(isOne ? u"accountToken"_s : u"credential_"_s + key);
        if (stops.size() > 1) {
            stops.last()->setObjectName(isOne ? u"showToken"_s : u"show_"_s + key);
        }
    }
}

/// Where the credential is made stands below what is asked first.
void CredentialFields::explain()
{
    QStringList help{form().help, tokenHelpText(m_choice)};
    help.removeAll(QString());
    if (m_methodField) {
        m_methodField->setHelp(help.join(u'\n'));
    } else if (!m_rows.isEmpty()) {
        help.append(m_rows.constFirst()->field().help);
        help.removeAll(QString());
        m_rows.constFirst()->setHelp(help.join(u'\n'));
    }
    if (m_stored == Stored::Yes && m_rows.size() == 1) {
        m_rows.constFirst()->edit()->setPlaceholderText(
            tr("Unchanged. Enter a new one to replace it."));
    }
    const bool isSaid = m_stored == Stored::Yes && m_rows.size() > 1;
    m_note->setText(isSaid ? tr("The stored credential is not shown. It is kept while all of these "
                                "fields are empty.")
                           : QString());
    m_note->setVisible(isSaid);
}

void CredentialFields::fill(const CredentialEntry &entry, const QString &note)
{
    for (const CredentialRow *row : std::as_const(m_rows)) {
        row->edit()->clear();
    }
    useForm(entry.form);
    m_further = entry.values;
    for (CredentialRow *row : std::as_const(m_rows)) {
        row->setValue(m_further.take(row->field().key));
        row->judge();
    }
    showProblems();
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

bool CredentialFields::isEmpty() const
{
    return std::ranges::all_of(m_rows, &CredentialRow::isEmpty);
}

CredentialEntry CredentialFields::entry() const
{
    CredentialEntry entry;
    if (isEmpty()) {
        return entry;
    }
    entry.form = m_formId;
    entry.values = m_further;
    for (const CredentialRow *row : m_rows) {
        if (!row->isEmpty()) {
            entry.values.insert(row->field().key, row->value());
        }
    }
    return entry;
}

QList<QWidget *> CredentialFields::stops() const
{
    const QList<QWidget *> links{m_openConsole, m_import};
    QList<QWidget *> stops;
    if (m_method) {
        stops << m_method << links;
    }
    for (const CredentialRow *row : m_rows) {
        stops << row->stops();
        if (!m_method && row == m_rows.constFirst()) {
            stops << links;
        }
    }
    return stops;
}

void CredentialFields::showProblems()
{
    using Need = CredentialRow::Need;
    const Need need = keepsStored() ? Need::Nothing : Need::AsTheFieldSays;
    for (CredentialRow *row : std::as_const(m_rows)) {
        row->showProblem(need);
    }
}

QWidget *CredentialFields::checkAll()
{
    for (CredentialRow *row : std::as_const(m_rows)) {
        row->judge();
    }
    showProblems();
    const auto wrong = std::ranges::find_if(
        m_rows, [](const CredentialRow *row) { return !row->error().isEmpty(); });
    return wrong == m_rows.end() ? nullptr : (*wrong)->edit();
}

void CredentialFields::focusFirst()
{
    if (m_method) {
        m_method->setFocus(Qt::OtherFocusReason);
    } else if (!m_rows.isEmpty()) {
        m_rows.constFirst()->edit()->setFocus(Qt::OtherFocusReason);
        m_rows.constFirst()->edit()->selectAll();
    }
}

void CredentialFields::focusSecret()
{
    const auto secret = std::ranges::find_if(
        m_rows, [](const CredentialRow *row) { return row->field().isSecret; });
    if (secret != m_rows.end()) {
        (*secret)->edit()->setFocus(Qt::OtherFocusReason);
        (*secret)->edit()->selectAll();
    }
}

} // namespace Views
