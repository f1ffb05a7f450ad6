// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QObject>

namespace Accounts {
class AccountStore;
}
namespace Inventory {
class Inventory;
}
namespace Providers {
class ProfileLibrary;
}
namespace Views {
class MainWindow;
}

namespace App {

class TableFeed;

/// The prices that a person enters for accounts whose provider tells none: opens their dialog, and
/// carries what is stored to the rows.
class PriceDesk : public QObject
{
    Q_OBJECT

public:
    /// Everything must outlive the desk.
    struct Parts
    {
        Accounts::AccountStore &store;
        const Inventory::Inventory &inventory;
        const Providers::ProfileLibrary &profiles;
        TableFeed &feed;
        Views::MainWindow &window;
    };
    explicit PriceDesk(const Parts &parts, QObject *parent = nullptr);

    void edit(const Domain::AccountId &id);

private:
    void carry(const Domain::AccountId &id);

    Parts m_parts;
};

} // namespace App
