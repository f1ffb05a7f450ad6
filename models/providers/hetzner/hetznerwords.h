// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/snapshot.h"
#include "providers/hetzner/hetzneraction.h"

namespace Providers {

/// What Hetzner's words mean. Those of tomorrow are Unknown.
class HetznerWords
{
public:
    [[nodiscard]] static Domain::SnapshotStatus snapshotStatus(const QString &word);
    [[nodiscard]] static Domain::PowerState powerState(const QString &word);
    [[nodiscard]] static HetznerAction::Status actionStatus(const QString &word);
    /// Of a network zone, "eu-central": what lies on a continent begins with its letters. Others
    /// are not guessed.
    [[nodiscard]] static QString continent(const QString &networkZone);
};

} // namespace Providers
