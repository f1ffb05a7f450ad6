// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/prompts.h"

#include "views/common/dialog.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

void DialogPrompts::confirm(QWidget *parent, const Question &question,
                            std::function<void()> confirmed)
{
    auto *dialog = new Dialog(parent); // deletes itself when it closes
    dialog->setObjectName(u"confirmDialog"_s);
    dialog->setTitle(question.title);
    dialog->content()->addWidget(makeText(question.text, dialog));
    for (const QString &point : question.points) {
        dialog->content()->addWidget(makeText(u"• "_s + point, dialog));
    }
    const Button *button = dialog->addAction(question.kind, question.icon, question.action);
    QObject::connect(button, &Button::clicked, dialog, &QDialog::accept);
    QObject::connect(dialog, &QDialog::accepted, parent, std::move(confirmed));
    dialog->cancelButton()->setFocus();
    dialog->open();
}

} // namespace Views
