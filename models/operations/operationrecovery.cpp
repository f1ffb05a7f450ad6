// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "operations/operationrunnerprivate.h"
#include "operations/planprogress.h"

#include <algorithm>
#include <utility>

// What keeps operations alive while their account, their network or the program is away.
namespace Operations {

using namespace Qt::StringLiterals;
using Domain::AccountId;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Operation;
using Domain::OperationId;
using Domain::OperationState;
using Domain::Step;

void OperationRunner::Private::stop()
{
    isStopped = true;
    writeDown = nullptr;
    for (RequestSender *sender : std::as_const(senders)) {
        sender->stop();
    }
    senders.clear();
    qDeleteAll(std::exchange(followers, {}));
}

/// The journal keeps the order in which it was told.
void OperationRunner::Private::write(const OperationId &id)
{
    const Operation *operation = list.find(id);
    if (!writeDown || !operation) {
        return;
    }
    writeDown(*operation).then(this, [this](const Domain::Result<Domain::Done> &written) {
        if (!written) {
            Q_EMIT q->journalFailed(written.error());
        }
    });
}

void OperationRunner::Private::takeUp(const Operation &unfinished)
{
    const OperationId id = unfinished.id;
    list.add(unfinished);
    if (unfinished.hasPassword) {
        list.change(id, [](Operation &operation) {
            operation.hasPassword = false;
            operation.isPasswordLost = true;
        });
    }
    Q_EMIT q->started(id);
    if (unfinished.hold == Domain::Hold::Undo) {
        list.change(id, [](Operation &operation) { operation.error.kind = ErrorKind::Cancelled; });
        end(id, OperationState::Failed);
    } else if (context.providerOf(unfinished.account)) {
        free(id);
    } else if (knowsAccount(unfinished.account)) {
        note(id, Domain::Hold::Account);
    } else {
        endWithoutProvider(id);
    }
}

void OperationRunner::Private::waitForUndo(const OperationId &id)
{
    const auto window =
        std::chrono::milliseconds(context.clock.now().msecsTo(list.find(id)->heldUntil));
    context.clock.callAfter(std::max(window, std::chrono::milliseconds(0)), this,
                            [this, id] { release(id); });
}

void OperationRunner::Private::release(const OperationId &id)
{
    const Operation *operation = list.findOpen(id);
    if (operation && operation->hold == Domain::Hold::Undo) {
        note(id, Domain::Hold::None);
        write(id);
        runWaiting();
    }
}

/// Until its account can be asked again.
void OperationRunner::Private::hold(const OperationId &id)
{
    const Operation *operation = list.findOpen(id);
    if (!operation) {
        return;
    }
    const RequestSender *sender = senders.value(id);
    if (sender && !sender->mayHaveTakenEffect()) {
        unsent.insert(id);
    }
    dropSender(id);
    follower(operation->account)->remove(id);
    note(id, Domain::Hold::Account);
}

/// From where it stands.
void OperationRunner::Private::free(const OperationId &id)
{
    note(id, Domain::Hold::None);
    const Operation *operation = list.findOpen(id);
    if (!operation || operation->state == OperationState::Waiting) {
        runWaiting();
        return;
    }
    watch(operation->account);
    const Step &step = operation->steps.at(operation->current);
    if (step.state == Step::State::Requesting) {
        request(id, unsent.contains(id) ? Sending::Begin::Afresh : Sending::Begin::ByLooking);
    } else if (step.state == Step::State::Following && step.task) {
        follow(*operation, *step.task);
    } else {
        goOn(id);
    }
}

void OperationRunner::Private::note(const OperationId &id, Domain::Hold hold)
{
    list.change(id, [hold](Operation &operation) {
        if (!operation.isOver()) {
            operation.hold = hold;
        }
    });
}

void OperationRunner::Private::reconsider(const AccountId &account)
{
    if (isStopped) {
        return;
    }
    Domain::CloudProvider *provider = context.providerOf(account);
    if (!provider) {
        endAccount(account);
        return;
    }
    watch(account);
    if (refused.contains(account) && refused.value(account) == provider) {
        return;
    }
    refused.remove(account);
    const QList<OperationId> ids = list.openOf(account);
    for (const OperationId &id : ids) {
        const Operation *operation = list.findOpen(id);
        if (operation && operation->hold == Domain::Hold::Account) {
            free(id);
        }
    }
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
        reconsider(account);
    };
    // Queued: whoever destroys it is still busy replacing or forgetting it.
    connect(provider, &QObject::destroyed, this, look, Qt::QueuedConnection);
}

void OperationRunner::Private::endAccount(const AccountId &account)
{
    const QList<OperationId> ids = list.openOf(account);
    for (const OperationId &id : ids) {
        const Operation *operation = list.findOpen(id);
        if (!knowsAccount(account)) {
            endWithoutProvider(id);
        } else if (operation && operation->hold != Domain::Hold::Undo) {
            hold(id);
        }
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
    list.change(id, [this, &error](Operation &edited) {
        Operations::endStep(edited, Step::State::Failed, error, context.clock.now());
    });
    if (const Operation *edited = list.findOpen(id)) {
        end(id, endState(*edited));
    }
}

} // namespace Operations
