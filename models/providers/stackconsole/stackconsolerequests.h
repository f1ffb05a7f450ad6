// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/request.h"
#include "net/httprequest.h"

namespace Providers {

/// What is asked of StackConsole's API, as requests. Pure functions.
class StackConsoleRequests
{
public:
    /// These lists come whole; only should one have pages are the others asked for by number.
    [[nodiscard]] static Net::HttpRequest regions(int page = 1);
    [[nodiscard]] static Net::HttpRequest cloudProviders(int page = 1);
    [[nodiscard]] static Net::HttpRequest projects(int page = 1);
    [[nodiscard]] static Net::HttpRequest billingCycles(int page = 1);
    /// Always of one region: a plan of another would be taken, and fail later.
    [[nodiscard]] static Net::HttpRequest plans(Domain::SnapshotKind kind,
                                                const Domain::LocationId &region, int page = 1);

    /// The page's size is the server's: which parameter sets it differs.
    [[nodiscard]] static Net::HttpRequest resources(Domain::ResourceKind kind, int page);
    [[nodiscard]] static Net::HttpRequest snapshots(Domain::SnapshotKind kind, int page);

    [[nodiscard]] static Net::HttpRequest profile();
    [[nodiscard]] static Net::HttpRequest balance();

    /// Not for what refusal() refuses. The cloud provider is needed to take a snapshot.
    [[nodiscard]] static Net::HttpRequest change(const Domain::Request &request,
                                                 const QString &cloudProvider);
    /// Why the request can't be one of StackConsole's, if it can't.
    [[nodiscard]] static std::optional<Domain::Error> refusal(const Domain::Request &request);
    /// The same, and what is missing for a snapshot to be ordered.
    [[nodiscard]] static std::optional<Domain::Error> refusalToSend(const Domain::Request &request);
    [[nodiscard]] static bool isSlug(const QString &id);
};

} // namespace Providers
