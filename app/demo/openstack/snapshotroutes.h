// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

void addSnapshotRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
