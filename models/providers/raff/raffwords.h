// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/snapshot.h"

namespace Providers {

/// Raff's words for states. What is not known stays unknown.
class RaffWords
{
public:
    [[nodiscard]] static Domain::PowerState powerState(const QString &serverStatus);
    /// Something is being done to the VM beside switching it on or off: it is made, or copied.
    [[nodiscard]] static bool isBusy(const QString &serverStatus);
    /// It neither is at work nor goes over into another state by itself.
    [[nodiscard]] static bool isAtRest(Domain::ResourceKind kind, const QString &status);
    [[nodiscard]] static bool hasFailed(const QString &status);
    [[nodiscard]] static bool isGone(const QString &serverStatus);

    /// The contract has two words, none of them for progress; the dashboard has others.
    [[nodiscard]] static Domain::SnapshotStatus snapshotStatus(const QString &word);
    [[nodiscard]] static bool isInUse(const QString &snapshotStatus);
    /// The word says itself that the copy is whole; the contract's words don't.
    [[nodiscard]] static bool isSaidToBeReady(const QString &snapshotStatus);

    /// "50 GB" as bytes. Nothing for a bare number: its unit is told nowhere.
    [[nodiscard]] static std::optional<qint64> bytes(const QString &size);

    /// What the dashboard calls a snapshot that nobody named.
    [[nodiscard]] static QString defaultName(Domain::ResourceKind kind, const QString &source,
                                             const QDate &day);
};

} // namespace Providers
