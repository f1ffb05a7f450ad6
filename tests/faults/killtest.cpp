// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"
#include "verdict.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Faults;

namespace {

/// What is done over and over while it is waited is passed often; the first times tell.
constexpr int occurrences = 3;

bool isTold(const QString &label)
{
    return label.section(u'#', 1).toInt() <= occurrences
        || !(label.startsWith("request GET"_L1) || label.startsWith("answer GET"_L1));
}

} // namespace

/// The program is killed wherever it sends, hears or writes something, and started again.
class KillTest : public QObject
{
    Q_OBJECT

public:
    explicit KillTest(const QString &only)
        : m_only(only)
    {
    }

private Q_SLOTS:
    void nothingIsDoneTwiceOrForgotten_data();
    void nothingIsDoneTwiceOrForgotten();
    void cleanupTestCase();

private:
    Support::TestEnvironment m_environment;
    QString m_only; ///< the vendor; all, where it is empty
    int m_points = 0;
};

void KillTest::nothingIsDoneTwiceOrForgotten_data()
{
    addDeeds(m_only);
}

void KillTest::nothingIsDoneTwiceOrForgotten()
{
    QFETCH(const Deed, deed);
    KillScene unharmed(deed);
    const Testimony usual = unharmed.begin();
    QVERIFY(usual.ends.value(0).startsWith("succeeded"_L1));
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
        QVERIFY2(problem.isEmpty(),
                 qPrintable(label + u": "_s + problem + u"\nafterwards: "_s
                            + after.labels.join(u", "_s)));
        ++m_points;
    }
}

void KillTest::cleanupTestCase()
{
    qInfo("%d kill points", m_points);
    QVERIFY(m_points >= (m_only.isEmpty() ? 500 : 90));
}

int main(int argc, char **argv)
{
    return runForVendor<KillTest>(argc, argv);
}

#include "killtest.moc"
