// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/scenes.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>

// The scenes in which an account is imported from the file of another program.

using namespace Qt::StringLiterals;

namespace App {

void Scenes::addImport(const QString &button, const Import &import)
{
    addScene(
        {}, [this, button] { hands().click(button); },
        [this] { return hands().sees(u"accountProvider"_s); });
    addScene(
        u"credential-fields"_s, [this, import] { chooseProvider(import.provider); },
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

/// By its own profile, which has no operator's name; or the first that has the button.
void Scenes::chooseProvider(const QString &id)
{
    const auto *choice = hands().findAs<QComboBox>(u"accountProvider"_s);
    const QString wanted = id + u'/' + id;
    const auto isThere = [&] {
        return id.isEmpty() ? hands().sees(u"importCredential"_s)
                            : choice->currentData().toString() == wanted;
    };
    for (int i = 0; choice && i < choice->count() && !isThere(); ++i) {
        hands().press(u"accountProvider"_s, Qt::Key_Down);
    }
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
