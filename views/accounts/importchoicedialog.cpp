// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/importchoicedialog.h"

#include "items/choicemodel.h"
#include "items/displaytext.h"
#include "views/common/theme.h"
#include "views/wizard/choiceview.h"
#include "views/wizard/reasonline.h"

#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr int fewestShown = 3;
constexpr int mostShown = 7;
constexpr int frame = 2;

/// High enough for the rows, within what a dialog should take.
int listHeight(qsizetype rows)
{
    return std::clamp(static_cast<int>(rows), fewestShown, mostShown) * Metrics::rowHeight
        + 2 * frame;
}

/// Of the longest, so that nothing moves on the way through the list; nothing where none has one.
int reasonHeight(QLabel &line, int width, const QList<Domain::CredentialImport> &imports)
{
    int height = 0;
    for (const Domain::CredentialImport &import : imports) {
        if (!import.problems.isEmpty()) {
            line.setText(import.problems.join(u' '));
            height = qMax(height, line.heightForWidth(width));
        }
    }
    line.clear();
    return height;
}

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
    m_view->setFixedHeight(listHeight(imports.size()));
    m_view->setModel(m_model);
    m_model->merge(rowsOf(imports));
    content()->addWidget(m_view);
    content()->addWidget(m_reason);
    const int room = reasonHeight(*m_reason, minimumWidth() - 2 * Metrics::pageMargin, imports);
    m_reason->setMinimumHeight(room);
    m_reason->setVisible(room > 0);
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
