// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/vendorapi.h"

#include <QList>
#include <QRandomGenerator>

#include <optional>

namespace Demo {

// Decides which requests are not answered as they ought to be, for no reason of their own: those a
// test has named, and a seeded share of all. When the vendor's backend breaks down, half of the
// writes have taken effect.
class FaultPlan
{
public:
    // The vendor's words for what can happen to a request on a bad day.
    struct Words
    {
        QStringList (*of)(const Request &request) = nullptr;
        // Whether the word leaves open what was done.
        bool (*isAmbiguous)(const QString &word) = nullptr;
    };

    FaultPlan(double rate, quint32 seed, const Words &words);

    void refuseNext(const Refusal &refusal);
    [[nodiscard]] std::optional<Refusal> next(const Request &request);

private:
    [[nodiscard]] std::optional<Refusal> takeOrdered(const Request &request);
    [[nodiscard]] Refusal draw(const Request &request);

    double m_rate;
    QRandomGenerator m_random;
    Words m_words;
    QList<Refusal> m_ordered;
};

} // namespace Demo
