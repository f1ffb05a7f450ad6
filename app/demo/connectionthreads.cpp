// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/connectionthreads.h"

namespace Demo {

ConnectionThreads::~ConnectionThreads()
{
    shutdown();
}

bool ConnectionThreads::enqueue(std::function<void()> serveConnection)
{
    joinFinished();
    Connection &connection = m_connections.emplace_back();
    connection.thread = std::thread([&connection, serve = std::move(serveConnection)] {
        serve();
        connection.isOver = true;
    });
    return true;
}

void ConnectionThreads::shutdown()
{
    for (Connection &connection : m_connections) {
        connection.thread.join();
    }
    m_connections.clear();
}

void ConnectionThreads::joinFinished()
{
    for (auto it = m_connections.begin(); it != m_connections.end();) {
        if (it->isOver) {
            it->thread.join();
            it = m_connections.erase(it);
        } else {
            ++it;
        }
    }
}

} // namespace Demo
