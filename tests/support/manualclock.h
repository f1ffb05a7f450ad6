// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/clock.h"

#include <QList>
#include <QPointer>

#include <optional>

namespace Support {

/// Time that stands still until a test moves it. Waiting calls run inside advance(), in the order
/// they are due, each seeing the time it was due at; calls they add in turn run too when they fall
/// due in the same stretch. A call without delay runs from the event loop, as with the system's
/// clock. One thread only.
class ManualClock final : public Domain::Clock
{
public:
    /// Starts at 2026-01-02T03:04:05Z unless told otherwise.
    ManualClock();
    explicit ManualClock(const QDateTime &start);

    [[nodiscard]] QDateTime now() const override;
    [[nodiscard]] std::chrono::milliseconds elapsed() const override;
    void callAfter(std::chrono::milliseconds delay, QObject *context,
                   std::function<void()> call) override;

    void advance(std::chrono::milliseconds duration);

    /// Calls that wait and whose context lives.
    [[nodiscard]] int waitingCalls() const;
    /// How long until the next of them; nothing when none waits.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextCall() const;

private:
    struct Call
    {
        std::chrono::milliseconds due;
        bool hasContext = false;
        QPointer<QObject> context;
        std::function<void()> run;

        [[nodiscard]] bool isAlive() const { return !hasContext || context; }
    };
    [[nodiscard]] std::optional<Call> takeDue(std::chrono::milliseconds until);

    QDateTime m_start;
    std::chrono::milliseconds m_elapsed{0};
    QList<Call> m_calls; ///< by due time, then by the order they were added
};

} // namespace Support
