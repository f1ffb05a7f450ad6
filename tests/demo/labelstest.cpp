// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "demo/hetzner/labels.h"

#include <QTest>

using namespace Demo::Hetzner;
using namespace Qt::StringLiterals;

class LabelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsGoodKeys_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("isGood");
        QTest::addRow("a word") << u"env"_s << true;
        QTest::addRow("with a prefix") << u"snapdeck/op"_s << true;
        QTest::addRow("with a domain") << u"example.com/a_b-c.d"_s << true;
        QTest::addRow("63 characters") << QString(63, u'a') << true;
        QTest::addRow("64 characters") << QString(64, u'a') << false;
        QTest::addRow("empty") << QString() << false;
        QTest::addRow("ends with a dash") << u"env-"_s << false;
        QTest::addRow("a blank") << u"my env"_s << false;
        QTest::addRow("line break at the end") << u"env\n"_s << false;
        QTest::addRow("no name after the prefix") << u"example.com/"_s << false;
        QTest::addRow("the vendor's own prefix") << u"hetzner.cloud/x"_s << false;
        QTest::addRow("umlaut") << u"größe"_s << false;
    }

    void knowsGoodKeys()
    {
        QFETCH(QString, key);
        QTEST(isLabelKey(key), "isGood");
    }

    void knowsGoodValues()
    {
        QVERIFY(isLabelValue(QString()));
        QVERIFY(isLabelValue(u"550e8400-e29b-41d4-a716-446655440000"_s));
        QVERIFY(!isLabelValue(u"two words"_s));
        QVERIFY(!isLabelValue(u"a/b"_s));
    }

    void selectsByLabels_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addColumn<bool>("matches");
        QTest::addRow("equal") << u"env=prod"_s << true;
        QTest::addRow("equal, two signs") << u"env==prod"_s << true;
        QTest::addRow("equal to another") << u"env=test"_s << false;
        QTest::addRow("equal to nothing") << u"empty="_s << true;
        QTest::addRow("not equal") << u"env!=test"_s << true;
        QTest::addRow("not equal, but it is") << u"env!=prod"_s << false;
        QTest::addRow("not equal where there is none") << u"other!=prod"_s << true;
        QTest::addRow("has") << u"env"_s << true;
        QTest::addRow("has not") << u"!other"_s << true;
        QTest::addRow("has not, but it has") << u"!env"_s << false;
        QTest::addRow("one of") << u"env in (test,prod)"_s << true;
        QTest::addRow("none of") << u"env notin (test, prod)"_s << false;
        QTest::addRow("all must hold") << u"env=prod,snapdeck/op=17"_s << true;
        QTest::addRow("one does not hold") << u"env=prod,snapdeck/op=18"_s << false;
        QTest::addRow("a list among others") << u"env in (a,prod),snapdeck/op"_s << true;
        QTest::addRow("nothing asked") << QString() << true;
    }

    void selectsByLabels()
    {
        QFETCH(QString, selector);
        const Labels labels{{u"env"_s, u"prod"_s}, {u"snapdeck/op"_s, u"17"_s}, {u"empty"_s, {}}};
        const std::optional<LabelSelector> parsed = LabelSelector::parse(selector);
        QVERIFY(parsed);
        QTEST(parsed->matches(labels), "matches");
    }

    void refusesWhatIsNoSelector_data()
    {
        QTest::addColumn<QString>("selector");
        QTest::addRow("two words") << u"env prod"_s;
        QTest::addRow("open bracket") << u"env in (a"_s;
        QTest::addRow("no key") << u"=prod"_s;
        QTest::addRow("three signs") << u"env===prod"_s;
    }

    void refusesWhatIsNoSelector()
    {
        QFETCH(QString, selector);
        QVERIFY(!LabelSelector::parse(selector));
    }
};

QTEST_GUILESS_MAIN(LabelsTest)
#include "labelstest.moc"
