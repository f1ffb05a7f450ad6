// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/result.h"
#include "net/pagedlist.h"
#include "providers/openstack/openstackrows.h"

namespace Providers {

/// Nova's and Glance's answers as values, under OpenStackParser's rules.
class OpenStackComputeParser
{
public:
    [[nodiscard]] static Domain::Result<Net::Page<OpenStackServer>> servers(const QByteArray &json);
    [[nodiscard]] static Domain::Result<OpenStackServer> server(const QByteArray &json);
    /// Without offers: an answer does not say where it is from.
    [[nodiscard]] static Domain::Result<Net::Page<Domain::ServerType>> flavors(
        const QByteArray &json);
    /// The newest first.
    [[nodiscard]] static Domain::Result<QList<OpenStackAction>> actions(const QByteArray &json);

    [[nodiscard]] static Domain::Result<Net::Page<OpenStackImage>> images(const QByteArray &json);
    [[nodiscard]] static Domain::Result<OpenStackImage> image(const QByteArray &json);

    /// The answer to a createImage; empty where the service is too old to tell it there.
    [[nodiscard]] static Domain::Result<QString> madeImage(const QByteArray &json);
    [[nodiscard]] static Domain::Result<OpenStackMadeServer> madeServer(const QByteArray &json);
};

} // namespace Providers
