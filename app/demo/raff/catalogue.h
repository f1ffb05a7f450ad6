// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "demo/raff/entities.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QList>

// What the vendor sells to everybody, as anybody may read it.
namespace Demo::Raff {

enum class PlanType { Standard, Premium };

struct Plan
{
    int id = 0;
    PlanType type = PlanType::Standard;
    int cpu = 0;
    int ram = 0;
    int storage = 0;
    int transfer = 0;
    // In millionths of a dollar.
    int perHour = 0;
    // In hundredths of a dollar.
    int perMonth = 0;
};

[[nodiscard]] const QList<Plan> &plans();
[[nodiscard]] const Plan *findPlan(int id);
[[nodiscard]] const QList<Template> &publicTemplates();
// The only one.
[[nodiscard]] QString regionCode();
// For one GB, in millionths of a dollar.
[[nodiscard]] double snapshotPerHour();
[[nodiscard]] double volumePerHour();

[[nodiscard]] QJsonObject regionJson();
[[nodiscard]] QJsonObject json(const Plan &plan);
[[nodiscard]] QJsonObject json(const Template &publicTemplate);
// For "volume", "snapshot", "backup" and "ip".
[[nodiscard]] QJsonObject pricingJson(const QString &service);

} // namespace Demo::Raff
