// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "accounts/memorysecretstore.h"

#include "domain/deferred.h"

namespace Accounts {

using Domain::Done;
using Domain::Result;
using Domain::Secret;

QFuture<Result<Secret>> MemorySecretStore::read(const Domain::AccountId &account)
{
    const auto found = m_secrets.constFind(account);
    return Domain::settled<Secret>(found != m_secrets.cend()
                                       ? Result<Secret>(*found)
                                       : Domain::failure(Domain::ErrorKind::NotFound));
}

QFuture<Result<Done>> MemorySecretStore::write(const Domain::AccountId &account,
                                               const Secret &secret)
{
    m_secrets.insert(account, secret);
    return Domain::settled<Done>(Done{});
}

QFuture<Result<Done>> MemorySecretStore::remove(const Domain::AccountId &account)
{
    return Domain::settled<Done>(m_secrets.remove(account)
                                     ? Result<Done>(Done{})
                                     : Domain::failure(Domain::ErrorKind::NotFound));
}

} // namespace Accounts
