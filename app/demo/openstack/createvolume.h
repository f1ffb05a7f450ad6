// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::OpenStack {

class Cloud;
struct Call;

// An empty one, or one that is filled from a snapshot or an image.
[[nodiscard]] Answer orderVolume(const Call &call, Cloud &cloud);

} // namespace Demo::OpenStack
