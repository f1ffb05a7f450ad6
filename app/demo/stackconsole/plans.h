// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Demo::StackConsole {

// A price a gigabyte and hour at which a service is sold in one region.
struct Plan
{
    enum class Sale { On, Ended };

    QString name;
    QString slug;
    // As the vendor displays it: "VM Snapshot".
    QString service;
    QString region;
    // Empty: for all.
    QString storageCategory;
    // In 1e-4 kyat.
    int hourly = 0;
    QString tag{};
    Sale sale = Sale::On;
};

[[nodiscard]] const QList<Plan> &plans();
[[nodiscard]] const Plan *findPlan(const QString &slug);
// Services that have no plan here, but exist.
[[nodiscard]] QStringList planServices();
[[nodiscard]] QJsonObject json(const Plan &plan);
// 1e-4 kyat as prices are written: "0.1200".
[[nodiscard]] QString amountText(qint64 tenThousandths);
[[nodiscard]] QJsonObject currencyJson();

} // namespace Demo::StackConsole
