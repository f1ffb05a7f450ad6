// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "domain/servertype.h"

#include <QFuture>

#include <functional>

class QSettings;

namespace Domain {
class Clock;
}
namespace Inventory {
class Inventory;
}
namespace Items {
class ActivityModel;
class CopyEstimates;
class OperationsModel;
class ResourceModel;
class ResourceTreeModel;
class SnapshotModel;
} // namespace Items
namespace Pricing {
class PriceBook;
}

namespace Views {

class Prompts;
class Theme;

/// What the window shows and asks. Everything must outlive the window.
struct MainWindowServices
{
    Items::SnapshotModel &snapshots;
    Items::ResourceTreeModel &tree;
    Items::ResourceModel &resources;
    Items::OperationsModel &operations;
    Items::ActivityModel &activity;
    const Items::CopyEstimates &estimates;
    const Inventory::Inventory &inventory; ///< read only: changes are asked for by signals
    const Pricing::PriceBook &prices;
    const Domain::Clock &clock;
    QSettings &settings; ///< geometry, columns, appearance
    Theme &theme;
    Prompts &prompts;
    /// What a new server of the account can be. Called on the window's thread.
    std::function<QFuture<Domain::Result<QList<Domain::ServerType>>>(const Domain::AccountId &)>
        listServerTypes;
    /// Whether the window can be hidden and brought back from a tray. Empty: it can't.
    std::function<bool()> canHide = {};
};

} // namespace Views
