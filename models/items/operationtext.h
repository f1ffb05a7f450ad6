// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QStringList>

namespace Items {

/// What an operation says in the operations strip.

[[nodiscard]] QString operationTitle(const Domain::Operation &operation);
[[nodiscard]] QString operationText(const Domain::Operation &operation);
[[nodiscard]] QString operationPhase(const Domain::Operation &operation);
/// The kind in a word or two, where there is a column for it: "Take snapshot".
[[nodiscard]] QString operationKindText(Domain::OperationKind kind);
/// The same of one operation, as exact as it is known: "Start server" of one on power.
[[nodiscard]] QString operationActionText(const Domain::Operation &operation);
/// How it stands in a word or two, where there is no room for the phase's sentence: "done",
/// "failed", "not certain", "copying 42 %".
[[nodiscard]] QString operationResultText(const Domain::Operation &operation);
/// The same for all that stand so.
[[nodiscard]] QString operationStateText(Domain::OperationState state);
/// Of the step that runs, where the provider tells one; nothing otherwise.
[[nodiscard]] std::optional<int> operationPercent(const Domain::Operation &operation);
/// Whether the step that was asked for is under way, without a percentage.
[[nodiscard]] bool isCopying(const Domain::Operation &operation);
/// The plan, a sign before each step that has begun or ended.
[[nodiscard]] QStringList operationSteps(const Domain::Operation &operation);

} // namespace Items
