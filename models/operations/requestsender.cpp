// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/requestsender.h"

#include "domain/cloudprovider.h"
#include "operations/patience.h"
#include "operations/runnercontext.h"

namespace Operations {

using Domain::Effect;
using Domain::Error;
using Domain::ErrorKind;
using Domain::PowerAction;
using Domain::PowerState;
using Domain::Result;
using std::chrono::milliseconds;

RequestSender::RequestSender(const Domain::Step &step, const RunnerContext &context,
                             QObject *parent)
    : QObject(parent)
    , m_step(step)
    , m_context(context)
{
}

void RequestSender::start()
{
    if (isPowerChange()) {
        readPower();
    } else {
        send();
    }
}

void RequestSender::stop()
{
    m_isStopped = true;
    disconnect();
}

Domain::CloudProvider *RequestSender::provider()
{
    if (m_isStopped) {
        return nullptr;
    }
    Domain::CloudProvider *provider = m_context.providerOf(Domain::accountOf(m_step.request));
    if (!provider) {
        Q_EMIT providerGone();
    }
    return provider;
}

void RequestSender::waitThen(milliseconds pause, void (RequestSender::*call)())
{
    m_context.clock.callAfter(pause, this, [this, call] { (this->*call)(); });
}

/// Only where the power is a means: what the person asked for is sent as it is.
bool RequestSender::isPowerChange() const
{
    return m_step.role != Domain::Step::Role::Main
        && std::holds_alternative<Domain::SetPower>(m_step.request);
}

/// The plan was made from what was last seen. A server that is off by now is not stopped, and so
/// not started afterwards; one that came up by itself is not started again.
void RequestSender::readPower()
{
    if (Domain::CloudProvider *cloud = provider()) {
        const auto &power = std::get<Domain::SetPower>(m_step.request);
        cloud->readResource(power.server)
            .then(this, [this](const Result<Domain::Resource> &resource) { powerRead(resource); });
    }
}

void RequestSender::powerRead(const Result<Domain::Resource> &resource)
{
    if (!resource) {
        powerUnknown(resource.error());
        return;
    }
    const bool starts = std::get<Domain::SetPower>(m_step.request).action == PowerAction::Start;
    if (resource->power == (starts ? PowerState::Running : PowerState::Stopped)) {
        Q_EMIT needless();
    } else {
        send();
    }
}

void RequestSender::powerUnknown(const Error &error)
{
    const bool isPatient = m_step.runsAfterFailure || error.kind == ErrorKind::Cancelled;
    const std::optional<milliseconds> pause =
        isPatient ? pauseAfterFailedRead(error, ++m_failedReads) : std::nullopt;
    if (pause) {
        waitThen(m_context.paced(*pause), &RequestSender::readPower);
    } else if (m_step.runsAfterFailure) {
        waitThen(m_context.paced(milliseconds(0)), &RequestSender::send);
    } else {
        fail(error, Effect::None);
    }
}

/// The one place where a request leaves.
void RequestSender::send()
{
    if (Domain::CloudProvider *cloud = provider()) {
        m_mayHaveTakenEffect = true;
        cloud->request(m_step.request).then(this, [this](const Result<Domain::Accepted> &answer) {
            answered(answer);
        });
    }
}

void RequestSender::answered(const Result<Domain::Accepted> &answer)
{
    if (answer) {
        Q_EMIT accepted(*answer);
        return;
    }
    // A provider that is destroyed gives up what it has sent already.
    const bool isCancelled = answer.error().kind == ErrorKind::Cancelled;
    // After a doubt, the name may be taken by what that request made.
    const bool isOurName = m_doubts > 0 && answer.error().kind == ErrorKind::NameTaken;
    if (answer.error().effect == Effect::Ambiguous || isCancelled || isOurName) {
        m_doubt = answer.error();
        m_doubt.kind = isCancelled ? ErrorKind::Interrupted : m_doubt.kind;
        ++m_doubts;
        m_looks = 0;
        m_failedReads = 0;
        lookLater();
    } else {
        m_mayHaveTakenEffect = m_doubts > 0;
        refused(answer.error());
    }
}

void RequestSender::refused(const Error &error)
{
    const bool isRemoved = error.kind == ErrorKind::NotFound
        && std::holds_alternative<Domain::RemoveSnapshot>(m_step.request);
    if (isRemoved) {
        Q_EMIT needless();
        return;
    }
    const std::optional<milliseconds> pause = pauseBeforeRepeat(error, m_step, m_refusals++);
    if (!pause) {
        fail(error, Effect::None);
        return;
    }
    // After a doubt, what it is locked by may be our own request: nothing leaves without a look.
    m_looks = 1;
    m_failedReads = 0;
    // A server that is busy may meanwhile come to what it is asked for by itself.
    const bool isBusy = error.kind == ErrorKind::Locked || error.kind == ErrorKind::Conflict;
    const auto again = isBusy && isPowerChange() ? &RequestSender::readPower : &RequestSender::send;
    waitThen(std::max(m_context.paced(*pause), error.retryAfter.value_or(milliseconds(0))),
             m_doubts > 0 ? &RequestSender::look : again);
}

void RequestSender::lookLater()
{
    if (const std::optional<milliseconds> pause = pauseBeforeLook(m_looks)) {
        waitThen(m_context.paced(*pause), &RequestSender::look);
    } else {
        foundNothing();
    }
}

void RequestSender::look()
{
    if (Domain::CloudProvider *cloud = provider()) {
        cloud->findEffect(m_step.request)
            .then(this, [this](const Result<Domain::Finding> &finding) { looked(finding); });
    }
}

void RequestSender::looked(const Result<Domain::Finding> &finding)
{
    if (!finding) {
        const std::optional<milliseconds> pause =
            pauseAfterFailedRead(finding.error(), ++m_failedReads);
        if (pause) {
            waitThen(m_context.paced(*pause), &RequestSender::look);
        } else {
            fail(m_doubt, Effect::Ambiguous);
        }
        return;
    }
    m_failedReads = 0;
    switch (finding->trace) {
    case Domain::Trace::Found:
        Q_EMIT accepted({finding->task, {}});
        break;
    case Domain::Trace::NotFound:
        ++m_looks;
        lookLater();
        break;
    case Domain::Trace::CanNotTell:
        fail(m_doubt, Effect::Ambiguous);
        break;
    }
}

void RequestSender::foundNothing()
{
    if (m_doubts == 1) {
        send();
    } else {
        fail(m_doubt, Effect::None);
    }
}

void RequestSender::fail(Error error, Effect effect)
{
    error.effect = effect;
    Q_EMIT failed(error);
}

} // namespace Operations
