// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/consequences.h"

#include "support/testenvironment.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace Qt::StringLiterals;

class NameProblemTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatIsWrongWithAName_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("expected");
        QTest::addRow("right") << u"nightly-2"_s << QString();
        QTest::addRow("empty") << QString() << u"A name is needed."_s;
        QTest::addRow("blank") << u"  "_s << u"A name is needed."_s;
        QTest::addRow("line break")
            << u"a\nb"_s << u"A name can't contain line breaks or other control characters."_s;
        QTest::addRow("longest") << QString(20, u'n') << QString();
        QTest::addRow("too long") << QString(21, u'n')
                                  << u"A name has at most 20 characters here; this one has 21."_s;
        QTest::addRow("characters")
            << u"a&b"_s << u"The name has characters that this provider does not take."_s;
        QTest::addRow("taken") << u"Nightly"_s << u"The name “Nightly” is in use already."_s;
    }
    void saysWhatIsWrongWithAName()
    {
        QFETCH(const QString, name);
        const NameRule rule{true, true, 20, u"[A-Za-z0-9-]+"_s};
        QTEST(nameProblem(name, rule, {u"weekly"_s, u"nightly"_s}), "expected");
    }

    void takesAnyNameWithoutRules()
    {
        const NameRule free;
        QCOMPARE(nameProblem({}, free, {}), QString());
        QCOMPARE(nameProblem(QString(128, u'n'), free, {}), QString());
        QCOMPARE(nameProblem(u"💾 גיבוי"_s, free, {u"💾 גיבוי"_s}), QString());
        const NameRule broken{false, false, 0, u"(["_s};
        QCOMPARE(nameProblem(u"a"_s, broken, {}), QString());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(NameProblemTest)
#include "nameproblemtest.moc"
