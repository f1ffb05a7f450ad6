// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/error.h"

#include <QByteArray>

namespace Net {

class AuthScheme;

/// What a log line may show of a path: segments that look like ids become {id}.
[[nodiscard]] QString withoutIds(const QString &path);

/// A header's value made safe to show and to log: printable ASCII, at most 128 characters.
[[nodiscard]] QString printable(const QByteArray &value);

/// The error with the credential taken out of every text that came from outside.
[[nodiscard]] Domain::Error withoutSecret(Domain::Error error, const AuthScheme *auth);

} // namespace Net
