// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"
#include "verdict.h"

using namespace Qt::StringLiterals;
using namespace Faults;

namespace {

/// Requests that change something, "POST /path", each once.
QStringList changesOf(const Testimony &usual)
{
    static const QRegularExpression sent(u"^request (?!GET )(.*) #\\d+$"_s);
    QStringList changes;
    for (const QString &label : usual.labels) {
        const QRegularExpressionMatch match = sent.match(label);
        if (match.hasMatch() && !changes.contains(match.captured(1))) {
            changes.append(match.captured(1));
        }
    }
    return changes;
}

} // namespace

/// Nobody knows whether a request was carried out: at each that changes something, in every way.
class AmbiguityTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneTwiceOrForgotten_data() { addDeeds(); }
    void nothingIsDoneTwiceOrForgotten();
    void cleanupTestCase() { qInfo("%d ambiguous answers", m_answers); }

private:
    Support::TestEnvironment m_environment;
    int m_answers = 0;
};

void AmbiguityTest::nothingIsDoneTwiceOrForgotten()
{
    QFETCH(const Deed, deed);
    const QStringList faults{
        u"reset-before"_s, u"reset-after"_s, u"close-after"_s,     u"502"_s,
        u"503"_s,          u"504"_s,         u"time-out-before"_s, u"time-out-after"_s};
    KillScene unharmed(deed);
    const Testimony usual = unharmed.begin();
    const QStringList changes = changesOf(usual);
    QVERIFY(!changes.isEmpty());
    for (const QString &change : changes) {
        for (const QString &fault : faults) {
            KillScene scene(deed);
            const QString path =
                u'^' + QRegularExpression::escape(change.section(u' ', 1)) + u"(\\?|$)"_s;
            const Testimony told = scene.beginWithFault(fault, change.section(u' ', 0, 0), path);
            const QString problem = wrong(deed, scene, {told});
            QVERIFY2(problem.isEmpty(), qPrintable(fault + u' ' + change + u": "_s + problem));
            ++m_answers;
        }
    }
}

QTEST_GUILESS_MAIN(AmbiguityTest)
#include "ambiguitytest.moc"
