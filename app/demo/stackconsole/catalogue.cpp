// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/catalogue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

template <typename T>
const T *findBySlug(const QList<T> &all, const QString &slug)
{
    const auto found = std::ranges::find(all, slug, &T::slug);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

const QList<Region> &regions()
{
    static const QList<Region> all{
        {u"1CNG-YGN-AZ01"_s, u"1cng-ygn-az01"_s, u"Myanmar (Burma)"_s, u"MM"_s, u"Yangon"_s},
        {u"1CNG-SGP-AZ01"_s, u"1cng-sgp-az01"_s, u"Singapore"_s, u"SG"_s, u"Singapore"_s},
        {u"1CNG-MDY-AZ01"_s, u"1cng-mdy-az01"_s, u"Myanmar (Burma)"_s, u"MM"_s, u"Mandalay"_s,
         Region::Opening::ComingSoon},
    };
    return all;
}

const Region *findRegion(const QString &slug)
{
    return findBySlug(regions(), slug);
}

const QList<Project> &projects()
{
    static const QList<Project> all{
        {u"Default"_s, u"default-41"_s, u"Made with the account"_s},
        {u"Software"_s, u"software-2"_s, u"What we build for customers"_s},
        {u"Test"_s, u"test-7"_s, {}},
    };
    return all;
}

const Project *findProject(const QString &slug)
{
    return findBySlug(projects(), slug);
}

const QList<StorageCategory> &storageCategories()
{
    static const QList<StorageCategory> all{
        {u"NVMe"_s, u"nvme"_s, {u"1cng-ygn-az01"_s, u"1cng-sgp-az01"_s}},
        {u"SSD"_s, u"ssd"_s, {u"1cng-sgp-az01"_s}},
    };
    return all;
}

const StorageCategory *findStorageCategory(const QString &slug)
{
    return findBySlug(storageCategories(), slug);
}

const QList<BillingCycle> &billingCycles()
{
    static const QList<BillingCycle> all{
        {u"Hourly"_s, u"hourly"_s, 1, u"hour"_s},
        {u"Monthly"_s, u"monthly"_s, 1, u"month"_s},
        {u"Quarterly"_s, u"quarterly"_s, 3, u"month"_s},
        {u"Semi-Annually"_s, u"semi-annually"_s, 6, u"month"_s},
        {u"Yearly"_s, u"yearly"_s, 12, u"month"_s},
        {u"Bi-Annually"_s, u"bi-annually"_s, 24, u"month"_s},
        {u"Tri-Annually"_s, u"tri-annually"_s, 36, u"month"_s},
    };
    return all;
}

const BillingCycle *findBillingCycle(const QString &slug)
{
    return findBySlug(billingCycles(), slug);
}

QString computeProvider()
{
    return u"nimbo"_s;
}

QString customerNumber()
{
    return u"001041"_s;
}

} // namespace Demo::StackConsole
