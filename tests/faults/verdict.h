// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "killscene.h"

#include <QCoreApplication>
#include <QTest>

#include <algorithm>

namespace Faults {

/// A row for each: what every fault is tried on. Of one vendor, where one is named.
inline void addDeeds(const QString &only)
{
    QTest::addColumn<Deed>("deed");
    const auto add = [&only](const char *vendor, Domain::ResourceKind kind, const char *operation) {
        if (!only.isEmpty() && only != QLatin1StringView(vendor)) {
            return;
        }
        QTest::addRow("%s, %s, %s", vendor,
                      kind == Domain::ResourceKind::Server ? "server" : "volume", operation)
            << Deed{QString::fromLatin1(vendor), kind, QString::fromLatin1(operation)};
    };
    add("hetzner", Domain::ResourceKind::Server, "take");
    add("hetzner", Domain::ResourceKind::Server, "take-stopped");
    add("hetzner", Domain::ResourceKind::Server, "roll-back-safely");
    add("hetzner", Domain::ResourceKind::Server, "remove");
    for (const Domain::ResourceKind kind :
         {Domain::ResourceKind::Server, Domain::ResourceKind::Volume}) {
        add("stackconsole", kind, "take");
        add("stackconsole", kind, "roll-back");
        add("stackconsole", kind, "remove");
        add("raff", kind, "take");
        add("raff", kind, kind == Domain::ResourceKind::Server ? "roll-back-safely" : "roll-back");
        add("raff", kind, "remove");
        add("openstack", kind, "take");
        add("openstack", kind, "roll-back");
        add("openstack", kind, "remove");
    }
    add("openstack", Domain::ResourceKind::Server, "take-stopped");
    add("openstack", Domain::ResourceKind::Server, "roll-back-safely");
    add("openstack", Domain::ResourceKind::Volume, "new-volume");
}

/// Runs a test whose rows may be those of one vendor: PROGRAM --only VENDOR.
template <class Test>
int runForVendor(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    QString only;
    if (const qsizetype at = arguments.indexOf("--only"_L1); at > 0) {
        only = arguments.value(at + 1);
        arguments.remove(at, std::min<qsizetype>(2, arguments.size() - at));
    }
    Test test(only);
    return QTest::qExec(&test, arguments);
}

inline bool isRollBack(const Deed &deed)
{
    return deed.operation.startsWith("roll-back"_L1);
}

/// What must be so whatever happened. The first that is not so, in words.
inline QString wrong(const Deed &deed, const KillScene &scene, const QList<Testimony> &runs)
{
    QStringList labels;
    const QStringList ends = runs.last().ends;
    bool isWritten = false;
    for (const Testimony &run : runs) {
        labels.append(run.labels);
        isWritten = isWritten || run.labels.contains(u"written #1"_s);
    }
    const int done = scene.witness.rollBacks(labels);
    const auto wanted = scene.witness.names().count(u"wanted-copy"_s);
    const auto safety = scene.witness.names().count(u"safety-copy"_s);
    const bool isThere = scene.witness.ids().contains(runs.first().snapshotId);
    const QString found =
        u" (ends: %1; rolled back %2, wanted %3, safety %4, %5)"_s.arg(ends.join(u','))
            .arg(done)
            .arg(wanted)
            .arg(safety)
            .arg(isThere ? u"there"_s : u"gone"_s);
    if (runs.last().wasKilled || runs.last().exitCode != 0) {
        return u"it did not come to its end: "_s + QString::number(runs.last().exitCode) + found;
    }
    if (!isWritten && ends.isEmpty()) {
        const bool isUntouched = done == 0 && wanted == 0 && safety == 0 && isThere;
        return isUntouched ? QString() : u"something was done that was not written down"_s + found;
    }
    if (ends.size() != 1) {
        return u"it did not end once"_s + found;
    }
    const bool hasSucceeded = ends.first().startsWith("succeeded"_L1);
    if (isRollBack(deed)) {
        const bool mayAsk = !Contract::findVendor(deed.vendor)->showsPastRollbacks;
        const bool isTrue =
            hasSucceeded ? done == 1 : ends.first().startsWith("needs-answer"_L1) && mayAsk;
        const int safetyWanted = deed.operation == "roll-back-safely"_L1 ? 1 : 0;
        return done <= 1 && isTrue && isThere && safety == safetyWanted
            ? QString()
            : u"the rollback went wrong"_s + found;
    }
    if (deed.operation == "remove"_L1) {
        return hasSucceeded && !isThere ? QString() : u"the removal went wrong"_s + found;
    }
    return hasSucceeded && wanted == 1 ? QString() : u"the take went wrong"_s + found;
}

} // namespace Faults
