// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <atomic>
#include <functional>
#include <list>
#include <thread>

#include <httplib.h>

namespace Demo {

// One thread a connection: a kept-alive connection holds its thread until it closes, so a pool of a
// fixed size would leave the connections beyond it waiting for seconds.
class ConnectionThreads : public httplib::TaskQueue
{
public:
    ConnectionThreads() = default;
    ~ConnectionThreads() override;
    ConnectionThreads(const ConnectionThreads &) = delete;
    ConnectionThreads &operator=(const ConnectionThreads &) = delete;

    // Both are called by the accepting thread alone.
    bool enqueue(std::function<void()> serveConnection) override;
    void shutdown() override;

private:
    struct Connection
    {
        std::atomic<bool> isOver = false;
        std::thread thread;
    };
    void joinFinished();

    std::list<Connection> m_connections;
};

} // namespace Demo
