// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/palette.h"

#include <QTest>

#include <cmath>

using namespace Views;
using namespace Qt::StringLiterals;

namespace {

/// WCAG 2: relative luminance and contrast ratio.
double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (qMax(first, second) + 0.05) / (qMin(first, second) + 0.05);
}

struct Pair
{
    ColourRole text;
    ColourRole ground;
};

/// Every text on every ground that it is painted on.
constexpr std::array pairs{
    Pair{ColourRole::Text, ColourRole::Window},
    Pair{ColourRole::Text, ColourRole::Base},
    Pair{ColourRole::Text, ColourRole::Hover},
    Pair{ColourRole::Text, ColourRole::AccentGround},
    Pair{ColourRole::Text, ColourRole::RollbackGround},
    Pair{ColourRole::Text, ColourRole::RemoveGround},
    Pair{ColourRole::Dim, ColourRole::Window},
    Pair{ColourRole::Dim, ColourRole::Base},
    Pair{ColourRole::Dim, ColourRole::Hover},
    Pair{ColourRole::Dim, ColourRole::AccentGround},
    Pair{ColourRole::Accent, ColourRole::Window},
    Pair{ColourRole::Accent, ColourRole::Base},
    Pair{ColourRole::Accent, ColourRole::AccentGround},
    Pair{ColourRole::OnAccent, ColourRole::Accent},
    Pair{ColourRole::Take, ColourRole::Window},
    Pair{ColourRole::Take, ColourRole::Base},
    Pair{ColourRole::Take, ColourRole::Hover},
    Pair{ColourRole::Take, ColourRole::AccentGround},
    Pair{ColourRole::OnTake, ColourRole::Take},
    Pair{ColourRole::Rollback, ColourRole::Window},
    Pair{ColourRole::Rollback, ColourRole::Base},
    Pair{ColourRole::Rollback, ColourRole::Hover},
    Pair{ColourRole::Rollback, ColourRole::AccentGround},
    Pair{ColourRole::Rollback, ColourRole::RollbackGround},
    Pair{ColourRole::OnRollback, ColourRole::Rollback},
    Pair{ColourRole::Remove, ColourRole::Window},
    Pair{ColourRole::Remove, ColourRole::Base},
    Pair{ColourRole::Remove, ColourRole::Hover},
    Pair{ColourRole::Remove, ColourRole::AccentGround},
    Pair{ColourRole::Remove, ColourRole::RemoveGround},
    Pair{ColourRole::OnRemove, ColourRole::Remove},
};

constexpr std::array schemes{
    std::pair{Scheme::Light, "light"},
    std::pair{Scheme::Dark, "dark"},
    std::pair{Scheme::HighContrastLight, "high contrast, light"},
    std::pair{Scheme::HighContrastDark, "high contrast, dark"},
};

} // namespace

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsReadableOnItsGrounds_data()
    {
        QTest::addColumn<QColor>("text");
        QTest::addColumn<QColor>("ground");
        QTest::addColumn<double>("least");
        for (const auto &[scheme, name] : schemes) {
            const Palette &palette = Palette::of(scheme);
            const bool isHigh =
                scheme == Scheme::HighContrastLight || scheme == Scheme::HighContrastDark;
            for (const Pair &pair : pairs) {
                QTest::addRow("%s: %d on %d", name, static_cast<int>(pair.text),
                              static_cast<int>(pair.ground))
                    << palette.colour(pair.text) << palette.colour(pair.ground)
                    << (isHigh ? 7.0 : 4.5);
            }
        }
    }

    void everyTextIsReadableOnItsGrounds()
    {
        QFETCH(QColor, text);
        QFETCH(QColor, ground);
        QFETCH(double, least);
        const double ratio = contrast(text, ground);
        QVERIFY2(ratio >= least, qPrintable(QString::number(ratio)));
    }

    void accountColoursStandOutFromTheTable()
    {
        for (const auto &[scheme, name] : schemes) {
            const Palette &palette = Palette::of(scheme);
            for (int i = 0; i < accountColourCount; ++i) {
                const double ratio =
                    contrast(palette.accountColour(i), palette.colour(ColourRole::Base));
                QVERIFY2(ratio >= 3.0, name);
            }
        }
    }

    void anyAccountIndexHasAColour()
    {
        const Palette &palette = Palette::of(Scheme::Light);
        QCOMPARE(palette.accountColour(accountColourCount), palette.accountColour(0));
        QVERIFY(palette.accountColour(-3).isValid());
    }

    void schemesDifferInEveryRoleThatCarriesText()
    {
        for (const Pair &pair : pairs) {
            QVERIFY(Palette::of(Scheme::Light).colour(pair.text)
                    != Palette::of(Scheme::Dark).colour(pair.text));
        }
    }

    void platformPaletteCarriesTheRoles()
    {
        const Palette &palette = Palette::of(Scheme::Dark);
        const QPalette made = palette.toQPalette();
        QCOMPARE(made.color(QPalette::Window), palette.colour(ColourRole::Window));
        QCOMPARE(made.color(QPalette::Text), palette.colour(ColourRole::Text));
        QCOMPARE(made.color(QPalette::PlaceholderText), palette.colour(ColourRole::Dim));
        QCOMPARE(made.color(QPalette::Disabled, QPalette::Text),
                 palette.colour(ColourRole::Disabled));
    }
};

QTEST_GUILESS_MAIN(PaletteTest)
#include "palettetest.moc"
