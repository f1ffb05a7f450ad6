// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/preferences/preferences.h"

#include <QSettings>

#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace Views {

namespace {

constexpr auto undoSetting = "preferences/undoSeconds"_L1;
constexpr auto keepSetting = "preferences/keepDays"_L1;
constexpr auto notificationsSetting = "preferences/notifications"_L1;
constexpr auto closingSetting = "preferences/closing"_L1;

struct RuleWord
{
    ClosingRule rule = ClosingRule::Ask;
    QLatin1StringView word;
};
constexpr std::array ruleWords{RuleWord{ClosingRule::Ask, "ask"_L1},
                               RuleWord{ClosingRule::Close, "close"_L1},
                               RuleWord{ClosingRule::KeepRunning, "keep-running"_L1}};

std::optional<int> numberIn(const QSettings &settings, QLatin1StringView key, int most)
{
    bool isNumber = false;
    const int number = settings.value(key).toInt(&isNumber);
    return isNumber && number >= 0 && number <= most ? std::optional(number) : std::nullopt;
}

} // namespace

Preferences readPreferences(const QSettings &settings)
{
    Preferences preferences;
    if (const auto seconds =
            numberIn(settings, undoSetting, int(Preferences::longestUndo.count()))) {
        preferences.undoTime = std::chrono::seconds(*seconds);
    }
    preferences.keepDays =
        numberIn(settings, keepSetting, Preferences::mostKeepDays).value_or(preferences.keepDays);
    preferences.notifications = settings.value(notificationsSetting, true).toBool()
        ? Notifications::On
        : Notifications::Off;
    const QString word = settings.value(closingSetting).toString();
    for (const RuleWord &rule : ruleWords) {
        if (rule.word == word) {
            preferences.closing = rule.rule;
        }
    }
    return preferences;
}

void storePreferences(const Preferences &preferences, QSettings &settings)
{
    settings.setValue(undoSetting, int(preferences.undoTime.count()));
    settings.setValue(keepSetting, preferences.keepDays);
    settings.setValue(notificationsSetting, preferences.notifications == Notifications::On);
    for (const RuleWord &rule : ruleWords) {
        if (rule.rule == preferences.closing) {
            settings.setValue(closingSetting, QString(rule.word));
        }
    }
}

} // namespace Views
