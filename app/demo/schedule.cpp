// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/schedule.h"

namespace Demo {

void Schedule::at(Instant when, Effect effect)
{
    m_due.emplace(when, std::move(effect));
}

void Schedule::runUntil(Instant now)
{
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto due = m_due.extract(m_due.begin());
        due.mapped()(due.key());
    }
}

} // namespace Demo
