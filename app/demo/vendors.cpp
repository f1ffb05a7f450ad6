// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/vendors.h"

#include "demo/hetzner/hetznerapi.h"
#include "demo/openstack/openstackapi.h"
#include "demo/openstack/traits.h"
#include "demo/raff/raffapi.h"
#include "demo/raff/traits.h"
#include "demo/stackconsole/stackconsoleapi.h"
#include "demo/stackconsole/traits.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Demo {

namespace {

template <typename Api>
std::unique_ptr<VendorApi> make(const CloudOptions &options, const SimulatedClock &clock)
{
    return std::make_unique<Api>(options, clock);
}

QStringList none()
{
    return {};
}

struct Vendor
{
    QLatin1StringView name;
    // Empty: no demonstration has an account there.
    QLatin1StringView accountName;
    QLatin1StringView profile;
    std::unique_ptr<VendorApi> (*make)(const CloudOptions &, const SimulatedClock &) = nullptr;
    QStringList (*variants)() = none;
};

const std::array vendors{
    Vendor{"hetzner"_L1, "shop"_L1, {}, make<Hetzner::HetznerApi>},
    Vendor{"stackconsole"_L1, "1CNG"_L1, "1cng"_L1, make<StackConsole::StackConsoleApi>,
           StackConsole::Traits::words},
    Vendor{"raff"_L1, "Raff lab"_L1, {}, make<Raff::RaffApi>, Raff::Traits::words},
    Vendor{"openstack"_L1,
           "OpenStack"_L1,
           {},
           make<OpenStack::OpenStackApi>,
           OpenStack::Traits::words},
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

QList<Customer> customers()
{
    QList<Customer> customers;
    for (const Vendor &vendor : vendors) {
        if (!vendor.accountName.isEmpty()) {
            customers.append({vendor.name, vendor.accountName, vendor.profile});
        }
    }
    return customers;
}

QStringList variantNames(const QString &vendor)
{
    for (const Vendor &known : vendors) {
        if (known.name == vendor) {
            return known.variants();
        }
    }
    return {};
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
