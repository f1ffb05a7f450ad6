// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/action.h"

#include <functional>
#include <map>
#include <set>

namespace Demo::Hetzner {

// Runs the vendor's asynchronous work along simulated time: what is due happens in the order of its
// instants when the log is told how late it is.
class ActionLog
{
public:
    // Told the instant it was due, which may lie before the present.
    using Effect = std::function<void(Instant)>;
    struct Plan
    {
        QString command;
        QList<ActionResource> resources{};
        std::chrono::milliseconds lasts{0};
        // Happens at the end, also of an action that fails.
        Effect atEnd{};
        std::optional<ActionError> failure{};
    };

    // The reference is good until the log is destroyed. An action that lasts no time ends at once.
    const Action &begin(Plan plan, Instant now);
    // Something that no action tells of, such as an operating system halting by itself.
    void later(Instant when, Effect effect);
    // Puts down what happened before the simulation began.
    void addPast(Action action);
    void runUntil(Instant now);

    [[nodiscard]] const std::map<qint64, Action> &all() const;
    [[nodiscard]] const Action *find(qint64 id) const;
    [[nodiscard]] bool isBusy(const ActionResource &resource) const;
    [[nodiscard]] static int progress(const Action &action, Instant now);

private:
    void finish(qint64 id, Instant at, const Effect &atEnd);

    std::map<qint64, Action> m_actions;
    std::set<qint64> m_running;
    std::multimap<Instant, Effect> m_due;
    // Larger than 32 bits can hold, as the vendor's are.
    qint64 m_nextId = 5'212'004'711;
};

} // namespace Demo::Hetzner
