// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/credentialrenewal.h"

#include "net/authscheme.h"

#include <QFutureWatcher>

namespace Net {

using Domain::Error;
using Domain::ErrorKind;

CredentialRenewal::CredentialRenewal(Renew renew, std::shared_ptr<const AuthScheme> auth,
                                     QObject *context)
    : m_renew(std::move(renew))
    , m_auth(std::move(auth))
    , m_context(context)
{
}

int CredentialRenewal::version() const
{
    return m_auth ? m_auth->version() : 0;
}

bool CredentialRenewal::holdsBack(const QDateTime &now, const Ended &ended)
{
    // Where it could not be replaced in time, the server has the last word on the old one.
    const bool isTried = m_triedVersion == version();
    if (m_renew && m_auth && !m_isUnderWay && !isTried && m_auth->isDue(now)) {
        m_triedVersion = version();
        ask(ended);
    }
    return m_isUnderWay;
}

void CredentialRenewal::ask(const Ended &ended)
{
    if (m_isUnderWay) {
        return;
    }
    m_isUnderWay = true;
    using Watcher = QFutureWatcher<Outcome>;
    auto *watcher = new Watcher(m_context);
    // Not then(): it says nothing of an answer that was taken back.
    QObject::connect(watcher, &Watcher::finished, m_context, [this, watcher, ended] {
        watcher->deleteLater();
        m_isUnderWay = false;
        const QFuture<Outcome> future = watcher->future();
        ended(future.resultCount() == 1 ? future.result() : Domain::failure(ErrorKind::Cancelled));
    });
    watcher->setFuture(m_renew());
}

Error CredentialRenewal::endOf(const Error &refusal, const Error &renewal)
{
    if (renewal.kind == refusal.kind || renewal.kind == ErrorKind::Cancelled) {
        return refusal;
    }
    Error error = renewal;
    error.effect = Domain::Effect::None; // the refusal is proof of that
    return error;
}

} // namespace Net
