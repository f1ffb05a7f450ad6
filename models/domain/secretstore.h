// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"
#include "domain/result.h"
#include "domain/secret.h"

#include <QFuture>
#include <QObject>

namespace Domain {

/// Where credentials live.
/// - Errors: NotFound when there is none for the account; SecretUnavailable for every other failure
///   (a locked or missing keychain is never taken for "no token").
/// - Never blocks the caller; answers on the caller's thread. Calls are carried out in the order
///   they are made.
class SecretStore : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QFuture<Result<Secret>> read(const AccountId &account) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> write(const AccountId &account,
                                                      const Secret &secret) = 0;
    [[nodiscard]] virtual QFuture<Result<Done>> remove(const AccountId &account) = 0;

Q_SIGNALS:
    /// A write or removal that was given up (SecretUnavailable, Effect::Ambiguous) has been carried
    /// out after all.
    void carriedOutLate(const Domain::AccountId &account);
};

} // namespace Domain
