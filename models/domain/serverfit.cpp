// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "domain/serverfit.h"

#include <algorithm>

namespace Domain {

ServerNeeds needsOf(const Snapshot &snapshot, const std::optional<Resource> &source)
{
    ServerNeeds needs = {snapshot.diskBytes, snapshot.architecture};
    if (source && !needs.diskBytes) {
        needs.diskBytes = source->sizeBytes;
    }
    if (source && needs.architecture.isEmpty()) {
        needs.architecture = source->architecture;
    }
    return needs;
}

ServerFit fitOf(const ServerType &type, const LocationId &location, const ServerNeeds &needs)
{
    if (needs.diskBytes && type.diskBytes < *needs.diskBytes) {
        return ServerFit::DiskTooSmall;
    }
    if (!needs.architecture.isEmpty() && !type.architecture.isEmpty()
        && needs.architecture != type.architecture) {
        return ServerFit::OtherArchitecture;
    }
    const ServerOffer *offer = offerAt(type, location);
    if (!offer) {
        return ServerFit::NotSoldThere;
    }
    return offer->isAvailable ? ServerFit::Fits : ServerFit::SoldOut;
}

const ServerOffer *offerAt(const ServerType &type, const LocationId &location)
{
    const auto offer = std::ranges::find(type.offers, location, &ServerOffer::location);
    return offer == type.offers.cend() ? nullptr : &*offer;
}

} // namespace Domain
