// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/modeltext.h"

#include <utility>

namespace Support {

using namespace Qt::StringLiterals;

namespace {

void appendRows(QStringList &lines, const QAbstractItemModel &model, const QModelIndex &parent,
                int role, int depth)
{
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column) {
            cells.append(model.index(row, column, parent).data(role).toString());
        }
        lines.append(QString(qsizetype(2) * depth, u' ') + cells.join(u" | "));
        appendRows(lines, model, model.index(row, 0, parent), role, depth + 1);
    }
}

QString indexText(const QModelIndex &index)
{
    return index.isValid() ? u"%1,%2"_s.arg(index.row()).arg(index.column()) : u"-"_s;
}

QString argumentText(const QVariant &argument)
{
    if (argument.metaType() == QMetaType::fromType<QModelIndex>()) {
        return indexText(argument.toModelIndex());
    }
    if (argument.metaType() == QMetaType::fromType<QList<int>>()) {
        QStringList numbers;
        for (const int number : argument.value<QList<int>>()) {
            numbers.append(QString::number(number));
        }
        return u"{%1}"_s.arg(numbers.join(u' '));
    }
    return argument.toString();
}

QString rangeText(int first, int last)
{
    return u"%1-%2"_s.arg(first).arg(last);
}

} // namespace

QString modelText(const QAbstractItemModel &model, int role)
{
    QStringList lines;
    appendRows(lines, model, {}, role, 0);
    return lines.join(u'\n');
}

QString columnText(const QAbstractItemModel &model, int column, int role)
{
    QStringList cells;
    for (int row = 0; row < model.rowCount(); ++row) {
        cells.append(model.index(row, column).data(role).toString());
    }
    return cells.join(u' ');
}

QString spyText(const QSignalSpy &spy)
{
    QStringList lines;
    for (const QVariantList &arguments : spy) {
        QStringList texts;
        for (const QVariant &argument : arguments) {
            texts.append(argumentText(argument));
        }
        lines.append(u"(%1)"_s.arg(texts.join(u", ")));
    }
    return lines.join(u'\n');
}

ModelLog::ModelLog(const QAbstractItemModel &model)
{
    using Model = QAbstractItemModel;
    connect(&model, &Model::rowsInserted, this,
            [this](const QModelIndex &parent, int first, int last) {
                add(parent, u"inserted "_s + rangeText(first, last));
            });
    connect(&model, &Model::rowsRemoved, this,
            [this](const QModelIndex &parent, int first, int last) {
                add(parent, u"removed "_s + rangeText(first, last));
            });
    connect(&model, &Model::dataChanged, this,
            [this](const QModelIndex &from, const QModelIndex &to) {
                add(from.parent(), u"changed "_s + rangeText(from.row(), to.row()));
            });
    connect(&model, &Model::rowsMoved, this,
            [this](const QModelIndex &from, int first, int last, const QModelIndex &to, int row) {
                const QString target = from == to ? QString() : to.data().toString() + u' ';
                add(from, u"moved %1 to %2%3"_s.arg(rangeText(first, last), target).arg(row));
            });
    connect(&model, &Model::layoutChanged, this, [this] { add({}, u"layout"_s); });
    connect(&model, &Model::modelReset, this, [this] { add({}, u"reset"_s); });
}

QString ModelLog::take()
{
    return std::exchange(m_lines, {}).join(u'\n');
}

void ModelLog::add(const QModelIndex &parent, const QString &line)
{
    m_lines.append(parent.isValid() ? parent.data().toString() + u": " + line : line);
}

} // namespace Support
