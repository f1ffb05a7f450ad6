// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/choicemodel.h"

#include "items/displaytext.h"
#include "items/rowmerge.h"
#include "items/taketext.h"

#include <QCoreApplication>

#include <algorithm>

namespace Items {

using namespace Qt::StringLiterals;

namespace {

class ChoiceWords
{
    Q_DECLARE_TR_FUNCTIONS(ChoiceModel)
};

/// All that the row shows, for those who can't see it.
QString spoken(const ChoiceModel::Row &row)
{
    QString text = row.text;
    for (const QString &more : {row.secondary, row.trailing}) {
        if (!more.isEmpty()) {
            text = ChoiceWords::tr("%1, %2", "between facts of a row").arg(text, more);
        }
    }
    return row.reason.isEmpty()
        ? text
        : ChoiceWords::tr("%1. Can't be chosen: %2", "facts of a row and why")
              .arg(text, row.reason);
}

QStringList keysOf(const QList<ChoiceModel::Row> &rows)
{
    QStringList keys;
    keys.reserve(rows.size());
    for (const ChoiceModel::Row &row : rows) {
        keys.append(row.key);
    }
    return keys;
}

ChoiceModel::Row heading(const QString &text, const QString &key, std::optional<int> colour)
{
    ChoiceModel::Row row;
    row.key = u"heading "_s + key;
    row.text = text;
    row.colour = colour;
    row.isHeading = true;
    return row;
}

/// Empty where there is nothing to tell the places apart by.
QString headingText(const PlaceChoice &choice, bool areAccountsTold)
{
    const QString &continent = choice.location.continent;
    if (!areAccountsTold) {
        return continent;
    }
    const QString account = inlineName(choice.account.name);
    return continent.isEmpty()
        ? account
        : ChoiceWords::tr("%1 · %2", "account and continent").arg(account, continent);
}

} // namespace

int ChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return row.text;
    case Qt::ToolTipRole:
        return plainToolTip(row.reason);
    case Qt::AccessibleTextRole:
        return spoken(row);
    case ChoiceIdRole:
        return row.id;
    case HeadingRole:
        return row.isHeading;
    case SecondaryRole:
        return row.secondary;
    case TrailingRole:
        return row.trailing;
    case ReasonRole:
        return row.reason;
    case IconNameRole:
        return row.icon;
    case AccountColourRole:
        return row.colour ? QVariant(*row.colour) : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags ChoiceModel::flags(const QModelIndex &index) const
{
    const Row *row = index.isValid() ? &m_rows.at(index.row()) : nullptr;
    if (!row || row->isHeading) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return row->reason.isEmpty() ? flags | Qt::ItemIsSelectable : flags;
}

void ChoiceModel::merge(const QList<Row> &rows)
{
    mergeRows(
        keysOf(m_rows), keysOf(rows),
        [this](int first, int last) {
            beginRemoveRows({}, first, last);
            m_rows.remove(first, last - first + 1);
            endRemoveRows();
        },
        [this, &rows](int first, int last) {
            beginInsertRows({}, first, last);
            for (int row = first; row <= last; ++row) {
                m_rows.insert(row, rows.at(row));
            }
            endInsertRows();
        });
    for (int row = 0; row < rows.size(); ++row) {
        if (m_rows.at(row) != rows.at(row)) {
            m_rows[row] = rows.at(row);
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
}

QModelIndex ChoiceModel::indexOf(const QVariant &id) const
{
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!m_rows.at(row).isHeading && m_rows.at(row).id == id) {
            return index(row);
        }
    }
    return {};
}

QList<ChoiceModel::Row> placeRows(const QList<PlaceChoice> &places)
{
    const bool areAccountsTold = std::ranges::any_of(places, [&places](const PlaceChoice &choice) {
        return choice.account.id != places.first().account.id;
    });
    QList<ChoiceModel::Row> rows;
    QString last;
    for (const PlaceChoice &choice : places) {
        const Domain::Account &account = choice.account;
        const QString text = headingText(choice, areAccountsTold && !choice.location.id.isEmpty());
        const QString key = account.id.value + u'\n' + choice.location.continent;
        if (!text.isEmpty() && key != last) {
            rows.append(
                heading(text, key, areAccountsTold ? std::optional(account.colour) : std::nullopt));
        }
        last = key;
        ChoiceModel::Row row;
        row.id = QVariant::fromValue(choice.place());
        row.key = account.id.value + u'\t' + choice.location.id.value;
        row.text = choice.location.id.isEmpty() ? account.name : locationTitle(choice.location);
        row.secondary = countryName(choice.location.country);
        row.trailing = countText(choice.count);
        row.reason = choice.reason;
        rows.append(row);
    }
    return rows;
}

QList<ChoiceModel::Row> projectRows(const QList<ProjectChoice> &projects)
{
    QList<ChoiceModel::Row> rows;
    for (const ProjectChoice &choice : projects) {
        ChoiceModel::Row row;
        row.id = QVariant::fromValue(choice.project.id);
        row.key = choice.project.id.value;
        row.text = projectTitle(choice.project);
        row.trailing = countText(choice.count);
        row.reason = choice.reason;
        rows.append(row);
    }
    return rows;
}

} // namespace Items
