// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/importchoicedialog.h"

#include "items/choicemodel.h"
#include "items/displaytext.h"
#include "views/wizard/choiceview.h"
#include "views/wizard/reasonline.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int listHeight = 200;

QList<Items::ChoiceModel::Row> rowsOf(const QList<Domain::CredentialImport> &imports)
{
    QList<Items::ChoiceModel::Row> rows;
    for (const Domain::CredentialImport &import : imports) {
        Items::ChoiceModel::Row row;
        row.id = QVariant::fromValue(static_cast<int>(rows.size()));
        row.key = QString::number(rows.size());
        row.text = Items::inlineName(import.name);
        row.secondary = import.baseUrl.host();
        row.reason = import.problems.join(u' ');
        rows.append(row);
    }
    return rows;
}

} // namespace

ImportChoiceDialog::ImportChoiceDialog(const QList<Domain::CredentialImport> &imports,
                                       const QString &fileName, QWidget *parent)
    : Dialog(parent)
    , m_model(new Items::ChoiceModel(this))
    , m_view(new ChoiceView(this))
    , m_reason(makeReasonLine(u"importReason"_s, this))
    , m_submit(addAction(ButtonKind::Primary, u"check"_s, tr("Use this account")))
{
    setObjectName(u"importChoiceDialog"_s);
    setTitle(tr("Which account of %1?").arg(Items::inlineName(fileName)));
    m_view->setObjectName(u"importChoices"_s);
    m_view->setAccessibleName(tr("Accounts in the file"));
    m_view->setMinimumHeight(listHeight);
    m_view->setModel(m_model);
    m_model->merge(rowsOf(imports));
    content()->addWidget(m_view, 1);
    content()->addWidget(m_reason);
    m_submit->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(m_submit, &Button::clicked, this, &ImportChoiceDialog::submit);
    connect(m_view, &ChoiceView::goOnRequested, this, &ImportChoiceDialog::submit);
    connect(m_view, &ChoiceView::chosenChanged, this, &ImportChoiceDialog::showState);
    connect(m_view, &ChoiceView::currentReasonChanged, this, &ImportChoiceDialog::showState);
    m_view->chooseFirst();
    showState();
    m_view->setFocus();
}

void ImportChoiceDialog::showState()
{
    m_reason->setText(m_view->currentReason());
    m_submit->setDisabledReason(m_view->chosenId().isValid() ? QString()
                                                             : tr("Choose an account first."));
}

void ImportChoiceDialog::submit()
{
    const QVariant id = m_view->chosenId();
    if (id.isValid() && isVisible()) {
        accept();
        Q_EMIT chosen(id.toInt());
    }
}

} // namespace Views
