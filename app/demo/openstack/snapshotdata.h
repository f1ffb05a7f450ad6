// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <optional>

namespace Demo::OpenStack {

class Cloud;

// A year of volume snapshots. A wanted count is that of the first project, the images of its
// servers included, which have to be there: it gets only its newest, or nightly ones besides.
void addSnapshots(Cloud &cloud, std::optional<int> wanted);

} // namespace Demo::OpenStack
