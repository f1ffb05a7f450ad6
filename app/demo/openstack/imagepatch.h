// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

namespace Demo::OpenStack {

class Cloud;
struct Call;
struct Image;

// Changes an image by a list of operations: all of them, or none.
[[nodiscard]] Answer patchImage(const Call &call, const Cloud &cloud, Image &image);

} // namespace Demo::OpenStack
