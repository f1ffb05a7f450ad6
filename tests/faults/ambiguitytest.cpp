// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"
#include "verdict.h"

using namespace Qt::StringLiterals;
using namespace Faults;

namespace {

/// Every request that changes something. Of some vendors several go to one path.
QList<FaultyRequest> changesOf(const Testimony &usual)
{
    static const QRegularExpression sent(u"^request (?!GET )(\\S+) (\\S+) #(\\d+)$"_s);
    QList<FaultyRequest> changes;
    for (const QString &label : usual.labels) {
        const QRegularExpressionMatch match = sent.match(label);
        if (match.hasMatch()) {
            changes.append({match.captured(1), match.captured(2), match.captured(3).toInt() - 1});
        }
    }
    return changes;
}

/// Whether the fault came to pass: a request got another answer than the cloud's.
bool isMet(const Testimony &told)
{
    return std::ranges::any_of(told.served,
                               [](const QString &line) { return !line.startsWith(u'2'); });
}

} // namespace

/// Nobody knows whether a request was carried out: at each that changes something, in every way.
class AmbiguityTest : public QObject
{
    Q_OBJECT

public:
    explicit AmbiguityTest(const QString &only)
        : m_only(only)
    {
    }

private Q_SLOTS:
    void nothingIsDoneTwiceOrForgotten_data() { addDeeds(m_only); }
    void nothingIsDoneTwiceOrForgotten();
    void cleanupTestCase();

private:
    Support::TestEnvironment m_environment;
    QString m_only; ///< the vendor; all, where it is empty
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
    const QList<FaultyRequest> changes = changesOf(usual);
    QVERIFY(!changes.isEmpty());
    for (const FaultyRequest &change : changes) {
        for (const QString &fault : faults) {
            KillScene scene(deed);
            const Testimony told = scene.beginWithFault(fault, change);
            QVERIFY2(isMet(told), qPrintable(fault + u' ' + change.path));
            const QString problem = wrong(deed, scene, {told});
            QVERIFY2(problem.isEmpty(),
                     qPrintable(u"%1 %2 %3: %4"_s.arg(fault, change.method, change.path, problem)));
            ++m_answers;
        }
    }
}

void AmbiguityTest::cleanupTestCase()
{
    qInfo("%d ambiguous answers", m_answers);
    QVERIFY(m_answers >= (m_only.isEmpty() ? 250 : 40));
}

int main(int argc, char **argv)
{
    return runForVendor<AmbiguityTest>(argc, argv);
}

#include "ambiguitytest.moc"
