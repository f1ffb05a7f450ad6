// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/removals.h"

#include "rowbuilder.h"
#include "support/testenvironment.h"
#include "views/common/translations.h"

#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

/// A removal of the snapshot of that name, confirmed so many seconds after noon.
Operation removal(const QString &name, OperationState state, int from = 0, int to = 0)
{
    Operation operation;
    operation.id = {name};
    operation.kind = OperationKind::Remove;
    operation.account = shop();
    operation.snapshot = keyOf(name);
    operation.snapshotName = name;
    operation.state = state;
    operation.started = noon().addSecs(from);
    if (operation.isOver()) {
        operation.ended = noon().addSecs(to);
    }
    Step step;
    step.request = RemoveSnapshot{keyOf(name)};
    step.state = state == OperationState::Failed ? Step::State::Failed : Step::State::Done;
    operation.steps = {step};
    return operation;
}

Operation waiting(const QString &name, int seconds)
{
    Operation operation = removal(name, OperationState::Waiting);
    operation.hold = Hold::Undo;
    operation.heldUntil = noon().addSecs(seconds);
    return operation;
}

Operation failed(const QString &name)
{
    Operation operation = removal(name, OperationState::Failed, 0, 5);
    operation.error.kind = ErrorKind::Locked;
    operation.error.requestId = u"r-1"_s;
    return operation;
}

QString entriesText(const QList<Operation> &operations)
{
    QStringList texts;
    const QList<QList<OperationId>> entries = stripEntries(operations);
    for (const QList<OperationId> &entry : entries) {
        QStringList ids;
        for (const OperationId &id : entry) {
            ids.append(id.value);
        }
        texts.append(ids.join(u'+'));
    }
    return texts.join(u' ');
}

} // namespace

class RemovalsTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void initTestCase() { Views::installTranslations(QLocale(QLocale::English)); }

    void countsDownToTheSecond_data()
    {
        QTest::addColumn<QList<Operation>>("operations");
        QTest::addColumn<int>("elapsedMs");
        QTest::addColumn<QString>("text");
        QTest::addRow("one") << QList{waiting(u"weekly"_s, 8)} << 2000
                             << u"“weekly” will be removed in 6 s"_s;
        QTest::addRow("part of a second counts")
            << QList{waiting(u"weekly"_s, 8)} << 2001 << u"“weekly” will be removed in 6 s"_s;
        QTest::addRow("the end") << QList{waiting(u"weekly"_s, 8)} << 8000
                                 << u"“weekly” will be removed in 0 s"_s;
        QTest::addRow("past the end")
            << QList{waiting(u"weekly"_s, 8)} << 9500 << u"“weekly” will be removed in 0 s"_s;
        QTest::addRow("several at once")
            << QList{waiting(u"a"_s, 8), waiting(u"b"_s, 8), waiting(u"c"_s, 8)} << 2000
            << u"3 snapshots will be removed in 6 s"_s;
        QTest::addRow("confirmed one after another")
            << QList{waiting(u"a"_s, 12), waiting(u"b"_s, 8)} << 2000
            << u"2 snapshots will be removed, the first in 6 s"_s;
    }

    void countsDownToTheSecond()
    {
        QFETCH(const QList<Operation>, operations);
        QFETCH(const int, elapsedMs);
        QFETCH(const QString, text);
        const UndoText told = undoText(operations, noon().addMSecs(elapsedMs));
        QCOMPARE(QString(told.title + u' ' + told.text), text);
    }

    void anUndoneRemovalIsNoLongerTold()
    {
        Operation undone = waiting(u"a"_s, 8);
        QVERIFY(waitsForUndo(undone));
        QVERIFY(!isTakenBack(undone));
        undone.state = OperationState::Cancelled;
        QVERIFY(!waitsForUndo(undone));
        QVERIFY(isTakenBack(undone));
        QCOMPARE(entriesText({undone}), QString());
    }

    void theStripShowsOneLineForRemovalsSideBySide_data()
    {
        using enum OperationState;
        QTest::addColumn<QList<Operation>>("operations");
        QTest::addColumn<QString>("entries");
        Operation take = removal(u"take"_s, Running);
        take.kind = OperationKind::Take;
        QTest::addRow("nothing") << QList<Operation>() << QString();
        QTest::addRow("one alone") << QList{removal(u"a"_s, Running)} << u"a"_s;
        QTest::addRow("confirmed together")
            << QList{removal(u"a"_s, Succeeded, 0, 4), take, removal(u"b"_s, Waiting)}
            << u"a+b take"_s;
        QTest::addRow("the second while the first runs")
            << QList{removal(u"a"_s, Running), removal(u"b"_s, Running, 20)} << u"a+b"_s;
        QTest::addRow("the second after the first")
            << QList{removal(u"a"_s, Succeeded, 0, 5), removal(u"b"_s, Running, 20)} << u"a b"_s;
        QTest::addRow("joined by a third")
            << QList{removal(u"a"_s, Succeeded, 0, 5), removal(u"c"_s, Succeeded, 9, 12),
                     removal(u"b"_s, Succeeded, 4, 10)}
            << u"a+c+b"_s;
        QTest::addRow("those that wait for undo stay in their bar")
            << QList{waiting(u"a"_s, 8), removal(u"b"_s, Running), waiting(u"c"_s, 8)} << u"b"_s;
    }

    void theStripShowsOneLineForRemovalsSideBySide()
    {
        QFETCH(const QList<Operation>, operations);
        QFETCH(const QString, entries);
        QCOMPARE(entriesText(operations), entries);
    }

    void reportsWhileItRuns()
    {
        using enum OperationState;
        const RemovalReport report =
            removalReport({removal(u"a"_s, Succeeded), removal(u"b"_s, Running),
                           removal(u"c"_s, Waiting), failed(u"d"_s)});
        QCOMPARE(report.title, u"4 snapshots"_s);
        QCOMPARE(report.text, u"1 of 4 removed; 1 failed"_s);
        QCOMPARE(report.state, Running);
        QCOMPARE(report.percent, 50);
        QCOMPARE(report.waiting, QList{OperationId{u"c"_s}});
    }

    void reportsEachThatFailedAndWhy()
    {
        QList<Operation> removals;
        for (int i = 0; i < 47; ++i) {
            removals.append(removal(QString::number(i), OperationState::Succeeded));
        }
        removals += {failed(u"x"_s), failed(u"y"_s), failed(u"z"_s)};
        const RemovalReport report = removalReport(removals);
        QCOMPARE(report.title, u"50 snapshots"_s);
        QCOMPARE(report.text, u"47 of 50 removed; 3 failed"_s);
        QCOMPARE(report.state, OperationState::Failed);
        QCOMPARE(report.percent, 100);
        QCOMPARE(report.failed, (QList{keyOf(u"x"_s), keyOf(u"y"_s), keyOf(u"z"_s)}));
        QCOMPARE(report.details.size(), 3);
        QVERIFY(report.details.at(1).contains(u"“y” could not be removed"_s));
        QVERIFY(report.details.at(1).contains(u"r-1"_s));
    }

    void whatIsNotCertainIsNotTriedAgain()
    {
        Operation unclear = failed(u"x"_s);
        unclear.error.effect = Effect::Ambiguous;
        Operation asked = failed(u"y"_s);
        asked.state = OperationState::NeedsAnswer;
        const RemovalReport report =
            removalReport({removal(u"a"_s, OperationState::Succeeded), unclear, asked});
        QCOMPARE(report.text, u"1 of 3 removed; 2 not certain"_s);
        QCOMPARE(report.state, OperationState::NeedsAnswer);
        QVERIFY(report.failed.isEmpty());
        QCOMPARE(report.details.size(), 2);
    }

    void reportsThatAllAreGone()
    {
        using enum OperationState;
        const RemovalReport report =
            removalReport({removal(u"a"_s, Succeeded), removal(u"b"_s, Succeeded)});
        QCOMPARE(QString(report.title + u' ' + report.text), u"2 snapshots removed"_s);
        QCOMPARE(report.state, Succeeded);
        QVERIFY(report.details.isEmpty());
    }
};

QTEST_GUILESS_MAIN(RemovalsTest)
#include "removalstest.moc"
