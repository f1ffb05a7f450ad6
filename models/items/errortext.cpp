// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/errortext.h"

#include "items/aftermath.h"
#include "items/displaytext.h"
#include "items/erroradvice.h"
#include "items/operationadvice.h"
#include "items/operationfailure.h"
#include "items/rollbackerrors.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Error;
using Domain::ErrorKind;
using Domain::Operation;

namespace {

class ErrorWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// A provider that was asked by its host's name is called by it.
QString hostText(const QString &host, const QString &without, const QString &with)
{
    return host.isEmpty() ? without : with.arg(host);
}

QString twoSentences(const QString &first, const QString &second)
{
    return ErrorWords::tr("%1 %2", "two whole sentences").arg(first, second);
}

/// What became of one of our own files.
QString storageText(const Error &error)
{
    if (error.code == "full"_L1) {
        return ErrorWords::tr("This computer's disk is full.");
    }
    if (error.code == "read-only"_L1) {
        return ErrorWords::tr("Snapdeck may not write in its own folder on this computer.");
    }
    if (error.code == "locked"_L1) {
        return ErrorWords::tr("Another program holds Snapdeck's file on this computer.");
    }
    if (error.code == "damaged"_L1) {
        return ErrorWords::tr("Snapdeck's file on this computer is damaged.");
    }
    return ErrorWords::tr("Snapdeck's file on this computer could not be read or written.");
}

ErrorText::Action accountAction(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::Forbidden:
        return ErrorText::Action::EditAccount;
    case ErrorKind::Removed:
    case ErrorKind::Unsupported:
        return ErrorText::Action::None;
    case ErrorKind::Cancelled:
    case ErrorKind::InvalidInput:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::NotFound:
    case ErrorKind::Conflict:
    case ErrorKind::NameTaken:
    case ErrorKind::Locked:
    case ErrorKind::Protected:
    case ErrorKind::Unavailable:
    case ErrorKind::RateLimited:
    case ErrorKind::HostNotFound:
    case ErrorKind::NoConnection:
    case ErrorKind::TimedOut:
    case ErrorKind::Tls:
    case ErrorKind::Interrupted:
    case ErrorKind::ServerError:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
    case ErrorKind::Unknown:
        break;
    }
    return ErrorText::Action::Retry;
}

/// Repeating must be able to help, and must not do a thing twice.
ErrorText::Action operationAction(const Operation &operation)
{
    const ErrorText::Action action = accountAction(operation.error.kind);
    if (action != ErrorText::Action::Retry) {
        return action;
    }
    switch (operation.error.kind) {
    case ErrorKind::InvalidInput:
    case ErrorKind::NameTaken:
    case ErrorKind::NotFound:
    case ErrorKind::Protected:
        return ErrorText::Action::None;
    case ErrorKind::Cancelled:
    case ErrorKind::Unauthorized:
    case ErrorKind::ReadOnlyCredential:
    case ErrorKind::Forbidden:
    case ErrorKind::PaymentRequired:
    case ErrorKind::QuotaExceeded:
    case ErrorKind::Conflict:
    case ErrorKind::Locked:
    case ErrorKind::Unavailable:
    case ErrorKind::RateLimited:
    case ErrorKind::Removed:
    case ErrorKind::HostNotFound:
    case ErrorKind::NoConnection:
    case ErrorKind::TimedOut:
    case ErrorKind::Tls:
    case ErrorKind::Interrupted:
    case ErrorKind::ServerError:
    case ErrorKind::Protocol:
    case ErrorKind::TooLarge:
    case ErrorKind::Unsupported:
    case ErrorKind::SecretUnavailable:
    case ErrorKind::StorageFailed:
    case ErrorKind::Unknown:
        break;
    }
    return isUncertain(operation) ? ErrorText::Action::None : ErrorText::Action::Retry;
}

} // namespace

