// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/faults.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

QStringList codesFor(const Request &request)
{
    QStringList codes{u"rate_limit_exceeded"_s, u"unavailable"_s, u"bad_gateway"_s};
    if (request.isWrite()) {
        codes += {u"locked"_s, u"conflict"_s};
    }
    return codes;
}

bool isAmbiguous(const QString &code)
{
    return code == "unavailable"_L1 || code == "bad_gateway"_L1;
}

} // namespace

FaultPlan::Words faultWords()
{
    return {codesFor, isAmbiguous};
}

} // namespace Demo::Hetzner
