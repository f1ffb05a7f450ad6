// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Demo::OpenStack {

class Cloud;
class Endpoint;

// Projects, users, application credentials and the versions. The state must live as long as the
// endpoint.
void addIdentityRoutes(Endpoint &endpoint, Cloud &cloud);

} // namespace Demo::OpenStack
