// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace Demo::OpenStack {

// In what operators differ from each other.
struct Traits
{
    [[nodiscard]] static QStringList words();
    [[nodiscard]] static Traits from(const QStringList &words);

    // A release that neither reverts volumes nor rebuilds servers on them.
    bool isOld = false;
    // Links of lists name a host that nobody outside can reach.
    bool hasWrongLinks = false;
    // "ber" beside "fra".
    bool hasSecondRegion = false;
};

} // namespace Demo::OpenStack
