// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"
#include "domain/operation.h"

#include <QString>

namespace Items {

/// What a person is told of a failure.
struct ErrorText
{
    QString title; ///< what failed, one sentence
    QString meaning; ///< what it means for the data
    QString advice; ///< what to do
    QString details; ///< the vendor's message, code, fields, HTTP status, request id
    enum class Action { None, Retry, EditAccount } action = Action::None;
};

/// A refresh of the account failed; its cached rows stay.
[[nodiscard]] ErrorText refreshErrorText(const Domain::Error &error, const QString &accountName);
/// The account dialog's test failed.
[[nodiscard]] ErrorText accountErrorText(const Domain::Error &error);
/// An operation ended badly.
[[nodiscard]] ErrorText operationErrorText(const Domain::Operation &operation);
/// The keychain failed, reading or writing.
[[nodiscard]] ErrorText secretErrorText(const Domain::Error &error);
/// Why, in one sentence, where there is room for one only.
[[nodiscard]] QString causeText(const Domain::Error &error);
/// What `details` holds: for a person who asks the vendor's support, a line each.
[[nodiscard]] QString errorDetails(const Domain::Error &error);

} // namespace Items
