// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::OpenStack {

class Cloud;
struct Call;

// From an image, from a volume, or from an image that tells snapshots of volumes.
[[nodiscard]] Answer orderServer(const Call &call, Cloud &cloud);

} // namespace Demo::OpenStack
