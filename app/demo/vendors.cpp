// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/vendors.h"

#include "demo/hetzner/hetznerapi.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

template <typename Api>
std::unique_ptr<VendorApi> make(const CloudOptions &options, const SimulatedClock &clock)
{
    return std::make_unique<Api>(options, clock);
}

struct Vendor
{
    QLatin1StringView name;
    std::unique_ptr<VendorApi> (*make)(const CloudOptions &, const SimulatedClock &) = nullptr;
};

const std::array vendors{
    Vendor{"hetzner"_L1, make<Hetzner::HetznerApi>},
};

} // namespace

QStringList vendorNames()
{
    QStringList names;
    for (const Vendor &vendor : vendors) {
        names.append(vendor.name);
    }
    return names;
}

std::unique_ptr<VendorApi> makeVendorApi(const CloudOptions &options, const SimulatedClock &clock)
{
    for (const Vendor &vendor : vendors) {
        if (vendor.name == options.vendor) {
            return vendor.make(options, clock);
        }
    }
    return nullptr;
}

} // namespace Demo
