// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "views/accounts/accountdialogservices.h"

namespace Views {

/// What the form of an account says about the choice of provider and operator.

/// Tells one choice from another.
[[nodiscard]] QString keyOf(const AccountProvider &choice);
/// The choice that a stored account was made with; its bare words when it is not known any more.
[[nodiscard]] AccountProvider choiceOf(const Domain::Account &account,
                                       const QList<AccountProvider> &known);
/// What stands in the field of the address before anything is typed: nothing where several are
/// tried in turn.
[[nodiscard]] QString knownUrlText(const AccountProvider &choice);
[[nodiscard]] QString addressHelpText(const AccountProvider &choice);
[[nodiscard]] QString addressPlaceholder(const AccountProvider &choice);
/// The choice that an import is of: the operator whose host it names, else the one whose address is
/// typed, else the current one.
[[nodiscard]] AccountProvider importedChoice(const Domain::CredentialImport &import,
                                             const AccountProvider &current,
                                             const QList<AccountProvider> &known);
/// Where the token is made, and below that what to do where it can't be made.
[[nodiscard]] QString tokenHelpText(const AccountProvider &choice);

} // namespace Views
