// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/operationnews.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"
#include "views/common/translations.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

Operation ended(OperationState state, int seconds)
{
    Operation operation;
    operation.kind = OperationKind::Take;
    operation.resourceName = u"web-1"_s;
    operation.snapshotName = u"nightly"_s;
    operation.state = state;
    operation.started = noon();
    operation.ended = noon().addSecs(seconds);
    operation.error.kind = ErrorKind::Locked;
    return operation;
}

} // namespace

class OperationNewsTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void initTestCase() { Views::installTranslations(QLocale(QLocale::English)); }

    void tellsOfLongWorkAndOfBadEnds_data()
    {
        using enum OperationState;
        QTest::addColumn<Operation>("operation");
        QTest::addColumn<bool>("isWorthIt");
        QTest::addRow("short") << ended(Succeeded, 30) << false;
        QTest::addRow("long") << ended(Succeeded, 31) << true;
        QTest::addRow("short and failed") << ended(Failed, 1) << true;
        QTest::addRow("short with a question") << ended(NeedsAnswer, 1) << true;
        QTest::addRow("cancelled after long") << ended(Cancelled, 600) << false;
        QTest::addRow("still running") << ended(Running, 600) << false;
        Operation held = ended(Succeeded, 70);
        held.heldUntil = noon().addSecs(60);
        QTest::addRow("short after a long time to undo") << held << false;
    }

    void tellsOfLongWorkAndOfBadEnds()
    {
        QFETCH(const Operation, operation);
        QFETCH(const bool, isWorthIt);
        QCOMPARE(isWorthTelling(operation), isWorthIt);
    }

    void saysWhatWasDone()
    {
        const OperationNews news = operationNews({ended(OperationState::Succeeded, 60)});
        QCOMPARE(
            news,
            (OperationNews{u"web-1"_s, u"The snapshot “nightly” of web-1 is taken."_s, false}));
    }

    void saysWhatFailedAndWhatItMeans()
    {
        const OperationNews news = operationNews({ended(OperationState::Failed, 60)});
        QVERIFY(news.isBad);
        QVERIFY2(news.text.startsWith(u"The snapshot “nightly” of web-1 could not be taken."_s),
                 qPrintable(news.text));
        QVERIFY(news.text.contains(u"No snapshot was taken"_s));
    }

    void tellsSeveralAsOne()
    {
        using enum OperationState;
        QCOMPARE(operationNews({ended(Succeeded, 60), ended(Succeeded, 60)}),
                 (OperationNews{u"2 operations ended"_s, u"All of them succeeded."_s, false}));
        QCOMPARE(operationNews({ended(Succeeded, 60), ended(Failed, 1), ended(NeedsAnswer, 1)}),
                 (OperationNews{u"3 operations ended"_s,
                                u"2 ended badly. Snapdeck's window tells why."_s, true}));
    }
};

QTEST_GUILESS_MAIN(OperationNewsTest)
#include "operationnewstest.moc"
