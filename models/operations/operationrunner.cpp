// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationrunner.h"

#include "operations/operationlist.h"
#include "operations/patience.h"
#include "operations/planprogress.h"
#include "operations/requestsender.h"
#include "operations/runnercontext.h"
#include "operations/taskfollower.h"

#include <QHash>
#include <QLoggingCategory>
#include <QPointer>
#include <QSet>

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

/// Answers may come at once, from inside the call that asked, and a slot may call back into the
/// runner: so nothing is held across a call or a signal but ids.
class OperationRunner::Private : public QObject
{
public:
    Private(OperationRunner *runner, ProviderOf providerOf, Domain::Clock &clock)
        : q(runner)
        , context{std::move(providerOf), clock}
    {
        connect(&list, &OperationList::changed, q, &OperationRunner::changed);
    }

    void runWaiting();
    void begin(const OperationId &id);
    void goOn(const OperationId &id);
    void beginStep(const OperationId &id);
    void request(const OperationId &id, const Step &step, const AccountId &account);
    void accepted(const OperationId &id, const Domain::Accepted &accepted);
    void follow(const Operation &operation, const Domain::RemoteTask &task);
    void progressed(const OperationId &id, const Domain::TaskProgress &progress);
    void lost(const OperationId &id, Error error);
    void endStep(const OperationId &id, Step::State state, const Error &error = {});
    void end(const OperationId &id, OperationState state);
    [[nodiscard]] bool mayBeGivenUp(const OperationId &id) const;
    void dropSender(const OperationId &id);
    [[nodiscard]] TaskFollower *follower(const AccountId &account);
    void watch(const AccountId &account);
    void endAccount(const AccountId &account);
    void endWithoutProvider(const OperationId &id);

    OperationRunner *q;
    RunnerContext context;
    OperationList list;
    QHash<OperationId, RequestSender *> senders; ///< of the steps that are being requested
    QHash<AccountId, TaskFollower *> followers;
    QHash<AccountId, QPointer<Domain::CloudProvider>> watched;
    QHash<OperationId, Domain::Secret> passwords;
    QSet<OperationId> ending; ///< over, but ended() has not been said yet
    bool isChoosing = false;
};

/// Flat even when operations end as soon as they begin.
void OperationRunner::Private::runWaiting()
{
    if (isChoosing) {
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
    list.change(id, [this](Operation &operation) { beginRequest(operation, context.clock.now()); });
    if (const Operation *operation = list.findOpen(id)) {
        request(id, operation->steps.at(operation->current), operation->account);
    }
}

void OperationRunner::Private::request(const OperationId &id, const Step &step,
                                       const AccountId &account)
{
    auto *sender = new RequestSender(step, context, this);
    senders.insert(id, sender);
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
    list.change(id, [&accepted, hasPassword](Operation &operation) {
        noteTask(operation, accepted.task);
        operation.hasPassword = operation.hasPassword || hasPassword;
    });
    if (const Operation *operation = list.findOpen(id)) {
        follow(*operation, accepted.task);
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
    list.change(id, [&progress](Operation &operation) { noteProgress(operation, progress); });
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
    const QString work = u"The provider accepted the request and goes on with it; it could not be "
                         "followed any more."_s;
    error.message = error.message.isEmpty() ? work : QString(work + u'\n' + error.message);
    error.effect = Domain::Effect::Ambiguous;
    endStep(id, Step::State::Failed, error);
}

void OperationRunner::Private::endStep(const OperationId &id, Step::State state, const Error &error)
{
    dropSender(id);
    list.change(id, [state, &error](Operation &operation) {
        if (state == Step::State::Failed && endState(operation) != OperationState::Succeeded) {
            // The operation tells of its first failure; this line is where the others go.
            qCWarning(operationsLog) << "step" << operation.current << "of" << operation.id.value
                                     << "failed as well: http" << error.httpStatus << error.code
                                     << "request" << error.requestId;
        }
        Operations::endStep(operation, state, error);
    });
    goOn(id);
}

void OperationRunner::Private::end(const OperationId &id, OperationState state)
{
    ending.insert(id);
    list.change(id, [this, state](Operation &operation) {
        skipRest(operation);
        operation.state = state;
        operation.ended = context.clock.now();
    });
    ending.remove(id);
    Q_EMIT q->ended(id);
    runWaiting();
}

bool OperationRunner::Private::mayBeGivenUp(const OperationId &id) const
{
    const Operation *operation = list.findOpen(id);
    const RequestSender *sender = senders.value(id);
    return operation && !hasTakenEffect(*operation) && !(sender && sender->mayHaveTakenEffect());
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
        connect(follower, &TaskFollower::providerGone, this,
                [this, account] { endAccount(account); });
    }
    return follower;
}

/// Operations that pause would learn only at their next call that the account was removed.
void OperationRunner::Private::watch(const AccountId &account)
{
    Domain::CloudProvider *provider = context.providerOf(account);
    if (!provider || watched.value(account) == provider) {
        return;
    }
    watched.insert(account, provider);
    const auto look = [this, account] {
        if (context.providerOf(account)) {
            watch(account);
        } else {
            endAccount(account);
        }
    };
    // Queued: whoever destroys it is still busy replacing or forgetting it.
    connect(provider, &QObject::destroyed, this, look, Qt::QueuedConnection);
}

void OperationRunner::Private::endAccount(const AccountId &account)
{
    const QList<OperationId> ids = list.openOf(account);
    for (const OperationId &id : ids) {
        endWithoutProvider(id);
    }
}

void OperationRunner::Private::endWithoutProvider(const OperationId &id)
{
    const Operation *operation = list.findOpen(id);
    if (!operation) {
        return;
    }
    const bool isUntouched = mayBeGivenUp(id);
    dropSender(id);
    follower(operation->account)->remove(id);
    if (isUntouched) {
        end(id, OperationState::Cancelled);
        return;
    }
    Error error;
    error.kind = ErrorKind::Interrupted;
    error.message = u"The account can't be used here any more. What the provider accepted before "
                    "goes on there."_s;
    error.effect = Domain::Effect::Ambiguous;
    list.change(id, [&error](Operation &edited) {
        Operations::endStep(edited, Step::State::Failed, error);
    });
    if (const Operation *edited = list.findOpen(id)) {
        end(id, endState(*edited));
    }
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

void OperationRunner::start(const Operation &operation)
{
    d->list.add(operation);
    Q_EMIT started(operation.id);
    d->runWaiting();
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
