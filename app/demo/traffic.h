// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/message.h"

#include <QHash>

#include <mutex>

namespace Demo {

// Counts what a server is asked.
class Traffic
{
public:
    // Holds a request as being answered for as long as it lives.
    class Visit
    {
    public:
        Visit(Traffic &traffic, const Request &request);
        ~Visit();
        Visit(const Visit &) = delete;
        Visit &operator=(const Visit &) = delete;

    private:
        Traffic &m_traffic;
    };

    [[nodiscard]] int served() const;
    [[nodiscard]] int served(const QByteArray &method, const QString &path) const;
    [[nodiscard]] int mostAtOnce() const;
    void reset();

private:
    mutable std::mutex m_mutex;
    QHash<QString, int> m_byRequest;
    int m_served = 0;
    int m_now = 0;
    int m_most = 0;
};

} // namespace Demo
