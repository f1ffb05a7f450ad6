// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/traits.h"

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {
const auto silentRevert = "silent-revert"_L1;
const auto noState = "no-state"_L1;
const auto noPlan = "no-plan"_L1;
const auto noSlug = "no-slug"_L1;
} // namespace

QStringList Traits::words()
{
    return {silentRevert, noState, noPlan, noSlug};
}

Traits Traits::from(const QStringList &words)
{
    return {.showsReverting = !words.contains(silentRevert),
            .tellsState = !words.contains(noState),
            .sellsVolumeSnapshots = !words.contains(noPlan),
            .answersWithSlug = !words.contains(noSlug)};
}

} // namespace Demo::StackConsole
