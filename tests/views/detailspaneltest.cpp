// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "views/snapshots/detailspanel.h"

#include "views/common/factsgrid.h"
#include "views/common/flowlabel.h"
#include "windowfixture.h"

#include <QLabel>

using namespace Domain;
using namespace Fixture;

namespace {

QString billOf(const Window &w)
{
    QStringList lines;
    for (const Views::Fact &fact : w.find<Views::FactsGrid>(u"billFacts"_s)->facts()) {
        lines.append(fact.label + u": " + fact.value);
    }
    return lines.join(u'\n');
}

} // namespace

class DetailsPanelTest : public QObject
{
    Q_OBJECT

    Support::TestEnvironment m_environment;

private Q_SLOTS:
    void explainsTheBillOfASnapshot()
    {
        Window w;
        QVERIFY(w.load());
        w.clock.advance(std::chrono::minutes(30));
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QVERIFY(w.sees(u"billCard"_s));
        QCOMPARE(billOf(w),
                 u"Price: € 0.0143 per GB and month\n"
                 "Meter: from ready, about 17 Nov 14:05, until it is removed\n"
                 "So far in November: € 0.03, for 1,460 GB-h\n"
                 "All of November: € 0.13, for 6,440 GB-h\n"
                 "Settled: from 1 December on, when November is closed (UTC)"_s);
        const QString note = w.find<QLabel>(u"billNote"_s)->text();
        QVERIFY(note.contains(u"estimate"_s));
    }

    void thereIsNoBillWithoutOneSnapshot()
    {
        Window w;
        QVERIFY(w.load());
        QVERIFY(!w.sees(u"billCard"_s));
        w.table().QTableView::selectAll();
        QVERIFY(!w.sees(u"billCard"_s));
    }

    void offersToEnterPricesWhereTheProviderTellsNone()
    {
        Window w;
        const QSignalSpy asked(w.window.get(), &Views::MainWindow::editPricesRequested);
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        QVERIFY(w.sees(u"costCard"_s));
        QVERIFY(!w.sees(u"enterPricesButton"_s));

        Window without;
        const QSignalSpy wanted(without.window.get(), &Views::MainWindow::editPricesRequested);
        Holdings holdings;
        holdings.prices = {};
        QVERIFY(without.load(holdings));
        without.window->selectSnapshot(snapshotKey(u"101"_s));
        QCOMPARE(without.find<QLabel>(u"costFigure"_s)->text(), u"not known"_s);
        QVERIFY(without.sees(u"enterPricesButton"_s));
        QTest::mouseClick(without.find<QWidget>(u"enterPricesButton"_s), Qt::LeftButton);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.first().first().value<AccountId>(), snapshotKey(u"101"_s).account);
        QCOMPARE(asked.count(), 0);
    }

    void noFigureIsCutAtTheUsualWidth()
    {
        Window w;
        QVERIFY(w.load());
        w.window->selectSnapshot(snapshotKey(u"101"_s));
        const auto *grid = w.find<Views::FactsGrid>(u"billFacts"_s);
        for (const QLabel *label : grid->findChildren<QLabel *>()) {
            Views::FlowLabel uncut(100);
            uncut.setFont(label->font());
            uncut.setText(label->text());
            QCOMPARE(label->heightForWidth(label->width()), uncut.heightForWidth(label->width()));
        }
    }
};

QTEST_MAIN(DetailsPanelTest)
#include "detailspaneltest.moc"
