// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/common/icons.h"

#include "support/testenvironment.h"
#include "views/common/theme.h"

#include <QDir>
#include <QDirIterator>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QTest>

using namespace Views;
using namespace Qt::StringLiterals;

namespace {

/// The most opaque pixel's colour, for an icon has one colour and soft edges.
QColor inkOf(const QPixmap &pixmap)
{
    const QImage image = pixmap.toImage().convertToFormat(QImage::Format_ARGB32);
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            ink = pixel.alpha() > ink.alpha() ? pixel : ink;
        }
    }
    return ink;
}

} // namespace

class IconsTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void everyIconIsDrawnInTheColourAskedFor()
    {
        const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
        QVERIFY(files.size() > 30);
        const QColor red(200, 10, 20);
        for (const QString &file : files) {
            if (file == "snapdeck.svg"_L1) {
                continue; // the program's own, in its own colours
            }
            const QPixmap pixmap = Icons::pixmap(file.chopped(4), red, 16, 2.0);
            QCOMPARE(pixmap.size(), QSize(32, 32));
            const QColor ink = inkOf(pixmap);
            QVERIFY2(ink.alpha() > 150, qPrintable(file));
            QVERIFY2(qAbs(ink.red() - red.red()) < 8 && ink.green() < 30, qPrintable(file));
        }
    }

    void everyIconNamedInTheViewsExists()
    {
        // What stands in the place of an icon's name: the second argument of a Button, of paint,
        // icon, or a look's first.
        static const QRegularExpression name(
            u"(?:Icons::icon\\(|ButtonKind::\\w+,\\s*|setIconName\\(|Icons::paint\\([^;]*?,\\s*|"
            "\\{(?=u\"[a-z0-9-]+\"_s, ColourRole))u\"([a-z0-9-]+)\"_s"_s);
        int found = 0;
        QDirIterator files(QStringLiteral(SOURCE_ROOT "/views"), {u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QRegularExpressionMatchIterator matches =
                name.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const QString icon = matches.next().captured(1);
                ++found;
                QVERIFY2(QFile::exists(u":/icons/"_s + icon + u".svg"_s), qPrintable(icon));
            }
        }
        QVERIFY(found > 30);
    }

    void linesAreDrawnAtTheScreensOwnScale_data()
    {
        QTest::addColumn<qreal>("ratio");
        QTest::addColumn<int>("pixels");
        QTest::addRow("100 %%") << 1.0 << 16;
        QTest::addRow("150 %%") << 1.5 << 24;
        QTest::addRow("200 %%") << 2.0 << 32;
    }

    void linesAreDrawnAtTheScreensOwnScale()
    {
        QFETCH(qreal, ratio);
        QFETCH(int, pixels);
        const QPixmap pixmap = Icons::pixmap(u"camera"_s, Qt::black, 16, ratio);
        QCOMPARE(pixmap.size(), QSize(pixels, pixels));
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
        QCOMPARE(pixmap.deviceIndependentSize(), QSizeF(16, 16));
    }

    void anIconFollowsTheSchemeAndTheState()
    {
        Theme theme;
        theme.setAppearance(Appearance::Light);
        const QIcon icon = Icons::icon(u"trash-2"_s, ColourRole::Remove);
        const QSize size(32, 32);
        QCOMPARE(inkOf(icon.pixmap(size, 1.0)).rgb(), Theme::colour(ColourRole::Remove).rgb());
        theme.setAppearance(Appearance::Dark);
        QCOMPARE(inkOf(icon.pixmap(size, 1.0)).rgb(), Theme::colour(ColourRole::Remove).rgb());
        QCOMPARE(inkOf(icon.pixmap(size, 1.0, QIcon::Disabled)).rgb(),
                 Theme::colour(ColourRole::Disabled).rgb());
    }

    void anUnknownNameIsSaidAndDrawsNothing()
    {
        QTest::ignoreMessage(QtWarningMsg, "There is no icon named no-such-icon");
        QVERIFY(Icons::pixmap(u"no-such-icon"_s, Qt::black, 16, 1.0).isNull());
    }

    void theProgramHasAnIcon() { QVERIFY(!Icons::applicationIcon().pixmap(64, 64).isNull()); }

    void theLicenceStandsBesideTheIcons()
    {
        QFile licence(QStringLiteral(SOURCE_ROOT "/resources/icons/LICENSE"));
        QVERIFY(licence.open(QIODevice::ReadOnly));
        QVERIFY(licence.readAll().contains("ISC License"));
    }
};

QTEST_MAIN(IconsTest)
#include "iconstest.moc"