QString causeText(const Error &error)
{
    if (QString heldBack = heldBackCause(error); !heldBack.isEmpty()) {
        return heldBack;
    }
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return ErrorWords::tr("It was cancelled.");
    case ErrorKind::InvalidInput:
        return ErrorWords::tr("The provider refused a value as not valid.");
    case ErrorKind::Unauthorized:
        return ErrorWords::tr("The provider does not accept the account's credential: it is wrong, "
                              "expired or deleted.");
    case ErrorKind::ReadOnlyCredential:
        return ErrorWords::tr("The account's credential may read, but change nothing.");
    case ErrorKind::Forbidden:
        return ErrorWords::tr("The account's credential lacks the right to do this.");
    case ErrorKind::PaymentRequired:
        return ErrorWords::tr("The provider wants a payment first.");
    case ErrorKind::QuotaExceeded:
        return ErrorWords::tr("A limit of the account at the provider is reached.");
    case ErrorKind::NotFound:
        return ErrorWords::tr("The provider no longer has what was asked for.");
    case ErrorKind::Conflict:
        if (error.code == "changed"_L1) {
            return ErrorWords::tr("It is not the snapshot any more that was confirmed: its number "
                                  "belongs to another one by now.");
        }
        return ErrorWords::tr("Something else changed it at the same moment.");
    case ErrorKind::NameTaken:
        return ErrorWords::tr("The name is in use already.");
    case ErrorKind::Locked:
        return ErrorWords::tr("Another action is running on it.");
    case ErrorKind::Protected:
        return ErrorWords::tr("It is protected at the provider.");
    case ErrorKind::Unavailable:
        return ErrorWords::tr("The provider can't do this at the moment.");
    case ErrorKind::RateLimited:
        return ErrorWords::tr(
            "The provider has had too many requests of this account and asks to wait.");
    case ErrorKind::Removed:
        return ErrorWords::tr(
            "The provider no longer offers this call: this Snapdeck is too old for it.");
    case ErrorKind::HostNotFound:
        return hostText(error.host, ErrorWords::tr("The provider's address could not be found."),
                        ErrorWords::tr("The address %1 could not be found."));
    case ErrorKind::NoConnection:
        return hostText(error.host, ErrorWords::tr("The provider could not be reached."),
                        ErrorWords::tr("The host %1 could not be reached."));
    case ErrorKind::TimedOut:
        return hostText(error.host, ErrorWords::tr("The provider did not answer in time."),
                        ErrorWords::tr("The host %1 did not answer in time."));
    case ErrorKind::Tls:
        return hostText(
            error.host,
            ErrorWords::tr("The provider's certificate or secure connection was refused."),
            ErrorWords::tr("The certificate or secure connection of %1 was refused."));
    case ErrorKind::Interrupted:
        return ErrorWords::tr("The connection ended before the answer was complete.");
    case ErrorKind::ServerError:
        return ErrorWords::tr("The provider reports a fault of its own.");
    case ErrorKind::Protocol:
        return ErrorWords::tr("The provider's answer could not be understood.");
    case ErrorKind::TooLarge:
        return ErrorWords::tr("The provider's answer is larger than Snapdeck accepts.");
    case ErrorKind::Unsupported:
        return ErrorWords::tr("This provider can't do that.");
    case ErrorKind::SecretUnavailable:
        return ErrorWords::tr("The system's keychain is locked, missing or refuses.");
    case ErrorKind::StorageFailed:
        return storageText(error);
    case ErrorKind::Unknown:
        return ErrorWords::tr("The cause is not known.");
    }
    Q_UNREACHABLE_RETURN({});
}

QString errorDetails(const Error &error)
{
    QStringList lines;
    if (!error.message.isEmpty()) {
        lines.append(error.message);
    }
    for (const Domain::ErrorField &field : error.fields) {
        lines.append(field.message.isEmpty()
                         ? ErrorWords::tr("Field: %1").arg(field.name)
                         : ErrorWords::tr("Field %1: %2").arg(field.name, field.message));
    }
    if (!error.code.isEmpty()) {
        lines.append(ErrorWords::tr("Code: %1").arg(error.code));
    }
    if (error.httpStatus != 0) {
        lines.append(ErrorWords::tr("HTTP status: %1").arg(error.httpStatus));
    }
    if (!error.requestId.isEmpty()) {
        lines.append(ErrorWords::tr("Request id: %1").arg(error.requestId));
    }
    if (!error.host.isEmpty()) {
        lines.append(ErrorWords::tr("Host: %1").arg(error.host));
    }
    return lines.join(u'\n');
}

ErrorText refreshErrorText(const Error &error, const QString &accountName)
{
    return {
        ErrorWords::tr("The account %1 could not be refreshed.").arg(quotedName(accountName)),
        twoSentences(causeText(error),
                     ErrorWords::tr("Nothing was changed; the rows stay as they were last seen.")),
        adviceText(error), errorDetails(error), accountAction(error.kind)};
}

ErrorText accountErrorText(const Error &error)
{
    return {ErrorWords::tr("The test of the account failed."),
            twoSentences(causeText(error), ErrorWords::tr("Nothing was changed at the provider.")),
            adviceText(error), errorDetails(error), accountAction(error.kind)};
}

ErrorText operationErrorText(const Operation &operation)
{
    return {operationFailureText(operation),
            twoSentences(operationCauseText(operation), operationMeaningText(operation)),
            operationAdviceText(operation), errorDetails(operation.error),
            operationAction(operation)};
}

ErrorText secretErrorText(const Error &error)
{
    const bool isMissing = error.kind == ErrorKind::NotFound;
    return {ErrorWords::tr("The system's keychain could not be used for the account's credential."),
            twoSentences(isMissing ? ErrorWords::tr("It holds none for this account.")
                                   : causeText(error),
                         ErrorWords::tr("Nothing was sent to the provider.")),
            isMissing ? ErrorWords::tr("Enter the credential in the account.") : adviceText(error),
            errorDetails(error),
            isMissing ? ErrorText::Action::EditAccount : ErrorText::Action::Retry};
}

} // namespace Items
