// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/deferred.h"
#include "providers/raff/raffobjects.h"
#include "providers/raff/raffprices.h"

namespace Providers {

/// Makes a new VM of a VM's snapshot: an image is saved of it, and the VM ordered with that as its
/// template. Nothing tells when an image is ready, so an order that is refused for what may be that
/// is said to be worth repeating, until it has been refused too often.
class RaffCloner
{
public:
    /// How often an order may be refused before it is believed to be wrong.
    static constexpr int imageTries = 10;
    /// Small images are ready soon. After so many refusals it is a large one, and asked for less
    /// often.
    static constexpr int quickTries = 4;
    static constexpr std::chrono::seconds longPause{90};

    using Answer = Domain::Deferred<Domain::Accepted>;

    /// All must outlive it; answers come on the context's thread.
    RaffCloner(Net::HttpClient &client, RaffBook &book, RaffLists &lists, RaffObjects &objects,
               RaffPrices &catalogue, QObject *context);

    void begin(const Domain::SaveImage &save, const Answer &end);
    void begin(const Domain::CreateServer &create, const Answer &end);

private:
    void saveUnlessWindows(const Domain::SaveImage &save, const RaffResource &source,
                           const Answer &end);
    void order(const Domain::SaveImage &save, const Domain::ProjectId &project, const Answer &end);
    void order(const Domain::CreateServer &create, const Domain::ProjectId &project,
               const Answer &end);
    void explain(const Domain::SaveImage &save, const Domain::Error &error, const Answer &end);
    [[nodiscard]] Domain::Error judged(const Domain::ImageId &image, const Domain::Error &error);

    Net::HttpClient &m_client;
    RaffBook &m_book;
    RaffLists &m_lists;
    RaffObjects &m_objects;
    RaffPrices &m_catalogue;
    QObject *m_context;
    QSet<Domain::ImageId> m_windows; ///< images that turned out to be Windows
    QHash<Domain::ImageId, int> m_refusals; ///< of orders of a VM of the image
};

} // namespace Providers
