// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "rowbuilder.h"
#include "support/manualclock.h"
#include "support/testenvironment.h"

#include <QAbstractItemModelTester>
#include <QCollator>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Domain;
using namespace Items;
using namespace ItemsTest;
using namespace std::chrono_literals;

namespace {

/// The table as it is described, without any of the means that make it fast.
class NaiveTable
{
public:
    NaiveTable()
    {
        m_collator.setLocale(QLocale(QLocale::English));
        m_collator.setNumericMode(true);
        m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    }

    QMap<QString, QList<SnapshotRow>> accounts;
    SnapshotModel::Column column = SnapshotModel::Timestamp;
    Qt::SortOrder direction = Qt::DescendingOrder;
    SnapshotScope scope;
    QString word;
    int oldestDays = 0; ///< age<Nd; 0: any

    [[nodiscard]] QList<SnapshotRow> shown(const QDateTime &now) const
    {
        QList<SnapshotRow> rows;
        for (const QList<SnapshotRow> &account : accounts) {
            std::ranges::copy_if(account, std::back_inserter(rows),
                                 [&](const SnapshotRow &row) { return isWanted(row, now); });
        }
        std::ranges::sort(
            rows, [this](const SnapshotRow &a, const SnapshotRow &b) { return isBefore(a, b); });
        return rows;
    }

private:
    [[nodiscard]] bool isWanted(const SnapshotRow &row, const QDateTime &now) const
    {
        const Snapshot &snapshot = row.snapshot;
        const bool isInScope = (!scope.account || snapshot.key.account == *scope.account)
            && (!scope.kind || snapshot.key.kind == *scope.kind)
            && (!scope.resource || snapshot.source == scope.resource);
        const bool isYoung = oldestDays == 0
            || (snapshot.created.isValid()
                && snapshot.created.msecsTo(now) < oldestDays * qint64(86'400'000));
        const bool hasWord = snapshot.name.contains(word, Qt::CaseInsensitive)
            || row.sourceName.contains(word, Qt::CaseInsensitive);
        return isInScope && isYoung && hasWord;
    }

    /// Below 0, 0 or above, of two values that are there; nothing where one is absent.
    [[nodiscard]] std::optional<int> compared(const SnapshotRow &a, const SnapshotRow &b) const
    {
        const auto sign = [](const auto &x, const auto &y) {
            return x < y ? -1 : y < x ? 1 : 0;
        };
        if (column == SnapshotModel::Name) {
            return text(a.snapshot.name, b.snapshot.name);
        }
        if (column == SnapshotModel::Source) {
            return text(a.sourceName, b.sourceName);
        }
        if (column == SnapshotModel::Size) {
            return a.snapshot.sizeBytes && b.snapshot.sizeBytes
                ? std::optional(sign(*a.snapshot.sizeBytes, *b.snapshot.sizeBytes))
                : std::nullopt;
        }
        return a.snapshot.created.isValid() && b.snapshot.created.isValid()
            ? std::optional(sign(a.snapshot.created, b.snapshot.created))
            : std::nullopt;
    }
    [[nodiscard]] std::optional<int> text(const QString &a, const QString &b) const
    {
        return a.isEmpty() || b.isEmpty() ? std::nullopt : std::optional(m_collator.compare(a, b));
    }
    [[nodiscard]] bool isAbsent(const SnapshotRow &row) const { return !compared(row, row); }

    [[nodiscard]] bool isBefore(const SnapshotRow &a, const SnapshotRow &b) const
    {
        if (isAbsent(a) != isAbsent(b)) {
            return isAbsent(b);
        }
        const int value = compared(a, b).value_or(0);
        if (value != 0) {
            return direction == Qt::AscendingOrder ? value < 0 : value > 0;
        }
        if (a.snapshot.name.isEmpty() != b.snapshot.name.isEmpty()) {
            return b.snapshot.name.isEmpty();
        }
        const int name = text(a.snapshot.name, b.snapshot.name).value_or(0);
        if (name != 0) {
            return name < 0;
        }
        const auto rank = [](const SnapshotKey &key) {
            return std::tuple(key.id.value.size(), key.id.value, key.account.value, key.kind);
        };
        return rank(a.snapshot.key) < rank(b.snapshot.key);
    }

