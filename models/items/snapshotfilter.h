// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "items/snapshotstore.h"

#include <array>

namespace Items {

/// What a row must be like to be shown: every word and every condition must hold. A value that is
/// absent meets no condition.
struct SnapshotFilter
{
    enum class Number { Age, Size, Price, Created };
    enum class Mark { Protected, Orphaned, Old, InUse, Due };
    enum class Place { Status, Source, Location, Account, Id };

    /// low <= value < high
    struct Range
    {
        qint64 low = std::numeric_limits<qint64>::min();
        qint64 high = std::numeric_limits<qint64>::max();
    };
    struct NumberCondition
    {
        Number number = Number::Age;
        Range range;
        Range binaryRange; ///< for rows whose size is counted in GiB
    };
    struct TextCondition
    {
        Place place = Place::Status;
        QString text;
        std::array<bool, 5> statuses{}; ///< which Domain::SnapshotStatus the text means
    };

    std::vector<Mark> marks;
    std::vector<NumberCondition> numbers;
    std::vector<TextCondition> texts;
    std::vector<std::string> words; ///< casefolded UTF-8

    /// nowMs: milliseconds since the epoch.
    [[nodiscard]] bool matches(const SnapshotStore &store, Slot slot, qint64 nowMs) const;
    /// Whether rows come and go with time alone.
    [[nodiscard]] bool dependsOnTime() const;
    [[nodiscard]] bool isEmpty() const;
};

/// Reads what a person typed, the language described at SnapshotModel::setFilter().
[[nodiscard]] SnapshotFilter parseFilter(const QString &text);

} // namespace Items
