// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationrunner.h"

#include "domain/deferred.h"
#include "operations/operationrunnerprivate.h"
#include "operations/planprogress.h"

#include <QLoggingCategory>

#include <algorithm>

namespace Operations {

using namespace Qt::StringLiterals;
using Domain::AccountId;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Operation;
using Domain::OperationId;
using Domain::OperationState;
using Domain::Step;

namespace {

Q_LOGGING_CATEGORY(operationsLog, "app.operations", QtInfoMsg)

} // namespace

/// Flat even when operations end as soon as they begin.
void OperationRunner::Private::runWaiting()
{
    if (isChoosing || isStopped) {
        return;
    }
    isChoosing = true;
    while (const std::optional<OperationId> id = list.nextToRun()) {
        begin(*id);
    }
    isChoosing = false;
}

void OperationRunner::Private::begin(const OperationId &id)
{
    watch(list.find(id)->account);
    list.change(id, [this](Operation &operation) {
        operation.state = OperationState::Running;
        operation.started = context.clock.now();
    });
    goOn(id);
}

void OperationRunner::Private::goOn(const OperationId &id)
{
    if (!list.findOpen(id)) {
        return;
    }
    bool hasStep = false;
    list.change(id, [&hasStep](Operation &operation) { hasStep = advance(operation); });
    const Operation *operation = list.findOpen(id);
    if (operation && hasStep) {
        beginStep(id);
    } else if (operation) {
        end(id, endState(*operation));
    }
}

void OperationRunner::Private::beginStep(const OperationId &id)
{
    unsent.insert(id);
    list.change(id, [this](Operation &operation) { beginRequest(operation, context.clock.now()); });
    request(id, Sending::Begin::Afresh);
}

Sending OperationRunner::Private::sendingOf(const Operation &operation, Sending::Begin how)
{
    Sending sending;
    sending.step = operation.steps.at(operation.current);
    sending.stake = stakeOf(operation);
    sending.begin = how;
    if (sending.step.role == Step::Role::Main) {
        sending.snapshotCreated = operation.snapshotCreated;
    }
    if (operation.kind == Domain::OperationKind::Remove) {
        sending.snapshotSource = operation.resource;
    }
    if (writeDown) {
        sending.writeDown = [this, id = operation.id] {
            const Operation *current = list.findOpen(id);
            return current ? writeDown(*current)
                           : Domain::settled<Domain::Done>(Domain::failure(ErrorKind::Cancelled));
        };
    }
    return sending;
}

void OperationRunner::Private::request(const OperationId &id, Sending::Begin how)
{
    const Operation *operation = list.findOpen(id);
    if (!operation) {
        return;
    }
    const AccountId account = operation->account;
    auto *sender = new RequestSender(sendingOf(*operation, how), context, this);
    senders.insert(id, sender);
    unsent.remove(id);
    connect(sender, &RequestSender::found, this,
            [this, id](const Domain::RemoteTask &task) { found(id, task); });
    connect(sender, &RequestSender::credentialRefused, this, [this, id, account] {
        refused.insert(account, context.providerOf(account));
        hold(id);
    });
    connect(sender, &RequestSender::unreachable, this,
            [this, id] { note(id, Domain::Hold::Network); });
    connect(sender, &RequestSender::accepted, this,
            [this, id](const Domain::Accepted &answer) { accepted(id, answer); });
    connect(sender, &RequestSender::failed, this,
            [this, id](const Error &error) { endStep(id, Step::State::Failed, error); });
    connect(sender, &RequestSender::needless, this,
            [this, id] { endStep(id, needlessState(*list.find(id))); });
    connect(sender, &RequestSender::providerGone, this, [this, account] { endAccount(account); });
    sender->start();
}

void OperationRunner::Private::accepted(const OperationId &id, const Domain::Accepted &accepted)
{
    dropSender(id);
    const bool hasPassword = !accepted.password.isEmpty();
    if (hasPassword) {
        passwords.insert(id, accepted.password);
    }
    list.change(id, [hasPassword, &accepted](Operation &operation) {
        operation.hasPassword = operation.hasPassword || hasPassword;
        operation.steps[operation.current].requestId = accepted.requestId;
    });
    taken(id, accepted.task);
}

void OperationRunner::Private::found(const OperationId &id, const Domain::RemoteTask &task)
{
    dropSender(id);
    const Operation *operation = list.findOpen(id);
    Domain::CloudProvider *provider = operation ? context.providerOf(operation->account) : nullptr;
    if (provider && mayReturnPassword(*operation, provider->capabilities())) {
        list.change(id, [](Operation &edited) { edited.isPasswordLost = true; });
    }
    taken(id, task);
}

void OperationRunner::Private::taken(const OperationId &id, const Domain::RemoteTask &task)
{
    list.change(id, [&task](Operation &operation) {
        noteTask(operation, task);
        operation.hold = Domain::Hold::None;
    });
    write(id);
    if (const Operation *operation = list.findOpen(id)) {
        follow(*operation, task);
    }
}

void OperationRunner::Private::follow(const Operation &operation, const Domain::RemoteTask &task)
{
    const Step &step = operation.steps.at(operation.current);
    const auto *power = std::get_if<Domain::SetPower>(&step.request);
    const bool mayBeIgnored = power && power->action == Domain::PowerAction::ShutDown;
    follower(operation.account)
        ->add(operation.id, task, mayBeIgnored ? std::optional(shutDownLimit) : std::nullopt);
}

void OperationRunner::Private::progressed(const OperationId &id,
                                          const Domain::TaskProgress &progress)
{
    list.change(id, [&progress](Operation &operation) {
        noteProgress(operation, progress);
        operation.hold = Domain::Hold::None;
    });
    switch (progress.state) {
    case Domain::TaskState::Running:
        break;
    case Domain::TaskState::Succeeded:
        endStep(id, Step::State::Done);
        break;
    case Domain::TaskState::Failed:
        endStep(id, Step::State::Failed, progress.error);
        break;
    case Domain::TaskState::CanNotTell:
        lost(id, progress.error);
        break;
    }
}

void OperationRunner::Private::lost(const OperationId &id, Error error)
{
    if (error.kind == ErrorKind::Unauthorized) {
        const AccountId account = list.find(id)->account;
        refused.insert(account, context.providerOf(account));
        hold(id);
        return;
    }
    const QString work = u"The provider accepted the request and goes on with it; it could not be "
                         "followed any more."_s;
    error.message = error.message.isEmpty() ? work : QString(work + u'\n' + error.message);
    error.effect = Domain::Effect::Ambiguous;
    endStep(id, Step::State::Failed, error);
}

void OperationRunner::Private::endStep(const OperationId &id, Step::State state, const Error &error)
{
    dropSender(id);
    list.change(id, [this, state, &error](Operation &operation) {
        if (state == Step::State::Failed && endState(operation) != OperationState::Succeeded) {
            // The operation tells of its first failure; this line is where the others go.
            qCWarning(operationsLog) << "step" << operation.current << "of" << operation.id.value
                                     << "failed as well: http" << error.httpStatus << error.code
                                     << "request" << error.requestId;
        }
        Operations::endStep(operation, state, error, context.clock.now());
        operation.hold = Domain::Hold::None;
    });
    goOn(id);
}

void OperationRunner::Private::end(const OperationId &id, OperationState state)
{
    ending.insert(id);
    list.change(id, [this, state](Operation &operation) {
        skipRest(operation);
        operation.state = state;
        operation.hold = Domain::Hold::None;
        operation.ended = context.clock.now();
    });
    write(id);
    unsent.remove(id);
    ending.remove(id);
    Q_EMIT q->ended(id);
    runWaiting();
}

bool OperationRunner::Private::mayBeGivenUp(const OperationId &id) const
{
    const Operation *operation = list.findOpen(id);
    if (!operation || hasTakenEffect(*operation)) {
        return false;
    }
    const RequestSender *sender = senders.value(id);
    const bool isRequested =
        operation->steps.at(operation->current).state == Step::State::Requesting;
    return sender ? !sender->mayHaveTakenEffect() : !isRequested || unsent.contains(id);
}

void OperationRunner::Private::dropSender(const OperationId &id)
{
    if (RequestSender *sender = senders.take(id)) {
        sender->stop();
        sender->deleteLater(); // it may be in the middle of its signal
    }
}

TaskFollower *OperationRunner::Private::follower(const AccountId &account)
{
    TaskFollower *&follower = followers[account];
    if (!follower) {
        follower = new TaskFollower(account, context, this);
        connect(follower, &TaskFollower::progressed, this, &Private::progressed);
        connect(follower, &TaskFollower::lost, this, &Private::lost);
        connect(follower, &TaskFollower::unreachable, this,
                [this](const OperationId &id) { note(id, Domain::Hold::Network); });
        connect(follower, &TaskFollower::providerGone, this,
                [this, account] { endAccount(account); });
    }
    return follower;
}

OperationRunner::OperationRunner(ProviderOf providerOf, Domain::Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this, std::move(providerOf), clock))
{
}

