// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "net/httpclient.h"
#include "providers/asyncsteps.h"
#include "providers/openstack/openstackcatalog.h"
#include "providers/openstack/openstacksite.h"

#include <map>

namespace Providers {

/// Finds out which microversions are spoken with a region's services, once for each service.
class OpenStackNegotiator
{
public:
    /// Makes a client for a service's address with a project's token.
    using MakeClient = std::function<std::unique_ptr<Net::HttpClient>(const QUrl &address,
                                                                      OpenStackService service)>;

    /// Answers come on the context's thread and not once it is gone.
    explicit OpenStackNegotiator(QObject *context);

    /// Answers what is open with Cancelled. The context must be gone by then.
    void close();

    /// A service that does not tell has none, and is asked again the next time: it may have been
    /// in the middle of something. One that can't be reached is an error.
    [[nodiscard]] QFuture<Domain::Result<OpenStackVersions>> versions(
        const OpenStackServices &services, const MakeClient &makeClient);

private:
    /// Of one service: what it speaks is at its place, the other one is absent.
    using Answer = Domain::Result<OpenStackVersions>;

    struct Inquiry
    {
        std::optional<OpenStackVersions> versions;
        SharedAnswer<OpenStackVersions> answer;
        std::unique_ptr<Net::HttpClient> client; ///< while it is asked
    };

    [[nodiscard]] QFuture<Answer> ask(OpenStackService service, const std::optional<QUrl> &address,
                                      const MakeClient &makeClient);
    void note(Inquiry &inquiry, const Answer &answer);

    QObject *m_context;
    std::map<QUrl, Inquiry> m_inquiries; ///< by the root of a version
};

} // namespace Providers