    QCollator m_collator;
};

/// Does something at random to the model and to the naive table alike.
class Fuzz
{
public:
    explicit Fuzz(quint32 seed)
        : m_random(seed)
        , m_selection(&m_model)
    {
    }

    void step()
    {
        selectSome();
        const QStringList selectedBefore = selected();
        const SnapshotKey currentBefore = keyAt(m_selection.currentIndex());
        change();
        compareRows();
        compareSelection(selectedBefore, currentBefore);
        compareSums();
    }

private:
    int below(int limit) { return m_random.bounded(limit); }

    static SnapshotKey keyAt(const QModelIndex &index)
    {
        return index.data(SnapshotModel::KeyRole).value<SnapshotKey>();
    }
    static QString nameOf(const SnapshotKey &key)
    {
        return u"%1/%2/%3"_s.arg(key.account.value).arg(int(key.kind)).arg(key.id.value);
    }

    void change()
    {
        switch (below(10)) {
        case 0:
            m_naive.column = QList{SnapshotModel::Name, SnapshotModel::Timestamp,
                                   SnapshotModel::Size, SnapshotModel::Source}
                                 .at(below(4));
            m_naive.direction = Qt::SortOrder(below(2));
            m_model.sort(m_naive.column, m_naive.direction);
            break;
        case 1:
            m_naive.word = QStringList{{}, u"1"_s, u"web"_s, u"b"_s, u"ÄÖ"_s}.at(below(5));
            m_naive.oldestDays = below(3) == 0 ? 1 + below(4) : 0;
            m_model.setFilter(
                m_naive.oldestDays == 0
                    ? m_naive.word
                    : u"%1 age<%2d"_s.arg(m_naive.word, QString::number(m_naive.oldestDays)));
            break;
        case 2:
            changeScope();
            break;
        case 3:
            m_clock.advance(std::chrono::hours(below(20)) + 1min);
            m_model.refreshAges();
            break;
        default:
            mergeAccount(below(2) == 0 ? shop() : office());
        }
    }

    void changeScope()
    {
        m_naive.scope = {};
        if (below(2) == 0) {
            m_naive.scope.account = below(2) == 0 ? shop() : office();
        }
        if (below(4) == 0) {
            m_naive.scope.kind = SnapshotKind(below(2));
        }
        if (below(6) == 0) {
            m_naive.scope.resource = serverKey(QString::number(below(3)));
        }
        m_model.setScope(m_naive.scope);
    }

    void mergeAccount(const AccountId &account)
    {
        QList<SnapshotRow> &rows = m_naive.accounts[account.value];
        const int style = below(8);
        if (style == 0) {
            rows.clear();
        } else if (style == 1) {
            std::shuffle(rows.begin(), rows.end(), m_random);
        }
        rows.removeIf(
            [this, style](const SnapshotRow &) { return below(style < 4 ? 30 : 4) == 0; });
        for (SnapshotRow &row : rows) {
            if (below(style < 4 ? 20 : 3) == 0) {
                vary(row);
            }
        }
        const int added = style < 4 ? below(4) : below(40);
        for (int i = 0; i < added; ++i) {
            SnapshotRow fresh = row(QString::number(m_nextId++), {}, account);
            fresh.snapshot.key.kind = SnapshotKind(below(2));
            vary(fresh);
            rows.insert(below(int(rows.size()) + 1), fresh);
        }
        if (rows.isEmpty()) {
            m_model.removeAccount(account);
        } else {
            m_model.merge(account, rows);
        }
    }

