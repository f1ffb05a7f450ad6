// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pricelist.h"
#include "net/pagedlist.h"
#include "providers/stackconsole/stackconsolerows.h"

namespace Providers {

/// StackConsole's answers as values. Pure functions of bytes. Only what rows can't do without is
/// missed (a slug, a snapshot's time); everything else may be absent or of an odd type, since
/// operators run different versions of it. Keys carry no account, and references are not looked up.
class StackConsoleParser
{
public:
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleRegion>> regions(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleProject>> projects(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleCloudProvider>> cloudProviders(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleResource>> servers(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleResource>> volumes(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleSnapshot>> serverSnapshots(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<StackConsoleSnapshot>> volumeSnapshots(
        const QByteArray &json);

    [[nodiscard]] static Domain::Result<Net::Page<StackConsolePlan>> plans(const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<Domain::BillingCycle>> billingCycles(
        const QByteArray &json);

    [[nodiscard]] static Domain::Result<StackConsoleProfile> profile(const QByteArray &json);
    /// Nothing where the answer tells no sum.
    [[nodiscard]] static Domain::Result<std::optional<StackConsoleAmount>> balance(
        const QByteArray &json);
    /// The answer to every change; an empty one says nothing, but is one.
    [[nodiscard]] static Domain::Result<StackConsoleAcceptance> acceptance(const QByteArray &json);

    /// The one billing cycle that snapshots are sold by.
    static constexpr QLatin1StringView hourly{"hourly"};
};

} // namespace Providers
