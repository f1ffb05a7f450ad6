// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// Logging in, and what can be done with the token one gets.
void addTokenRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
