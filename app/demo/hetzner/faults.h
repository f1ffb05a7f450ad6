// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/vendorapi.h"

#include <QList>
#include <QRandomGenerator>

#include <optional>

namespace Demo::Hetzner {

// Decides which requests are refused for no reason of their own: those a test has named, and a
// seeded share of all. When the vendor's backend breaks down, half of the writes have taken effect.
class Faults
{
public:
    Faults(double rate, quint32 seed);

    void refuseNext(const Refusal &refusal);
    [[nodiscard]] std::optional<Refusal> next(const Request &request);

private:
    [[nodiscard]] std::optional<Refusal> takeOrdered(const Request &request);
    [[nodiscard]] Refusal draw(const Request &request);

    double m_rate;
    QRandomGenerator m_random;
    QList<Refusal> m_ordered;
};

} // namespace Demo::Hetzner
