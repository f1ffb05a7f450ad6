// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"

#include <deque>
#include <vector>

namespace Net {

/// Who leaves next: requests of the user's own stand before pages of a running list. Ids of jobs
/// that are gone may stay in it; they are told apart when their turn comes.
class JobQueues
{
public:
    using JobId = quint64;
    using IsGone = std::function<bool(JobId)>;

    void append(HttpClient::Priority priority, JobId id) { queueOf(priority).push_back(id); }
    /// For what has waited its turn before.
    void prepend(HttpClient::Priority priority, JobId id) { queueOf(priority).push_front(id); }

    [[nodiscard]] std::optional<JobId> next(const IsGone &isGone);
    /// Takes out what next() answered.
    void takeNext();
    [[nodiscard]] std::vector<JobId> takeAll();

private:
    [[nodiscard]] std::deque<JobId> &queueOf(HttpClient::Priority priority);

    std::deque<JobId> m_user;
    std::deque<JobId> m_list;
};

} // namespace Net
