// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/operation.h"

#include <QLatin1StringView>

#include <optional>
#include <span>
#include <utility>

namespace Operations {

/// The words that enumerators are written down by: one that is put in later must not change what
/// was written before. A word, once released, stays.
template <class Enum>
using EnumWord = std::pair<Enum, QLatin1StringView>;

[[nodiscard]] std::span<const EnumWord<Domain::ResourceKind>> wordsOf(Domain::ResourceKind);
[[nodiscard]] std::span<const EnumWord<Domain::OperationKind>> wordsOf(Domain::OperationKind);
[[nodiscard]] std::span<const EnumWord<Domain::OperationState>> wordsOf(Domain::OperationState);
[[nodiscard]] std::span<const EnumWord<Domain::Hold>> wordsOf(Domain::Hold);
[[nodiscard]] std::span<const EnumWord<Domain::Step::State>> wordsOf(Domain::Step::State);
[[nodiscard]] std::span<const EnumWord<Domain::Step::Role>> wordsOf(Domain::Step::Role);
[[nodiscard]] std::span<const EnumWord<Domain::PowerAction>> wordsOf(Domain::PowerAction);
[[nodiscard]] std::span<const EnumWord<Domain::Protection>> wordsOf(Domain::Protection);
[[nodiscard]] std::span<const EnumWord<Domain::Effect>> wordsOf(Domain::Effect);
[[nodiscard]] std::span<const EnumWord<Domain::ErrorKind>> wordsOf(Domain::ErrorKind);

template <class Enum>
[[nodiscard]] QLatin1StringView wordOf(Enum value)
{
    for (const auto &[one, word] : wordsOf(value)) {
        if (one == value) {
            return word;
        }
    }
    Q_UNREACHABLE_RETURN({}); // a test goes through all of them
}

template <class Enum>
[[nodiscard]] std::optional<Enum> fromWord(const QString &text)
{
    for (const auto &[value, word] : wordsOf(Enum())) {
        if (word == text) {
            return value;
        }
    }
    return std::nullopt;
}

} // namespace Operations
