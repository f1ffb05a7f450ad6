// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/snapshotmodel.h"

#include "domain/clock.h"
#include "items/displaytext.h"
#include "items/snapshotcolumns.h"
#include "items/snapshotmodelprivate.h"

namespace Items {

using Domain::AccountId;
using Domain::Money;
using Domain::SnapshotKey;

namespace {

/// Adds up rows, currency by currency.
class Adder
{
public:
    explicit Adder(const SnapshotStore &store)
        : m_store(store)
        , m_nanos(size_t(store.currencies().size()))
        , m_isUsed(m_nanos.size())
    {
    }

    void add(Slot slot)
    {
        const RowFacts &facts = m_store.facts(slot);
        ++m_summary.count;
        if (facts.bytes != RowFacts::absent && !facts.isOfParts) {
            m_summary.bytes = sum(m_summary.bytes, facts.bytes);
        }
        if (facts.price != RowFacts::absent) {
            m_nanos[facts.currency] = sum(m_nanos[facts.currency], facts.price);
            m_isUsed[facts.currency] = true;
        }
    }

    [[nodiscard]] SnapshotSummary summary() const
    {
        SnapshotSummary summary = m_summary;
        for (size_t i = 0; i < m_nanos.size(); ++i) {
            if (m_isUsed[i]) {
                summary.monthly.append(Money{m_nanos[i], m_store.currencies().at(qsizetype(i))});
            }
        }
        return summary;
    }

private:
    /// Stays at the largest amount there is rather than wrap into a wrong one.
    static qint64 sum(qint64 a, qint64 b)
    {
        qint64 result = 0;
        return qAddOverflow(a, b, &result) ? std::numeric_limits<qint64>::max() : result;
    }

    const SnapshotStore &m_store;
    SnapshotSummary m_summary;
    std::vector<qint64> m_nanos;
    std::vector<bool> m_isUsed;
};

} // namespace

SnapshotModel::SnapshotModel(const Domain::Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , d(std::make_unique<Private>(*this, clock))
{
}

SnapshotModel::~SnapshotModel() = default;

int SnapshotModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(d->shown().size());
}

int SnapshotModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant SnapshotModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const SnapshotRow &row = d->row(index.row());
    const auto column = Column(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column, d->now());
    case Qt::ToolTipRole:
        return plainToolTip(explanation(row, column));
    case Qt::TextAlignmentRole:
        return int(columnAlignment(column));
    case Qt::AccessibleTextRole:
        return accessibleText(row, column, d->now());
    case Qt::AccessibleDescriptionRole:
        return explanation(row, column);
    case KeyRole:
        return QVariant::fromValue(row.snapshot.key);
    case SortRole:
        return sortValue(row, column);
    case SecondaryTextRole:
        return secondaryText(row, column, d->now());
    case StatusRole:
        return int(row.snapshot.status);
    case ColourRole:
        return row.colour;
    case ProtectedRole:
        return row.snapshot.isProtected;
    case SourceGoneRole:
        return row.isSourceGone;
    case PercentRole:
        return row.percent ? QVariant(*row.percent) : QVariant();
    case ToBeRemovedRole:
        return row.isToBeRemoved;
    default:
        return {};
    }
}

QVariant SnapshotModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount) {
        return {};
    }
    const auto column = Column(section);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return headerText(column);
    case Qt::ToolTipRole:
    case Qt::AccessibleDescriptionRole:
        return headerToolTip(column);
    case Qt::TextAlignmentRole:
        return int(columnAlignment(column));
    default:
        return {};
    }
}

void SnapshotModel::sort(int column, Qt::SortOrder order)
{
    // A header without a sort indicator asks for column -1: the order that the table begins with.
    if (column < 0 || column >= ColumnCount) {
        d->sort(Timestamp, Qt::DescendingOrder);
    } else {
        d->sort(Column(column), order);
    }
}

void SnapshotModel::merge(const AccountId &account, QList<SnapshotRow> rows)
{
    d->merge(account, std::move(rows));
}

void SnapshotModel::removeAccount(const AccountId &account)
{
    d->merge(account, {});
    d->store().forgetWork(account);
}

void SnapshotModel::setScope(const SnapshotScope &scope)
{
    d->setScope(scope);
}

const SnapshotScope &SnapshotModel::scope() const
{
    return d->scope();
}

void SnapshotModel::setFilter(const QString &text)
{
    d->setFilter(text);
}

QString SnapshotModel::filter() const
{
    return d->filterText();
}

void SnapshotModel::setPercent(const SnapshotKey &key, std::optional<int> percent)
{
    RowMarks marks = d->store().marks(key);
    marks.percent = percent;
    d->setMarks(key, marks);
}

void SnapshotModel::setKeepUntil(const SnapshotKey &key, const QDateTime &until)
{
    d->setKeepUntil(key, until);
}

void SnapshotModel::setToBeRemoved(const QList<SnapshotKey> &keys)
{
    d->setToBeRemoved(QSet<SnapshotKey>(keys.cbegin(), keys.cend()));
}

QList<SnapshotKey> SnapshotModel::due() const
{
    return d->due();
}

void SnapshotModel::refreshAges()
{
    d->refreshAges();
}

const SnapshotRow *SnapshotModel::row(const QModelIndex &index) const
{
    const bool isRow = index.isValid() && checkIndex(index);
    return isRow ? &d->row(index.row()) : nullptr;
}

QList<SnapshotRow> SnapshotModel::shownRows() const
{
    QList<SnapshotRow> rows;
    rows.reserve(qsizetype(d->shown().size()));
    for (const Slot slot : d->shown()) {
        rows.append(d->store().row(slot));
    }
    return rows;
}

const SnapshotRow *SnapshotModel::row(const SnapshotKey &key) const
{
    const std::optional<Slot> slot = d->store().find(key);
    return slot ? &d->store().row(*slot) : nullptr;
}

QModelIndex SnapshotModel::indexOf(const SnapshotKey &key, int column) const
{
    const std::optional<Slot> slot = d->store().find(key);
    const std::optional<int> row = slot ? d->rowOf(*slot) : std::nullopt;
    return row ? index(*row, column) : QModelIndex();
}

qsizetype SnapshotModel::totalCount() const
{
    return d->store().liveCount();
}

qsizetype SnapshotModel::countInScope(const SnapshotScope &scope) const
{
    return d->countInScope(scope);
}

SnapshotSummary SnapshotModel::shownSummary() const
{
    Adder adder(d->store());
    for (const Slot slot : d->shown()) {
        adder.add(slot);
    }
    return adder.summary();
}

SnapshotSummary SnapshotModel::totalSummary() const
{
    Adder adder(d->store());
    for (Slot slot = 0; slot < d->store().slotCount(); ++slot) {
        if (d->store().isLive(slot)) {
            adder.add(slot);
        }
    }
    return adder.summary();
}

SnapshotSummary SnapshotModel::summaryOf(const QList<SnapshotKey> &keys) const
{
    Adder adder(d->store());
    for (const SnapshotKey &key : keys) {
        if (const std::optional<Slot> slot = d->store().find(key)) {
            adder.add(*slot);
        }
    }
    return adder.summary();
}

} // namespace Items
