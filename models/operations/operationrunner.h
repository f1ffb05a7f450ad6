// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/operation.h"

#include <QFuture>
#include <QObject>

#include <functional>
#include <memory>

namespace Domain {
class Clock;
}

namespace Operations {

/// Runs plans, step by step. Every operation ends exactly once, with one signal.
/// - Two operations on one resource or one snapshot queue; others run side by side.
/// - Running tasks of an account are followed together, in one call, with growing pauses (1 s to
///   5 s).
/// - An ambiguous answer is looked into (findEffect) before anything is repeated; where that can't
///   tell, the operation ends with NeedsAnswer. So does one whose work goes on at the provider but
///   can't be followed any more.
/// - Before a request leaves the operation is written down, and after what changes it: an operation
///   that is not over is taken up again by resume(), in the next run of the program.
/// - A lost network is waited out however long it lasts, as soon as something would be left half
///   done; so is an account whose credential is refused or gone for the time being.
/// - A server that was stopped for a plan is started again even when a later step failed; one that
///   was off when its turn came is neither stopped nor started.
/// - How it ended is in the data: `error` is that of the first step that failed, its `effect` says
///   whether anything may have been done, a failed step with a `task` was accepted by the provider.
/// - Destroying the runner ends nothing: no signal comes any more, what was sent goes on.
class OperationRunner : public QObject
{
    Q_OBJECT

public:
    /// Null where the account has no usable provider. Must not hand out one that is being
    /// destroyed.
    using ProviderOf = std::function<Domain::CloudProvider *(const Domain::AccountId &)>;

    /// The clock must outlive the runner. Pauses are divided by `haste` (a simulated cloud's time
    /// factor).
    OperationRunner(ProviderOf providerOf, Domain::Clock &clock, QObject *parent = nullptr);
    ~OperationRunner() override;

    void setHaste(int haste);

    /// Answers when the operation, as it stands, is safe on the disk.
    using WriteDown =
        std::function<QFuture<Domain::Result<Domain::Done>>(const Domain::Operation &)>;
    void setJournal(WriteDown writeDown);
    /// Whether an account without a provider may have one again: its operations wait then, those
    /// that have done nothing yet included.
    void setKnowsAccount(std::function<bool(const Domain::AccountId &)> knowsAccount);

    /// What an earlier run of the program left unfinished, oldest first. Each goes on from where it
    /// stands: it is looked first what became of a request that may have left. Removals that could
    /// still be taken back are not sent any more.
    void resume(const QList<Domain::Operation> &unfinished);
    /// The account has a provider, another one, or none any more.
    void reconsider(const Domain::AccountId &account);
    /// The provider has answered with the credential it has now.
    void accountWorks(const Domain::AccountId &account);

    /// The program ends: nothing is sent, written or said any more. What is not over is taken up in
    /// the next run.
    void stop();
    /// The id must be new. With Hold::Undo it waits for its `heldUntil`. A provider that goes ends
    /// its account's operations: Cancelled where nothing was done, else NeedsAnswer. One that is
    /// replaced does not.
    void start(const Domain::Operation &operation);
    /// Sends now what could still be taken back.
    void release(const Domain::OperationId &id);
    /// Gives up what has not been sent. False when a request has left already: then it goes on.
    bool cancel(const Domain::OperationId &id);

    [[nodiscard]] const QList<Domain::Operation> &operations()
        const; ///< oldest first, ended ones included
    /// Valid until an operation is added or removed.
    [[nodiscard]] const Domain::Operation *find(const Domain::OperationId &id) const;
    [[nodiscard]] bool hasRunning() const;
    /// Forgets ended operations, but for those whose password nobody has taken.
    void clearEnded();
    /// The password that an operation brought back; handed out once, then forgotten.
    [[nodiscard]] Domain::Secret takePassword(const Domain::OperationId &id);

Q_SIGNALS:
    void started(const Domain::OperationId &id); ///< accepted by the runner; it may wait in a queue
    void changed(const Domain::OperationId &id); ///< also for the last change, before ended()
    void ended(const Domain::OperationId &id);
    void removed(const Domain::OperationId &id);
    /// What was done could not be written down; it goes on. What is to be sent is not sent then.
    void journalFailed(const Domain::Error &error);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Operations
