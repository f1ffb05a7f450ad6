// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/profile.h"

#include <QList>

#include <expected>

namespace Providers {

/// One thing that is wrong with a profile.
struct ProfileProblem
{
    QString place; ///< "baseUrls[1]", "line 3, column 7"; empty: the file as a whole
    QString reason; ///< a sentence, in the person's language

    friend bool operator==(const ProfileProblem &, const ProfileProblem &) = default;
};

template <class T>
using ProfileResult = std::expected<T, QList<ProfileProblem>>;

/// Everything that a profile may be is said in resources/profiles/README.md. What is larger than
/// this is none.
inline constexpr qint64 largestProfile = 64LL * 1024;

/// Reads a profile: bytes to a value, or everything that is wrong with them. Strict, because a
/// profile says where a token goes: what is not known is an error, never ignored. Whether this
/// version has the provider is not asked here.
[[nodiscard]] ProfileResult<Domain::Profile> readProfile(const QByteArray &json);

/// What is wrong with it as a whole.
[[nodiscard]] std::unexpected<QList<ProfileProblem>> profileProblem(const QString &reason);

/// "baseUrls[1]: It must begin with https://." A line each.
[[nodiscard]] QStringList problemLines(const QList<ProfileProblem> &problems);

} // namespace Providers
