// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/resource.h"
#include "domain/snapshot.h"

namespace Providers {

/// The states that StackConsole passes on from the CloudStack under it.
class StackConsoleWords
{
public:
    /// Unknown for a word that is neither of making nor of removing, nor known at all.
    [[nodiscard]] static Domain::SnapshotStatus snapshotStatus(const QString &word);
    /// A word for a snapshot that exists no more, and is listed all the same.
    [[nodiscard]] static bool isGone(const QString &word);
    [[nodiscard]] static bool isReverting(const QString &word);
    [[nodiscard]] static Domain::PowerState powerState(const QString &word);
};

} // namespace Providers
