// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testenvironment.h"
#include "verdict.h"

using namespace Qt::StringLiterals;
using namespace Faults;

namespace {

const auto signInPath = u"/identity/v3/auth/tokens"_s;

/// The cloud has carried out what it was asked for, and nobody has heard of it.
QString whenUnheard(const Testimony &usual)
{
    static const QRegularExpression heard(u"^answer (?!GET )"_s);
    return usual.labels.filter(heard).value(0);
}

} // namespace

/// Where a program that starts again has to sign in before it can look what was done: it is killed
/// while it does, or nobody knows whether it has.
class SignInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsForgottenWhenItIsKilled_data() { addDeeds(u"openstack"_s); }
    void nothingIsForgottenWhenItIsKilled();
    void nothingIsForgottenWhenTheAnswerIsLost_data() { addDeeds(u"openstack"_s); }
    void nothingIsForgottenWhenTheAnswerIsLost();

private:
    Support::TestEnvironment m_environment;
};

void SignInTest::nothingIsForgottenWhenItIsKilled()
{
    QFETCH(const Deed, deed);
    const QString death = whenUnheard(KillScene(deed).begin());
    const QStringList deaths{u"request POST "_s + signInPath + u" #1"_s,
                             u"answer POST "_s + signInPath + u" #1"_s};
    for (const QString &label : deaths) {
        KillScene scene(deed);
        const Testimony killed = scene.begin(death);
        QVERIFY2(killed.wasKilled, qPrintable(death));
        const Testimony again = scene.goOn(label);
        QVERIFY2(again.wasKilled, qPrintable(label));
        const QString problem = wrong(deed, scene, {killed, again, scene.goOn()});
        QVERIFY2(problem.isEmpty(), qPrintable(label + u": "_s + problem));
    }
}

void SignInTest::nothingIsForgottenWhenTheAnswerIsLost()
{
    QFETCH(const Deed, deed);
    const QString death = whenUnheard(KillScene(deed).begin());
    for (const QString &fault :
         {u"reset-before"_s, u"reset-after"_s, u"503"_s, u"time-out-after"_s}) {
        KillScene scene(deed);
        const Testimony killed = scene.begin(death);
        QVERIFY2(killed.wasKilled, qPrintable(death));
        const Testimony after = scene.goOnWithFault(fault, {u"POST"_s, signInPath});
        QVERIFY(after.labels.contains(u"request POST "_s + signInPath + u" #2"_s));
        const QString problem = wrong(deed, scene, {killed, after});
        QVERIFY2(problem.isEmpty(), qPrintable(fault + u": "_s + problem));
    }
}

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
