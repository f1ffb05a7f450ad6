// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace Providers {

struct RepeatedMember
{
    QString name;
    qsizetype offset = 0; ///< in bytes, of its second appearance

    friend bool operator==(const RepeatedMember &, const RepeatedMember &) = default;
};

/// The first member that stands twice in one object. A reader of JSON takes one of the two without
/// a word, and a person may have seen the other. The document must be valid JSON.
[[nodiscard]] std::optional<RepeatedMember> findRepeatedMember(const QByteArray &json);

} // namespace Providers
