// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "support/rawhttp.h"

#include <QString>

namespace Support {

// What is wrong with the members of an object, one complaint after the other. A shape reads
// "id:s size:n description:s?": a name and the first letter of its JSON type (string, number,
// bool, object, array), with a question mark where null will do.
[[nodiscard]] QString misshapen(const QJsonValue &value, const QString &shape);
// "403 The provided region is invalid."
[[nodiscard]] QString refusal(const RawAnswer &answer);

} // namespace Support
