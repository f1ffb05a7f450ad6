// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <QJsonObject>

namespace Demo::OpenStack {

// The JSON that goes over the wire of the image service. Whatever is told of an image stands beside
// each other, be it the service's own or anybody's.
[[nodiscard]] QJsonObject json(const Image &image);

} // namespace Demo::OpenStack
