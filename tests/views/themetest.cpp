// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/theme.h"

#include "support/testenvironment.h"

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace Views;
using namespace Qt::StringLiterals;

class ThemeTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void aForcedAppearanceGivesItsColours()
    {
        Theme theme;
        QSignalSpy changed(&theme, &Theme::schemeChanged);
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(theme.scheme(), Scheme::Dark);
        QCOMPARE(Theme::colour(ColourRole::Take),
                 Palette::of(Scheme::Dark).colour(ColourRole::Take));
        QCOMPARE(QApplication::palette().color(QPalette::Window),
                 Palette::of(Scheme::Dark).colour(ColourRole::Window));
        theme.setAppearance(Appearance::HighContrastLight);
        QCOMPARE(Theme::colour(ColourRole::Take),
                 Palette::of(Scheme::HighContrastLight).colour(ColourRole::Take));
        QCOMPARE(changed.count(), 2);
    }

    void textInTheColourOfARoleFollowsTheScheme()
    {
        Theme theme;
        theme.setAppearance(Appearance::Light);
        QLabel label;
        setTextColour(&label, ColourRole::Dim);
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 Palette::of(Scheme::Light).colour(ColourRole::Dim));
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 Palette::of(Scheme::Dark).colour(ColourRole::Dim));
        setTextColour(&label, ColourRole::Remove);
        QCOMPARE(label.palette().color(QPalette::WindowText),
                 Palette::of(Scheme::Dark).colour(ColourRole::Remove));
    }

    void aGroundFollowsTheScheme()
    {
        Theme theme;
        theme.setAppearance(Appearance::Dark);
        QWidget widget;
        setGround(&widget, ColourRole::Base);
        theme.setAppearance(Appearance::Light);
        QCOMPARE(widget.palette().color(QPalette::Window),
                 Palette::of(Scheme::Light).colour(ColourRole::Base));
        QVERIFY(widget.autoFillBackground());
    }

    void figuresAreTabularAndBodyIsThirteenPixels()
    {
        const Theme theme;
        QCOMPARE(textFont(TextStyle::Body).pixelSize(), 13);
        QVERIFY(textFont(TextStyle::Body).isFeatureSet(QFont::Tag("tnum")));
        QCOMPARE(textFont(TextStyle::Title).pixelSize(), 16);
        QCOMPARE(textFont(TextStyle::Title).weight(), QFont::DemiBold);
        const QFontMetrics metrics(textFont(TextStyle::Body));
        QCOMPARE(metrics.horizontalAdvance(u"1111"_s), metrics.horizontalAdvance(u"8888"_s));
    }

    void noStyleSheetIsSet()
    {
        const Theme theme;
        QVERIFY(qApp->styleSheet().isEmpty());
    }
};

QTEST_MAIN(ThemeTest)
#include "themetest.moc"
