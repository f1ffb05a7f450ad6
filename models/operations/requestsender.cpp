// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/requestsender.h"

#include "domain/cloudprovider.h"
#include "operations/planprogress.h"
#include "operations/runnercontext.h"

#include <utility>

namespace Operations {

using namespace Qt::StringLiterals;
using Domain::Effect;
using Domain::Error;
using Domain::ErrorKind;
using Domain::PowerAction;
using Domain::PowerState;
using Domain::Result;
using std::chrono::milliseconds;

namespace {

/// Null where the request leaves every snapshot as it is.
const Domain::SnapshotKey *snapshotAtStake(const Domain::Request &request)
{
    if (const auto *removal = std::get_if<Domain::RemoveSnapshot>(&request)) {
        return &removal->snapshot;
    }
    const auto *rollBack = std::get_if<Domain::RollBack>(&request);
    return rollBack ? &rollBack->snapshot : nullptr;
}

} // namespace

RequestSender::RequestSender(Sending sending, const RunnerContext &context, QObject *parent)
    : QObject(parent)
    , m_sending(std::move(sending))
    , m_step(m_sending.step)
    , m_context(context)
{
}

void RequestSender::start()
{
    if (m_sending.begin == Sending::Begin::ByLooking) {
        m_mayHaveTakenEffect = true;
        m_isWrittenDown = true;
        m_doubts = 1;
        m_doubt.kind = ErrorKind::Interrupted;
        m_doubt.effect = Effect::Ambiguous;
        if (const Domain::CloudProvider *cloud = provider()) {
            m_showsWithin = cloud->capabilities().showsWithin;
            lookLater();
        }
    } else if (isPowerChange()) {
        readPower();
    } else if (snapshotAtStake(m_step.request) && m_sending.snapshotCreated.isValid()) {
        readSnapshot();
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
    if (const std::optional<milliseconds> pause = pauseAfter(error)) {
        waitThen(m_context.paced(*pause), &RequestSender::readPower);
    } else if (m_step.runsAfterFailure && error.kind != ErrorKind::Unauthorized) {
        waitThen(m_context.paced(milliseconds(0)), &RequestSender::send);
    } else {
        refuse(error);
    }
}

/// The plan was made of what was last seen, which may be hours old: an id may have been given
/// anew, and a lock may have been put on.
void RequestSender::readSnapshot()
{
    if (Domain::CloudProvider *cloud = provider()) {
        cloud->readSnapshot(*snapshotAtStake(m_step.request))
            .then(this,
                  [this](const Result<Domain::Snapshot> &snapshot) { snapshotRead(snapshot); });
    }
}

void RequestSender::snapshotRead(const Result<Domain::Snapshot> &snapshot)
{
    if (!snapshot) {
        snapshotUnknown(snapshot.error());
        return;
    }
    const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(m_step.request);
    const bool isAnother = snapshot->created != m_sending.snapshotCreated
        || (m_sending.snapshotSource && snapshot->source
            && snapshot->source != m_sending.snapshotSource);
    Error error;
    if (isAnother) {
        error.kind = ErrorKind::Conflict;
        error.code = u"changed"_s;
        error.message = u"Another snapshot has this id by now."_s;
    } else if (isRemoval && snapshot->isProtected) {
        error.kind = ErrorKind::Protected;
    } else {
        send();
        return;
    }
    fail(error, Effect::None);
}

void RequestSender::snapshotUnknown(const Error &error)
{
    const bool isRemoval = std::holds_alternative<Domain::RemoveSnapshot>(m_step.request);
    if (error.kind == ErrorKind::NotFound && isRemoval) {
        Q_EMIT needless();
    } else if (const std::optional<milliseconds> pause = pauseAfter(error)) {
        waitThen(m_context.paced(*pause), &RequestSender::readSnapshot);
    } else {
        refuse(error);
    }
}

/// Before anything is sent. Where nothing would be left half done, a failed read is told at once.
std::optional<milliseconds> RequestSender::pauseAfter(const Error &error)
{
    const bool mustRun = m_sending.stake == Stake::ServerOff;
    const bool isPatient = mustRun || error.kind == ErrorKind::Cancelled
        || (m_sending.stake == Stake::HalfDone && isUnreachable(error.kind));
    if (!isPatient) {
        return std::nullopt;
    }
    const std::optional<milliseconds> pause = pauseAfterFailedRead(error, ++m_failedReads);
    if (pause && isUnreachable(error.kind)) {
        Q_EMIT unreachable();
    }
    return pause;
}

/// Nothing that can't be written down is sent, but for the start of a server that was stopped: it
/// does no harm when it is sent twice.
void RequestSender::send()
{
    if (m_isWrittenDown || !m_sending.writeDown) {
        dispatch();
        return;
    }
    m_sending.writeDown().then(this, [this](const Result<Domain::Done> &written) {
        if (m_isStopped) {
            return;
        }
        if (!written && m_sending.stake != Stake::ServerOff) {
            fail(written.error(), Effect::None);
            return;
        }
        m_isWrittenDown = written.has_value();
        dispatch();
    });
}

/// The one place where a request leaves.
void RequestSender::dispatch()
{
    if (Domain::CloudProvider *cloud = provider()) {
        if (m_doubts == 0) { // nothing of it can be older
            stamp(m_step.request, m_context.clock.now());
        }
        m_mayHaveTakenEffect = true;
        m_showsWithin = cloud->capabilities().showsWithin;
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
    const std::optional<milliseconds> pause =
        pauseBeforeRepeat(error, m_sending.stake, m_refusals++);
    if (!pause) {
        refuse(error);
        return;
    }
    if (isUnreachable(error.kind)) {
        Q_EMIT unreachable();
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
    // The provider may be answering from its destructor: nothing is asked from here.
    if (const std::optional<milliseconds> pause = pauseBeforeLook(m_looks, m_showsWithin)) {
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
        if (finding.error().kind == ErrorKind::Unauthorized) {
            Q_EMIT credentialRefused();
            return;
        }
        if (!pause) {
            fail(m_doubt, Effect::Ambiguous);
            return;
        }
        if (isUnreachable(finding.error().kind)) {
            Q_EMIT unreachable();
        }
        waitThen(m_context.paced(*pause), &RequestSender::look);
        return;
    }
    m_failedReads = 0;
    switch (finding->trace) {
    case Domain::Trace::Found:
        Q_EMIT found(finding->task);
        break;
    case Domain::Trace::NotFound:
        if (const QDateTime stamp = stampOf(m_step.request);
            stamp.isValid() && stamp > m_context.clock.now()) {
            fail(m_doubt, Effect::Ambiguous); // the clock was fast then: what is there looks old
            break;
        }
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

/// Proven undone, by an answer that more of the same won't change.
void RequestSender::refuse(const Error &error)
{
    const bool isHalfDone = m_sending.stake != Stake::Nothing || m_doubts > 0;
    if (error.kind == ErrorKind::Unauthorized && isHalfDone) {
        Q_EMIT credentialRefused();
    } else {
        fail(error, Effect::None);
    }
}

void RequestSender::fail(Error error, Effect effect)
{
    error.effect = effect;
    Q_EMIT failed(error);
}

} // namespace Operations
