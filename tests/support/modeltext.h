// SPDX-FileCopyrightText: Snapdeck contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractItemModel>
#include <QSignalSpy>

namespace Support {

/// Models and signals as text, so that a failed comparison reads by itself.

/// A line each row, its cells joined by " | ", children indented by two blanks.
[[nodiscard]] QString modelText(const QAbstractItemModel &model, int role = Qt::DisplayRole);
/// One column of the top level, its rows joined by blanks: "a b c".
[[nodiscard]] QString columnText(const QAbstractItemModel &model, int column,
                                 int role = Qt::DisplayRole);
/// A line each signal, its arguments in brackets; indexes as row,column, no index as "-".
[[nodiscard]] QString spyText(const QSignalSpy &spy);

/// Every signal of a model that changes rows, in the order they came, a line each:
/// "inserted 0-2", "removed 1-1", "changed 0-3", "layout", "moved 2-2 to 0", "reset". The parent's
/// text comes first where there is one: "shop: inserted 0-0".
class ModelLog : public QObject
{
    Q_OBJECT

public:
    explicit ModelLog(const QAbstractItemModel &model);

    /// What came since the last call.
    QString take();

private:
    void add(const QModelIndex &parent, const QString &line);

    QStringList m_lines;
};

} // namespace Support
