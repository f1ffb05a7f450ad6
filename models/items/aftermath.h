// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QString>

#include <optional>

namespace Items {

/// What an operation that ended badly left behind, read from its steps alone.

/// The first step that failed; nothing where no step did.
[[nodiscard]] const Domain::Step *failedStep(const Domain::Operation &operation);
/// Of that step. A plan that was refused before it had steps failed at what was asked for.
[[nodiscard]] Domain::Step::Role failedRole(const Domain::Operation &operation);
[[nodiscard]] bool hasStep(const Domain::Operation &operation, Domain::Step::Role role,
                           Domain::Step::State state);
/// Whether the request may have been carried out, so that it must not be repeated blindly.
[[nodiscard]] bool isUncertain(const Domain::Operation &operation);
/// Whether what was asked for was certainly not begun.
[[nodiscard]] bool isUntouched(const Domain::Operation &operation);
/// Whether a server that ran before may be off now.
[[nodiscard]] bool mayBeOff(const Domain::Operation &operation);
/// Whether the server was asked to stop and was not seen to do so within its time.
[[nodiscard]] bool isStopUnseen(const Domain::Operation &operation);

/// A snapshot of the target that the plan takes before it changes it.
struct SafetyMark
{
    QString name;
    bool isTaken = false;
};
[[nodiscard]] std::optional<SafetyMark> safetyMark(const Domain::Operation &operation);

} // namespace Items
