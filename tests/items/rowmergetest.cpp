// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/rowmerge.h"

#include <QRandomGenerator>
#include <QString>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

struct Merged
{
    QString rows;
    QStringList steps;
};

/// One letter a row.
Merged merged(const QString &now, const QString &wanted)
{
    Merged result{now, {}};
    const QList<QChar> from(now.cbegin(), now.cend());
    const QList<QChar> to(wanted.cbegin(), wanted.cend());
    Items::mergeRows(
        from, to,
        [&result](int first, int last) {
            result.rows.remove(first, last - first + 1);
            result.steps.append(u"-%1-%2"_s.arg(first).arg(last));
        },
        [&result, &wanted](int first, int last) {
            result.rows.insert(first, wanted.mid(first, last - first + 1));
            result.steps.append(u"+%1-%2"_s.arg(first).arg(last));
        });
    return result;
}

} // namespace

class RowMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesAsFewStepsAsCanBe_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("steps");
        QTest::addRow("same") << u"abc"_s << u"abc"_s << QString();
        QTest::addRow("first rows") << QString() << u"abc"_s << u"+0-2"_s;
        QTest::addRow("all gone") << u"abc"_s << QString() << u"-0-2"_s;
        QTest::addRow("two runs gone") << u"abcdef"_s << u"ad"_s << u"-4-5 -1-2"_s;
        QTest::addRow("two runs new") << u"ad"_s << u"abcdef"_s << u"+1-2 +4-5"_s;
        QTest::addRow("others") << u"abc"_s << u"xyz"_s << u"-0-2 +0-2"_s;
        QTest::addRow("moved up") << u"abc"_s << u"cab"_s << u"-2-2 +0-0"_s;
    }

    void takesAsFewStepsAsCanBe()
    {
        QFETCH(const QString, now);
        QFETCH(const QString, wanted);
        const Merged result = merged(now, wanted);
        QCOMPARE(result.rows, wanted);
        QTEST(result.steps.join(u' '), "steps");
    }

    void anyRowsBecomeAnyOthers()
    {
        QRandomGenerator random(7);
        const auto some = [&random] {
            QString letters = u"abcdefghij"_s;
            for (qsizetype i = letters.size() - 1; i > 0; --i) {
                const qsizetype other = random.bounded(int(i) + 1);
                const QChar kept = letters.at(i);
                letters[i] = letters.at(other);
                letters[other] = kept;
            }
            return letters.first(random.bounded(int(letters.size()) + 1));
        };
        for (int i = 0; i < 500; ++i) {
            const QString now = some();
            const QString wanted = some();
            QCOMPARE(merged(now, wanted).rows, wanted);
        }
    }
};

QTEST_GUILESS_MAIN(RowMergeTest)
#include "rowmergetest.moc"
