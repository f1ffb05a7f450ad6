// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/prompts.h"

#include "views/common/dialog.h"

#include <QFileDialog>
#include <QLabel>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

/// "csv" of "Table (*.csv)".
QString suffixOf(const QString &filter)
{
    const qsizetype star = filter.lastIndexOf("*."_L1);
    return star < 0 ? QString() : filter.sliced(star + 2).chopped(1);
}

} // namespace

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

void DialogPrompts::chooseFile(QWidget *parent, const FileQuestion &question,
                               std::function<void(const QString &path)> chosen)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(parent, question.title, folder, question.filter);
    dialog->setObjectName(u"fileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

void DialogPrompts::chooseNewFile(QWidget *parent, const NewFileQuestion &question,
                                  std::function<void(const QString &path)> chosen)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, question.title, folder);
    dialog->setObjectName(u"newFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(question.filters);
    dialog->setDefaultSuffix(suffixOf(question.filters.value(0)));
    dialog->selectFile(question.name);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(suffixOf(filter));
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(chosen));
    dialog->open();
}

} // namespace Views
