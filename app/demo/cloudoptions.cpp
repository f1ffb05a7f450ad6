// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cloudoptions.h"

#include "demo/openstack/credential.h"

using namespace Qt::StringLiterals;

namespace Demo {

namespace {
// What its standard tier is given.
const int raffRequestsPerHour = 30 * 3600;
// Its services set no limit; whoever runs them may.
const int openStackRequestsPerHour = 1000 * 3600;
} // namespace

CloudOptions CloudOptions::forVendor(const QString &vendor)
{
    CloudOptions options;
    options.vendor = vendor;
    // Some vendors' own clients insist on 64 characters; some vendors' tokens hold a bar.
    const QChar separator = vendor == "stackconsole"_L1 ? u'|' : u'-';
    options.token = QString(u"demo-secret-"_s + vendor + separator).leftJustified(64, u'0', true);
    if (vendor == "raff"_L1) {
        options.requestsPerHour = raffRequestsPerHour;
    }
    if (vendor == "openstack"_L1) {
        options.requestsPerHour = openStackRequestsPerHour;
        options.token = OpenStack::Credential::usual();
    }
    return options;
}

} // namespace Demo
