// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Demo::StackConsole {

// In what one operator's deployment differs from another's.
struct Traits
{
    // Words for them, as CloudOptions::variants has them.
    [[nodiscard]] static QStringList words();
    [[nodiscard]] static Traits from(const QStringList &words);

    // "silent-revert": a snapshot that is being reverted to looks as it did before.
    bool showsReverting = true;
    // "no-state": snapshots tell neither a state nor a size.
    bool tellsState = true;
    // "no-plan": snapshots of volumes are not in the price list.
    bool sellsVolumeSnapshots = true;
    // "no-slug": creating never answers with what it makes.
    bool answersWithSlug = true;
};

} // namespace Demo::StackConsole
