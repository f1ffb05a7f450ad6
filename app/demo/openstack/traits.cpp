// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/openstack/traits.h"

using namespace Qt::StringLiterals;

namespace Demo::OpenStack {

namespace {

const auto oldRelease = "old-release"_L1;
const auto wrongLinks = "wrong-links"_L1;
const auto secondRegion = "second-region"_L1;

} // namespace

QStringList Traits::words()
{
    return {oldRelease, wrongLinks, secondRegion};
}

Traits Traits::from(const QStringList &words)
{
    Traits traits;
    traits.isOld = words.contains(oldRelease);
    traits.hasWrongLinks = words.contains(wrongLinks);
    traits.hasSecondRegion = words.contains(secondRegion);
    return traits;
}

} // namespace Demo::OpenStack
