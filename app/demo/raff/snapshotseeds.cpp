// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/raff/snapshotseeds.h"

using namespace Qt::StringLiterals;

namespace Demo::Raff {

namespace {

const auto InUse = SnapshotSeed::Mark::InUse;
const auto Failed = SnapshotSeed::Mark::Failed;
const auto WithoutUnit = SnapshotSeed::Mark::WithoutUnit;

QList<SnapshotSeed> olderHalf()
{
    return {
        {u"Finance"_s, 398, 10, 12, 38.2, u"fresh install"_s, WithoutUnit},
        {u"db-primary"_s, 390, 21, 40, 61.7, u"db-primary before PostgreSQL 16"_s},
        {formerVolume(), 377, 9, 5, 74.5, u"CRM data, keep until tax audit"_s},
        {u"db-data"_s, 362, 1, 15, 188.4, u"volume-db-data-{date}"_s, WithoutUnit},
        {u"web-01"_s, 331, 16, 20, 27.9, u"web-01 golden"_s},
        {u"legacy-cms"_s, 325, 14, 3, 18.6, u"vm-legacy-cms-{date}"_s},
        {u"mail"_s, 300, 5, 45, 22.4, u"before Dovecot 2.4"_s},
        {u"finance-docs"_s, 280, 18, 30, 96, u"year end {date}"_s},
        {formerVolume(), 266, 8, 50, 81.3, u"CRM data before migration"_s},
        {u"shop-harbor"_s, 240, 11, 11, 45.1, u"Harbor: erster Stand nach Übergabe"_s},
        {u"cms-archive"_s, 222, 15, 40, 52.8, u"cms-archive as handed over"_s},
        {u"web-01"_s, 205, 3, 30, 33, u"before nginx 1.29"_s, InUse},
        {u"mail-store"_s, 190, 22, 10, 141.9, u"mail spool {date}"_s},
        {u"shop-lindqvist"_s, 181, 13, 25, 19.7, u"Lindqvist före lansering 🚀"_s},
        {u"db-primary"_s, 168, 1, 20, 70.2, u"vm-db-primary-{date}"_s},
    };
}

QList<SnapshotSeed> newerHalf()
{
    return {
        {u"harbor-media"_s, 150, 9, 0, 120.6, u"harbor-media before image resize"_s, InUse},
        {u"legacy-cms"_s, 141, 10, 30, 19.9, u"do not delete!!"_s},
        {u"ci-runner"_s, 133, 19, 19, 102.5, u"runner + docker cache"_s},
        {u"db-wal"_s, 120, 1, 25, 12.3, u"before WAL archiving"_s},
        {u"ci-runner"_s, 104, 7, 45, 1.5, u"vm-ci-runner-{date}"_s, Failed},
        {u"win-test"_s, 90, 12, 0, 41, u"clean"_s},
        {u"win-test"_s, 74, 12, 30, 44.8, u"clean"_s},
        {u"db-data"_s, 61, 1, 15, 260.7, u"volume-db-data-{date}"_s},
        {u"shop-harbor"_s, 47, 21, 5, 58.4, u"<b>Harbor</b> & \"relaunch\""_s},
        {u"Finance"_s, 33, 17, 0, 49.6, u"finance-pre-kernel-upgrade"_s},
        {u"ci-cache"_s, 24, 6, 50, 30.5, u"cache warm"_s},
        {u"Finance"_s, 18, 17, 5, 50.1, u"vm-finance-{date}"_s},
        {u"cms-archive"_s, 11, 15, 45, 53, u"volume-cms-archive-{date}"_s},
        {u"web-01"_s, 5, 3, 35, 36.2, u"vm-web-01-{date}"_s},
        {u"shop-lindqvist"_s, 2, 14, 2, 23.8, u"pre-upgrade"_s},
    };
}

} // namespace

QList<SnapshotSeed> snapshotSeeds()
{
    return olderHalf() + newerHalf();
}

QString formerVolume()
{
    return u"old-crm-data"_s;
}

} // namespace Demo::Raff
