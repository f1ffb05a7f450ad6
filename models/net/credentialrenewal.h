// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"

#include <QFuture>

#include <functional>
#include <memory>

class QDateTime;
class QObject;

namespace Net {

class AuthScheme;

/// Asks for a new credential, once at a time, and never a second time before its hour for one that
/// could not be had.
class CredentialRenewal
{
public:
    using Outcome = Domain::Result<Domain::Done>;
    using Renew = std::function<QFuture<Outcome>()>;
    using Ended = std::function<void(const Outcome &)>;

    /// Ends come on the context's thread, from its event loop, and not once it is gone.
    CredentialRenewal(Renew renew, std::shared_ptr<const AuthScheme> auth, QObject *context);

    [[nodiscard]] bool isPossible() const { return bool(m_renew); }
    /// Of the credential as it stands.
    [[nodiscard]] int version() const;

    /// True while no request should leave: a renewal is under way, or began now because the
    /// credential is due.
    [[nodiscard]] bool holdsBack(const QDateTime &now, const Ended &ended);
    /// While one is under way it asks for no other, and `ended` is not called.
    void ask(const Ended &ended);

    /// How a request ends that was refused and for which no new credential could be had.
    [[nodiscard]] static Domain::Error endOf(const Domain::Error &refusal,
                                             const Domain::Error &renewal);

private:
    Renew m_renew;
    std::shared_ptr<const AuthScheme> m_auth;
    QObject *m_context;
    bool m_isUnderWay = false;
    int m_triedVersion = -1; ///< it is due and could not be replaced
};

} // namespace Net
