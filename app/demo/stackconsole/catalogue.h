// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonArray>
#include <QList>
#include <QString>

// What the operator offers to every customer: where, by the what, for how much.
namespace Demo::StackConsole {

struct Region
{
    enum class Opening { Open, ComingSoon };

    QString name;
    QString slug;
    QString country;
    QString countryCode;
    QString description;
    Opening opening = Opening::Open;
};

struct Project
{
    QString name;
    QString slug;
    QString description;
};

struct StorageCategory
{
    QString name;
    QString slug;
    // Slugs of the regions that have it.
    QStringList regions;
};

struct BillingCycle
{
    QString name;
    QString slug;
    int duration = 0;
    QString unit;
};

[[nodiscard]] const QList<Region> &regions();
[[nodiscard]] const Region *findRegion(const QString &slug);
[[nodiscard]] const QList<Project> &projects();
[[nodiscard]] const Project *findProject(const QString &slug);
[[nodiscard]] const QList<StorageCategory> &storageCategories();
[[nodiscard]] const StorageCategory *findStorageCategory(const QString &slug);
[[nodiscard]] const QList<BillingCycle> &billingCycles();
[[nodiscard]] const BillingCycle *findBillingCycle(const QString &slug);
// The slug of the cloud that machines and volumes are on.
[[nodiscard]] QString computeProvider();
// Of all customers and services.
[[nodiscard]] QString customerNumber();

} // namespace Demo::StackConsole
