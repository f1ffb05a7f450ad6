// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/stackconsole/snapshotseeds.h"

using namespace Qt::StringLiterals;

namespace Demo::StackConsole {

namespace {

const auto Disk = SnapshotSeed::Kind::Disk;
const auto DiskAndMemory = SnapshotSeed::Kind::DiskAndMemory;
const auto Failed = SnapshotSeed::Kind::Failed;

const auto webRoot = "root-4153"_L1;
const auto erpRoot = "root-4161"_L1;
const auto mailRoot = "root-4290"_L1;
const auto ciRoot = "root-4502"_L1;
const auto stagingRoot = "root-4617"_L1;
const auto testRoot = "root-4733"_L1;
const auto erpDb = "bs-001041-0005"_L1;
const auto mailSpool = "bs-001041-0008"_L1;
const auto siteFiles = "bs-001041-0009"_L1;
const auto archive = "bs-001041-0014"_L1;
const auto scratch = "bs-001041-0017"_L1;
const auto lostDb = "bs-001041-0002"_L1;

const auto web = "vm-001041-0003"_L1;
const auto erp = "vm-001041-0004"_L1;
const auto ci = "vm-001041-0011"_L1;
const auto staging = "vm-001041-0012"_L1;
const auto testBench = "vm-001041-0016"_L1;

QList<SnapshotSeed> olderHalf()
{
    return {
        {mailRoot, 364, 14, 20, u"mail-gw fresh install"_s},
        {lostDb, 351, 20, 5, u"erp-db old disk, keep until audit"_s},
        {webRoot, 338, 3, 30, u"ပထမဆုံး အရန်ကူး"_s},
        {erpDb, 322, 17, 0, u"before moving to NVMe"_s},
        {siteFiles, 318, 9, 41, u"old site - do not delete!!"_s},
        {web, 301, 16, 45, u"web-portal golden"_s, Disk},
        {erpDb, 287, 17, 2, u"Before ERP 14 -> 15"_s},
        {mailSpool, 262, 21, 15, u"mail spool {date}"_s},
        {ciRoot, 244, 11, 8, u"runner image v1"_s},
        {webRoot, 230, 15, 0, u"အပ်ဒိတ်မလုပ်ခင်"_s},
        {archive, 196, 10, 10, u"archive as handed over"_s},
        {stagingRoot, 188, 13, 13, u"staging 🚀 first deploy"_s},
        {erp, 181, 16, 30, u"erp-app before PHP 8.3"_s, Disk},
        {erpDb, 180, 17, 1, u"quarter end {date}"_s},
        {mailRoot, 166, 8, 55, u"before anti-spam change"_s},
        {ci, 152, 19, 19, u"ci-runner + docker cache"_s, DiskAndMemory},
    };
}

QList<SnapshotSeed> newerHalf()
{
    return {
        {webRoot, 140, 15, 30, u"before theme change (ask Ko Min)"_s},
        {testRoot, 111, 12, 0, u"clean"_s},
        {testBench, 110, 18, 0, u"clean"_s, Disk},
        {erpRoot, 97, 16, 2, u"erp-app root before kernel"_s},
        {erpDb, 90, 17, 1, u"quarter end {date}"_s},
        {mailSpool, 74, 21, 15, u"mail spool {date}"_s},
        {stagingRoot, 61, 10, 47, u"<b>staging</b> & \"test\" data"_s},
        {staging, 60, 9, 30, u"စမ်းသပ်ရန် ✅"_s, Disk},
        {ciRoot, 52, 11, 11, u"runner image v2"_s},
        {scratch, 45, 22, 22, u"test"_s, Failed},
        {web, 38, 15, 50, u"pre-upgrade"_s, DiskAndMemory},
        {erpDb, 30, 17, 0, u"မဖျက်ပါနဲ့ 🙏 ERP"_s},
        {testRoot, 24, 12, 30, u"with test data"_s},
        {erp, 19, 16, 40, u"pre-upgrade ERP"_s, Disk},
        {webRoot, 12, 15, 10, u"pre-upgrade"_s},
        {testBench, 5, 18, 10, u"before benchmark run"_s, Disk},
        {mailRoot, 2, 9, 0, u"before certificate renewal"_s},
    };
}

} // namespace

QList<SnapshotSeed> snapshotSeeds()
{
    return olderHalf() + newerHalf();
}

QList<Volume> formerVolumes()
{
    Volume lost;
    lost.slug = lostDb;
    lost.size = 300;
    lost.project = u"default-41"_s;
    lost.region = u"1cng-ygn-az01"_s;
    return {lost};
}

} // namespace Demo::StackConsole
