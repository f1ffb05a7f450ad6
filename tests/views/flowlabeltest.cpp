// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/flowlabel.h"

#include "support/testenvironment.h"
#include "views/common/theme.h"

#include <QHelpEvent>
#include <QTest>
#include <QToolTip>

using namespace Views;
using namespace Qt::StringLiterals;

class FlowLabelTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    Theme m_theme;

    static QString toolTipOf(FlowLabel &label)
    {
        QToolTip::hideText();
        QHelpEvent event(QEvent::ToolTip, QPoint(2, 2), label.mapToGlobal(QPoint(2, 2)));
        QCoreApplication::sendEvent(&label, &event);
        return QToolTip::text();
    }

private Q_SLOTS:
    void wrapsANameWithoutBlanks()
    {
        FlowLabel label(3);
        label.setText(QString(60, u'x'));
        const int one = label.fontMetrics().height();
        QCOMPARE(label.heightForWidth(1000), one);
        QVERIFY(label.heightForWidth(200) > one);
    }

    void breaksAnIdentifierBetweenItsParts()
    {
        FlowLabel label(4);
        label.setText(u"fc8b87e7-5dfa-5ea7-a926-04ab1baa0139"_s);
        const int room = label.fontMetrics().horizontalAdvance(u"fc8b87e7-5dfa-"_s) + 4;
        QCOMPARE(label.heightForWidth(room),
                 label.fontMetrics().height() + 2 * label.fontMetrics().lineSpacing());
        QCOMPARE(label.text(), u"fc8b87e7-5dfa-5ea7-a926-04ab1baa0139"_s);
    }

    void showsAtMostItsLines()
    {
        FlowLabel label(3);
        label.setText(QString(4000, u'x'));
        const int most = label.fontMetrics().height() + 2 * label.fontMetrics().lineSpacing();
        QCOMPARE(label.heightForWidth(200), most);
        QVERIFY(label.minimumSizeHint().width() < 200);
    }

    void tellsTheWholeTextWhenItWasCut()
    {
        FlowLabel label(1);
        const QString text = u"a name that is longer than its place"_s;
        label.setText(text);
        label.resize(60, 20);
        label.show();
        QCOMPARE(toolTipOf(label), text);
    }

    void tellsTheHintWhenItWasNot()
    {
        FlowLabel label(1);
        label.setText(u"short"_s);
        label.setHint(u"2026-11-20T14:02:00Z"_s);
        label.resize(300, 20);
        label.show();
        QCOMPARE(toolTipOf(label), u"2026-11-20T14:02:00Z"_s);
    }

    void aNameIsNotTakenForMarkup()
    {
        FlowLabel label(1);
        const QString name = u"<img src=x> and something long behind it"_s;
        label.setText(name);
        label.resize(60, 20);
        label.show();
        QVERIFY(toolTipOf(label).contains(u"&lt;img"_s));
    }
};

QTEST_MAIN(FlowLabelTest)
#include "flowlabeltest.moc"
