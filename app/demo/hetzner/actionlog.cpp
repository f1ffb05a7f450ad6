// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/actionlog.h"

#include <algorithm>

namespace Demo::Hetzner {

namespace {
const int almostDone = 99;
const int done = 100;
const int percentAtFailure = 60;
} // namespace

const Action &ActionLog::begin(Plan plan, Instant now)
{
    Action action;
    action.id = m_nextId++;
    action.command = plan.command;
    action.started = now;
    action.lasts = plan.lasts;
    action.resources = plan.resources;
    action.error = plan.failure;
    const Action &begun = m_actions.emplace(action.id, action).first->second;
    m_running.insert(begun.id);
    if (plan.lasts <= std::chrono::milliseconds::zero()) {
        finish(begun.id, now, plan.atEnd);
    } else {
        const auto end = plan.failure ? plan.lasts * percentAtFailure / done : plan.lasts;
        later(now + end, [this, id = begun.id, atEnd = std::move(plan.atEnd)](Instant at) {
            finish(id, at, atEnd);
        });
    }
    return begun;
}

void ActionLog::later(Instant when, Effect effect)
{
    m_due.emplace(when, std::move(effect));
}

void ActionLog::addPast(Action action)
{
    action.id = m_nextId++;
    action.status = ActionStatus::Success;
    action.progress = done;
    action.finished = action.started + action.lasts;
    m_actions.emplace(action.id, action);
}

void ActionLog::runUntil(Instant now)
{
    while (!m_due.empty() && m_due.begin()->first <= now) {
        const auto due = m_due.extract(m_due.begin());
        due.mapped()(due.key());
    }
}

void ActionLog::finish(qint64 id, Instant at, const Effect &atEnd)
{
    Action &action = m_actions.at(id);
    action.finished = at;
    action.progress = action.error ? percentAtFailure : done;
    action.status = action.error ? ActionStatus::Error : ActionStatus::Success;
    m_running.erase(id);
    if (atEnd) {
        atEnd(at);
    }
}

const std::map<qint64, Action> &ActionLog::all() const
{
    return m_actions;
}

const Action *ActionLog::find(qint64 id) const
{
    const auto found = m_actions.find(id);
    return found == m_actions.end() ? nullptr : &found->second;
}

bool ActionLog::isBusy(const ActionResource &resource) const
{
    return std::ranges::any_of(m_running, [this, &resource](qint64 id) {
        return m_actions.at(id).resources.contains(resource);
    });
}

int ActionLog::progress(const Action &action, Instant now)
{
    if (action.status != ActionStatus::Running) {
        return action.progress;
    }
    if (action.lasts <= std::chrono::milliseconds::zero()) {
        return 0;
    }
    const auto passed = static_cast<double>((now - action.started).count());
    const double share = passed / static_cast<double>(action.lasts.count());
    return std::clamp(static_cast<int>(share * done), 0, almostDone);
}

} // namespace Demo::Hetzner
