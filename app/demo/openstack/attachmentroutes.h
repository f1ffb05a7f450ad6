// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// Which volumes are attached to a server.
void addAttachmentRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
