// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "operations/operationlist.h"
#include "operations/operationrunner.h"
#include "operations/requestsender.h"
#include "operations/runnercontext.h"
#include "operations/taskfollower.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace Operations {

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

    // operationrunner.cpp
    void runWaiting();
    void begin(const Domain::OperationId &id);
    void goOn(const Domain::OperationId &id);
    void beginStep(const Domain::OperationId &id);
    void request(const Domain::OperationId &id, Sending::Begin how);
    [[nodiscard]] Sending sendingOf(const Domain::Operation &operation, Sending::Begin how);
    void accepted(const Domain::OperationId &id, const Domain::Accepted &accepted);
    void found(const Domain::OperationId &id, const Domain::RemoteTask &task);
    void taken(const Domain::OperationId &id, const Domain::RemoteTask &task);
    void follow(const Domain::Operation &operation, const Domain::RemoteTask &task);
    void progressed(const Domain::OperationId &id, const Domain::TaskProgress &progress);
    void lost(const Domain::OperationId &id, Domain::Error error);
    void endStep(const Domain::OperationId &id, Domain::Step::State state,
                 const Domain::Error &error = {});
    void end(const Domain::OperationId &id, Domain::OperationState state);
    [[nodiscard]] bool mayBeGivenUp(const Domain::OperationId &id) const;
    void dropSender(const Domain::OperationId &id);
    [[nodiscard]] TaskFollower *follower(const Domain::AccountId &account);

    // operationrecovery.cpp
    void watch(const Domain::AccountId &account);
    void endAccount(const Domain::AccountId &account);
    void endWithoutProvider(const Domain::OperationId &id);
    void stop();
    void write(const Domain::OperationId &id);
    void takeUp(const Domain::Operation &unfinished);
    void waitForUndo(const Domain::OperationId &id);
    void release(const Domain::OperationId &id);
    void hold(const Domain::OperationId &id);
    void free(const Domain::OperationId &id);
    void note(const Domain::OperationId &id, Domain::Hold hold);
    void reconsider(const Domain::AccountId &account);

    OperationRunner *q;
    RunnerContext context;
    OperationList list;
    QHash<Domain::OperationId, RequestSender *> senders; ///< of the steps that are being requested
    QHash<Domain::AccountId, TaskFollower *> followers;
    QHash<Domain::AccountId, QPointer<Domain::CloudProvider>> watched;
    QHash<Domain::OperationId, Domain::Secret> passwords;
    WriteDown writeDown;
    std::function<bool(const Domain::AccountId &)> knowsAccount = [](const Domain::AccountId &) {
        return false;
    };
    QSet<Domain::OperationId> unsent; ///< held before the request of their current step left
    QHash<Domain::AccountId, QPointer<Domain::CloudProvider>>
        refused; ///< by these nothing more is asked
    QSet<Domain::OperationId> ending; ///< over, but ended() has not been said yet
    bool isChoosing = false;
    bool isStopped = false;
};

} // namespace Operations
