// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"
#include "domain/operation.h"
#include "operations/patience.h"

// Where a plan stands, as pure functions of the operation's own data: what decides how it goes on
// is in the operation and nowhere else.
namespace Operations {

/// Makes the next useful step the current one and marks those passed over as skipped: after a
/// failure only what must not be left out, and that only where an earlier step changed the server's
/// power. False when nothing is left to do.
[[nodiscard]] bool advance(Domain::Operation &operation);

/// How an operation ends whose steps are over. A failed step in doubt leaves the question open.
[[nodiscard]] Domain::OperationState endState(const Domain::Operation &operation);

/// Whether a request of the plan was accepted, or may have been.
[[nodiscard]] bool hasTakenEffect(const Domain::Operation &operation);

/// What would be left behind if the current step were given up.
[[nodiscard]] Stake stakeOf(const Domain::Operation &operation);

/// The current step is about to be requested: what is looked for later is younger than this
/// instant, however long the operation waited.
void beginRequest(Domain::Operation &operation, const QDateTime &now);
/// The same for a request alone, when it leaves once more.
void stamp(Domain::Request &request, const QDateTime &now);
/// The current step was accepted, or the provider tells how its task stands.
void noteTask(Domain::Operation &operation, const Domain::RemoteTask &task);
void noteProgress(Domain::Operation &operation, const Domain::TaskProgress &progress);
/// How the current step ends when what it asks for is so already. Skipped where we had no part in
/// it: a server that was off before is not to be started afterwards, and of one that still runs
/// after a failed shut-down it is not said that it was started.
[[nodiscard]] Domain::Step::State needlessState(const Domain::Operation &operation);
/// The current step is over, now. The error of the first one that failed is the operation's.
void endStep(Domain::Operation &operation, Domain::Step::State state, const Domain::Error &error,
             const QDateTime &now);
/// The instant that stamp() set; invalid where the request has none.
[[nodiscard]] QDateTime stampOf(const Domain::Request &request);
/// Whether the answer to the current step's request may bring a password.
[[nodiscard]] bool mayReturnPassword(const Domain::Operation &operation,
                                     const Domain::Capabilities &capabilities);
/// Marks what was not sent as skipped, when the operation ends early.
void skipRest(Domain::Operation &operation);

} // namespace Operations
