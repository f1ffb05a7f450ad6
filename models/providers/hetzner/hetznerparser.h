// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/cloudprovider.h"
#include "net/pager.h"
#include "providers/hetzner/hetzneraction.h"

namespace Providers {

/// Hetzner's answers as values. Pure functions of bytes: what is missing or of the wrong type is a
/// Protocol error that names the field. Keys carry no account: the provider puts its own in.
class HetznerParser
{
public:
    [[nodiscard]] static Domain::Result<Net::Page<Domain::Location>> locations(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<Domain::Resource>> servers(
        const QByteArray &json);
    [[nodiscard]] static Domain::Result<Net::Page<Domain::Resource>> volumes(
        const QByteArray &json);
    /// Images of other types than snapshot, and deleted ones, are left out.
    [[nodiscard]] static Domain::Result<Net::Page<Domain::Snapshot>> snapshots(
        const QByteArray &json);

    [[nodiscard]] static Domain::Result<HetznerServer> server(const QByteArray &json);
    [[nodiscard]] static Domain::Result<Domain::Resource> serverResource(const QByteArray &json);
    [[nodiscard]] static Domain::Result<Domain::Resource> volume(const QByteArray &json);
    /// NotFound for an image that says itself that it was deleted.
    [[nodiscard]] static Domain::Result<Domain::Snapshot> snapshot(const QByteArray &json);

    [[nodiscard]] static Domain::Result<Domain::PriceList> prices(const QByteArray &json);
    /// Any list of images shows that the credential is good; who it belongs to is not told.
    [[nodiscard]] static Domain::Result<Domain::Identity> identity(const QByteArray &json);

    /// Both forms of a list of actions: those asked for by id come without paging.
    [[nodiscard]] static Domain::Result<QList<HetznerAction>> actions(const QByteArray &json);
    /// The answer to every change that runs as an action.
    [[nodiscard]] static Domain::Result<HetznerAcceptance> acceptance(const QByteArray &json);
    /// The same with the image that is being made, which must be named.
    [[nodiscard]] static Domain::Result<HetznerAcceptance> imageAcceptance(const QByteArray &json);
    /// The same with the server that is being made, which must be named, and with what follows.
    [[nodiscard]] static Domain::Result<HetznerAcceptance> serverAcceptance(const QByteArray &json);
};

} // namespace Providers
