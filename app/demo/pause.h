// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace Demo {

// A wait that can be cut short from another thread, once and for all.
class Pause
{
public:
    void waitFor(std::chrono::microseconds duration);
    void interrupt();

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_isInterrupted = false;
};

} // namespace Demo
