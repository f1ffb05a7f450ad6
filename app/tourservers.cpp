// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/tour.h"

// The tour through what is made of a snapshot besides a rollback.

using namespace Qt::StringLiterals;

namespace App {

/// Asks for a new server from the selected snapshot, and leaves it at that.
void Tour::addNewServer()
{
    addScene(
        u"create-server"_s, [this] { hands().click(u"newFromSnapshotButton"_s); },
        [this] {
            return hands().sees(u"createServerTypes"_s) && hands().sees(u"createServerPrice"_s);
        });
    addScene(
        {}, [this] { hands().click(u"cancelButton"_s); },
        [this] { return !hands().sees(u"createServerDialog"_s); });
}

} // namespace App
