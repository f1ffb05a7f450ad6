// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/activityexport.h"

#include "csvreader.h"
#include "journalstory.h"
#include "support/testenvironment.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;

namespace {

QJsonObject entryIn(const QByteArray &json, int number = 0)
{
    return QJsonDocument::fromJson(json).object()[u"entries"].toArray().at(number).toObject();
}

} // namespace

class ActivityExportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTableTellsEverythingThatWasDone()
    {
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({taken(u"op-1"_s), refusedRollBack(u"op-2"_s)}))));
        QCOMPARE(csv.rows.size(), 3);
        const auto row = [&csv](int number) {
            QStringList cells;
            for (const QString &name : csv.rows.value(0)) {
                const QString cell = csv.cell(number, name);
                if (!cell.isEmpty()) {
                    cells.append(name + u'=' + cell);
                }
            }
            return cells.join(u' ');
        };
        QCOMPARE(row(1),
                 u"started=2026-11-20T11:00:00.000Z ended=2026-11-20T11:04:00.000Z action=take "
                 "result=succeeded user=anna account=shop account_id=shop-account kind=server "
                 "source=web-1 source_id=7 snapshot=nightly snapshot_id=900 "
                 "size_bytes=40000000000 task_ids=task-1 operation_id=op-1"_s);
        QCOMPARE(row(2),
                 u"started=2026-11-20T11:50:00.000Z ended=2026-11-20T11:50:05.000Z "
                 "action=roll-back result=failed user=bert account=shop account_id=shop-account "
                 "kind=server source=web-1 source_id=7 snapshot=before upgrade snapshot_id=900 "
                 "snapshot_created=2026-11-17T12:00:00.000Z size_bytes=40000000000 "
                 "request_ids=req-77 error=server is locked error_code=locked http_status=423 "
                 "operation_id=op-2"_s);
    }

    void keepsTextOfAnyKind_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addRow("comma") << u"a, b"_s;
        QTest::addRow("quotes") << u"the \"good\" one"_s;
        QTest::addRow("quotes alone") << u"\"\""_s;
        QTest::addRow("lines") << u"one\r\ntwo\nthree"_s;
        QTest::addRow("semicolon and tab") << u"a;b\tc"_s;
        QTest::addRow("blanks around") << u" a "_s;
        QTest::addRow("other writing") << u"גיבוי 💾 ญี่ปุ่น"_s;
        QTest::addRow("a sign inside") << u"a=b"_s;
        QTest::addRow("nothing") << QString();
    }
    void keepsTextOfAnyKind()
    {
        QFETCH(const QString, name);
        const JournalEntry entry = taken(u"1"_s, name);
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({entry}))));
        QCOMPARE(csv.rows.size(), 2);
        QCOMPARE(csv.rows.at(1).size(), csv.rows.at(0).size());
        QCOMPARE(csv.cell(1, u"snapshot"_s), name);
        const QJsonObject json = entryIn(activityJson({entry}, noon()));
        QCOMPARE(json[u"snapshot"].toObject()[u"name"].toString(), name);
    }

    void aSpreadsheetComputesNothing_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name :
             {u"=1+1"_s, u"+1"_s, u"-1"_s, u"@SUM(A1)"_s, u"\t=1"_s, u"\r=1"_s, u"  =1"_s,
              u"=HYPERLINK(\"http://example.org\",\"click\")"_s, u"\uFF1D1+1"_s}) {
            QTest::addRow("%s", qPrintable(name)) << name;
        }
    }
    void aSpreadsheetComputesNothing()
    {
        QFETCH(const QString, name);
        JournalEntry entry = taken(u"1"_s, name);
        entry.user = name;
        entry.operation.error.message = name;
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({entry}))));
        for (const QString &column : {u"snapshot"_s, u"user"_s, u"error"_s}) {
            QCOMPARE(csv.cell(1, column), u'\'' + name);
        }
        // For scripts nothing is changed.
        const QJsonObject written = entryIn(activityJson({entry}, noon()));
        QCOMPARE(written[u"user"].toString(), name);
    }

    void timesAndSizesAreExact()
    {
        JournalEntry entry = taken(u"1"_s);
        entry.operation.started =
            QDateTime({2026, 3, 29}, {3, 30, 0, 250}, QTimeZone(7200)); // 01:30 UTC
        entry.operation.sizeBytes = 4'503'599'627'370'497;
        entry.operation.keepUntil = noon().addDays(7);
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({entry}))));
        QCOMPARE(csv.cell(1, u"started"_s), u"2026-03-29T01:30:00.250Z"_s);
        QCOMPARE(csv.cell(1, u"size_bytes"_s), u"4503599627370497"_s);
        const QJsonObject json = entryIn(activityJson({entry}, noon()));
        QCOMPARE(json[u"started"].toString(), u"2026-03-29T01:30:00.250Z"_s);
        QCOMPARE(json[u"size_bytes"].toInteger(), 4'503'599'627'370'497);
        QCOMPARE(json[u"keep_until"].toString(), u"2026-11-27T12:00:00.000Z"_s);
    }

    void theDocumentTellsStepsAndErrors()
    {
        const QByteArray document =
            activityJson({refusedRollBack(u"op-2"_s), runningRemoval(u"op-3"_s)}, noon());
        QCOMPARE(QJsonDocument::fromJson(document).object()[u"exported"].toString(),
                 u"2026-11-20T12:00:00Z"_s);
        const QJsonObject failed = entryIn(document);
        QCOMPARE(failed[u"action"].toString(), u"roll-back"_s);
        QCOMPARE(failed[u"result"].toString(), u"failed"_s);
        QCOMPARE(failed[u"account"].toObject(),
                 (QJsonObject{{u"id"_s, u"shop-account"_s}, {u"name"_s, u"shop"_s}}));
        QCOMPARE(failed[u"steps"].toArray().at(1).toObject(),
                 (QJsonObject{{u"role"_s, u"main"_s}, {u"state"_s, u"failed"_s}}));
        QCOMPARE(failed[u"error"].toObject(),
                 (QJsonObject{{u"message"_s, u"server is locked"_s},
                              {u"code"_s, u"locked"_s},
                              {u"request_id"_s, u"req-77"_s},
                              {u"http_status"_s, 423}}));
        const QJsonObject running = entryIn(document, 1);
        QCOMPARE(running[u"result"].toString(), u"running"_s);
        QVERIFY(!running.contains(u"ended"));
        QVERIFY(!running.contains(u"error"));
    }

    void requestsThatWentWellTellTheirIdsToo()
    {
        JournalEntry entry = refusedRollBack(u"op-2"_s);
        Step &first = entry.operation.steps[0];
        first.requestId = u"req-1"_s;
        first.started = noon();
        first.ended = noon().addSecs(5);
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({entry}))));
        QCOMPARE(csv.cell(1, u"request_ids"_s), u"req-1 req-77"_s);
        const QJsonObject json = entryIn(activityJson({entry}, noon()));
        const QJsonObject step = json[u"steps"].toArray().at(0).toObject();
        QCOMPARE(step[u"request_id"].toString(), u"req-1"_s);
        QCOMPARE(step[u"started"].toString(), u"2026-11-20T12:00:00.000Z"_s);
        QCOMPARE(step[u"ended"].toString(), u"2026-11-20T12:00:05.000Z"_s);
    }

    void nothingIsATableAndADocumentToo()
    {
        CsvReader csv;
        QVERIFY(csv.read(withoutMark(activityCsv({}))));
        QCOMPARE(csv.rows.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(activityJson({}, noon())).object()[u"entries"].toArray(),
                 QJsonArray());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ActivityExportTest)
#include "activityexporttest.moc"
