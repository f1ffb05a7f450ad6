// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "accounts/accountdraft.h"
#include "domain/error.h"
#include "items/errortext.h"

#include <QString>

namespace Views {

struct AddressFinding;

/// What is wrong with a field and how to put it right, for the line below it.
[[nodiscard]] QString draftProblemText(Accounts::DraftProblem problem);
/// The same for a part of the credential.
[[nodiscard]] QString valueProblemText(Accounts::DraftProblem problem,
                                       const Domain::CredentialField &field);
/// True for what more typing does not mend: it is said at once.
[[nodiscard]] bool isSaidWhileTyping(Accounts::DraftProblem problem);
/// The provider could not be asked, or did not like the answer.
[[nodiscard]] Items::ErrorText testErrorText(const Domain::Error &error);
/// What an import could not do; a line for each problem.
[[nodiscard]] Items::ErrorText importErrorText(const QStringList &problems);
/// Where the values come from, and what is done otherwise than the file says.
[[nodiscard]] QString importNoteText(const Domain::CredentialImport &import,
                                     const QString &fileName);
/// No address confirmed the API: each that was asked and what was there, for below the field.
[[nodiscard]] QString addressProblemText(const AddressFinding &finding);
/// The account could not be stored.
[[nodiscard]] Items::ErrorText saveErrorText(const Domain::Error &error);
/// The prices could not be stored.
[[nodiscard]] Items::ErrorText pricesErrorText(const Domain::Error &error);
/// The token works, but changes nothing.
[[nodiscard]] Items::ErrorText readOnlyTokenText();

/// An account's name in quotation marks, short enough for a dialog's title.
[[nodiscard]] QString nameInTitle(const QString &accountName);

/// True when the failure says nothing about token and address: the account may be saved untested.
[[nodiscard]] bool isOffline(const Domain::Error &error);

} // namespace Views
