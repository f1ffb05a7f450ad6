// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/activity/activitypage.h"

#include "views/activity/activitytable.h"
#include "views/common/factsgrid.h"
#include "windowfixture.h"

#include <QAccessible>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTreeView>

using namespace Domain;
using namespace Fixture;

namespace {

JournalEntry done(const QString &id, const QString &name, int minutesAgo)
{
    JournalEntry entry;
    entry.accountName = u"long gone"_s;
    entry.user = u"anna"_s;
    Operation &operation = entry.operation;
    operation.id = {id};
    operation.kind = OperationKind::Take;
    operation.account = {u"an account that was removed"_s};
    operation.resource = ResourceKey{operation.account, ResourceKind::Server, {u"77"_s}};
    operation.resourceName = u"old-web"_s;
    operation.snapshotName = name;
    operation.sizeBytes = 40 * gigabyte;
    operation.state = OperationState::Succeeded;
    Step step;
    step.request = TakeSnapshot{*operation.resource, name, {}, {}};
    step.state = Step::State::Done;
    step.task = RemoteTask{{u"task-9"_s}, step.request, {}};
    operation.steps = {step};
    operation.started = now().addSecs(qint64(-60) * minutesAgo);
    operation.ended = operation.started.addSecs(30);
    return entry;
}

JournalEntry failed(const QString &id, int minutesAgo)
{
    JournalEntry entry = done(id, u"before upgrade"_s, minutesAgo);
    Operation &operation = entry.operation;
    operation.state = OperationState::Failed;
    operation.steps[0].state = Step::State::Failed;
    operation.error.kind = ErrorKind::QuotaExceeded;
    operation.error.message = u"image limit exceeded"_s;
    operation.error.requestId = u"req-1"_s;
    return entry;
}

/// A window with three entries, of no account that there is.
struct Shown : Window
{
    enum class Accounts { None, One };
    explicit Shown(Accounts accounts = Accounts::None)
    {
        if (accounts == Accounts::One) {
            QVERIFY(load());
        }
        activity.set(
            {done(u"1"_s, u"nightly"_s, 90), failed(u"2"_s, 60), done(u"3"_s, u"weekly"_s, 30)});
        press(u"Ctrl+3"_s);
    }

    void press(const QString &keys) const
    {
        QTest::keySequence(window->windowHandle(), QKeySequence(keys));
    }

    [[nodiscard]] Views::ActivityTable &entries() const
    {
        return *find<Views::ActivityTable>(u"activityTable"_s);
    }

    [[nodiscard]] QString names() const
    {
        QStringList names;
        for (int row = 0; row < entries().model()->rowCount(); ++row) {
            names.append(
                entries().model()->index(row, Items::ActivityModel::Snapshot).data().toString());
        }
        return names.join(u", ");
    }

    void choose(const QString &box, const QString &text) const
    {
        auto *field = find<QComboBox>(box);
        field->setCurrentIndex(field->findText(text));
    }

    /// Of a label of the page or of its details, while it is seen.
    [[nodiscard]] QString text(const QString &name) const
    {
        for (const QLabel *label : window->findChildren<QLabel *>(name)) {
            if (label->isVisible()) {
                return label->text();
            }
        }
        return {};
    }

    [[nodiscard]] QStringList bannerTexts() const
    {
        QStringList texts;
        for (const QLabel *label : find(u"banners"_s)->findChildren<QLabel *>()) {
            texts.append(label->text());
        }
        texts.removeAll(QString());
        return texts;
    }
};

} // namespace

class ActivityPageTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void isReachedFromTheTreeWithoutAnyAccount()
    {
        Shown w;
        w.press(u"Ctrl+1"_s);
        QVERIFY(!w.sees(u"activityPage"_s));
        w.find<QTreeView>(u"resourceTree"_s)->setCurrentIndex(w.tree.activityIndex());
        QVERIFY(w.sees(u"activityPage"_s));
        QVERIFY(!w.sees(u"kindTabs"_s));
        QCOMPARE(w.names(), u"weekly, before upgrade, nightly"_s);
        QCOMPARE(w.text(u"activitySummary"_s), u"3 entries · 1 failed"_s);
        QCOMPARE(w.text(u"statusShown"_s), u"3 shown"_s);
    }

    void isReachedAndLeftByKey()
    {
        Shown w;
        QVERIFY(w.load());
        w.press(u"Ctrl+1"_s);
        w.press(u"Ctrl+3"_s);
        QVERIFY(w.sees(u"activityPage"_s));
        QCOMPARE(w.window->focusWidget(), &w.entries());
        QCOMPARE(w.entries().currentIndex().row(), 0);
        w.press(u"Ctrl+1"_s);
        QCOMPARE(w.window->focusWidget(), &w.table());
    }

    void everyControlIsReachedByTab()
    {
        const Shown w;
        QStringList reached;
        w.find<QComboBox>(u"activityKind"_s)->setFocus();
        for (int i = 0; i < 4; ++i) {
            reached.append(w.window->focusWidget()->objectName());
            QTest::keyClick(w.window->windowHandle(), Qt::Key_Tab);
        }
        QCOMPARE(reached,
                 (QStringList{u"activityKind"_s, u"activityResult"_s, u"activityExportButton"_s,
                              u"activityTable"_s}));
    }

    void everyControlHasANameForScreenReaders()
    {
        const Shown w;
        w.press(u"Down"_s);
        for (QWidget *control : w.find(u"activityPage"_s)->findChildren<QWidget *>()) {
            if (control->isVisible() && control->focusPolicy() != Qt::NoFocus
                && !control->focusProxy()) {
                QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(control);
                QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(),
                         qPrintable(control->objectName()));
            }
        }
        for (const Views::Button *button :
             w.find(u"activityDetails"_s)->findChildren<Views::Button *>()) {
            QVERIFY(button->accessibleName().startsWith(u"Copy "_s));
        }
        QCOMPARE(w.entries().model()->index(0, 0).data(Qt::AccessibleTextRole).toString(),
                 u"Today 13:35, taking “weekly”, done"_s);
    }

    void saysWhatWillBeThereBeforeAnythingIs()
    {
        Window w;
        QTest::keySequence(w.window->windowHandle(), QKeySequence(u"Ctrl+3"_s));
        const auto *state = w.find(u"activityState"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->findChild<QLabel *>(u"stateTitle"_s)->text(),
                 u"Nothing has been done yet"_s);
        const auto *button = w.find<Views::Button>(u"activityExportButton"_s);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->toolTip(), u"There is nothing to export."_s);
        w.activity.put(done(u"1"_s, u"first"_s, 0));
        QVERIFY(!state->isVisible());
        QVERIFY(button->isEnabled());
    }

    void theWindowsSearchFindsEntries()
    {
        Shown w;
        auto *search = w.find<QLineEdit>(u"searchField"_s);
        search->setText(u"req-1"_s);
        QCOMPARE(w.names(), u"before upgrade"_s);
        QCOMPARE(w.text(u"statusShown"_s), u"1 shown of 3"_s);
        search->setText(u"no such thing"_s);
        QCOMPARE(w.text(u"stateTitle"_s), u"No entry matches the filter"_s);
        QCOMPARE(w.text(u"stateText"_s), u"0 of 3 shown for “no such thing”."_s);
        auto *clear = w.find(u"activityState"_s)->findChild<QWidget *>(u"stateClearFilterButton"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(w.names(), u"weekly, before upgrade, nightly"_s);
        QCOMPARE(search->text(), QString());
    }

    void whatIsTypedBeforeCounts()
    {
        Shown w;
        w.press(u"Ctrl+1"_s);
        w.window->close();
        w.open();
        w.find<QLineEdit>(u"searchField"_s)->setText(u"nightly"_s);
        w.press(u"Ctrl+3"_s);
        QCOMPARE(w.names(), u"nightly"_s);
    }

    void narrowsByActionAndResultAndEscapeLiftsIt()
    {
        Shown w;
        QVERIFY(!w.action(u"actionClearFilter"_s).isEnabled());
        w.choose(u"activityResult"_s, u"failed"_s);
        QCOMPARE(w.names(), u"before upgrade"_s);
        w.choose(u"activityKind"_s, u"Roll back"_s);
        QCOMPARE(w.text(u"stateText"_s), u"0 of 3 shown."_s);
        QVERIFY(w.action(u"actionClearFilter"_s).isEnabled());
        w.press(u"Esc"_s);
        QCOMPARE(w.names(), u"weekly, before upgrade, nightly"_s);
        QCOMPARE(w.find<QComboBox>(u"activityKind"_s)->currentText(), u"All actions"_s);
        QVERIFY(!w.action(u"actionClearFilter"_s).isEnabled());
    }

    void tellsTheDetailsOfTheCurrentEntry()
    {
        Shown w;
        w.press(u"Down"_s);
        QCOMPARE(w.text(u"activityTitle"_s), u"before upgrade"_s);
        QCOMPARE(w.text(u"activityContext"_s), u"Take snapshot · long gone"_s);
        QVERIFY(w.text(u"activityFailure"_s).contains(u"could not be taken"_s));
        QCOMPARE(w.find<QPlainTextEdit>(u"activityWords"_s)->toPlainText(),
                 u"image limit exceeded\nRequest id: req-1"_s);
        const auto *facts = w.find<Views::FactsGrid>(u"activityFacts"_s);
        QVERIFY(std::ranges::any_of(facts->facts(), [](const Views::Fact &fact) {
            return fact.label == u"By"_s && fact.value == u"anna"_s;
        }));
        w.press(u"Up"_s);
        QCOMPARE(w.text(u"activityTitle"_s), u"weekly"_s);
        QVERIFY(!w.sees(u"activityFailureCard"_s));
        w.press(u"Ctrl+1"_s);
        QVERIFY(!w.sees(u"activityDetails"_s));
        QVERIFY(w.sees(u"detailsPanel"_s));
    }

    void copiesTheIdsThatTheSupportAsksFor()
    {
        Shown w;
        w.press(u"Down"_s);
        QStringList copied;
        const auto buttons =
            w.find(u"activityDetails"_s)->findChildren<Views::Button *>(u"activityCopyButton"_s);
        for (Views::Button *button : buttons) {
            QGuiApplication::clipboard()->clear();
            QTest::mouseClick(button, Qt::LeftButton);
            copied.append(QGuiApplication::clipboard()->text());
        }
        QCOMPARE(copied, (QStringList{u"req-1"_s, u"task-9"_s, u"77"_s}));
    }

    void enterShowsTheDetailsInASmallWindowToo()
    {
        const Shown w(Shown::Accounts::One);
        const int side = w.find(u"resourceTree"_s)->width();
        w.window->resize(900, 560);
        QTRY_VERIFY(!w.sees(u"activityDetails"_s));
        QCOMPARE(w.find(u"resourceTree"_s)->width(), side);
        QTest::keyClick(w.window->windowHandle(), Qt::Key_Return);
        QVERIFY(w.sees(u"activityDetails"_s));
        QVERIFY(w.entries().columnWidth(Items::ActivityModel::Snapshot) >= 100);
        QVERIFY(!w.entries().isColumnHidden(Items::ActivityModel::Result));
    }

    void followsAnEntryThatGoesOn()
    {
        Shown w;
        JournalEntry entry = done(u"4"_s, u"now"_s, 0);
        entry.operation.state = OperationState::Running;
        entry.operation.steps[0].state = Step::State::Following;
        entry.operation.ended = {};
        w.activity.put(entry);
        QCOMPARE(w.names(), u"now, weekly, before upgrade, nightly"_s);
        w.entries().setCurrentIndex(w.entries().model()->index(0, 0));
        const auto *facts = w.find<Views::FactsGrid>(u"activityFacts"_s);
        QCOMPARE(facts->facts().constFirst().value, u"copying"_s);
        entry.operation.steps[0].state = Step::State::Done;
        entry.operation.state = OperationState::Succeeded;
        w.activity.put(entry);
        QCOMPARE(facts->facts().constFirst().value, u"done"_s);
        QCOMPARE(w.text(u"activityTitle"_s), u"now"_s);
    }

    void exportsWhatIsShownByKeyAndByButton()
    {
        Shown w;
        w.prompts.file = w.folder.filePath(u"activity.csv"_s);
        w.choose(u"activityResult"_s, u"done"_s);
        w.press(u"Ctrl+E"_s);
        QTRY_COMPARE(w.bannerTexts().size(), 2);
        QCOMPARE(w.bannerTexts().constFirst(), u"The activity was exported."_s);
        QVERIFY(w.bannerTexts().at(1).startsWith(u"2 entries written to “"_s));
        QCOMPARE(w.prompts.newFileQuestions.constFirst().name, u"snapdeck-activity-2026-11-20"_s);
        QFile table(w.prompts.file);
        QVERIFY(table.open(QIODevice::ReadOnly));
        const QByteArray content = table.readAll();
        QVERIFY(content.indexOf("weekly") > 0);
        QVERIFY(content.indexOf("nightly") > content.indexOf("weekly"));
        QVERIFY(!content.contains("before upgrade"));
        w.prompts.file = w.folder.filePath(u"activity.json"_s);
        QTest::mouseClick(w.find(u"activityExportButton"_s), Qt::LeftButton);
        QTRY_VERIFY(QFile::exists(w.prompts.file));
        QTRY_VERIFY(w.find<Views::Button>(u"activityExportButton"_s)->isEnabled());
        QCOMPARE(w.bannerTexts().size(), 2); // in place of the first
    }

    void saysWhenAnExportFailed()
    {
        Shown w;
        w.prompts.file = w.folder.filePath(u"gone/activity.csv"_s);
        w.press(u"Ctrl+E"_s);
        QTRY_VERIFY(w.sees(u"problemBanner"_s));
        QVERIFY(w.bannerTexts().constFirst().startsWith(u"The activity could not be exported"_s));
    }

    void theKeyExportsThePageThatIsShown()
    {
        Shown w;
        QVERIFY(w.action(u"actionExport"_s).isEnabled());
        w.press(u"Ctrl+1"_s);
        QVERIFY(!w.action(u"actionExport"_s).isEnabled());
        QCOMPARE(w.action(u"actionExport"_s).toolTip(), u"There is nothing to export."_s);
    }

    void tellsOnceWhatCanNotBeRead()
    {
        Shown w;
        QVERIFY(!w.sees(u"activityUnreadable"_s));
        w.activity.setUnreadable({2, 0, u"/data/journal.sqlite"_s});
        QVERIFY(w.sees(u"activityUnreadable"_s));
        QCOMPARE(w.text(u"bannerTitle"_s), u"2 entries of the activity can't be read."_s);
        QCOMPARE(w.text(u"bannerMeaning"_s),
                 u"What is damaged stays in the file as it is. The entries below are whole."_s);
        QCOMPARE(w.text(u"activitySummary"_s), u"3 entries · 1 failed · 2 can't be read"_s);
        QCOMPARE(w.names(), u"weekly, before upgrade, nightly"_s);
        auto *banner = w.find(u"activityUnreadable"_s);
        QCOMPARE(banner->findChild<QPlainTextEdit *>(u"bannerDetailsText"_s)->toPlainText(),
                 u"/data/journal.sqlite"_s);
        QTest::mouseClick(banner->findChild<QWidget *>(u"bannerDismiss"_s), Qt::LeftButton);
        QVERIFY(!w.sees(u"activityUnreadable"_s));
        // Nor in the next run of the program, until there are more.
        w.window->close();
        w.open();
        w.press(u"Ctrl+3"_s);
        QVERIFY(!w.sees(u"activityUnreadable"_s));
        w.activity.setUnreadable({3, 1, u"/data/journal.sqlite"_s});
        QVERIFY(w.sees(u"activityUnreadable"_s));
        QVERIFY(w.text(u"bannerMeaning"_s)
                    .contains(u"1 of them had not ended: what was asked for goes on at the "
                              "provider, and is not followed here any more."_s));
        QVERIFY(w.text(u"bannerMeaning"_s).endsWith(u"ended as they should."_s));
    }

    void isDrawnInTheDark()
    {
        Shown w;
        w.theme.setAppearance(Views::Appearance::Dark);
        QCoreApplication::processEvents();
        const QImage row = w.entries().viewport()->grab().toImage();
        QCOMPARE(row.pixelColor(row.width() - 2, row.height() - 2),
                 Views::Theme::colour(Views::ColourRole::Base));
        QVERIFY(row.pixelColor(row.width() - 2, row.height() - 2).lightness() < 80);
    }
};

QTEST_MAIN(ActivityPageTest)
#include "activitypagetest.moc"
