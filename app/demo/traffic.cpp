// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/traffic.h"

#include <algorithm>

namespace Demo {

namespace {
QString key(const QByteArray &method, const QString &path)
{
    return QString::fromLatin1(method) + u' ' + path;
}
} // namespace

Traffic::Visit::Visit(Traffic &traffic, const Request &request)
    : m_traffic(traffic)
{
    const std::lock_guard lock(m_traffic.m_mutex);
    ++m_traffic.m_byRequest[key(request.method, request.path)];
    ++m_traffic.m_served;
    ++m_traffic.m_now;
    m_traffic.m_most = std::max(m_traffic.m_most, m_traffic.m_now);
}

Traffic::Visit::~Visit()
{
    const std::lock_guard lock(m_traffic.m_mutex);
    --m_traffic.m_now;
}

int Traffic::served() const
{
    const std::lock_guard lock(m_mutex);
    return m_served;
}

int Traffic::served(const QByteArray &method, const QString &path) const
{
    const std::lock_guard lock(m_mutex);
    return m_byRequest.value(key(method, path));
}

int Traffic::mostAtOnce() const
{
    const std::lock_guard lock(m_mutex);
    return m_most;
}

void Traffic::reset()
{
    const std::lock_guard lock(m_mutex);
    m_byRequest.clear();
    m_served = 0;
    m_most = m_now;
}

} // namespace Demo
