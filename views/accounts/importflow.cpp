// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/accounts/importflow.h"

#include "items/displaytext.h"
#include "views/accounts/importchoicedialog.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Views {

using Domain::CredentialImport;

namespace {

bool isUsable(const CredentialImport &import)
{
    return import.problems.isEmpty();
}

QStringList problemsOf(const QList<CredentialImport> &imports)
{
    if (imports.size() == 1) {
        return imports.constFirst().problems;
    }
    QStringList lines;
    for (const CredentialImport &import : imports) {
        lines.append(ImportFlow::tr("%1: %2", "name in a file, what is wrong there")
                         .arg(Items::inlineName(import.name), import.problems.value(0)));
    }
    return lines;
}

} // namespace

ImportFlow::ImportFlow(AccountDialogServices::Import import, QWidget *dialog)
    : QObject(dialog)
    , m_import(std::move(import))
    , m_dialog(dialog)
{
}

void ImportFlow::start(const QString &provider, QWidget *button)
{
    const QStringList places = m_import.places(provider);
    if (places.isEmpty()) {
        chooseFile(provider);
        return;
    }
    auto *menu = new QMenu(m_dialog);
    menu->setObjectName(u"importMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const QString &path : places) {
        menu->addAction(QDir::toNativeSeparators(path).replace(u'&', u"&&"_s), this,
                        [this, provider, path] { read(provider, path); });
    }
    menu->addSeparator();
    menu->addAction(tr("&Choose a file…"), this, [this, provider] { chooseFile(provider); });
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void ImportFlow::chooseFile(const QString &provider)
{
    m_import.chooseFile(provider, m_dialog,
                        [this, provider](const QString &path) { read(provider, path); });
}

void ImportFlow::read(const QString &provider, const QString &path)
{
    const auto imports = m_import.read(provider, path);
    if (!imports) {
        Q_EMIT failed({imports.error()});
    } else if (std::ranges::none_of(*imports, isUsable)) {
        Q_EMIT failed(problemsOf(*imports));
    } else {
        choose(*imports, QFileInfo(path).fileName());
    }
}

/// One choice is made, not asked; one that can't be used stays visible among others.
void ImportFlow::choose(const QList<CredentialImport> &imports, const QString &fileName)
{
    if (imports.size() == 1) {
        Q_EMIT chosen(imports.constFirst(), fileName);
        return;
    }
    auto *dialog = new ImportChoiceDialog(imports, fileName, m_dialog);
    connect(dialog, &ImportChoiceDialog::chosen, this,
            [this, imports, fileName](int index) { Q_EMIT chosen(imports.at(index), fileName); });
    dialog->open();
}

} // namespace Views
