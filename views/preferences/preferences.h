// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <chrono>

class QSettings;

namespace Views {

/// What closing the window does while operations run.
enum class ClosingRule { Ask, Close, KeepRunning };
enum class Notifications { Off, On };

/// What the person chose in the preferences. Read where it is needed, at that moment, so that a
/// change holds at once.
struct Preferences
{
    static constexpr std::chrono::seconds longestUndo{60};
    static constexpr int mostKeepDays = 365;

    std::chrono::seconds undoTime{8}; ///< that a removal waits for; 0: it is sent at once
    int keepDays = 7; ///< that a safety snapshot is kept for; 0: for good
    Notifications notifications = Notifications::On;
    ClosingRule closing = ClosingRule::Ask;

    friend bool operator==(const Preferences &, const Preferences &) = default;
};

/// What is not stored, or is out of its range, is as it comes.
[[nodiscard]] Preferences readPreferences(const QSettings &settings);
void storePreferences(const Preferences &preferences, QSettings &settings);

} // namespace Views
