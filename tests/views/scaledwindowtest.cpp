// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "windowfixture.h"

#include <QScrollBar>

using namespace Domain;
using namespace Fixture;

/// The window at 150 %.
class ScaledWindowTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void isDrawnAtTheScale()
    {
        Window w;
        QVERIFY(w.load());
        QCOMPARE(w.window->devicePixelRatio(), 1.5);
        QCOMPARE(w.window->grab().size(), w.window->size() * 1.5);
    }

    void noWordOnAButtonIsCut()
    {
        Window w;
        QVERIFY(w.load());
        w.window->resize(900, 560);
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        for (const Views::Button *button : w.window->findChildren<Views::Button *>()) {
            const bool isOfList = button->objectName() == "newerSnapshot"_L1;
            if (button->isVisible() && !isOfList) {
                QVERIFY2(button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->objectName()));
            }
        }
    }

    void thePagesOfServersStillFit()
    {
        Window w;
        QVERIFY(w.load());
        w.window->resize(900, 560);
        auto *tree = w.find<QAbstractItemView>(u"resourceTree"_s);
        for (const QModelIndex &page : {w.tree.serversIndex(), w.tree.indexOf(serverKey(u"2"_s))}) {
            tree->setCurrentIndex(page);
            for (const Views::Button *button : w.window->findChildren<Views::Button *>()) {
                QVERIFY2(!button->isVisible()
                             || button->width() >= button->minimumSizeHint().width(),
                         qPrintable(button->objectName()));
            }
        }
        tree->setCurrentIndex(w.tree.serversIndex());
        const auto *servers = w.find<QAbstractItemView>(u"resourceTable"_s);
        QTRY_VERIFY(!servers->horizontalScrollBar()->isVisible());
    }

    void theTableStillFits()
    {
        Window w;
        QVERIFY(w.load());
        w.window->resize(900, 560);
        QTRY_VERIFY(!w.table().horizontalScrollBar()->isVisible()); // the view takes it away later
        QCOMPARE(w.table().rowHeight(0), 34);
    }

    void hairlinesStayThin()
    {
        Window w;
        QVERIFY(w.load());
        const QImage image = w.table().viewport()->grab().toImage();
        const QColor line = Views::Theme::colour(Views::ColourRole::Line);
        const int x = image.width() / 2;
        int thick = 0;
        for (int y = 40; y < 60; ++y) {
            thick += image.pixelColor(x, y) == line ? 1 : 0;
        }
        QVERIFY(thick >= 1 && thick <= 2);
    }
};

int main(int argc, char *argv[])
{
    qputenv("QT_SCALE_FACTOR", "1.5");
    QApplication application(argc, argv);
    ScaledWindowTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "scaledwindowtest.moc"
