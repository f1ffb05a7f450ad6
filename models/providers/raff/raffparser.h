// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/pagedlist.h"
#include "providers/raff/raffrows.h"

namespace Providers {

/// Raff's answers as values. Pure functions of bytes: what is missing or of the wrong type is a
/// Protocol error that names the field. Pages tell how many rows there are and not which page they
/// are.
class RaffParser
{
public:
    [[nodiscard]] static Domain::Result<QList<Domain::Location>> regions(const QByteArray &json);
    [[nodiscard]] static Domain::Result<RaffStoragePrice> storagePrice(const QByteArray &json);

    [[nodiscard]] static Domain::Result<Net::Page<Domain::Project>> projects(
        const QByteArray &json);
    /// With those that are listed still although they are gone: paging counts them.
    [[nodiscard]] static Domain::Result<Net::Page<RaffResource>> servers(const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<RaffResource>> volumes(const QByteArray &json);
    /// Of both kinds.
    [[nodiscard]] static Domain::Result<Net::Page<RaffSnapshot>> snapshots(const QByteArray &json);

    /// NotFound for a VM that says itself that it is gone.
    [[nodiscard]] static Domain::Result<RaffResource> server(const QByteArray &json);
    [[nodiscard]] static Domain::Result<RaffResource> volume(const QByteArray &json);
    [[nodiscard]] static Domain::Result<RaffSnapshot> snapshot(const QByteArray &json);

    /// The answer to what changes something and gives nothing back.
    [[nodiscard]] static Domain::Result<Domain::Done> done(const QByteArray &json);

    /// Told nowhere in an answer, since there is no other.
    [[nodiscard]] static QString currency() { return QStringLiteral("USD"); }
};

} // namespace Providers
