// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/hetzner/action.h"
#include "demo/hetzner/entities.h"

#include <QStringList>

// The vendor's words for what the simulation keeps as enumerations.
namespace Demo::Hetzner {

[[nodiscard]] QString word(Architecture architecture);
[[nodiscard]] QString word(CpuType cpu);
[[nodiscard]] QString word(ImageType type);
[[nodiscard]] QString word(ImageStatus status);
[[nodiscard]] QString word(ServerStatus status);
[[nodiscard]] QString word(ActionStatus status);
[[nodiscard]] QString word(ResourceType type);

// All words a filter may name, also those that never occur here.
[[nodiscard]] QStringList architectureWords();
[[nodiscard]] QStringList imageTypeWords();
[[nodiscard]] QStringList imageStatusWords();
[[nodiscard]] QStringList serverStatusWords();
[[nodiscard]] QStringList actionStatusWords();
[[nodiscard]] QStringList volumeStatusWords();

} // namespace Demo::Hetzner
