// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "killscene.h"
#include "support/testenvironment.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Faults;
using Domain::ResourceKind;

namespace {

/// What is done over and over while it is waited is passed often; the first times tell.
constexpr int occurrences = 2;

bool isTold(const QString &label)
{
    return label.section(u'#', 1).toInt() <= occurrences
        || !(label.startsWith("request GET"_L1) || label.startsWith("answer GET"_L1));
}

bool isRollBack(const Deed &deed)
{
    return deed.operation.startsWith("roll-back"_L1);
}

/// Those that the cloud carried out.
int rollBacks(const Testimony &told)
{
    static const QRegularExpression done(u"^2\\d\\d POST .*/(rebuild|restore|revert)$"_s);
    return int(told.served.filter(done).size());
}

/// What must be so whatever happened. The first that is not so, in words.
QString wrong(const Deed &deed, const KillScene &scene, const QList<Testimony> &runs)
{
    int done = 0;
    QStringList ends;
    bool isWritten = false;
    for (const Testimony &run : runs) {
        done += rollBacks(run);
        ends.append(run.ends);
        isWritten = isWritten || run.labels.contains(u"written #1"_s);
    }
    const int wanted = scene.witness.named(u"wanted-copy"_s);
    const int safety = scene.witness.named(u"safety-copy"_s);
    const bool isThere = scene.witness.has(runs.first().snapshotId);
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
    const bool hasSucceeded = ends.first() == "succeeded"_L1;
    if (isRollBack(deed)) {
        const bool mayAsk = !Contract::findVendor(deed.vendor)->showsPastRollbacks;
        const bool isTrue = hasSucceeded ? done == 1 : ends.first() == "needs-answer"_L1 && mayAsk;
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

} // namespace

/// The program is killed wherever it sends, hears or writes something, and started again.
class KillTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneTwiceOrForgotten_data();
    void nothingIsDoneTwiceOrForgotten();
    void cleanupTestCase();

private:
    Support::TestEnvironment m_environment;
    int m_points = 0;
};

void KillTest::nothingIsDoneTwiceOrForgotten_data()
{
    QTest::addColumn<Deed>("deed");
    const auto add = [](const char *vendor, ResourceKind kind, const char *operation) {
        QTest::addRow("%s, %s, %s", vendor, kind == ResourceKind::Server ? "server" : "volume",
                      operation)
            << Deed{QString::fromLatin1(vendor), kind, QString::fromLatin1(operation)};
    };
    add("hetzner", ResourceKind::Server, "take");
    add("hetzner", ResourceKind::Server, "take-stopped");
    add("hetzner", ResourceKind::Server, "roll-back-safely");
    add("hetzner", ResourceKind::Server, "remove");
    for (const ResourceKind kind : {ResourceKind::Server, ResourceKind::Volume}) {
        add("stackconsole", kind, "take");
        add("stackconsole", kind, "roll-back");
        add("stackconsole", kind, "remove");
        add("raff", kind, "take");
        add("raff", kind, kind == ResourceKind::Server ? "roll-back-safely" : "roll-back");
        add("raff", kind, "remove");
    }
}

void KillTest::nothingIsDoneTwiceOrForgotten()
{
    QFETCH(const Deed, deed);
    KillScene unharmed(deed);
    const Testimony usual = unharmed.begin();
    QCOMPARE(usual.ends, QStringList{u"succeeded"_s});
    QCOMPARE(wrong(deed, unharmed, {usual}), QString());

    for (const QString &label : usual.labels) {
        if (!isTold(label)) {
            continue;
        }
        KillScene scene(deed);
        const Testimony killed = scene.begin(label);
        QVERIFY2(killed.wasKilled, qPrintable(label));
        QCOMPARE(killed.labels.last(), label);
        const Testimony after = scene.goOn();
        const QString problem = wrong(deed, scene, {killed, after});
        QVERIFY2(problem.isEmpty(), qPrintable(label + u": "_s + problem));
        ++m_points;
    }
}

void KillTest::cleanupTestCase()
{
    qInfo("%d kill points", m_points);
    QVERIFY(m_points >= 300);
}

QTEST_GUILESS_MAIN(KillTest)
#include "killtest.moc"
