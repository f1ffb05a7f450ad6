// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/mainwindow/mainwindowservices.h"

#include <QString>

namespace Views {

/// What stands where the table would be blank.
enum class StateKind {
    Rows,
    NoAccount,
    Loading,
    Failed,
    FilterHidesAll,
    NoSnapshots,
    NoKind,
    NoActivity,
};

struct TableState
{
    StateKind kind = StateKind::Rows;
    QString title;
    QString text;

    friend bool operator==(const TableState &, const TableState &) = default;
};

/// From the models and the inventory alone.
[[nodiscard]] TableState tableState(const MainWindowServices &services);
/// The same for the page of servers and volumes; `shown` rows are left by the filter.
[[nodiscard]] TableState serversState(const MainWindowServices &services, int shown,
                                      const QString &filter);
/// The same for the activity, which needs no account.
enum class Narrowed { No, Yes }; ///< by a choice beside the words
[[nodiscard]] TableState activityState(const MainWindowServices &services, int shown,
                                       const QString &filter, Narrowed narrowed);

} // namespace Views
