// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/cloudoptions.h"

using namespace Qt::StringLiterals;

namespace Demo {

CloudOptions CloudOptions::forVendor(const QString &vendor)
{
    CloudOptions options;
    options.vendor = vendor;
    // Some vendors' own clients insist on 64 characters.
    options.token = (u"demo-secret-%1-"_s.arg(vendor)).leftJustified(64, u'0', true);
    return options;
}

} // namespace Demo
