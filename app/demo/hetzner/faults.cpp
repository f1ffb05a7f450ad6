// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/faults.h"

#include <algorithm>

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

Faults::Faults(double rate, quint32 seed)
    : m_rate(rate)
    , m_random(seed)
{
}

void Faults::refuseNext(const Refusal &refusal)
{
    m_ordered.append(refusal);
}

std::optional<Refusal> Faults::next(const Request &request)
{
    if (const std::optional<Refusal> ordered = takeOrdered(request)) {
        return ordered;
    }
    // Not even drawn without a rate, so that ordered refusals stay independent of chance.
    if (m_rate <= 0 || m_random.generateDouble() >= m_rate) {
        return std::nullopt;
    }
    return draw(request);
}

std::optional<Refusal> Faults::takeOrdered(const Request &request)
{
    const auto found = std::ranges::find_if(m_ordered, [&request](const Refusal &refusal) {
        return refusal.method == request.method && request.path.contains(refusal.pathPart);
    });
    if (found == m_ordered.end()) {
        return std::nullopt;
    }
    Refusal refusal = std::move(*found);
    m_ordered.erase(found);
    return refusal;
}

Refusal Faults::draw(const Request &request)
{
    const QStringList codes = codesFor(request);
    Refusal refusal;
    refusal.code = codes.at(m_random.bounded(codes.size()));
    const bool isCarriedOut =
        request.isWrite() && isAmbiguous(refusal.code) && m_random.bounded(2) == 1;
    refusal.carried = isCarriedOut ? Refusal::Carried::Out : Refusal::Carried::NotOut;
    return refusal;
}

} // namespace Demo::Hetzner
