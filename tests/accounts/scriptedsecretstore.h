// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "domain/secretstore.h"

#include <QHash>

#include <functional>

namespace Accounts {

/// A keychain that keeps what it is given in memory, can be told to refuse or to hold its answers
/// back, and writes down what it was asked.
class ScriptedSecretStore final : public Domain::SecretStore
{
public:
    QFuture<Domain::Result<Domain::Secret>> read(const Domain::AccountId &account) override
    {
        return answer<Domain::Secret>(
            QStringLiteral("read"), [this, account]() -> Domain::Result<Domain::Secret> {
                return secrets.contains(account)
                    ? Domain::Result<Domain::Secret>(secrets.value(account))
                    : Domain::failure(Domain::ErrorKind::NotFound);
            });
    }

    QFuture<Domain::Result<Domain::Done>> write(const Domain::AccountId &account,
                                                const Domain::Secret &secret) override
    {
        return answer<Domain::Done>(QStringLiteral("write"),
                                    [this, account, secret]() -> Domain::Result<Domain::Done> {
                                        secrets.insert(account, secret);
                                        return Domain::Done{};
                                    });
    }

    QFuture<Domain::Result<Domain::Done>> remove(const Domain::AccountId &account) override
    {
        return answer<Domain::Done>(
            QStringLiteral("remove"), [this, account]() -> Domain::Result<Domain::Done> {
                return secrets.remove(account) ? Domain::Result<Domain::Done>(Domain::Done{})
                                               : Domain::failure(Domain::ErrorKind::NotFound);
            });
    }

    void answerHeld()
    {
        const QList<std::function<void()>> calls = std::exchange(m_held, {});
        for (const auto &call : calls) {
            call();
        }
    }

    [[nodiscard]] QByteArray tokenOf(const Domain::AccountId &account) const
    {
        return secrets.value(account).reveal();
    }

    QHash<Domain::AccountId, Domain::Secret> secrets;
    QStringList asked;
    QString refused; ///< the call that is refused, "write"
    Domain::Error refusal;
    bool holds = false;
    std::function<void()> onWrite; ///< what happens elsewhere while the keychain writes

private:
    template <class T>
    QFuture<Domain::Result<T>> answer(const QString &call, std::function<Domain::Result<T>()> act)
    {
        asked.append(call);
        if (call == refused) {
            return Domain::settled<T>(std::unexpected(refusal));
        }
        const Domain::Deferred<T> deferred;
        const auto carryOut = [this, deferred, act = std::move(act), call] {
            if (call == QLatin1StringView("write") && onWrite) {
                onWrite();
            }
            deferred.settle(act());
        };
        if (holds) {
            m_held.append(carryOut);
        } else {
            carryOut();
        }
        return deferred.future();
    }

    QList<std::function<void()>> m_held;
};

} // namespace Accounts
