// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/pricelist.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

namespace Providers {

/// A VM or volume as one answer has it: keys without an account, nothing of other rows joined in.
struct RaffResource
{
    Domain::Resource resource; ///< the status word is its rawState
    QString updated; ///< when it last changed, as the API writes it; compared, never read
    QString templateId = {}; ///< of a VM: what it was made of

    friend bool operator==(const RaffResource &, const RaffResource &) = default;
};

/// A snapshot as one answer has it. Of a volume's the answer does not say which volume it is of.
struct RaffSnapshot
{
    Domain::Snapshot snapshot;
    bool isInUse = false; ///< its source runs on it: it can't be removed
    /// A size is told, although perhaps without a unit. None is while there is nothing copied yet.
    bool hasSize = false;

    friend bool operator==(const RaffSnapshot &, const RaffSnapshot &) = default;
};

/// What a gigabyte of a snapshot costs in one region.
struct RaffStoragePrice
{
    QString perHour; ///< decimals; empty when not told
    QString perMonth;

    friend bool operator==(const RaffStoragePrice &, const RaffStoragePrice &) = default;
};

/// A size that VMs are sold in, in one region.
struct RaffPlan
{
    QString id;
    QString kind; ///< "standard"; empty when not told
    Domain::LocationId region;
    int cores = 0;
    qint64 memoryBytes = 0;
    qint64 diskBytes = 0;
    QString perMonth; ///< decimals; empty when not told
    QString perHour;
    bool isSoldOut = false;

    friend bool operator==(const RaffPlan &, const RaffPlan &) = default;
};

/// What VMs are made of: a public template, or an image that was saved.
struct RaffImage
{
    Domain::ImageId id;
    bool isWindows = false;

    friend bool operator==(const RaffImage &, const RaffImage &) = default;
};

} // namespace Providers
