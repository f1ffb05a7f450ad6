// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/hetzner/hetznertasks.h"

namespace Providers {

/// How the making of a new server stands: the copy of the image, what follows it (the first start),
/// and the server itself, which must be at rest. Pure functions.
class HetznerCreation
{
public:
    /// A remote task has one id; this one stands for the action and those that follow it.
    [[nodiscard]] static Domain::RemoteTaskId joined(const QList<Domain::RemoteTaskId> &actions);
    /// Those of them that can be Hetzner's.
    [[nodiscard]] static QList<Domain::RemoteTaskId> parted(const Domain::RemoteTaskId &id);
    /// The server that has to be read before the task can be judged, if one has to be.
    [[nodiscard]] static std::optional<Domain::ResourceId> neededServer(
        const Domain::RemoteTask &task, const HetznerActions &actions);
    [[nodiscard]] static Domain::TaskProgress judge(const Domain::RemoteTask &task,
                                                    const HetznerActions &actions,
                                                    const HetznerObjects &objects);
};

} // namespace Providers
