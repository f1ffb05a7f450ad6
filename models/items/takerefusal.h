// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"
#include "items/errortext.h"
#include "items/takechoices.h"

namespace Items {

/// How far a snapshot that was asked for has come, as its wizard sees it.
enum class TakeFate {
    Open, ///< neither accepted nor refused yet
    Accepted, ///< the provider makes it
    Refused, ///< proven: there will be none; it can be asked for again
    InDoubt, ///< it may have been taken: must not be repeated blindly
};
[[nodiscard]] TakeFate takeFate(const Domain::Operation &operation);
/// What is waited for while it is open.
[[nodiscard]] QString takeWaitText(const Domain::Operation &operation);

/// The question whose answer was refused; Review where none of them was.
[[nodiscard]] TakeStep refusedStep(const Domain::Error &error);
/// What the wizard says about it, at that question.
[[nodiscard]] ErrorText takeRefusalText(const Domain::Operation &operation);
/// Whether the refusal shows that what is known of the account is no longer so.
[[nodiscard]] bool isOutOfDate(const Domain::Error &error);
/// Whether the refusal tells all that there is to tell: no server was left in another state.
[[nodiscard]] bool isRefusalAll(const Domain::Operation &operation);

} // namespace Items
