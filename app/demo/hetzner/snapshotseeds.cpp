// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/snapshotseeds.h"

using namespace Qt::StringLiterals;

namespace Demo::Hetzner {

namespace {

const auto On = SnapshotSeed::Protection::On;

// As long as the description field of many a panel lets it be.
QString longDescription()
{
    return u"web-1 before switching all vhosts from Apache prefork to event MPM, PHP-FPM pools per "
           "customer, new TLS settings, HTTP/3 enabled"_s;
}

QList<SnapshotSeed> olderHalf()
{
    return {
        {u"web-1"_s, 362, 3, 12, 11.84, u"Grundinstallation Webserver"_s, u"golden=true"_s, On},
        {u"old-web"_s, 351, 21, 40, 9.31, u"before moving to Nuremberg"_s},
        {u"shop-muenchen"_s, 340, 22, 5, 19.76, u"vor Relaunch"_s, u"kunde=muenchen"_s, On},
        {u"db-1"_s, 329, 1, 30, 55.02, u"before PostgreSQL 15 -> 16"_s},
        {u"old-web"_s, 322, 17, 48, 9.87, u"letzter Stand, bitte nicht löschen"_s, {}, On},
        {u"mail"_s, 305, 2, 15, 31.4, u"mail server after migration, everything works"_s},
        {u"kunde-bergmann"_s, 291, 16, 20, 8.12, u"Bergmann: vor TYPO3 12.4"_s,
         u"kunde=bergmann"_s},
        {u"git"_s, 274, 23, 10, 21.93, u"before GitLab 17.2"_s},
        {u"web-2"_s, 262, 10, 2, 11.36, u"golden image web"_s, u"golden=true"_s},
        {u"kunde-lindner"_s, 247, 18, 31, 14.55, u"Kündigung Lindner, bis Jahresende aufheben"_s,
         u"kunde=lindner"_s},
        {u"monitor"_s, 233, 12, 44, 2.87, u"prometheus + grafana ok"_s},
        {u"fw-1"_s, 219, 5, 55, 1.07, u"fw-1 config {date}"_s},
        {u"shop-muenchen"_s, 204, 6, 10, 21.09, u"shop-muenchen {date} vor Wartung"_s,
         u"kunde=muenchen"_s},
        {u"backup-1"_s, 196, 4, 0, 7.9, u"borg ready"_s},
        {u"db-1"_s, 188, 1, 30, 57.63, u"before schema change (orders v4)"_s},
        {u"web-1"_s, 171, 20, 12, 12.01, longDescription()},
        {u"kunde-osthoff"_s, 160, 15, 37, 6.66, u"Übergabe an Osthoff – frisch installiert"_s,
         u"kunde=osthoff"_s},
        {u"test-vm"_s, 149, 19, 1, 3.05, u"test"_s},
        {u"test-vm"_s, 148, 9, 26, 3.06, u"test 2"_s},
        {u"web-3"_s, 139, 13, 13, 6.21, u"web-3 before disk resize"_s},
    };
}

QList<SnapshotSeed> newerHalf()
{
    return {
        {u"git"_s, 127, 23, 5, 24.4, u"before GitLab 17.8 (do not skip!)"_s},
        {{}, 118, 8, 8, 17.2, u"imported from old project"_s},
        {u"mail"_s, 109, 2, 20, 35.11, u"vor Umstellung auf rspamd"_s},
        {u"shop-muenchen"_s, 97, 5, 45, 22.8,
         u"<b>DO NOT DELETE</b> ask <a href=\"mailto:anna@example.com\">Anna</a> & Tom"_s,
         u"kunde=muenchen"_s, On},
        {u"staging"_s, 88, 14, 50, 12.9, u"staging before big migration 🚀"_s, u"env=staging"_s},
        {u"db-2"_s, 79, 1, 45, 52.7, u"replica seed"_s},
        {u"web-1"_s, 71, 3, 0, 12.13, u"Monatssicherung {date}"_s, u"schedule=monthly"_s},
        {u"kunde-bergmann"_s, 64, 17, 17, 9.05, u"Bergmann: vor PHP 8.3"_s, u"kunde=bergmann"_s},
        {u"kunde-osthoff"_s, 55, 11, 0, 6.94, u"test"_s, u"kunde=osthoff"_s},
        {u"lab-2"_s, 43, 10, 30, 4.8, u"rocky fresh"_s, u"env=lab"_s},
        {u"web-1"_s, 41, 3, 0, 12.2, u"Monatssicherung {date}"_s, u"schedule=monthly"_s},
        {u"db-1"_s, 33, 1, 30, 60.48, u"before minor update 16.4"_s},
        {u"monitor"_s, 27, 9, 9, 3.32, u"monitor {date}"_s},
        {u"staging"_s, 21, 16, 5, 13.98, u"vor Nextcloud-Update"_s, u"env=staging"_s},
        {u"web-2"_s, 16, 22, 30, 11.66, u"web-2 vor Kernel-Update"_s},
        {u"lab-2"_s, 12, 18, 0, 0, u"vor Plattentausch"_s, u"env=lab"_s},
        {u"web-1"_s, 10, 3, 0, 12.37, u"Monatssicherung {date}"_s, u"schedule=monthly"_s},
        {u"git"_s, 6, 23, 0, 27.1, u"pre-upgrade"_s},
        {u"shop-muenchen"_s, 2, 5, 30, 24.61, u"vor Rabattaktion"_s, u"kunde=muenchen"_s},
        {u"web-1"_s, 1, 18, 22, 12.41, u"pre-upgrade"_s},
    };
}

} // namespace

QList<SnapshotSeed> snapshotSeeds()
{
    return olderHalf() + newerHalf();
}

} // namespace Demo::Hetzner
