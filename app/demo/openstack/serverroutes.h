// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// Servers, and what is asked of them.
void addServerRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
