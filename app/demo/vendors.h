// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/simulatedclock.h"
#include "demo/vendorapi.h"

#include <memory>

namespace Demo {

// The vendors that can be simulated, in the order they are served.
[[nodiscard]] QStringList vendorNames();
// The words for in what a vendor's operators differ; most have none.
[[nodiscard]] QStringList variantNames(const QString &vendor);
// Null for a name that is not among them. The clock must live longer.
[[nodiscard]] std::unique_ptr<VendorApi> makeVendorApi(const CloudOptions &options,
                                                       const SimulatedClock &clock);

} // namespace Demo
