// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/cloudoptions.h"
#include "demo/simulatedclock.h"
#include "demo/vendorapi.h"

#include <QList>

#include <memory>

namespace Demo {

// The account that a demonstration has at a vendor.
struct Customer
{
    QString vendor;
    QString name; // of the account
    QString profile; // of the vendor's operator; empty for a vendor that has none
};

// The vendors that can be simulated, in the order they are served.
[[nodiscard]] QStringList vendorNames();
// In the same order, at most one a vendor.
[[nodiscard]] QList<Customer> customers();
// The words for in what a vendor's operators differ; most have none.
[[nodiscard]] QStringList variantNames(const QString &vendor);
// Null for a name that is not among them. The clock must live longer.
[[nodiscard]] std::unique_ptr<VendorApi> makeVendorApi(const CloudOptions &options,
                                                       const SimulatedClock &clock);

} // namespace Demo
