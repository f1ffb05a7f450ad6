// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/pause.h"

namespace Demo {

void Pause::waitFor(std::chrono::microseconds duration)
{
    if (duration <= std::chrono::microseconds::zero()) {
        return;
    }
    const auto end = std::chrono::steady_clock::now() + duration;
    std::unique_lock lock(m_mutex);
    m_wake.wait_until(lock, end, [this] { return m_isInterrupted; });
}

void Pause::interrupt()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isInterrupted = true;
    }
    m_wake.notify_all();
}

} // namespace Demo
