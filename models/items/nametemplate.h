// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/capabilities.h"

#include <QDateTime>
#include <QStringList>

namespace Items {

/// What a name template is filled with.
struct NameParts
{
    QString resource; ///< name of the server or volume
    QString reason; ///< may be empty
    QDateTime time; ///< UTC; local time is written
    int maxLength = 0; ///< in UTF-16 units; 0: no limit
};

[[nodiscard]] QString defaultNameTemplate();
/// "{resource} {date} {time} {reason}" with its words in place. What stands empty leaves no gap; a
/// word in braces that is not known stays as it is. The resource's name is cut where the whole
/// would be longer than allowed.
[[nodiscard]] QString nameFromTemplate(const QString &nameTemplate, const NameParts &parts);
/// By the vendor's own way to name (NameRule::usual), as its panel does it: the resource's name in
/// small letters, the local date. Empty where it has none.
[[nodiscard]] QString usualName(const Domain::NameRule &rule, const NameParts &parts);
/// Words in braces that mean nothing, braces included.
[[nodiscard]] QStringList unknownPlaceholders(const QString &nameTemplate);
/// Reasons that are offered: "pre-upgrade", "nightly".
[[nodiscard]] QStringList nameReasons();

} // namespace Items
