// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonfixtures.h"

/// Answers of Raff, and the ids in them.
namespace RaffFixtures {

using JsonFixtures::spoken;

inline const QString shop = QStringLiteral("11111111-0000-4000-8000-000000000001");
inline const QString lab = QStringLiteral("11111111-0000-4000-8000-000000000002");
inline const QString web = QStringLiteral("aaaaaaaa-0000-4000-8000-000000000001");
inline const QString finance = QStringLiteral("aaaaaaaa-0000-4000-8000-000000000002");
inline const QString goneServer = QStringLiteral("aaaaaaaa-0000-4000-8000-000000000009");

inline QByteArray read(const QString &name)
{
    return JsonFixtures::read(QStringLiteral("raff"), name);
}

inline QByteArray with(const QString &name, const QString &path, const QJsonValue &value)
{
    return JsonFixtures::with(read(name), path, value);
}

/// A list of these rows of a fixture.
inline QByteArray rows(const QString &name, const QList<int> &indexes)
{
    const QJsonArray all = QJsonDocument::fromJson(read(name))[QStringLiteral("data")].toArray();
    QJsonArray chosen;
    for (const int index : indexes) {
        chosen.append(all.at(index));
    }
    return QJsonDocument(QJsonObject{{QStringLiteral("success"), true},
                                     {QStringLiteral("data"), chosen},
                                     {QStringLiteral("total"), chosen.size()}})
        .toJson(QJsonDocument::Compact);
}

/// One row of a fixture as the answer to a reading of it alone, one member changed.
inline QByteArray single(const QString &name, int index, const QString &member = {},
                         const QJsonValue &value = {})
{
    QJsonObject row = QJsonDocument::fromJson(read(name))[QStringLiteral("data")][index].toObject();
    if (!member.isEmpty()) {
        row.insert(member, value);
    }
    return QJsonDocument(
               QJsonObject{{QStringLiteral("success"), true}, {QStringLiteral("data"), row}})
        .toJson(QJsonDocument::Compact);
}

} // namespace RaffFixtures
