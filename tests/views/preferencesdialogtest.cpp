// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/preferences/preferencesdialog.h"

#include "windowfixture.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSpinBox>

using namespace Fixture;
using namespace std::chrono_literals;
using Views::ClosingRule;
using Views::Preferences;
using Views::readPreferences;

namespace {

/// The dialog over a window, and settings of its own.
struct Opened
{
    explicit Opened(Views::TrayIcon tray = Views::TrayIcon::Available)
        : dialog(new Views::PreferencesDialog(settings, tray, &window))
    {
        window.show();
        dialog->open();
    }

    template <class T>
    [[nodiscard]] T *find(const QString &name) const
    {
        return dialog->findChild<T *>(name);
    }

    [[nodiscard]] Preferences stored() const { return readPreferences(settings); }

    QTemporaryDir folder;
    QSettings settings{folder.filePath(u"settings.ini"_s), QSettings::IniFormat};
    Views::Theme theme;
    QWidget window;
    Views::PreferencesDialog *dialog;
};

} // namespace

class PreferencesDialogTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void beginsWithWhatMostWillWant()
    {
        const Opened opened;
        QCOMPARE(opened.stored(), Preferences());
        QCOMPARE(opened.find<QSpinBox>(u"preferencesUndoTime"_s)->value(), 8);
        QCOMPARE(opened.find<QSpinBox>(u"preferencesKeepDays"_s)->value(), 7);
        QVERIFY(opened.find<QCheckBox>(u"preferencesNotifications"_s)->isChecked());
        QVERIFY(opened.find<QRadioButton>(u"preferencesClosingAsk"_s)->isChecked());
    }

    void whatIsChangedHoldsAtOnce()
    {
        const Opened opened;
        opened.find<QSpinBox>(u"preferencesUndoTime"_s)->setValue(0);
        QCOMPARE(opened.stored().undoTime, 0s);
        QTest::keyClick(opened.find<QSpinBox>(u"preferencesUndoTime"_s), Qt::Key_Up);
        QCOMPARE(opened.stored().undoTime, 1s);
        opened.find<QSpinBox>(u"preferencesKeepDays"_s)->setValue(30);
        QCOMPARE(opened.stored().keepDays, 30);
        opened.find<QCheckBox>(u"preferencesNotifications"_s)->click();
        QCOMPARE(opened.stored().notifications, Views::Notifications::Off);
        opened.find<QRadioButton>(u"preferencesClosingClose"_s)->click();
        QCOMPARE(opened.stored().closing, ClosingRule::Close);
        opened.find<QRadioButton>(u"preferencesClosingKeepRunning"_s)->click();
        QCOMPARE(opened.stored().closing, ClosingRule::KeepRunning);
    }

    void theTimeToUndoHasItsBounds()
    {
        const Opened opened;
        auto *undo = opened.find<QSpinBox>(u"preferencesUndoTime"_s);
        undo->setValue(61);
        QCOMPARE(opened.stored().undoTime, 60s);
        undo->setValue(-1);
        QCOMPARE(opened.stored().undoTime, 0s);
        QCOMPARE(undo->text(), u"Send at once"_s);
    }

    void theTrayIsNotOfferedWhereThereIsNone()
    {
        const Opened opened(Views::TrayIcon::Missing);
        const auto *rule = opened.find<QRadioButton>(u"preferencesClosingKeepRunning"_s);
        QVERIFY(!rule->isEnabled());
        QVERIFY(!rule->toolTip().isEmpty());
    }

    void whatIsOutOfRangeIsAsItComes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QVariant>("value");
        QTest::addRow("seconds") << u"preferences/undoSeconds"_s << QVariant(61);
        QTest::addRow("negative") << u"preferences/undoSeconds"_s << QVariant(-1);
        QTest::addRow("no number") << u"preferences/keepDays"_s << QVariant(u"week"_s);
        QTest::addRow("days") << u"preferences/keepDays"_s << QVariant(366);
        QTest::addRow("a rule of another version")
            << u"preferences/closing"_s << QVariant(u"sing"_s);
    }

    void whatIsOutOfRangeIsAsItComes()
    {
        QFETCH(const QString, key);
        QFETCH(const QVariant, value);
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"settings.ini"_s), QSettings::IniFormat);
        settings.setValue(key, value);
        QCOMPARE(readPreferences(settings), Preferences());
    }

    void isThereAtTheNextStart()
    {
        QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        Preferences wanted;
        wanted.undoTime = 20s;
        wanted.keepDays = 0;
        wanted.notifications = Views::Notifications::Off;
        wanted.closing = ClosingRule::KeepRunning;
        {
            QSettings settings(file, QSettings::IniFormat);
            storePreferences(wanted, settings);
        }
        const QSettings settings(file, QSettings::IniFormat);
        QCOMPARE(readPreferences(settings), wanted);
    }

    void theKeysOpenIt()
    {
        Window w;
        QTest::keyClick(w.window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QVERIFY(w.dialog());
        QCOMPARE(w.dialog()->objectName(), u"preferencesDialog"_s);
        QCOMPARE(w.action(u"actionPreferences"_s).menuRole(), QAction::PreferencesRole);
    }
};

QTEST_MAIN(PreferencesDialogTest)
#include "preferencesdialogtest.moc"
