// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/importchoicedialog.h"

#include "items/displaytext.h"

#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {
constexpr int listHeight = 240;
}

ImportChoiceDialog::ImportChoiceDialog(const QList<Domain::CredentialImport> &imports,
                                       const QString &fileName, QWidget *parent)
    : Dialog(parent)
    , m_list(new QListWidget(this))
    , m_submit(addAction(ButtonKind::Primary, u"check"_s, tr("Use this account")))
{
    setObjectName(u"importChoiceDialog"_s);
    setTitle(tr("Which account of %1?").arg(Items::inlineName(fileName)));
    m_list->setObjectName(u"importChoices"_s);
    m_list->setAccessibleName(tr("Accounts in the file"));
    m_list->setWordWrap(true);
    m_list->setMinimumHeight(listHeight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    for (const Domain::CredentialImport &import : imports) {
        addRow(import);
    }
    content()->addWidget(m_list, 1);
    m_submit->setDefault(true);
    cancelButton()->setAutoDefault(false);
    connect(m_submit, &Button::clicked, this, &ImportChoiceDialog::submit);
    connect(m_list, &QListWidget::itemActivated, this, &ImportChoiceDialog::submit);
    connect(m_list, &QListWidget::itemSelectionChanged, this, &ImportChoiceDialog::updateSubmit);
    updateSubmit();
    m_list->setFocus();
}

/// The name, and below it where it leads or why it can't be used. The first that can be used is
/// chosen.
void ImportChoiceDialog::addRow(const Domain::CredentialImport &import)
{
    const bool isUsable = import.problems.isEmpty();
    const QString below = isUsable ? import.baseUrl.toDisplayString() : import.problems.join(u' ');
    auto *item = new QListWidgetItem(Items::inlineName(import.name) + u'\n' + below, m_list);
    item->setToolTip(Items::plainToolTip(below));
    if (!isUsable) {
        item->setFlags(Qt::NoItemFlags);
    } else if (!m_list->currentItem()) {
        m_list->setCurrentItem(item);
    }
}

void ImportChoiceDialog::updateSubmit()
{
    m_submit->setDisabledReason(m_list->selectedItems().isEmpty() ? tr("Choose an account first.")
                                                                  : QString());
}

void ImportChoiceDialog::submit()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (item && item->flags().testFlag(Qt::ItemIsEnabled)) {
        const int row = m_list->row(item);
        accept();
        Q_EMIT chosen(row);
    }
}

} // namespace Views
