// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secretstore.h"

#include <QHash>

namespace Accounts {

/// Credentials that live as long as this object: for the demo and for tests.
class MemorySecretStore final : public Domain::SecretStore
{
    Q_OBJECT

public:
    using SecretStore::SecretStore;

    [[nodiscard]] QFuture<Domain::Result<Domain::Secret>> read(
        const Domain::AccountId &account) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(
        const Domain::AccountId &account, const Domain::Secret &secret) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> remove(
        const Domain::AccountId &account) override;

private:
    QHash<Domain::AccountId, Domain::Secret> m_secrets;
};

} // namespace Accounts
