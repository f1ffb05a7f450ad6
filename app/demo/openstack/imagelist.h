// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::OpenStack {

class Cloud;
struct Call;

// The images that a project can see, filtered by any property they have.
[[nodiscard]] Answer listImages(const Call &call, const Cloud &cloud);

} // namespace Demo::OpenStack
