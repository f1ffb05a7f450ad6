// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/exportfile.h"

#include "items/errortext.h"
#include "support/testenvironment.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Domain;
using namespace Items;
using namespace Qt::StringLiterals;

class ExportFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNameOfTheFileTellsTheFormat()
    {
        QCOMPARE(exportFormatOf(u"/a/b.csv"_s), ExportFormat::Csv);
        QCOMPARE(exportFormatOf(u"/a/b.JSON"_s), ExportFormat::Json);
        QCOMPARE(exportFormatOf(u"/a.json/b"_s), ExportFormat::Csv);
    }

    void writesTheFileWhole()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"table.json"_s);
        QVERIFY(writeExport(path, "of before, and longer"));
        QVERIFY(writeExport(path, "{}"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{}"));
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"table.json"_s});
    }

    void saysWhyNothingWasWritten_data()
    {
        QTest::addColumn<ExportSubject>("subject");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("meaning");
        QTest::addRow("activity")
            << ExportSubject::Activity << u"The activity could not be exported to “%1”."_s
            << u"The folder is not there. A file that was there before is as it was; the activity "
               "itself is not touched."_s;
        const QString untouched = u"The folder is not there. A file that was there before is as it "
                                  "was; nothing at your providers is touched."_s;
        QTest::addRow("snapshots")
            << ExportSubject::Snapshots << u"The snapshots could not be exported to “%1”."_s
            << untouched;
        QTest::addRow("servers") << ExportSubject::Resources
                                 << u"The servers and volumes could not be exported to “%1”."_s
                                 << untouched;
    }
    void saysWhyNothingWasWritten()
    {
        QFETCH(const ExportSubject, subject);
        QFETCH(const QString, title);
        QFETCH(const QString, meaning);
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"gone/table.csv"_s);
        const Result<Done> written = writeExport(path, "a,b");
        QVERIFY(!written);
        QCOMPARE(written.error().kind, ErrorKind::StorageFailed);
        QCOMPARE(written.error().code, u"missing"_s);
        const ErrorText text = exportErrorText(subject, path, written.error());
        QCOMPARE(text.title, title.arg(path));
        QCOMPARE(text.meaning, meaning);
        QCOMPARE(text.advice, u"Export it to another folder."_s);
        QVERIFY(!text.details.isEmpty());
    }

    void leavesAFileThatCannotBeReplaced()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"table.csv"_s);
        QVERIFY(QDir().mkpath(path)); // a folder of that name
        QVERIFY(!writeExport(path, "a,b"));
        QVERIFY(QFileInfo(path).isDir());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList());
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(ExportFileTest)
#include "exportfiletest.moc"
