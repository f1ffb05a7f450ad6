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
