// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/secretstore.h"

#include <chrono>
#include <memory>

namespace Domain {
class Clock;
}

namespace Accounts {

/// Credentials in the system's keychain and nowhere else; never QtKeychain's plain-text fallback.
///
/// - The keychain is served on a thread of its own, one task after the other: on some systems a job
///   blocks while it runs.
/// - What is not answered within `patience` answers SecretUnavailable, for a write and a removal
///   with Effect::Ambiguous. The keychain goes on: a late read is dropped, a late write or removal
///   that succeeded is told by carriedOutLate().
/// - NotFound needs proof that the keychain is unlocked: another entry that can be read. Without it
///   "no entry" answers SecretUnavailable, as a locked Secret Service says the same.
/// - One in a process: QtKeychain ties its queue to the thread of the first job.
class KeychainSecretStore final : public Domain::SecretStore
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds patience{2000};

    /// The clock must outlive the store.
    explicit KeychainSecretStore(Domain::Clock &clock, QObject *parent = nullptr);
    ~KeychainSecretStore() override;

    [[nodiscard]] QFuture<Domain::Result<Domain::Secret>> read(
        const Domain::AccountId &account) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> write(
        const Domain::AccountId &account, const Domain::Secret &secret) override;
    [[nodiscard]] QFuture<Domain::Result<Domain::Done>> remove(
        const Domain::AccountId &account) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Accounts
