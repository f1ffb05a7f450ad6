// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/stackconsole/stackconsoleatlas.h"

#include <QHash>
#include <QTimeZone>

namespace Providers {

/// Slugs and names of servers and volumes by the ids that other rows know them by.
using StackConsoleNames = QHash<QString, StackConsoleReference>;

/// Finishes rows: looks up what they refer to and tells whose they are. Pure.
class StackConsoleJoin
{
public:
    Domain::AccountId account;
    StackConsoleAtlas atlas;
    StackConsoleNames servers;
    StackConsoleNames volumes;
    std::optional<QTimeZone> zone; ///< of times without an offset; UTC where it is not known

    /// Servers, then volumes; without those that are gone.
    [[nodiscard]] QList<Domain::Resource> resources(
        const QList<StackConsoleResource> &serverRows,
        const QList<StackConsoleResource> &volumeRows) const;
    /// A time stays called local where it could not be told for certain.
    [[nodiscard]] QList<StackConsoleSnapshot> snapshots(QList<StackConsoleSnapshot> rows) const;

    /// Under all ids that the row is known by.
    static void learn(const QList<StackConsoleResource> &rows, StackConsoleNames &names);

private:
    [[nodiscard]] QDateTime instant(const StackConsoleTime &time) const;
    [[nodiscard]] Domain::Resource resource(const StackConsoleResource &row) const;
    [[nodiscard]] StackConsoleReference source(const StackConsoleSnapshot &row) const;
};

} // namespace Providers