    void vary(SnapshotRow &row)
    {
        const QStringList names{{},        u"web-1"_s, u"web-10"_s, u"Web-2"_s,
                                u"äö b"_s, u"b"_s,     u"web-2"_s};
        row.snapshot.name = names.at(below(int(names.size())));
        row.sourceName = below(5) == 0 ? QString() : u"source-%1"_s.arg(below(12));
        row.snapshot.source = serverKey(QString::number(below(3)), row.snapshot.key.account);
        row.snapshot.sizeBytes = below(6) == 0 ? std::nullopt : std::optional(below(9) * gigabyte);
        row.snapshot.created =
            below(9) == 0 ? QDateTime() : noon().addSecs(qint64(-3600) * below(100));
        row.snapshot.status = SnapshotStatus(below(5));
        row.snapshot.rawStatus.clear();
    }

    void selectSome()
    {
        for (int i = 0; i < 3 && m_model.rowCount() > 0; ++i) {
            m_selection.setCurrentIndex(m_model.index(below(m_model.rowCount()), 0),
                                        QItemSelectionModel::Rows
                                            | (below(3) == 0 ? QItemSelectionModel::Deselect
                                                             : QItemSelectionModel::Select));
        }
    }

    [[nodiscard]] QStringList selected() const
    {
        QStringList names;
        for (const QItemSelectionRange &range : m_selection.selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row) {
                names.append(nameOf(keyAt(m_model.index(row, 0))));
            }
        }
        names.sort();
        return names;
    }

    void compareRows()
    {
        const QList<SnapshotRow> expected = m_naive.shown(m_clock.now());
        QCOMPARE(m_model.rowCount(), expected.size());
        for (int i = 0; i < expected.size(); ++i) {
            const QModelIndex index = m_model.index(i, 0);
            QCOMPARE(nameOf(keyAt(index)), nameOf(expected.at(i).snapshot.key));
            QCOMPARE(*m_model.row(index), expected.at(i));
            QCOMPARE(m_model.indexOf(expected.at(i).snapshot.key), index);
        }
    }

    /// What was selected and still is shown is selected, and nothing else is.
    void compareSelection(const QStringList &before, const SnapshotKey &current)
    {
        QStringList expected;
        for (int i = 0; i < m_model.rowCount(); ++i) {
            const QString name = nameOf(keyAt(m_model.index(i, 0)));
            if (before.contains(name)) {
                expected.append(name);
            }
        }
        expected.sort();
        QCOMPARE(selected(), expected);
        const QModelIndex there = m_model.indexOf(current);
        if (there.isValid()) {
            QCOMPARE(m_selection.currentIndex(), there);
        }
    }

    void compareSums()
    {
        qsizetype total = 0;
        for (const QList<SnapshotRow> &rows : std::as_const(m_naive.accounts)) {
            total += rows.size();
        }
        qint64 bytes = 0;
        const QList<SnapshotRow> shown = m_naive.shown(m_clock.now());
        for (const SnapshotRow &row : shown) {
            bytes += row.snapshot.sizeBytes.value_or(0);
        }
        QCOMPARE(m_model.totalCount(), total);
        QCOMPARE(m_model.totalSummary().count, total);
        QCOMPARE(m_model.shownSummary(), (SnapshotSummary{shown.size(), bytes, {}}));
    }

    QRandomGenerator m_random;
    Support::ManualClock m_clock{noon()};
    SnapshotModel m_model{m_clock};
    QAbstractItemModelTester m_tester{&m_model,
                                      QAbstractItemModelTester::FailureReportingMode::Fatal};
    QItemSelectionModel m_selection;
    NaiveTable m_naive;
    int m_nextId = 1;
};

} // namespace

class SnapshotMergeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void staysAsANaiveTableWouldBe_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed) {
            QTest::addRow("seed %u", seed) << seed;
        }
    }
    void staysAsANaiveTableWouldBe()
    {
        QFETCH(const quint32, seed);
        Fuzz fuzz(seed);
        for (int i = 0; i < 60 && !QTest::currentTestFailed(); ++i) {
            fuzz.step();
        }
    }

private:
    Support::TestEnvironment m_environment;
};

QTEST_GUILESS_MAIN(SnapshotMergeTest)
#include "snapshotmergetest.moc"
