// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/openstack/entities.h"

#include <QJsonArray>

// Images of servers, as the compute service makes them.
namespace Demo::OpenStack {

class Cloud;

// With nothing in it yet, and without an id.
[[nodiscard]] Image imageOf(const Cloud &cloud, const Server &server, const QString &name,
                            Instant created);
// What was on the server's own disk is in the image now.
void fillImage(Image &image, qint64 size);
// Takes a snapshot of every volume of a server on volumes; the image tells which they are, and
// holds nothing else.
void snapshotVolumes(Cloud &cloud, const Server &server, Image &image, Instant created);
// Whether an image is such a one, and the snapshots it tells.
[[nodiscard]] QJsonArray volumesOf(const Image &image);

} // namespace Demo::OpenStack
