// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <chrono>
#include <optional>

namespace Domain {

/// What can be done about a failure; the sentence for the person is chosen by it (items/errortext).
enum class ErrorKind {
    Cancelled, ///< we gave up ourselves; nobody needs to be told
    InvalidInput, ///< the provider refused a value; `fields` says which
    Unauthorized, ///< credential wrong, expired or deleted
    ReadOnlyCredential, ///< credential may read, not write
    Forbidden, ///< the right is missing
    PaymentRequired,
    QuotaExceeded, ///< a limit of the account; `fields` names it
    NotFound,
    Conflict, ///< changed meanwhile; trying again is meant to help
    NameTaken,
    Locked, ///< another action runs on the object
    Protected, ///< deletion or rebuild protection is on
    Unavailable, ///< sold out, maintenance: later
    RateLimited,
    Removed, ///< the API no longer has this call: the program is too old
    HostNotFound,
    NoConnection, ///< no route, refused, network down
    TimedOut,
    Tls, ///< the server's certificate or the handshake was refused
    Interrupted, ///< the connection ended after the request left: it may have taken effect
    ServerError, ///< 5xx with a word of its own
    Protocol, ///< the answer is not what the API promises; `message` names the field
    TooLarge, ///< the answer is larger than we accept
    Unsupported, ///< this provider can't do that
    SecretUnavailable, ///< the keychain can't be reached or refuses
    StorageFailed, ///< our own file can't be read or written; `code` says why
    Unknown,
};

/// Whether a failed request may have changed something at the provider.
enum class Effect {
    None, ///< proven: nothing was done
    Ambiguous, ///< it may have been carried out: look before anything is repeated
};

/// A vendor's remark about one field or limit.
struct ErrorField
{
    QString name;
    QString message;

    friend bool operator==(const ErrorField &, const ErrorField &) = default;
};

/// One failure, as a value. `message` is the vendor's text or the parser's: shown under Details
/// only.
struct Error
{
    ErrorKind kind = ErrorKind::Unknown;
    QString message;
    int httpStatus = 0; ///< 0 when no answer came
    QString code; ///< the vendor's own word, "token_readonly"
    QString requestId; ///< what the vendor's support asks for
    std::optional<std::chrono::milliseconds> retryAfter;
    QList<ErrorField> fields;
    Effect effect = Effect::None;
    QString host; ///< the host that was asked, for "could not reach ..."

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace Domain
