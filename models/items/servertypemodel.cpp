// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "items/servertypemodel.h"

#include "items/displaytext.h"
#include "items/newservertext.h"
#include "items/rowmerge.h"

#include <QCoreApplication>
#include <QLocale>

namespace Items {

namespace {

class ServerTypeWords
{
    Q_DECLARE_TR_FUNCTIONS(ServerTypeModel)
};

Qt::Alignment alignmentOf(int column)
{
    return column == ServerTypeModel::Name ? Qt::AlignLeft | Qt::AlignVCenter
                                           : Qt::AlignRight | Qt::AlignVCenter;
}

QList<Domain::ServerTypeId> idsOf(const QList<ServerTypeChoice> &types)
{
    QList<Domain::ServerTypeId> ids;
    ids.reserve(types.size());
    for (const ServerTypeChoice &choice : types) {
        ids.append(choice.type.id);
    }
    return ids;
}

} // namespace

int ServerTypeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_types.size());
}

int ServerTypeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ServerTypeModel::text(const ServerTypeChoice &choice, int column)
{
    const Domain::ServerType &type = choice.type;
    switch (column) {
    case Name:
        return type.name.isEmpty() ? type.id.value : type.name;
    case Cores:
        return QLocale().toString(type.cores);
    case Memory:
        return soldSizeText(type.memoryBytes, choice.sizeUnit);
    case Disk:
        return soldSizeText(type.diskBytes, choice.sizeUnit);
    case Price:
        return choice.price ? serverPriceText(choice.price) : ServerTypeWords::tr("not told");
    default:
        return {};
    }
}

/// All that the row shows, for those who can't see it.
QString ServerTypeModel::spoken(const ServerTypeChoice &choice)
{
    const QString facts =
        ServerTypeWords::tr("%1, cores: %2, memory: %3, disk: %4", "a server type")
            .arg(text(choice, Name), text(choice, Cores), text(choice, Memory), text(choice, Disk));
    return choice.reason.isEmpty()
        ? ServerTypeWords::tr("%1, %2", "facts of a row and its price")
              .arg(facts, text(choice, Price))
        : ServerTypeWords::tr("%1. Can't be chosen: %2", "facts of a row and why")
              .arg(facts, choice.reason);
}

QVariant ServerTypeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid)) {
        return {};
    }
    const ServerTypeChoice &choice = m_types.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(choice, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(alignmentOf(index.column()));
    case Qt::ToolTipRole:
        return plainToolTip(choice.reason);
    case Qt::AccessibleTextRole:
        return index.column() == Name ? spoken(choice) : text(choice, index.column());
    case ChoiceIdRole:
        return QVariant::fromValue(choice.type.id);
    case ReasonRole:
        return choice.reason;
    default:
        return {};
    }
}

QVariant ServerTypeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal) {
        return {};
    }
    if (role == Qt::TextAlignmentRole) {
        return QVariant::fromValue(alignmentOf(section));
    }
    if (role != Qt::DisplayRole) {
        return {};
    }
    switch (section) {
    case Name:
        return ServerTypeWords::tr("Type");
    case Cores:
        return ServerTypeWords::tr("Cores");
    case Memory:
        return ServerTypeWords::tr("Memory");
    case Disk:
        return ServerTypeWords::tr("Disk");
    case Price:
        return ServerTypeWords::tr("Price, estimate");
    default:
        return {};
    }
}

Qt::ItemFlags ServerTypeModel::flags(const QModelIndex &index) const
{
    if (!index.isValid()) {
        return Qt::NoItemFlags;
    }
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
    return m_types.at(index.row()).reason.isEmpty() ? flags | Qt::ItemIsSelectable : flags;
}

void ServerTypeModel::merge(const QList<ServerTypeChoice> &types)
{
    mergeRows(
        idsOf(m_types), idsOf(types),
        [this](int first, int last) {
            beginRemoveRows({}, first, last);
            m_types.remove(first, last - first + 1);
            endRemoveRows();
        },
        [this, &types](int first, int last) {
            beginInsertRows({}, first, last);
            for (int row = first; row <= last; ++row) {
                m_types.insert(row, types.at(row));
            }
            endInsertRows();
        });
    for (int row = 0; row < types.size(); ++row) {
        if (m_types.at(row) != types.at(row)) {
            m_types[row] = types.at(row);
            Q_EMIT dataChanged(index(row, Name), index(row, Price));
        }
    }
}

} // namespace Items
