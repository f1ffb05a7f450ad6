// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/mainwindow/tableexport.h"

#include "windowfixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;

namespace {

struct Loaded : Window
{
    Loaded()
    {
        QVERIFY(load());
        prompts.file = folder.filePath(u"table.json"_s);
    }

    void press(const QString &keys) const
    {
        QTest::keySequence(window->windowHandle(), QKeySequence(keys));
    }

    void filter(const QString &text) const { find<QLineEdit>(u"searchField"_s)->setText(text); }

    /// Once the file is there.
    [[nodiscard]] QJsonObject document() const
    {
        QFile file(prompts.file);
        const bool isThere = QTest::qWaitFor([&] { return sees(u"newsBanner"_s); });
        return isThere && file.open(QIODevice::ReadOnly)
            ? QJsonDocument::fromJson(file.readAll()).object()
            : QJsonObject();
    }

    [[nodiscard]] static QString namesIn(const QJsonObject &document, const QString &list)
    {
        QStringList names;
        const QJsonArray rows = document[list].toArray();
        for (const auto &row : rows) {
            names.append(row[u"name"].toString());
        }
        return names.join(u", ");
    }

    [[nodiscard]] QString bannerText(const QString &banner, const QString &label) const
    {
        return sees(banner) ? find(banner)->findChild<QLabel *>(label)->text() : QString();
    }
};

} // namespace

class TableExportTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void exportsTheSnapshotsByKey()
    {
        Loaded w;
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        QCOMPARE(Loaded::namesIn(document, u"snapshots"_s),
                 u"before upgrade, weekly, golden image"_s);
        QCOMPARE(w.prompts.newFileQuestions.constFirst().title, u"Export the snapshots: all 3"_s);
        QCOMPARE(w.prompts.newFileQuestions.constFirst().name, u"snapdeck-snapshots-2026-11-20"_s);
        QCOMPARE(w.bannerText(u"newsBanner"_s, u"bannerTitle"_s),
                 u"The snapshots were exported."_s);
        QVERIFY(w.bannerText(u"newsBanner"_s, u"bannerMeaning"_s)
                    .startsWith(u"3 snapshots written to “"_s));
    }

    void exportsWhatTheFilterLeavesInTheOrderShown()
    {
        Loaded w;
        w.table().sortByColumn(Items::SnapshotModel::Name, Qt::DescendingOrder);
        w.filter(u"age>2d"_s);
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        QCOMPARE(Loaded::namesIn(document, u"snapshots"_s), u"weekly, golden image"_s);
        QCOMPARE(document[u"filter"].toString(), u"age>2d"_s);
        QCOMPARE(document[u"total"].toInteger(), 3);
        QCOMPARE(w.prompts.newFileQuestions.constFirst().title,
                 u"Export the snapshots: 2 of 3 shown"_s);
        QVERIFY(w.bannerText(u"newsBanner"_s, u"bannerMeaning"_s)
                    .startsWith(u"2 of 3 snapshots written to “"_s));
    }

    void aSelectionNarrowsNothing()
    {
        Loaded w;
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        QCOMPARE(document[u"snapshots"].toArray().size(), 3);
    }

    void exportsByItsButtonAndATableForSpreadsheets()
    {
        Loaded w;
        w.prompts.file = w.folder.filePath(u"table.csv"_s);
        QTest::mouseClick(w.find(u"exportButton"_s), Qt::LeftButton);
        QTRY_VERIFY(w.sees(u"newsBanner"_s));
        QFile file(w.prompts.file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY(content.startsWith("\xEF\xBB\xBF"
                                   "account,account_id,provider,"));
        QCOMPARE(content.count("\r\n"), 4);
    }

    void exportsWithoutAnyProviderAndTellsTheAge()
    {
        Loaded w;
        const QDateTime seen = w.inventory.find(shopId())->asOf;
        Holdings broken;
        broken.failure = Error{};
        broken.failure->kind = ErrorKind::NoConnection;
        w.clock.advance(std::chrono::hours(3));
        QVERIFY(w.load(broken));
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        const QJsonArray rows = document[u"snapshots"].toArray();
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows.at(0)[u"as_of"].toString(), seen.toString(Qt::ISODateWithMs));
        QVERIFY(w.bannerText(u"newsBanner"_s, u"bannerMeaning"_s)
                    .endsWith(u"Some of it is older: “as_of” tells of when each row is."_s));
    }

    void saysNothingOfTheAgeOfAnAccountThatIsNotInIt()
    {
        Support::FakeProvider other; // which never answers
        Loaded w;
        w.inventory.setAccount({{u"office-id"_s}, u"office"_s, u"hetzner"_s, {}, {}, 1}, other);
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        QCOMPARE(document[u"snapshots"].toArray().size(), 3);
        const QString meaning = w.bannerText(u"newsBanner"_s, u"bannerMeaning"_s);
        QVERIFY(meaning.startsWith(u"3 snapshots written to “"_s));
        QVERIFY2(!meaning.contains(u"as_of"_s), qPrintable(meaning));
    }

    void exportsTheServersOnTheirPage()
    {
        Loaded w;
        w.press(u"Ctrl+2"_s);
        w.filter(u"web-2"_s);
        w.press(u"Ctrl+E"_s);
        const QJsonObject document = w.document();
        QCOMPARE(Loaded::namesIn(document, u"resources"_s), u"web-2"_s);
        QCOMPARE(w.prompts.newFileQuestions.constFirst().title,
                 u"Export the servers and volumes: 1 of 2 shown"_s);
        QCOMPARE(w.prompts.newFileQuestions.constFirst().name, u"snapdeck-servers-2026-11-20"_s);
        QCOMPARE(document[u"resources"][0][u"snapshots"].toInteger(), 1);
        QVERIFY(w.find<Views::Button>(u"serversExportButton"_s)->isEnabled());
    }

    void ofOneServerItsOwn()
    {
        Loaded w;
        w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.indexOf(serverKey(u"1"_s)));
        w.press(u"Ctrl+E"_s);
        QCOMPARE(Loaded::namesIn(w.document(), u"snapshots"_s), u"before upgrade, weekly"_s);
    }

    void saysWhenItFailed()
    {
        Loaded w;
        w.prompts.file = w.folder.filePath(u"gone/table.csv"_s);
        w.press(u"Ctrl+E"_s);
        QTRY_VERIFY(w.sees(u"problemBanner"_s));
        QVERIFY(w.bannerText(u"problemBanner"_s, u"bannerTitle"_s)
                    .startsWith(u"The snapshots could not be exported to “"_s));
        QVERIFY(w.action(u"actionExport"_s).isEnabled());
    }

    void saysWhyThereIsNothingToExport()
    {
        Loaded w;
        w.filter(u"no such thing"_s);
        QVERIFY(!w.action(u"actionExport"_s).isEnabled());
        QCOMPARE(w.action(u"actionExport"_s).toolTip(), u"There is nothing to export."_s);
        w.filter({});
        QVERIFY(w.action(u"actionExport"_s).isEnabled());
    }

    void writesNothingWhereNoFileIsChosen()
    {
        Loaded w;
        w.prompts.file.clear();
        w.press(u"Ctrl+E"_s);
        QCOMPARE(w.prompts.newFileQuestions.size(), 1);
        QVERIFY(!w.sees(u"newsBanner"_s) && !w.sees(u"problemBanner"_s));
        QVERIFY(w.action(u"actionExport"_s).isEnabled());
    }
};

QTEST_MAIN(TableExportTest)
#include "tableexporttest.moc"
