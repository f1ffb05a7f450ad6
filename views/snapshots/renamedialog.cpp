// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/renamedialog.h"

#include "inventory/inventory.h"
#include "items/consequences.h"
#include "items/displaytext.h"
#include "views/common/noteline.h"
#include "views/common/style.h"
#include "views/common/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

RenameDialog::RenameDialog(const MainWindowServices &services, const Domain::Snapshot &snapshot,
                           QWidget *parent)
    : Dialog(parent)
    , m_services(services)
    , m_snapshot(snapshot)
    , m_name(new QLineEdit(this))
    , m_problem(new NoteLine(NoteLine::Kind::Mistake, this))
    , m_rename(addAction(ButtonKind::Primary, u"pencil"_s, tr("Rename snapshot")))
{
    setObjectName(u"renameDialog"_s);
    setTitle(tr("Rename %1").arg(Items::quotedName(snapshot.name)));
    auto *label = new QLabel(tr("New &name"), this);
    label->setBuddy(m_name);
    m_name->setObjectName(u"renameName"_s);
    m_name->setAccessibleName(tr("New name"));
    m_name->setText(snapshot.name);
    m_name->selectAll();
    m_problem->setObjectName(u"renameProblem"_s);
    auto *block = new QVBoxLayout;
    block->setSpacing(Metrics::space);
    block->addWidget(label);
    block->addWidget(m_name);
    block->addWidget(m_problem);
    content()->addLayout(block);
    m_rename->setAutoDefault(true);
    m_rename->setDefault(true);
    connect(m_name, &QLineEdit::textChanged, this, &RenameDialog::check);
    connect(m_rename, &Button::clicked, this, [this] {
        if (problem().isEmpty()) {
            Q_EMIT confirmed(m_snapshot.key, m_name->text().trimmed());
            accept();
        }
    });
    check();
    m_name->setFocus();
}

QString RenameDialog::problem() const
{
    const Inventory::AccountInventory *account = m_services.inventory.find(m_snapshot.key.account);
    if (!account) {
        return tr("The account is no longer connected.");
    }
    if (m_name->text().trimmed() == m_snapshot.name) {
        return tr("Type another name first.");
    }
    QStringList taken;
    for (const Domain::Snapshot &other : account->snapshots) {
        if (other.key != m_snapshot.key) {
            taken.append(other.name);
        }
    }
    return Items::nameProblem(m_name->text().trimmed(),
                              account->capabilities.of(m_snapshot.key.kind).name, taken);
}

void RenameDialog::check()
{
    const QString found = problem();
    const bool isShown = !found.isEmpty() && m_name->isModified();
    m_problem->setText(found);
    m_problem->setVisible(isShown);
    m_name->setAccessibleDescription(isShown ? found : QString());
    setFieldState(m_name, isShown ? FieldState::Invalid : FieldState::Good);
    m_rename->setDisabledReason(found);
}

} // namespace Views
