// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/faultplan.h"
#include "demo/openstack/refusals.h"

namespace Demo::OpenStack {

// Which service a path belongs to; what belongs to none is told of as the identity service does.
[[nodiscard]] Service serviceOf(const QString &path);
[[nodiscard]] FaultPlan::Words faultWords();
// What a code is answered with by a service. The base is where the listener is reached.
[[nodiscard]] Answer faultAnswer(const QString &code, Service service, const QString &base);

} // namespace Demo::OpenStack