OperationRunner::~OperationRunner() = default;

void OperationRunner::setHaste(int haste)
{
    d->context.haste = std::max(haste, 1);
}

void OperationRunner::setJournal(WriteDown writeDown)
{
    d->writeDown = std::move(writeDown);
}

void OperationRunner::setKnowsAccount(std::function<bool(const AccountId &)> knowsAccount)
{
    d->knowsAccount = std::move(knowsAccount);
}

void OperationRunner::resume(const QList<Operation> &unfinished)
{
    for (const Operation &operation : unfinished) {
        d->takeUp(operation);
    }
    d->runWaiting();
}

void OperationRunner::stop()
{
    d->stop();
}

void OperationRunner::reconsider(const AccountId &account)
{
    d->reconsider(account);
}

void OperationRunner::accountWorks(const AccountId &account)
{
    d->refused.remove(account);
    d->reconsider(account);
}

void OperationRunner::start(const Operation &operation)
{
    d->list.add(operation);
    Q_EMIT started(operation.id);
    d->write(operation.id);
    if (operation.hold == Domain::Hold::Undo) {
        d->waitForUndo(operation.id);
    }
    d->runWaiting();
}

void OperationRunner::release(const OperationId &id)
{
    d->release(id);
}

bool OperationRunner::cancel(const OperationId &id)
{
    if (!d->mayBeGivenUp(id)) {
        return false;
    }
    d->dropSender(id);
    d->end(id, OperationState::Cancelled);
    return true;
}

const QList<Operation> &OperationRunner::operations() const
{
    return d->list.all();
}

const Operation *OperationRunner::find(const OperationId &id) const
{
    return d->list.find(id);
}

bool OperationRunner::hasRunning() const
{
    return std::ranges::any_of(operations(), [](const Operation &op) { return !op.isOver(); });
}

void OperationRunner::clearEnded()
{
    const QList<OperationId> ids = d->list.takeIf([this](const Operation &operation) {
        return operation.isOver() && !d->ending.contains(operation.id)
            && !d->passwords.contains(operation.id);
    });
    for (const OperationId &id : ids) {
        Q_EMIT removed(id);
    }
}

Domain::Secret OperationRunner::takePassword(const OperationId &id)
{
    Domain::Secret password = d->passwords.take(id);
    d->list.change(id, [](Operation &operation) { operation.hasPassword = false; });
    return password;
}

} // namespace Operations
