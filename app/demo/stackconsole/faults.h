// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/vendorapi.h"

#include <QList>
#include <QRandomGenerator>

#include <functional>
#include <optional>

namespace Demo::StackConsole {

// Decides which requests are not answered as they ought to be: those a test has named, and a
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

// Every word that can be ordered.
[[nodiscard]] QStringList faultWords();
// What the request gets instead. `route` is the path below the base. `carryOut` has the request
// take effect, as words that only tell a success in another way always do.
[[nodiscard]] Answer faultAnswer(const Refusal &fault, const QString &route,
                                 const std::function<Answer()> &carryOut);

} // namespace Demo::StackConsole
