// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/common/prompts.h"

namespace Views {

/// Asks before an account leaves the list. Nothing at the provider is touched by it, and that is
/// what the question says first.
[[nodiscard]] Question removeAccountQuestion(const QString &accountName,
                                             const QString &providerName);
/// Asks again when the keychain would not give up the token: the account can go without it.
[[nodiscard]] Question forgetAccountQuestion(const QString &accountName,
                                             const QString &providerName);

} // namespace Views
