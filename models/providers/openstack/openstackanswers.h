// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/remotetask.h"
#include "net/httprequest.h"

namespace Providers {

/// What answers of 2xx to changes tell of what was begun. Pure functions.
class OpenStackAnswers
{
public:
    using Accepted = Domain::Result<Domain::Accepted>;

    [[nodiscard]] static Accepted nothingMore(const Domain::RemoteTask &task,
                                              const Net::HttpAnswer &answer);
    [[nodiscard]] static Accepted madeVolumeSnapshot(const Domain::RemoteTask &task,
                                                     const Net::HttpAnswer &answer);
    /// The request must have asked for the Location header.
    [[nodiscard]] static Accepted madeImage(const Domain::RemoteTask &task,
                                            const Net::HttpAnswer &answer);
    [[nodiscard]] static Accepted rebuiltServer(const Domain::RemoteTask &task,
                                                const Net::HttpAnswer &answer);
    [[nodiscard]] static Accepted madeServer(const Domain::RemoteTask &task,
                                             const Net::HttpAnswer &answer);
    [[nodiscard]] static Accepted madeVolume(const Domain::RemoteTask &task,
                                             const Net::HttpAnswer &answer);
};

} // namespace Providers
