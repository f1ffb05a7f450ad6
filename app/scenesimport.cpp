// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/scenes.h"

#include <QAction>
#include <QLineEdit>
#include <QMenu>

// The scenes in which an account is imported from the file of another program.

using namespace Qt::StringLiterals;

namespace App {

namespace {
constexpr int mostProviders = 20;
}

/// Which provider it is tells the file; here it is the first whose accounts can be imported.
void Scenes::addImport(const QString &button, const Import &import)
{
    addScene(
        {}, [this, button] { hands().click(button); },
        [this] { return hands().sees(u"accountProvider"_s); });
    addScene(
        u"credential-fields"_s,
        [this] {
            for (int i = 0; i < mostProviders && !hands().sees(u"importCredential"_s); ++i) {
                hands().press(u"accountProvider"_s, Qt::Key_Down);
            }
        },
        [this] { return hands().sees(u"importCredential"_s); });
    addFileChoice(import.file);
    addScene(
        u"import"_s, [this, import] { clickChoice(u"importChoices"_s, import.lookedAt); },
        [this] { return !hands().sees(u"fileDialog"_s); });
    // Where the file holds one account alone, it is not asked which.
    addScene(
        u"imported"_s,
        [this, import] {
            if (hands().sees(u"importChoices"_s)) {
                clickChoice(u"importChoices"_s, import.name);
                hands().click(u"confirmButton"_s);
            }
        },
        [this, import] {
            const auto *name = hands().findAs<QLineEdit>(u"accountName"_s);
            return !hands().sees(u"importChoiceDialog"_s) && name && name->text() == import.name;
        });
}

void Scenes::addFileChoice(const QString &file)
{
    addScene(
        {}, [this] { hands().click(u"importCredential"_s); },
        [this] { return hands().sees(u"fileDialog"_s) || hands().sees(u"importMenu"_s); });
    addScene(
        {},
        [this] {
            if (auto *menu = hands().findAs<QMenu>(u"importMenu"_s)) { // usual files are there
                menu->actions().constLast()->trigger();
                menu->close();
            }
        },
        [this] { return hands().sees(u"fileDialog"_s); });
    addScene(
        {},
        [this, file] {
            hands().type(u"fileNameEdit"_s, file);
            hands().press(u"fileNameEdit"_s, Qt::Key_Return);
        },
        [this] { return !hands().sees(u"fileDialog"_s); });
}

} // namespace App
