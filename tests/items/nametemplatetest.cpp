// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/nametemplate.h"

#include "support/testenvironment.h"

#include <QTest>
#include <QTimeZone>

using namespace Items;
using namespace Qt::StringLiterals;

class NameTemplateTest : public QObject
{
    Q_OBJECT

    const Support::TestEnvironment m_environment;

    static NameParts parts(const QString &resource, const QString &reason = {}, int maxLength = 0)
    {
        const QDateTime time(QDate(2026, 3, 9), QTime(7, 5), QTimeZone::UTC);
        return {resource, reason, time, maxLength};
    }

private Q_SLOTS:
    void fillsItsWordsIn_data()
    {
        QTest::addColumn<QString>("nameTemplate");
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("name");
        QTest::addRow("all") << defaultNameTemplate() << u"nightly"_s
                             << u"db-1 2026-03-09 07:05 nightly"_s;
        QTest::addRow("no reason")
            << defaultNameTemplate() << QString() << u"db-1 2026-03-09 07:05"_s;
        QTest::addRow("no gap in the middle")
            << u"{resource}-{reason}-{date}"_s << QString() << u"db-1-2026-03-09"_s;
        QTest::addRow("no gap at the start") << u"{reason}: {resource}"_s << QString() << u"db-1"_s;
        QTest::addRow("twice") << u"{date} {date}"_s << QString() << u"2026-03-09 2026-03-09"_s;
        QTest::addRow("own words") << u"shop {resource}"_s << QString() << u"shop db-1"_s;
        QTest::addRow("unknown word") << u"{resource} {when}"_s << QString() << u"db-1 {when}"_s;
        QTest::addRow("empty") << QString() << u"nightly"_s << QString();
        QTest::addRow("reason with braces")
            << u"{reason} {date}"_s << u"{date}"_s << u"{date} 2026-03-09"_s;
    }

    void fillsItsWordsIn()
    {
        QFETCH(const QString, nameTemplate);
        QFETCH(const QString, reason);
        QTEST(nameFromTemplate(nameTemplate, parts(u"db-1"_s, reason)), "name");
    }

    void namesWhatItDoesNotKnow()
    {
        QCOMPARE(unknownPlaceholders(u"{resource} {when} {}"_s),
                 QStringList({u"{when}"_s, u"{}"_s}));
        QCOMPARE(unknownPlaceholders(defaultNameTemplate()), QStringList());
    }

    void cutsALongNameSoThatTheWholeFits()
    {
        const QString name =
            nameFromTemplate(defaultNameTemplate(), parts(QString(100, u'n'), u"nightly"_s, 40));
        QCOMPARE(name.size(), 40);
        QVERIFY(name.endsWith(u"n 2026-03-09 07:05 nightly"_s));
    }

    void cutsNoCharacterInHalf()
    {
        const QString family = u"👩‍👩‍👧"_s;
        const QString name =
            nameFromTemplate(u"{resource}{date}"_s, parts(u"a"_s + family + family, {}, 20));
        QCOMPARE(name, u"a"_s + family + u"2026-03-09"_s);
    }

    void namesAsTheVendorsPanelDoes()
    {
        Domain::NameRule rule;
        QCOMPARE(usualName(rule, parts(u"Finance"_s)), QString());
        rule.usual = u"vm-{resource}-{mm-dd-yy}"_s;
        QCOMPARE(usualName(rule, parts(u"Finance"_s)), u"vm-finance-03-09-26"_s);
        rule.maxLength = 24;
        const QString cut = usualName(rule, parts(QString(60, u'x')));
        QVERIFY2(cut.size() <= rule.maxLength, qPrintable(cut));
        QVERIFY2(cut.endsWith("x-03-09-26"_L1), qPrintable(cut));
    }

    void offersReasons() { QVERIFY(nameReasons().contains(u"pre-upgrade"_s)); }
};

QTEST_GUILESS_MAIN(NameTemplateTest)
#include "nametemplatetest.moc"
