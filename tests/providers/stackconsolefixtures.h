// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfixtures.h"

/// Answers of StackConsole.
namespace StackConsoleFixtures {

using JsonFixtures::spoken;

inline QByteArray read(const QString &name)
{
    return JsonFixtures::read(QStringLiteral("stackconsole"), name);
}

inline QByteArray with(const QString &name, const QString &path, const QJsonValue &value)
{
    return JsonFixtures::with(read(name), path, value);
}

inline QByteArray without(const QString &name, const QString &path)
{
    return with(name, path, QJsonValue(QJsonValue::Undefined));
}

} // namespace StackConsoleFixtures
