// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/keepdialog.h"

#include "views/preferences/preferences.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QDateEdit>
#include <QLabel>
#include <QLineEdit>

using namespace Domain;
using namespace Fixture;
using namespace std::chrono_literals;

namespace {

QDateTime endOf(int day, int month = 11)
{
    return QDateTime({2026, month, day}, {23, 59, 59, 999}, QTimeZone::UTC);
}

QComboBox *fieldOf(const QDialog *dialog)
{
    return dialog->findChild<QComboBox *>(u"keepField"_s);
}

void confirm(const QDialog *dialog)
{
    QTest::mouseClick(dialog->findChild<QAbstractButton *>(u"confirmButton"_s), Qt::LeftButton);
}

} // namespace

class KeepDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void setsADateForTheSelectedSnapshots()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.action(u"actionKeepUntil"_s).isEnabled());
        w.table().selectAll();
        QSignalSpy keep(w.window.get(), &Views::MainWindow::keepUntilRequested);
        w.action(u"actionKeepUntil"_s).trigger();
        QVERIFY(w.dialog());
        QCOMPARE(fieldOf(w.dialog())->currentText(), u"7 days, until 27 Nov"_s);
        confirm(w.dialog());
        QCOMPARE(keep.value(0).value(0).value<QList<SnapshotKey>>().size(), 3);
        QCOMPARE(keep.value(0).value(1).toDateTime(), endOf(27));
    }

    void beginsWithTheDateThatIsSet()
    {
        Window w;
        QVERIFY(w.load());
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), endOf(24, 12));
        w.table().select(snapshotKey(u"100"_s));
        QSignalSpy keep(w.window.get(), &Views::MainWindow::keepUntilRequested);
        w.action(u"actionKeepUntil"_s).trigger();
        auto *day = w.dialog()->findChild<QDateEdit *>(u"keepDay"_s);
        QVERIFY(day->isVisible());
        QCOMPARE(day->date(), QDate(2026, 12, 24));
        day->setDate({2026, 12, 31});
        confirm(w.dialog());
        QCOMPARE(keep.value(0).value(1).toDateTime(), endOf(31, 12));
    }

    void keepsForGood()
    {
        Window w;
        QVERIFY(w.load());
        w.table().select(snapshotKey(u"100"_s));
        QSignalSpy keep(w.window.get(), &Views::MainWindow::keepUntilRequested);
        w.action(u"actionKeepUntil"_s).trigger();
        QComboBox *field = fieldOf(w.dialog());
        field->setCurrentIndex(field->findText(u"For good"_s));
        QVERIFY(!w.dialog()->findChild<QWidget *>(u"keepDay"_s)->isVisible());
        confirm(w.dialog());
        QCOMPARE(keep.size(), 1);
        QVERIFY(!keep.value(0).value(1).toDateTime().isValid());
    }

    void offersTheDaysOfThePreferences()
    {
        Window w;
        QVERIFY(w.load());
        Views::Preferences preferences;
        preferences.keepDays = 10;
        Views::storePreferences(preferences, w.settings);
        w.table().select(snapshotKey(u"100"_s));
        w.action(u"actionKeepUntil"_s).trigger();
        QCOMPARE(fieldOf(w.dialog())->currentText(), u"10 days, until 30 Nov"_s);
    }

    void aDateIsShownAtTheSide()
    {
        Window w;
        QVERIFY(w.load());
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), endOf(27));
        w.table().select(snapshotKey(u"100"_s));
        QStringList texts;
        for (const auto *label : w.find(u"detailsFacts"_s)->findChildren<QLabel *>()) {
            texts.append(label->text());
        }
        QVERIFY(texts.contains(u"Kept until"_s));
        QVERIFY(texts.contains(u"27 Nov 2026"_s));
    }

    void proposesWhatIsPastItsDate()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"dueBanner"_s));
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), now().addSecs(-60));
        QVERIFY(w.sees(u"dueBanner"_s));
        const auto *title = w.find(u"dueBanner"_s)->findChild<QLabel *>(u"bannerTitle"_s);
        QCOMPARE(title->text(), u"1 snapshot is past the date it was kept until"_s);
        w.snapshots.setKeepUntil(snapshotKey(u"102"_s), now().addSecs(-60));
        QCOMPARE(title->text(), u"2 snapshots are past the date they were kept until"_s);
        QSignalSpy remove(w.window.get(), &Views::MainWindow::removeRequested);
        QTest::mouseClick(w.find(u"dueShowButton"_s), Qt::LeftButton);
        QCOMPARE(w.find<QLineEdit>(u"searchField"_s)->text(), u"is:due"_s);
        const QList<SnapshotKey> selected = w.table().selectedKeys();
        QCOMPARE(QSet<SnapshotKey>(selected.cbegin(), selected.cend()),
                 (QSet<SnapshotKey>{snapshotKey(u"100"_s), snapshotKey(u"102"_s)}));
        QVERIFY(w.action(u"actionRemove"_s).isEnabled());
        QVERIFY(remove.isEmpty());
    }

    void keepsThemLonger()
    {
        Window w;
        QVERIFY(w.load());
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), now().addSecs(-60));
        connect(w.window.get(), &Views::MainWindow::keepUntilRequested, this,
                [&w](const QList<SnapshotKey> &snapshots, const QDateTime &until) {
                    for (const SnapshotKey &snapshot : snapshots) {
                        w.snapshots.setKeepUntil(snapshot, until);
                    }
                });
        QTest::mouseClick(w.find(u"dueKeepButton"_s), Qt::LeftButton);
        QTRY_VERIFY(!w.sees(u"dueBanner"_s));
        QCOMPARE(w.snapshots.row(snapshotKey(u"100"_s))->keepUntil, endOf(27));
    }

    void aDismissedProposalComesBackWhenThereAreMore()
    {
        Window w;
        QVERIFY(w.load());
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), now().addSecs(-60));
        QTest::mouseClick(w.find(u"dueBanner"_s)->findChild<QWidget *>(u"bannerDismiss"_s),
                          Qt::LeftButton);
        QTRY_VERIFY(!w.find(u"dueBanner"_s));
        w.snapshots.refreshAges();
        QVERIFY(!w.find(u"dueBanner"_s));
        w.snapshots.setKeepUntil(snapshotKey(u"101"_s), now().addSecs(-60));
        QVERIFY(w.sees(u"dueBanner"_s));
    }

    void aDateThatPassesWhileTheWindowIsOpenIsSeen()
    {
        Window w;
        QVERIFY(w.load());
        w.snapshots.setKeepUntil(snapshotKey(u"100"_s), now().addSecs(3600));
        QVERIFY(!w.sees(u"dueBanner"_s));
        w.clock.advance(2h);
        QVERIFY(w.load());
        QTRY_VERIFY(w.sees(u"dueBanner"_s));
    }
};

QTEST_MAIN(KeepDialogTest)
#include "keepdialogtest.moc"
