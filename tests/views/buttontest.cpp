// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/button.h"

#include "support/testenvironment.h"
#include "views/common/theme.h"

#include <QAccessible>
#include <QSignalSpy>
#include <QTest>

using namespace Views;
using namespace Qt::StringLiterals;

namespace {

QColor groundOf(Button &button)
{
    button.resize(button.sizeHint());
    return button.grab().toImage().pixelColor(button.width() / 2, 4);
}

} // namespace

class ButtonTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;
    Theme m_theme;

private Q_SLOTS:
    void init() { m_theme.setAppearance(Appearance::Light); }

    void isAsHighAsTheDesignSays()
    {
        Button button(ButtonKind::Take, u"camera"_s, u"Take snapshot"_s);
        QCOMPARE(button.sizeHint().height(), 32);
        button.setButtonSize(ButtonSize::Small);
        QCOMPARE(button.sizeHint().height(), 24);
        button.setButtonText(ButtonText::Hidden);
        QCOMPARE(button.sizeHint(), QSize(24, 24));
    }

    void kindsHaveTheirGrounds_data()
    {
        QTest::addColumn<ButtonKind>("kind");
        QTest::addColumn<ColourRole>("ground");
        QTest::addRow("take") << ButtonKind::Take << ColourRole::Take;
        QTest::addRow("rollback") << ButtonKind::Rollback << ColourRole::RollbackGround;
        QTest::addRow("remove") << ButtonKind::Remove << ColourRole::RemoveGround;
        QTest::addRow("refresh") << ButtonKind::RefreshOutline << ColourRole::Base;
        QTest::addRow("strong rollback") << ButtonKind::RollbackStrong << ColourRole::Rollback;
        QTest::addRow("strong remove") << ButtonKind::RemoveStrong << ColourRole::Remove;
    }

    void kindsHaveTheirGrounds()
    {
        QFETCH(ButtonKind, kind);
        QFETCH(ColourRole, ground);
        Button button(kind, u"camera"_s, u"W"_s);
        QCOMPARE(groundOf(button), Theme::colour(ground));
        m_theme.setAppearance(Appearance::Dark);
        QCOMPARE(groundOf(button), Palette::of(Scheme::Dark).colour(ground));
    }

    void looksDisabledWhenItIs()
    {
        Button button(ButtonKind::Take, u"camera"_s, u"W"_s);
        button.setEnabled(false);
        QCOMPARE(groundOf(button), Theme::colour(ColourRole::Hover));
    }

    void saysWhyItIsDisabled()
    {
        Button button(ButtonKind::Remove, u"trash-2"_s, u"Remove"_s);
        button.setDisabledReason(u"Select a snapshot first."_s, u"Remove it"_s);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), u"Select a snapshot first."_s);
        QCOMPARE(button.accessibleDescription(), u"Select a snapshot first."_s);
        button.setDisabledReason({}, u"Remove it"_s);
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Remove it"_s);
        QVERIFY(button.accessibleDescription().isEmpty());
    }

    void aHiddenWordStaysForScreenReaders()
    {
        Button button(ButtonKind::Quiet, u"x"_s, u"Dismiss"_s);
        button.setButtonText(ButtonText::Hidden);
        QAccessibleInterface *seen = QAccessible::queryAccessibleInterface(&button);
        QVERIFY(seen);
        QCOMPARE(seen->text(QAccessible::Name), u"Dismiss"_s);
        QCOMPARE(seen->role(), QAccessible::Button);
        QCOMPARE(button.toolTip(), u"Dismiss"_s);
    }

    void spaceClicksIt()
    {
        Button button(ButtonKind::Plain, {}, u"Cancel"_s);
        QSignalSpy clicked(&button, &Button::clicked);
        QTest::keyClick(&button, Qt::Key_Space);
        QCOMPARE(clicked.count(), 1);
    }

    void keyboardFocusHasARing()
    {
        QWidget window;
        Button button(ButtonKind::Plain, {}, u"Cancel"_s, &window);
        button.resize(button.sizeHint());
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QImage without = button.grab().toImage();
        button.setFocus(Qt::TabFocusReason);
        window.setAttribute(Qt::WA_KeyboardFocusChange);
        const QImage with = button.grab().toImage();
        QVERIFY(with != without);
        QCOMPARE(with.pixelColor(button.width() / 2, 0), Theme::colour(ColourRole::Accent));
    }
};

QTEST_MAIN(ButtonTest)
#include "buttontest.moc"
