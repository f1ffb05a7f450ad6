// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/location.h"
#include "domain/resource.h"
#include "domain/snapshot.h"

namespace Providers {

/// Another object as a row names it: always by id, by slug where the answer includes that object.
/// Ids join rows; slugs are what calls are made with, and what we know an object by.
struct StackConsoleReference
{
    QString id;
    QString slug;
    QString name;

    [[nodiscard]] bool isEmpty() const { return id.isEmpty() && slug.isEmpty(); }
    friend bool operator==(const StackConsoleReference &, const StackConsoleReference &) = default;
};

struct StackConsoleRegion
{
    Domain::Location location;
    QString id;
    bool isHidden = false; ///< switched off by the operator
    QString cloudProvider; ///< slug of the one it belongs to; may be empty

    friend bool operator==(const StackConsoleRegion &, const StackConsoleRegion &) = default;
};

struct StackConsoleProject
{
    Domain::Project project;
    QString id;

    friend bool operator==(const StackConsoleProject &, const StackConsoleProject &) = default;
};

struct StackConsoleCloudProvider
{
    QString slug;
    bool isActive = true;
    bool hasServers = false;

    friend bool operator==(const StackConsoleCloudProvider &,
                           const StackConsoleCloudProvider &) = default;
};

/// A time as an answer gives it. Without an offset it is that of the account's clock, which only
/// the profile tells.
struct StackConsoleTime
{
    QDateTime time; ///< UTC, or local digits that are called UTC; invalid when absent
    bool isLocal = false;

    friend bool operator==(const StackConsoleTime &, const StackConsoleTime &) = default;
};

/// A server or a volume before the objects it names are looked up.
struct StackConsoleResource
{
    Domain::Resource resource;
    QString id;
    QString orchestratorId; ///< of a volume: the name that some snapshots know it by
    StackConsoleReference region;
    StackConsoleReference project;
    StackConsoleReference server; ///< that a volume is attached to
    StackConsoleTime created;
    bool isRoot = false;
    bool isGone = false; ///< deleted, and listed still

    friend bool operator==(const StackConsoleResource &, const StackConsoleResource &) = default;
};

/// A snapshot before the objects it names are looked up.
struct StackConsoleSnapshot
{
    Domain::Snapshot snapshot;
    StackConsoleReference source;
    StackConsoleReference region;
    StackConsoleReference project;
    StackConsoleTime created;
    bool isReverting = false;
    bool isGone = false; ///< deleted, and listed still

    friend bool operator==(const StackConsoleSnapshot &, const StackConsoleSnapshot &) = default;
};

/// A price as it stands in an answer.
struct StackConsoleAmount
{
    QString decimal;
    QString currency; ///< ISO 4217; empty where the answer has none

    friend bool operator==(const StackConsoleAmount &, const StackConsoleAmount &) = default;
};

struct StackConsolePlan
{
    Domain::PlanId id;
    QString name;
    QString storageCategory;
    bool isActive = true;
    QList<StackConsoleAmount> hourly; ///< per gigabyte and hour, one a currency

    friend bool operator==(const StackConsolePlan &, const StackConsolePlan &) = default;
};

struct StackConsoleProfile
{
    QString name; ///< the customer number, else the person's name
    QString timeZone; ///< IANA, "Asia/Yangon"; may be empty

    friend bool operator==(const StackConsoleProfile &, const StackConsoleProfile &) = default;
};

/// What an accepted change tells of the snapshot that it makes: often nothing.
struct StackConsoleAcceptance
{
    std::optional<Domain::SnapshotId> made;

    friend bool operator==(const StackConsoleAcceptance &,
                           const StackConsoleAcceptance &) = default;
};

} // namespace Providers
