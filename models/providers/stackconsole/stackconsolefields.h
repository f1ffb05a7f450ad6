// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "providers/jsonfields.h"
#include "providers/lenientfields.h"
#include "providers/stackconsole/stackconsolerows.h"

namespace Providers {

/// What rows of all kinds are read by.
class StackConsoleFields
{
public:
    /// Notes a fault at "data[3].slug" when it is absent.
    [[nodiscard]] static QString requiredText(const LenientFields &fields, QLatin1StringView key,
                                              const QString &path, JsonFault &fault);
    /// The slug where there is no name.
    [[nodiscard]] static QString name(const LenientFields &fields);
    /// Another object, by its id and, where it is included, by its slug and name.
    [[nodiscard]] static StackConsoleReference reference(const LenientFields &fields,
                                                         QLatin1StringView id,
                                                         QLatin1StringView included);
    /// "2026-01-01T00:00:00.000000Z", or without an offset "2025-07-25 03:07:00".
    [[nodiscard]] static StackConsoleTime time(const QString &text);
    [[nodiscard]] static bool isDeleted(const LenientFields &fields);
    /// What the plans for it are told apart by; empty when not told.
    [[nodiscard]] static QString storageCategory(const LenientFields &fields);
    /// In bytes; absent where none is told yet.
    [[nodiscard]] static std::optional<qint64> size(const LenientFields &fields);
    /// The row's own JSON, without whatever could be a secret.
    [[nodiscard]] static QString raw(const LenientFields &fields);
};

} // namespace Providers
