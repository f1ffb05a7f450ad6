// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/modeltext.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

namespace {

/// A model sorted by name, watched for broken signals, and a log of its signals.
struct Watched
{
    Support::ManualClock clock{noon()};
    SnapshotModel model{clock};
    QAbstractItemModelTester tester{&model, QAbstractItemModelTester::FailureReportingMode::Fatal};
    Support::ModelLog log{model};
    QSignalSpy summaries{&model, &SnapshotModel::summaryChanged};

    Watched() { model.sort(SnapshotModel::Name, Qt::AscendingOrder); }

    [[nodiscard]] QString names() const { return Support::columnText(model, SnapshotModel::Name); }
    void merge(const QString &letters) { model.merge(shop(), rows(letters)); }
};

} // namespace

/// What is told of a row apart from its account's list: a date, and that it is to go.
class SnapshotMarksTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void keepsADateForARowThatIsYetToCome()
    {
        Watched watched;
        watched.model.setKeepUntil(keyOf(u"b"_s), noon().addDays(7));
        QVERIFY(watched.model.due().isEmpty());
        watched.merge(u"abc"_s);
        watched.log.take();
        QCOMPARE(watched.model.row(keyOf(u"b"_s))->keepUntil, noon().addDays(7));
        watched.merge(u"abc"_s);
        QCOMPARE(watched.log.take(), QString());
        watched.merge(u"ac"_s);
        watched.merge(u"abc"_s);
        QCOMPARE(watched.model.row(keyOf(u"b"_s))->keepUntil, noon().addDays(7));
        watched.model.setKeepUntil(keyOf(u"b"_s), {});
        QCOMPARE(watched.model.row(keyOf(u"b"_s))->keepUntil, QDateTime());
    }

    void namesTheRowsThatArePastTheirDate()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.model.setKeepUntil(keyOf(u"a"_s), noon().addDays(7));
        watched.model.setKeepUntil(keyOf(u"b"_s), noon().addDays(8));
        watched.model.setKeepUntil(keyOf(u"gone"_s), noon().addDays(1));
        watched.summaries.clear();
        watched.clock.advance(24h * 7 - 1s);
        QVERIFY(watched.model.due().isEmpty());
        watched.clock.advance(1s);
        QCOMPARE(watched.model.due(), QList{keyOf(u"a"_s)});
        watched.model.setToBeRemoved({keyOf(u"a"_s)});
        QVERIFY(watched.model.due().isEmpty());
        watched.model.setToBeRemoved({});
        watched.model.setKeepUntil(keyOf(u"a"_s), noon().addDays(14));
        QVERIFY(watched.model.due().isEmpty());
        QCOMPARE(watched.summaries.size(), 1);
    }

    void theFilterForDueRowsFollowsTheirDates()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.model.setFilter(u"is:due"_s);
        QCOMPARE(watched.names(), QString());
        watched.model.setKeepUntil(keyOf(u"b"_s), noon().addSecs(-1));
        QCOMPARE(watched.names(), u"b"_s);
        watched.model.setKeepUntil(keyOf(u"c"_s), noon().addSecs(90));
        QCOMPARE(watched.names(), u"b"_s);
        watched.clock.advance(2min);
        watched.model.refreshAges();
        QCOMPARE(watched.names(), u"b c"_s);
        watched.model.setKeepUntil(keyOf(u"b"_s), {});
        QCOMPARE(watched.names(), u"c"_s);
    }

    void marksTheRowsThatAreToBeRemoved()
    {
        Watched watched;
        watched.merge(u"abc"_s);
        watched.log.take();
        watched.model.setToBeRemoved({keyOf(u"b"_s), keyOf(u"c"_s)});
        QVERIFY(watched.model.row(keyOf(u"b"_s))->isToBeRemoved);
        watched.merge(u"abc"_s);
        QVERIFY(watched.model.row(keyOf(u"b"_s))->isToBeRemoved);
        watched.log.take();
        watched.model.setToBeRemoved({keyOf(u"c"_s)});
        QCOMPARE(watched.log.take(), u"changed 1-1"_s);
        QVERIFY(!watched.model.row(keyOf(u"b"_s))->isToBeRemoved);
        QVERIFY(watched.model.row(keyOf(u"c"_s))->isToBeRemoved);
    }
};

QTEST_GUILESS_MAIN(SnapshotMarksTest)
#include "snapshotmarkstest.moc"
