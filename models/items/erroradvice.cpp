// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/erroradvice.h"

#include "items/displaytext.h"
#include "items/rollbackerrors.h"

#include <QCoreApplication>

namespace Items {

using namespace Qt::StringLiterals;
using Domain::Error;
using Domain::ErrorKind;

namespace {

class AdviceWords
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

/// What to do about one of our own files.
QString storageAdvice(const Error &error)
{
    if (error.code == "full"_L1) {
        return AdviceWords::tr("Make room on the disk, then try again.");
    }
    if (error.code == "read-only"_L1) {
        return AdviceWords::tr("Give Snapdeck the right to write the file that the details name, "
                               "then try again.");
    }
    if (error.code == "locked"_L1) {
        return AdviceWords::tr("Close the other program, or wait until it is done with the file "
                               "that the details name, then try again.");
    }
    if (error.code == "damaged"_L1) {
        return AdviceWords::tr("Start Snapdeck anew: it puts the damaged file aside, deletes "
                               "nothing and begins a new one.");
    }
    return AdviceWords::tr(
        "Make room on the disk, or give Snapdeck the right to write, then try again; the "
        "details name the file's fault.");
}

} // namespace

QString adviceText(const Error &error)
{
    if (QString heldBack = heldBackAdvice(error); !heldBack.isEmpty()) {
        return heldBack;
    }
    switch (error.kind) {
    case ErrorKind::Cancelled:
        return AdviceWords::tr("Start it again when you want it.");
    case ErrorKind::InvalidInput:
        return AdviceWords::tr("Correct the value that the details name, then try again.");
    case ErrorKind::Unauthorized:
        return AdviceWords::tr("Enter a new credential in the account.");
    case ErrorKind::ReadOnlyCredential:
        return AdviceWords::tr(
            "Make a credential that may write at the provider, and enter it in the "
            "account.");
    case ErrorKind::Forbidden:
        return AdviceWords::tr(
            "Give the credential the missing right at the provider, or enter another "
            "one in the account.");
    case ErrorKind::PaymentRequired:
        return AdviceWords::tr("Settle the payment at the provider, then try again.");
    case ErrorKind::QuotaExceeded:
        return AdviceWords::tr("Remove what is not needed, or have the provider raise the limit.");
    case ErrorKind::NotFound:
        return AdviceWords::tr("Refresh to see what is there.");
    case ErrorKind::Conflict:
        return AdviceWords::tr("Refresh, look at what has changed, then try again.");
    case ErrorKind::NameTaken:
        return AdviceWords::tr("Choose another name.");
    case ErrorKind::Locked:
        return AdviceWords::tr("Wait until the other action has ended, then try again.");
    case ErrorKind::Protected:
        return AdviceWords::tr("Take the protection off first, if that is what you want.");
    case ErrorKind::Unavailable:
        return AdviceWords::tr("Try again later; the provider's status page may say when.");
    case ErrorKind::RateLimited:
        return error.retryAfter
            ? AdviceWords::tr("Try again in %1.")
                  .arg(durationText(std::chrono::ceil<std::chrono::minutes>(*error.retryAfter)))
            : AdviceWords::tr("Wait a few minutes, then try again.");
    case ErrorKind::Removed:
        return AdviceWords::tr("Update Snapdeck.");
    case ErrorKind::HostNotFound:
        return AdviceWords::tr("Check the network connection and the address in the account.");
    case ErrorKind::NoConnection:
        return AdviceWords::tr("Check the network connection, then try again.");
    case ErrorKind::TimedOut:
        return AdviceWords::tr("Try again; if it stays slow, look at the provider's status page.");
    case ErrorKind::Tls:
        return AdviceWords::tr(
            "Check this computer's clock, and whether a proxy stands in between.");
    case ErrorKind::Interrupted:
        return AdviceWords::tr("Refresh to see how things stand, then try again if need be.");
    case ErrorKind::ServerError:
        return AdviceWords::tr(
            "Try again later; the provider's support wants the request id in the "
            "details.");
    case ErrorKind::Protocol:
        return AdviceWords::tr("Try again; if it stays so, report it with what the details say.");
    case ErrorKind::TooLarge:
        return AdviceWords::tr("Report it with what the details say.");
    case ErrorKind::Unsupported:
        return AdviceWords::tr("Look whether the provider's own console can do it.");
    case ErrorKind::SecretUnavailable:
        return AdviceWords::tr(
            "Unlock the system's keychain, then try again, or enter the token once "
            "more.");
    case ErrorKind::StorageFailed:
        return storageAdvice(error);
    case ErrorKind::Unknown:
        return AdviceWords::tr("Look at the details, then try again.");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Items
