// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/jobqueues.h"

namespace Net {

std::optional<JobQueues::JobId> JobQueues::next(const IsGone &isGone)
{
    for (std::deque<JobId> *queue : {&m_user, &m_list}) {
        while (!queue->empty() && isGone(queue->front())) {
            queue->pop_front();
        }
        if (!queue->empty()) {
            return queue->front();
        }
    }
    return std::nullopt;
}

void JobQueues::takeNext()
{
    (m_user.empty() ? m_list : m_user).pop_front();
}

std::vector<JobQueues::JobId> JobQueues::takeAll()
{
    std::vector<JobId> ids(m_user.begin(), m_user.end());
    ids.insert(ids.end(), m_list.begin(), m_list.end());
    m_user.clear();
    m_list.clear();
    return ids;
}

std::deque<JobQueues::JobId> &JobQueues::queueOf(HttpClient::Priority priority)
{
    return priority == HttpClient::Priority::User ? m_user : m_list;
}

} // namespace Net
