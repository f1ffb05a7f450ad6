// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/faultplan.h"

#include <algorithm>

namespace Demo {

FaultPlan::FaultPlan(double rate, quint32 seed, const Words &words)
    : m_rate(rate)
    , m_random(seed)
    , m_words(words)
{
}

void FaultPlan::refuseNext(const Refusal &refusal)
{
    m_ordered.append(refusal);
}

std::optional<Refusal> FaultPlan::next(const Request &request)
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

std::optional<Refusal> FaultPlan::takeOrdered(const Request &request)
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

Refusal FaultPlan::draw(const Request &request)
{
    const QStringList codes = m_words.of(request);
    Refusal refusal;
    refusal.code = codes.at(m_random.bounded(codes.size()));
    const bool isCarriedOut =
        request.isWrite() && m_words.isAmbiguous(refusal.code) && m_random.bounded(2) == 1;
    refusal.carried = isCarriedOut ? Refusal::Carried::Out : Refusal::Carried::NotOut;
    return refusal;
}

} // namespace Demo
