// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "domain/operation.h"

#include <QObject>

#include <functional>
#include <memory>

namespace Domain {
class Clock;
}

namespace Operations {

/// Runs plans, step by step. Every operation ends exactly once, with one signal.
/// - Two operations on one resource queue; different resources run side by side.
/// - Running tasks of an account are followed together, in one call, with growing pauses (1 s to 5
/// s).
/// - An ambiguous answer is looked into (findEffect) before anything is repeated; where that can't
/// tell, the
///   operation ends with NeedsAnswer.
/// - A server that was stopped for a plan is started again even when a later step failed.
class OperationRunner : public QObject
{
    Q_OBJECT

public:
    using ProviderOf = std::function<Domain::CloudProvider *(const Domain::AccountId &)>;

    /// The clock must outlive the runner. Pauses are divided by `haste` (a simulated cloud's time
    /// factor).
    OperationRunner(ProviderOf providerOf, Domain::Clock &clock, QObject *parent = nullptr);
    ~OperationRunner() override;

    void setHaste(int haste);

    void start(const Domain::Operation &operation);
    /// Gives up what has not been sent. False when a request has left already: then it goes on.
    bool cancel(const Domain::OperationId &id);

    [[nodiscard]] const QList<Domain::Operation> &operations()
        const; ///< oldest first, ended ones included
    [[nodiscard]] const Domain::Operation *find(const Domain::OperationId &id) const;
    [[nodiscard]] bool hasRunning() const;
    /// Forgets ended operations.
    void clearEnded();
    /// The password that an operation brought back; handed out once, then forgotten.
    [[nodiscard]] Domain::Secret takePassword(const Domain::OperationId &id);

Q_SIGNALS:
    void started(const Domain::OperationId &id);
    void changed(const Domain::OperationId &id);
    void ended(const Domain::OperationId &id);
    void removed(const Domain::OperationId &id);

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Operations
