// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/id.h"

#include <QList>

namespace Domain {

/// A data centre or region.
struct Location
{
    LocationId id;
    QString name; ///< the provider's short name, "fsn1"
    QString title; ///< what people say, "Falkenstein"
    QString country; ///< ISO 3166 alpha-2, upper case; empty when not known
    QString continent = {}; ///< as the vendor writes it, "Asia"; empty when not told
    bool isComingSoon = false; ///< announced: shown, but nothing can be ordered there yet

    friend bool operator==(const Location &, const Location &) = default;
};

/// The group that owns resources.
struct Project
{
    ProjectId id;
    QString name;

    friend bool operator==(const Project &, const Project &) = default;
};

} // namespace Domain
